using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Data;
using JobMatch.SavedSearches;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>What a station's saved search finds stands on the page of the day and beside 人员 in the rail until somebody has looked, also for a clerk who was not there when it came.</summary>
public sealed partial class SavedSearchNewsTests : ClerkAtDesk
{
    private const int Forklift = 901;
    [Fact]
    public async Task It_waits_on_the_page_of_the_day_until_it_was_opened()
    {
        await SaveAsync();
        await RunAsync();
        (await Clerk.ReadAsync("/station/today")).ShouldNotContain("收藏的搜索有新的");
        var before = CountAt(await Clerk.ReadAsync("/station/counts"));
        await GiveSkillAsync(County.WomanId);
        await GiveSkillAsync(County.ManId);
        await RunAsync();
        await RunAsync();

        // A clerk who comes later: nothing of it was pushed to this session.
        var later = await DeskVisitor.SignInAsync(Site, SmallCounty.StaffName);
        var today = await later.ReadAsync("/station/today");
        News().Count(today).ShouldBe(1);
        today.ShouldContain("会叉车的");
        today.ShouldContain("新的 2 个");
        CountAt(await later.ReadAsync("/station/counts")).ShouldBe(before + 1);
        (await later.ReadAsync("/station/searches")).ShouldContain("新的 2 个");

        var id = News().Match(today).Groups[1].Value;
        using var opened = await later.PostAsync("/station/today", $"/station/searches/news/{id}/seen", ("open", "true"));
        (opened.StatusCode, opened.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Redirect, $"/station/people?words=&skill={Forklift}&certificate=&training=&occupation=&capacity=&need=&work=&ageFrom=&ageTo=&schooling=&settlement=&page=1"));
        (await later.ReadAsync("/station/today")).ShouldNotContain("收藏的搜索有新的");
        CountAt(await later.ReadAsync("/station/counts")).ShouldBe(before);
    }

    [Fact]
    public async Task Seen_is_seen_and_another_station_cannot_see_it_for_us()
    {
        await SaveAsync();
        await GiveSkillAsync(County.WomanId);
        await RunAsync();
        var id = News().Match(await Clerk.ReadAsync("/station/today")).Groups[1].Value;
        await InAsync(db => db.Set<Notifications.Notification>().Where(n => n.StationSettlementId == County.Settlement.Id).ExecuteUpdateAsync(s => s.SetProperty(n => n.StationSettlementId, County.OtherSettlement.Id)));
        using (var refused = await Clerk.PostAsync("/station/today", $"/station/searches/news/{id}/seen")) refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await InAsync(db => db.Set<Notifications.Notification>().ExecuteUpdateAsync(s => s.SetProperty(n => n.StationSettlementId, County.Settlement.Id)));
        using var seen = await Clerk.PostAsync("/station/today", $"/station/searches/news/{id}/seen", ("returnUrl", "/station/today"));
        (seen.StatusCode, seen.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Redirect, "/station/today"));
        (await Clerk.ReadAsync("/station/today")).ShouldNotContain("会叉车的");
    }

    private async Task SaveAsync()
    {
        using var saved = await Clerk.PostAsync($"/station/people?skill={Forklift}", $"/station/searches?skill={Forklift}", ("name", "会叉车的"));
        saved.Headers.Location!.OriginalString.ShouldBe("/station/searches");
    }

    private async Task RunAsync()
    {
        await DrainAsync();
        await using var scope = Site.Services.CreateSystemScope();
        await scope.ServiceProvider.GetRequiredService<TellSavedSearches>().RunAsync(CancellationToken.None);
    }

    private Task<int> GiveSkillAsync(long worker) => InAsync(async db =>
    {
        var row = await db.Set<Worker>().SingleAsync(w => w.Id == worker);
        row.Skills.Add(new WorkerSkill { SkillId = Forklift, SettlementId = row.SettlementId, Level = SkillLevel.CanDo, Evidence = "" });
        return await db.SaveChangesAsync();
    });

    /// <summary>The figure beside 人员, as the rail asks for it anew.</summary>
    private static int CountAt(string figures) => int.Parse(People().Match(figures).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("/station/searches/news/(\\d+)/seen")]
    private static partial Regex News();

    [GeneratedRegex("\"People\":(\\d+)")]
    private static partial Regex People();
}
