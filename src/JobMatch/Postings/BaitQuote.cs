using System.Text.RegularExpressions;

namespace JobMatch.Postings;

/// <summary>What a reason of <see cref="BaitCheck"/> quotes: a clause's words, never cut inside an amount.</summary>
internal static partial class BaitQuote
{
    /// <summary>Characters beside a word that belong to what it says.</summary>
    private const int Near = 10;

    /// <summary>The words found, and where they end on pay (「月薪」) or inside a number, the amount or the rest of the clause.</summary>
    public static string Of(Match found, string text)
    {
        var end = found.Index + found.Length;
        return found.Value + Rest().Match(text, end).Value.TrimEnd();
    }

    /// <summary>The word with what stands beside it in its clause, at most <see cref="Near"/> characters and the rest of an amount that begins or ends there: from where to where.</summary>
    public static (int From, int To) Around(Match word, string text)
    {
        var (from, to, end) = (word.Index, word.Index + word.Length, word.Index + word.Length);
        while (from > 0 && !EndsClause(text, from - 1) && (word.Index - from < Near || (OfAmount(text, from - 1) && OfAmount(text, from)))) from--;
        // A long clause is told from its amount on, rather than from the middle of a word.
        if (from > 0 && !EndsClause(text, from - 1) && text.AsSpan(from, word.Index - from).IndexOfAnyInRange('0', '9') is >= 0 and var amount) from += amount;
        while (to < text.Length && !EndsClause(text, to) && (to - end < Near || (OfAmount(text, to) && OfAmount(text, to - 1)))) to++;
        return (from, to);
    }

    /// <summary>A space beside an amount (「200 元服装费」, 「服装费 200 元」) and a comma inside one (1,200) part nothing.</summary>
    private static bool EndsClause(string text, int at) => text[at] switch
    {
        '。' or '；' or ';' or '，' or '、' or '\n' or '！' or '!' => true,
        ',' => !(DigitAt(text, at - 1) && DigitAt(text, at + 1)),
        ' ' => !DigitAt(text, at - 1) && !DigitAt(text, at + 1) && !YuanAt(text, at - 1),
        _ => false,
    };

    private static bool OfAmount(string text, int at) => DigitAt(text, at) || YuanAt(text, at) || text[at] is '.' or ',' or ' ' or '万' or '千';

    private static bool DigitAt(string text, int at) => at >= 0 && at < text.Length && char.IsDigit(text[at]);

    private static bool YuanAt(string text, int at) => at >= 0 && at < text.Length && text[at] is '元' or '块';

    [GeneratedRegex(@"\G(?:(?:(?<=[薪入资])[^,，。；;！!\n\d]{0,4}\d[\d.]*|(?<=\d)[\d.]*|(?<=[万千]))\s*[万千wWkK]?(?:\s*[-~～—至到]\s*\d[\d.]*\s*[万千wWkK]?)?\s*(?:元|块)?(?:\s*[/每][月天日年])?(?:以上|起)?|(?<=[薪入资])[^,，。；;！!\n]{1,12}(?=[,，。；;！!\n]|$))")]
    private static partial Regex Rest();
}
