using JobMatch.Postings;
using JobMatch.Wages;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

public class ComparablePayTests
{
    /// <summary>Yuan a month, a day and an hour that each can pay; the hour to the fen.</summary>
    [Theory]
    [InlineData("250-300元/天", null, null, 6525, 300, 37.5)]
    [InlineData("250-300元/天", 12, 26, 7800, 300, 25)]
    [InlineData("4000-6000元/月", null, null, 6000, 275.86, 34.49)]
    [InlineData("4000-6000元/月", 8, 25, 6000, 240, 30)]
    [InlineData("20-25元/小时", null, null, 4350, 200, 25)]
    [InlineData("20-25元/小时", 10, null, 5437.5, 250, 25)]
    [InlineData("5000元/月", null, null, 5000, 229.92, 28.74)]
    public void The_upper_end_counts_in_every_unit(string wage, int? hours, int? days, double month, double day, double hour)
    {
        var pay = ComparablePay.Of(WageReader.Read(wage, hours, days), hours, days);
        (pay.MonthlyFen!.Value / 100.0).ShouldBe(month, 0.01);
        (pay.DailyFen!.Value / 100.0).ShouldBe(day, 0.1);
        (pay.HourlyFen!.Value / 100.0).ShouldBe(hour, 0.01);
    }

    [Fact]
    public void A_rate_for_each_piece_has_no_upper_end_and_a_base_beside_it_counts()
    {
        var pay = ComparablePay.Of(WageReader.Read("保底3000，1.5元/件"), null, null);
        (pay.MonthlyFen, pay.HourlyFen).ShouldBe((300_000, 1_724));
    }

    [Fact]
    public void Nothing_known_stays_unknown() => ComparablePay.Of(Wage.Negotiable, 8, 26).ShouldBe(new ComparablePay(null, null, null));
}
