namespace JobMatch.Postings;

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

    /// <summary>Months paid a year (13薪 is 13).</summary>
    public int MonthsPerYear { get; init; } = 12;

    /// <summary>Hours a month, stated or implied by days and hours; null when unknown.</summary>
    public int? HoursPerMonth { get; init; }

    /// <summary>The advertisement's own words.</summary>
    public string Text { get; init; } = "";

    public long? MonthlyMinFen { get; init; }

    public long? MonthlyMaxFen { get; init; }

    public long? HourlyFen { get; init; }

    public static Wage Negotiable { get; } = new() { Unit = WageUnit.Negotiable };
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
}
