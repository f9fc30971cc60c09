using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMatch.Postings;

/// <summary>
/// Reads a wage as people write it: 「8千-1.1万·13薪」, 「19元/小时」, 「保底2800+计件」, 「元/月(250-320元/天)」, or minimum, maximum and unit in columns.
/// Negotiable is unknown, never zero. The equivalents follow <see cref="Wage.WithEquivalents"/>.
/// </summary>
public static partial class WageReader
{
    /// <summary>No month pays 60 yuan or less: such a number in a monthly column is an hour's.</summary>
    private const decimal HourlyAtMost = 60;

    /// <summary>No month pays under 300 yuan (public-welfare posts start at 400): such a number in a monthly column is a day's.</summary>
    private const decimal DailyUnder = 300;

    /// <summary>Reads a wage from words alone. Hours may stand in the words too (「每月不少于10天且不少于20小时」).</summary>
    public static Wage Read(string? words, decimal? hoursPerDay = null, int? daysPerMonth = null)
    {
        var text = Tidy(words);
        var (unit, min, max) = Amounts(text);
        return Build(text, words ?? "", unit, min, max, hoursPerDay, daysPerMonth, text);
    }

    /// <summary>Reads a wage from columns; what the unit column says beside the unit counts too. Amounts are yuan, zero means not stated.</summary>
    /// <param name="min">Yuan.</param>
    /// <param name="max">Yuan.</param>
    /// <param name="unit">Free text: 元/月, 月, 元/月+提成, 元/月(250-320元/天), （面议）.</param>
    /// <param name="more">Description; only its hours are read.</param>
    /// <param name="hoursPerDay">As stated elsewhere; null when not.</param>
    /// <param name="daysPerMonth">As stated elsewhere; null when not.</param>
    public static Wage Read(decimal? min, decimal? max, string? unit, string more = "", decimal? hoursPerDay = null, int? daysPerMonth = null)
    {
        var text = Tidy(unit);
        (min, max) = (min > 0 ? min : null, max > 0 ? max : null);
        // In 「元/月(250-320元/天)」 the columns are of the unit before the bracket.
        var stated = UnitOf(Inside().Replace(text, ""));
        if (stated is WageUnit.Negotiable && (min ?? max) is not null) stated = WageUnit.Month;
        var words = (min, max) switch
        {
            (null, null) => unit ?? "",
            ({ } a, { } b) when a != b => string.Create(CultureInfo.InvariantCulture, $"{a:0.##}-{b:0.##} {unit}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{min ?? max:0.##} {unit}"),
        };
        return Build(text, words, stated, min, max, hoursPerDay, daysPerMonth, text + "\n" + Tidy(more));
    }

    private static Wage Build(string text, string words, WageUnit unit, decimal? min, decimal? max, decimal? hoursPerDay, int? daysPerMonth, string hoursText)
    {
        words = words.Length > 200 ? words[..200] : words.Trim();
        var guaranteed = Base().Match(text) is { Success: true } found ? Amount(found.Groups["n"].Value, found.Groups["u"].Value, found.Groups["u"].Value) : null;
        if (min is null && max is null && guaranteed is null) return Wage.Negotiable with { Text = words };
        if (min > max) (min, max) = (max, min);
        if (unit is WageUnit.Month && (max ?? min) is { } top) unit = top <= HourlyAtMost ? WageUnit.Hour : top < DailyUnder ? WageUnit.Day : unit;
        if (Piece().IsMatch(text) && unit is WageUnit.Month or WageUnit.Negotiable) unit = WageUnit.Piece;
        if (unit is WageUnit.Negotiable) unit = WageUnit.Month;
        return new Wage
        {
            Unit = unit,
            MinFen = Fen(min),
            MaxFen = Fen(max),
            BaseFen = Fen(guaranteed),
            MonthsPerYear = Months().Match(text) is { Success: true } months ? int.Parse(months.Groups[1].Value, CultureInfo.InvariantCulture) : 12,
            HoursPerMonth = HoursAMonth(hoursText),
            Text = words,
        }.WithEquivalents(hoursPerDay, daysPerMonth);
    }

    private static (WageUnit Unit, decimal? Min, decimal? Max) Amounts(string text)
    {
        // 保底 is not the range, 13薪 is no amount, hours and days are no pay.
        var pay = Base().Replace(NotPay().Replace(Months().Replace(text, " "), " "), " ");
        var unit = UnitOf(Inside().Replace(pay, ""));
        if (Range().Match(pay) is { Success: true } range)
        {
            var (low, high) = (range.Groups["a"].Value, range.Groups["b"].Value);
            // 「5-8千」: the unit of the upper end holds for both; 「8千-1.1万」 has one each.
            return (unit, Amount(low, range.Groups["u"].Value, range.Groups["v"].Value), Amount(high, range.Groups["v"].Value, range.Groups["v"].Value));
        }

        if (Single().Match(pay) is not { Success: true } single) return (unit, null, null);
        var amount = Amount(single.Groups["n"].Value, single.Groups["u"].Value, "");
        if (AtMost().IsMatch(pay)) return (unit, null, amount);
        return AtLeast().IsMatch(pay) ? (unit, amount, null) : (unit, amount, amount);
    }

    private static WageUnit UnitOf(string text) =>
        Hour().IsMatch(text) ? WageUnit.Hour
        : Day().IsMatch(text) ? WageUnit.Day
        : Week().IsMatch(text) ? WageUnit.Week
        : Year().IsMatch(text) ? WageUnit.Year
        : Time().IsMatch(text) ? WageUnit.Time
        : PerPiece().IsMatch(text) ? WageUnit.Time
        : Month().IsMatch(text) ? WageUnit.Month
        : WageUnit.Negotiable;

    /// <summary>「每月不少于10天且不少于20小时」 and 「每月20小时」 are hours a month.</summary>
    private static int? HoursAMonth(string text) =>
        MonthlyHours().Match(text) is { Success: true } match ? (int)decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    private static decimal? Amount(string digits, string unit, string otherUnit)
    {
        if (!decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) || number <= 0 || number > 99_999_999) return null;
        return number * ((unit.Length > 0 ? unit : otherUnit) switch { "万" or "w" or "W" => 10_000, "千" or "k" or "K" => 1_000, "百" => 100, _ => 1 });
    }

    private static long? Fen(decimal? yuan) => yuan is { } amount ? (long)Math.Round(amount * 100) : null;

    private static string Tidy(string? text)
    {
        var narrow = string.Concat((text ?? "").Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c is '　' ? ' ' : c is '—' or '–' or '～' or '〜' or '−' ? '-' : c));
        return Thousands().Replace(narrow, "$1");
    }

    [GeneratedRegex(@"(?<=\d),(\d{3})(?!\d)")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Inside();

    [GeneratedRegex(@"(?<a>\d+(\.\d+)?)\s*(?<u>[万千百wWkK])?\s*元?\s*(/[月天时日])?\s*(-|~|至|到)\s*(?<b>\d+(\.\d+)?)\s*(?<v>[万千百wWkK])?")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<n>\d+(\.\d+)?)\s*(?<u>[万千百wWkK])?")]
    private static partial Regex Single();

    [GeneratedRegex(@"以下|以内|封顶|最高|不超过|至多")]
    private static partial Regex AtMost();

    [GeneratedRegex(@"以上|起|\+|不低于|不少于|至少|最低")]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"保底(工资|薪资|底薪)?\s*[:为]?\s*(?<n>\d+(\.\d+)?)\s*(?<u>[万千百wWkK])?|底薪\s*[:为]?\s*(?<n>\d+(\.\d+)?)\s*(?<u>[万千百wWkK])?")]
    private static partial Regex Base();

    [GeneratedRegex(@"[·*xX]?\s*(1[2-9]|2[0-4])\s*(薪|个月)")]
    private static partial Regex Months();

    [GeneratedRegex(@"(每[月天日周]|不少于|不低于|且|工作)\s*\d+(\.\d+)?\s*(个)?(小时|天|h)|\d+\s*(小时|天)(/|每)(月|天|周)|每[天日]\s*工作[^,;]*|\d+(\.\d+)?\s*小时(?!\d)(?=[,;)/]|工作|制|$)|[上做]\d+[休天]\d*")]
    private static partial Regex NotPay();

    [GeneratedRegex(@"每?月[^。\n]{0,16}?(\d+(?:\.\d+)?)\s*(?:个)?小时")]
    private static partial Regex MonthlyHours();

    [GeneratedRegex(@"计件|按件|多劳多得")]
    private static partial Regex Piece();

    [GeneratedRegex(@"/\s*(小?时|h\b|H\b|钟头)|(每|一|个)(小时|钟头)|元\s*(小时|时)|时薪|\d\s*元?一?小时")]
    private static partial Regex Hour();

    [GeneratedRegex(@"/\s*[天日]|[每一][天日]|日[薪结]|元\s*[天日]")]
    private static partial Regex Day();

    [GeneratedRegex(@"/\s*(周|星期)|每周|周薪")]
    private static partial Regex Week();

    [GeneratedRegex(@"/\s*年|每年|年薪|一年|元\s*年")]
    private static partial Regex Year();

    [GeneratedRegex(@"/\s*[次趟场单]|每[次趟场单]")]
    private static partial Regex Time();

    [GeneratedRegex(@"/\s*[件个双条只套斤]|每[件双条只套斤]|一[件双条]")]
    private static partial Regex PerPiece();

    [GeneratedRegex(@"月|底薪|元")]
    private static partial Regex Month();
}
