using JobMatch.Data;
using JobMatch.TestKit;
using JobMatch.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Data;

/// <summary>Classes of before a class could be ordered for several postings keep the one that they were for.</summary>
public class ClassOrderMigrationTests
{
    private const string Before = "TrainingClassPeople";

    [Theory, OnEachDatabase]
    public async Task A_class_keeps_its_order_when_the_database_is_brought_up_and_back(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var (ordered, free) = (await county.AddAsync(ClassFor(market, TrainingForm.OrderBased, market.PostingId)), await county.AddAsync(ClassFor(market, TrainingForm.PreJob)));

        await MigrateAsync(county, Before);
        (await county.OnDbAsync(db => db.Database.SqlQuery<long?>($"""select "EmployerId" as "Value" from "TrainingClass" order by "Id" """).ToListAsync())).ShouldBe([market.EmployerId, null]);
        await MigrateAsync(county, null);
        (await county.OnDbAsync(db => db.Set<TrainingClass>().SingleAsync(c => c.Id == ordered.Id))).PostingIds.ShouldBe([market.PostingId]);
        (await county.OnDbAsync(db => db.Set<TrainingClass>().SingleAsync(c => c.Id == free.Id))).PostingIds.ShouldBeEmpty();
    }

    private static TrainingClass ClassFor(Market market, TrainingForm form, params long[] postings) => new()
    {
        SettlementId = market.SettlementId, KindId = 1, Title = "缝纫工培训", Form = form, PostingIds = postings, Seats = 20, From = market.County.Today, MadeBy = 1, MadeAt = TestCounty.Start.UtcDateTime,
    };

    private static Task<bool> MigrateAsync(TestCounty county, string? to) => county.OnDbAsync(async db =>
    {
        await db.GetService<IMigrator>().MigrateAsync(to);
        return true;
    });
}
