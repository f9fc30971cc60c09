using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>
/// What a posting can pay, for a month, a day and an hour, so that 「6000以上」, 「280一天」 and 「20元/小时」 ask the same thing in three units: does
/// the upper end of what is stated reach it? The upper end, because matching too says that a wage meets a floor when its upper end does; filters,
/// counts by pay and the order by pay all look at these figures. Fen; null when nothing is known.
/// </summary>
public sealed record ComparablePay(long? MonthlyFen, long? DailyFen, long? HourlyFen)
{
    /// <summary>Paid hours of a full month by the national norm (21.75 days of 8 hours); only compares monthly pay of unknown hours with hourly pay.</summary>
    public const int HoursOfFullMonth = 174;

    public static ComparablePay Of(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return Of(posting.Wage, posting.HoursPerDay, posting.DaysPerMonth);
    }

    /// <param name="wage">With its equivalents.</param>
    /// <param name="hoursPerDay">As stated; null when not, then 8.</param>
    /// <param name="daysPerMonth">As stated; null when not.</param>
    public static ComparablePay Of(Wage wage, decimal? hoursPerDay, int? daysPerMonth)
    {
        ArgumentNullException.ThrowIfNull(wage);
        return InUnits(wage, wage.MonthlyMaxFen ?? wage.MonthlyMinFen, wage.MaxFen ?? wage.MinFen, Hourly(wage), hoursPerDay, daysPerMonth);
    }

    /// <summary>The lower end of what is stated, in the same units: what 「5000以下」 asks about.</summary>
    public static ComparablePay LeastOf(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        var wage = posting.Wage;
        return InUnits(wage, wage.MonthlyMinFen ?? wage.MonthlyMaxFen, wage.MinFen ?? wage.MaxFen, wage.HourlyFen, posting.HoursPerDay, posting.DaysPerMonth);
    }

    private static ComparablePay InUnits(Wage wage, long? monthly, long? stated, long? statedHourly, decimal? hoursPerDay, int? daysPerMonth)
    {
        var hourly = statedHourly ?? monthly / HoursOfFullMonth;
        var daily = wage.Unit == WageUnit.Day ? stated
            : daysPerMonth is > 0 and { } days && monthly is { } month ? Round((decimal)month / days)
            : hourly is { } hour ? Round(hour * (hoursPerDay ?? Wage.HoursPerDay)) : null;
        return new ComparablePay(monthly, daily, hourly);
    }

    /// <summary>The hourly equivalent is kept of the lower end; the upper end stands to it as the stated ends stand to each other.</summary>
    private static long? Hourly(Wage wage)
    {
        if (wage.HourlyFen is not { } hourly || wage.Unit == WageUnit.PieceRate) return wage.HourlyFen;
        return (wage.MinFen ?? wage.BaseFen) is > 0 and { } low && wage.MaxFen > low ? Round((decimal)hourly * wage.MaxFen.Value / low) : hourly;
    }

    private static long Round(decimal fen) => (long)Math.Round(fen, MidpointRounding.AwayFromZero);
}
