using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Notifications;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.TestKit;
using JobMatch.Tallies;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Tallies;

public class TodayViewTests
{
    [Theory, OnEachDatabase]
    public async Task The_station_sees_what_waits_for_it_and_nothing_of_others(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (here, there) = (await county.SettlementAsync(), await county.SettlementAsync("城东"));
        var person = await county.MemberAsync(await county.HouseholdAsync(here), LabourCapacity.Ordinary, willing: true);
        await county.MemberAsync(await county.HouseholdAsync(there), LabourCapacity.Ordinary, willing: true);
        await county.UseAsync((WatchCases use) => use.RunAsync(county.Today, default));
        await county.UseAsync((AskForHelp use) => use.RunAsync(new AskForHelpRequest { PersonId = person.Id, Topic = HelpTopic.UnpaidWages, Text = "两个月没发工资" }, default), Scope.Herself(person.Id, person.HouseholdId));
        await county.UseAsync((ReportFoundWork use) => use.RunAsync(new SpellSaid { PersonId = person.Id, Start = county.Today, Channel = Channel.Gig }, default), Scope.Herself(person.Id, person.HouseholdId));

        var waiting = await county.AddAsync(Some.Employer("新来的厂", settlementId: here.Id));
        var verified = Some.Employer(settlementId: there.Id);
        verified.Verify(1, county.Clock.UtcNow());
        await county.AddAsync(verified);
        var posting = Some.Posting(verified.Id, kind: PostingKind.PublicWelfare);
        posting.Submit(employerVerified: true, county.Clock.UtcNow());
        await county.AddAsync(posting);
        await county.AddAsync(new PostingReport { PostingId = posting.Id, Reason = PostingReportReason.Fee, At = county.Clock.UtcNow() });
        var referral = new Referral { PersonId = person.Id, PostingId = posting.Id, EmployerId = verified.Id, SettlementId = here.Id, CountyCode = Some.County };
        referral.Refer(new Actor(1, county.Clock.UtcNow()), county.Clock.UtcNow().AddDays(14));
        await county.AddAsync(referral);

        var mine = await county.UseAsync((TodayView view) => view.RunAsync(20, default), Scope.OfSettlements([here.Id]));
        (mine.ZeroEmployment.Total, mine.JobLoss.Total, mine.Requests.Total, mine.SpellsToConfirm.Total).ShouldBe((1, 0, 1, 1));
        (mine.Unanswered.Total, mine.Postings.Total, mine.Employers.Total, mine.Reports.Total).ShouldBe((0, 0, 1, 0));
        mine.ZeroEmployment.Rows[0].PersonName.ShouldBe("王秀英");
        mine.Requests.Rows[0].Case.Kind.ShouldBe(CaseKind.Rights);
        mine.Employers.Rows[0].EmployerId.ShouldBe(waiting.Id);

        county.Clock.Advance(TimeSpan.FromDays(TodayView.UnansweredAfterDays));
        var later = await county.UseAsync((TodayView view) => view.RunAsync(20, default), Scope.OfSettlements([here.Id]));
        later.Unanswered.Rows.ShouldHaveSingleItem().PostingTitle.ShouldBe(posting.Title);
        var other = await county.UseAsync((TodayView view) => view.RunAsync(20, default), Scope.OfSettlements([there.Id]));
        (other.Requests.Total, other.Unanswered.Total, other.Postings.Total, other.Employers.Total, other.Reports.Total).ShouldBe((0, 0, 1, 0, 1));
        (await county.UseAsync((TodayView view) => view.RunAsync(20, default), Scope.Nobody)).Total.ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task What_a_saved_search_found_waits_until_its_station_has_looked(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (here, there) = (await county.SettlementAsync(), await county.SettlementAsync("城东"));
        var person = await county.MemberAsync(await county.HouseholdAsync(here), LabourCapacity.Ordinary, willing: true);
        var (mine, others) = (Scope.OfSettlements([here.Id]), Scope.OfSettlements([there.Id]));
        Notification News(int run, long settlement) => new()
        {
            Kind = NotificationKind.SavedSearchWorkers, StationSettlementId = settlement, Key = $"saved:{settlement}:{run}", At = county.Clock.UtcNow(),
            Values = new Dictionary<string, string> { ["title"] = "会叉车的", ["count"] = "2", ["address"] = "/station/people?skill=901" },
        };
        await county.AddAsync(News(1, here.Id), News(2, here.Id), News(1, there.Id));
        // Neither another message of the station nor a resident's own search is news of the station's searches.
        await county.AddAsync(
            new Notification { Kind = NotificationKind.CaseOpened, StationSettlementId = here.Id, Key = "case:1", At = county.Clock.UtcNow() },
            new Notification { Kind = NotificationKind.SavedSearchPostings, PersonId = person.Id, Key = "saved:9:1", At = county.Clock.UtcNow() });

        var news = await WaitingAsync(mine);
        (news.Total, news.Rows[0].Name, news.Rows[0].Count, news.Rows[0].Address).ShouldBe((2, "会叉车的", 2, "/station/people?skill=901"));
        var before = (await county.UseAsync((TodayView view) => view.RunAsync(1, default), mine)).Total;
        (await county.UseAsync((Inbox inbox) => inbox.MarkOneReadAsync(Addressee.Of(others), news.Rows[0].NotificationId, default), others)).ShouldBeNull();
        (await WaitingAsync(mine)).Total.ShouldBe(2);
        (await county.UseAsync((Inbox inbox) => inbox.MarkOneReadAsync(Addressee.Of(mine), news.Rows[0].NotificationId, default), mine)).ShouldNotBeNull();
        (await WaitingAsync(mine)).Rows.ShouldHaveSingleItem().NotificationId.ShouldBe(news.Rows[1].NotificationId);
        (await county.UseAsync((TodayView view) => view.RunAsync(1, default), mine)).Total.ShouldBe(before - 1);
        (await WaitingAsync(others)).Total.ShouldBe(1);
        (await WaitingAsync(Scope.Nobody)).Total.ShouldBe(0);

        Task<TodayList<SearchNews>> WaitingAsync(Scope scope) => county.UseAsync((TodayView view) => view.SearchesAsync(0, 20, default), scope);
    }

    [Theory, OnEachDatabase]
    public async Task Services_due_are_counted_against_the_rules_of_the_year(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var household = await county.HouseholdAsync(await county.SettlementAsync());
        var (served, due) = (await county.MemberAsync(household, LabourCapacity.Ordinary, willing: true), await county.MemberAsync(household, LabourCapacity.Ordinary, willing: true));
        foreach (var kind in new[] { ServiceKind.PolicyTalk, ServiceKind.PostingsShown, ServiceKind.PostingsShown, ServiceKind.Referral, ServiceKind.TrainingOffered })
            (await county.UseAsync((RecordHelp use) => use.RunAsync(new RecordHelpRequest { PersonId = served.Id, Kind = kind, ByAccountId = 1 }, default))).IsDone.ShouldBeTrue();
        await county.UseAsync((RecordHelp use) => use.RunAsync(new RecordHelpRequest { PersonId = due.Id, Kind = ServiceKind.PostingsShown, ByAccountId = 1 }, default));

        var row = (await county.UseAsync((ServiceDueView view) => view.ServicesAsync(null, 0, 20, default))).Page.ShouldHaveSingleItem();
        (row.PersonId, row.PolicyTalksMissing, row.PostingsMissing, row.TrainingsMissing).ShouldBe((due.Id, 1, 2, 1));
    }

    [Theory, OnEachDatabase]
    public async Task Training_is_due_a_year_after_moving_in_for_those_who_want_it(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var settlement = await county.SettlementAsync();
        var home = Some.Household(settlement.Id);
        home.MoveInDate = new DateOnly(2026, 2, 28);
        await county.AddAsync(home);
        var (wants, other) = (await county.MemberAsync(home, LabourCapacity.Ordinary, willing: true), await county.MemberAsync(home, LabourCapacity.Ordinary, willing: true));
        await county.OnDbAsync(async db =>
        {
            var worker = await db.Set<Worker>().SingleAsync(w => w.Id == wants.Id);
            worker.RecordWishes(new WorkWishes { TrainingKindIds = [1] }, FactCheck.None);
            await db.SaveChangesAsync();
        });

        var due = (await county.UseAsync((ServiceDueView view) => view.TrainingsAsync(null, default))).ShouldHaveSingleItem();
        (due.PersonId, due.Due, due.IsOverdue).ShouldBe((wants.Id, new DateOnly(2027, 2, 28), false));
        other.Id.ShouldNotBe(due.PersonId);
    }
}
