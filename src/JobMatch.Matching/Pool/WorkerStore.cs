using System.Collections.Concurrent;

namespace JobMatch.Matching.Pool;

/// <summary>A run of rows. Rows below <see cref="Count"/> never change: an update publishes a copy.</summary>
internal sealed class WorkerChunk
{
    /// <summary>32 KiB of rows: copying one is microseconds, and it stays out of the large object heap.</summary>
    public const int Size = 256;

    public readonly WorkerRow[] Rows = new WorkerRow[Size];
    public readonly uint[]?[] Overflow = new uint[]?[Size];
    private int count;

    /// <summary>Rows that may be read.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Writes the row behind the last one and only then lets readers see it.</summary>
    public void Append(in WorkerRow row, uint[]? overflow)
    {
        Rows[count] = row;
        Overflow[count] = overflow;
        Volatile.Write(ref count, count + 1);
    }

    public WorkerChunk Copy()
    {
        var copy = new WorkerChunk { count = count };
        Rows.AsSpan(0, count).CopyTo(copy.Rows);
        Overflow.AsSpan(0, count).CopyTo(copy.Overflow);
        return copy;
    }
}

/// <summary>One generation of the store: one slot per worker, so that no reader of it can meet anybody twice.</summary>
internal sealed class WorkerSnapshot(ConcurrentDictionary<long, int> slots, WorkerChunk[] chunks)
{
    public ConcurrentDictionary<long, int> Slots => slots;

    /// <summary>Filled from the front; null behind the last chunk.</summary>
    public WorkerChunk[] Chunks => chunks;

    public WorkerChunk? ChunkAt(int index) => Volatile.Read(ref chunks[index]);

    /// <summary>Chunks to scan; one that is added later may be missed.</summary>
    public int ChunkCount()
    {
        var count = chunks.Length;
        while (count > 0 && ChunkAt(count - 1) is null) count--;
        return count;
    }
}

/// <summary>
/// All workers in chunks of rows. Readers take no lock: they see each row as it was before or after an update, never between. Writers queue among
/// themselves, append in place or publish a changed copy of one chunk. Those who left keep their slot until a quarter of all slots is empty;
/// then a new generation is built beside the old one and swapped in.
/// </summary>
internal sealed class WorkerStore
{
    private const int LeastEmpty = 4 * WorkerChunk.Size;
    private readonly Lock writing = new();
    private readonly Dictionary<long, long> versions = [];
    private volatile WorkerSnapshot snapshot = new(new(), new WorkerChunk[4]);
    private int used;
    private int empty;

    public int Count
    {
        get
        {
            lock (writing) return used - empty;
        }
    }

    public WorkerSnapshot Snapshot => snapshot;

    /// <summary>Number of those whose version was not older than what the store had.</summary>
    public int Upsert(IEnumerable<WorkerProfile> workers)
    {
        var taken = 0;
        lock (writing)
        {
            // Of one batch each chunk is copied once; readers see the changes chunk by chunk.
            var copies = new Dictionary<int, WorkerChunk>();
            try
            {
                foreach (var worker in workers)
                {
                    var row = WorkerRow.Pack(worker, out var overflow);
                    if (!Accept(worker.Id, worker.Version)) continue;
                    Place(in row, overflow, copies);
                    taken++;
                }
            }
            finally
            {
                // One profile that cannot be packed must not lose those before it: their versions are noted already.
                Publish(copies);
            }
        }
        return taken;
    }

    /// <summary>False when the store knew something newer. The version is kept, so that an older upsert that comes late does not bring anybody back.</summary>
    public bool Remove(long id, long version)
    {
        lock (writing)
        {
            if (!Accept(id, version)) return false;
            if (!snapshot.Slots.TryGetValue(id, out var slot)) return true;
            var copies = new Dictionary<int, WorkerChunk>();
            var row = WorkerRow.RemovedSlot(id);
            if (!snapshot.ChunkAt(slot / WorkerChunk.Size)!.Rows[slot % WorkerChunk.Size].IsRemoved)
            {
                Place(in row, null, copies);
                Publish(copies);
                if (empty >= LeastEmpty && empty * 4 > used) Compact();
            }
            return true;
        }
    }

    /// <summary>The row of one worker, copied out, as of now.</summary>
    public bool TryGet(long id, out WorkerRow row, out uint[]? overflow)
    {
        while (true)
        {
            var current = snapshot;
            if (!current.Slots.TryGetValue(id, out var slot))
            {
                if (ReferenceEquals(current, snapshot)) break;
                continue;
            }
            var chunk = slot / WorkerChunk.Size < current.Chunks.Length ? current.ChunkAt(slot / WorkerChunk.Size) : null;
            // The slot may be newer than the generation at hand: then there is a newer generation, too.
            if (chunk is null) continue;
            row = chunk.Rows[slot % WorkerChunk.Size];
            overflow = chunk.Overflow[slot % WorkerChunk.Size];
            return !row.IsRemoved;
        }
        (row, overflow) = (default, null);
        return false;
    }

    private bool Accept(long id, long version)
    {
        if (versions.TryGetValue(id, out var known) && version < known) return false;
        versions[id] = version;
        return true;
    }

    private void Place(in WorkerRow row, uint[]? overflow, Dictionary<int, WorkerChunk> copies)
    {
        if (!snapshot.Slots.TryGetValue(row.Id, out var slot))
        {
            Append(in row, overflow, copies);
            return;
        }
        var index = slot / WorkerChunk.Size;
        if (!copies.TryGetValue(index, out var copy)) copies[index] = copy = snapshot.ChunkAt(index)!.Copy();
        empty += (row.IsRemoved ? 1 : 0) - (copy.Rows[slot % WorkerChunk.Size].IsRemoved ? 1 : 0);
        copy.Rows[slot % WorkerChunk.Size] = row;
        copy.Overflow[slot % WorkerChunk.Size] = overflow;
    }

    private void Append(in WorkerRow row, uint[]? overflow, Dictionary<int, WorkerChunk> copies)
    {
        var index = used / WorkerChunk.Size;
        if (index == snapshot.Chunks.Length)
        {
            var longer = new WorkerChunk[snapshot.Chunks.Length * 2];
            snapshot.Chunks.CopyTo(longer, 0);
            snapshot = new(snapshot.Slots, longer);
        }
        if (used % WorkerChunk.Size == 0) Volatile.Write(ref snapshot.Chunks[index], new());
        // A copy that this batch is about to publish gets the row; were it appended to the original, publishing would lose it.
        var chunk = copies.TryGetValue(index, out var copy) ? copy : snapshot.Chunks[index];
        chunk.Append(in row, overflow);
        if (copy is not null) Volatile.Write(ref snapshot.Chunks[index], copy);
        copies.Remove(index);
        snapshot.Slots[row.Id] = used++;
    }

    private void Publish(Dictionary<int, WorkerChunk> copies)
    {
        foreach (var (index, copy) in copies) Volatile.Write(ref snapshot.Chunks[index], copy);
    }

    private void Compact()
    {
        var old = snapshot;
        var slots = new ConcurrentDictionary<long, int>();
        var chunks = new WorkerChunk[Math.Max(4, ((used - empty) / WorkerChunk.Size) + 1)];
        var next = 0;
        for (var i = 0; i < old.Chunks.Length && old.ChunkAt(i) is { } chunk; i++)
        {
            for (var j = 0; j < chunk.Count; j++)
            {
                if (chunk.Rows[j].IsRemoved) continue;
                if (next % WorkerChunk.Size == 0) chunks[next / WorkerChunk.Size] = new();
                chunks[next / WorkerChunk.Size].Append(in chunk.Rows[j], chunk.Overflow[j]);
                slots[chunk.Rows[j].Id] = next++;
            }
        }
        (used, empty) = (next, 0);
        snapshot = new(slots, chunks);
    }
}
