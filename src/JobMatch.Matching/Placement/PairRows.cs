namespace JobMatch.Matching.Placement;

/// <summary>A pair that the graph holds, and its arc.</summary>
internal readonly record struct PairArc(int Person, int Quota, int Score, int Arc);

/// <summary>The pairs that the graph holds, side by side for each person.</summary>
internal sealed class PairRows
{
    private readonly int[] starts;
    private readonly PairArc[] pairs;

    /// <param name="people">Number of people.</param>
    /// <param name="arcs">In any order.</param>
    public PairRows(int people, IReadOnlyCollection<PairArc> arcs)
    {
        (starts, pairs) = (new int[people + 2], new PairArc[arcs.Count]);
        // One place further on while they are laid down: each start has then moved to where it belongs.
        foreach (var arc in arcs) starts[arc.Person + 2]++;
        for (var i = 2; i < starts.Length; i++) starts[i] += starts[i - 1];
        foreach (var arc in arcs) pairs[starts[arc.Person + 1]++] = arc;
    }

    public int People => starts.Length - 2;

    /// <summary>Index of a person's first pair; of the next person, the end.</summary>
    public int Start(int person) => starts[person];

    public int Person(int pair) => pairs[pair].Person;

    public int Quota(int pair) => pairs[pair].Quota;

    public int Score(int pair) => pairs[pair].Score;

    public int Arc(int pair) => pairs[pair].Arc;
}
