using JobMatch.Occupations;
using JobMatch.Words;

namespace JobMatch.Asking;

/// <summary>
/// What somebody may be about to type: titles of postings, then places of ours, provinces, cities and (in Chinese) counties, and work by its English name. Chinese and full
/// pinyin by their beginning, initials from two letters on. Only what finds something is offered.
/// </summary>
public sealed class SuggestSearches(IPostingSearch search, UnderstandQuery understand, PlaceNames places)
{
    private const int MostAsked = 30;
    private const int MostConditions = 3;
    private const int ShortestEnglish = 3;

    /// <summary>Of several words the last is being typed: what completes it stands behind those before it, which are kept as they are.</summary>
    public async Task<IReadOnlyList<TitleSuggestion>> RunAsync(string typed, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var (before, last) = Parted(typed.Trim());
        var folded = new LeftWords(last).Text;
        if (folded.Length == 0) return [];
        // What begins so is more often meant than what holds it somewhere.
        var whole = new LeftWords(typed.Trim()).Text.Replace(" ", "", StringComparison.Ordinal);
        var titles = (await search.SuggestAsync(typed, most * 2, cancel)).OrderByDescending(t => Begins(new LeftWords(t.Title).Text, whole)).Take(most).ToList();
        var names = await places.ReadAsync(cancel);
        var others = PlacesOf(folded, names).Concat(WorkOf(folded)).Concat(before.Length == 0 ? [] : await CompletionsAsync(before, last, cancel))
            .Select(name => before + name).Where(name => titles.All(t => t.Title != name)).Distinct(StringComparer.Ordinal).Take(MostAsked).ToList();
        if (others.Count == 0) return titles;
        var queries = new List<PostingQuery>();
        foreach (var name in others) queries.Add((await understand.RunAsync(name, cancel)).Apply(new PostingQuery()));
        var counts = await search.CountAsync(queries, cancel);
        // Behind other words few titles hold all of them: what completes the last one is the answer.
        var found = others.Zip(counts, (name, count) => new TitleSuggestion(name, count)).Where(s => s.Count > 0).Take(Math.Max(most / 2, most - titles.Count)).ToList();
        return [.. titles.Take(most - found.Count), .. found];
    }

    private static (string Before, string Last) Parted(string typed)
    {
        var last = typed.Length;
        while (last > 0 && !char.IsWhiteSpace(typed[last - 1])) last--;
        // Syllables of pinyin typed apart are one word.
        return last == 0 || PinyinWords.IsLatin(new LeftWords(typed).Text.Replace(" ", "", StringComparison.Ordinal)) ? ("", string.Concat(typed.Where(c => !char.IsWhiteSpace(c)))) : (typed[..last], typed[last..]);
    }

    /// <summary>Conditions that begin so (包 begins 包吃包住), and titles where the words before name no work: one work or another is seldom meant.</summary>
    private async Task<IEnumerable<string>> CompletionsAsync(string before, string last, CancellationToken cancel)
    {
        var folded = new LeftWords(last).Text;
        var conditions = EverydayWords.Beginning(folded).Take(MostConditions);
        if ((await understand.RunAsync(before, cancel)).Parts.Any(p => p.Kind == UnderstoodKind.Occupation)) return conditions;
        return conditions.Concat((await search.SuggestAsync(last, most: MostConditions * 2, cancel)).Select(t => t.Title).Where(title => Begins(new LeftWords(title).Text, folded)));
    }

    private static IEnumerable<string> PlacesOf(string typed, KnownPlaces names)
    {
        // 石门县 elsewhere would be read as 石门, which is ours.
        var others = names.Others.Values.Where(p => (p.RegionCode % 100 == 0 || !PinyinWords.IsLatin(typed)) && Begins(p.Form, typed) && !names.Own.Any(own => p.Form.StartsWith(own.Form, StringComparison.Ordinal)));
        var known = names.Own.Where(p => !p.IsAlias).Concat(others.OrderBy(p => p.RegionCode % 100 != 0)).DistinctBy(p => (p.RegionCode, p.SettlementId));
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
