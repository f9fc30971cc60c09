using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Occupations.Titles;

namespace JobMatch.Fits;

/// <summary>Texts as matching compares them: each as the number of the catalogue term that it is nearest to, made when a profile is read, never while ranking.</summary>
internal static class TextCodes
{
    /// <summary>What a scan looks up without slowing down.</summary>
    private const int MostOfPerson = 2;

    private static readonly Lazy<TextTable> Made = new(() => new TextTable([.. OccupationTerms.Instance.Vectors], OccupationTerms.Instance.Size));

    /// <summary>Directions of all terms; made once.</summary>
    public static TextTable Table => Made.Value;

    /// <summary>The title's term, or none where none is near enough.</summary>
    public static IReadOnlyList<int> OfTitle(string title) => OccupationTerms.Instance.CodeOf(title) is >= 0 and var code ? [code] : [];

    /// <summary>Terms of her own words first, then of the jobs that she had, the latest first, then of those she wishes for.</summary>
    public static IReadOnlyList<int> OfPerson(string words, IEnumerable<OccupationWorked> worked, IEnumerable<int> wished)
    {
        var names = worked.OrderByDescending(w => w.LastYear).Select(w => w.Occupation).Concat(wished)
            .Select(id => Catalogue.Instance.Occupations.GetValueOrDefault(id)?.Name ?? "");
        return [.. names.Prepend(words).Select(OccupationTerms.Instance.CodeOf).Where(code => code >= 0).Distinct().Take(MostOfPerson)];
    }
}
