namespace JobMatch.Matching.Placement;

/// <summary>The prices of the limit: first household by household, what keeping it costs; where they do not prove the plan, all at once.</summary>
internal sealed partial class HouseholdLimitSearch
{
    /// <summary>Of all prices at once; most are found long before.</summary>
    private const int MostSteps = 200;

    /// <summary>From the prices of the case that was split.</summary>
    private const int StepsPerCase = 15;

    /// <summary>Steps without a lower bound after which they are halved.</summary>
    private const int Patience = 5;

    /// <summary>Prices each household that pays already or breaks the limit at what keeping it would cost; the bound then.</summary>
    private long PriceHouseholds()
    {
        var priced = new HashSet<int>();
        chosen.Clear();
        foreach (var household in limited.Keys.Where(IsPriced).ToList()) Price(household);
        while (true)
        {
            SolveAgain(overAll: false);
            var broken = Unpriced();
            if (broken.Count > 0)
            {
                progress?.Invoke(new(PlacementStage.HouseholdLimit, priced.Count, priced.Count + broken.Count));
                Price(broken[0]);
                continue;
            }
            var bound = SolveAgain();
            if (Unpriced().Count == 0) return bound;
        }

        List<int> Unpriced() => [.. Breaking().Where(household => !priced.Contains(household))];

        void Price(int household)
        {
            priced.Add(household);
            PriceAnew(household);
        }
    }

    private bool IsPriced(int household) => Array.Exists(limited[household].Members, member => limitPrice[member] > 0);

    /// <summary>Prices the sums that are over one, until the household keeps the limit or the bound stays: what keeping it costs, less what is priced already.</summary>
    private void PriceAnew(int household)
    {
        var limit = limited[household];
        foreach (var member in limit.Members) limitPrice[member] = 0;
        var (value, least) = (SolveAgain(overAll: false), BestChoice(household).Value);
        SolveAgain(overAll: false);
        while (value > least && limit.BreaksLimit(PostOf))
        {
            var broken = limit.Broken(PostOf);
            var more = (value - least + broken.Length - 1) / broken.Length;
            foreach (var member in broken) limitPrice[member] += more;
            var now = SolveAgain(overAll: false);
            if (now >= value) break;
            value = now;
        }
    }

    /// <summary>
    /// All prices at once, where one household after the other gets stuck: up where a sum is over one, down where it is not used, by steps that aim at the best plan so far (Polyak's subgradient); the lowest bound stays.
    /// </summary>
    private long Ascend(IReadOnlyList<PlacementChoice> choices, int mostSteps)
    {
        var (best, bestPrices, part, since) = (SolveUnder(choices, overAll: false), (long[])limitPrice.Clone(), 1.0, 0);
        var value = best;
        for (var step = 0; step < mostSteps && best > bestValue; step++)
        {
            var slopes = Slopes();
            var norm = slopes.Sum(one => one.By * one.By);
            if (norm == 0) break;
            foreach (var (person, by) in slopes) limitPrice[person] = Math.Max(0, limitPrice[person] + (long)Math.Round(part * (value - bestValue) / norm * by));
            value = SolveAgain(overAll: false);
            Offer();
            if (value < best) (best, bestPrices, since) = (value, (long[])limitPrice.Clone(), 0);
            else if (++since == Patience) (part, since) = (part / 2, 0);
        }
        bestPrices.CopyTo(limitPrice, 0);
        return SolveAgain();
    }

    /// <summary>Per member of the households how far her sum is over one; those that cost nothing and are not over are left out.</summary>
    private List<(int Person, int By)> Slopes()
    {
        var slopes = new List<(int, int)>();
        foreach (var (household, limit) in limited)
        {
            if (chosen.ContainsKey(household)) continue;
            var one = limit.Members.Count(member => PostOf(member) == WelfarePost.OnePerHousehold);
            foreach (var member in limit.Members)
            {
                var by = one + (PostOf(member) == WelfarePost.Plain ? 1 : 0) - 1;
                if (by > 0 || (by < 0 && limitPrice[member] > 0)) slopes.Add((member, by));
            }
        }
        return slopes;
    }
}
