using JobMatch.Data;
using JobMatch.Matching.Placement;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Fairs;

/// <param name="PlanId">A draft that the clerk may see.</param>
/// <param name="PostingId">One of its postings.</param>
/// <param name="People">Who would go there, one at a time.</param>
public sealed record ForcePairRequest(long PlanId, long PostingId, IReadOnlyCollection<long> People);

/// <summary>What sending one of them there would do to the plan. Neither stale nor a cost: locked rows leave no room.</summary>
/// <param name="Cost">Exact; null when there is none to tell.</param>
/// <param name="IsStale">Records have changed since the plan was worked out: a run of today would be another.</param>
public sealed record ForcedPairAnswer(PairCost? Cost, bool IsStale);

/// <summary>What a plan loses and who goes elsewhere; counts under 0 are gained.</summary>
/// <param name="Loss">In the measure of the plan's value; 0: the plan is as good.</param>
/// <param name="Households">Families without work helped.</param>
/// <param name="People">People without work placed.</param>
/// <param name="Hardship">Of those who come first, people in hardship.</param>
/// <param name="Resettled">Of those who come first, the others.</param>
/// <param name="Changing">People placed who have work and would change it.</param>
/// <param name="Points">Of the sum of scores.</param>
/// <param name="QuotaId">The place of the posting where she would go.</param>
/// <param name="Moves">Others who go elsewhere by the best plan with her there, of the whole county: who is shown of them is the page's to say.</param>
public sealed record PairCost(long Loss, int Households, int People, int Hardship, int Resettled, int Changing, long Points, long QuotaId, IReadOnlyList<PairMove> Moves);

/// <param name="PersonId">Who.</param>
/// <param name="FromPostingId">Where the plan sends her; null: nowhere.</param>
/// <param name="ToPostingId">Where she would go; null: nowhere.</param>
public sealed record PairMove(long PersonId, long? FromPostingId, long? ToPostingId);

/// <summary>
/// Says exactly what sending somebody to a posting would cost a draft: its problem is made again by today's records, as a run would, and solved with the pair and without. The clerk has to see the plan and the person; the problem
/// is that of the whole county, as when it was worked out, so it is read under the scope of the system.
/// </summary>
public sealed class WhatItCosts(JobMatchDbContext db, IServiceScopeFactory requests)
{
    /// <summary>
    /// Pairs of a plan up to which a page may wait for it; beyond that the bound of the prices stands. Of 460,000 (3,000 people, 300 postings) scoring takes 0.24 s, the plan 12 ms and each forced pair 36 ms
    /// (`scripts/bench placement`); of five million they take 1.9, 0.3 and 0.6 s.
    /// </summary>
    public const long MostPairs = 1_000_000;

    /// <summary>
    /// So long a page waits at most; what is not worked out by then is told by the bound. Where most places are public-welfare posts and many families could break their limit, a solving takes as long as the plan did:
    /// with 89,000 pairs of 2,000 people and 188 such posts (295 cases) two to three seconds, and each forced pair half a second to two.
    /// </summary>
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(8);

    /// <summary>A tenth of what a plan may take: households that need more leave the bound.</summary>
    private static readonly PlacementLimits Patience = new() { MostCases = 1_024, MostPivots = 400_000 };

    /// <summary>Each costs a solving; of more namesakes the bound is told.</summary>
    public const int MostPeople = 5;

    /// <summary>Per person the answer; who has none is told the bound: the plan is no draft, too large, too hard or not proved, or she has no part in it.</summary>
    public async Task<IReadOnlyDictionary<long, ForcedPairAnswer>> RunAsync(ForcePairRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answers = new Dictionary<long, ForcedPairAnswer>();
        if (request.People.Count is 0 or > MostPeople) return answers;
        var plan = await db.Set<PlacementPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PlanId && p.Kind == PlanKind.Placement, cancel);
        if (plan is not { State: PlanState.Draft, Outcome: { Proved: true, Pairs: <= MostPairs } outcome }) return answers;
        var asked = await db.Set<Worker>().Where(w => request.People.Contains(w.Id)).Select(w => w.Id).ToListAsync(cancel);
        await using var county = requests.CreateSystemScope();
        var rows = await county.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<PlanRow>().AsNoTracking().Where(r => r.PlanId == plan.Id).ToListAsync(cancel);
        var today = await county.ServiceProvider.GetRequiredService<PlanProblemReader>().ReadAsync(plan, null, cancel);
        // A gate that fell since can make it larger than it was.
        if (today.Problem.Pairs.Count > MostPairs) return answers;
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        wait.CancelAfter(MostWait);
        try
        {
            var solved = PlacementSolver.Solve(today.Problem, Patience, cancel: wait.Token);
            if (!solved.IsOptimal) return answers;
            if (AsItStands(today, rows, solved) is { } best && best.Value == outcome.Value) Answer(today.Problem, best, asked, request.PostingId, answers, wait.Token);
            else foreach (var person in asked) answers[person] = new(null, IsStale: true);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return answers;
        }

        return answers;
    }

    /// <summary>The rows of the plan as an answer to today's problem, with today's proof that none is better; null when they are none any more.</summary>
    private static PlacementAnswer? AsItStands(PlanProblem today, List<PlanRow> rows, PlacementAnswer solved)
    {
        if (today.AsTheyStand(rows) is not { } quotaOf) return null;
        var problem = today.Problem;
        var score = problem.ScoreOf(quotaOf);
        var stands = solved with { QuotaOf = quotaOf, Score = score, Value = problem.Aims.Value(score) };
        return stands.IsOptimal && PlacementChecker.Check(problem, stands).Count == 0 ? stands : null;
    }

    private static void Answer(PlacementProblem problem, PlacementAnswer best, List<long> people, long postingId, Dictionary<long, ForcedPairAnswer> answers, CancellationToken cancel)
    {
        var there = Enumerable.Range(0, problem.Quotas.Count).Where(quota => problem.Quotas[quota].PostingId == postingId).ToList();
        for (var person = 0; person < problem.People.Count; person++)
        {
            if (!people.Contains(problem.People[person].Id) || there.TrueForAll(quota => problem.Pairs.ScoreOf(person, quota) < 0)) continue;
            var forced = ForcedPair.Of(problem, best, person, there, Patience, cancel);
            if (forced is { IsExact: false }) continue;
            answers[problem.People[person].Id] = new(forced is null ? null : CostOf(problem, forced, person), IsStale: false);
        }
    }

    private static PairCost CostOf(PlacementProblem problem, ForcedPair forced, int person)
    {
        var lost = forced.Lost;
        return new(
            forced.Loss, lost.Households, lost.People, Fewer(one => one.Precedence == Precedences.Hardship), Fewer(one => one.Precedence == Precedences.Resettled), Fewer(one => one.Works), lost.Points, problem.Quotas[forced.Quota].Id,
            [.. forced.Moves.Where(move => move.Person != person).Select(move => new PairMove(problem.People[move.Person].Id, PostingOf(move.From), PostingOf(move.To)))]);

        int Fewer(Func<PlacementPerson, bool> who) => Placed(forced.Before, who) - Placed(forced.After, who);
        int Placed(PlacementAnswer answer, Func<PlacementPerson, bool> who) => answer.QuotaOf.Where((quota, i) => quota >= 0 && who(problem.People[i])).Count();
        long? PostingOf(int quota) => quota < 0 ? null : problem.Quotas[quota].PostingId;
    }
}
