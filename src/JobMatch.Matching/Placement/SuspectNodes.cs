namespace JobMatch.Matching.Placement;

/// <summary>Nodes at which an arc may have come to improve the circulation, since its price or the node's changed: first in, first out, each once.</summary>
internal sealed class SuspectNodes(int nodeCount)
{
    private readonly int[] queue = new int[nodeCount];
    private readonly Side[] sides = new Side[nodeCount];
    private int head;

    /// <summary>Which arcs are suspect. Arcs of limited capacity are looked at either way, for a full one improves by giving back.</summary>
    [Flags]
    public enum Side : byte
    {
        None = 0,
        Out = 1,
        In = 2,
    }

    public int Count { get; private set; }

    public int First => queue[head];

    public Side SideOf(int node) => sides[node];

    public void Add(int node, Side side)
    {
        if (sides[node] == Side.None)
        {
            var at = head + Count++;
            queue[at < queue.Length ? at : at - queue.Length] = node;
        }
        sides[node] |= side;
    }

    public void RemoveFirst()
    {
        sides[First] = Side.None;
        if (++head == queue.Length) head = 0;
        Count--;
    }

    public void Clear()
    {
        while (Count > 0) RemoveFirst();
    }
}
