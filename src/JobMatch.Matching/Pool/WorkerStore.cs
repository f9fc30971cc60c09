namespace JobMatch.Matching.Pool;

/// <summary>One generation of the store: one slot per worker, so that no reader of it can meet anybody twice.</summary>
internal sealed class WorkerSnapshot(SlotIndex slots, HomeList homes, WorkerChunk?[] chunks)
{
    public SlotIndex Slots => slots;

    public HomeList Homes => homes;

    /// <summary>Filled from the front; null behind the last chunk.</summary>
    public WorkerChunk?[] Chunks => chunks;

    public WorkerChunk? ChunkAt(int index) => Volatile.Read(ref chunks[index]);

    /// <summary>The slot of an id, −1 when it is not there; <paramref name="isNewer"/>: it may be in a newer snapshot.</summary>
    public int SlotOf(long id, out bool isNewer) => slots.Find(id, chunks, out isNewer);

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

    /// <summary>Versions of those who left and have no slot.</summary>
    private readonly Dictionary<long, long> left = [];
    private volatile WorkerSnapshot snapshot = new(new(0), new(), new WorkerChunk[4]);
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
                    var row = WorkerRow.Pack(worker, out var facts);
                    if (facts.Length > ColdRow.MostFacts) throw new ArgumentOutOfRangeException(nameof(workers), facts.Length, FormattableString.Invariant($"Worker {worker.Id} has too many facts; allowed: 0 to {ColdRow.MostFacts}."));
                    if (!Accept(worker.Id, worker.Version, copies, out var slot)) continue;
                    var hot = new HotRow(in row, snapshot.Homes.NumberOf(in row.Home), facts);
                    Place(slot, in hot, new(row.Id, worker.Version, row.WaitingSince, row.WageFloorFen, row.LastWageFen), facts, copies);
                    taken++;
                }
            }
            finally
            {
                // One profile that cannot be packed must not lose those before it.
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
            var copies = new Dictionary<int, WorkerChunk>();
            if (!Accept(id, version, copies, out var slot)) return false;
            if (slot < 0)
            {
                left[id] = version;
                return true;
            }
            Place(slot, HotRow.OfRemoved, new(id, version, 0, 0, 0), [], copies);
            Publish(copies);
            if (empty >= LeastEmpty && empty * 4 > used) Compact();
            return true;
        }
    }

    /// <summary>The row of one worker, unpacked, as of now.</summary>
    public bool TryGet(long id, out WorkerRow row, out uint[] facts)
    {
        while (true)
        {
            var current = snapshot;
            var slot = current.SlotOf(id, out var isNewer);
            if (slot < 0)
            {
                if (!isNewer && ReferenceEquals(current, snapshot)) break;
                continue;
            }
            var (chunk, at) = (current.ChunkAt(slot / WorkerChunk.Size)!, slot % WorkerChunk.Size);
            if (chunk.IsRemoved(at)) break;
            row = chunk.RowAt(at, current.Homes.Items);
            facts = chunk.FactsOf(at).ToArray();
            return true;
        }
        (row, facts) = (default, []);
        return false;
    }

    /// <summary>Whether a change is not older than what is known; the slot that it concerns, −1 when there is none yet.</summary>
    private bool Accept(long id, long version, Dictionary<int, WorkerChunk> copies, out int slot)
    {
        slot = snapshot.SlotOf(id, out _);
        if (slot < 0) return !left.TryGetValue(id, out var known) || version >= known;
        var chunk = copies.TryGetValue(slot / WorkerChunk.Size, out var copy) ? copy : snapshot.ChunkAt(slot / WorkerChunk.Size)!;
        return version >= chunk.Cold[slot % WorkerChunk.Size].Version;
    }

    private void Place(int slot, in HotRow hot, in ColdRow cold, ReadOnlySpan<uint> facts, Dictionary<int, WorkerChunk> copies)
    {
        if (slot < 0)
        {
            Append(in hot, in cold, facts, copies);
            return;
        }
        var index = slot / WorkerChunk.Size;
        if (!copies.TryGetValue(index, out var copy) || copy.IsFull) copies[index] = copy = (copy ?? snapshot.ChunkAt(index)!).Copy();
        empty += ((hot.Gate & HotRow.Removed) != 0 ? 1 : 0) - (copy.IsRemoved(slot % WorkerChunk.Size) ? 1 : 0);
        copy.Replace(slot % WorkerChunk.Size, in hot, in cold, facts);
    }

    private void Append(in HotRow hot, in ColdRow cold, ReadOnlySpan<uint> facts, Dictionary<int, WorkerChunk> copies)
    {
        var index = used / WorkerChunk.Size;
        if (index == snapshot.Chunks.Length)
        {
            var longer = new WorkerChunk?[snapshot.Chunks.Length * 2];
            snapshot.Chunks.CopyTo(longer, 0);
            snapshot = new(snapshot.Slots, snapshot.Homes, longer);
        }
        if (used % WorkerChunk.Size == 0) Volatile.Write(ref snapshot.Chunks[index], new());
        // A copy that this batch is about to publish gets the row; were it appended to the original, publishing would lose it.
        var chunk = copies.TryGetValue(index, out var copy) ? copy : snapshot.Chunks[index]!;
        chunk.Append(in hot, in cold, facts);
        if (copy is not null) Volatile.Write(ref snapshot.Chunks[index], copy);
        copies.Remove(index);
        snapshot.Slots.Add(cold.Id, used++, snapshot.Chunks);
        left.Remove(cold.Id);
    }

    private void Publish(Dictionary<int, WorkerChunk> copies)
    {
        foreach (var (index, copy) in copies) Volatile.Write(ref snapshot.Chunks[index], copy);
    }

    /// <summary>A new generation without those who left and without homes where nobody lives any more.</summary>
    private void Compact()
    {
        var old = snapshot;
        var (slots, homes) = (new SlotIndex(used - empty), new HomeList());
        var chunks = new WorkerChunk?[Math.Max(4, ((used - empty) / WorkerChunk.Size) + 1)];
        var next = 0;
        for (var i = 0; i < old.Chunks.Length && old.ChunkAt(i) is { } chunk; i++)
        {
            for (var j = 0; j < chunk.Count; j++)
            {
                if (chunk.IsRemoved(j))
                {
                    left[chunk.Cold[j].Id] = chunk.Cold[j].Version;
                    continue;
                }
                var row = chunk.RowAt(j, old.Homes.Items);
                var hot = new HotRow(in row, homes.NumberOf(in row.Home), chunk.FactsOf(j));
                if (next % WorkerChunk.Size == 0) chunks[next / WorkerChunk.Size] = new();
                chunks[next / WorkerChunk.Size]!.Append(in hot, in chunk.Cold[j], chunk.FactsOf(j));
                slots.Add(row.Id, next++, chunks);
            }
        }
        (used, empty) = (next, 0);
        snapshot = new(slots, homes, chunks);
    }
}
