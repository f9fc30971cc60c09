using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Rules;
using JobMatch.Tallies;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForSupervisors;

public sealed partial class SupervisorPagesTests(SupervisedSite site) : IClassFixture<SupervisedSite>
{
    private static readonly string[] Pages = ["/county/month", "/county/settlements", "/county/figures?figure=Employed", "/county/overdue", "/county/rules", "/county/training", "/county/training/year"];

    [Fact]
    public async Task Only_supervisors_come_in()
    {
        using var county = await site.AsAsync("county");
        foreach (var page in Pages)
        {
            using var answer = await county.GetAsync(page);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }

        foreach (var userName in new[] { "station1", "employer1", "admin" })
        {
            using var other = await site.AsAsync(userName);
            foreach (var page in Pages)
            {
                using var answer = await other.GetAsync(page);
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{userName} {page}");
            }
        }

        using var stranger = site.Stranger();
        using var turnedAway = await stranger.GetAsync("/county/month");
        turnedAway.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("county")]
    [InlineData("township")]
    public async Task Every_number_opens_to_as_many_rows(string userName)
    {
        using var supervisor = await site.AsAsync(userName);
        var numbers = new Dictionary<string, int>();
        foreach (var page in new[] { "/county/month", "/county/settlements", $"/county/settlements/{site.First.Id}" })
            foreach (var (url, number) in NumbersOf(SupervisedSite.Parse(await supervisor.GetStringAsync(page))))
                if (!numbers.TryAdd(url, number)) numbers[url].ShouldBe(number, $"{page}: {url} stands twice with two numbers");
        numbers.Count.ShouldBeGreaterThan(20);
        numbers.Values.Count(n => n > 0).ShouldBeGreaterThan(10);

        foreach (var (url, number) in numbers)
        {
            var (total, rows) = await OpenAsync(supervisor, url);
            total.ShouldBe(number, url);
            rows.ShouldBe(number, url);
        }
    }

    [Fact]
    public async Task A_figure_is_listed_whole_to_be_printed()
    {
        using var county = await site.AsAsync("county");
        var first = SupervisedSite.Parse(await county.GetStringAsync("/county/figures?figure=Workers"));
        var total = int.Parse(first.QuerySelector("[data-total]")!.GetAttribute("data-total")!, CultureInfo.InvariantCulture);
        first.QuerySelectorAll("table.data tbody tr").Length.ShouldBe(50);
        var all = (IHtmlAnchorElement)first.QuerySelector("a[href$='all=true']")!;
        SupervisedSite.Parse(await county.GetStringAsync(all.PathName + all.Search)).QuerySelectorAll("table.data tbody tr").Length.ShouldBe(total);
    }

    [Fact]
    public async Task Townships_add_up_to_the_county_and_a_township_sees_its_own_only()
    {
        using var county = await site.AsAsync("county");
        using var township = await site.AsAsync("township");
        var ofCounty = SupervisedSite.Parse(await county.GetStringAsync("/county/month"));
        var rows = ofCounty.QuerySelectorAll("#townships tbody tr").Select(Numbers).ToList();
        rows.Count.ShouldBe(2);
        var sum = Numbers(ofCounty.QuerySelector("#townships tfoot tr")!);
        sum.ShouldAllBe(n => n >= 0);
        for (var column = 0; column < sum.Count; column++) rows.Sum(r => r[column]).ShouldBe(sum[column]);

        var ofTownship = SupervisedSite.Parse(await township.GetStringAsync("/county/month"));
        ofTownship.QuerySelector("#townships").ShouldBeNull();
        var own = Numbers(ofTownship.QuerySelector("table.data tfoot tr")!);
        rows[0].ShouldBe([own[0], own[1], own[3], own[4], own[5]]);
        ofTownship.Body!.TextContent.ShouldNotContain(site.Second.Name);

        foreach (var page in new[] { $"/county/settlements/{site.Second.Id}", $"/county/households/{await AHouseholdOfAsync(site.Second.Id)}" })
        {
            using var hidden = await township.GetAsync(page);
            hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }

        (await OpenAsync(township, $"/county/figures?figure=Workers&settlement={site.Second.Id}")).Total.ShouldBe(0);
        (await OpenAsync(county, $"/county/figures?figure=Workers&settlement={site.Second.Id}")).Total.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Names_are_masked_and_opening_a_household_is_logged()
    {
        using var county = await site.AsAsync("county");
        var household = await AHouseholdOfAsync(site.First.Id);
        var page = await county.GetStringAsync($"/county/households/{household}");
        var list = await county.GetStringAsync("/county/figures?figure=Workers");
        page.ShouldContain("**");
        list.ShouldContain("**");
        foreach (var name in await site.OnDbAsync(db => db.Set<Person>().Select(p => p.Name).Distinct().ToListAsync()))
        {
            page.ShouldNotContain($">{name}<");
            list.ShouldNotContain(name);
        }

        (await site.OnDbAsync(db => db.Set<AuditEntry>().CountAsync(a => a.Action == AuditAction.Looked && a.Subject == AuditSubject.Household && a.SubjectId == household))).ShouldBe(1);
    }

    [Fact]
    public async Task The_newest_counted_month_comes_first_and_any_other_by_its_address()
    {
        using var county = await site.AsAsync("county");
        var newest = Month.Of(TimeProvider.System.Today()).Previous;
        (await county.GetStringAsync("/county/month")).ShouldContain($"<option value=\"{newest.Code}\" selected");
        (await county.GetStringAsync($"/county/month?month={newest.Previous.Code}&months=12")).ShouldContain($"<option value=\"{newest.Previous.Code}\" selected");
        (await county.GetStringAsync($"/county/month?month={newest.Next.Code}")).ShouldContain("这个月还没有统计");
        using var nonsense = await county.GetAsync("/county/month?month=202613");
        nonsense.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nothing = await county.GetAsync("/county/figures?figure=Nothing");
        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Definitions_are_told_in_both_languages_with_their_day_and_source()
    {
        using var county = await site.AsAsync("county");
        var chinese = SupervisedSite.Parse(await county.GetStringAsync("/county/rules"));
        chinese.QuerySelectorAll("tbody tr").Length.ShouldBe(RuleBook.Defaults.Count);
        chinese.QuerySelector("tbody")!.TextContent.ShouldNotContain("county");
        chinese.QuerySelector("tbody")!.TextContent.ShouldContain("001 §4；数值县定");
        county.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den%7Cuic%3Den");
        foreach (var page in Pages)
        {
            using var answer = await county.GetAsync(page);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }
    }

    /// <summary>Every number of the page that is a link, with the address of its rows. A share opens to the count that its note names first; a chart's row to its first value.</summary>
    private static IEnumerable<(string Url, int Number)> NumbersOf(IHtmlDocument page)
    {
        foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/county/figures'], .findings a[href='/county/overdue']").Where(a => !a.Matches(".findings a[href^='/county/figures']")))
        {
            var text = link.Matches(".kpi")
                ? link.QuerySelector("b")!.TextContent is var value && value.IndexOfAny(['%', '–']) >= 0 ? link.QuerySelector("span.small")!.TextContent.Split('·')[^1] : value
                // A share opens to what it is a share of; how many there are is not what the link says.
                : link.Closest("figure.chart") is not null && link.TextContent.Contains('%', StringComparison.Ordinal) ? ""
                : link.Closest("th") is { } head && !link.Closest("tr")!.Matches("tfoot tr") ? head.NextElementSibling!.TextContent
                : link.TextContent;
            if (text.Length > 0) yield return (link.GetAttribute("href")!, FirstNumber(text));
        }
    }

    private static List<int> Numbers(IElement row) => [.. row.QuerySelectorAll("td.num a").Select(a => FirstNumber(a.TextContent))];

    private static int FirstNumber(string text) => int.Parse(Digits().Match(text).Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    /// <summary>The total that a list names, and the rows on all its pages.</summary>
    private static async Task<(int Total, int Rows)> OpenAsync(HttpClient visitor, string url)
    {
        var (total, rows) = (0, 0);
        for (var next = url; next is not null;)
        {
            var page = SupervisedSite.Parse(await visitor.GetStringAsync(next));
            total = int.Parse(page.QuerySelector("[data-total]")!.GetAttribute("data-total")!, CultureInfo.InvariantCulture);
            rows += page.QuerySelectorAll("table.data tbody tr").Length;
            next = page.QuerySelector("a[rel='next']")?.GetAttribute("href");
        }

        return (total, rows);
    }

    private Task<long> AHouseholdOfAsync(long settlementId) => site.OnDbAsync(db =>
        db.Set<WorkerMonth>().Where(r => r.SettlementId == settlementId && db.Set<MonthCount>().Any(c => c.Id == r.MonthCountId && c.IsCurrent && c.Month == Month.Of(TimeProvider.System.Today()).Previous.Code))
            .OrderBy(r => r.HouseholdId).Select(r => r.HouseholdId).FirstAsync());

    [GeneratedRegex(@"\d[\d,]*")]
    private static partial Regex Digits();
}
