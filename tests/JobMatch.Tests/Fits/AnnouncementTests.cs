using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Notifications;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Fits;

public class AnnouncementTests
{
    private const int Sewing = 1;
    private const int Seamstress = 6050103;

    [Theory, OnEachDatabase]
    public async Task A_published_posting_reaches_the_inbox_of_the_person_it_fits_and_never_twice(DatabaseProvider provider)
    {
        await using var county = await CountyWithWorkersAsync(provider, workers: 3);
        var runner = ActivatorUtilities.CreateInstance<ProjectionRunner>(county.Services);
        await runner.DrainAsync();
        var posting = await PublishAsync(county);
        await runner.DrainAsync();

        var rows = await county.OnDbAsync(db => db.Set<Notification>().Where(n => n.Kind == NotificationKind.NewFit).ToListAsync());
        rows.Select(r => r.PersonId!.Value).Distinct().Count().ShouldBe(3);
        rows.ShouldAllBe(r => r.PostingId == posting && !r.InDigest);

        // A node that starts again at the beginning tells nobody twice.
        await county.OnDbAsync(db => db.Set<ProjectionCursor>().ExecuteUpdateAsync(s => s.SetProperty(c => c.Seq, 0L)));
        await ActivatorUtilities.CreateInstance<ProjectionRunner>(county.Services).DrainAsync();
        (await county.OnDbAsync(db => db.Set<Notification>().CountAsync(n => n.Kind == NotificationKind.NewFit))).ShouldBe(rows.Count);
    }

    [Theory, OnEachDatabase]
    public async Task After_three_single_messages_a_day_the_rest_waits_for_the_digest(DatabaseProvider provider)
    {
        await using var county = await CountyWithWorkersAsync(provider, workers: 1);
        for (var i = 0; i < 5; i++) await PublishAsync(county, "缝纫工 " + (i + 1));
        await ActivatorUtilities.CreateInstance<ProjectionRunner>(county.Services).DrainAsync();

        var rows = await county.OnDbAsync(db => db.Set<Notification>().Where(n => n.Kind == NotificationKind.NewFit).ToListAsync());
        rows.Count.ShouldBe(5);
        rows.Count(r => !r.InDigest).ShouldBe(3);
    }

    [Theory, OnEachDatabase]
    public async Task A_change_of_hers_tells_only_what_fits_since_then_and_takes_no_live_message_of_the_day(DatabaseProvider provider)
    {
        await using var county = await CountyWithWorkersAsync(provider, workers: 1);
        await LoadQuietlyAsync(county, "缝纫工 1", "缝纫工 2");
        var runner = ActivatorUtilities.CreateInstance<ProjectionRunner>(county.Services);
        await runner.DrainAsync();

        // Nothing that a fit reads has changed: nothing is new, though both postings fit and were never told.
        await ChangeAsync(county, worker => worker.ChangedAt = county.Clock.UtcNow());
        await runner.DrainAsync();
        (await FitsToldAsync(county)).ShouldBeEmpty();

        // She cannot go anywhere, then she can: both fit only now.
        await ChangeAsync(county, worker => worker.RecordCapacity(LabourCapacity.None, WorkRestriction.None, worker.CapacityCheck));
        await runner.DrainAsync();
        (await FitsToldAsync(county)).ShouldBeEmpty();
        await ChangeAsync(county, worker => worker.RecordCapacity(LabourCapacity.Ordinary, WorkRestriction.None, worker.CapacityCheck));
        await runner.DrainAsync();
        var told = await FitsToldAsync(county);
        told.Count.ShouldBe(2);
        told.ShouldAllBe(n => n.Kind == NotificationKind.NowFits && n.InDigest);

        // A new posting still comes live.
        var posting = await PublishAsync(county, "缝纫工 3");
        await runner.DrainAsync();
        (await FitsToldAsync(county)).Where(n => n.PostingId == posting).ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Kind.ShouldBe(NotificationKind.NewFit), n => n.InDigest.ShouldBeFalse());
    }

    [Theory, OnEachDatabase]
    public async Task A_posting_that_has_been_there_for_days_is_not_announced_when_it_changes(DatabaseProvider provider)
    {
        await using var county = await CountyWithWorkersAsync(provider, workers: 1);
        await LoadQuietlyAsync(county, "缝纫工");
        county.Clock.Advance(TimeSpan.FromDays(4));
        await county.OnDbAsync(async db =>
        {
            (await db.Set<Posting>().SingleAsync()).CareFriendly = true;
            await db.SaveChangesAsync();
        });
        await ActivatorUtilities.CreateInstance<ProjectionRunner>(county.Services).DrainAsync();
        (await FitsToldAsync(county)).ShouldBeEmpty();
    }

    /// <summary>Postings that were there before anybody was told of anything, as in a county that was loaded.</summary>
    private static async Task LoadQuietlyAsync(TestCounty county, params string[] titles)
    {
        foreach (var title in titles) await PublishAsync(county, title);
        await county.OnDbAsync(db => LeasedCursor.SkipToNowAsync(db, Announcements.CursorName, default));
    }

    private static Task ChangeAsync(TestCounty county, Action<Worker> change) => county.OnDbAsync(async db =>
    {
        change(await db.Set<Worker>().SingleAsync());
        await db.SaveChangesAsync();
    });

    private static Task<List<Notification>> FitsToldAsync(TestCounty county) =>
        county.OnDbAsync(db => db.Set<Notification>().Where(n => n.Kind == NotificationKind.NewFit || n.Kind == NotificationKind.NowFits).ToListAsync());

    [Theory, OnEachDatabase]
    public async Task A_rank_for_a_station_names_only_its_own_people_and_counts_the_others(DatabaseProvider provider)
    {
        await using var county = await CountyWithWorkersAsync(provider, workers: 4, otherWorkers: 2);
        var posting = await PublishAsync(county);
        await ActivatorUtilities.CreateInstance<ProjectionRunner>(county.Services).DrainAsync();
        var here = await county.OnDbAsync(db => db.Set<Settlement>().Where(s => s.Name == "幸福里").Select(s => s.Id).SingleAsync());

        var ranking = await county.InAsync(
            s => s.GetRequiredService<FitView>().WorkersForPostingAsync(posting, 50, Audience.Station, null, false, Seekers.Willing, CancellationToken.None),
            Scope.OfSettlements([here]));
        ranking!.Best.Count.ShouldBe(4);
        ranking.EligibleInScope.ShouldBe(4);
        ranking.EligibleOutside.ShouldBe(2);
        ranking.Best.ShouldAllBe(r => r.Person.SettlementId == here && r.Fit.Reasons.Count > 0);

        var nobody = await county.InAsync(
            s => s.GetRequiredService<FitView>().WorkersForPostingAsync(posting, 50, Audience.Station, null, false, Seekers.Willing, CancellationToken.None), Scope.Nobody);
        nobody!.Best.ShouldBeEmpty();
        nobody.EligibleInScope.ShouldBe(0);
    }

    private static async Task<TestCounty> CountyWithWorkersAsync(DatabaseProvider provider, int workers, int otherWorkers = 0)
    {
        var county = await TestCounty.CreateAsync(provider);
        var here = await county.AddAsync(Some.Settlement());
        var there = await county.AddAsync(Some.Settlement("城东"));
        for (var i = 0; i < workers + otherWorkers; i++) await AddWorkerAsync(county, i < workers ? here.Id : there.Id, 1980 + i);
        return county;
    }

    private static async Task AddWorkerAsync(TestCounty county, long settlement, int born)
    {
        var household = await county.AddAsync(Some.Household(settlement));
        await county.OnDbAsync(async db =>
        {
            var person = Some.Person(born: born);
            person.MoveInto(household, new DateOnly(2019, 6, 1));
            db.Add(person);
            await db.SaveChangesAsync();
            var worker = Some.Worker(person);
            worker.Skills.Add(new WorkerSkill { SettlementId = settlement, SkillId = Sewing, Level = SkillLevel.Junior, Evidence = "结业证" });
            worker.Experience.Add(new WorkExperience { SettlementId = settlement, OccupationId = Seamstress, Months = 30, To = new DateOnly(2025, 12, 31) });
            worker.RecordWishes(new WorkWishes { Kinds = PostingKinds.AidWorkshop, Shifts = Shifts.Day, WageFloorFen = 250_000 }, new FactCheck(FactSource.Station, county.Today));
            db.Add(worker);
            await db.SaveChangesAsync();
        });
    }

    private static async Task<long> PublishAsync(TestCounty county, string title = "缝纫工")
    {
        var settlement = await county.OnDbAsync(db => db.Set<Settlement>().Where(s => s.Name == "幸福里").Select(s => s.Id).SingleAsync());
        var employer = Some.Employer(title + "厂");
        employer.Verify(1, county.Clock.UtcNow());
        await county.AddAsync(employer);
        var posting = Some.Posting(employer.Id, title, settlementId: settlement);
        posting.OccupationIds = [Seamstress];
        posting.Skills.Add(new PostingSkill { SkillId = Sewing, Must = true });
        posting.Submit(employerVerified: true, county.Clock.UtcNow()).IsDone.ShouldBeTrue();
        await county.AddAsync(posting);
        return posting.Id;
    }
}
