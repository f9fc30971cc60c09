using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>
/// Words typed in full pinyin (baoan, qing shui) that name exactly one occupation or place: the same condition as the Chinese word, shown in
/// Chinese. Initials, half words and readings of several meanings stay words, which the search reads in its own way.
/// </summary>
internal static class PinyinWords
{
    /// <summary>Syllables typed apart, at most.</summary>
    private const int MostPieces = 6;

    public static List<UnderstoodPart> Find(LeftWords left, KnownPlaces places)
    {
        var found = new List<UnderstoodPart>();
        var chunks = left.Chunks();
        for (var i = 0; i < chunks.Count; i++)
            for (var last = Math.Min(chunks.Count, i + MostPieces) - 1; last >= i; last--)
            {
                var pieces = chunks[i..(last + 1)].ConvertAll(c => left.Text[c.From..c.To]);
                if (!pieces.TrueForAll(IsLatin) || Meant(string.Concat(pieces), left, places, chunks[i].From, chunks[last].To) is not { } part) continue;
                found.Add(part);
                i = last;
                break;
            }

        return [.. found.Select(left.Take)];
    }

    /// <summary>Every reading that is understood.</summary>
    public static IEnumerable<string> Known(KnownPlaces places) => OccupationReadings.Instance.All.Concat(places.ByReading.Keys);

    /// <summary>The Chinese word that a reading stands for; null when it stands for none or for two.</summary>
    public static string? NameOf(string letters, KnownPlaces places) => (OccupationReadings.Instance.Find(letters), places.ByReading.GetValueOrDefault(letters)) switch
    {
        ({ } occupation, null) => occupation.Name,
        (null, { } place) => place.Form,
        _ => null,
    };

    public static bool IsLatin(string word) => word.All(char.IsAsciiLetterLower);

    private static UnderstoodPart? Meant(string letters, LeftWords left, KnownPlaces places, int from, int to) =>
        (OccupationReadings.Instance.Find(letters), places.ByReading.GetValueOrDefault(letters)) switch
        {
            ({ } occupation, null) => new UnderstoodPart(UnderstoodKind.Occupation, left.Typed(from, to), from, to) { OccupationIds = occupation.Ids, OccupationName = occupation.Name },
            (null, { } place) => UnderstoodPart.Of(place, left, from, to),
            _ => null,
        };
}
