using System.Text.RegularExpressions;
using JobMatch.Data;
using JobMatch.TestKit;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>The year's training plan over HTTP.</summary>
public sealed class YearPlanPagesTests : ClerkAtDesk
{
    [Fact]
    public async Task Who_has_one_class_and_waits_for_another_is_told_and_counted_with_both()
    {
        var today = TimeProvider.System.Today();
        await InAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.ManId)).RecordWishes(new WorkWishes { TrainingKindIds = [1, 2] }, new FactCheck(FactSource.Station, today));
            db.Add(new TrainingRecord { PersonId = County.ManId, SettlementId = County.Settlement.Id, KindId = 1, Title = "缝纫工培训", Form = TrainingForm.PreJob, From = today, Result = TrainingResult.Passed });
            return await db.SaveChangesAsync();
        });
        const string count = "1 户，1 人：1 人有班，1 人有想学的还没安排";
        var page = await Clerk.ReadAsync("/station/training/year");
        page.ShouldContain(count);
        var lines = Regex.Match(page, ">李建国<.*?</tr>", RegexOptions.Singleline).Value;
        lines.ShouldContain("缝纫工培训");
        lines.ShouldContain("待安排");
        page.ShouldContain("两边都算");
        (await Clerk.ReadAsync("/station/training/year?kind=1")).ShouldContain("1 户，1 人：1 人有班，0 人有想学的还没安排");

        var supervisor = await DeskVisitor.SignInAsync(Site, SmallCounty.SupervisorName);
        var county = await supervisor.ReadAsync("/county/training/year");
        county.ShouldContain(count);
        Regex.Match(county, $"/county/training/year/{Text(County.Settlement.Id)}\\?.*?</tr>", RegexOptions.Singleline).Value.ShouldContain("""<td class="num">1</td><td class="num">1</td><td class="num">1</td><td class="num">1</td>""", Case.Sensitive, "households, people, in a class, waiting");
        (await supervisor.ReadAsync($"/county/training/year/{Text(County.Settlement.Id)}")).ShouldContain("待安排");
    }

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
