using System.Globalization;
using JobMatch.Data;

namespace JobMatch.JobRuns;

public enum PeriodKind
{
    Day = 1,
    Month = 2,
}

/// <summary>The day or the month that a job runs for, written as it is stored: 2026-11-22, 202611. Texts of one kind sort in time.</summary>
public readonly record struct JobPeriod(PeriodKind Kind, DateOnly FirstDay)
{
    public string Text => Kind == PeriodKind.Day ? FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Month.ToString();

    /// <summary>The day itself; of a month its last one.</summary>
    public DateOnly Day => Kind == PeriodKind.Day ? FirstDay : Month.LastDay;

    public Month Month => Month.Of(FirstDay);

    public JobPeriod Next => Kind == PeriodKind.Day ? OfDay(FirstDay.AddDays(1)) : OfMonth(Month.Next);

    public JobPeriod Previous => Kind == PeriodKind.Day ? OfDay(FirstDay.AddDays(-1)) : OfMonth(Month.Previous);

    public static JobPeriod OfDay(DateOnly day) => new(PeriodKind.Day, day);

    public static JobPeriod OfMonth(Month month) => new(PeriodKind.Month, month.FirstDay);

    public static bool TryParse(PeriodKind kind, string text, out JobPeriod period)
    {
        period = default;
        if (kind == PeriodKind.Day)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
            period = OfDay(day);
            return true;
        }

        if (!DateOnly.TryParseExact(text + "01", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return false;
        period = OfMonth(Month.Of(first));
        return true;
    }

    public override string ToString() => Text;
}

/// <summary>
/// A job: its name, the kind of period it runs for, and the work, which may be run again for the same period. A month's job becomes due
/// after the month, a day's job on the day.
/// </summary>
/// <param name="Name">Stable: it is stored with every run.</param>
/// <param name="Kind">Day or month.</param>
/// <param name="Work">Gets a scope of its own that sees everything, and says in counts what it did.</param>
public sealed record Job(string Name, PeriodKind Kind, Func<IServiceProvider, JobPeriod, CancellationToken, Task<string>> Work);
