namespace JobMatch.Matching.Placement;

/// <summary>
/// What vacancies are worth to a plan: prices out of its proof. They prove of every plan at once what it can be worth at most, and so what sending somebody elsewhere costs at least: what she would be worth at her best, less what
/// she is worth there. That is a bound from below (her reduced cost), not the loss itself: to make room others move, and that may cost more.
/// </summary>
/// <param name="PersonAim">What placing somebody is worth beside her score (<see cref="PlacementAims.Person"/>).</param>
/// <param name="QuotaPrices">What a vacancy is worth, per quota; ≥ 0.</param>
/// <param name="Raises">What a placed member is worth to her family, per household; 0 where it earns nothing.</param>
/// <param name="LimitPrices">What the one post of a household is worth, per household; ≥ 0.</param>
/// <param name="Slack">How far these prices are from proving that the plan is the best; 0: they prove it.</param>
public sealed record PlacementPrices(long PersonAim, IReadOnlyList<long> QuotaPrices, IReadOnlyList<long> Raises, IReadOnlyList<long> LimitPrices, long Slack)
{
    /// <summary>Of a proof in many cases the first ones are tried; each costs a look at all pairs.</summary>
    private const int MostTried = 8;

    /// <summary>
    /// One set that holds for every plan. A case's prices do so without its choices, only less tightly; of several cases the tightest counts.
    /// </summary>
    public static PlacementPrices Of(PlacementProblem problem, PlacementAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(answer);
        var (one, bound) = answer.Certificate.Cases.Take(MostTried).Select(c => c with { Choices = [] }).Select(c => (Case: c, Bound: PlacementChecker.BoundOf(problem, c))).MinBy(c => c.Bound);
        var rest = new LockedRows(problem);
        return new(
            problem.Aims.Person, one.QuotaPrices, [.. one.HouseholdPrices.Select((price, household) => rest.Earns(household) ? price : 0)], one.LimitPrices, checked((long)(bound - answer.Value)));
    }

    /// <summary>What the whole plan loses at least when this person goes to this quota; 0: these prices prove no loss. In the measure of <see cref="PlacementAims.Value"/>.</summary>
    /// <param name="row">All gated pairs of the person (<see cref="PlacementPairs.Row"/>).</param>
    /// <param name="quotas">The quotas that the prices are of.</param>
    /// <param name="household">Index of her household.</param>
    /// <param name="quota">Where she would go; one of her pairs.</param>
    /// <param name="isOpen">Whether locked rows leave her room at a quota; null: they do everywhere.</param>
    /// <returns>Null when she cannot go there: the pair is not gated, or locked rows leave no room.</returns>
    public long? LeastLoss(ReadOnlySpan<uint> row, IReadOnlyList<PlacementQuota> quotas, int household, int quota, Func<int, bool>? isOpen = null)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        var (best, there) = (0L, (long?)null);
        foreach (var pair in row)
        {
            var at = PlacementPairs.Quota(pair);
            if (quotas[at].Vacancies == 0 || (isOpen is not null && !isOpen(at))) continue;
            var gain = PersonAim + PlacementPairs.Score(pair) + Raises[household] - QuotaPrices[at] - (quotas[at].OnePerHousehold ? LimitPrices[household] : 0);
            best = Math.Max(best, gain);
            if (at == quota) there = gain;
        }

        return there is { } gained ? Math.Max(0, best - gained - Slack) : null;
    }
}
