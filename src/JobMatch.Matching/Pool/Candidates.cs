using System.Numerics;

namespace JobMatch.Matching.Pool;

/// <summary>
/// Rows whose bound could still get them among the best, kept until they are many and then scored from the best bound down: the worst of the best K is soon good, and the bound of most
/// kept rows no longer reaches it.
/// </summary>
internal sealed class Candidates
{
    /// <summary>Kept before they are scored.</summary>
    public const int Most = 1024;

    private const short None = -1;

    private readonly Item[] items = new Item[Most];

    /// <summary>By <see cref="ScanPart.LevelOf"/>: the item kept last.</summary>
    private readonly short[] heads = new short[ScanPart.LevelOf(ScanPart.MostBound) + 1];

    /// <summary>A bit for each level that has items.</summary>
    private readonly ulong[] filled = new ulong[(ScanPart.LevelOf(ScanPart.MostBound) / RowBits.Count) + 1];
    private int count;

    public bool IsFull => count == Most;

    /// <param name="chunk">As it was when the row was bounded.</param>
    /// <param name="row">The row.</param>
    /// <param name="bound">At best its <see cref="ScanPart.BoundOf"/>; less comes first.</param>
    public void Keep(WorkerChunk chunk, int row, int bound)
    {
        var level = ScanPart.LevelOf(bound);
        ref var bits = ref filled[level / RowBits.Count];
        var bit = 1UL << (level % RowBits.Count);
        items[count] = new(chunk, bound, (short)row, (bits & bit) != 0 ? heads[level] : None);
        bits |= bit;
        heads[level] = (short)count++;
    }

    /// <summary>Takes out one of the best level whose bound reaches what has to be reached by now; false when there is none, and nothing is kept any more.</summary>
    public bool TryTake(int worst, out WorkerChunk chunk, out int row)
    {
        for (var level = BestLevel(); level <= ScanPart.LevelOf(worst); level = BestLevel())
        {
            ref readonly var item = ref items[heads[level]];
            if (item.Next == None) filled[level / RowBits.Count] &= ~(1UL << (level % RowBits.Count));
            else FetchAfter(level, item.Next);
            if (item.Bound > worst) continue;
            (chunk, row) = (item.Chunk, item.Row);
            return true;
        }
        Array.Clear(filled);
        (chunk, row, count) = (WorkerChunk.Empty, 0, 0);
        return false;
    }

    /// <summary>Goes on to the next of a level, and asks for what scoring it reads.</summary>
    private void FetchAfter(int level, short next)
    {
        heads[level] = next;
        Ahead.One(in items[next].Chunk.Cold[items[next].Row]);
    }

    private int BestLevel()
    {
        for (var word = 0; word < filled.Length; word++)
        {
            if (filled[word] != 0) return (word * RowBits.Count) + BitOperations.TrailingZeroCount(filled[word]);
        }
        return int.MaxValue;
    }

    private readonly record struct Item(WorkerChunk Chunk, int Bound, short Row, short Next);
}
