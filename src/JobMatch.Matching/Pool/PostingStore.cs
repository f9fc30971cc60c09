using System.Collections.Concurrent;

namespace JobMatch.Matching.Pool;

/// <summary>One generation: one slot per posting, so that no reader can meet one twice.</summary>
internal sealed class PostingSnapshot(ConcurrentDictionary<long, int> slots, PostingClasses classes, PostingChunk?[] chunks)
{
    public ConcurrentDictionary<long, int> Slots => slots;

    public PostingClasses Classes => classes;

    /// <summary>Filled from the front; null behind the last chunk.</summary>
    public PostingChunk?[] Chunks => chunks;

    public PostingChunk? ChunkAt(int index) => Volatile.Read(ref chunks[index]);

    /// <summary>Chunks to scan; one that is added later may be missed.</summary>
    public int ChunkCount()
    {
        var count = chunks.Length;
        while (count > 0 && ChunkAt(count - 1) is null) count--;
        return count;
    }
}

/// <summary>
/// All open postings, made ready for scanning. Readers take no lock; writers queue among themselves. Those that closed leave an empty slot until a
/// quarter of all is empty; then, and when classes have piled up that no posting has any more, a new generation is swapped in.
/// </summary>
internal sealed class PostingStore(SkillTable firstSkills, TextTable firstTexts)
{
    private const int LeastEmpty = 256;
    private readonly Lock writing = new();
    private readonly Dictionary<long, long> versions = [];
    private volatile PostingSnapshot snapshot = new(new(), new(), new PostingChunk?[4]);
    private SkillTable skills = firstSkills;
    private TextTable texts = firstTexts;
    private int used;
    private int empty;

    /// <summary>Postings replaced since the generation began: each may have left classes behind.</summary>
    private int replaced;

    public int Count
    {
        get
        {
            lock (writing) return used - empty;
        }
    }

    public PostingSnapshot Snapshot => snapshot;

    public bool Upsert(PostingProfile posting)
    {
        lock (writing)
        {
            var ask = PostingAsk.Of(posting, skills, texts);
            if (!Accept(posting.Id, posting.Version)) return false;
            var row = snapshot.Classes.RowOf(ask);
            if (snapshot.Slots.TryGetValue(posting.Id, out var slot))
            {
                if (ChunkOf(slot).Asks[slot % PostingChunk.Size] is null) empty--;
                Replace(slot, in row, ask);
                replaced++;
                if (replaced >= LeastEmpty && replaced > 2 * used) Rebuild(static known => known);
            }
            else
            {
                Append(in row, ask);
            }
            return true;
        }
    }

    public bool Remove(long id, long version)
    {
        lock (writing)
        {
            if (!Accept(id, version)) return false;
            if (snapshot.Slots.TryGetValue(id, out var slot) && ChunkOf(slot).Asks[slot % PostingChunk.Size] is not null)
            {
                Replace(slot, default, null);
                empty++;
                if (empty >= LeastEmpty && empty * 4 > used) Rebuild(static ask => ask);
            }
            return true;
        }
    }

    /// <summary>Makes every posting ready again, with other rarities and closenesses.</summary>
    public void Use(SkillTable newSkills, TextTable newTexts)
    {
        lock (writing)
        {
            (skills, texts) = (newSkills, newTexts);
            Rebuild(ask => PostingAsk.Of(ask.Profile, newSkills, newTexts));
        }
    }

    public PostingAsk? Find(long id)
    {
        while (true)
        {
            var current = snapshot;
            if (!current.Slots.TryGetValue(id, out var slot))
            {
                if (ReferenceEquals(current, snapshot)) return null;
                continue;
            }
            // The slot may be newer than the generation at hand: then there is a newer generation, too.
            if (slot / PostingChunk.Size < current.Chunks.Length && current.ChunkAt(slot / PostingChunk.Size) is { } chunk)
                return chunk.Asks[slot % PostingChunk.Size];
        }
    }

    private PostingChunk ChunkOf(int slot) => snapshot.ChunkAt(slot / PostingChunk.Size)!;

    private bool Accept(long id, long version)
    {
        if (versions.TryGetValue(id, out var known) && version < known) return false;
        versions[id] = version;
        return true;
    }

    private void Replace(int slot, in PostingRow row, PostingAsk? ask) =>
        Volatile.Write(ref snapshot.Chunks[slot / PostingChunk.Size], ChunkOf(slot).With(slot % PostingChunk.Size, in row, ask));

    private void Append(in PostingRow row, PostingAsk ask)
    {
        var index = used / PostingChunk.Size;
        if (index == snapshot.Chunks.Length)
        {
            var longer = new PostingChunk?[index * 2];
            snapshot.Chunks.CopyTo(longer, 0);
            snapshot = new(snapshot.Slots, snapshot.Classes, longer);
        }
        if (used % PostingChunk.Size == 0) Volatile.Write(ref snapshot.Chunks[index], new());
        snapshot.Chunks[index]!.Append(in row, ask);
        snapshot.Slots[ask.Profile.Id] = used++;
    }

    private void Rebuild(Func<PostingAsk, PostingAsk> make)
    {
        var old = snapshot;
        var (slots, classes) = (new ConcurrentDictionary<long, int>(), new PostingClasses());
        var chunks = new PostingChunk?[Math.Max(4, ((used - empty) / PostingChunk.Size) + 1)];
        var next = 0;
        for (var i = 0; i < old.Chunks.Length && old.ChunkAt(i) is { } chunk; i++)
        {
            for (var j = 0; j < chunk.Count; j++)
            {
                if (chunk.Asks[j] is not { } known) continue;
                var ask = make(known);
                if (next % PostingChunk.Size == 0) chunks[next / PostingChunk.Size] = new();
                chunks[next / PostingChunk.Size]!.Append(classes.RowOf(ask), ask);
                slots[ask.Profile.Id] = next++;
            }
        }
        (used, empty, replaced) = (next, 0, 0);
        snapshot = new(slots, classes, chunks);
    }
}
