using JobMatch.Occupations;
using JobMatch.Words;

namespace JobMatch.Asking;

/// <summary>
/// What somebody may be about to type: titles of postings, then places of ours, provinces and cities, and work by its English name. Chinese and full
/// pinyin by their beginning, initials from two letters on. Only what finds something is offered.
/// </summary>
public sealed class SuggestSearches(IPostingSearch search, UnderstandQuery understand, PlaceNames places)
{
    private const int MostAsked = 12;
    private const int ShortestEnglish = 3;

    public async Task<IReadOnlyList<TitleSuggestion>> RunAsync(string typed, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var folded = string.Concat(new LeftWords(typed.Trim()).Text.Where(c => !char.IsWhiteSpace(c)));
        // What begins so is more often meant than what holds it somewhere.
        var titles = (await search.SuggestAsync(typed, most * 2, cancel)).OrderByDescending(t => Begins(new LeftWords(t.Title).Text, folded)).Take(most).ToList();
        var names = await places.ReadAsync(cancel);
        if (folded.Length == 0) return titles;
        var others = PlacesOf(folded, names).Concat(WorkOf(folded)).Where(name => titles.All(t => t.Title != name)).Distinct(StringComparer.Ordinal).Take(MostAsked).ToList();
        if (others.Count == 0) return titles;
        var queries = new List<PostingQuery>();
        foreach (var name in others) queries.Add((await understand.RunAsync(name, cancel)).Apply(new PostingQuery()));
        var counts = await search.CountAsync(queries, cancel);
        var found = others.Zip(counts, (name, count) => new TitleSuggestion(name, count)).Where(s => s.Count > 0).Take(most / 2).ToList();
        return [.. titles.Take(most - found.Count), .. found];
    }

    private static IEnumerable<string> PlacesOf(string typed, KnownPlaces names)
    {
        var known = names.Own.Where(p => !p.IsAlias).Concat(names.Others.Values.Where(p => p.RegionCode % 100 == 0)).DistinctBy(p => (p.RegionCode, p.SettlementId));
        return known.Where(p => Begins(p.Form, typed)).Select(p => p.Form);
    }

    private static bool Begins(string form, string typed)
    {
        if (!PinyinWords.IsLatin(typed)) return form.StartsWith(typed, StringComparison.Ordinal);
        var read = Pinyin.Instance.Read([.. form.TakeWhile(char.IsLetter).Select(c => c.ToString())]);
        if (typed.Length < 2 || read.Any(syllable => syllable is null)) return false;
        return string.Concat(read).StartsWith(typed, StringComparison.Ordinal) || string.Concat(read.Select(syllable => syllable![0])).StartsWith(typed, StringComparison.Ordinal);
    }

    /// <summary>By a word of the English name: sew → 缝纫.</summary>
    private static IEnumerable<string> WorkOf(string typed) => typed.Length < ShortestEnglish || !PinyinWords.IsLatin(typed) ? []
        : Catalogue.Instance.Skills.Values.Where(skill => HasWord(skill.NameEn, typed)).SelectMany(skill => skill.Words.Prepend(skill.Name))
            .Concat(Catalogue.Instance.Trainings.Values.Where(training => HasWord(training.NameEn, typed)).Select(training => training.Name.Replace("培训", "", StringComparison.Ordinal)));

    private static bool HasWord(string english, string typed) => english.Split(' ', '-', ',').Any(word => word.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
}
