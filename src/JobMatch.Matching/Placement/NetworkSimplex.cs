using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace JobMatch.Matching.Placement;

/// <summary>
/// Primal network simplex for circulations of least cost, with whole-number costs. Arcs may be added and costs changed between runs: the flow stays feasible, so that the next run goes on
/// from where the last one ended. The basis is a spanning tree kept strongly feasible (flow can be sent from every node to the root), which forbids cycling however many costs are
/// equal.
/// </summary>
internal sealed class NetworkSimplex
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
    private Arc[] arcs;
    private int[] flows;
    private int[] capacities;
    private sbyte[] states;
    private int searchFrom;

    /// <summary>Arcs from here on can carry any flow: outside the tree they carry none.</summary>
    private int uncapped;

    /// <param name="nodeCount">Node 0 is the root of the tree.</param>
    /// <param name="arcCount">Room for this many arcs; it grows.</param>
    public NetworkSimplex(int nodeCount, int arcCount)
    {
        tree = new(nodeCount);
        potentials = new long[nodeCount];
        (arcs, flows, capacities, states) = (new Arc[arcCount], new int[arcCount], new int[arcCount], new sbyte[arcCount]);
    }

    public int ArcCount { get; private set; }

    public long Pivots { get; private set; }

    public long Potential(int node) => potentials[node];

    public int Flow(int arc) => flows[arc];

    public int From(int arc) => arcs[arc].From;

    public int To(int arc) => arcs[arc].To;

    public long Cost(int arc) => arcs[arc].Cost;

    public int Capacity(int arc) => capacities[arc];

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
        Refresh();
    }

    /// <summary>The cost changes; <see cref="Refresh"/> before the next run.</summary>
    public void SetCost(int arc, long cost) => arcs[arc].Cost = cost;

    /// <summary>Potentials of the whole tree from the costs.</summary>
    public void Refresh()
    {
        potentials[0] = 0;
        for (var node = tree.Next(0); node != SpanningTree.None; node = tree.Next(node))
        {
            var (cost, above) = (arcs[tree.Arc(node)].Cost, potentials[tree.Parent(node)]);
            potentials[node] = tree.IsUp(node) ? above - cost : above + cost;
        }
    }

    /// <summary>Cost of the present circulation.</summary>
    public long TotalCost()
    {
        var total = 0L;
        for (var i = 0; i < ArcCount; i++) total = checked(total + (arcs[i].Cost * flows[i]));
        return total;
    }

    /// <summary>"nodes arcs", then "from to capacity cost" an arc, one line each: for other solvers.</summary>
    public string AsText()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{potentials.Length} {ArcCount}\n");
        for (var i = 0; i < ArcCount; i++) text.Append(CultureInfo.InvariantCulture, $"{arcs[i].From} {arcs[i].To} {capacities[i]} {arcs[i].Cost}\n");
        return text.ToString();
    }

    /// <summary>Pivots until no arc can improve the circulation.</summary>
    public void Run(Action<long>? progress, CancellationToken cancel)
    {
        for (int entering; (entering = FindEntering()) != None;)
        {
            Pivot(entering);
            if ((++Pivots & 1023) != 0) continue;
            cancel.ThrowIfCancellationRequested();
            progress?.Invoke(Pivots);
        }
    }

    /// <summary>The most violating arc of the first block, from where the last search ended, that has any; blocks of √arcs.</summary>
    private unsafe int FindEntering()
    {
        var (count, block) = (ArcCount, Math.Max(32, (int)Math.Sqrt(ArcCount)));
        var (best, found) = (0L, None);
        fixed (Arc* arc = arcs)
        fixed (long* potential = potentials)
        fixed (sbyte* state = states)
        {
            var left = count;
            for (var from = searchFrom < count ? searchFrom : 0; left > 0;)
            {
                var to = Math.Min(Math.Min(from + block, count), from + left);
                var i = from;
                for (; i < Math.Min(to, uncapped); i++)
                {
                    var reduced = state[i] * (arc[i].Cost + potential[arc[i].From] - potential[arc[i].To]);
                    if (reduced < best) (best, found) = (reduced, i);
                }
                // Those in the tree cost nothing, the others are empty: no look at the state.
                for (; i < to; i++)
                {
                    var reduced = arc[i].Cost + potential[arc[i].From] - potential[arc[i].To];
                    if (reduced < best) (best, found) = (reduced, i);
                }
                left -= to - from;
                from = to == count ? 0 : to;
                if (found == None) continue;
                searchFrom = from;
                return found;
            }
        }
        return None;
    }

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
        var shift = (up ? potentials[outer] - cost : potentials[outer] + cost) - potentials[inner];
        for (int node = inner, left = tree.Size(inner); left > 0; left--, node = tree.Next(node)) potentials[node] += shift;
    }
}
