using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMatch.Asking;

/// <summary>How long a day somebody can work: 「每天不超过6小时」, 「一天干四个小时」, 「不要12小时的」. Before wages are looked for: 6 小时 is no 6 元.</summary>
internal static partial class HoursWords
{
    private const int MostHours = 16;
    private const string Digits = "一二三四五六七八九十";

    public static IEnumerable<UnderstoodPart> Find(LeftWords left)
    {
        foreach (Match match in Hours().Matches(left.Text))
        {
            if (!match.Groups["day"].Success && !match.Groups["most"].Success && !match.Groups["within"].Success && !match.Groups["not"].Success) continue;
            var hours = Number(match.Groups["hours"].Value) - (match.Groups["not"].Success ? 1 : 0);
            if (hours is < 2 or > MostHours) continue;
            return [left.Take(new UnderstoodPart(UnderstoodKind.Hours, match.Value, match.Index, match.Index + match.Length) { HoursTo = hours })];
        }

        return [];
    }

    /// <summary>Whole hours: 8, 八, 十二.</summary>
    private static int Number(string words) => int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : words.Replace('两', '二').Sum(word => Digits.IndexOf(word, StringComparison.Ordinal) + 1);

    /// <summary>Not 「8小时工作制」, a word of its own, and not 「一个小时20元」, a wage.</summary>
    [GeneratedRegex("""
        (?:我|想|只|要|找)*
        (?:(?<day>每天|一天|每日|天天|一日)(?:只)?(?:能|想|可以)?(?:上班|工作|干活|干|做|上)?(?:的?时间)?(?:在)?\s*)?
        (?:(?<most>不(?:能|要|会)?超过|不要超|别超过|至多|最多|少于|低于|小于|不到|顶多)|(?<not>不要|不想干|不想做|不干|不做|不想上|不上|不愿干))?(?:干|做|上)?
        \s*(?:[一两二三四五六七八](?=[两二三四五六七八九])|\d{1,2}\s*[-到至])?(?<hours>\d{1,2}|十[一二]|[两二三四五六七八九十])个?(?:小时|钟头)(?!工|制|[/工元块\d]|\s*\d|内?送)
        (?<within>以内|之内|以下|内)?(?:的)?(?:班|活儿?|工作|就行|就好|都行|左右)?(?:的)?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Hours();
}
