using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMatch.Asking;

/// <summary>Days as a clerk says them: 「今年」, 「去年下半年」, 「近半年」, 「2025年」, 「5月份」, 「30天内」.</summary>
internal static partial class PeriodWords
{
    /// <summary>「最近」 without a number: a quarter of a year.</summary>
    private const int Lately = 3;

    /// <summary>A number as it is said: 3, 三, 两, 十二.</summary>
    public const string Number = "(?:\\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])";

    /// <summary>Whatever <see cref="Read"/> reads.</summary>
    public const string Pattern =
        "(?:(?:今年|本年度?|去年|上一?年度?|前年|明年|(?<!\\d)20\\d\\d年)度?的?(?:上半年|下半年|" + Number + "月份?)?|上半年|下半年|本月|这个?月|当月|上个?月|下个?月|年底(?:以?前|之前)?"
        + "|(?:最近|近期|近来)(?!" + Number + "|半|几)|(?:最近|近|过去|这|未来|今后)(?:半|" + Number + ")(?:年半?|个月|周|个?星期|天|日)|(?:半|" + Number + ")(?:年半?|个月|周|个?星期|天|日)(?=以?之?内|里)|(?<!\\d)(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?!\\d))(?:之内|以内|以来|内|来|里)?";

    /// <param name="said">What <see cref="Pattern"/> has found.</param>
    /// <param name="today">The day it is said.</param>
    /// <param name="ahead">Whether days without a direction (「三个月内」) lie ahead.</param>
    public static DaysAsked Read(string said, DateOnly today, bool ahead = false)
    {
        if (Length().Match(said) is { Success: true } length) return Around(today, length, ahead || length.Groups["ahead"].Success);
        if (said.StartsWith("年底", StringComparison.Ordinal)) return new DaysAsked(today, new DateOnly(today.Year, 12, 31));
        if (Named().Match(said) is { Success: true } named) return OfYear(YearOf(named, today), named);
        if (said.StartsWith('上') || said.StartsWith('下')) return Month(today.AddMonths(said[0] == '上' ? -1 : 1));
        if (OnlyMonth().Match(said) is { Success: true } only) return MonthNear(Count(only.Groups["month"].Value), today, ahead);
        return said.StartsWith("最近", StringComparison.Ordinal) || said[0] == '近' ? new DaysAsked(today.AddMonths(-Lately), today) : Month(today);
    }

    /// <summary>3, 三, 两, 十二.</summary>
    public static int Count(string number) => number is "两" ? 2 : number is [var one] && "一二三四五六七八九".IndexOf(one, StringComparison.Ordinal) is >= 0 and var at ? at + 1 : PersonWords.Years(number);

    private static DaysAsked Around(DateOnly today, Match length, bool ahead)
    {
        var count = length.Groups["half"].Success ? 0 : Count(length.Groups["count"].Value);
        var sign = ahead ? 1 : -1;
        var other = length.Groups["unit"].Value[^1] switch
        {
            '年' => today.AddMonths(sign * ((count * 12) + (length.Groups["half"].Success || length.Groups["more"].Success ? 6 : 0))),
            '月' => length.Groups["half"].Success ? today.AddDays(sign * 15) : today.AddMonths(sign * count),
            '周' or '期' => today.AddDays(sign * 7 * Math.Max(1, count)),
            _ => today.AddDays(sign * count),
        };
        return ahead ? new DaysAsked(today, other) : new DaysAsked(other, today);
    }

    private static int YearOf(Match named, DateOnly today) => named.Groups["year"] is { Success: true, Value: var year } ? int.Parse(year, CultureInfo.InvariantCulture)
        : named.Groups["before"].Success ? today.Year - 1 : named.Groups["earlier"].Success ? today.Year - 2 : named.Groups["next"].Success ? today.Year + 1 : today.Year;

    private static DaysAsked OfYear(int year, Match named) => named switch
    {
        _ when named.Groups["first"].Success => new(new DateOnly(year, 1, 1), new DateOnly(year, 6, 30)),
        _ when named.Groups["second"].Success => new(new DateOnly(year, 7, 1), new DateOnly(year, 12, 31)),
        _ when named.Groups["month"] is { Success: true, Value: var month } && Count(month) is >= 1 and <= 12 and var of => Month(new DateOnly(year, of, 1)),
        _ => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
    };

    /// <summary>「5月份」: the last one that has begun, or the next that has not ended.</summary>
    private static DaysAsked MonthNear(int month, DateOnly today, bool ahead) =>
        Month(new DateOnly(ahead && month < today.Month ? today.Year + 1 : !ahead && month > today.Month ? today.Year - 1 : today.Year, Math.Clamp(month, 1, 12), 1));

    private static DaysAsked Month(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    [GeneratedRegex("^(?:最近|近|过去|这|(?<ahead>未来|今后))?(?:(?<half>半)|(?<count>" + Number + "))(?:(?<unit>年)(?<more>半)?|(?<unit>个月|周|个?星期|天|日)|(?<=半)(?<unit>月))(?:之内|以内|以来|内|来|里)?$")]
    private static partial Regex Length();

    [GeneratedRegex("^(?:今年|本年度?|(?<before>去年|上一?年度?)|(?<earlier>前年)|(?<next>明年)|(?<year>20\\d\\d)年|(?=上半年|下半年))度?的?(?:(?<first>上半年)|(?<second>下半年)|(?<month>" + Number + ")月)?")]
    private static partial Regex Named();

    [GeneratedRegex("^(?<month>" + Number + ")月")]
    private static partial Regex OnlyMonth();
}
