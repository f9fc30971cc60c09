using System.Text.Json.Serialization;

namespace JobMatch.Wages;

/// <summary>
/// A wage as stated and, beside it, what it comes to. Amounts are fen in the stated unit; the monthly and hourly equivalents are fen and
/// null when they cannot be said without guessing (面议 is unknown, not zero).
/// </summary>
public sealed record Wage
{
    public WageUnit Unit { get; init; }

    public long? MinFen { get; init; }

    public long? MaxFen { get; init; }

    /// <summary>Guaranteed base a month beside piece pay (保底).</summary>
    public long? BaseFen { get; init; }

    /// <summary>Goes by the piece, with or without a base.</summary>
    [JsonIgnore]
    public bool IsByPiece => Unit is WageUnit.Piece or WageUnit.PieceRate;

    /// <summary>Months paid a year (13薪 is 13).</summary>
    public int MonthsPerYear { get; init; } = 12;

    /// <summary>Hours a month, stated or implied by days and hours; null when unknown.</summary>
    public int? HoursPerMonth { get; init; }

    /// <summary>The advertisement's own words.</summary>
    public string Text { get; init; } = "";

    public long? MonthlyMinFen { get; init; }

    public long? MonthlyMaxFen { get; init; }

    public long? HourlyFen { get; init; }

    /// <summary>The hourly equivalent of the upper end, by the same hours as <see cref="HourlyFen"/> is of the lower; null without an upper end above it.</summary>
    [JsonIgnore]
    public long? HourlyMaxFen => HourlyFen is { } hour && (MinFen ?? BaseFen) is > 0 and var least && MaxFen > least && Unit != WageUnit.PieceRate ? (long)Math.Round(hour * ((decimal)MaxFen.Value / least)) : null;

    public static Wage Negotiable { get; } = new() { Unit = WageUnit.Negotiable };

    /// <summary>Working days a month: 21.75, the divisor that 劳社部发〔2008〕3号 sets for converting monthly pay to daily pay.</summary>
    public const decimal DaysPerMonth = 21.75m;

    public const decimal HoursPerDay = 8m;

    /// <summary>Fen a month under which a job is not taken for full-time (no county's monthly minimum wage lies lower).</summary>
    public const long FullTimeFloorFen = 150_000;

    /// <summary>
    /// The same wage with its equivalents, by these assumptions:
    /// a month has 21.75 working days of 8 hours (174 hours) unless days or hours are stated; a month's pay under <see cref="FullTimeFloorFen"/>
    /// with no hours stated is part-time of unknown hours, so its hourly equivalent stays unknown; a year's pay is a twelfth a month;
    /// months beyond the twelfth (13薪) are a bonus and not counted; a month has 52/12 weeks; pay per time (元/次) and a rate per piece (元/件) have no
    /// equivalent; piece pay is the stated monthly range, or the guaranteed base where no range is stated; the hourly equivalent is of the lower end, so that
    /// a wide range never looks better than it starts.
    /// </summary>
    /// <param name="hoursPerDay">As stated; null when not.</param>
    /// <param name="daysPerMonth">As stated; null when not.</param>
    public Wage WithEquivalents(decimal? hoursPerDay = null, int? daysPerMonth = null)
    {
        var hours = HoursPerMonth ?? Hours(hoursPerDay, daysPerMonth);
        // A rate per piece says nothing about a month; a base beside it does.
        var (min, max) = Unit == WageUnit.PieceRate ? (BaseFen, null) : (MinFen ?? BaseFen, MaxFen);
        decimal? perMonth = Unit switch
        {
            WageUnit.Month or WageUnit.Piece or WageUnit.PieceRate => 1,
            WageUnit.Week => 52m / 12,
            WageUnit.Day => daysPerMonth ?? DaysPerMonth,
            WageUnit.Hour => hours ?? DaysPerMonth * HoursPerDay,
            WageUnit.Year => 1m / 12,
            _ => null,
        };
        var monthlyMin = Times(min, perMonth);
        return this with
        {
            HoursPerMonth = hours is { } known ? (int)Math.Round(known) : null,
            MonthlyMinFen = monthlyMin,
            MonthlyMaxFen = Times(max, perMonth),
            HourlyFen = Hourly(min ?? max, Times(min ?? max, perMonth), hours, hoursPerDay),
        };
    }

    /// <summary>
    /// Whether this promises more than another wage: in the same unit, or by what both come to a month, or in a unit or a month's pay that the other does not have. Where neither can be
    /// compared (a rate per piece after pay a month) it counts as more, since nobody can say that it is not.
    /// </summary>
    public bool IsAbove(Wage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (MonthsPerYear > other.MonthsPerYear || BaseFen > (other.BaseFen ?? 0)) return true;
        if ((MaxFen ?? MinFen) is not { } top) return false;
        if (Unit == other.Unit) return top > (other.MaxFen ?? other.MinFen ?? 0) || MinFen > (other.MinFen ?? other.MaxFen ?? 0) || (MonthlyMaxFen ?? MonthlyMinFen) > (other.MonthlyMaxFen ?? other.MonthlyMinFen ?? long.MaxValue);
        return (MonthlyMaxFen ?? MonthlyMinFen, other.MonthlyMaxFen ?? other.MonthlyMinFen) is not ({ } mine, { } theirs) || mine > theirs || MonthlyMinFen > (other.MonthlyMinFen ?? theirs);
    }

    /// <summary>What hours a day and days a month come to, to the hour; null where neither is stated.</summary>
    internal static int? HoursAMonth(decimal? hoursPerDay, int? daysPerMonth) => Hours(hoursPerDay, daysPerMonth) is { } hours ? (int)Math.Round(hours) : null;

    private static decimal? Hours(decimal? hoursPerDay, int? daysPerMonth) => (hoursPerDay, daysPerMonth) switch
    {
        (null, null) => null,
        (null, { } days) => days * HoursPerDay,
        ({ } hours, { } days) => hours * days,
        ({ } hours, null) => hours * DaysPerMonth,
    };

    private long? Hourly(long? stated, long? monthly, decimal? hours, decimal? hoursPerDay) => Unit switch
    {
        WageUnit.Hour => stated,
        WageUnit.Day => Times(stated, 1 / (hoursPerDay ?? HoursPerDay)),
        _ when monthly is null => null,
        _ when hours is > 0 => (long)Math.Round(monthly.Value / hours.Value),
        _ when monthly >= FullTimeFloorFen => (long)Math.Round(monthly.Value / (DaysPerMonth * HoursPerDay)),
        _ => null,
    };

    private static long? Times(long? fen, decimal? factor) => fen is { } amount && factor is { } f ? (long)Math.Round(amount * f, MidpointRounding.AwayFromZero) : null;
}

public enum WageUnit
{
    Negotiable = 0,
    Month = 1,
    Day = 2,
    Hour = 3,
    Year = 4,
    Time = 5,
    Piece = 6,
    Week = 7,

    /// <summary>A rate for each piece (0.8 元/件). What it comes to a month depends on speed, so it has no equivalent but that of a guaranteed base.</summary>
    PieceRate = 8,
}
