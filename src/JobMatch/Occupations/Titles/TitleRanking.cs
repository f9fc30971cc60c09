namespace JobMatch.Occupations.Titles;

/// <summary>
/// A set of titles to be ranked by closeness to any title. Titles of one set explain each other: each is drawn toward its nearest neighbours in the
/// set, and so is the title that asks, so that what a group has in common outweighs the accidents of one wording. Building it compares all
/// pairs (2,500 titles: a quarter of a second; 15,000: a few seconds); a question then costs one comparison per title.
/// </summary>
public sealed class TitleRanking
{
    /// <summary>Neighbours that draw a title.</summary>
    private const int MostNeighbours = 8;

    /// <summary>Titles for each neighbour: in a small set the nearest are no neighbours, only the rest.</summary>
    private const int TitlesForEach = 20;

    /// <summary>How much their mean, weighted by the eighth power of their closeness, counts beside the title itself: far ones hardly draw, however many are asked.</summary>
    private const float Draw = 1.5f;

    private const int Power = 8;

    private readonly string[] _texts;
    private readonly TitleVector[] _plain;
    private readonly TitleVector[] _drawn;
    private readonly TitleTable _table;
    private readonly int _neighbours;

    public TitleRanking(IReadOnlyList<string> titles, TitleTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(titles);
        _table = table ?? TitleTable.Instance;
        _neighbours = Math.Min(MostNeighbours, titles.Count / TitlesForEach);
        Titles = titles;
        _texts = [.. titles.Select(Text)];
        _plain = [.. titles.Select(_table.Of)];
        _drawn = new TitleVector[titles.Count];
        Parallel.For(0, titles.Count, place => _drawn[place] = Drawn(_plain[place], place));
    }

    public IReadOnlyList<string> Titles { get; }

    /// <summary>All titles, the closest first: their places in the set and their closeness (1: the same text). Equals keep the set's order.</summary>
    public IReadOnlyList<RankedTitle> Rank(string title)
    {
        var text = Text(title);
        var asked = Drawn(_table.Of(title), except: -1);
        var closeness = new float[_drawn.Length];
        var places = new int[_drawn.Length];
        for (var place = 0; place < places.Length; place++)
            (places[place], closeness[place]) = (place, _texts[place] == text ? 1 : Math.Min(asked.Cosine(_drawn[place]), TitleSimilarity.MostOfOthers));
        Array.Sort(places, (left, right) => closeness[left] == closeness[right] ? left.CompareTo(right) : closeness[right].CompareTo(closeness[left]));
        return [.. places.Select(place => new RankedTitle(place, Math.Max(0, closeness[place])))];
    }

    private static string Text(string title) => string.Join(' ', TitleGrams.Tokens(title));

    private TitleVector Drawn(TitleVector title, int except)
    {
        if (_neighbours == 0) return title;
        Span<int> nearest = stackalloc int[_neighbours];
        Span<float> closeness = stackalloc float[_neighbours];
        var count = 0;
        for (var place = 0; place < _plain.Length; place++)
        {
            if (place == except) continue;
            var cosine = title.Cosine(_plain[place]);
            if (count == _neighbours && cosine <= closeness[count - 1]) continue;
            if (count < _neighbours) count++;
            var at = count - 1;
            for (; at > 0 && closeness[at - 1] < cosine; at--) (closeness[at], nearest[at]) = (closeness[at - 1], nearest[at - 1]);
            (closeness[at], nearest[at]) = (cosine, place);
        }

        var values = title.Values.ToArray();
        var weights = 0f;
        for (var i = 0; i < count; i++) weights += closeness[i] = closeness[i] > 0 ? MathF.Pow(closeness[i], Power) : 0;
        for (var i = 0; i < count && weights > 0; i++)
            for (var at = 0; at < values.Length; at++) values[at] += Draw * closeness[i] / weights * _plain[nearest[i]].Values[at];
        TitleVector.ToUnit(values);
        return new TitleVector(values);
    }
}

/// <summary>A title of a set, by its place there, and how close it is: 0..1.</summary>
public readonly record struct RankedTitle(int Place, float Closeness);
