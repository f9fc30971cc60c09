using JobMatch.EmploymentSpells;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.EmploymentSpells;

public class EmploymentOnTests
{
    private static readonly StableWorkRule Rule = new(6, 15, 12);

    [Theory]
    [InlineData("2026-05-15", "2026-11-14", true)] // six months to the day
    [InlineData("2026-05-16", "2026-11-14", false)]
    [InlineData("2025-08-31", "2026-02-27", true)] // the 31st of February is its end
    [InlineData("2025-08-31", "2026-02-26", false)]
    [InlineData("2023-08-31", "2024-02-28", true)] // leap year: the end is the 29th
    [InlineData("2023-08-31", "2024-02-27", false)]
    [InlineData("2023-08-29", "2024-02-28", true)]
    [InlineData("2023-08-30", "2024-02-28", true)]
    public void Six_months_of_one_spell_are_stable(string start, string day, bool stable) =>
        EmploymentOn.IsStable([new SpellSpan(Day(start), null)], Day(day), Rule).ShouldBe(stable);

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void A_gap_of_15_days_is_bridged_and_one_of_16_is_not(int gap, bool stable)
    {
        var secondStart = new DateOnly(2026, 8, 1);
        var firstEnd = secondStart.AddDays(-gap - 1);
        SpellSpan[] spells = [new(new DateOnly(2026, 4, 1), firstEnd), new(secondStart, null)];
        EmploymentOn.IsStable(spells, new DateOnly(2026, 10, 31), Rule).ShouldBe(stable);
    }

    [Fact]
    public void Days_of_gaps_do_not_count_as_work()
    {
        // One day of work every second week spans a year and is no half year of work.
        var spells = Enumerable.Range(0, 26).Select(i => new DateOnly(2026, 1, 1).AddDays(i * 14)).Select(d => new SpellSpan(d, d)).ToList();
        EmploymentOn.IsEmployed(spells, spells[^1].Start).ShouldBeTrue();
        EmploymentOn.IsStable(spells, spells[^1].Start, Rule).ShouldBeFalse();
    }

    [Fact]
    public void A_contract_of_a_year_is_stable_from_its_first_day()
    {
        var start = new DateOnly(2026, 11, 1);
        EmploymentOn.IsStable([new SpellSpan(start, null, new DateOnly(2027, 10, 31))], start, Rule).ShouldBeTrue();
        EmploymentOn.IsStable([new SpellSpan(start, null, new DateOnly(2027, 10, 30))], start, Rule).ShouldBeFalse();
    }

    [Fact]
    public void Who_does_not_work_today_is_not_stably_employed()
    {
        SpellSpan[] spells = [new(new DateOnly(2025, 11, 1), new DateOnly(2026, 10, 30))];
        EmploymentOn.IsStable(spells, new DateOnly(2026, 10, 30), Rule).ShouldBeTrue();
        EmploymentOn.IsStable(spells, new DateOnly(2026, 10, 31), Rule).ShouldBeFalse();
    }

    /// <summary>Thousands of invented lives, many of them around month ends and leap days, against counting day by day.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Agrees_with_counting_day_by_day(int seed)
    {
        var random = new Random(seed);
        var stable = 0;
        for (var life = 0; life < 2500; life++)
        {
            var day = random.Next(3) == 0 ? MonthEnd(random) : new DateOnly(2024, 1, 1).AddDays(random.Next(1500));
            var rule = random.Next(4) == 0 ? new StableWorkRule(random.Next(1, 12), random.Next(0, 40), random.Next(3, 24)) : Rule;
            var spells = Life(random, day);
            var expected = DayByDay(spells, day, rule);
            EmploymentOn.IsStable(spells, day, rule).ShouldBe(expected, $"{day:O} {rule} {string.Join(" | ", spells)}");
            EmploymentOn.IsEmployed(spells, day).ShouldBe(spells.Any(s => Covers(s, day)));
            if (expected) stable++;
        }

        stable.ShouldBeInRange(250, 2250); // both answers were tried
    }

    private static List<SpellSpan> Life(Random random, DateOnly day)
    {
        var spells = new List<SpellSpan>();
        var at = random.Next(3) == 0 ? MonthEnd(random, day.Year - 1) : day.AddDays(-random.Next(30, 700));
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var end = at.AddDays(random.Next(3) switch { 0 => random.Next(5), 1 => random.Next(60, 130), _ => random.Next(175, 200) });
            var open = i == 1 && random.Next(2) == 0;
            spells.Add(new SpellSpan(at, open ? null : end, random.Next(4) == 0 ? at.AddMonths(12).AddDays(random.Next(-3, 3)) : null));
            at = end.AddDays(random.Next(4) == 0 ? random.Next(-20, 0) : random.Next(1, 40));
        }

        return [.. spells.OrderBy(_ => random.Next())];
    }

    private static DateOnly MonthEnd(Random random, int? year = null) =>
        new DateOnly(year ?? random.Next(2024, 2029), random.Next(1, 13), 1).AddMonths(1).AddDays(-1 + random.Next(-1, 2));

    /// <summary>Walks the last twelve months day by day, and months of work by the calendar.</summary>
    private static bool DayByDay(List<SpellSpan> spells, DateOnly day, StableWorkRule rule)
    {
        if (!spells.Any(s => Covers(s, day))) return false;
        if (spells.Any(s => Covers(s, day) && s.ContractUntil is { } until && FullMonths(s.Start, until) >= rule.ContractMonths)) return true;
        DateOnly? runStart = null;
        var (idleNow, idleInRun) = (0, 0);
        for (var at = day.AddMonths(-12).AddDays(1); at <= day; at = at.AddDays(1))
        {
            if (!spells.Any(s => Covers(s, at)))
            {
                idleNow++;
                continue;
            }

            if (runStart is null || idleNow > rule.GapDays) (runStart, idleInRun) = (at, 0);
            else idleInRun += idleNow;
            idleNow = 0;
            if (FullMonths(runStart.Value.AddDays(idleInRun), at) >= rule.Months) return true;
        }

        return false;
    }

    /// <summary>Whole months from a first to a last day: a month is full on the day before the same day of the next, or on the day before its last day where that day is missing.</summary>
    private static int FullMonths(DateOnly first, DateOnly last)
    {
        var months = 0;
        while (true)
        {
            var (year, month) = (first.Year + ((first.Month + months) / 12), ((first.Month + months) % 12) + 1);
            var sameDay = Math.Min(first.Day, DateTime.DaysInMonth(year, month));
            if (new DateOnly(year, month, sameDay).DayNumber - 1 > last.DayNumber) return months;
            months++;
        }
    }

    private static bool Covers(SpellSpan spell, DateOnly day) => spell.Start <= day && (spell.End ?? DateOnly.MaxValue) >= day;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
