namespace JobMatch.Matching.Placement;

/// <summary>
/// The limit of one such post a household is no flow constraint. First it gets a price: a household that breaks it pays for each such post what keeping to one would cost; with the right
/// prices the bound meets a plan that keeps the limit, and nothing has to be split (Lagrange). Where it does not meet, a household is split into cases, "only this member may", the most
/// promising case first, until the best plan reaches the highest bound of what is left.
/// </summary>
internal sealed class HouseholdLimitSearch
{
    private const int MostSweeps = 2;
    private readonly PlacementProblem problem;
    private readonly PlacementGraph graph;
    private readonly Action<PlacementProgress>? progress;
    private readonly CancellationToken cancel;
    private readonly bool[] single;
    private readonly long[] limitPrice;
    private readonly Dictionary<int, int[]> members;
    private readonly Dictionary<int, int> only = [];
    private readonly long lockedWorth;
    private long bestValue = long.MinValue;

    public HouseholdLimitSearch(PlacementProblem problem, PlacementGraph graph, Action<PlacementProgress>? progress, CancellationToken cancel)
    {
        (this.problem, this.graph, this.progress, this.cancel) = (problem, graph, progress, cancel);
        single = [.. problem.Quotas.Select(quota => quota.OnePerHousehold)];
        limitPrice = new long[problem.HouseholdCount];
        members = MembersWhoCould();
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

    /// <param name="mostCases">Cases to split into at most; then the best plan so far stands with its bound.</param>
    public void Run(int mostCases)
    {
        var root = MakeCase([], Solve());
        if (Offer()) (Cases, Bound) = ([root.Proof], root.Bound);
        else Search(root, mostCases);
    }

    /// <param name="Choices">Made so far.</param>
    /// <param name="Bound">No plan of the case is worth more.</param>
    /// <param name="Proof">The prices that say so.</param>
    /// <param name="Next">The household to split next; null when the case's best plan keeps the limit and reaches the bound.</param>
    private sealed record Case(IReadOnlyList<PlacementChoice> Choices, long Bound, PlacementCase Proof, int? Next);

    private Case MakeCase(IReadOnlyList<PlacementChoice> choices, long bound) => new(choices, bound, Certificate(choices), Splitting());

    private void Search(Case root, int mostCases)
    {
        var before = long.MaxValue;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var (choices, bound) = PriceHouseholds();
            root = MakeCase([], bound);
            Offer();
            if (root.Bound > bestValue) Repair(choices);
            (Cases, Bound) = ([root.Proof], root.Bound);
            if (root.Bound == bestValue) return;
            if (root.Bound >= before) break;
            before = root.Bound;
        }
        Split(root, mostCases);
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
        // What such posts pay is among the costs; once a household it is paid back.
        var value = lockedWorth - graph.Simplex.TotalCost;
        foreach (var household in members.Keys)
            if (!only.ContainsKey(household)) value += limitPrice[household];
        return value;
    }

    private long SolveUnder(IReadOnlyList<PlacementChoice> choices)
    {
        only.Clear();
        foreach (var choice in choices) only[choice.Household] = choice.Person;
        return SolveAgain();
    }

    private long SolveAgain(bool overAll = true)
    {
        foreach (var (household, people) in members)
        {
            var chosen = only.TryGetValue(household, out var person);
            foreach (var member in people) graph.SetSinglePenalty(member, !chosen ? limitPrice[household] : member == person ? 0 : graph.Forbidden);
        }
        return Solve(overAll);
    }

    private PlacementCase Certificate(IReadOnlyList<PlacementChoice> choices) => new(
        choices, graph.QuotaPrices(), graph.HouseholdPrices(), [.. limitPrice.Select((price, household) => only.ContainsKey(household) ? 0 : price)]);

    private int Takers(int household)
    {
        var count = 0;
        foreach (var person in members[household])
            if (graph.QuotaOf[person] >= 0 && single[graph.QuotaOf[person]]) count++;
        return count;
    }

    private List<int> Breaking() => [.. members.Keys.Where(household => Takers(household) > 1)];

    /// <summary>Households that could break the limit, with the members who could take such a post.</summary>
    private Dictionary<int, int[]> MembersWhoCould()
    {
        if (!single.Contains(true)) return [];
        return Enumerable.Range(0, problem.People.Count).Where(person => !graph.IsLocked(person) && graph.CouldTakeSingle(person))
            .GroupBy(problem.HouseholdOf).Where(household => household.Count() > 1).ToDictionary(household => household.Key, household => household.ToArray());
    }

    /// <summary>What the case is worth when only one member may, for the member for whom that is most; the first of equals.</summary>
    private (long Value, int Person) BestChoice(int household)
    {
        var best = (Value: long.MinValue, Person: -1);
        foreach (var person in members[household])
        {
            only[household] = person;
            var value = SolveAgain(overAll: false);
            if (value > best.Value) best = (value, person);
        }
        only.Remove(household);
        return best;
    }

    /// <summary>Prices each household that pays already or breaks the limit at what keeping it would cost; the choices that cost least.</summary>
    private (Dictionary<int, int> Choices, long Bound) PriceHouseholds()
    {
        var choices = new Dictionary<int, int>();
        only.Clear();
        foreach (var household in members.Keys.Where(household => limitPrice[household] > 0).ToList()) choices[household] = PriceOne(household);
        while (true)
        {
            SolveAgain(overAll: false);
            if (Unpriced(choices) is { Count: > 0 } unpriced)
            {
                progress?.Invoke(new(PlacementStage.HouseholdLimit, choices.Count, choices.Count + unpriced.Count));
                choices[unpriced[0]] = PriceOne(unpriced[0]);
                continue;
            }
            var bound = SolveAgain();
            if (Unpriced(choices).Count == 0) return (choices, bound);
        }
    }

    private List<int> Unpriced(Dictionary<int, int> priced) => [.. Breaking().Where(household => !priced.ContainsKey(household))];

    private int PriceOne(int household)
    {
        limitPrice[household] = 0;
        var free = SolveAgain(overAll: false);
        var (kept, person) = BestChoice(household);
        limitPrice[household] = Math.Max(0, free - kept);
        return person;
    }

    /// <summary>A plan that keeps the limit: each priced household to its cheapest choice, and whoever breaks it then likewise.</summary>
    private void Repair(Dictionary<int, int> choices)
    {
        SolveUnder([.. choices.Select(choice => new PlacementChoice(choice.Key, choice.Value))]);
        while (!Offer())
        {
            var household = Breaking()[0];
            only[household] = BestChoice(household).Person;
            SolveAgain();
        }
        only.Clear();
    }

    private void Split(Case root, int mostCases)
    {
        var (open, closed) = (new PriorityQueue<Case, (long, int)>(), new List<PlacementCase>());
        var made = 1;
        open.Enqueue(root, (-root.Bound, made));
        while (open.TryPeek(out var next, out _) && next.Bound > bestValue && made < mostCases)
        {
            open.Dequeue();
            if (next.Next is not { } household)
            {
                closed.Add(next.Proof);
                continue;
            }
            foreach (var person in members[household])
            {
                IReadOnlyList<PlacementChoice> choices = [.. next.Choices, new(household, person)];
                var one = MakeCase(choices, SolveUnder(choices));
                Offer();
                open.Enqueue(one, (-one.Bound, ++made));
                progress?.Invoke(new(PlacementStage.HouseholdLimit, made, 0));
            }
        }
        Bound = open.Count == 0 ? bestValue : Math.Max(bestValue, open.Peek().Bound);
        Cases = [.. closed, .. open.UnorderedItems.Select(item => item.Element.Proof)];
    }

    /// <summary>A household that breaks the limit; else one that pays for a post that nobody of it takes, for then the bound is over the plan.</summary>
    private int? Splitting()
    {
        foreach (var household in members.Keys)
            if (Takers(household) > 1) return household;
        foreach (var household in members.Keys)
            if (!only.ContainsKey(household) && limitPrice[household] > 0 && Takers(household) == 0) return household;
        return null;
    }
}
