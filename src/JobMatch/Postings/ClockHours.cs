using System.Globalization;
using System.Text.RegularExpressions;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>
/// Hours a day that the clock tells: 「上午9点到下午2点」 are 5, 「8:00-12:00，14:00-18:00」 are 8. A long day without a named break stays unknown: how long its meal takes nobody said.
/// </summary>
internal static partial class ClockHours
{
    /// <summary>Hours that are worked in one go; a longer span holds a meal.</summary>
    private const decimal InOneGo = 6;

    private const int HalfDay = 12;

    /// <summary>Null where no hours of work are told, or not for certain.</summary>
    /// <param name="text">With half-width digits and marks.</param>
    public static decimal? In(string text)
    {
        var spans = Spans().Matches(text).Where(span => !OtherClock().IsMatch(text[..span.Index])).Select(Length).ToList();
        if (spans.Count == 0 || spans.Contains(null) || (spans.Count > 1 && InShifts().IsMatch(text))) return null;
        var rest = spans.Count == 1 && Break().Match(text) is { Success: true } named ? HoursOf(named) : (decimal?)null;
        if (rest is null && spans.Exists(hours => hours > InOneGo)) return null;
        return spans.Sum() - (rest ?? 0) is > 0 and <= HalfDay and var worked ? worked : null;
    }

    /// <summary>Without a word for the half of the day an end before its beginning is of the other half: 「9点到2点」.</summary>
    private static decimal? Length(Match span)
    {
        var (from, to) = (Clock(span, "1"), Clock(span, "2"));
        if (from is null || to is null) return null;
        if (to <= from && !span.Groups["late2"].Success && to + HalfDay > from) to += HalfDay;
        return to > from ? to - from : to + (2 * HalfDay) - from;
    }

    private static decimal? Clock(Match span, string which)
    {
        var hour = Whole(span.Groups["h" + which].Value) + (span.Groups["m" + which] is { Success: true } minute ? minute.Value == "半" ? 0.5m : Whole(minute.Value) / 60 : 0);
        if (hour is > 24) return null;
        return span.Groups["late" + which].Success && hour < HalfDay ? hour + HalfDay : hour;
    }

    private static decimal HoursOf(Match rest) => rest.Groups["m"].Success ? Whole(rest.Groups["m"].Value) / 60 : rest.Groups["half"].Success ? 0.5m : Whole(rest.Groups["h"].Value);

    private static decimal Whole(string said) => decimal.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : WageText.NumberOf(said.Replace('两', '二'));

    private const string Number = @"(?:\d{1,2}(?!\d)|[一二两三四五六七八九十]{1,3})";

    private const string From = @"(?:(?<late1>下午|午后|晚上?|夜里)|凌晨|清早|早上?|上午|中午)?\s*(?<h1>" + Number + @")\s*(?:[:点时](?<m1>半|\d{2})?分?)?";

    private const string To = @"(?:(?<late2>下午|午后|晚上?|夜里)|第二天|次日|凌晨|清早|早上?|上午|中午)?\s*(?<h2>" + Number + @")\s*(?:[:点]|时(?![薪间长]))(?<m2>半|\d{2})?";

    /// <summary>A beginning and an end, at least the end by the clock.</summary>
    [GeneratedRegex(@"(?<![\d.:-])" + From + @"\s*(?:-+|~|至|到)\s*" + To)]
    private static partial Regex Spans();

    /// <summary>Of several shifts everybody works one.</summary>
    [GeneratedRegex("[早中晚夜白]班|倒班|轮班|班倒|[一二两三]班制")]
    private static partial Regex InShifts();

    /// <summary>When somebody is to come, to call or may buy is no time of work.</summary>
    [GeneratedRegex(@"(?:面试|报名|应聘|咨询|联系|电话|营业|集合|开会|培训|休息|午休|吃饭|用餐|取货|截止|发车|班车)[^。;\n]{0,8}$")]
    private static partial Regex OtherClock();

    [GeneratedRegex(@"(?:休息|午休|吃饭)\s*(?:(?<half>半)个?小时|(?<h>\d(?:\.5)?|[一二两])\s*个?小时|(?<m>\d{2})\s*分钟)|(?:中午|中间)(?:休息|午休)?\s*(?<h>\d(?:\.5)?|[一二两])\s*个?小时(?:休息|午休|吃饭)")]
    private static partial Regex Break();
}
