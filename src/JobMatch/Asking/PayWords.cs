using System.Globalization;
using System.Text.RegularExpressions;
using JobMatch.Wages;

namespace JobMatch.Asking;

/// <summary>
/// The wage that somebody looks for: 「3000以上」, 「月薪5千」, 「三千元」, 「20元/小时」, 「一天一百五」, 「4000-5000」, 「不超过5000」. An amount alone is the least;
/// what is said of a year is a twelfth of it a month.
/// </summary>
internal static partial class PayWords
{
    private const int LeastMonth = 500;
    private const int MostMonth = 100_000;

    /// <summary>No hour pays more and no day less: 「15元」 without a unit is an hour's, 「150元」 a day's (as <see cref="WageReader"/> reads postings).</summary>
    private const int MostHour = 60;

    public static IEnumerable<UnderstoodPart> Find(LeftWords left)
    {
        var text = left.Text;
        foreach (Match match in Pay().Matches(text))
        {
            if (OtherUnit().IsMatch(text[(match.Index + match.Length)..]) || Read(match) is not var (low, high)) continue;
            if (PeriodOf(match, low ?? high!.Value, byDay: ByDay().IsMatch(text)) is not { } period) continue;
            var (from, to) = (Fen(low, period), Fen(high, period));
            var part = new UnderstoodPart(UnderstoodKind.Pay, match.Value, match.Index, match.Index + match.Length) { IsGuaranteed = from is not null && Guaranteed().IsMatch(match.Value) };
            return
            [
                left.Take(period switch
                {
                    Period.Hour => part with { HourlyFromFen = from, HourlyToFen = to },
                    Period.Day => part with { DailyFromFen = from, DailyToFen = to },
                    _ => part with { MonthlyFromFen = from, MonthlyToFen = to },
                }),
            ];
        }

        return [];
    }

    private enum Period
    {
        Month,
        Day,
        Hour,
        Year,
    }

    /// <summary>The amounts, yuan: from, to or both.</summary>
    private static (decimal? Low, decimal? High)? Read(Match match)
    {
        if (match.Groups["steps"].Success)
        {
            // 「三四千」 is three to four thousand.
            var (words, step) = (match.Groups["steps"].Value, Factor(match.Groups["steps"].Value[^1..]));
            var (a, b) = (WageText.NumberOf(words[..1]), WageText.NumberOf(words[1..2]));
            return b == a + 1 ? (a * step, b * step) : null;
        }

        // 「4-5千」: the thousand of the upper end holds for both.
        var upper = match.Groups["upper"].Success ? Amount(match.Groups["upper"].Value, "") : null;
        if (Amount(match.Groups["amount"].Value, match.Groups["upper"].Value is { Length: > 0 } words2 ? words2[^1..] : "") is not { } amount) return null;
        if (upper is { } high) return high > amount ? (amount, high) : high == amount ? (amount, null) : null;
        // 「少于3000的不要」: at least that.
        return match.Groups["most"].Success && !match.Groups["not"].Success ? (null, amount) : (amount, null);
    }

    private static decimal? Amount(string words, string stepOfUpper)
    {
        words = words.Replace('两', '二').Trim();
        if (words == "万") return 10_000;
        if (!char.IsAsciiDigit(words[0])) return WageText.NumberOf(words);
        // 「3千5」 is 3,500.
        if (words is [.. var whole, ('千' or '万') and var step, (>= '0' and <= '9') and var tenth] && int.TryParse(whole, out var wholes)) return (wholes + (tenth - '0') / 10m) * Factor($"{step}");
        var digits = words.TrimEnd('千', '万', 'k', 'w', ' ');
        if (!decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return null;
        return number * Factor(digits.Length < words.Length ? words[^1..] : number < 100 ? stepOfUpper : "");
    }

    private static decimal Factor(string step) => step switch { "百" => 100, "千" or "k" => 1000, "万" or "w" => 10_000, _ => 1 };

    /// <summary>What the amount is of; null when it is no pay: 「3个」 and 「2026」 are not, a bare number is when it can be a month's.</summary>
    private static Period? PeriodOf(Match match, decimal yuan, bool byDay)
    {
        var per = match.Groups["per"].Success ? match.Groups["per"].Value : match.Groups["lead"].Value;
        if (HourWords().IsMatch(per)) return Period.Hour;
        if (DayWords().IsMatch(per)) return Period.Day;
        if (YearWords().IsMatch(per)) return InMonth(yuan / 12) ? Period.Year : null;
        var said = per.Length > 0 || match.Groups["money"].Success || match.Groups["more"].Success || match.Groups["most"].Success || match.Groups["upper"].Success || match.Groups["steps"].Success || !match.Groups["amount"].Value.All(char.IsAsciiDigit);
        if (per.Length == 0 && yuan < LeastMonth)
        {
            if (byDay && yuan > MostHour) return Period.Day;
            if (match.Groups["money"].Success) return yuan > MostHour ? Period.Day : Period.Hour;
        }

        return InMonth(yuan) && (said || yuan is >= 1000 and <= 50_000 && yuan % 100 == 0) ? Period.Month : null;
    }

    private static bool InMonth(decimal yuan) => yuan is >= LeastMonth and <= MostMonth;

    private static long? Fen(decimal? yuan, Period period) => yuan is { } amount ? (long)((period == Period.Year ? Math.Round(amount / 12) : amount) * 100) : null;

    private const string Numeral = "[一二两三四五六七八九][十百千万][零一二两三四五六七八九十百千万]*|十(?:[一二三四五六七八九]|(?=块|元))";

    private const string Digits = @"(?<![a-z\d.])\d{1,2}[千万]\d(?![\d.])|(?<![a-z\d.])\d{1,6}(?:\.\d{1,2})?(?:\s*[千万kw](?![a-z]))?";

    [GeneratedRegex($"""
        (?<most>不超过|最多|最高|不高于|低于|少于|小于|不到|不大于)?\s*
        (?<lead>(?:每月|月)?保底(?:工资|薪资|收入)?|月薪|月入|月工资|日工资|时工资|工资|工价|薪资|底薪|收入|时薪|日薪|每个?小时|[一1]个?小时|每天|[一1]天|每个?月|[一1]个?月|年薪|年收入|年入|每年|[一1]年)?\s*
        (?:(?:能|可以|想|要)?(?:挣|赚|拿)(?:到|个)?)?
        (?:不低于|至少|不少于|大于|高于|超过|最少|最低|[过上破](?=[一1]?万)|(?<most>不超过|最多|最高|不高于|低于|少于|小于|不到|不大于)|要|在|有|给|能到)?\s*
        (?:(?<steps>[一二三四五六七八九][二三四五六七八九][百千万])(?![一二三四五六七八九])|(?<amount>{Digits}|{Numeral}|(?<=[过上破])万))(?![\d.]*[-~到至]?[a-z])\s*
        (?<money>元|块钱?)?
        (?:\s*(?:[-~—–到至]|以上[,，、]?(?=\d[^\n]*以[下内]))\s*(?<upper>{Digits}|{Numeral}))?\s*
        (?<money>元|块钱?)?\s*
        (?:(?:/|每个?|一个?)\s*(?<per>小时|钟头|时|天|日|月|年(?!底|终|龄|级)))?\s*
        (?:(?<most>或?及?以下|以内|封顶|之内|往下)|(?<more>及?或?以上|起步?|往上|\+|多|左右|保底))?
        (?<not>的?(?:我?都?(?:不要|不干|不做|不去|不考虑|不想干|不想做)|免谈|别来|就算了)了?)?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pay();

    /// <summary>Paid by the day: a small amount beside it is a day's.</summary>
    [GeneratedRegex("日结|天天结|当天结|一天一结|按天|零工|短工|散工|临时工")]
    private static partial Regex ByDay();

    /// <summary>What is paid whatever comes of the pieces.</summary>
    [GeneratedRegex("保底")]
    private static partial Regex Guaranteed();

    [GeneratedRegex("小时|钟头|时")]
    private static partial Regex HourWords();

    [GeneratedRegex("天|日")]
    private static partial Regex DayWords();

    [GeneratedRegex("年")]
    private static partial Regex YearWords();

    [GeneratedRegex(@"^\s*(人|名|个|岁|年|号|路|公里|里|米|班|楼|栋|(?:月|日)(?![结清薪])|点|斤|度|级)")]
    private static partial Regex OtherUnit();
}
