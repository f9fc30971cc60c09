using System.Runtime.CompilerServices;

namespace JobMatch.Matching.Placement;

/// <summary>
/// Primal network simplex for circulations of least cost, with whole-number costs. Arcs may be added and costs changed between runs: the flow stays feasible, so that the next run goes on
/// from where the last one ended. The basis is a spanning tree kept strongly feasible (flow can be sent from every node to the root), which forbids cycling however many costs are
/// equal.
/// </summary>
internal sealed partial class NetworkSimplex
{
    /// <summary>Capacity that no flow reaches.</summary>
    public const int Unlimited = int.MaxValue / 2;

    private const int None = -1;
    private const sbyte AtLower = 1;
    private const sbyte InTree = 0;
    private const sbyte AtUpper = -1;

    /// <summary>What a pivot reads of an arc while it searches: 16 bytes, in the order of adding.</summary>
    private struct Arc
    {
        public long Cost;
        public int From;
        public int To;
    }

    private readonly SpanningTree tree;
    private readonly long[] potentials;
    private readonly ArcLists lists;
    private readonly SuspectNodes suspects;
    private Arc[] arcs;
    private int[] flows;
    private int[] capacities;
    private sbyte[] states;
    private bool planted;

    /// <summary>Arcs from here on can carry any flow: outside the tree they carry none.</summary>
    private int uncapped;

    /// <param name="nodeCount">Node 0 is the root of the tree.</param>
    /// <param name="arcCount">Room for this many arcs; it grows.</param>
    public NetworkSimplex(int nodeCount, int arcCount)
    {
        (tree, lists, suspects) = (new(nodeCount), new(nodeCount, arcCount), new(nodeCount));
        potentials = new long[nodeCount];
        (arcs, flows, capacities, states) = (new Arc[arcCount], new int[arcCount], new int[arcCount], new sbyte[arcCount]);
    }

    public int NodeCount => potentials.Length;

    public int ArcCount { get; private set; }

    /// <summary>Cost of the present circulation.</summary>
    public long TotalCost { get; private set; }

    public long Pivots { get; private set; }

    public long Potential(int node) => potentials[node];

    public int Flow(int arc) => flows[arc];

    public int From(int arc) => arcs[arc].From;

    public int To(int arc) => arcs[arc].To;

    public long Cost(int arc) => arcs[arc].Cost;

    public int Capacity(int arc) => capacities[arc];

    /// <summary>The arc between the node and its parent in the tree; not for the root.</summary>
    public int TreeArc(int node) => tree.Arc(node);

    /// <summary>The arcs out of every node.</summary>
    public ArcLists Lists => lists;

    public int AddArc(int from, int to, long cost, int capacity)
    {
        if (ArcCount == arcs.Length)
        {
            var room = Math.Max(16, arcs.Length * 2);
            Array.Resize(ref arcs, room);
            Array.Resize(ref flows, room);
            Array.Resize(ref capacities, room);
            Array.Resize(ref states, room);
        }
        arcs[ArcCount] = new() { From = from, To = to, Cost = cost };
        capacities[ArcCount] = capacity;
        states[ArcCount] = AtLower;
        if (capacity < Unlimited) uncapped = ArcCount + 1;
        lists.Add(ArcCount, from, to);
        if (planted) suspects.Add(from, SuspectNodes.Side.Out);
        return ArcCount++;
    }

    /// <summary>Flow of the start; an arc outside the tree has none or all it can carry.</summary>
    public void StartFlow(int arc, int flow)
    {
        flows[arc] = flow;
        states[arc] = flow == 0 ? AtLower : AtUpper;
    }

    /// <summary>Hangs a node under the other end of an arc, for the start. More flow must fit from the node to its parent. <see cref="Plant"/> afterwards.</summary>
    public void StartTree(int node, int arc)
    {
        var up = arcs[arc].From == node;
        states[arc] = InTree;
        tree.Hang(node, up ? arcs[arc].To : arcs[arc].From, arc, up);
    }

    /// <summary>All nodes but the root hang in the tree: it can be used.</summary>
    public void Plant()
    {
        tree.Chain();
        potentials[0] = 0;
        for (var node = tree.Next(0); node != SpanningTree.None; node = tree.Next(node))
        {
            var (cost, above) = (arcs[tree.Arc(node)].Cost, potentials[tree.Parent(node)]);
            potentials[node] = tree.IsUp(node) ? above - cost : above + cost;
        }
        TotalCost = 0;
        for (var i = 0; i < ArcCount; i++) TotalCost = checked(TotalCost + (arcs[i].Cost * flows[i]));
        (planted, looking) = (true, Looking.Everywhere);
    }

    /// <summary>The cost changes, and with it the potentials; the circulation stays until the next run.</summary>
    public void SetCost(int arc, long cost)
    {
        var more = cost - arcs[arc].Cost;
        arcs[arc].Cost = cost;
        TotalCost += more * flows[arc];
        if (states[arc] != InTree)
        {
            suspects.Add(arcs[arc].From, SuspectNodes.Side.Out);
            return;
        }
        var (from, to) = (arcs[arc].From, arcs[arc].To);
        if (from != 0 && tree.Arc(from) == arc) Shift(from, -more);
        else Shift(to, more);
    }

    /// <summary>By how much a unit more, or less where it is full, makes the circulation cheaper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Gain(int arc) => -states[arc] * (arcs[arc].Cost + potentials[arcs[arc].From] - potentials[arcs[arc].To]);

    private void Pivot(int entering)
    {
        ref var arc = ref arcs[entering];
        var forward = states[entering] == AtLower;
        var (first, second) = forward ? (arc.From, arc.To) : (arc.To, arc.From);
        var join = tree.Meet(first, second);
        var amount = capacities[entering];
        var (leaving, fromFirst) = (None, false);
        // Of arcs that block alike, the last one along the cycle, begun at the meeting point, leaves: the tree stays strongly feasible.
        for (var node = first; node != join; node = tree.Parent(node))
        {
            var fits = Room(node, towardsParent: false);
            if (fits < amount) (amount, leaving, fromFirst) = (fits, node, true);
        }
        for (var node = second; node != join; node = tree.Parent(node))
        {
            var fits = Room(node, towardsParent: true);
            if (fits <= amount) (amount, leaving, fromFirst) = (fits, node, false);
        }
        TotalCost -= Gain(entering) * amount;
        if (amount > 0) Push(entering, forward, first, second, join, amount);
        if (leaving == None)
        {
            states[entering] = (sbyte)-states[entering];
            return;
        }
        var out1 = tree.Arc(leaving);
        states[out1] = flows[out1] == 0 ? AtLower : AtUpper;
        states[entering] = InTree;
        Rehang(entering, fromFirst ? first : second, fromFirst ? second : first, leaving, join);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Room(int node, bool towardsParent)
    {
        var arc = tree.Arc(node);
        return tree.IsUp(node) == towardsParent ? (capacities[arc] >= Unlimited ? Unlimited : capacities[arc] - flows[arc]) : flows[arc];
    }

    private void Push(int entering, bool forward, int first, int second, int join, int amount)
    {
        flows[entering] += forward ? amount : -amount;
        for (var node = first; node != join; node = tree.Parent(node)) flows[tree.Arc(node)] += tree.IsUp(node) ? -amount : amount;
        for (var node = second; node != join; node = tree.Parent(node)) flows[tree.Arc(node)] += tree.IsUp(node) ? amount : -amount;
    }

    /// <summary>Hangs the subtree of <paramref name="leaving"/>, which holds <paramref name="inner"/>, under <paramref name="outer"/> by the entering arc.</summary>
    private void Rehang(int entering, int inner, int outer, int leaving, int join)
    {
        var up = arcs[entering].From == inner;
        tree.Move(inner, leaving, outer, join, entering, up);
        var cost = arcs[entering].Cost;
        Shift(inner, (up ? potentials[outer] - cost : potentials[outer] + cost) - potentials[inner]);
    }

    /// <summary>Changes the potentials of a subtree: lower ones favour the arcs out of it, higher ones those into it.</summary>
    private void Shift(int top, long shift)
    {
        var (node, left) = (top, tree.Size(top));
        if (looking != Looking.AtSuspects)
        {
            for (; left > 0; left--, node = tree.Next(node)) potentials[node] += shift;
            return;
        }
        var side = shift < 0 ? SuspectNodes.Side.Out : SuspectNodes.Side.In;
        for (; left > 0; left--, node = tree.Next(node))
        {
            potentials[node] += shift;
            suspects.Add(node, side);
        }
    }
}
