using System.Runtime.CompilerServices;

namespace JobMatch.Matching.Placement;

/// <summary>
/// The basis of the network simplex: a rooted tree whose nodes stand in one chain, parents before children, so that every subtree is a stretch of it. Moving a subtree relinks stretches, one or two for
/// each node of the path that turns round, and leaves the rest of the chain as it is; with the size of every subtree the meeting point of two nodes needs no depth. (The preorder thread of
/// textbooks on network flows.)
/// </summary>
/// <param name="count">Node 0 is the root.</param>
internal sealed class SpanningTree(int count)
{
    public const int None = -1;

    /// <summary>A node; its tree arc and, in the lowest bit, whether that leads from it to its parent.</summary>
    private struct Node
    {
        public int Parent;
        public int ArcUp;
        public int Size;

        /// <summary>The last of its subtree in the chain.</summary>
        public int Last;
    }

    private readonly Node[] nodes = new Node[count];
    private readonly int[] next = new int[count];
    private readonly int[] previous = new int[count];

    public int Parent(int node) => nodes[node].Parent;

    public int Arc(int node) => nodes[node].ArcUp >> 1;

    /// <summary>The tree arc leads from the node to its parent.</summary>
    public bool IsUp(int node) => (nodes[node].ArcUp & 1) != 0;

    /// <summary>The next in the chain; −1 behind the last.</summary>
    public int Next(int node) => next[node];

    public int Size(int node) => nodes[node].Size;

    /// <summary>For the start: hangs a node under another, in any order. <see cref="Chain"/> makes it a tree.</summary>
    public void Hang(int node, int parent, int arc, bool up) => (nodes[node].Parent, nodes[node].ArcUp) = (parent, (arc << 1) | (up ? 1 : 0));

    /// <summary>Puts all nodes into the chain.</summary>
    public void Chain()
    {
        nodes[0].Parent = None;
        var (first, sibling) = (new int[nodes.Length], new int[nodes.Length]);
        Array.Fill(first, None);
        for (var node = nodes.Length - 1; node > 0; node--) (sibling[node], first[nodes[node].Parent]) = (first[nodes[node].Parent], node);
        var (last, at) = (None, 0);
        while (at != None)
        {
            previous[at] = last;
            if (last != None) next[last] = at;
            (last, nodes[at].Size) = (at, 1);
            if (first[at] != None)
            {
                at = first[at];
                continue;
            }
            // A subtree ends here, and perhaps those that it ends.
            for (nodes[at].Last = last; at != 0 && sibling[at] == None;)
            {
                nodes[nodes[at].Parent].Size += nodes[at].Size;
                at = nodes[at].Parent;
                nodes[at].Last = last;
            }
            if (at == 0) break;
            nodes[nodes[at].Parent].Size += nodes[at].Size;
            at = sibling[at];
        }
        next[last] = None;
    }

    /// <summary>The first node that is above both, or one of them.</summary>
    public int Meet(int a, int b)
    {
        // Who is above another has the larger subtree.
        while (a != b)
        {
            if (nodes[a].Size < nodes[b].Size) a = nodes[a].Parent;
            else b = nodes[b].Parent;
        }
        return a;
    }

    /// <summary>
    /// Cuts the subtree of <paramref name="leaving"/> off, turns the path from <paramref name="inner"/> up to it round, and hangs it by <paramref name="inner"/> under
    /// <paramref name="outer"/>. <paramref name="join"/> is above both ends.
    /// </summary>
    public void Move(int inner, int leaving, int outer, int join, int arc, bool up)
    {
        var size = nodes[leaving].Size;
        TakeOut(leaving, join);
        var tail = TurnRound(inner, leaving);
        var behind = next[outer];
        Link(outer, inner);
        next[tail] = behind;
        if (behind != None) previous[behind] = tail;
        Reverse(inner, leaving, outer, (arc << 1) | (up ? 1 : 0), tail, size);
        for (var node = outer; node != join; node = nodes[node].Parent) nodes[node].Size += size;
        for (var node = outer; node != None && nodes[node].Last == outer; node = nodes[node].Parent) nodes[node].Last = tail;
    }

    private void TakeOut(int leaving, int join)
    {
        var (size, last, before) = (nodes[leaving].Size, nodes[leaving].Last, previous[leaving]);
        var parent = nodes[leaving].Parent;
        for (var node = parent; node != join; node = nodes[node].Parent) nodes[node].Size -= size;
        for (var node = parent; node != None && nodes[node].Last == last; node = nodes[node].Parent) nodes[node].Last = before;
        var behind = next[last];
        next[before] = behind;
        if (behind != None) previous[behind] = before;
    }

    /// <summary>
    /// The chain of the subtree as it is when <paramref name="inner"/> is on top: first what hangs below it, then, for each node up the path, what of its old subtree lies before and behind that of
    /// the node below. The end of the chain.
    /// </summary>
    private int TurnRound(int inner, int leaving)
    {
        var (node, last) = (inner, nodes[inner].Last);
        var (before, behind, tail) = (previous[inner], next[last], last);
        while (node != leaving)
        {
            node = nodes[node].Parent;
            // Read before they are linked anew.
            var (beforeNode, lastOfNode) = (previous[node], nodes[node].Last);
            Link(tail, node);
            tail = before;
            if (lastOfNode != last)
            {
                var behindNode = next[lastOfNode];
                Link(tail, behind);
                (tail, last, behind) = (lastOfNode, lastOfNode, behindNode);
            }
            before = beforeNode;
        }
        return tail;
    }

    private void Reverse(int inner, int leaving, int outer, int arcUp, int tail, int size)
    {
        var (node, parent, below) = (inner, outer, 0);
        while (true)
        {
            ref var here = ref nodes[node];
            var old = here;
            (here.Parent, here.ArcUp, here.Size, here.Last) = (parent, arcUp, size - below, tail);
            if (node == leaving) return;
            // The arc above stays, and leads the other way now.
            (parent, node, arcUp, below) = (node, old.Parent, old.ArcUp ^ 1, old.Size);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Link(int node, int following)
    {
        next[node] = following;
        previous[following] = node;
    }
}
