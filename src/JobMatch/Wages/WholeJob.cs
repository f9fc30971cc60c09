using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMatch.Wages;

/// <summary>
/// One sum for the whole of a job whose length is stated beside it: 「三个月共12000元」 is 4000 a month, 「工期20天,总共3000元」 150 a day. Only words for a total make it one; a season's pay that
/// no month pays without them is unknown. Works on tidied text (<see cref="WageText.Tidy"/>).
/// </summary>
internal static partial class WholeJob
{
    private const string Digits = "一二三四五六七八九十";

    /// <summary>Yuan from which the pay of a season of months is hardly one month's.</summary>
    private const decimal NoMonths = 8_000;

    /// <summary>Yuan a day under which what each gets is said of a day or of something else.</summary>
    private const decimal LeastOfADay = 50;

    /// <summary>Whether the words name a sum for the whole, with its length; both belong together.</summary>
    public static bool IsIn(string tidied) => LengthFirst().IsMatch(tidied) || SumFirst().IsMatch(tidied) || Season().IsMatch(tidied);

    public static string Said(string text) => Season().Replace(SumFirst().Replace(LengthFirst().Replace(text, Spread), Spread), match => Number(match.Groups["a"].Value) >= NoMonths ? "工资面议" : match.Value);

    /// <summary>The sum over its length, in months where that is told in months.</summary>
    private static string Spread(Match match)
    {
        var (length, unit) = match.Groups["u"].Value switch
        {
            "半年" => (6, "月"),
            var days when days.EndsWith('天') || days.EndsWith('日') => (Count(match), "天"),
            var months when months.EndsWith('月') => (Count(match), "月"),
            _ => (Count(match), "周"),
        };
        if (length == 0 || (match.Groups["h"].Success && Number(match.Groups["a"].Value) < length * LeastOfADay)) return match.Value;
        string Part(Group sum) => string.Create(CultureInfo.InvariantCulture, $"{Number(sum.Value) / length:0.##}");
        return $" {Part(match.Groups["a"])}{(match.Groups["b"].Success ? "-" + Part(match.Groups["b"]) : "")}元/{unit} ";
    }

    private static int Count(Match match) => match.Groups["n"].Value is var said && int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Digits.IndexOf(said, StringComparison.Ordinal) + 1;

    private static decimal Number(string sum) => sum.EndsWith('万') ? decimal.Parse(sum[..^1].Trim(), CultureInfo.InvariantCulture) * 10_000 : decimal.Parse(sum, CultureInfo.InvariantCulture);

    private const string Length = @"(?<![\d.第前满休每月试用习后]|(?:试用|实习|学徒|培训)期)(?:(?<n>\d{1,3}|[一二三四五六七八九十])\s*(?<u>个月|天|日|周|个星期|个礼拜)|(?<u>半年))(?!试|实习|内|后|以|起|前|一(?!共)|制|班|转)";

    private const string Total = @"(?:总共|一共|共计?|合计|总计|总额|包干|全程|全包)(?:工资|报酬|收入|薪资|工钱|给|发|付|得|是|为|约|[:\s])*";

    /// <summary>「要40天,一人给8000元」: what each gets for days is for all of them, for no month has another number of days.</summary>
    private const string EachForDays = @"(?<h>(?<=[天日][^\d。;]{0,10})(?:[一每]个?人|人均)(?:可以|能)?(?:给|发|付|得|拿|有))";

    private const string Yuan = @"(?<a>\d{3,6}(?:\.\d+)?|\d+(?:\.\d+)?\s*万)(?:\s*-\s*(?<b>\d{3,6}(?:\.\d+)?|\d+(?:\.\d+)?\s*万))?(?![\d.万千百])\s*(?:元|块钱?)?(?!\s*(?:/|每|一)\s*个?(?:月|天|日|小?时|年|件|单|次))";

    /// <summary>What stands between names no other pay: 「三个月合同,每月共5000元」 and 「工资加奖金共5000元」 are a month's.</summary>
    [GeneratedRegex(Length + @"[^\d。;月日时每加+和底]{0,10}?(?:" + Total + Yuan + "|(?:工资|报酬|工钱)?[:为约]*" + Yuan + "(?:包干|全包)|" + EachForDays + Yuan + ")")]
    private static partial Regex LengthFirst();

    [GeneratedRegex("(?<![月日时每加+和底][^,;。]{0,4})(?:" + Total + Yuan + "|" + Yuan + @"(?:包干|全包))[,\s]*(?:工期|为期|全程|时间|一?共|[做干])?[:为约]*" + Length)]
    private static partial Regex SumFirst();

    [GeneratedRegex(@"(?:季节?|工期|农忙|采收期?|暑假|寒假)[^\d。;]{0,4}?" + Length + @"[,\s]*(?:工资|报酬|收入|薪资|工钱)[:为约]*" + Yuan)]
    private static partial Regex Season();
}
