using System.Text;

namespace JobMatch.Search.Words;

/// <summary>A run of one kind: characters of an unspaced script, or a word of a spaced one (with digits).</summary>
internal readonly record struct Run(string Text, bool Unspaced)
{
    public IReadOnlyList<string> Runes => [.. Text.EnumerateRunes().Select(r => r.ToString())];
}

/// <summary>
/// Cuts text into index terms. Chinese becomes overlapping pairs, and each run ends with its last character alone, so that every character
/// begins some term and one character can be asked for as a prefix: 缝纫工 → 缝纫 纫工 工. Latin words and numbers stay whole.
/// </summary>
internal static class Bigrams
{
    /// <summary>The terms of a text as the index keeps them, parted by spaces.</summary>
    public static string Index(string text)
    {
        var terms = new StringBuilder(text.Length * 3);
        foreach (var run in Runs(FoldedText.Fold(text))) AppendTerms(terms, run, withTail: true);
        return terms.ToString();
    }

    /// <summary>
    /// The phrase that finds a word: its terms in order. A run that is followed by another must end there, so it keeps its tail; a last
    /// run of one character is the start of a term.
    /// </summary>
    public static Phrase Ask(string folded)
    {
        var runs = Runs(folded);
        var terms = new StringBuilder();
        for (var i = 0; i < runs.Count; i++) AppendTerms(terms, runs[i], withTail: i < runs.Count - 1);
        var prefix = runs.Count > 0 && runs[^1] is { Unspaced: true } last && last.Runes.Count == 1;
        return new Phrase(terms.ToString(), prefix);
    }

    public static List<Run> Runs(string folded)
    {
        var runs = new List<Run>();
        var current = new StringBuilder();
        bool? unspaced = null;
        foreach (var rune in folded.EnumerateRunes())
        {
            bool? kind = Scripts.IsWord(rune) ? Scripts.IsUnspaced(rune) : null;
            if (kind != unspaced) Close();
            unspaced = kind;
            if (kind is not null) current.Append(rune.ToString());
        }

        Close();
        return runs;

        void Close()
        {
            if (current.Length > 0) runs.Add(new Run(current.ToString(), unspaced == true));
            current.Clear();
        }
    }

    private static void AppendTerms(StringBuilder terms, Run run, bool withTail)
    {
        if (!run.Unspaced)
        {
            Append(terms, run.Text);
            return;
        }

        var runes = run.Runes;
        for (var i = 0; i + 1 < runes.Count; i++) Append(terms, runes[i] + runes[i + 1]);
        if (withTail || runes.Count == 1) Append(terms, runes[^1]);
    }

    private static void Append(StringBuilder terms, string term)
    {
        if (terms.Length > 0) terms.Append(' ');
        terms.Append(term);
    }
}

/// <summary>Index terms in order; Prefix: the last one is only a beginning.</summary>
internal readonly record struct Phrase(string Terms, bool Prefix);
