using JobMatch.Matching;
using JobMatch.Matching.Placement;

namespace JobMatch.Fairs;

/// <summary>Says of the people whom a plan places where each would fit better and why she does not go there: from the plan, its locked rows and the prices of its proof.</summary>
internal sealed class BetterElsewhere
{
    private readonly PlacementProblem _problem;
    private readonly PlacementAnswer _answer;
    private readonly PlacementPrices _prices;
    private readonly PlanPrices _kept;
    private readonly HashSet<int> _locked;
    private readonly int[] _lockedAt;
    private readonly int[] _taken;
    private readonly ILookup<int, int> _onWelfare;
    private readonly ILookup<int, WelfarePost> _lockedPosts;

    public BetterElsewhere(PlacementProblem problem, PlacementAnswer answer)
    {
        (_problem, _answer, _prices) = (problem, answer, PlacementPrices.Of(problem, answer));
        _kept = PlanPrices.Of(problem, _prices);
        _locked = [.. problem.Locks.Select(row => row.Person)];
        (_taken, _lockedAt) = (new int[problem.Quotas.Count], new int[problem.Quotas.Count]);
        foreach (var row in problem.Locks) _lockedAt[row.Quota]++;
        var placed = Enumerable.Range(0, answer.QuotaOf.Count).Where(person => answer.QuotaOf[person] >= 0).ToList();
        foreach (var person in placed) _taken[answer.QuotaOf[person]]++;
        _onWelfare = placed.Where(person => PostOf(person) != WelfarePost.None).ToLookup(problem.HouseholdOf);
        _lockedPosts = problem.Locks.ToLookup(row => problem.HouseholdOf(row.Person), row => problem.Quotas[row.Quota].Post);
    }

    /// <summary>To be kept with the plan.</summary>
    public PlanPrices Kept => _kept;

    /// <summary>Null when nothing fits her better than where she goes.</summary>
    /// <param name="person">Index of somebody who is placed.</param>
    public PlanBest? Of(int person)
    {
        var (quota, score) = (-1, _problem.Pairs.ScoreOf(person, _answer.QuotaOf[person]));
        foreach (var pair in _problem.Pairs.Row(person))
            if (pair.Score > score) (quota, score) = pair;
        if (quota < 0) return null;
        var (there, household) = (_problem.Quotas[quota], _problem.HouseholdOf(person));
        var relative = _onWelfare[household].Where(other => other != person && PostOf(other).Clashes(there.Post)).Select(other => (long?)_problem.People[other].Id).FirstOrDefault();
        var because = _locked.Contains(person) ? PlanBestBecause.Locked
            : relative is not null ? PlanBestBecause.HouseholdLimit
            : _taken[quota] >= there.Vacancies ? PlanBestBecause.Full : PlanBestBecause.NotProved;
        var loss = because == PlanBestBecause.Locked ? null : _prices.LeastLoss(_problem.Pairs.Row(person), _problem.Quotas, PricedPerson.Of(_problem, person), quota, _answer.QuotaOf[person], at => IsOpen(household, at));
        return new(there.PostingId, there.Id, score, because, loss is { } least ? _kept.LossOf(least) : null, because == PlanBestBecause.HouseholdLimit ? relative : null);
    }

    private bool IsOpen(int household, int quota) =>
        _lockedAt[quota] < _problem.Quotas[quota].Vacancies && !_lockedPosts[household].Any(post => post.Clashes(_problem.Quotas[quota].Post));

    private WelfarePost PostOf(int placed) => _problem.Quotas[_answer.QuotaOf[placed]].Post;
}
