namespace JobMatch.Occupations.Titles;

/// <summary>
/// What the words for work say of the titles of a set: synonyms of one occupation (缝纫工, 平车工, 车位) name the same work however they are written, and
/// occupations of one 小类 of the classification neighbouring work. Only what the resolver is fairly sure of counts.
/// </summary>
internal sealed class TitleOccupations(IReadOnlyList<string> titles)
{
    private const double Sure = 0.8;

    /// <summary>What it adds to the closeness of two titles that name one occupation.</summary>
    private const float SameOccupation = 0.2f;

    /// <summary>And of two whose occupations stand in one 小类.</summary>
    private const float SameMinorClass = 0.05f;

    private readonly IReadOnlyList<int>[] _named = [.. titles.Select(Named)];

    /// <summary>The occupations that a title names surely; none for most that no word explains.</summary>
    public static IReadOnlyList<int> Named(string title) => [.. OccupationResolver.Instance.Resolve(title).Where(found => found.Confidence >= Sure).Select(found => found.OccupationId)];

    /// <summary>What is added for a title of the set beside one that names these.</summary>
    public float Shared(IReadOnlyList<int> named, int place)
    {
        var others = _named[place];
        if (named.Count == 0 || others.Count == 0) return 0;
        if (named.Any(others.Contains)) return SameOccupation;
        return named.Any(one => others.Any(other => MinorClass(one) == MinorClass(other))) ? SameMinorClass : 0;
    }

    /// <summary>The code without its last two digits.</summary>
    private static int MinorClass(int occupation) => occupation / 100;
}
