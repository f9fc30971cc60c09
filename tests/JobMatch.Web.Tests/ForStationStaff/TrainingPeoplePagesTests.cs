using System.Text.RegularExpressions;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>Who is counted in a training demand and who is not, and over how many postings it is told why a training changes nothing.</summary>
public sealed class TrainingPeoplePagesTests : ClerkAtDesk
{
    private const int Sewing = 1;

    private static readonly FactCheck Told = new(FactSource.Station, new DateOnly(2026, 10, 1));

    [Fact]
    public async Task Why_a_training_changes_nothing_is_told_of_all_postings_asked_about()
    {
        await InAsync(async db =>
        {
            for (var i = 0; i < 320; i++)
            {
                var posting = Some.Posting(County.FactoryId, $"普工{i}", settlementId: County.Settlement.Id);
                SmallCounty.Publish(posting, DateTime.UtcNow);
                db.Add(posting);
            }

            (await db.Set<Worker>().SingleAsync(w => w.Id == County.ManId)).RecordCapacity(LabourCapacity.Unknown, WorkRestriction.None, FactCheck.None);
            await db.SaveChangesAsync();
            return true;
        });
        await DrainAsync();
        await AnswerAsync(County.ManId);
        var open = await InAsync(db => db.Set<Posting>().CountAsync(p => p.State == PostingState.Published));
        open.ShouldBeGreaterThan(320);
        (await Clerk.ReadAsync("/station/training/demand/1?of=all")).ShouldContain($"{open} 个岗位里有 {open} 个");
    }

    [Fact]
    public async Task Who_wants_it_and_is_not_counted_is_told_with_the_reason_and_the_way_to_mend_it()
    {
        await AnswerAsync();
        var sent = await AddSisterAsync();
        await InAsync(async db =>
        {
            foreach (var worker in await db.Set<Worker>().ToListAsync())
            {
                worker.RecordWilling(true, Told);
                worker.RecordWishes(new WorkWishes { TrainingKindIds = [Sewing] }, Told);
            }

            await db.Set<Worker>().Where(w => w.Id == County.WomanId).ExecuteUpdateAsync(set => set.SetProperty(w => w.ConsentsToEmployers, false));
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.ManId)).RecordCapacity(LabourCapacity.None, WorkRestriction.None, Told);
            return await db.SaveChangesAsync();
        });
        var referral = await InAsync(async (services, db) =>
        {
            var id = (await services.GetRequiredService<ReferWorkers>().RunAsync(new(County.SewingId, [sent], County.StaffAccountId), default)).Value!.ReferralIds[sent];
            (await db.Set<Referral>().Include(r => r.Moves).SingleAsync(r => r.Id == id)).Advance(ReferralState.Trial, new Actor(1, DateTime.UtcNow)).IsDone.ShouldBeTrue();
            await db.SaveChangesAsync();
            return id;
        });
        var page = await Clerk.ReadAsync("/station/training/demand/1?of=all");
        page.ShouldContain("还有 3 人也想学、想工作、没有工作，没有算进去：1 人没有同意让用人单位看资料、1 人登记为没有劳动能力、1 人已经有着落");
        var list = Regex.Match(page, "id=\"not-counted\".*?</details>", RegexOptions.Singleline).Value;
        foreach (var way in new[] { $"/station/people/{Text(County.WomanId)}#consent", $"/station/people/{Text(County.ManId)}/edit/capacity", $"/station/referrals/{Text(referral)}\"" }) list.ShouldContain(way);

        await InAsync(db => db.Set<Worker>().Where(w => w.Id == County.WomanId).ExecuteUpdateAsync(set => set.SetProperty(w => w.ConsentsToEmployers, true)));
        (await Clerk.ReadAsync("/station/training/demand/1?of=all")).ShouldContain("还有 2 人也想学");
    }

    /// <summary>One more of the family who looks for work.</summary>
    private Task<long> AddSisterAsync() => InAsync(async db =>
    {
        var sister = Some.Person("王秀兰");
        sister.MoveInto(await db.Set<Household>().SingleAsync(h => h.SettlementId == County.Settlement.Id), new DateOnly(2019, 6, 1));
        db.Add(sister);
        await db.SaveChangesAsync();
        db.Add(Some.Worker(sister));
        await db.SaveChangesAsync();
        return sister.Id;
    });

    /// <summary>An answer over everything that counts just these people, and places nobody more.</summary>
    private Task<int> AnswerAsync(params long[] counted) => InAsync(async db =>
    {
        var plan = new PlacementPlan { Kind = PlanKind.TrainingDemand, SettlementId = County.Settlement.Id, Name = "", People = new PeopleChoice { SettlementIds = [County.Settlement.Id] }, MadeBy = 1, MadeAt = DateTime.UtcNow };
        plan.Finish([new TrainingDemandRow(Sewing, counted.Length, 0, 0, 0, counted, 0, []) { Then = [.. counted.Select(_ => 0L)], Gained = [.. counted.Select(_ => 0)], FitBetter = 0, MoreLicensed = 0 }], DateTime.UtcNow).IsDone.ShouldBeTrue();
        db.Add(plan);
        return await db.SaveChangesAsync();
    });
}
