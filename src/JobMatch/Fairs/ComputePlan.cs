using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Matching.Placement;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <summary>Works a plan out and stores it as a draft, in place of the rows it had; locked ones stay where they still can.</summary>
public sealed class ComputePlan(JobMatchDbContext db, PlanProblemReader problems, TimeProvider clock)
{
    private const int MostListed = 2_000;

    private const int MostLostLocks = 200;

    /// <param name="planId">A running plan.</param>
    /// <param name="progress">Called often, from any thread.</param>
    /// <param name="cancel">Stops the work; the plan stays as it was.</param>
    public async Task<Outcome<bool>> RunAsync(long planId, Action<PlacementProgress>? progress, CancellationToken cancel)
    {
        var asked = await db.Set<PlacementPlan>().AsNoTracking().SingleAsync(p => p.Id == planId, cancel);
        var today = await problems.ReadAsync(asked, progress, cancel);
        var (input, problem) = (today.Input, today.Problem);
        var answer = await AsToldAsync(asked, today, PlacementSolver.Solve(problem, progress: progress, cancel: cancel), cancel);
        progress?.Invoke(new(PlacementStage.Checking, 0, 0));
        var faults = PlacementChecker.Check(problem, answer);
        if (faults.Count > 0) throw new InvalidOperationException($"The plan was refused by its checker: {faults[0]}");
        var outcome = OutcomeOf(asked, today.Everybody.Workers, input, problem, answer, WaitForKept(input, problem, cancel)) with { LocksLost = today.Lost.Count, LostLocks = [.. today.Lost.Take(MostLostLocks)] };
        return await StoreAsync(asked, input, outcome, problem, answer, today.Locked, cancel);
    }

    /// <summary>Of plans worth the same the one that the clerk was shown when she sent somebody where she was not: only who has to make room moves.</summary>
    private async Task<PlacementAnswer> AsToldAsync(PlacementPlan asked, PlanProblem today, PlacementAnswer answer, CancellationToken cancel)
    {
        if (asked.Pin is not { } pin || !today.Locked.Contains(pin.PersonId)) return answer;
        var before = today.AsTheyStand(await db.Set<PlanRow>().AsNoTracking().Where(r => r.PlanId == asked.Id).ToListAsync(cancel));
        return before is null ? answer : ForcedPair.WithFewerMoves(today.Problem, before, answer, today.Input.Workers.ToList().FindIndex(worker => worker.Id == pin.PersonId));
    }

    private async Task<Outcome<bool>> StoreAsync(
        PlacementPlan asked, PlacementInput input, PlanOutcome outcome, PlacementProblem problem, PlacementAnswer answer, IReadOnlySet<long> locked, CancellationToken cancel)
    {
        var better = new BetterElsewhere(problem, answer);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (settlements, named) = (asked.People.SettlementIds.ToList(), asked.People.PersonIds.ToList());
        var settlementOf = await db.Set<Workers.Worker>().Where(w => settlements.Contains(w.SettlementId) || named.Contains(w.Id)).Select(w => new { w.Id, w.SettlementId }).ToDictionaryAsync(w => w.Id, w => w.SettlementId, cancel);
        await db.Set<PlanRow>().Where(r => r.PlanId == asked.Id).ExecuteDeleteAsync(cancel);
        await db.Set<PlanPriceList>().Where(p => p.PlanId == asked.Id).ExecuteDeleteAsync(cancel);
        var plan = await db.Set<PlacementPlan>().SingleAsync(p => p.Id == asked.Id, cancel);
        var finished = plan.Finish(outcome, clock.UtcNow());
        if (!finished.IsDone) return finished;
        db.Add(new PlanPriceList { PlanId = asked.Id, Prices = better.Kept });
        for (var i = 0; i < answer.QuotaOf.Count; i++)
        {
            if (answer.QuotaOf[i] < 0 || !settlementOf.TryGetValue(input.Workers[i].Id, out var settlement)) continue;
            var quota = problem.Quotas[answer.QuotaOf[i]];
            plan.Rows.Add(new PlanRow
            {
                PersonId = input.Workers[i].Id,
                HouseholdId = input.Workers[i].HouseholdId,
                SettlementId = settlement,
                PostingId = quota.PostingId,
                QuotaId = quota.Id,
                Score = problem.Pairs.ScoreOf(i, answer.QuotaOf[i]),
                Best = better.Of(i),
                HelpsHousehold = input.Workers[i].ZeroEmploymentHousehold,
                Locked = locked.Contains(input.Workers[i].Id),
            });
        }

        var saved = await db.SaveOrRefuseAsync(cancel);
        if (saved.IsDone) await transaction.CommitAsync(cancel);
        return saved;
    }

    /// <summary>Whom only postings would take whose vacancies are all kept for others: suited, and not placed.</summary>
    private static HashSet<long> WaitForKept(PlacementInput input, PlacementProblem problem, CancellationToken cancel)
    {
        var without = input.Workers.Where((_, i) => problem.Pairs.Row(i).IsEmpty).ToList();
        var kept = input.KeptFor(without, problem.LeastScore, cancel);
        return without.Where((_, i) => kept[i].Count > 0).Select(worker => worker.Id).ToHashSet();
    }

    /// <summary>Whoever is ruled out is still somebody of a family that may be left without help.</summary>
    private static PlanOutcome OutcomeOf(PlacementPlan asked, IReadOnlyList<WorkerProfile> everybody, PlacementInput input, PlacementProblem problem, PlacementAnswer answer, HashSet<long> waitForKept)
    {
        var without = input.Workers.Where((worker, i) => problem.Pairs.Row(i).IsEmpty && !waitForKept.Contains(worker.Id)).Select(w => w.Id).ToList();
        var unplaced = input.Workers.Where((worker, i) => answer.QuotaOf[i] < 0 && (!problem.Pairs.Row(i).IsEmpty || waitForKept.Contains(worker.Id))).Select(w => w.Id).ToList();
        var placed = input.Workers.Where((_, i) => answer.QuotaOf[i] >= 0).Select(w => w.HouseholdId).ToHashSet();
        return new PlanOutcome
        {
            Plan = Reach(problem, [.. answer.QuotaOf]),
            FirstCome = Reach(problem, SimplePlans.FirstCome(problem)),
            BestPairFirst = Reach(problem, SimplePlans.BestPairFirst(problem)),
            PeopleFirst = [.. problem.People.Where((person, i) => person.Precedence > 0 && answer.QuotaOf[i] >= 0).Select(person => person.Id).Take(MostListed)],
            ComeFirst = problem.People.Count(person => person.Precedence > 0),
            FirstBelowLeast = problem.People.Where((person, i) => person.Precedence > 0 && problem.Pairs.Row(i).IsEmpty).Count(),
            Working = problem.People.Count(person => person.Works),
            With = new(asked.LeastScore, asked.Bars),
            People = input.Workers.Count,
            Vacancies = problem.Quotas.Sum(q => q.Vacancies),
            ZeroEmploymentHouseholds = everybody.Where(w => w.ZeroEmploymentHousehold).Select(w => w.HouseholdId).Distinct().Count(),
            Pairs = problem.Pairs.Count,
            WithoutPair = without.Count,
            PeopleWithoutPair = [.. without.Take(MostListed)],
            Unplaced = unplaced.Count,
            PeopleUnplaced = [.. unplaced.Take(MostListed)],
            UnderWay = input.LeftOut.Count,
            PeopleUnderWay = [.. input.LeftOut.Take(MostListed)],
            SeatsKept = input.SeatsKept,
            Proved = answer.IsOptimal,
            ReachProved = answer.IsReachProved(problem.Aims),
            Value = answer.Value,
            Bound = answer.Bound,
            HouseholdsLeft = [.. everybody.Where(w => w.ZeroEmploymentHousehold && !placed.Contains(w.HouseholdId)).Select(w => w.HouseholdId).Distinct().Take(500)],
        };
    }

    private static PlanReach Reach(PlacementProblem problem, int[] quotaOf)
    {
        var score = problem.ScoreOf(quotaOf);
        return new(score.Households, quotaOf.Count(quota => quota >= 0), score.Points)
        {
            ComeFirst = problem.People.Where((person, i) => person.Precedence > 0 && quotaOf[i] >= 0).Count(),
            Changing = problem.People.Where((person, i) => person.Works && quotaOf[i] >= 0).Count(),
        };
    }
}
