namespace JobMatch.Occupations;

/// <summary>The industries that a title and its surroundings speak of, nearest first; they decide between the meanings of a word.</summary>
internal sealed class TitlePlace(string title, OccupationContext context, IndustryWords industries)
{
    private readonly Lazy<IReadOnlyList<string>>[] _industries = [.. new[] { title, context.Employer, context.Text }.Select(text => new Lazy<IReadOnlyList<string>>(() => industries.In(text)))];

    /// <summary>The meaning that the nearest industry gives; null when none does.</summary>
    public int? MeaningOf(OccupationWord word)
    {
        if (word.At.Count == 0) return null;
        // A description speaks of much (a canteen, a dormitory); it only decides where a word of two meanings would stay open.
        foreach (var spokenOf in word.Means.Count == 1 || word.General ? _industries[..2] : _industries)
            foreach (var industry in spokenOf.Value)
                if (word.At.TryGetValue(industry, out var id)) return id;
        return null;
    }
}

/// <summary>Words by which a text speaks of an industry.</summary>
internal sealed class IndustryWords(IReadOnlyList<Industry> industries)
{
    /// <summary>By their first letter, each with the place of its industry in the list.</summary>
    private readonly ILookup<char, (string Word, int Industry)> _words = industries.SelectMany((industry, at) => industry.Words.Select(word => (Word: word, Industry: at))).ToLookup(w => w.Word[0]);

    /// <summary>
    /// By where their words last end: of two words for one place (砖厂, 耐火砖厂) neither comes first, and the list of industries decides. Letters in these words
    /// are capitals (LED, 4S店).
    /// </summary>
    public IReadOnlyList<string> In(string text)
    {
        var (capitals, ends) = (text.ToUpperInvariant(), new int[industries.Count]);
        for (var at = 0; at < capitals.Length; at++)
            foreach (var (word, industry) in _words[capitals[at]])
                if (string.CompareOrdinal(capitals, at, word, 0, word.Length) == 0) ends[industry] = Math.Max(ends[industry], at + word.Length);
        return [.. Enumerable.Range(0, ends.Length).Where(i => ends[i] > 0).OrderByDescending(i => ends[i]).Select(i => industries[i].Key)];
    }
}
