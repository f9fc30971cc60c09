using System.Net;
using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.TestKit;
using JobMatch.Training;
using JobMatch.Web.Shared.Sheets;
using JobMatch.Web.Tests.Shared.Sheets;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>The year's training plan as a workbook: what the page shows, nobody of another station, written down who took it along.</summary>
public sealed class YearExportTests : ClerkAtDesk
{
    [Fact]
    public async Task The_workbook_holds_the_rows_filter_and_totals_of_the_page()
    {
        await WishAsync(County.WomanId, 1);
        await WishAsync(County.ManId, 1, 2);
        await WishAsync(County.UnknownCapacityId, 1);
        await InAsync(async db =>
        {
            db.Add(new TrainingRecord { PersonId = County.ManId, SettlementId = County.Settlement.Id, KindId = 3, Title = "=夜校", Form = TrainingForm.PreJob, From = Today, Result = TrainingResult.Attending });
            return await db.SaveChangesAsync();
        });
        var page = await Clerk.ReadAsync($"/station/training/year?year={Today.Year}");
        page.ShouldContain($"/station/training/year/export?year={Today.Year}\"");
        (await Clerk.ReadAsync($"/station/training/year?year={Today.Year}&kind=2")).ShouldContain($"/station/training/year/export?year={Today.Year}&kind=2\"");

        var (people, totals) = await ReadAsync($"/station/training/year/export?year={Today.Year}");
        people.Skip(1).Select(row => row.ElementAtOrDefault(3)).ShouldBe(["王秀英", "李建国", "李建国", "李建国", null], "each training of two people and the sum, nobody of another station");
        people.Skip(1).SkipLast(1).Select(row => (row[6], row[7])).ShouldBe([("缝纫工培训", "待安排"), ("'=夜校", "正在学"), ("缝纫工培训", "待安排"), (people[4][6], "待安排")], "what somebody typed is no formula; who attends one class still waits for the others");
        people[4][6].ShouldNotBe(people[3][6]);
        people[^1][0].ShouldBe("1 户，2 人：1 人有班，2 人有想学的还没安排");
        totals.Skip(1).Select(row => (int.Parse(row[1]), int.Parse(row[2]))).ShouldBe([(2, 0), (1, 0), (0, 1)], ignoreOrder: true);

        var (some, all) = await ReadAsync($"/station/training/year/export?year={Today.Year}&kind=2");
        some.Skip(1).Select(row => row.ElementAtOrDefault(3)).ShouldBe(["李建国", null]);
        some[1][6].ShouldBe(people[4][6], "of the training asked for alone");
        some[^1][0].ShouldBe("1 户，1 人：0 人有班，1 人有想学的还没安排");
        all.Count.ShouldBe(totals.Count, "totals are of the year, as on the page");
        people.Concat(some).SelectMany(row => row).ShouldNotContain(cell => cell.Contains("529901", StringComparison.Ordinal) || cell.Contains("赵小花", StringComparison.Ordinal));

        var logged = await InAsync(db => db.Set<AuditEntry>().Where(a => a.Action == AuditAction.Exported).OrderBy(a => a.Id).ToListAsync());
        logged.Select(a => (a.AccountId, a.Subject, a.SubjectId, a.Detail)).ShouldBe(
            [(County.StaffAccountId, AuditSubject.Settlement, County.Settlement.Id, $"training-year {Today.Year} kind all people 2"), (County.StaffAccountId, AuditSubject.Settlement, County.Settlement.Id, $"training-year {Today.Year} kind 2 people 1")]);
    }

    [Fact]
    public async Task Only_staff_take_it_along()
    {
        var supervisor = await DeskVisitor.SignInAsync(Site, SmallCounty.SupervisorName);
        using var answer = await supervisor.GetAsync("/station/training/year/export");
        answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await InAsync(db => db.Set<AuditEntry>().AnyAsync(a => a.Action == AuditAction.Exported))).ShouldBeFalse();
    }

    private static DateOnly Today => TimeProvider.System.Today();

    private async Task<(List<List<string>> People, List<List<string>> Totals)> ReadAsync(string url)
    {
        using var answer = await Clerk.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Workbook.ContentType);
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"{Today.Year}年培训计划.xlsx");
        var tabs = ReadWorkbook.Of(await answer.Content.ReadAsByteArrayAsync());
        tabs.Count.ShouldBe(2);
        return (tabs[0].Rows, tabs[1].Rows);
    }

    private Task<int> WishAsync(long person, params int[] kinds) => InAsync(async db =>
    {
        (await db.Set<Worker>().SingleAsync(w => w.Id == person)).RecordWishes(new WorkWishes { TrainingKindIds = kinds }, new FactCheck(FactSource.Station, Today));
        return await db.SaveChangesAsync();
    });
}
