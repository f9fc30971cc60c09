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
    private readonly ILookup<int, int> _singles;
    private readonly HashSet<int> _lockedSingles;

    public BetterElsewhere(PlacementProblem problem, PlacementAnswer answer)
    {
        (_problem, _answer, _prices) = (problem, answer, PlacementPrices.Of(problem, answer));
        _kept = PlanPrices.Of(problem, _prices);
        _locked = [.. problem.Locks.Select(row => row.Person)];
        (_taken, _lockedAt) = (new int[problem.Quotas.Count], new int[problem.Quotas.Count]);
        foreach (var row in problem.Locks) _lockedAt[row.Quota]++;
        var placed = Enumerable.Range(0, answer.QuotaOf.Count).Where(person => answer.QuotaOf[person] >= 0).ToList();
        foreach (var person in placed) _taken[answer.QuotaOf[person]]++;
        _singles = placed.Where(person => problem.Quotas[answer.QuotaOf[person]].OnePerHousehold).ToLookup(problem.HouseholdOf);
        _lockedSingles = [.. problem.Locks.Where(row => problem.Quotas[row.Quota].OnePerHousehold).Select(row => problem.HouseholdOf(row.Person))];
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
        var relative = there.OnePerHousehold ? _singles[household].Where(other => other != person).Select(other => (long?)_problem.People[other].Id).FirstOrDefault() : null;
        var because = _locked.Contains(person) ? PlanBestBecause.Locked
            : relative is not null ? PlanBestBecause.HouseholdLimit
            : _taken[quota] >= there.Vacancies ? PlanBestBecause.Full : PlanBestBecause.NotProved;
        var loss = because == PlanBestBecause.Locked ? null : _prices.LeastLoss(_problem.Pairs.Row(person), _problem.Quotas, household, quota, _answer.QuotaOf[person], at => IsOpen(household, at));
        return new(there.PostingId, there.Id, score, because, loss is { } least ? _kept.LossOf(least) : null, because == PlanBestBecause.HouseholdLimit ? relative : null);
    }

    private bool IsOpen(int household, int quota) =>
        _lockedAt[quota] < _problem.Quotas[quota].Vacancies && !(_problem.Quotas[quota].OnePerHousehold && _lockedSingles.Contains(household));
}
