using System.Text;

namespace JobMatch.Postings;

/// <summary>
/// An advert's words as <see cref="LureReader"/> reads them, cut exactly as by <c>tools/Lures/reading.py</c>: one character each for letters and Chinese, the number of its digits (1 to 5)
/// for an amount, a comma or a full stop for marks. A clause keeps the mark that ends it; one that says nothing is left out.
/// </summary>
internal static class LureText
{
    /// <summary>Digits of the longest amount that is told from others.</summary>
    private const int MostDigits = 5;

    /// <summary>A clause as it is read, and where it stands in the text.</summary>
    internal readonly record struct Clause(string Folded, int From, int To);

    public static List<Clause> Clauses(string text)
    {
        var clauses = new List<Clause>();
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && !Ends(text, at)) continue;
            var folded = Fold(text.AsSpan(from, at + 1 - from));
            if (folded.AsSpan().ContainsAnyExcept(',', '.')) clauses.Add(new Clause(folded, from, at + 1));
            from = at + 1;
        }

        return clauses;
    }

    /// <summary>A comma inside 1,200 parts nothing.</summary>
    private static bool Ends(string text, int at) => Mark(text[at]) is not '\0' && !(text[at] == ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));

    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at])) folded.Append(Amount(text, ref at));
            else if (char.IsAsciiLetter(text[at])) folded.Append(char.ToLowerInvariant(text[at]));
            else if (text[at] is >= '\u4e00' and <= '\u9fff') folded.Append(text[at]);
            else if (Mark(text[at]) is not '\0' and var mark) folded.Append(mark);
        }

        return folded.ToString();
    }

    /// <summary>How many digits stand before the point of 380, 1,200 or 2.5.</summary>
    /// <param name="text">Begins a number at <paramref name="at"/>.</param>
    /// <param name="at">Left at the number's last character.</param>
    private static char Amount(ReadOnlySpan<char> text, ref int at)
    {
        var digits = 0;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == ',' && DigitAt(text, at + 1)))) digits += text[at++] == ',' ? 0 : 1;
        if (at < text.Length && text[at] == '.' && DigitAt(text, at + 1))
        {
            at++;
            while (DigitAt(text, at)) at++;
        }

        at--;
        return (char)('0' + Math.Min(digits, MostDigits));
    }

    private static bool DigitAt(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static char Mark(char sign) => sign switch
    {
        '，' or ',' or '、' => ',',
        '。' or '；' or ';' or '！' or '!' or '？' or '?' or '\n' => '.',
        _ => '\0',
    };
}
