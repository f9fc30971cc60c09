using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForSupervisors;

/// <summary>What training would change, as supervisors see it: for their settlements and no others, down to the people.</summary>
public sealed class TrainingPagesTests(SupervisedSite site) : IClassFixture<SupervisedSite>
{
    [Fact]
    public async Task A_county_and_a_township_each_see_their_own_figures_people_and_year()
    {
        using var county = await site.AsAsync("county");
        using var township = await site.AsAsync("township");
        await RunAsync(county);
        // The county's answer is about more people than the township may see, and than the station may.
        (await township.GetStringAsync("/county/training?of=all")).ShouldContain("还没有算过");
        using (var station = await site.AsAsync("station1")) (await station.GetStringAsync("/station/training?of=all")).ShouldContain("还没有算过");
        using (var none = await township.GetAsync("/county/training/demand/1")) none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await RunAsync(township);

        var (all, own) = (await WantingAsync(county), await WantingAsync(township));
        all.Count.ShouldBeGreaterThan(0);
        all.Sum(kind => kind.Wanting).ShouldBeGreaterThan(own.Sum(kind => kind.Wanting));
        foreach (var (visitor, kinds, settlements) in new[] { (county, all, new[] { site.First.Id, site.Second.Id }), (township, own, [site.First.Id]) })
        {
            foreach (var (url, wanting) in kinds)
            {
                var page = SupervisedSite.Parse(await visitor.GetStringAsync(url));
                var rows = page.QuerySelectorAll("table.data tbody tr");
                rows.Length.ShouldBe(wanting, url);
                rows.ShouldAllBe(row => row.QuerySelector("th")!.TextContent.Contains("**", StringComparison.Ordinal));
                page.QuerySelector("[data-total]")!.GetAttribute("data-total").ShouldBe(wanting.ToString(CultureInfo.InvariantCulture));
            }

            var year = SupervisedSite.Parse(await visitor.GetStringAsync("/county/training/year"));
            year.QuerySelectorAll("table.data tbody tr").Length.ShouldBe(settlements.Length);
            foreach (var settlement in settlements)
            {
                var line = year.QuerySelectorAll("table.data tbody tr").Single(row => ((IHtmlAnchorElement)row.QuerySelector("a")!).PathName == $"/county/training/year/{settlement}");
                var place = SupervisedSite.Parse(await visitor.GetStringAsync($"/county/training/year/{settlement}"));
                place.QuerySelectorAll("table.plan tbody tr").Length.ShouldBe(int.Parse(line.QuerySelectorAll("td")[1].TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public async Task No_whole_name_stands_on_a_page()
    {
        using var county = await site.AsAsync("county");
        var pages = new List<string>();
        foreach (var settlement in new[] { site.First.Id, site.Second.Id }) pages.Add(await county.GetStringAsync($"/county/training/year/{settlement}"));
        var names = await site.OnDbAsync(db => db.Set<Worker>().Join(db.Set<Person>(), w => w.Id, p => p.Id, (_, p) => p.Name).Distinct().ToListAsync());
        names.Where(name => pages.Exists(page => page.Contains($">{name}", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private async Task RunAsync(HttpClient visitor)
    {
        var form = SupervisedSite.Parse(await visitor.GetStringAsync("/county/training?of=all"));
        var token = ((IHtmlInputElement)form.QuerySelector("form[action*='/run'] input[name='__form']")!).Value;
        using var asked = await visitor.PostAsync("/county/training/run?of=all", new FormUrlEncodedContent(new Dictionary<string, string> { ["__form"] = token }));
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Waits.UntilAsync(() => site.OnDbAsync(db => db.Set<PlacementPlan>().AllAsync(p => p.State != PlanState.Running)));
    }

    /// <summary>Each kind's page and how many want it.</summary>
    private static async Task<List<(string Url, int Wanting)>> WantingAsync(HttpClient visitor) =>
        [.. SupervisedSite.Parse(await visitor.GetStringAsync("/county/training?of=all")).QuerySelectorAll("table.data tbody tr").Select(row => (
            ((IHtmlAnchorElement)row.QuerySelector("th a")!).PathName, int.Parse(row.QuerySelectorAll("td")[^1].FirstElementChild!.FirstChild!.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)))];
}
