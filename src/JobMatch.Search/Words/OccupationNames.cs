using JobMatch.Occupations;

namespace JobMatch.Search.Words;

/// <summary>
/// The catalogue's names of occupations as synonyms: official name, trades, everyday names. Names that belong to many occupations say
/// nothing and are left out.
/// </summary>
public sealed class OccupationNames
{
    private const int MostOccupations = 4;
    private const int MostOtherNames = 12;
    private const int LongestName = 12;
    private readonly IReadOnlyDictionary<int, Occupation> _byId;
    private readonly Dictionary<string, List<Occupation>> _byName = new(StringComparer.Ordinal);

    public OccupationNames(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _byId = catalogue.Occupations;
        foreach (var occupation in catalogue.Occupations.Values.OrderBy(o => o.Id))
            foreach (var name in Names(occupation).Select(FoldedText.Fold).Distinct(StringComparer.Ordinal))
            {
                if (!_byName.TryGetValue(name, out var occupations)) _byName[name] = occupations = [];
                occupations.Add(occupation);
            }
    }

    public static OccupationNames OfCatalogue { get; } = new(Catalogue.Instance);

    /// <summary>Every name of an occupation; everyday names first, since residents use those.</summary>
    public static IEnumerable<string> Names(Occupation occupation)
    {
        ArgumentNullException.ThrowIfNull(occupation);
        return occupation.EverydayNames.Append(occupation.Name).Concat(occupation.Trades);
    }

    /// <summary>
    /// Other names of the occupation that a word names, folded; of letters those that are read so; empty when it names none. A name inside the word itself (缝纫 in 缝纫工) is
    /// left out: who typed the longer one meant it.
    /// </summary>
    public IReadOnlyList<string> OtherNamesOf(string folded) => _byName.TryGetValue(folded, out var occupations) && occupations.Count <= MostOccupations
        ? [.. occupations.SelectMany(Names).Select(FoldedText.Fold).Where(n => n.Length > 1 && !folded.Contains(n, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(MostOtherNames)]
        : WorkReadings.Of(folded);

    /// <summary>The folded official names of some occupations; every posting coded with one of them carries its name.</summary>
    public IReadOnlyList<string> OfficialNames(IReadOnlyList<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return [.. ids.Select(id => _byId.GetValueOrDefault(id)).OfType<Occupation>().Select(o => FoldedText.Fold(o.Name)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A long word around an occupation's name, in parts, and that name; empty when there is no such name inside.</summary>
    public (IReadOnlyList<string> Parts, string Name) Split(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        if (folded.Length < 4 || _byName.ContainsKey(folded)) return ([], "");
        for (var length = Math.Min(LongestName, folded.Length - 1); length >= 2; length--)
            for (var start = 0; start + length <= folded.Length; start++)
                if (_byName.ContainsKey(folded.Substring(start, length)))
                    return ([.. new[] { folded[..start], folded.Substring(start, length), folded[(start + length)..] }.Where(p => p.Length > 0)], folded.Substring(start, length));
        return ([], "");
    }
}
