namespace JobMatch.Matching.Placement;

/// <summary>
/// The limit of public-welfare posts a household is no flow constraint. First it gets a price: a household that breaks it pays for its posts what keeping the limit would cost; with the right
/// prices the bound meets a plan that keeps the limit, and nothing has to be split (Lagrange). Where it does not meet, a household is split into cases, "only this member may" and "nobody takes a post that takes one",
/// the most promising case first, until the best plan reaches the highest bound of what is left.
/// </summary>
internal sealed partial class HouseholdLimitSearch
{
    private const int MostSweeps = 2;

    /// <summary>So many cases are tried by the first prices; what is not proved by then wants better ones.</summary>
    private const int FewCases = 16;

    /// <summary>Households looked at for a split.</summary>
    private const int MostLooked = 4;

    /// <summary>A dive costs more than a case, and the first mostly finds what there is.</summary>
    private const int CasesPerDive = 16;
    private readonly PlacementProblem problem;
    private readonly PlacementGraph graph;
    private readonly Action<PlacementProgress>? progress;
    private readonly CancellationToken cancel;
    private readonly long[] limitPrice;
    private readonly Dictionary<int, LimitedHousehold> limited;
    private readonly Dictionary<int, int> chosen = [];
    private readonly long lockedWorth;
    private long bestValue = long.MinValue;
    private int sweeps;
    private int cases;

    public HouseholdLimitSearch(PlacementProblem problem, PlacementGraph graph, Action<PlacementProgress>? progress, CancellationToken cancel)
    {
        (this.problem, this.graph, this.progress, this.cancel) = (problem, graph, progress, cancel);
        limitPrice = new long[problem.People.Count];
        limited = HouseholdsThatCouldBreak();
        var locked = new int[problem.People.Count];
        Array.Fill(locked, -1);
        foreach (var row in problem.Locks) locked[row.Person] = row.Quota;
        lockedWorth = problem.Aims.Value(problem.ScoreOf(locked));
    }

    /// <summary>The best plan found.</summary>
    public int[] Best { get; private set; } = [];

    /// <summary>No plan is worth more.</summary>
    public long Bound { get; private set; }

    public IReadOnlyList<PlacementCase> Cases { get; private set; } = [];

    /// <param name="limits">How far to split; then the best plan so far stands with its bound.</param>
    public void Run(PlacementLimits limits)
    {
        var bound = Solve();
        var proof = Certificate([]);
        if (Offer()) (Cases, Bound) = ([proof], bound);
        else Search(limits);
    }

    /// <param name="Choices">Made so far.</param>
    /// <param name="Bound">No plan of the case is worth more.</param>
    /// <param name="Proof">The prices that say so.</param>
    /// <param name="Next">The household to split next; null when the case's best plan keeps the limit and reaches the bound.</param>
    /// <param name="Prices">Where its own cases begin.</param>
    private sealed record Case(IReadOnlyList<PlacementChoice> Choices, long Bound, PlacementCase Proof, int? Next, long[] Prices);

    /// <summary>Proves what the present solution bounds, then looks from there for a plan and for the household to split.</summary>
    private Case MakeCase(IReadOnlyList<PlacementChoice> choices, long bound)
    {
        var proof = Certificate(choices);
        if (!Offer() && bound > bestValue && (choices.Count == 0 || ++cases % CasesPerDive == 0)) Dive(choices);
        return new(choices, bound, proof, bound > bestValue ? Splitting(choices) : null, (long[])limitPrice.Clone());
    }

    private void Search(PlacementLimits limits)
    {
        Case root;
        for (var before = long.MaxValue; ; before = root.Bound)
        {
            root = MakeCase([], PriceHouseholds());
            (Cases, Bound) = ([root.Proof], root.Bound);
            if (root.Bound == bestValue) return;
            if (root.Bound >= before || ++sweeps == MostSweeps) break;
        }
        Split(root, limits with { MostCases = Math.Min(limits.MostCases, FewCases) }, ascending: false);
        if (Bound == bestValue || limits.MostCases <= FewCases) return;
        var first = (Cases, Bound);
        Split(MakeCase([], Ascend([], MostSteps)), limits, ascending: true);
        // Cut short, the second may prove less.
        if (Bound > first.Bound) (Cases, Bound) = first;
    }

    /// <summary>Takes the present flow as a plan when it keeps the limit; false when it breaks it.</summary>
    private bool Offer()
    {
        if (Breaking().Count > 0) return false;
        var value = problem.Aims.Value(problem.ScoreOf(graph.QuotaOf));
        if (value > bestValue) (bestValue, Best) = (value, graph.QuotaOf.ToArray());
        return true;
    }

    /// <summary>Best under the present prices and choices: over all pairs, so that no plan of this case can be worth more; or only over those the graph has, to look ahead.</summary>
    private long Solve(bool overAll = true)
    {
        do
        {
            graph.Run(pivots => progress?.Invoke(new(PlacementStage.Assigning, pivots, 0)), cancel);
            if (!overAll) break;
            progress?.Invoke(new(PlacementStage.Pricing, graph.Rounds, 0));
            cancel.ThrowIfCancellationRequested();
        }
        while (graph.Price() > 0);
        // What such posts pay is among the costs; as much as a household may use of its limit is paid back.
        var value = lockedWorth - graph.Simplex.TotalCost;
        foreach (var (household, limit) in limited)
            if (!chosen.ContainsKey(household)) value += limit.PriceOf(limitPrice);
        return value;
    }

    private long SolveUnder(IReadOnlyList<PlacementChoice> choices, bool overAll = true)
    {
        chosen.Clear();
        foreach (var choice in choices) chosen[choice.Household] = choice.Person;
        return SolveAgain(overAll);
    }

    private long SolveAgain(bool overAll = true)
    {
        foreach (var (household, limit) in limited)
        {
            var isChosen = chosen.TryGetValue(household, out var choice);
            foreach (var member in limit.Members)
                graph.SetWelfareCost(member, isChosen ? LimitedHousehold.CostUnderChoice(choice, member, graph.Forbidden) : limit.CostOf(member, limitPrice, graph.Forbidden));
        }
        return Solve(overAll);
    }

    private PlacementCase Certificate(IReadOnlyList<PlacementChoice> choices) => new(
        choices, graph.QuotaPrices(), graph.HouseholdPrices(), [.. limitPrice.Select((price, person) => chosen.ContainsKey(problem.HouseholdOf(person)) ? 0 : price)]);

    private WelfarePost PostOf(int person) => graph.QuotaOf[person] < 0 ? WelfarePost.None : problem.Quotas[graph.QuotaOf[person]].Post;

    private List<int> Breaking() => [.. limited.Where(household => household.Value.BreaksLimit(PostOf)).Select(household => household.Key)];

    private Dictionary<int, LimitedHousehold> HouseholdsThatCouldBreak()
    {
        if (!problem.Quotas.Any(quota => quota.Post == WelfarePost.OnePerHousehold)) return [];
        return Enumerable.Range(0, problem.People.Count)
            .Select(person => (Person: person, One: graph.Locks.CouldTake(person, WelfarePost.OnePerHousehold), Plain: graph.Locks.CouldTake(person, WelfarePost.Plain)))
            .Where(could => could.One || could.Plain)
            .GroupBy(could => problem.HouseholdOf(could.Person)).Where(household => household.Count() > 1 && household.Any(could => could.One))
            .ToDictionary(household => household.Key, household => new LimitedHousehold(
                [.. household.Select(could => could.Person)], [.. household.Where(could => could.One).Select(could => could.Person)], [.. household.Where(could => could.Plain).Select(could => could.Person)]));
    }

    /// <summary>What the best case of a household is worth; the first of equals.</summary>
    private (long Value, int Choice) BestChoice(int household)
    {
        var best = (Value: long.MinValue, Choice: PlacementChoice.Nobody);
        foreach (var choice in limited[household].Choices)
        {
            chosen[household] = choice;
            var value = SolveAgain(overAll: false);
            if (value > best.Value) best = (value, choice);
        }
        chosen.Remove(household);
        return best;
    }

    /// <summary>
    /// From the present solution down to a plan that keeps the limit: who pays for what it takes keeps to that, and who breaks the limit to the choice that costs least. Over the pairs that the graph has:
    /// it looks for a plan, and proves nothing.
    /// </summary>
    private void Dive(IReadOnlyList<PlacementChoice> choices)
    {
        foreach (var household in Paying())
            if (!limited[household].BreaksLimit(PostOf) && !limited[household].PaysForNothing(PostOf, limitPrice))
                chosen[household] = limited[household].CouldTakeOne.FirstOrDefault(person => PostOf(person) == WelfarePost.OnePerHousehold, PlacementChoice.Nobody);
        foreach (var household in Paying()) chosen[household] = BestChoice(household).Choice;
        SolveAgain(overAll: false);
        while (!Offer())
        {
            var household = Breaking()[0];
            chosen[household] = BestChoice(household).Choice;
            SolveAgain(overAll: false);
        }
        SolveUnder(choices, overAll: false);
        // Of equal solutions it may be another than before the dive, and one that keeps the limit.
        Offer();

        List<int> Paying() => [.. limited.Keys.Where(household => IsPriced(household) && !chosen.ContainsKey(household))];
    }

    private void Split(Case root, PlacementLimits limits, bool ascending)
    {
        var (open, closed) = (new PriorityQueue<Case, (long, int)>(), new List<PlacementCase>());
        var made = 1;
        open.Enqueue(root, (-root.Bound, made));
        while (open.TryPeek(out var next, out _) && next.Bound > bestValue && made < limits.MostCases && graph.Simplex.Pivots < limits.MostPivots)
        {
            open.Dequeue();
            if (next.Next is not { } household)
            {
                closed.Add(next.Proof);
                continue;
            }
            foreach (var choice in limited[household].Choices)
            {
                IReadOnlyList<PlacementChoice> choices = [.. next.Choices, new(household, choice)];
                next.Prices.CopyTo(limitPrice, 0);
                var one = MakeCase(choices, ascending ? Ascend(choices, StepsPerCase) : SolveUnder(choices));
                open.Enqueue(one, (-one.Bound, ++made));
                progress?.Invoke(new(PlacementStage.HouseholdLimit, made, 0));
            }
        }
        Bound = open.Count == 0 ? bestValue : Math.Max(bestValue, open.Peek().Bound);
        Cases = [.. closed, .. open.UnorderedItems.Select(item => item.Element.Proof)];
    }

    /// <summary>
    /// Of the households that break the limit the one whose split would lower the bound most; where none does, one that pays for what it does not use, for then the bound is over the
    /// plan. Null: neither.
    /// </summary>
    private int? Splitting(IReadOnlyList<PlacementChoice> choices)
    {
        var broken = Breaking();
        if (broken.Count == 0)
            broken = [.. limited.Keys.Where(household => !chosen.ContainsKey(household) && limited[household].PaysForNothing(PostOf, limitPrice))];
        if (broken.Count < 2) return broken.Count == 0 ? null : broken[0];
        var split = broken.Take(MostLooked).MinBy(household => BestChoice(household).Value);
        SolveUnder(choices, overAll: false);
        return split;
    }
}
