namespace JobMatch.Matching.Placement;

/// <summary>What it costs to send somebody to one of some quotas: the best plan in which she goes there, beside the best of all.</summary>
/// <param name="Before">The best plan, with its proof.</param>
/// <param name="After">The best plan found in which she goes there; of equally good ones, one that moves few others.</param>
/// <param name="Quota">Where she goes by it.</param>
/// <param name="IsExact">Both are proved: the difference is what it costs, not a bound.</param>
public sealed record ForcedPair(PlacementAnswer Before, PlacementAnswer After, int Quota, bool IsExact)
{
    /// <summary>In the measure of <see cref="PlacementAims.Value"/>; not under 0 where it is exact.</summary>
    public long Loss => Before.Value - After.Value;

    /// <summary>By aims, what is lost; under 0: gained.</summary>
    public PlacementScore Lost => new(
        Before.Score.Households - After.Score.Households, Before.Score.People - After.Score.People, Before.Score.Precedence - After.Score.Precedence, Before.Score.Points - After.Score.Points);

    /// <summary>Everybody who goes elsewhere than before, she among them; in the order of people.</summary>
    public IReadOnlyList<PlacementMove> Moves =>
        [.. Enumerable.Range(0, Before.QuotaOf.Count).Where(person => Before.QuotaOf[person] != After.QuotaOf[person]).Select(person => new PlacementMove(person, Before.QuotaOf[person], After.QuotaOf[person]))];

    /// <param name="problem">What is planned.</param>
    /// <param name="best">A best plan of it.</param>
    /// <param name="person">Who shall go there.</param>
    /// <param name="quotas">Any of these will do.</param>
    /// <param name="limits">Of each solving; null: the defaults.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Null when she can go to none of them: no pair, or locked rows leave no room or keep her elsewhere.</returns>
    public static ForcedPair? Of(PlacementProblem problem, PlacementAnswer best, int person, IReadOnlyCollection<int> quotas, PlacementLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(best);
        ArgumentNullException.ThrowIfNull(quotas);
        if (quotas.Contains(best.QuotaOf[person])) return new(best, best, best.QuotaOf[person], best.IsOptimal);
        var (found, at, tried) = ((PlacementAnswer?)null, -1, new List<PlacementAnswer>());
        foreach (var (quota, least) in ByLeastLoss(problem, best, person, quotas))
        {
            if (found is not null && best.Value - least <= found.Value) break;
            var answer = PlacementSolver.Solve(problem.WithLock(new(person, quota)), limits, cancel: cancel);
            tried.Add(answer);
            if (found is null || answer.Value > found.Value) (found, at) = (answer, quota);
        }

        if (found is null) return null;
        // One that is not proved and could be no better than the one found does no harm.
        var exact = best.IsOptimal && tried.TrueForAll(answer => answer.Bound <= found.Value);
        return new(best, exact ? WithFewerMoves(problem.WithLock(new(person, at)), best.QuotaOf, found, person) : found, at, exact);
    }

    /// <summary>One that is worth the same and moves few others; where people do not count by themselves, their number may be another.</summary>
    /// <param name="problem">With her row locked.</param>
    /// <param name="before">Per person an index of a quota, or −1: the plan without it.</param>
    /// <param name="found">The best plan with it, with its proof.</param>
    /// <param name="person">Who is sent where she was not.</param>
    public static PlacementAnswer WithFewerMoves(PlacementProblem problem, IReadOnlyList<int> before, PlacementAnswer found, int person)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(found);
        var plan = FewerMoves.From(problem, before, found.QuotaOf, person);
        var answer = found with { QuotaOf = plan, Score = problem.ScoreOf(plan) };
        // Where the plan before was none of the best, leaving its moves may cost something, or break a limit.
        return problem.Aims.Value(answer.Score) == found.Value && PlacementChecker.Check(problem, answer).Count == 0 ? answer : found;
    }

    /// <summary>Those where locked rows leave her room, the most promising first; of equals in order.</summary>
    private static IEnumerable<(int Quota, long Least)> ByLeastLoss(PlacementProblem problem, PlacementAnswer best, int person, IReadOnlyCollection<int> quotas)
    {
        var (rest, prices) = (new LockedRows(problem), PlacementPrices.Of(problem, best));
        return quotas.Where(quota => problem.Pairs.ScoreOf(person, quota) >= 0 && rest.IsFree(person, quota))
            .Select(quota => (Quota: quota, Least: prices.LeastLoss(problem.Pairs.Row(person), problem.Quotas, PricedPerson.Of(problem, person), quota, best.QuotaOf[person], at => rest.IsFree(person, at)) ?? 0))
            .OrderBy(one => one.Least).ThenBy(one => one.Quota);
    }
}

/// <summary>Somebody who goes elsewhere than before.</summary>
/// <param name="Person">Her index.</param>
/// <param name="From">Index of a quota, or −1.</param>
/// <param name="To">Index of a quota, or −1.</param>
public readonly record struct PlacementMove(int Person, int From, int To);
