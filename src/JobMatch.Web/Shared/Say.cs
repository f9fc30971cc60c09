using System.Globalization;
using JobMatch.Data;
using JobMatch.Wages;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.Shared;

/// <summary>
/// Figures and days as people say them, in the language of the request: 今天, 11 月 3 日, 2,800–4,500 元/月, 600 米. Views have it as <c>Say</c>.
/// </summary>
public sealed class Say(Texts texts, TimeProvider time)
{
    private const double MetresPerWalkingMinute = 75; // 4.5 km/h: adults on paved roads, with some slope

    /// <summary>Today in the county.</summary>
    public DateOnly Today => time.Today();

    /// <summary>今天, 昨天, 明天, 后天, else 11 月 3 日, with the year when it is another one.</summary>
    public string Day(DateOnly day) => (day.DayNumber - Today.DayNumber) switch
    {
        0 => texts["Say.Today"],
        -1 => texts["Say.Yesterday"],
        1 => texts["Say.Tomorrow"],
        2 => texts["Say.DayAfterTomorrow"],
        _ => day.Year == Today.Year ? DayOfYear(day) : FullDay(day),
    };

    /// <summary>2026 年 11 月 3 日, for papers and for what must not depend on the day of reading.</summary>
    public string FullDay(DateOnly day) => day.ToString(texts["Say.FullDay"], CultureInfo.CurrentUICulture);

    /// <summary>2026 年 11 月.</summary>
    public string Month(Month month) => month.FirstDay.ToString(texts["Say.Month"], CultureInfo.CurrentUICulture);

    /// <summary>An instant in UTC as 刚刚, 5 分钟前, 今天 15:04, 11 月 3 日.</summary>
    public string Moment(DateTime utc)
    {
        var local = Local(utc);
        var ago = time.UtcNow() - utc;
        if (ago >= TimeSpan.Zero && ago < TimeSpan.FromMinutes(1))
            return texts["Say.JustNow"];
        if (ago >= TimeSpan.Zero && ago < TimeSpan.FromHours(1))
            return texts[(int)ago.TotalMinutes == 1 ? "Say.OneMinuteAgo" : "Say.MinutesAgo", (int)ago.TotalMinutes];
        var day = DateOnly.FromDateTime(local);
        return Math.Abs(day.DayNumber - Today.DayNumber) <= 2 ? texts["Say.DayAndTime", Day(day), local.ToString("HH:mm", CultureInfo.InvariantCulture)] : Day(day);
    }

    /// <summary>A wage as stated, 2,800–4,500 元/月; 工资面议 when it names no amount.</summary>
    public string Pay(Wage wage)
    {
        ArgumentNullException.ThrowIfNull(wage);
        return wage.Unit == WageUnit.Negotiable ? texts["Say.PayOpen"] : Pay(wage.MinFen, wage.MaxFen, wage.Unit);
    }

    /// <summary>Pay in fen as 2,800–4,500 元/月. Either end may be missing; both missing is 面议.</summary>
    /// <param name="fenFrom">Lower end, fen.</param>
    /// <param name="fenTo">Upper end, fen.</param>
    /// <param name="per">What it is paid for.</param>
    public string Pay(long? fenFrom, long? fenTo, WageUnit per)
    {
        if (per == WageUnit.Negotiable)
            return texts["Say.PayOpen"];
        var unit = texts[$"Say.Per.{per}"];
        return (fenFrom, fenTo) switch
        {
            (null, null) => texts["Say.PayOpen"],
            ({ } from, null) => texts["Say.PayFrom", Yuan(from), unit],
            (null, { } to) => texts["Say.PayTo", Yuan(to), unit],
            ({ } from, { } to) when from == to => texts["Say.Pay", Yuan(from), unit],
            ({ } from, { } to) => texts["Say.Pay", $"{Yuan(from)}–{Yuan(to)}", unit],
        };
    }

    /// <summary>An amount in fen as 1,200 元.</summary>
    public string Money(long fen) => texts["Say.Money", Yuan(fen)];

    /// <summary>600 米 below a kilometre (to the next 10 m), 2.3 公里 above, whole kilometres from 10 on.</summary>
    public string Distance(double metres) => metres switch
    {
        < 995 => texts["Say.Metres", Number(Math.Round(metres / 10) * 10)],
        < 9_950 => texts["Say.Kilometres", (metres / 1000).ToString("0.#", CultureInfo.InvariantCulture)],
        _ => texts["Say.Kilometres", Number(Math.Round(metres / 1000))],
    };

    /// <summary>走路 8 分钟; never 0.</summary>
    public string Walk(double metres) => texts["Say.Walk", Math.Max(1, (int)Math.Round(metres / MetresPerWalkingMinute))];

    /// <summary>41 岁: a person's age today, never the birth date.</summary>
    public string Age(DateOnly born)
    {
        var years = Today.Year - born.Year;
        return texts["Say.Age", born.AddYears(years) > Today ? years - 1 : years];
    }

    public string People(long count) => texts[count == 1 ? "Say.OnePerson" : "Say.People", Number(count)];

    public string Households(long count) => texts[count == 1 ? "Say.OneHousehold" : "Say.Households", Number(count)];

    public string Days(long count) => texts[count == 1 ? "Say.OneDay" : "Say.Days", Number(count)];

    /// <summary>1,604</summary>
    public string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A share from 0 to 1 as 96.4%.</summary>
    public string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private string DayOfYear(DateOnly day) => day.ToString(texts["Say.DayOfYear"], CultureInfo.CurrentUICulture);

    private static string Yuan(long fen) => (fen / 100m).ToString("#,0.##", CultureInfo.InvariantCulture);

    private static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), ChinaDay.Zone);
}
