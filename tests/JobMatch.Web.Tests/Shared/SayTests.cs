using System.Globalization;
using JobMatch.Data;
using JobMatch.Wages;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Language;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared;

public sealed class SayTests(Site site) : IClassFixture<Site>
{
    // 07:30 on 22 November in China, still the 21st in UTC.
    private static readonly DateTime Now = new(2026, 11, 21, 23, 30, 0, DateTimeKind.Utc);

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Today_is_the_county_s() => In("zh-CN").Today.ShouldBe(Today);

    [Theory]
    [InlineData("zh-CN", 0, "今天")]
    [InlineData("zh-CN", -1, "昨天")]
    [InlineData("zh-CN", 1, "明天")]
    [InlineData("zh-CN", 2, "后天")]
    [InlineData("zh-CN", -2, "11 月 20 日")]
    [InlineData("zh-CN", -19, "11 月 3 日")]
    [InlineData("zh-CN", 60, "2027 年 1 月 21 日")]
    [InlineData("en", 0, "today")]
    [InlineData("en", -19, "3 Nov")]
    [InlineData("en", 60, "21 January 2027")]
    public void Days(string culture, int away, string said) => In(culture).Day(Today.AddDays(away)).ShouldBe(said);

    [Theory]
    [InlineData(0, "刚刚")]
    [InlineData(5, "5 分钟前")]
    [InlineData(61, "今天 06:29")]
    [InlineData(60 * 8, "昨天 23:30")]
    [InlineData(60 * 24 * 10, "11 月 12 日")]
    [InlineData(-60 * 2, "今天 09:30")]
    public void Moments(int minutesAgo, string said) => In("zh-CN").Moment(Now.AddMinutes(-minutesAgo)).ShouldBe(said);

    [Theory]
    [InlineData("zh-CN", 280_000L, 450_000L, WageUnit.Month, "2,800–4,500 元/月")]
    [InlineData("zh-CN", 90_000L, 90_000L, WageUnit.Month, "900 元/月")]
    [InlineData("zh-CN", 1_150L, 1_150L, WageUnit.Hour, "11.5 元/小时")]
    [InlineData("zh-CN", 300_000L, null, WageUnit.Month, "3,000 元/月起")]
    [InlineData("zh-CN", null, 20_000L, WageUnit.Day, "最高 200 元/天")]
    [InlineData("zh-CN", null, null, WageUnit.Month, "工资面议")]
    [InlineData("zh-CN", 1L, 1L, WageUnit.Negotiable, "工资面议")]
    [InlineData("en", 280_000L, 450_000L, WageUnit.Month, "¥2,800–4,500 a month")]
    [InlineData("en", 5_750L, 5_750L, WageUnit.Hour, "¥57.5 an hour")]
    [InlineData("en", null, 20_000L, WageUnit.Day, "up to ¥200 a day")]
    public void Pay(string culture, long? from, long? to, WageUnit per, string said) => In(culture).Pay(from, to, per).ShouldBe(said);

    [Fact]
    public void Every_unit_of_pay_has_its_word()
    {
        foreach (var culture in new[] { "zh-CN", "en" })
            foreach (var unit in Enum.GetValues<WageUnit>())
                In(culture).Pay(100, 200, unit).ShouldNotContain("Say.");
    }

    [Theory]
    [InlineData(0, "0 米")]
    [InlineData(604, "600 米")]
    [InlineData(994, "990 米")]
    [InlineData(996, "1 公里")]
    [InlineData(2_349, "2.3 公里")]
    [InlineData(9_940, "9.9 公里")]
    [InlineData(9_960, "10 公里")]
    [InlineData(1_234_567, "1,235 公里")]
    public void Distances(double metres, string said) => In("zh-CN").Distance(metres).ShouldBe(said);

    [Theory]
    [InlineData(0, "走路 1 分钟")]
    [InlineData(600, "走路 8 分钟")]
    public void Walks(double metres, string said) => In("zh-CN").Walk(metres).ShouldBe(said);

    [Theory]
    [InlineData("1985-11-22", "41 岁")]
    [InlineData("1985-11-23", "40 岁")]
    [InlineData("2008-02-29", "18 岁")]
    public void Ages(string born, string said) => In("zh-CN").Age(DateOnly.Parse(born, CultureInfo.InvariantCulture)).ShouldBe(said);

    [Fact]
    public void Counts_shares_and_months()
    {
        var say = In("zh-CN");
        say.People(1604).ShouldBe("1,604 人");
        say.Households(7).ShouldBe("7 户");
        say.Percent(.964).ShouldBe("96.4%");
        say.Percent(1).ShouldBe("100%");
        say.Month(new Month(2026, 11)).ShouldBe("2026 年 11 月");
        say.Money(123_456).ShouldBe("1,234.56 元");
        In("en").People(1).ShouldBe("1 person");
        In("en").Month(new Month(2026, 11)).ShouldBe("November 2026");
    }

    private Say In(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return new Say(site.Services.GetRequiredService<Texts>(), new StandingClock());
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Now);
    }
}
