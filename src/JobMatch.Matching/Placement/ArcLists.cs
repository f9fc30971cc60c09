namespace JobMatch.Matching.Placement;

/// <summary>The arcs out of and into every node, in the order of adding.</summary>
internal sealed class ArcLists
{
    public const int End = -1;

    private readonly (int First, int Last)[] outOf;
    private readonly (int First, int Last)[] into;
    private (int Out, int In)[] next;

    public ArcLists(int nodeCount, int arcCount)
    {
        (outOf, into, next) = (new (int, int)[nodeCount], new (int, int)[nodeCount], new (int, int)[arcCount]);
        Array.Fill(outOf, (End, End));
        Array.Fill(into, (End, End));
    }

    public int FirstOut(int node) => outOf[node].First;

    public int NextOut(int arc) => next[arc].Out;

    public int FirstIn(int node) => into[node].First;

    public int NextIn(int arc) => next[arc].In;

    /// <param name="arc">Numbered from 0 without a gap.</param>
    /// <param name="from">Node it leaves.</param>
    /// <param name="to">Node it enters.</param>
    public void Add(int arc, int from, int to)
    {
        if (arc == next.Length) Array.Resize(ref next, Math.Max(16, arc * 2));
        next[arc] = (End, End);
        ref var leaving = ref outOf[from];
        if (leaving.First == End) leaving.First = arc;
        else next[leaving.Last].Out = arc;
        leaving.Last = arc;
        ref var entering = ref into[to];
        if (entering.First == End) entering.First = arc;
        else next[entering.Last].In = arc;
        entering.Last = arc;
    }
}
