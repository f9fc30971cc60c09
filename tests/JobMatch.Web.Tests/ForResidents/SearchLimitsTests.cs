using System.Net;
using JobMatch.Web.Shared.Edge;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForResidents;

/// <summary>A whole community searches from one address: who is signed in is counted by herself, suggestions are no searches.</summary>
public sealed class SearchLimitsTests
{
    [Fact]
    public async Task Who_is_signed_in_has_her_own_share_and_leaves_that_of_the_address_to_the_others()
    {
        await using var site = new SmallSite
        {
            Settings = new Dictionary<string, string> { ["JobMatch:RateLimits:SearchPerMinute"] = "3", ["JobMatch:RateLimits:AnonymousSearchPerMinute"] = "5" },
        };
        await site.InitializeAsync();
        using var resident = await site.ResidentAsync(site.County.WomanId);
        using var clerk = await site.WorkerAsync(JobMatch.TestKit.SmallCounty.StaffName);
        using var anybody = site.Visitor();

        foreach (var (visitor, page, permits) in new[] { (resident, "/jobs?q=缝纫", 3), (clerk, "/station/people?words=缝纫", 3), (anybody, "/jobs?q=缝纫", 5) })
        {
            for (var i = 0; i < permits; i++) (await StatusAsync(visitor, page)).ShouldBe(HttpStatusCode.OK, $"{page}, {i}");
            (await StatusAsync(visitor, page)).ShouldBe(HttpStatusCode.TooManyRequests, page);
        }

        (await StatusAsync(anybody, "/jobs/suggestions?q=缝")).ShouldBe(HttpStatusCode.OK, "typing is counted apart");
        (await StatusAsync(resident, "/jobs/suggestions?q=缝")).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A thousand people on one Wi-Fi, each with three pages and eight suggestions in the same minute.</summary>
    [Fact]
    public async Task A_community_behind_one_address_is_not_turned_away()
    {
        const int people = 1_000;
        var limits = new RateLimitOptions();
        limits.AnonymousSearchPerMinute.ShouldBeGreaterThanOrEqualTo(people * 3);
        limits.AnonymousSuggestPerMinute.ShouldBeGreaterThanOrEqualTo(people * 7);
        await using var site = new SmallSite();
        await site.InitializeAsync();
        using var anybody = site.Visitor();
        for (var i = 0; i < people; i++) (await StatusAsync(anybody, "/jobs/suggestions?q=缝")).ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 200; i++) (await StatusAsync(anybody, "/jobs?q=缝纫")).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string page)
    {
        using var answer = await visitor.GetAsync(page);
        return answer.StatusCode;
    }
}
