using System.Text.RegularExpressions;

namespace JobMatch.Postings;

/// <summary>
/// The wage that somebody looks for: 「3000以上」, 「月薪5千」, 「三千元」, 「20元/小时」, 「一天200」, 「4000-5000」. The lower end counts, in the unit
/// that was said; what is said of a year is a twelfth of it a month. 「3000以下」 says nothing that helps to find work and stays words.
/// </summary>
internal static partial class PayWords
{
    private const int LeastMonth = 500;
    private const int MostMonth = 100_000;
    private static readonly string Numerals = "零一二三四五六七八九";

    public static UnderstoodPart? Find(string text)
    {
        foreach (Match match in Pay().Matches(text))
        {
            if (match.Length == 0 || AtMost().IsMatch(text[(match.Index + match.Length)..])) continue;
            // A bare number is pay when it can be a month's; 「3个」 and 「2026」 are not.
            var said = match.Groups["said"].Success || match.Groups["unit"].Success || match.Groups["more"].Success || match.Groups["thousand"].Success || match.Groups["per"].Success || match.Groups["day"].Success;
            if (Amount(match) is not { } yuan) continue;
            var perDay = match.Groups["day"].Success || match.Groups["per"].Value is "天" or "日";
            var perHour = match.Groups["hour"].Success || match.Groups["per"].Value is "小时" or "时" or "钟头";
            var perYear = match.Groups["year"].Success || match.Groups["per"].Value is "年";
            if (perYear) yuan = Math.Round(yuan / 12);
            if (!said && (yuan < 1000 || yuan > 50_000 || yuan % 100 != 0)) continue;
            if (!perDay && !perHour && (yuan < LeastMonth || yuan > MostMonth)) continue;
            var fen = (long)(yuan * 100);
            var part = new UnderstoodPart(UnderstoodKind.Pay, match.Value, match.Index, match.Index + match.Length);
            return perHour ? part with { HourlyFromFen = fen } : perDay ? part with { DailyFromFen = fen } : part with { MonthlyFromFen = fen };
        }

        return null;
    }

    private static decimal? Amount(Match match)
    {
        if (match.Groups["chinese"].Success) return Chinese(match.Groups["chinese"].Value);
        if (!decimal.TryParse(match.Groups["n"].Value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number)) return null;
        // 「4-5千」: the thousand of the upper end holds for both.
        var thousand = match.Groups["thousand"].Success ? match.Groups["thousand"].Value : number < 100 ? match.Groups["upper"].Value : "";
        return number * (thousand switch { "千" or "k" => 1000, "万" or "w" => 10_000, _ => 1 });
    }

    /// <summary>三千 3000, 三千五 and 三千五百 3500, 两万 20000, 一万二 12000.</summary>
    private static decimal? Chinese(string words)
    {
        var (head, tail) = (Digit(words[0]), words.Length > 2 ? Digit(words[2]) : 0);
        var step = words[1] == '万' ? 10_000 : 1000;
        return head < 0 || tail < 0 ? null : (head * step) + (tail * step / 10);
    }

    private static int Digit(char c) => c == '两' ? 2 : Numerals.IndexOf(c, StringComparison.Ordinal);

    [GeneratedRegex(@"(?<said>(月薪|月工资|工资|薪资|底薪|收入|时薪(?<hour>)|日薪(?<day>)|每小时(?<hour>)|一小时(?<hour>)|每天(?<day>)|一天(?<day>)|每月|一个?月|(年薪|年收入|年入|每年|一年)(?<year>))(不低于|至少|要|在)?\s*)?((?<![a-z\d.])(?<n>\d{1,6}(\.\d{1,2})?)\s*(?<thousand>[千万kw](?![a-z]))?|(?<chinese>[一二两三四五六七八九][千万][一二三四五六七八九]?百?))(?![\d.]*[-~到至]?[a-z])\s*(?<unit>元|块钱?)?\s*([-~到至]\s*(\d{1,6}(\.\d{1,2})?\s*(?<upper>[千万kw])?|[一二两三四五六七八九][千万][一二三四五六七八九]?))?\s*(?<unit>元|块钱?)?\s*((/|每|一|每个|一个|／)\s*(?<per>小时|钟头|时|天|日|月|年(?!底|终|龄|级)))?(?<more>\s*(以上|及以上|起步?|往上|\+|或以上|多))?")]
    private static partial Regex Pay();

    [GeneratedRegex(@"^\s*(以下|以内|封顶|之内|人|名|个|岁|年|号|路|公里|米|班|楼|栋|月|日|点)")]
    private static partial Regex AtMost();
}
