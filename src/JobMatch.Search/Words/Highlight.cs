using JobMatch.Data;

namespace JobMatch.Search.Words;

/// <summary>Cuts a text into parts that matched and parts that did not, and a long one down to a window around the first match.</summary>
public static class Highlight
{
    private const int Window = 90;
    private const int Before = 20;

    /// <summary>What to mark: the words, their parts and, where the word itself is absent, its other names.</summary>
    public static IReadOnlyList<HighlightPart> Mark(string text, SearchWords words) => Parts(text, Spans(FoldedText.Of(text), words), 0, text?.Length ?? 0);

    public static bool Matches(string text, SearchWords words) => Spans(FoldedText.Of(text), words).Count > 0;

    /// <summary>
    /// The first text that matched (else the first that is not empty), cut to about 90 characters where a word or a phrase ends; what was left out
    /// on either side is an ellipsis.
    /// </summary>
    public static IReadOnlyList<HighlightPart> Snippet(IEnumerable<string> texts, SearchWords words)
    {
        var (text, spans) = FirstThatMatched(texts, words);
        if (text.Length <= Window) return Parts(text, spans, 0, text.Length);
        var first = spans.Count == 0 ? (From: 0, To: 0) : spans[0];
        var start = StartOf(text, Math.Max(0, Math.Min(first.From - Before, text.Length - Window)), first.From);
        var end = EndOf(text, Math.Min(text.Length, start + Window), Math.Max(start + Window - Before, first.To));
        var parts = Parts(text, spans, start, end);
        return [.. start > 0 ? [new HighlightPart(ShownText.Ellipsis, false)] : Array.Empty<HighlightPart>(), .. parts, .. end < text.Length ? [new HighlightPart(ShownText.Ellipsis, false)] : Array.Empty<HighlightPart>()];
    }

    /// <summary>Behind the first gap before the match; where there is none, before the word that would be cut.</summary>
    private static int StartOf(string text, int start, int match)
    {
        if (start == 0) return 0;
        for (var at = start; at < match; at++)
            if (IsGap(text[at - 1]) && !IsGap(text[at])) return at;
        while (start > 0 && IsInsideWord(text, start)) start--;
        return start;
    }

    /// <summary>Before the last gap behind <paramref name="least"/>; where there is none, behind the last whole word.</summary>
    private static int EndOf(string text, int end, int least)
    {
        if (end >= text.Length) return text.Length;
        for (var at = end; at > least; at--)
            if (IsGap(text[at]) && !IsGap(text[at - 1])) return at;
        var cut = end;
        while (cut > least && IsInsideWord(text, cut)) cut--;
        return cut > least || !char.IsLowSurrogate(text[end]) ? Math.Max(cut, least) : end - 1;
    }

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || (char.IsPunctuation(c) && c is not ('-' or '.' or '/')) || c == '·';

    /// <summary>Between two letters of a spaced word, two digits, or the halves of one character.</summary>
    private static bool IsInsideWord(string text, int at) => char.IsLowSurrogate(text[at]) || (Spaced(text[at]) && Spaced(text[at - 1]));

    private static (string Text, List<(int From, int To)> Spans) FirstThatMatched(IEnumerable<string> texts, SearchWords words)
    {
        var first = "";
        foreach (var text in texts)
        {
            if (text.Length == 0) continue;
            if (Spans(FoldedText.Of(text), words) is { Count: > 0 } spans) return (text, spans);
            if (first.Length == 0) first = text;
        }

        return (first, []);
    }

    private static List<(int From, int To)> Spans(FoldedText folded, SearchWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var found = new List<(int From, int To)>();
        foreach (var word in words.Words)
        {
            if (Add(found, folded, word.Text)) continue;
            var any = false;
            foreach (var part in word.Parts) any |= Add(found, folded, part);
            if (any) continue;
            foreach (var name in word.OtherNames) any |= Add(found, folded, name);
            if (any) continue;
            if (Likeness.Spans(folded.Text, word.Text) is { Count: > 0 } alike)
            {
                found.AddRange(alike.Select(span => (folded.SourceAt(span.From), Math.Max(folded.SourceAt(span.To), folded.SourceAt(span.From) + 1))));
                continue;
            }

            var runs = Bigrams.Runs(word.Text);
            if (runs.Count > 1 && runs.TrueForAll(r => folded.Text.Contains(r.Text, StringComparison.Ordinal)))
                foreach (var run in runs) Add(found, folded, run.Text);
        }

        return Merge(found);
    }

    private static bool Add(List<(int From, int To)> found, FoldedText folded, string word)
    {
        var any = false;
        for (var at = folded.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.Text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            if (!IsWhole(folded.Text, at, word.Length)) continue;
            var from = folded.SourceAt(at);
            var to = Math.Max(folded.SourceAt(at + word.Length), from + 1);
            found.Add((from, to));
            any = true;
        }

        return any;
    }

    /// <summary>Latin words and numbers match whole; Chinese ones anywhere.</summary>
    private static bool IsWhole(string text, int at, int length) =>
        !(at > 0 && Spaced(text[at]) && Spaced(text[at - 1])) && !(at + length < text.Length && Spaced(text[at + length - 1]) && Spaced(text[at + length]));

    private static bool Spaced(char character) =>
        char.IsLetterOrDigit(character) && !char.IsSurrogate(character) && !Scripts.IsUnspaced(new System.Text.Rune(character));

    private static List<(int From, int To)> Merge(List<(int From, int To)> spans)
    {
        var merged = new List<(int From, int To)>();
        foreach (var span in spans.OrderBy(s => s.From).ThenByDescending(s => s.To))
        {
            if (merged.Count > 0 && span.From <= merged[^1].To) merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, span.To));
            else merged.Add(span);
        }

        return merged;
    }

    private static List<HighlightPart> Parts(string text, List<(int From, int To)> spans, int start, int end)
    {
        var parts = new List<HighlightPart>();
        var at = start;
        foreach (var (from, to) in spans)
        {
            if (to <= start) continue;
            if (from >= end) break;
            if (from > at) parts.Add(new HighlightPart(text[at..from], false));
            var begin = Math.Max(from, at);
            at = Math.Min(to, end);
            parts.Add(new HighlightPart(text[begin..at], true));
        }

        if (at < end) parts.Add(new HighlightPart(text[at..end], false));
        return parts;
    }
}
