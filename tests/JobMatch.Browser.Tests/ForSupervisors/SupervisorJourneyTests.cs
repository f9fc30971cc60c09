using JobMatch.Data;
using JobMatch.Settlements;
using JobMatch.Tallies;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Browser.Tests;

/// <summary>C1: the month with its pictures, and from a number to the people behind it.</summary>
public sealed class SupervisorJourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_supervisor_reads_the_month_and_opens_a_number()
    {
        var month = Month.Of(TimeProvider.System.Today()).Previous;
        foreach (var counted in new[] { month.Previous, month })
            (await site.OnServerAsync(services => services.GetRequiredService<CountMonth>().RunAsync(counted, CancellationToken.None))).IsDone.ShouldBeTrue();
        var page = await site.OpenAsAsync(SmallCounty.SupervisorName);
        await page.GotoAsync("/county/month");
        // Charts are drawn one after the other.
        await page.Locator(".plot canvas").Nth(4).WaitForAsync();
        (await page.Locator(".plot canvas").CountAsync()).ShouldBe(5);
        await page.ShouldStandAsync("county-month");

        await page.ClickAsync("#channels summary");
        (await page.Locator("#channels tbody tr").CountAsync()).ShouldBe(9);
        await page.ClickAsync(".kpi:nth-child(5)");
        await page.WaitForSelectorAsync("[data-total]");
        page.Url.ShouldContain("figure=Employed");
        await page.ShouldStandAsync("county-figures");

        var settlement = await site.OnServerAsync(services => services.GetRequiredService<JobMatchDbContext>().Set<Settlement>().OrderBy(s => s.Id).Select(s => s.Id).FirstAsync());
        foreach (var (name, address) in new[] { ("settlements", "/county/settlements"), ("settlement", $"/county/settlements/{settlement}"), ("rules", "/county/rules"), ("overdue", "/county/overdue") })
        {
            (await page.GotoAsync(address))!.Status.ShouldBe(200, address);
            await page.ShouldStandAsync($"county-{name}");
        }
    }

    [Fact]
    public async Task A_supervisor_sees_what_training_would_change_and_the_years_plan()
    {
        await site.OnServerAsync(async services =>
        {
            var db = services.GetRequiredService<JobMatchDbContext>();
            (await db.Set<Worker>().SingleAsync(w => w.Id == site.County.ManId)).RecordWishes(new WorkWishes { TrainingKindIds = [1] }, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            return await db.SaveChangesAsync();
        });
        var page = await site.OpenAsAsync(SmallCounty.SupervisorName);
        await page.GotoAsync("/county/training");
        await page.ShouldStandAsync("county-training-empty");
        await page.ClickAsync("form[action*='/run'] button");
        await page.Locator("table.data").WaitForAsync(new() { Timeout = 60_000 });
        await page.ShouldStandAsync("county-training");
        await page.ClickAsync("table.data tbody a");
        (await page.Locator("table.data").TextContentAsync())!.ShouldContain("李**");
        await page.ShouldStandAsync("county-training-people");
        await page.GotoAsync("/county/training/year");
        await page.ShouldStandAsync("county-training-year");
        await page.ClickAsync("table.data tbody a");
        (await page.Locator("table.plan").TextContentAsync())!.ShouldContain("待安排");
        await page.ShouldStandAsync("county-training-year-place");
    }
}
