using System.Globalization;
using JobMatch.Wages;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Wages;

public class WageReaderTests
{
    [Theory]
    [InlineData("8千-1.1万", WageUnit.Month, 8000, 11000, 8000, 11000, 4598)]
    [InlineData("1万-1.6万", WageUnit.Month, 10000, 16000, 10000, 16000, 5747)]
    [InlineData("3千-4千", WageUnit.Month, 3000, 4000, 3000, 4000, 1724)]
    [InlineData("6千-8千·13薪", WageUnit.Month, 6000, 8000, 6000, 8000, 3448)]
    [InlineData("1.5万-3万·14薪", WageUnit.Month, 15000, 30000, 15000, 30000, 8621)]
    [InlineData("5千-8千元/月", WageUnit.Month, 5000, 8000, 5000, 8000, 2874)]
    [InlineData("5000元/月", WageUnit.Month, 5000, 5000, 5000, 5000, 2874)]
    [InlineData("3,500元/月", WageUnit.Month, 3500, 3500, 3500, 3500, 2011)]
    [InlineData("5-8千", WageUnit.Month, 5000, 8000, 5000, 8000, 2874)]
    [InlineData("3000～3500元", WageUnit.Month, 3000, 3500, 3000, 3500, 1724)]
    [InlineData("100-200/天", WageUnit.Day, 100, 200, 2175, 4350, 1250)]
    [InlineData("350元/天", WageUnit.Day, 350, 350, 7612.5, 7612.5, 4375)]
    [InlineData("160元一天", WageUnit.Day, 160, 160, 3480, 3480, 2000)]
    [InlineData("日薪180", WageUnit.Day, 180, 180, 3915, 3915, 2250)]
    [InlineData("40-60元/时", WageUnit.Hour, 40, 60, 6960, 10440, 4000)]
    [InlineData("19元/小时", WageUnit.Hour, 19, 19, 3306, 3306, 1900)]
    [InlineData("每小时25元", WageUnit.Hour, 25, 25, 4350, 4350, 2500)]
    [InlineData("4000元/年", WageUnit.Year, 4000, 4000, 333.33, 333.33, null)]
    [InlineData("年薪6万", WageUnit.Year, 60000, 60000, 5000, 5000, 2874)]
    [InlineData("500-1000元/次", WageUnit.Time, 500, 1000, null, null, null)]
    [InlineData("0.8元/件", WageUnit.PieceRate, 0.8, 0.8, null, null, null)]
    [InlineData("500-1000元/周", WageUnit.Week, 500, 1000, 2166.67, 4333.33, 1245)]
    [InlineData("1千以下", WageUnit.Month, null, 1000, null, 1000, null)]
    [InlineData("3500元以上", WageUnit.Month, 3500, null, 3500, null, 2011)]
    [InlineData("4000元/月起", WageUnit.Month, 4000, null, 4000, null, 2299)]
    [InlineData("计件2500-4000", WageUnit.Piece, 2500, 4000, 2500, 4000, 1437)]
    [InlineData("计件，月均 800-2500 元", WageUnit.Piece, 800, 2500, 800, 2500, null)]
    [InlineData("400元/月，每月不少于10天且不少于20小时", WageUnit.Month, 400, 400, 400, 400, 2000)]
    [InlineData("400元/月", WageUnit.Month, 400, 400, 400, 400, null)]
    public void Words_are_read(string words, WageUnit unit, object? min, object? max, object? monthlyMin, object? monthlyMax, int? hourlyFen) =>
        Check(WageReader.Read(words), unit, min, max, monthlyMin, monthlyMax, hourlyFen);

    [Theory]
    [InlineData(3500, 4000, "元/月", WageUnit.Month, 3500, 4000, 3500, 4000, 2011)]
    [InlineData(3000, 3500, "月", WageUnit.Month, 3000, 3500, 3000, 3500, 1724)]
    [InlineData(3800, 3800, "元/月+提成", WageUnit.Month, 3800, 3800, 3800, 3800, 2184)]
    [InlineData(3500, 0, "元/月+提成", WageUnit.Month, 3500, null, 3500, null, 2011)]
    [InlineData(7500, 9600, "元/月(250-320元/天)", WageUnit.Month, 7500, 9600, 7500, 9600, 4310)]
    [InlineData(240, 240, "元/天", WageUnit.Day, 240, 240, 5220, 5220, 3000)]
    [InlineData(19, 20, "元/小时", WageUnit.Hour, 19, 20, 3306, 3480, 1900)]
    [InlineData(16, 0, "元/小时", WageUnit.Hour, 16, null, 2784, null, 1600)]
    [InlineData(19, 19, "元/时", WageUnit.Hour, 19, 19, 3306, 3306, 1900)]
    [InlineData(200, 300, "元/次", WageUnit.Time, 200, 300, null, null, null)]
    [InlineData(4000, 0, "元/月起", WageUnit.Month, 4000, null, 4000, null, 2299)]
    [InlineData(15, 15, "元/月", WageUnit.Hour, 15, 15, 2610, 2610, 1500)]
    [InlineData(120, 180, "元/月", WageUnit.Day, 120, 180, 2610, 3915, 1500)]
    [InlineData(4000, 3000, "元/月", WageUnit.Month, 3000, 4000, 3000, 4000, 1724)]
    [InlineData(2800, 3200, "元/月(计件)", WageUnit.Piece, 2800, 3200, 2800, 3200, 1609)]
    public void Columns_are_read(int min, int max, string unit, WageUnit expected, object? low, object? high, object? monthlyMin, object? monthlyMax, int? hourlyFen) =>
        Check(WageReader.Read(min, max, unit), expected, low, high, monthlyMin, monthlyMax, hourlyFen);

    [Theory]
    [InlineData("面议")]
    [InlineData("（面议）")]
    [InlineData("元/月（面议）")]
    [InlineData("")]
    [InlineData("待遇从优")]
    public void Negotiable_is_unknown_and_not_zero(string words)
    {
        foreach (var wage in (Wage[])[WageReader.Read(words), WageReader.Read(0, 0, words), WageReader.Read(null, null, words)])
        {
            wage.Unit.ShouldBe(WageUnit.Negotiable);
            (wage.MinFen, wage.MaxFen, wage.MonthlyMinFen, wage.MonthlyMaxFen, wage.HourlyFen).ShouldBe((null, null, null, null, null));
            wage.Text.ShouldBe(words);
        }
    }

    [Theory]
    [InlineData("面议·13薪", 13)]
    [InlineData("薪资面议，年底双薪", 13)]
    [InlineData("面议，14薪", 14)]
    [InlineData("面议", 12)]
    public void Months_are_told_though_the_pay_is_not(string words, int months)
    {
        var wage = WageReader.Read(words);
        (wage.Unit, wage.MinFen, wage.MonthsPerYear).ShouldBe((WageUnit.Negotiable, null, months));
    }

    [Fact]
    public void A_guaranteed_base_stands_beside_the_range()
    {
        var wage = WageReader.Read("保底2800+计件，3000-5000元/月");
        (wage.Unit, wage.BaseFen, wage.MinFen, wage.MaxFen).ShouldBe((WageUnit.Piece, 280_000, 300_000, 500_000));
        var only = WageReader.Read("保底2800+计件");
        (only.Unit, only.BaseFen, only.MinFen, only.MonthlyMinFen).ShouldBe((WageUnit.Piece, 280_000, null, 280_000));
    }

    /// <summary>What is paid for each sale or head is extra beside a month's base, piecework with a guarantee stays piecework.</summary>
    [Theory]
    [InlineData("每头猪提成30元，底薪3500元/月", WageUnit.Month, 3500)]
    [InlineData("卖一台空调提成50元，底薪3000", WageUnit.Month, 3000)]
    [InlineData("每车补贴20元，保底3800", WageUnit.Month, 3800)]
    [InlineData("每件提成2元，保底2600元/月", WageUnit.PieceRate, 2600)]
    public void A_base_beside_commission_is_the_months_pay(string words, WageUnit unit, int guaranteed)
    {
        var wage = WageReader.Read(words);
        (wage.Unit, wage.BaseFen, wage.MonthlyMinFen).ShouldBe((unit, guaranteed * 100L, guaranteed * 100L));
    }

    [Fact]
    public void A_rate_per_piece_has_no_equivalent_but_its_base()
    {
        var wage = WageReader.Read("保底3000元，1.5元/件");
        (wage.Unit, wage.MinFen, wage.BaseFen, wage.MonthlyMinFen, wage.MonthlyMaxFen).ShouldBe((WageUnit.PieceRate, 150, 300_000, 300_000, null));
        WageReader.Read("1.5元/件").MonthlyMinFen.ShouldBeNull();
    }

    [Fact]
    public void Hours_in_the_words_make_the_equivalents()
    {
        var wage = WageReader.Read("20元/小时,每天4小时");
        (wage.HourlyFen, wage.MonthlyMinFen, wage.HoursPerMonth).ShouldBe((2_000, 174_000, 87));
    }

    [Theory]
    [InlineData("每天8小时", 8, null, null)]
    [InlineData("4000元/月，8小时/天，月休4天", 8, 26, null)]
    [InlineData("4500元，12小时制", 12, null, null)]
    [InlineData("400元/月，20小时/月", null, null, 20)]
    [InlineData("每月20小时", null, null, 20)]
    [InlineData("每月26天，每天10小时", 10, 26, null)]
    [InlineData("4000-6000元/月", null, null, null)]
    public void Hours_named_in_the_words_of_a_wage_are_read(string words, int? day, int? days, int? month)
    {
        var (perDay, perMonthDays, perMonth) = WageReader.HoursIn(words);
        (perDay, perMonthDays).ShouldBe((day, days));
        // What stands beside hours a day is no month's total.
        (day is null ? perMonth : null).ShouldBe(month);
    }

    [Theory]
    [InlineData("白班17元/时，夜班19元/时", 17, 19, WageUnit.Hour)]
    [InlineData("白班17元/小时 夜班19元/小时", 17, 19, WageUnit.Hour)]
    [InlineData("早班17，中班18，晚班20元/小时", 17, 20, WageUnit.Hour)]
    [InlineData("17元/时（白班），19元/时（夜班）", 17, 19, WageUnit.Hour)]
    [InlineData("长白班时薪18元，两班倒时薪20元", 18, 20, WageUnit.Hour)]
    [InlineData("白班150元/天、夜班180元/天", 150, 180, WageUnit.Day)]
    [InlineData("白班4500元/月，夜班5200元/月", 4500, 5200, WageUnit.Month)]
    [InlineData("白班17元/小时，夜班17元/小时", 17, 17, WageUnit.Hour)]
    // An allowance, hours and other units are no second rate.
    [InlineData("白班5000元/月，夜班20元/天", 5000, 5000, WageUnit.Month)]
    [InlineData("5000元/月，夜班补贴20元/晚", 5000, 5000, WageUnit.Month)]
    [InlineData("白班8小时，夜班12小时，5000元/月", 5000, 5000, WageUnit.Month)]
    public void Rates_by_shift_are_one_range(string words, int min, int max, WageUnit unit)
    {
        var wage = WageReader.Read(words);
        (wage.MinFen, wage.MaxFen, wage.Unit).ShouldBe((min * 100L, max * 100L, unit));
    }

    [Theory]
    [InlineData("4000-6000元/月，每月200小时", 2_000, 3_000)]
    [InlineData("19-21元/小时", 1_900, 2_100)]
    [InlineData("160-240元/天", 2_000, 3_000)]
    [InlineData("4000元/月，每月200小时", 2_000, null)]
    [InlineData("4000元以上，每月200小时", 2_000, null)]
    [InlineData("6000元以下", 3_448, null)]
    public void Both_ends_of_a_range_have_an_hourly_equivalent(string words, int low, int? high)
    {
        var wage = WageReader.Read(words);
        (wage.HourlyFen, wage.HourlyMaxFen).ShouldBe((low, high));
    }

    [Theory]
    [InlineData("4500", 4500)]
    [InlineData("4.5千", 4500)]
    [InlineData("0.4万", 4000)]
    [InlineData("1.2w", 12000)]
    [InlineData("三千五", 3500)]
    [InlineData("4000元", 4000)]
    [InlineData("4000-5000", null)]
    [InlineData("4000元/月", null)]
    [InlineData("面议", null)]
    [InlineData("", null)]
    public void An_amount_typed_into_a_field_is_read_like_those_in_words(string words, int? yuan) => WageReader.Amount(words).ShouldBe(yuan);

    [Fact]
    public void Every_known_case_is_read_right()
    {
        var done = EvaluateWages.Run(Path.Combine(AppContext.BaseDirectory, "Wages", "wage-cases.jsonl"));
        done.Cases.ShouldBeGreaterThanOrEqualTo(1080);
        done.Misses.Select(m => $"{m.Case.Text}: {m.Case}, read {m.Read}").ShouldBeEmpty();
    }

    [Fact]
    public void Months_beyond_the_twelfth_are_kept_and_not_counted()
    {
        var wage = WageReader.Read("7千-1.4万·13薪");
        (wage.MonthsPerYear, wage.MonthlyMinFen).ShouldBe((13, 700_000));
    }

    [Fact]
    public void Stated_hours_and_days_replace_the_assumption()
    {
        WageReader.Read("3480元/月", hoursPerDay: 12, daysPerMonth: 26).HourlyFen.ShouldBe(1115);
        WageReader.Read("200元/天", hoursPerDay: 10, daysPerMonth: 26).MonthlyMinFen.ShouldBe(520_000);
        WageReader.Read(null, 400, "元/月", "每月不少于10天且不少于20小时").HourlyFen.ShouldBe(2000);
    }

    [Fact]
    public void A_year_of_a_ranger_never_ranks_beside_a_month() =>
        WageReader.Read("4000元/年").MonthlyMinFen!.Value.ShouldBeLessThan(WageReader.Read("4000元/月").MonthlyMinFen!.Value / 10);

    private static void Check(Wage wage, WageUnit unit, object? min, object? max, object? monthlyMin, object? monthlyMax, int? hourlyFen)
    {
        wage.Unit.ShouldBe(unit);
        (wage.MinFen, wage.MaxFen).ShouldBe((Fen(min), Fen(max)));
        (wage.MonthlyMinFen, wage.MonthlyMaxFen).ShouldBe((Fen(monthlyMin), Fen(monthlyMax)));
        if (min is not null) wage.HourlyFen.ShouldBe((long?)hourlyFen);
    }

    private static long? Fen(object? yuan) => yuan is null ? null : (long)Math.Round(Convert.ToDecimal(yuan, CultureInfo.InvariantCulture) * 100);
}
