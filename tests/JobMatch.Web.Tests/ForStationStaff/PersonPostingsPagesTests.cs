using System.Text.RegularExpressions;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>A person's postings: what a supposed fact would cost her, and where a posting stands that the clerk asks about.</summary>
public sealed class PersonPostingsPagesTests : ClerkAtDesk
{
    private string Here => $"/station/people/{Text(County.WomanId)}/postings";

    [Fact]
    public async Task A_supposed_reach_tells_what_would_be_lost_by_it()
    {
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId)).RecordMobility(Mobility.Unknown, null, Duty.None, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            var far = await db.Set<Posting>().Include(p => p.Quotas).SingleAsync(p => p.Id == County.SewingId);
            (far.Quotas[0].Place, far.Quotas[0].SettlementId, far.Quotas[0].RegionCode) = (QuotaPlace.Township, null, Some.Township + 1);
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var page = await Clerk.ReadAsync(Here + "?ifMobility=Township");
        page.ShouldContain("有 1 个去不了了。");
        page.ShouldContain("会去不了的岗位");
        Regex.Match(page, "会去不了的岗位.*?</ul>", RegexOptions.Singleline).Value.ShouldContain($"/station/postings/{Text(County.SewingId)}\"");
        (await Clerk.ReadAsync(Here + "?ifMobility=Anywhere")).ShouldNotContain("去不了了");
        (await Clerk.ReadAsync($"/station/postings/{Text(County.SewingId)}/candidates?worker={Text(County.WomanId)}&seekers=Anyone&ifMobility=Township")).ShouldContain("就不能去这个岗位了：");
    }

    [Fact]
    public async Task A_posting_that_is_in_the_list_is_told_with_its_place_there()
    {
        var page = await Clerk.ReadAsync(Here + "?words=缝纫");
        var listed = Regex.Matches(page, "name=\"postingIds\" value=\"([0-9]+)\" aria-label").Select(m => m.Groups[1].Value).ToList();
        var rank = listed.IndexOf(Text(County.SewingId)) + 1;
        rank.ShouldBeGreaterThan(0);
        var answer = page[page.IndexOf("id=\"why-not\"", StringComparison.Ordinal)..];
        answer.ShouldContain($"已经在上面的名单里，排第 {Text(rank)}。");
        answer.ShouldContain($"&posting={Text(County.SewingId)}\"");
    }
}
