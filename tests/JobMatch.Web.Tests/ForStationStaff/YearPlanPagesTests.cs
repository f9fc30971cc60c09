using System.Text.RegularExpressions;
using JobMatch.TestKit;
using JobMatch.Workers;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>The year's training plan over HTTP.</summary>
public sealed class YearPlanPagesTests : ClerkAtDesk
{
    [Fact]
    public async Task The_years_plan_comes_a_page_of_households_at_a_time()
    {
        await InAsync(async db =>
        {
            for (var i = 0; i < 30; i++)
            {
                var household = Some.Household(County.Settlement.Id);
                var person = Some.Person($"张{i:D3}", 1990);
                person.SettlementId = County.Settlement.Id;
                household.Members.Add(person);
                db.Add(household);
                await db.SaveChangesAsync();
                var worker = Some.Worker(person);
                worker.RecordWishes(new WorkWishes { TrainingKindIds = [1] }, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
                db.Add(worker);
            }

            return await db.SaveChangesAsync();
        });
        var (first, second) = (await Clerk.ReadAsync("/station/training/year"), await Clerk.ReadAsync("/station/training/year?page=2"));
        Enumerable.Range(0, 30).ShouldAllBe(i => first.Contains($">张{i:D3}<", StringComparison.Ordinal) != second.Contains($">张{i:D3}<", StringComparison.Ordinal));
        Regex.Count(first, ">张\\d{3}<").ShouldBe(25);
        first.ShouldContain("/station/training/year?year=2026&all=true", Case.Sensitive, "what is printed is everybody, not the first page");
        Regex.Count(await Clerk.ReadAsync("/station/training/year?all=true"), ">张\\d{3}<").ShouldBe(30);
        Regex.Count(await Clerk.ReadAsync("/station/training/year?all=true&kind=2"), ">张\\d{3}<").ShouldBe(0);
        Regex.Count(await Clerk.ReadAsync("/station/training/year?all=true&kind=1"), ">张\\d{3}<").ShouldBe(30);
    }
}
