using System.Net;
using JobMatch.Postings;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>Of a posting with several places, each page about a plan or a referral says which one is meant.</summary>
public sealed class ReferralPlacesPagesTests : ClerkAtPlans
{
    private const string Workshop = "新坪村车间";

    [Fact]
    public async Task The_place_stands_where_a_plan_is_checked_and_confirmed_and_wherever_the_referral_does()
    {
        var postings = await OpenAsync(second: false);
        await InAsync(db => db.Set<Quota>().Where(q => q.PostingId == postings[0]).ExecuteUpdateAsync(set => set.SetProperty(q => q.Vacancies, 0)));
        await InAsync(async db =>
        {
            db.Add(new Quota { PostingId = postings[0], Place = QuotaPlace.Settlement, SettlementId = County.Settlement.Id, PlaceText = Workshop, Vacancies = 1 });
            return await db.SaveChangesAsync();
        });
        await HasInterviewElsewhereAsync();
        await DrainAsync();
        var page = await MakeOfAsync([County.WomanId], postings);
        PartOf(await Clerk.ReadAsync(page + "?view=check"), "table", "class=\"data plan\"").ShouldContain($"· {Workshop}");
        var confirm = await Clerk.ReadAsync(page + "/confirm");
        PartOf(confirm, "section", "aria-labelledby=\"check-first\"").ShouldContain($"去 {Workshop}");
        PartOf(confirm, "section", "class=\"card pad stack\"").ShouldContain($"去 {Workshop} 的 1 人");

        await ConfirmAsync(page);
        var referral = await InAsync(db => db.Set<Referral>().AsNoTracking().SingleAsync(r => r.PostingId == postings[0]));
        foreach (var shown in (string[])["/station/referrals", $"/station/referrals/{referral.Id}", $"/station/people/{County.WomanId}"]) (await Clerk.ReadAsync(shown)).ShouldContain($"去 {Workshop}", customMessage: shown);
        var own = $"/station/referrals/{referral.Id}";
        using var withdrawn = await Clerk.PostAsync(own, own + "/move", ("Form.Version", Text(referral.Version)), ("Form.To", nameof(ReferralState.Withdrawn)), ("Form.WithdrawnFor", nameof(WithdrawalReason.Family)));
        withdrawn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await Clerk.ReadAsync(own);
        after.ShouldContain("已撤回");
        after.ShouldContain($"去 {Workshop}");
    }

    private Task<bool> HasInterviewElsewhereAsync() => InAsync(async (services, db) =>
    {
        (await services.GetRequiredService<ApplyToPosting>().RunAsync(new ApplyToPostingRequest(County.WomanId, County.CleaningId, County.StaffAccountId), default)).Refusals.ShouldBeEmpty();
        var referral = await db.Set<Referral>().Include(r => r.Moves).SingleAsync(r => r.PersonId == County.WomanId && r.PostingId == County.CleaningId);
        referral.Advance(ReferralState.Interview, new Actor(County.StaffAccountId, DateTime.UtcNow)).IsDone.ShouldBeTrue();
        await db.SaveChangesAsync();
        return true;
    });
}
