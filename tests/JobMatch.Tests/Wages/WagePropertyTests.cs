using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using JobMatch.Matching.Tests;
using JobMatch.Wages;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Wages;

/// <summary>Wages that compare: what holds for every amount and every number of hours.</summary>
public class WagePropertyTests
{
    /// <summary>Yuan a month or a year, and hours a month.</summary>
    private sealed record Pay(int Yuan, int Hours)
    {
        public static Gen<Pay> Any { get; } = from yuan in Gen.Choose(300, 50_000) from hours in Gen.Choose(1, 300) select new Pay(yuan, hours);

        public IEnumerable<Pay> Simpler()
        {
            foreach (var yuan in new[] { 300, Yuan / 2, Yuan - 1 }) if (yuan >= 300 && yuan < Yuan) yield return this with { Yuan = yuan };
            foreach (var hours in new[] { 1, Hours / 2, Hours - 1 }) if (hours >= 1 && hours < Hours) yield return this with { Hours = hours };
        }
    }

    private static void Every(Action<Pay> holds, int tests = 2_000) => Holds.ForAll(Pay.Any, pay => pay.Simpler(), holds, tests);

    [Fact]
    public void Pay_a_month_for_stated_hours_is_pay_an_hour_and_back() => RoundTrip(wage => wage.WithEquivalents());

    private static void RoundTrip(Func<Wage, Wage> equivalents) => Every(pay =>
    {
        var monthly = equivalents(new Wage { Unit = WageUnit.Month, MinFen = pay.Yuan * 100L, HoursPerMonth = pay.Hours });
        var hourly = equivalents(new Wage { Unit = WageUnit.Hour, MinFen = monthly.HourlyFen, HoursPerMonth = pay.Hours });
        // A fen an hour is as fine as it gets: half of one, times the hours.
        Math.Abs(hourly.MonthlyMinFen!.Value - (pay.Yuan * 100L)).ShouldBeLessThanOrEqualTo((pay.Hours / 2) + 1);
    });

    /// <summary>400 元/月 for 20 hours is 20 元/小时, and so on for every rate.</summary>
    [Fact]
    public void A_text_with_hours_gives_its_rate() => Every(
        pay =>
        {
            var rate = 1 + (pay.Yuan % 60);
            var hours = 10 + (pay.Hours % 90);
            if (rate * hours < 300) return;
            WageReader.Read($"{rate * hours}元/月，每月工作{hours}小时").HourlyFen.ShouldBe(rate * 100);
        });

    [Fact]
    public void A_year_is_twelve_months() => YearIsTwelveMonths(wage => wage.WithEquivalents());

    private static void YearIsTwelveMonths(Func<Wage, Wage> equivalents) => Every(pay =>
    {
        var yearly = equivalents(new Wage { Unit = WageUnit.Year, MinFen = pay.Yuan * 100L, MaxFen = pay.Yuan * 200L });
        Math.Abs((yearly.MonthlyMinFen!.Value * 12) - (pay.Yuan * 100L)).ShouldBeLessThanOrEqualTo(6);
        // 4,000 a year never stands beside 4,000 a month.
        yearly.MonthlyMinFen!.Value.ShouldBeLessThan(equivalents(new Wage { Unit = WageUnit.Month, MinFen = pay.Yuan * 100L }).MonthlyMinFen!.Value);
    });

    [Fact]
    public void More_pay_in_the_same_words_is_never_less_a_month_or_an_hour() => Every(pay =>
    {
        foreach (var unit in new[] { WageUnit.Month, WageUnit.Day, WageUnit.Hour, WageUnit.Year, WageUnit.Week })
        {
            var (less, more) = (Of(pay.Yuan), Of(pay.Yuan + pay.Hours));
            more.MonthlyMinFen!.Value.ShouldBeGreaterThanOrEqualTo(less.MonthlyMinFen!.Value, unit.ToString());
            (more.HourlyFen ?? long.MaxValue).ShouldBeGreaterThanOrEqualTo(less.HourlyFen ?? 0, unit.ToString());
            more.IsAbove(less).ShouldBeTrue(unit.ToString());
            less.IsAbove(more).ShouldBeFalse(unit.ToString());
            Wage Of(int yuan) => new Wage { Unit = unit, MinFen = yuan * 100L }.WithEquivalents();
        }
    });

    [Fact]
    public void The_same_amount_is_read_the_same_in_every_script() => Every(
        pay =>
        {
            var yuan = 1_000 + (pay.Yuan / 100 * 100 % 8_500);
            var plain = WageReader.Read($"{yuan}-{yuan + 500}元/月");
            (plain.Unit, plain.MinFen, plain.MaxFen).ShouldBe((WageUnit.Month, yuan * 100L, (yuan + 500) * 100L));
            foreach (var text in new[]
            {
                $"{Wide(yuan)}－{Wide(yuan + 500)}元／月", $"{yuan:#,0}～{yuan + 500:#,0}元/月", $"每月{Chinese(yuan)}到{Chinese(yuan + 500)}元",
                string.Create(CultureInfo.InvariantCulture, $"{yuan / 1000m}K-{(yuan + 500) / 1000m}K"), string.Create(CultureInfo.InvariantCulture, $"月薪{yuan / 1000m}千至{(yuan + 500) / 1000m}千"),
            })
            {
                var read = WageReader.Read(text);
                (read.Unit, read.MinFen, read.MaxFen).ShouldBe((plain.Unit, plain.MinFen, plain.MaxFen), text);
            }
        },
        600);

    [Fact]
    public void A_year_of_eleven_months_would_be_found()
    {
        var failure = Should.Throw<Exception>(() => YearIsTwelveMonths(wage => wage.Unit == WageUnit.Year ? wage.WithEquivalents() with { MonthlyMinFen = wage.MinFen / 11 } : wage.WithEquivalents())).ToString();
        failure.ShouldContain("Falsifiable");
        failure.ShouldContain("Yuan = 300, Hours = 1");
    }

    [Fact]
    public void Hours_that_are_forgotten_would_be_found() => Should.Throw<Exception>(() => RoundTrip(wage => (wage with { HoursPerMonth = wage.Unit == WageUnit.Month ? null : wage.HoursPerMonth }).WithEquivalents())).ToString().ShouldContain("Shrunk");

    private static string Wide(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０')));

    /// <summary>1,000 to 9,999 in hundreds: 三千五百.</summary>
    private static string Chinese(int number) => "零一二三四五六七八九"[number / 1_000] + "千" + (number / 100 % 10 is > 0 and var hundreds ? "零一二三四五六七八九"[hundreds] + "百" : "");
}
