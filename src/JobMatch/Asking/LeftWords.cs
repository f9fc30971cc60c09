using JobMatch.Words;

namespace JobMatch.Asking;

/// <summary>What was typed, folded character for character (half width, small letters, simplified), with what has been understood blanked out.</summary>
internal sealed class LeftWords
{
    private readonly string _typed;
    private readonly char[] _left;

    public LeftWords(string typed)
    {
        _typed = typed;
        _left = [.. typed.Select(Fold)];
    }

    /// <summary>As long as what was typed; blanks where something was taken.</summary>
    public string Text => new(_left);

    public string Typed(int from, int to) => _typed[from..to];

    public UnderstoodPart Take(UnderstoodPart part)
    {
        Blank(part.From, part.To);
        return part with { Text = _typed[part.From..part.To].Trim() };
    }

    /// <summary>Words that say nothing by themselves.</summary>
    public void Blank(int from, int to) => _left.AsSpan(from, to - from).Fill(' ');

    /// <summary>Runs of letters and digits that are left.</summary>
    public List<(int From, int To)> Chunks()
    {
        var chunks = new List<(int From, int To)>();
        for (var at = 0; at < _left.Length; at++)
        {
            if (!IsWord(_left[at])) continue;
            var from = at;
            while (at < _left.Length && IsWord(_left[at])) at++;
            chunks.Add((from, at));
        }

        return chunks;
    }

    /// <summary>The runs that are left, in the letters that were typed.</summary>
    public string Rest() => string.Join(' ', Chunks().Select(c => _typed[c.From..c.To]));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static char Fold(char c) => Traditional.Simplify(char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c is '　' ? ' ' : c));
}
