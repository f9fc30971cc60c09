using System.Runtime.CompilerServices;

namespace JobMatch.Matching.Pool;

/// <summary>A bit for each row of a chunk, 64 to a word.</summary>
[InlineArray(Words)]
internal struct ChunkRows
{
    public const int Words = WorkerChunk.Size / RowBits.Count;

    private ulong first;
}

/// <summary>A chunk on its way through the steps of a scan, with what is known of its rows so far.</summary>
internal sealed class ChunkInHand
{
    /// <summary>Those who passed all that was asked, within reach and scope.</summary>
    public ChunkRows Near;

    /// <summary>The same, outside of the scope: they are counted only.</summary>
    public ChunkRows Outside;

    /// <summary>Of both, those of whom a fact of variable number has to say yes as well.</summary>
    public ChunkRows Undecided;

    /// <summary>Where so few hold the certificates that they are asked one by one (<see cref="FewRows"/>): the rows that are left, in their order, in place of the bits above.</summary>
    public readonly ushort[] Few = new ushort[FewRows.Most];

    /// <summary>How many those are; −1 where the rows are asked 64 at a time.</summary>
    public int FewCount { get; set; } = -1;

    /// <summary>Beside those, how many pass outside of the scope: they are counted only.</summary>
    public int FewOutside { get; set; }

    public bool IsFew => FewCount >= 0;

    public WorkerChunk Chunk { get; private set; } = WorkerChunk.Empty;

    /// <summary>Rows that were there when the chunk was taken in hand.</summary>
    public int Count { get; private set; }

    public int FirstSlot { get; private set; }

    public void Take(WorkerChunk chunk, int firstSlot) => (Chunk, Count, FirstSlot) = (chunk, chunk.Count, firstSlot);
}
