using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Occupations.Titles;

namespace JobMatch.Fits;

/// <summary>Texts as matching compares them: each as the number of the catalogue term that it is nearest to, made when a profile is read, never while ranking.</summary>
internal static class TextCodes
{
    /// <summary>What a scan looks up without slowing down.</summary>
    private const int MostOfPerson = 2;

    /// <summary>What a posting may be taken for beside its title.</summary>
    private const int MostOfPosting = 3;

    private static readonly Lazy<TextTable> Made = new(() => new TextTable([.. OccupationTerms.Instance.Vectors], OccupationTerms.Instance.Size));

    /// <summary>Directions of all terms; made once.</summary>
    public static TextTable Table => Made.Value;

    /// <summary>The title's term, where one is near enough, and those of the occupations that it is coded as: who has done the very work has said nothing else.</summary>
    public static IReadOnlyList<int> OfPosting(string title, IEnumerable<int> occupations) =>
        [.. occupations.Select(NameOf).Prepend(title).Select(OccupationTerms.Instance.CodeOf).Where(code => code >= 0).Distinct().Take(MostOfPosting)];

    /// <summary>Terms of her own words first, then of the jobs that she had, the longest first, then of those she wishes for.</summary>
    public static IReadOnlyList<int> OfPerson(string words, IEnumerable<OccupationWorked> worked, IEnumerable<int> wished)
    {
        var names = worked.OrderByDescending(w => w.Months).ThenByDescending(w => w.LastYear).Select(w => w.Occupation).Concat(wished).Select(NameOf);
        return [.. names.Prepend(words).Select(OccupationTerms.Instance.CodeOf).Where(code => code >= 0).Distinct().Take(MostOfPerson)];
    }

    private static string NameOf(int occupation) => Catalogue.Instance.Occupations.GetValueOrDefault(occupation)?.Name ?? "";
}
