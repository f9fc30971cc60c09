namespace JobMatch.Matching.Placement;

/// <summary>
/// What vacancies are worth to a plan: prices out of its proof. They prove of every plan at once what it can be worth at most, and so what sending somebody elsewhere costs at least: what she would be worth at her best, less what
/// she is worth there (her reduced cost), and the least that is lost where somebody makes room for her or her own place is filled. That is a bound from below, not the loss itself: others may have to move in turn.
/// </summary>
/// <param name="PersonAim">What placing anybody without work is worth (<see cref="PlacementAims.Person"/>).</param>
/// <param name="QuotaPrices">What a vacancy is worth, per quota; ≥ 0.</param>
/// <param name="Raises">What a placed member is worth to her family, per household; 0 where it earns nothing.</param>
/// <param name="LimitPrices">What a post that takes one of a household costs of its limit, per household; ≥ 0.</param>
/// <param name="PlainPrices">What any other public-welfare post costs of it, per person; ≥ 0.</param>
/// <param name="Leaving">What the plan loses at least when one of those whom it sends to a quota has to go elsewhere, per quota; 0 where there is room.</param>
/// <param name="Entering">What it loses at least when one of those whom it sends to a quota leaves it, per quota; 0 where there is room.</param>
/// <param name="Slack">How far these prices are from proving that the plan is the best; 0: they prove it.</param>
public sealed record PlacementPrices(long PersonAim, IReadOnlyList<long> QuotaPrices, IReadOnlyList<long> Raises, IReadOnlyList<long> LimitPrices, IReadOnlyList<long> PlainPrices, IReadOnlyList<long> Leaving, IReadOnlyList<long> Entering, long Slack)
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
        var prices = new PlacementPrices(
            problem.Aims.Person, one.QuotaPrices, [.. one.HouseholdPrices.Select((price, household) => rest.Earns(household) ? price : 0)],
            OfHouseholds(problem, one.LimitPrices), one.LimitPrices, [], [], checked((long)(bound - answer.Value)));
        return prices.WithMoves(problem, answer, rest);
    }

    /// <summary>What the whole plan loses at least when this person goes to this quota; 0: these prices prove no loss. In the measure of <see cref="PlacementAims.Value"/>.</summary>
    /// <param name="row">All gated pairs of the person (<see cref="PlacementPairs.Row"/>).</param>
    /// <param name="quotas">The quotas that the prices are of.</param>
    /// <param name="who">Whom it is asked of.</param>
    /// <param name="quota">Where she would go; one of her pairs.</param>
    /// <param name="goes">Where the plan sends her; −1: nowhere.</param>
    /// <param name="isOpen">Whether locked rows leave her room at a quota; null: they do everywhere.</param>
    /// <returns>Null when she cannot go there: the pair is not gated, or locked rows leave no room.</returns>
    public long? LeastLoss(PlacementRow row, IReadOnlyList<PlacementQuota> quotas, PricedPerson who, int quota, int goes, Func<int, bool>? isOpen = null)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        var (best, there) = (0L, (long?)null);
        foreach (var pair in row)
        {
            var at = pair.Quota;
            if (quotas[at].Vacancies == 0 || (isOpen is not null && !isOpen(at))) continue;
            var gain = GainOf(pair, quotas, who);
            best = Math.Max(best, gain);
            if (at == quota) there = gain;
        }

        return there is { } gained ? Math.Max(0, best - gained + Moves(goes, quota) - Slack) : null;
    }

    /// <summary>The one who makes room may be the one who takes her place, so that only one of the two counts.</summary>
    private long Moves(int goes, int quota) => goes == quota ? 0 : Math.Max(Leaving[quota], goes < 0 ? 0 : Entering[goes]);

    private long GainOf(PlacementPair pair, IReadOnlyList<PlacementQuota> quotas, PricedPerson who) =>
        (who.Works ? 0 : PersonAim) + Precedences.WorthOf(who.Precedence) + pair.Score + Raises[who.Household] - QuotaPrices[pair.Quota] - new WelfareCost(PlainPrices[who.Person], LimitPrices[who.Household]).Of(quotas[pair.Quota].Post);

    private static long[] OfHouseholds(PlacementProblem problem, IReadOnlyList<long> prices)
    {
        var sums = new long[problem.HouseholdCount];
        for (var person = 0; person < problem.People.Count; person++) sums[problem.HouseholdOf(person)] += prices[person];
        return sums;
    }

    /// <summary>Of a full quota one of those who are free to leave goes elsewhere or nowhere; a vacancy that is left stays empty or somebody else moves in. Who loses the least by it is counted.</summary>
    private PlacementPrices WithMoves(PlacementProblem problem, PlacementAnswer answer, LockedRows rest)
    {
        var (room, leaving, entering) = (problem.Quotas.Select(quota => quota.Vacancies).ToArray(), Enumerable.Repeat(long.MaxValue, problem.Quotas.Count).ToArray(), QuotaPrices.ToArray());
        for (var person = 0; person < problem.People.Count; person++)
        {
            var (at, best, elsewhere) = (answer.QuotaOf[person], 0L, 0L);
            var row = problem.Pairs.Row(person);
            var who = PricedPerson.Of(problem, person);
            if (at >= 0) room[at]--;
            if (rest.IsLocked(person)) continue;
            foreach (var pair in row)
            {
                if (!rest.IsFree(person, pair.Quota)) continue;
                var gain = GainOf(pair, problem.Quotas, who);
                best = Math.Max(best, gain);
                if (pair.Quota != at) elsewhere = Math.Max(elsewhere, gain);
            }

            if (at >= 0) leaving[at] = Math.Min(leaving[at], best - elsewhere);
            foreach (var pair in row)
            {
                var quota = pair.Quota;
                if (quota != at && rest.IsFree(person, quota)) entering[quota] = Math.Min(entering[quota], best - GainOf(pair, problem.Quotas, who));
            }
        }

        return this with { Leaving = [.. leaving.Select((loss, quota) => room[quota] > 0 || loss == long.MaxValue ? 0 : loss)], Entering = entering };
    }
}

/// <summary>Somebody whom prices are of.</summary>
/// <param name="Person">Her index.</param>
/// <param name="Household">Index of her household.</param>
/// <param name="Precedence">Hers (<see cref="PlacementPerson"/>).</param>
/// <param name="Works">She has work already.</param>
public readonly record struct PricedPerson(int Person, int Household, int Precedence, bool Works)
{
    public static PricedPerson Of(PlacementProblem problem, int person)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new(person, problem.HouseholdOf(person), problem.People[person].Precedence, problem.People[person].Works);
    }
}
