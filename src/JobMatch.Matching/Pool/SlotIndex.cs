namespace JobMatch.Matching.Pool;

/// <summary>
/// From a worker's id to her slot in 4 bytes an entry: open addressing over slot numbers; the id itself stands in the row. Entries are never taken out of a generation, so readers
/// need no lock.
/// </summary>
internal sealed class SlotIndex(int capacity)
{
    private int[] entries = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, capacity * 3 / 2))];
    private int count;

    /// <summary>The slot of an id, −1 when there is none.</summary>
    /// <param name="id">Whom to find.</param>
    /// <param name="chunks">The chunks at hand.</param>
    /// <param name="isNewer">A slot was met that lies behind the chunks at hand: they are out of date.</param>
    public int Find(long id, WorkerChunk?[] chunks, out bool isNewer)
    {
        var table = Volatile.Read(ref entries);
        isNewer = false;
        for (var i = FirstOf(id, table.Length); ; i = (i + 1) & (table.Length - 1))
        {
            var slot = Volatile.Read(ref table[i]) - 1;
            if (slot < 0) return -1;
            var chunk = slot / WorkerChunk.Size < chunks.Length ? Volatile.Read(ref chunks[slot / WorkerChunk.Size]) : null;
            if (chunk is null || slot % WorkerChunk.Size >= chunk.Count) isNewer = true;
            else if (chunk.Cold[slot % WorkerChunk.Size].Id == id) return slot;
        }
    }

    /// <summary>Adds an id that is not there; its row has been published.</summary>
    public void Add(long id, int slot, WorkerChunk?[] chunks)
    {
        if ((count + 1) * 3 > entries.Length * 2)
        {
            var larger = new int[entries.Length * 2];
            foreach (var entry in entries)
            {
                if (entry == 0) continue;
                var old = entry - 1;
                Put(larger, chunks[old / WorkerChunk.Size]!.Cold[old % WorkerChunk.Size].Id, entry);
            }
            Volatile.Write(ref entries, larger);
        }
        Put(entries, id, slot + 1);
        count++;
    }

    private static void Put(int[] table, long id, int entry)
    {
        var i = FirstOf(id, table.Length);
        while (table[i] != 0) i = (i + 1) & (table.Length - 1);
        Volatile.Write(ref table[i], entry);
    }

    private static int FirstOf(long id, int length) => (int)((ulong)id * 0x9E37_79B9_7F4A_7C15UL >> 32) & (length - 1);
}
