using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Fairs;

public class TrainingDemandTests
{
    /// <summary>电工培训, whose certificate (2) the posting needs.</summary>
    private const int Electrician = 11;
    private const int Certificate = 2;

    [Fact]
    public void Everybody_is_listed_until_all_trainings_together_are_too_many()
    {
        ComputeTrainingDemand.MostOf([3, 4_000, 5], 9_000).ShouldBeGreaterThanOrEqualTo(4_000);
        ComputeTrainingDemand.MostOf([10, 5_000, 8_000], 9_000).ShouldBe(4_495);
        ComputeTrainingDemand.MostOf([], 9_000).ShouldBe(0);
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int[] counts = [.. Enumerable.Range(0, random.Next(1, 31)).Select(_ => random.Next(1, 3_000))];
            var most = ComputeTrainingDemand.MostOf(counts, 9_000);
            counts.Sum(count => Math.Min(count, most)).ShouldBeLessThanOrEqualTo(9_000);
            if (counts.Sum() > 9_000) counts.Sum(count => Math.Min(count, most + 1)).ShouldBeGreaterThan(9_000 - counts.Length, "nearly all the room is used");
            else most.ShouldBeGreaterThanOrEqualTo(counts.Max());
        }
    }

    [Theory, OnEachDatabase]
    public async Task It_counts_vacancies_and_not_wishes_and_opens_to_the_people_and_a_class(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 2);
        await county.OnDbAsync(async db =>
        {
            (await db.Set<Posting>().Include(p => p.Certificates).SingleAsync()).Certificates.Add(new PostingCertificate { KindId = Certificate, Timing = CertificateTiming.NeededToApply });
            await db.SaveChangesAsync();
        });
        var people = new List<long>();
        foreach (var _ in Enumerable.Range(0, 3)) people.Add(await market.AddWorkerAsync());
        await county.OnDbAsync(async db =>
        {
            foreach (var worker in await db.Set<Worker>().ToListAsync()) worker.RecordWishes(new WorkWishes { TrainingKindIds = [Electrician] }, new FactCheck(FactSource.Station, county.Today));
            await db.SaveChangesAsync();
        });

        var scope = PlansOfMarket.ScopeOf(market);
        var asked = await county.InAsync(s => s.GetRequiredService<AskTrainingDemand>().RunAsync(DemandScope.Everything, 3, default), scope);
        (await county.Services.GetRequiredService<PlanWorker>().DrainAsync()).ShouldBe(1);
        var row = (await county.OnDbAsync(db => db.Set<PlacementPlan>().SingleAsync(p => p.Id == asked.Value))).Demand.ShouldHaveSingleItem();
        (row.KindId, row.Wanting, row.MorePeople, row.MoreHouseholds, row.NewlyPlaced).ShouldBe((Electrician, 3, 2, 2, 2));
        row.PersonIds.ShouldBe(people, ignoreOrder: true);
        row.PostingIds.ShouldBe([market.PostingId]);
        row.Then.ShouldBe([market.PostingId, market.PostingId, 0]);
        row.Gained[0].ShouldBeGreaterThan(0);
        row.FitBetter.ShouldBe(2, "the third goes nowhere then");
        (row.Gained[0] + row.Gained[1], row.Gained[2]).ShouldBe(((int)row.MorePoints, 0));
        var shown = (await county.InAsync(s => s.GetRequiredService<TrainingDemandView>().OfKindAsync(Electrician, DemandScope.Everything, default), scope))!;
        shown.People.Select(p => (p.WouldBePlaced, p.Then?.Id, p.Gained)).ShouldBe([(true, market.PostingId, row.Gained[0]), (true, market.PostingId, row.Gained[1]), (false, null, 0)]);

        var request = new OpenTrainingClassRequest(Electrician, new TrainingClassTerms("", 2, county.Today.AddDays(7), null), [market.PostingId], row.PersonIds, 3);
        (await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(request, default), scope)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.TooFewSeats");
        var opened = await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(request with { Terms = request.Terms with { Seats = 20 }, PersonIds = [.. row.PersonIds.Take(2)] }, default), scope);
        opened.Refusals.ShouldBeEmpty();
        var records = await county.OnDbAsync(db => db.Set<TrainingRecord>().Where(t => t.ClassId == opened.Value).ToListAsync());
        records.Select(t => (t.PersonId, t.Form, t.Result)).ShouldBe(row.PersonIds.Take(2).Select(p => (p, TrainingForm.OrderBased, TrainingResult.Attending)), ignoreOrder: true);
        (await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(request with { Terms = request.Terms with { Seats = 20 } }, default), scope)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.AttendsAlready");

        var year = await county.InAsync(s => s.GetRequiredService<TrainingYearView>().ReadAsync(county.Today.Year, null, default), scope);
        year.Count.ShouldBe(3);
        year.Count(r => r.ThisYear.Count == 1 && r.Wanted.Count == 0).ShouldBe(2);
        year.Single(r => r.ThisYear.Count == 0).Wanted.ShouldBe([Electrician]);
        (await county.InAsync(s => s.GetRequiredService<TrainingYearView>().ReadAsync(county.Today.Year, null, default), Scope.OfSettlements([market.SettlementId + 77]))).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task It_is_counted_for_the_vacancies_asked_about(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 3);
        var licensed = await AddLicensedAsync(market, 2);
        foreach (var _ in Enumerable.Range(0, 3)) await market.AddWorkerAsync();
        await WantAsync(county);
        var fair = await county.InAsync(s => s.GetRequiredService<SaveFair>().RunAsync(
            new SaveFairRequest(null, 0, "新厂开工", county.Today.AddDays(3), "广场", [licensed], new PeopleChoice { SettlementIds = [market.SettlementId] }, 3), default), PlansOfMarket.ScopeOf(market));

        (await AskAsync(market, DemandScope.Everything)).MorePeople.ShouldBe(0, "there is other work for everybody");
        foreach (var plant in (DemandScope[])[DemandScope.OfPostings([licensed], 0), new() { FairId = fair.Value }, new() { Kind = PostingKind.Enterprise }])
        {
            var row = await AskAsync(market, plant);
            (row.MorePeople, row.MoreLicensed, row.PostingIds.Single()).ShouldBe((2, 2, licensed), plant.Query);
            (row.PointsOfWanting, row.MorePoints).ShouldBe((row.Gained.Sum(), row.Gained.Sum()));
        }

        var best = (await AskAsync(market, DemandScope.OfPostings([licensed], 0))).Gained.Max();
        (await AskAsync(market, DemandScope.OfPostings([licensed], best + 1))).MorePeople.ShouldBe(0, "no fit is that good");
        // Each question has its own answer, found again by its address.
        var view = await county.InAsync(s => s.GetRequiredService<TrainingDemandView>().NewestAsync(DemandScope.Read($"postings-{licensed}", 0), default), PlansOfMarket.ScopeOf(market));
        view!.Demand.Single().MorePeople.ShouldBe(2);
        (await county.InAsync(s => s.GetRequiredService<TrainingDemandView>().NewestAsync(new() { Kind = PostingKind.Gig }, default), PlansOfMarket.ScopeOf(market))).ShouldBeNull();
        (await county.InAsync(s => s.GetRequiredService<AskTrainingDemand>().RunAsync(new() { FairId = 999 }, 3, default), PlansOfMarket.ScopeOf(market))).Refusals.ShouldBe([Refusal.NotFound]);
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_in_a_class_counts_as_having_passed_it_and_is_told(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var licensed = await AddLicensedAsync(market, 2);
        var people = new List<long>();
        foreach (var _ in Enumerable.Range(0, 2)) people.Add(await market.AddWorkerAsync());
        await WantAsync(county);
        var scope = PlansOfMarket.ScopeOf(market);
        var plant = DemandScope.OfPostings([licensed], 0);
        (await AskAsync(market, plant)).MorePeople.ShouldBe(2);
        (await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(new(Electrician, new TrainingClassTerms("", 5, county.Today.AddDays(7), null), [], [people[0]], 3), default), scope)).IsDone.ShouldBeTrue();

        var shown = (await county.InAsync(s => s.GetRequiredService<TrainingDemandView>().OfKindAsync(Electrician, plant, default), scope))!;
        shown.People.Select(p => (p.Person.Id, p.Attends != null)).ShouldBe([(people[0], true), (people[1], false)], ignoreOrder: true);
        var after = await AskAsync(market, plant);
        (after.Wanting, after.MorePeople, after.PersonIds.Single()).ShouldBe((1, 1, people[1]));
    }

    [Theory, OnEachDatabase]
    public async Task Classes_opened_since_with_other_people_or_called_off_make_an_answer_old(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county, vacancies: 1);
        var licensed = await AddLicensedAsync(market, 2);
        var people = new List<long>();
        foreach (var _ in Enumerable.Range(0, 2)) people.Add(await market.AddWorkerAsync());
        await WantAsync(county);
        var (scope, plant) = (PlansOfMarket.ScopeOf(market), DemandScope.OfPostings([licensed], 0));
        var terms = new TrainingClassTerms("", 5, county.Today.AddDays(7), null);
        await AskAsync(market, plant);
        (await SinceAsync()).ShouldBe(0);
        county.Clock.Advance(TimeSpan.FromMinutes(1));
        var opened = await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(new(Electrician, terms, [], [people[0]], 3), default), scope);
        (await SinceAsync()).ShouldBe(1);
        await AskAgainAsync();
        (await county.InAsync(s => s.GetRequiredService<AddToTrainingClass>().RunAsync(new(opened.Value, [people[1]]), default), scope)).IsDone.ShouldBeTrue();
        (await SinceAsync()).ShouldBe(1);
        await AskAgainAsync();
        await CorrectAsync(people);
        (await SinceAsync()).ShouldBe(0, "another place changes no figure");
        await CorrectAsync([people[0]]);
        (await SinceAsync()).ShouldBe(1, "somebody was taken out");
        await AskAgainAsync();
        var version = await VersionOf();
        (await county.InAsync(s => s.GetRequiredService<ChangeTrainingClass>().CancelAsync(opened.Value, version, default), scope)).IsDone.ShouldBeTrue();
        (await SinceAsync()).ShouldBe(1);
        (await SinceAsync(Scope.OfSettlements([market.SettlementId + 77]))).ShouldBe(0, "none of theirs");

        Task<int> VersionOf() => county.OnDbAsync(db => db.Set<TrainingClass>().Select(c => c.Version).SingleAsync());
        async Task CorrectAsync(IReadOnlyList<long> stay)
        {
            var before = await VersionOf();
            var request = new CorrectTrainingClassRequest(opened.Value, before, terms with { Place = $"{before} 楼" }, stay, 3);
            (await county.InAsync(s => s.GetRequiredService<ChangeTrainingClass>().CorrectAsync(request, default), scope)).IsDone.ShouldBeTrue();
        }

        async Task AskAgainAsync()
        {
            county.Clock.Advance(TimeSpan.FromMinutes(1));
            await county.InAsync(s => s.GetRequiredService<AskTrainingDemand>().RunAsync(plant, 3, default), scope);
            await county.Services.GetRequiredService<PlanWorker>().DrainAsync();
            county.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Task<int> SinceAsync(Scope? of = null) => county.InAsync(
            async s => await s.GetRequiredService<TrainingDemandView>().ClassesSinceAsync(await s.GetRequiredService<JobMatchDbContext>().Set<PlacementPlan>().IgnoreQueryFilters().AsNoTracking().OrderBy(p => p.Id).LastAsync(), default), of ?? scope);
    }

    [Theory]
    [InlineData("", 0, "of=all")]
    [InlineData("all", 0, "of=all")]
    [InlineData("fair-7", 60, "of=fair-7&least=60")]
    [InlineData("kind-Enterprise", 0, "of=kind-Enterprise")]
    [InlineData("postings-9.4.9", 0, "of=postings-4.9")]
    [InlineData("postings-x.-3", 0, "of=all")]
    [InlineData("kind-99", 500, "of=all&least=100")]
    [InlineData("fair-", -4, "of=all")]
    public void A_question_is_read_from_its_address_and_stands_there_in_one_way(string of, int least, string query) => DemandScope.Read(of, least).Query.ShouldBe(query);

    private static async Task<TrainingDemandRow> AskAsync(Market market, DemandScope of)
    {
        var asked = await market.County.InAsync(s => s.GetRequiredService<AskTrainingDemand>().RunAsync(of, 3, default), PlansOfMarket.ScopeOf(market));
        (await market.County.Services.GetRequiredService<PlanWorker>().DrainAsync()).ShouldBe(1);
        return (await market.County.OnDbAsync(db => db.Set<PlacementPlan>().SingleAsync(p => p.Id == asked.Value))).Demand.ShouldHaveSingleItem();
    }

    /// <summary>Posts that nobody may begin without the certificate.</summary>
    private static Task<long> AddLicensedAsync(Market market, int vacancies) => market.County.OnDbAsync(async db =>
    {
        var posting = Some.Posting(market.EmployerId, "电工", PostingKind.Enterprise, vacancies, market.SettlementId);
        posting.Certificates.Add(new PostingCertificate { KindId = Certificate, Timing = CertificateTiming.NeededToApply });
        posting.Submit(employerVerified: true, TestCounty.Start.UtcDateTime);
        db.Add(posting);
        await db.SaveChangesAsync();
        return posting.Id;
    });

    private static Task WantAsync(TestCounty county) => county.OnDbAsync(async db =>
    {
        foreach (var worker in await db.Set<Worker>().ToListAsync()) worker.RecordWishes(new WorkWishes { TrainingKindIds = [Electrician] }, new FactCheck(FactSource.Station, county.Today));
        await db.SaveChangesAsync();
    });
}
