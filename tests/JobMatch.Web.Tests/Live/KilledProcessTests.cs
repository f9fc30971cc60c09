using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Postings;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Live;

/// <summary>Whatever moment the program dies at between save and push: what was committed is announced and indexed after the next start, once.</summary>
[Trait("Pace", "slow")]
public class KilledProcessTests
{
    private const int Kills = 8;

    [Fact]
    public async Task Killing_the_program_between_save_and_push_loses_nothing_and_tells_nobody_twice()
    {
        await using var county = await TestCounty.CreateAsync();
        var small = await SmallCounty.AddToAsync(county.Services);
        var published = new List<long>();
        var moments = new Random(20261122);
        for (var i = 0; i < Kills; i++)
        {
            await using var web = await WebProcess.StartAsync(county.Options.Folder);
            published.Add(await PublishAsync(county, small, i));
            // From "at once" to "long after the push".
            await Task.Delay(moments.Next(0, 400));
            web.Kill();
        }

        await using var last = await WebProcess.StartAsync(county.Options.Folder);
        await last.UntilAsync(() => county.OnDbAsync(HaveCaughtUpAsync));
        var rows = await county.OnDbAsync(db => db.Set<Notification>().AsNoTracking().Where(n => n.Kind == NotificationKind.NewFit && n.PersonId == small.WomanId).ToListAsync());
        foreach (var posting in published) rows.Count(r => r.PostingId == posting).ShouldBe(1, $"posting {posting}");
        foreach (var (posting, i) in published.Select((p, i) => (p, i)))
            await last.UntilAsync(async () => (await last.Client.GetStringAsync(new Uri($"/jobs?q={Uri.EscapeDataString(TitleOf(i))}", UriKind.Relative))).Contains($"/jobs/{posting}", StringComparison.Ordinal));
    }

    private static string TitleOf(int i) => "缝纫工第" + (char)('甲' + i) + "批";

    private static async Task<bool> HaveCaughtUpAsync(JobMatchDbContext db)
    {
        var newest = await db.Set<ChangeEvent>().Where(e => e.Kind != ChangeKind.Notification).MaxAsync(e => e.Seq);
        return await db.Set<ProjectionCursor>().AllAsync(c => c.Seq >= newest);
    }

    private static Task<long> PublishAsync(TestCounty county, SmallCounty small, int i) => county.OnDbAsync(async db =>
    {
        var posting = Some.Posting(small.FactoryId, TitleOf(i), settlementId: small.Settlement.Id);
        (posting.OccupationIds, posting.CareFriendly) = ([6050103], true);
        posting.Skills.Add(new PostingSkill { SkillId = 1, Must = true });
        SmallCounty.Publish(posting, TimeProvider.System.GetUtcNow().UtcDateTime);
        db.Add(posting);
        await db.SaveChangesAsync();
        return posting.Id;
    });
}
