namespace JobMatch.Occupations.Titles;

/// <summary>
/// A set of titles to be ranked by closeness to any title. Titles of one set explain each other: each is drawn toward its nearest neighbours in the
/// set, and so is the title that asks, so that what a group has in common outweighs the accidents of one wording. A title that is close to everything
/// (「工作人员」) is held back by half of what it has in common with its own nearest, shared wording counts a little, and more what the words for work
/// know to be one occupation. Building it compares all pairs twice and resolves each title (2,500 titles: a second); a question then costs one
/// comparison per title.
/// </summary>
public sealed class TitleRanking
{
    /// <summary>Neighbours that draw a title.</summary>
    private const int MostNeighbours = 8;

    /// <summary>Nearest titles that tell how crowded it is around a title.</summary>
    private const int MostAround = 20;

    /// <summary>Titles for each neighbour: in a small set the nearest are no neighbours, only the rest.</summary>
    private const int TitlesForEach = 20;

    /// <summary>How much their mean, weighted by the eighth power of their closeness, counts beside the title itself.</summary>
    private const float Draw = 1;

    /// <summary>How much of the crowd around a title is taken off its closeness.</summary>
    private const float CrowdShare = 0.5f;

    /// <summary>How much the same wording counts beside closeness in meaning.</summary>
    private const float WordsShare = 0.05f;

    private readonly string[] _texts;
    private readonly TitleVector[] _plain;
    private readonly TitleVector[] _drawn;
    private readonly float[] _crowd;
    private readonly TitleWords _words;
    private readonly TitleOccupations _occupations;
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
        _crowd = new float[titles.Count];
        _words = new TitleWords(titles);
        _occupations = new TitleOccupations(titles);
        Parallel.For(0, titles.Count, place => _drawn[place] = Drawn(_plain[place], place));
        Parallel.For(0, titles.Count, place => _crowd[place] = CrowdShare * Crowd(place));
    }

    public IReadOnlyList<string> Titles { get; }

    /// <summary>All titles, the closest first: their places in the set and their closeness in this set (1: the same text). Equals keep the set's order.</summary>
    public IReadOnlyList<RankedTitle> Rank(string title)
    {
        var text = Text(title);
        var asked = Drawn(_table.Of(title), except: -1);
        var (shared, named) = (_words.Shared(title), TitleOccupations.Named(title));
        var closeness = new float[_drawn.Length];
        var places = new int[_drawn.Length];
        for (var place = 0; place < places.Length; place++)
            (places[place], closeness[place]) = (place, _texts[place] == text ? float.MaxValue : asked.Cosine(_drawn[place]) - _crowd[place] + (WordsShare * shared[place]) + _occupations.Shared(named, place));
        Array.Sort(places, (left, right) => closeness[left] == closeness[right] ? left.CompareTo(right) : closeness[right].CompareTo(closeness[left]));
        return [.. places.Select(place => new RankedTitle(place, closeness[place] == float.MaxValue ? 1 : Math.Clamp(closeness[place], 0, TitleSimilarity.MostOfOthers)))];
    }

    private static string Text(string title) => string.Join(' ', TitleGrams.Tokens(title));

    private TitleVector Drawn(TitleVector title, int except)
    {
        if (_neighbours == 0) return title;
        Span<int> nearest = stackalloc int[_neighbours];
        Span<float> closeness = stackalloc float[_neighbours];
        var count = Nearest(_plain, title, except, nearest, closeness);
        var values = title.Values.ToArray();
        var weights = 0f;
        for (var i = 0; i < count; i++) weights += closeness[i] = MathF.Pow(MathF.Max(0, closeness[i]), 8);
        for (var i = 0; i < count && weights > 0; i++)
            for (var at = 0; at < values.Length; at++) values[at] += Draw * closeness[i] / weights * _plain[nearest[i]].Values[at];
        TitleVector.ToUnit(values);
        return new TitleVector(values);
    }

    /// <summary>Mean closeness of a drawn title to its nearest ones; nothing in a small set.</summary>
    private float Crowd(int place)
    {
        var around = Math.Min(MostAround, _drawn.Length / TitlesForEach);
        Span<int> nearest = stackalloc int[around];
        Span<float> closeness = stackalloc float[around];
        var count = around == 0 ? 0 : Nearest(_drawn, _drawn[place], place, nearest, closeness);
        var sum = 0f;
        for (var i = 0; i < count; i++) sum += closeness[i];
        return count == 0 ? 0 : sum / count;
    }

    /// <summary>Fills the places of the nearest titles and their closeness, the closest first; returns how many there are.</summary>
    private static int Nearest(TitleVector[] titles, TitleVector title, int except, Span<int> nearest, Span<float> closeness)
    {
        var count = 0;
        for (var place = 0; place < titles.Length; place++)
        {
            if (place == except) continue;
            var cosine = title.Cosine(titles[place]);
            if (count == nearest.Length && cosine <= closeness[count - 1]) continue;
            if (count < nearest.Length) count++;
            var at = count - 1;
            for (; at > 0 && closeness[at - 1] < cosine; at--) (closeness[at], nearest[at]) = (closeness[at - 1], nearest[at - 1]);
            (closeness[at], nearest[at]) = (cosine, place);
        }

        return count;
    }
}

/// <summary>A title of a set, by its place there, and how close it is: 0..1.</summary>
public readonly record struct RankedTitle(int Place, float Closeness);
