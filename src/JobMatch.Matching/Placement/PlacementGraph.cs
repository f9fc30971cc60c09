namespace JobMatch.Matching.Placement;

/// <summary>
/// The plan as a circulation: source → household where nobody works (its first member earns the household aim) → person → quota → sink → source. It holds only some of the gated
/// pairs; <see cref="Price"/> looks at all of them and adds those that could improve the plan. Costs are aims with their sign turned; precedence is among those of a person's own arc, and that she has work already.
/// </summary>
internal sealed class PlacementGraph
{
    private const int Source = 0;
    private const int Sink = 1;
    private const int FirstQuota = 2;

    private readonly PlacementProblem problem;
    private readonly LockedRows locks;
    private readonly NetworkSimplex simplex;
    private readonly int[] personNode;
    private readonly int[] personArc;
    private readonly int[] householdNode;
    private readonly int[] bonusArc;
    private readonly int[] moreArc;
    private readonly int[] quotaArc;
    private readonly int sinkArc;
    private readonly int firstPair;
    private readonly WelfarePost[] posts;
    private readonly PairPricing pricing;
    private readonly int[] quotaOf;
    private readonly List<PairArc> pairArcs = [];

    /// <param name="problem">What is planned.</param>
    /// <param name="like">Another graph of the problem whose pairs this one begins with; null: the most promising ones.</param>
    public PlacementGraph(PlacementProblem problem, PlacementGraph? like = null)
    {
        this.problem = problem;
        locks = new(problem);
        pricing = new(problem, locks);
        posts = [.. problem.Quotas.Select(quota => quota.Post)];
        (personNode, personArc, quotaOf) = (Unset(problem.People.Count), Unset(problem.People.Count), Unset(problem.People.Count));
        (householdNode, bonusArc, moreArc) = (Unset(problem.HouseholdCount), Unset(problem.HouseholdCount), Unset(problem.HouseholdCount));
        quotaArc = Unset(problem.Quotas.Count);
        var members = Members();
        simplex = new(NumberNodes(members), (problem.People.Count * 14) + problem.Quotas.Count + 1);
        sinkArc = simplex.AddArc(Sink, Source, 0, NetworkSimplex.Unlimited);
        AddFrame(members);
        firstPair = simplex.ArcCount;
        pairArcs.EnsureCapacity(like?.pairArcs.Count ?? problem.People.Count * 12);
        if (like is null) FirstArcs.Add(problem, locks, Add);
        else foreach (var pair in like.pairArcs) Add(pair.Person, pair.Quota, pair.Score);
    }

    public NetworkSimplex Simplex => simplex;

    /// <summary>How often all pairs were priced.</summary>
    public int Rounds { get; private set; }

    /// <summary>Where everybody goes by the present flow; locked rows stand.</summary>
    public ReadOnlySpan<int> QuotaOf => quotaOf;

    /// <summary>A cost at which nobody takes a post.</summary>
    public long Forbidden => problem.Aims.BeyondOnePerson;

    public LockedRows Locks => locks;

    /// <summary>What public-welfare posts cost this person extra; the flow stays.</summary>
    public void SetWelfareCost(int person, WelfareCost cost)
    {
        var before = pricing.WelfareCost(person);
        if (cost == before) return;
        pricing.SetWelfareCost(person, cost);
        for (var arc = simplex.Lists.FirstOut(personNode[person]); arc != ArcLists.End; arc = simplex.Lists.NextOut(arc))
        {
            var post = posts[simplex.To(arc) - FirstQuota];
            if (cost.Of(post) != before.Of(post)) simplex.SetCost(arc, simplex.Cost(arc) + cost.Of(post) - before.Of(post));
        }
    }

    /// <summary>Begins with the plan of an auction and a tree whose prices nearly fit it.</summary>
    public void Start()
    {
        var (rows, anybodyWorks) = (new PairRows(personNode.Length, pairArcs), problem.People.Any(person => person.Works));
        var plan = new FirstPlan(rows, locks.Left, person => WorthInPoints(person, anybodyWorks));
        var (room, placed) = ((int[])locks.Left.Clone(), new int[householdNode.Length]);
        for (var person = 0; person < personNode.Length; person++)
        {
            if (plan.Choice[person] < 0) continue;
            room[rows.Quota(plan.Choice[person])]--;
            placed[problem.HouseholdOf(person)]++;
        }
        var tree = new FirstTree(rows, plan, room, problem.Aims.Person, LostAtHome);
        Plant(rows, plan, room, tree, placed);
        simplex.Plant();
        ReadPlan();

        long LostAtHome(int person) => problem.OwnWorthOf(person) + (locks.Earns(problem.HouseholdOf(person)) && placed[problem.HouseholdOf(person)] == 1 ? problem.Aims.Household : 0);
    }

    /// <summary>What any place is worth to a person beside her score, as the auction takes it.</summary>
    private int WorthInPoints(int person, bool anybodyWorks) =>
        (locks.Earns(problem.HouseholdOf(person)) ? FirstPlan.FamilyWorth : 0) + (anybodyWorks && problem.PeopleCount && !problem.People[person].Works ? FirstPlan.FamilyWorth : 0) + Precedences.WorthOf(problem.People[person].Precedence);

    /// <summary>Solves over the arcs that are there.</summary>
    public void Run(Action<long>? progress, CancellationToken cancel)
    {
        simplex.Run(progress, cancel);
        ReadPlan();
    }

    /// <summary>Prices every gated pair by the duals of a plan that is best over the pairs that are there, and adds the worst offenders of each person; the number added, 0 when it is best over all.</summary>
    public int Price()
    {
        Rounds++;
        return pricing.Find(
            [.. quotaArc.Select((arc, quota) => arc < 0 ? PairPricing.Nothing : problem.Aims.Person + simplex.Potential(FirstQuota + quota))],
            [.. personNode.Select(node => node < 0 ? PairPricing.Nobody : simplex.Potential(node))], Add);
    }

    public long[] QuotaPrices()
    {
        var sink = simplex.Potential(Sink);
        return [.. quotaArc.Select((arc, quota) => arc < 0 ? 0 : Math.Max(0, sink - simplex.Potential(FirstQuota + quota)))];
    }

    public long[] HouseholdPrices() =>
    [
        .. householdNode.Select((node, household) => !problem.IsZeroEmployment(household) ? 0
            : node < 0 ? problem.Aims.Household : Math.Clamp(-simplex.Potential(node), 0, problem.Aims.Household)),
    ];

    private static int[] Unset(int length)
    {
        var array = new int[length];
        Array.Fill(array, -1);
        return array;
    }

    /// <summary>Per household where nobody works, the members who could be placed; per person whether she takes part.</summary>
    private int[] Members()
    {
        var members = new int[problem.HouseholdCount];
        for (var person = 0; person < personNode.Length; person++)
        {
            foreach (var pair in problem.Pairs.Row(person))
            {
                if (!locks.IsFree(person, pair.Quota)) continue;
                personNode[person] = 0;
                if (locks.Earns(problem.HouseholdOf(person))) members[problem.HouseholdOf(person)]++;
                break;
            }
        }
        return members;
    }

    private int NumberNodes(int[] members)
    {
        var next = FirstQuota + quotaArc.Length;
        for (var household = 0; household < members.Length; household++)
            if (members[household] > 1) householdNode[household] = next++;
        for (var person = 0; person < personNode.Length; person++)
            if (personNode[person] >= 0) personNode[person] = next++;
        return next;
    }

    private void AddFrame(int[] members)
    {
        for (var quota = 0; quota < quotaArc.Length; quota++)
        {
            if (locks.Left[quota] > 0) quotaArc[quota] = simplex.AddArc(FirstQuota + quota, Sink, 0, locks.Left[quota]);
            // Without a vacancy nobody goes there; an arc that carries nothing keeps the tree whole.
            else simplex.AddArc(FirstQuota + quota, Sink, 0, NetworkSimplex.Unlimited);
        }
        for (var household = 0; household < householdNode.Length; household++)
        {
            if (householdNode[household] < 0) continue;
            bonusArc[household] = simplex.AddArc(Source, householdNode[household], -problem.Aims.Household, 1);
            moreArc[household] = simplex.AddArc(Source, householdNode[household], 0, NetworkSimplex.Unlimited);
        }
        for (var person = 0; person < personNode.Length; person++)
        {
            if (personNode[person] < 0) continue;
            var household = problem.HouseholdOf(person);
            var cost = -problem.OwnWorthOf(person);
            // The only one of her household: she earns the household aim herself.
            personArc[person] = householdNode[household] >= 0
                ? simplex.AddArc(householdNode[household], personNode[person], cost, 1)
                : simplex.AddArc(Source, personNode[person], members[household] == 1 ? cost - problem.Aims.Household : cost, 1);
        }
    }

    private void Add(int person, int quota, int score) =>
        pairArcs.Add(new(person, quota, score, simplex.AddArc(personNode[person], FirstQuota + quota, CostOf(person, quota, score), NetworkSimplex.Unlimited)));

    private long CostOf(int person, int quota, int score) => pricing.WelfareCost(person).Of(posts[quota]) - problem.Aims.Person - score;

    /// <summary>
    /// The tree of a plan. From every node more flow must fit to the root: from a quota with room straight on; from a full one back to one of its people, and from there to the source or to another
    /// quota; from a person to her quota, or to one that she could have.
    /// </summary>
    private void Plant(PairRows rows, FirstPlan plan, int[] room, FirstTree tree, int[] placed)
    {
        simplex.StartFlow(sinkArc, locks.Left.Sum() - room.Sum());
        simplex.StartTree(Sink, sinkArc);
        for (var quota = 0; quota < quotaArc.Length; quota++)
        {
            if (quotaArc[quota] >= 0) simplex.StartFlow(quotaArc[quota], locks.Left[quota] - room[quota]);
            if (tree.FullParent[quota] < 0) simplex.StartTree(FirstQuota + quota, simplex.Lists.FirstOut(FirstQuota + quota));
        }
        var anyMember = Unset(householdNode.Length);
        for (var person = 0; person < personNode.Length; person++)
        {
            if (personNode[person] < 0) continue;
            anyMember[problem.HouseholdOf(person)] = person;
            if (plan.Choice[person] is >= 0 and var pair)
            {
                simplex.StartFlow(personArc[person], 1);
                simplex.StartFlow(rows.Arc(pair), 1);
                if (tree.FullParent[rows.Quota(pair)] == person) simplex.StartTree(FirstQuota + rows.Quota(pair), rows.Arc(pair));
            }
            simplex.StartTree(personNode[person], tree.HangArc[person] == FirstTree.AtHome ? personArc[person] : tree.HangArc[person]);
        }
        for (var household = 0; household < householdNode.Length; household++)
        {
            if (householdNode[household] < 0) continue;
            simplex.StartFlow(bonusArc[household], Math.Min(placed[household], 1));
            simplex.StartFlow(moreArc[household], Math.Max(placed[household] - 1, 0));
            simplex.StartTree(householdNode[household], placed[household] == 0 ? personArc[anyMember[household]] : placed[household] == 1 ? bonusArc[household] : moreArc[household]);
        }
    }

    private void ReadPlan()
    {
        Array.Fill(quotaOf, -1);
        foreach (var row in problem.Locks) quotaOf[row.Person] = row.Quota;
        // Pairs outside the tree carry nothing.
        for (var person = 0; person < personNode.Length; person++)
            if (personNode[person] >= 0) ReadPlace(simplex.TreeArc(personNode[person]));
        for (var quota = 0; quota < quotaArc.Length; quota++) ReadPlace(simplex.TreeArc(FirstQuota + quota));
    }

    private void ReadPlace(int arc)
    {
        if (arc >= firstPair && simplex.Flow(arc) > 0) quotaOf[pairArcs[arc - firstPair].Person] = simplex.To(arc) - FirstQuota;
    }
}
