namespace JobMatch.Data;

/// <summary>Days are counted in China Standard Time wherever the server stands.</summary>
public static class ChinaDay
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow().UtcDateTime);

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone));

    /// <summary>The first instant (UTC) of a day in China.</summary>
    public static DateTime StartsAt(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);
}

/// <summary>A calendar month, written 202611; sorts and compares as a number.</summary>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    public int Code => (Year * 100) + Number;

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    public Month Next => Of(FirstDay.AddMonths(1));

    public Month Previous => Of(FirstDay.AddMonths(-1));

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <exception cref="FormatException">Not a month such as 202611.</exception>
    public static Month Parse(int code) =>
        code is >= 190001 and <= 299912 && code % 100 is >= 1 and <= 12 ? new(code / 100, code % 100) : throw new FormatException($"{code} is not a month such as 202611.");

    public int CompareTo(Month other) => Code.CompareTo(other.Code);

    public static bool operator <(Month left, Month right) => left.CompareTo(right) < 0;

    public static bool operator <=(Month left, Month right) => left.CompareTo(right) <= 0;

    public static bool operator >(Month left, Month right) => left.CompareTo(right) > 0;

    public static bool operator >=(Month left, Month right) => left.CompareTo(right) >= 0;

    public override string ToString() => Code.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
