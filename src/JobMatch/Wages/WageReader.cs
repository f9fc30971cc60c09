using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMatch.Wages;

/// <summary>
/// Reads a wage as people write it: 「8千-1.1万·13薪」, 「19元/小时」, 「保底2800+计件」, 「日结150-180」, 「元/月(250-320元/天)」, or minimum, maximum and unit in columns.
/// Negotiable is unknown, never zero. The equivalents follow <see cref="Wage.WithEquivalents"/>.
/// </summary>
public static partial class WageReader
{
    /// <summary>No month pays 60 yuan or less: such a number in a monthly column is an hour's.</summary>
    private const decimal HourlyAtMost = 60;

    /// <summary>Without a unit in the words an amount under 5 yuan may be of anything, a piece as well: it is unknown.</summary>
    private const decimal GuessedFrom = 5;

    /// <summary>「15万-20万」 without a word about months is a year's pay: from 100,000 yuan on hardly anybody means a month.</summary>
    private const decimal YearlyFrom = 100_000;

    /// <summary>A number without a unit behind 面议 is no month's pay under 1,000 yuan: a height, the beginning of a phone, a deposit.</summary>
    private const decimal NegotiableUnder = 1_000;

    /// <summary>A number that stands alone, without a word or a unit, says nothing under 100: an hour's pay, a day's of long ago, an age.</summary>
    private const decimal TellsAloneFrom = 100;

    /// <summary>No month pays under 300 yuan (public-welfare posts start at 400): such a number in a monthly column is a day's.</summary>
    private const decimal DailyUnder = 300;

    /// <summary>Reads a wage from words alone. Hours may stand in the words too (「每月不少于10天且不少于20小时」).</summary>
    public static Wage Read(string? words, decimal? hoursPerDay = null, int? daysPerMonth = null)
    {
        var text = WageText.Tidy(words);
        return Build(text, words ?? "", WagePhrase.Find(text), hoursPerDay, daysPerMonth, text);
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
        var text = WageText.Tidy(unit);
        (min, max) = (min > 0 ? min : null, max > 0 ? max : null);
        var words = (min, max) switch
        {
            (null, null) => unit ?? "",
            ({ } a, { } b) when a != b => string.Create(CultureInfo.InvariantCulture, $"{a:0.##}-{b:0.##} {unit}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{min ?? max:0.##} {unit}"),
        };
        // In 「元/月(250-320元/天)」 the columns are of the unit before the bracket.
        var (found, guaranteed) = WagePhrase.BaseOf(text);
        var phrase = new WagePhrase(WagePhrase.UnitOf(WagePhrase.WithoutBrackets(text)), min, max, found ? guaranteed : null);
        return Build(text, words, phrase, hoursPerDay, daysPerMonth, text + "\n" + WageText.Tidy(more));
    }

    /// <summary>Yuan of an amount that is typed into a field of its own: 4500, 「4.5千」, 「0.4万」, 「三千五」; null where it is none.</summary>
    public static decimal? Amount(string? words) => WagePhrase.Alone(WageText.InDigits(words));

    /// <summary>The hours that the words of a wage name, 「每天8小时」 or 「20小时/月」; null each where they name none.</summary>
    public static (decimal? HoursPerDay, int? DaysPerMonth, int? HoursPerMonth) HoursIn(string? words)
    {
        var text = WageText.Tidy(words);
        var (hours, days) = WagePhrase.HoursAndDays(text);
        return (hours, days, WagePhrase.HoursAMonth(text));
    }

    /// <summary>Months paid a year that the words name; 12 where they name none.</summary>
    public static int MonthsIn(string? words) => WageText.MonthsPerYear(WageText.Tidy(words));

    /// <summary>Whether the words name one sum for the whole of a job and its length (「工期20天，总共3000元」): neither says anything without the other.</summary>
    public static bool IsForWholeJob(string? words) => WholeJob.IsIn(WageText.InDigits(words));

    private static Wage Build(string text, string words, WagePhrase phrase, decimal? hoursPerDay, int? daysPerMonth, string hoursText)
    {
        words = words.Length > 200 ? words[..200] : words.Trim();
        var (unit, min, max, guaranteed) = (phrase.Unit, phrase.Min, phrase.Max, phrase.Base);
        var months = WageText.MonthsPerYear(text);
        var negotiable = Wage.Negotiable with { Text = words, MonthsPerYear = months };
        if (min is null && max is null && guaranteed is null) return negotiable;
        // 「工资面议，找老王138」: what stands behind is no pay, unless it says so or could be a month's.
        if (unit is null && (max ?? min) < NegotiableUnder && NegotiableFirst().IsMatch(text)) return negotiable;
        if (min > max) (min, max) = (max, min);
        if (unit is null && (min ?? max) >= YearlyFrom && months == 12) unit = WageUnit.Year;
        if (unit is null && guaranteed is null && (min ?? max) < (NumberAlone().IsMatch(text) ? TellsAloneFrom : GuessedFrom)) return negotiable;
        if (unit is null or WageUnit.Negotiable) unit = WageUnit.Month;
        if (unit is WageUnit.Month && (max ?? min) is { } top) unit = top <= HourlyAtMost ? WageUnit.Hour : top < DailyUnder ? WageUnit.Day : unit;
        if (unit is WageUnit.Month && WagePhrase.IsPieceWork(text)) unit = WageUnit.Piece;
        var (hours, days) = WagePhrase.HoursAndDays(hoursText);
        return new Wage
        {
            Unit = unit.Value,
            MinFen = Fen(min),
            MaxFen = Fen(max),
            BaseFen = Fen(guaranteed),
            MonthsPerYear = months,
            HoursPerMonth = WagePhrase.HoursAMonth(hoursText),
            Text = words,
        }.WithEquivalents(hoursPerDay ?? hours, daysPerMonth ?? days);
    }

    [GeneratedRegex(@"^\s*\d+(?:\.\d+)?\s*$")]
    private static partial Regex NumberAlone();

    [GeneratedRegex(@"^\D*(?:面议|面谈|待定|详谈|协商)")]
    private static partial Regex NegotiableFirst();

    private static long? Fen(decimal? yuan) => yuan is { } amount ? (long)Math.Round(amount * 100) : null;
}
