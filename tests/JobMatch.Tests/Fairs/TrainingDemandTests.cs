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

        var scope = PlacementPlanTests.ScopeOf(market);
        var asked = await county.InAsync(s => s.GetRequiredService<AskTrainingDemand>().RunAsync(3, default), scope);
        (await county.Services.GetRequiredService<PlanWorker>().DrainAsync()).ShouldBe(1);
        var row = (await county.OnDbAsync(db => db.Set<PlacementPlan>().SingleAsync(p => p.Id == asked.Value))).Demand.ShouldHaveSingleItem();
        (row.KindId, row.Wanting, row.MorePeople, row.MoreHouseholds, row.NewlyPlaced).ShouldBe((Electrician, 3, 2, 2, 2));
        row.PersonIds.ShouldBe(people, ignoreOrder: true);
        row.PostingIds.ShouldBe([market.PostingId]);
        row.Then.ShouldBe([market.PostingId, market.PostingId, 0]);
        row.Gained[0].ShouldBeGreaterThan(0);
        (row.Gained[0] + row.Gained[1], row.Gained[2]).ShouldBe(((int)row.MorePoints, 0));
        var shown = (await county.InAsync(s => s.GetRequiredService<TrainingDemandView>().OfKindAsync(Electrician, default), scope))!;
        shown.People.Select(p => (p.WouldBePlaced, p.Then?.Id, p.Gained)).ShouldBe([(true, market.PostingId, row.Gained[0]), (true, market.PostingId, row.Gained[1]), (false, null, 0)]);

        var request = new OpenTrainingClassRequest(Electrician, "", market.EmployerId, market.PostingId, 2, county.Today.AddDays(7), null, row.PersonIds, 3);
        (await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(request, default), scope)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.TooFewSeats");
        var opened = await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(request with { Seats = 20, PersonIds = [.. row.PersonIds.Take(2)] }, default), scope);
        opened.Refusals.ShouldBeEmpty();
        var records = await county.OnDbAsync(db => db.Set<TrainingRecord>().Where(t => t.ClassId == opened.Value).ToListAsync());
        records.Select(t => (t.PersonId, t.Form, t.Result)).ShouldBe(row.PersonIds.Take(2).Select(p => (p, TrainingForm.OrderBased, TrainingResult.Attending)), ignoreOrder: true);
        (await county.InAsync(s => s.GetRequiredService<OpenTrainingClass>().RunAsync(request with { Seats = 20 }, default), scope)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Training.AttendsAlready");

        var year = await county.InAsync(s => s.GetRequiredService<TrainingYearView>().ReadAsync(county.Today.Year, null, default), scope);
        year.Count.ShouldBe(3);
        year.Count(r => r.ThisYear.Count == 1 && r.Wanted.Count == 0).ShouldBe(2);
        year.Single(r => r.ThisYear.Count == 0).Wanted.ShouldBe([Electrician]);
        (await county.InAsync(s => s.GetRequiredService<TrainingYearView>().ReadAsync(county.Today.Year, null, default), Scope.OfSettlements([market.SettlementId + 77]))).ShouldBeEmpty();
    }
}
