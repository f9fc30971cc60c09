using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>Work by its English name, or by a skill's: 「driver」, 「security guard」, 「sewing」. Postings are Chinese; what they are coded as has an English name.</summary>
internal static class EnglishWords
{
    private const int Shortest = 4;
    private const int MostOccupations = 60;

    private static readonly Lazy<ILookup<string, int>> ByWord = new(Read);

    /// <summary>Latin words side by side name one work: all of them have to be in its name.</summary>
    public static IEnumerable<UnderstoodPart> Find(LeftWords left)
    {
        var (text, chunks) = (left.Text, left.Chunks());
        for (var first = 0; first < chunks.Count; first++)
        {
            if (!IsEnglish(text[chunks[first].From..chunks[first].To])) continue;
            var last = first;
            while (last + 1 < chunks.Count && chunks[last + 1].From == chunks[last].To + 1 && IsEnglish(text[chunks[last + 1].From..chunks[last + 1].To])) last++;
            var (from, to) = (chunks[first].From, chunks[last].To);
            first = last;
            if (Named(text[from..to].Split(' ')) is { Count: > 0 and <= MostOccupations } ids)
                yield return left.Take(new UnderstoodPart(UnderstoodKind.Occupation, left.Typed(from, to), from, to) { OccupationName = left.Typed(from, to), OccupationIds = ids });
        }
    }

    private static List<int> Named(IEnumerable<string> words) => [.. words.Select(word => ByWord.Value[word].Concat(ByWord.Value[word.TrimEnd('s')])).Aggregate((all, one) => all.Intersect(one)).Distinct().Order()];

    private static bool IsEnglish(string word) => word.Length >= Shortest && word.All(char.IsAsciiLetterLower);

    private static ILookup<string, int> Read()
    {
        var catalogue = Catalogue.Instance;
        return catalogue.Occupations.Values.Select(o => (Name: catalogue.EnglishNameOf(o), o.Id))
            .Concat(catalogue.Skills.Values.SelectMany(s => OccupationResolver.Ids(OccupationResolver.Instance.Resolve(s.Name)), (s, id) => (Name: s.NameEn, Id: id)))
            .SelectMany(named => named.Name.ToLowerInvariant().Split([' ', '-', ',', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries), (named, word) => (word, named.Id))
            .Distinct().ToLookup(w => w.word, w => w.Id, StringComparer.Ordinal);
    }
}
