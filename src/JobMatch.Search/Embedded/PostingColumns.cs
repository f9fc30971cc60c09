using System.Collections.Concurrent;
using System.Globalization;
using JobMatch.Data;

namespace JobMatch.Search.Embedded;

/// <summary>
/// What filters, facets and orders look at, by slot, as one generation of an index file has it: about 79 bytes a posting and a bit per place.
/// Never changed once made; a write makes the next generation from a copy, reading only what was written.
/// </summary>
internal sealed class PostingColumns
{
    private const int MostMatches = 256;
    private const int MostPlaces = 1_000;
    private const int NotKnown = -1;
    private readonly Dictionary<string, SlotSet> _tags;
    private readonly ConcurrentDictionary<string, SlotSet> _matches = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SlotSet> _places = new(StringComparer.Ordinal);

    private PostingColumns(long generation, int length, PostingColumns? before)
    {
        Generation = generation;
        Length = length;
        Ids = Copy(before?.Ids);
        Kinds = Copy(before?.Kinds);
        Shifts = Copy(before?.Shifts);
        Offers = Copy(before?.Offers);
        Monthly = Copy(before?.Monthly);
        Daily = Copy(before?.Daily);
        Hourly = Copy(before?.Hourly);
        MonthlyLeast = Copy(before?.MonthlyLeast);
        DailyLeast = Copy(before?.DailyLeast);
        HourlyLeast = Copy(before?.HourlyLeast);
        Published = Copy(before?.Published);
        Closes = Copy(before?.Closes);
        AgesFrom = Copy(before?.AgesFrom);
        AgesTo = Copy(before?.AgesTo);
        Education = Copy(before?.Education);
        Minutes = Copy(before?.Minutes);
        Titles = Copy(before?.Titles);
        Positions = Copy(before?.Positions);
        Live = before?.Live.Copy(length) ?? new SlotSet(length);
        AtHome = before?.AtHome.Copy(length) ?? new SlotSet(length);
        _tags = before is null ? new(StringComparer.Ordinal) : new(before._tags, StringComparer.Ordinal);

        T[] Copy<T>(T[]? old)
        {
            var copy = new T[length];
            old?.AsSpan(0, Math.Min(old.Length, length)).CopyTo(copy);
            return copy;
        }
    }

    public long Generation { get; }

    /// <summary>Slots are below this.</summary>
    public int Length { get; }

    public long[] Ids { get; }

    public byte[] Kinds { get; }

    public byte[] Shifts { get; }

    public uint[] Offers { get; }

    /// <summary>Fen; −1 unknown.</summary>
    public int[] Monthly { get; }

    /// <summary>Fen; −1 unknown.</summary>
    public int[] Daily { get; }

    /// <summary>Fen, the order by pay; −1 unknown.</summary>
    public int[] Hourly { get; }

    /// <summary>The lower end; fen, −1 unknown.</summary>
    public int[] MonthlyLeast { get; }

    /// <inheritdoc cref="MonthlyLeast"/>
    public int[] DailyLeast { get; }

    /// <inheritdoc cref="MonthlyLeast"/>
    public int[] HourlyLeast { get; }

    /// <summary>Ticks.</summary>
    public long[] Published { get; }

    /// <summary>Day number of the last day shown.</summary>
    public int[] Closes { get; }

    /// <summary>Years; 0 and <see cref="PostingDocument.NoAge"/> without an end.</summary>
    public short[] AgesFrom { get; }

    /// <inheritdoc cref="AgesFrom"/>
    public short[] AgesTo { get; }

    public byte[] Education { get; }

    /// <summary>Of work a day; <see cref="PostingDocument.NoMinutes"/> when unknown.</summary>
    public short[] Minutes { get; }

    /// <summary>Equal titles are one object.</summary>
    public string[] Titles { get; }

    public GeoPoint[]?[] Positions { get; }

    public SlotSet Live { get; }

    public SlotSet AtHome { get; }

    /// <summary>Slots that carry a tag; null when none does.</summary>
    public SlotSet? Tagged(string tag) => _tags.GetValueOrDefault(tag);

    /// <summary>What matched an expression in this generation, kept for the next search: popular words are asked again and again.</summary>
    public SlotSet Matching(string key, Func<SlotSet> find)
    {
        if (_matches.TryGetValue(key, out var known)) return known;
        if (_matches.Count >= MostMatches) _matches.Clear();
        return _matches[key] = find();
    }

    /// <summary>What lies in a place, kept likewise: the same places are counted for every page.</summary>
    public SlotSet Place(string key, Func<SlotSet> find)
    {
        if (_places.TryGetValue(key, out var known)) return known;
        if (_places.Count >= MostPlaces) _places.Clear();
        return _places[key] = find();
    }

    /// <summary>The columns of the generation that a connection's transaction sees.</summary>
    public static PostingColumns Read(IndexConnection index, PostingColumns? before, long generation)
    {
        var since = before?.Generation ?? -1;
        var length = (int)(index.Number("select max(ifnull((select max(slot) from postings), 0), ifnull((select max(slot) from free_slots), 0))") ?? 0) + 1;
        var columns = new PostingColumns(generation, Math.Max(length, before?.Length ?? 0), before);
        var owned = new Dictionary<string, SlotSet>(StringComparer.Ordinal);
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (before is not null) columns.Forget(index, since, owned);
        index.Each(
            "select p.slot, p.id, p.kind, p.shift, p.offers, p.at_home, p.monthly, p.daily, p.hourly, p.published, p.closes, p.positions, p.tags, t.title, p.monthly_least, p.daily_least, p.hourly_least, p.age_from, p.age_to, p.education, p.minutes from postings p join posting_texts t on t.slot = p.slot where p.generation > $since",
            row => columns.Take(row, owned, titles), ("$since", since));
        return columns;
    }

    /// <summary>Takes out what was written or removed since; what was written is taken in anew.</summary>
    private void Forget(IndexConnection index, long since, Dictionary<string, SlotSet> owned)
    {
        var slots = index.Rows(
            "select slot from postings where generation > $since union all select slot from free_slots where generation > $since", r => (int)r.GetInt64(0), ("$since", since));
        foreach (var slot in slots)
        {
            Live.Remove(slot);
            AtHome.Remove(slot);
        }

        foreach (var (tag, set) in _tags.ToList())
            foreach (var slot in slots.Where(slot => set[slot])) Own(tag, owned).Remove(slot);
    }

    private void Take(Microsoft.Data.Sqlite.SqliteDataReader row, Dictionary<string, SlotSet> owned, Dictionary<string, string> titles)
    {
        var slot = (int)row.GetInt64(0);
        Ids[slot] = row.GetInt64(1);
        Kinds[slot] = (byte)row.GetInt64(2);
        Shifts[slot] = (byte)row.GetInt64(3);
        Offers[slot] = (uint)row.GetInt64(4);
        if (row.GetInt64(5) != 0) AtHome.Add(slot);
        Monthly[slot] = Amount(row, 6);
        Daily[slot] = Amount(row, 7);
        Hourly[slot] = Amount(row, 8);
        MonthlyLeast[slot] = Amount(row, 14);
        DailyLeast[slot] = Amount(row, 15);
        HourlyLeast[slot] = Amount(row, 16);
        AgesFrom[slot] = (short)row.GetInt64(17);
        AgesTo[slot] = (short)row.GetInt64(18);
        Education[slot] = (byte)row.GetInt64(19);
        Minutes[slot] = (short)row.GetInt64(20);
        Published[slot] = row.GetInt64(9);
        Closes[slot] = row.IsDBNull(10) ? int.MaxValue : (int)row.GetInt64(10);
        Positions[slot] = PositionsText.Read(row.GetString(11));
        foreach (var tag in row.GetString(12).Split(' ', StringSplitOptions.RemoveEmptyEntries)) Own(tag, owned).Add(slot);
        var title = row.GetString(13);
        Titles[slot] = titles.TryGetValue(title, out var same) ? same : titles[title] = title;
        Live.Add(slot);
    }

    /// <summary>A tag's set that belongs to this generation alone.</summary>
    private SlotSet Own(string tag, Dictionary<string, SlotSet> owned)
    {
        if (owned.TryGetValue(tag, out var set)) return set;
        return _tags[tag] = owned[tag] = _tags.TryGetValue(tag, out var shared) ? shared.Copy(Length) : new SlotSet(Length);
    }

    private static int Amount(Microsoft.Data.Sqlite.SqliteDataReader row, int column) => row.IsDBNull(column) ? NotKnown : (int)Math.Min(row.GetInt64(column), int.MaxValue);
}

/// <summary>Places on the map as one short text: "26.1:106.6 26.2:106.7".</summary>
internal static class PositionsText
{
    public static string Of(IEnumerable<GeoPoint> positions) =>
        string.Join(' ', positions.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Latitude:R}:{p.Longitude:R}")));

    public static GeoPoint[]? Read(string text) => text.Length == 0 ? null
        : [.. text.Split(' ').Select(p => p.Split(':')).Select(p => new GeoPoint(double.Parse(p[0], CultureInfo.InvariantCulture), double.Parse(p[1], CultureInfo.InvariantCulture)))];
}

/// <summary>What every reader of one index file shares in memory.</summary>
internal sealed class IndexMemory
{
    private readonly Lock _gate = new();
    private PostingColumns? _columns;

    /// <summary>The columns of the state that the connection's transaction sees; null when another reader has gone on to a newer one, so that the transaction has to begin anew.</summary>
    public PostingColumns? ColumnsFor(IndexConnection index)
    {
        var generation = index.Number("select value from state where name = 'generation'") ?? 0;
        if (Volatile.Read(ref _columns) is { } current && current.Generation == generation) return current;
        lock (_gate)
        {
            if (_columns is null || _columns.Generation < generation) _columns = PostingColumns.Read(index, _columns, generation);
            return _columns.Generation == generation ? _columns : null;
        }
    }
}
