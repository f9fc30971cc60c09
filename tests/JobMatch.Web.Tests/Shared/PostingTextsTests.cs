using System.Globalization;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.TestKit;
using JobMatch.Wages;
using JobMatch.Web.Shared.Postings;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared;

public sealed class PostingTextsTests(Site site) : IClassFixture<Site>
{
    /// <summary>The monthly equivalent leaves out the months beyond the twelfth, and the page says so.</summary>
    [Theory]
    [InlineData("zh-CN", "8000-11000元/月·13薪", "一年发 13 个月工资", "没有算进每月")]
    [InlineData("zh-CN", "200元/天，一年干10个月", "做满一个月约 4,350 元/月，一年做 10 个月", "一年只做 10 个月")]
    [InlineData("en", "8000-11000元/月·13薪", "13 months paid a year", "not counted into the month")]
    public void Months_that_are_not_twelve_are_said_with_what_they_count(string culture, string wage, string note, string counted)
    {
        var said = In(culture);
        said.PayNote(WageReader.Read(wage)).ShouldBe(note);
        said.PayAssumption(WageReader.Read(wage))!.ShouldContain(counted);
    }

    [Fact]
    public void Twelve_months_are_not_mentioned()
    {
        var wage = WageReader.Read("8000-11000元/月");
        In("zh-CN").PayNote(wage).ShouldBeNull();
        In("zh-CN").PayAssumption(wage)!.ShouldNotContain("个月");
    }

    [Theory]
    [InlineData("zh-CN", "在家做等 3 处")]
    [InlineData("en", "3 places, At home first")]
    public void Several_places_are_the_first_and_how_many_there_are(string culture, string said)
    {
        var posting = Some.Posting(1);
        posting.Quotas.Clear();
        foreach (var place in (QuotaPlace[])[QuotaPlace.AtHome, QuotaPlace.OutsideCounty, QuotaPlace.OutsideProvince]) posting.Quotas.Add(new Quota { Place = place, Vacancies = 1 });
        In(culture).Place(posting, new Dictionary<long, Settlement>()).ShouldBe(said);
    }

    private PostingTexts In(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return site.Services.CreateScope().ServiceProvider.GetRequiredService<PostingTexts>();
    }
}
