using System.Collections.Concurrent;

namespace JobMatch.Matching.Pool;

/// <summary>One generation: one slot per posting. A slot is one reference, so a reader sees the old posting or the new one.</summary>
internal sealed class PostingSnapshot(ConcurrentDictionary<long, int> slots, PostingAsk?[] items)
{
    public ConcurrentDictionary<long, int> Slots => slots;

    public PostingAsk?[] Items => items;

    public PostingAsk? At(int index) => Volatile.Read(ref items[index]);

    /// <summary>Slots to scan; one that is added later may be missed.</summary>
    public int SlotCount()
    {
        var count = items.Length;
        while (count > 0 && At(count - 1) is null) count--;
        return count;
    }
}

/// <summary>
/// All open postings, made ready for scanning. Readers take no lock; writers queue among themselves. Those that closed leave an empty slot until a
/// quarter of all is empty; then a new generation is swapped in.
/// </summary>
internal sealed class PostingStore(SkillTable firstSkills, TextTable firstTexts)
{
    private const int LeastEmpty = 256;
    private readonly Lock writing = new();
    private readonly Dictionary<long, long> versions = [];
    private volatile PostingSnapshot snapshot = new(new(), new PostingAsk?[256]);
    private SkillTable skills = firstSkills;
    private TextTable texts = firstTexts;
    private int used;
    private int empty;

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
            if (snapshot.Slots.TryGetValue(posting.Id, out var slot))
            {
                if (snapshot.At(slot) is null) empty--;
                Volatile.Write(ref snapshot.Items[slot], ask);
                return true;
            }
            if (used == snapshot.Items.Length)
            {
                var longer = new PostingAsk?[used * 2];
                snapshot.Items.CopyTo(longer, 0);
                snapshot = new(snapshot.Slots, longer);
            }
            Volatile.Write(ref snapshot.Items[used], ask);
            snapshot.Slots[posting.Id] = used++;
            return true;
        }
    }

    public bool Remove(long id, long version)
    {
        lock (writing)
        {
            if (!Accept(id, version)) return false;
            if (snapshot.Slots.TryGetValue(id, out var slot) && snapshot.At(slot) is not null)
            {
                Volatile.Write(ref snapshot.Items[slot], null);
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
            if (slot < current.Items.Length) return current.At(slot);
        }
    }

    private bool Accept(long id, long version)
    {
        if (versions.TryGetValue(id, out var known) && version < known) return false;
        versions[id] = version;
        return true;
    }

    private void Rebuild(Func<PostingAsk, PostingAsk> make)
    {
        var old = snapshot;
        var slots = new ConcurrentDictionary<long, int>();
        var items = new PostingAsk?[Math.Max(256, (used - empty) * 2)];
        var next = 0;
        for (var i = 0; i < used; i++)
        {
            if (old.At(i) is not { } ask) continue;
            items[next] = make(ask);
            slots[ask.Profile.Id] = next++;
        }
        (used, empty) = (next, 0);
        snapshot = new(slots, items);
    }
}
