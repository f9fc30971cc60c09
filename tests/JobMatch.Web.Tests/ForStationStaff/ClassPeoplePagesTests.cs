using System.Net;
using JobMatch.Fairs;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>People for a class that is there, from its own page and from the demand; whose order it is.</summary>
public sealed class ClassPeoplePagesTests : ClerkAtPlans
{
    [Fact]
    public async Task People_are_added_to_a_class_from_its_page_and_it_names_whose_order_it_is()
    {
        var page = await OpenAsync(seats: 2);
        var shown = await Clerk.ReadAsync(page);
        foreach (var words in new[] { "订单单位", "幸福里社区工厂", "缝纫工（书包加工）", page + "/people", "1 人，名额 2" }) shown.ShouldContain(words);
        (await Clerk.ReadAsync("/station/training")).ShouldContain("幸福里社区工厂");

        var add = await Clerk.ReadAsync(page + "/people");
        add.ShouldContain("还有 1 个名额");
        add.ShouldNotContain($"name=\"Form.PersonIds\" value=\"{County.ManId}\"", Case.Sensitive, "he is in it");
        var found = await PostAsync(page + "/people", ("who", "王秀"), ("look", "true"));
        found.ShouldContain($"name=\"Form.PersonIds\" value=\"{County.WomanId}\"");
        (await PostAsync(page + "/people", ("who", "李建国"), ("look", "true"))).ShouldContain("已经在这种培训的班里：李建国");
        (await PostAsync(page + "/people")).ShouldContain("请至少选一个人");
        using (var joined = await Clerk.PostAsync(page + "/people", page + "/people", ("Form.PersonIds", Text(County.WomanId)))) joined.Headers.Location!.OriginalString.ShouldBe(page);
        var full = await Clerk.ReadAsync(page);
        foreach (var words in new[] { "王秀英", "已加 1 人", "2 人，名额 2" }) full.ShouldContain(words);
        full.ShouldNotContain(page + "/people");
        using var closed = await Clerk.GetAsync(page + "/people");
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var far = await Clerk.PostAsync(page, page + "/people", ("Form.PersonIds", Text(County.UnknownCapacityId)));
        far.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_demand_page_lets_those_picked_join_a_class_with_free_seats()
    {
        await WishAsync(County.WomanId, County.ManId);
        using (await Clerk.PostAsync("/station/training", "/station/training/run")) await DoneAsync();
        (await Clerk.ReadAsync("/station/training/demand/1")).ShouldNotContain("name=\"classId\"", Case.Sensitive, "there is no class");
        var page = await OpenAsync(seats: 2);
        var id = await InAsync(db => db.Set<TrainingClass>().Select(c => c.Id).SingleAsync());
        var demand = await Clerk.ReadAsync("/station/training/demand/1");
        demand.ShouldContain($"<option value=\"{id}\"");
        demand.ShouldContain("还有 1 个名额");
        (await PostAsync("/station/training/demand/1/join", "/station/training/demand/1", ("classId", Text(id)))).ShouldContain("请至少选一个人");
        using var joined = await Clerk.PostAsync("/station/training/demand/1", "/station/training/demand/1/join", ("classId", Text(id)), ("Form.PersonIds", Text(County.WomanId)));
        joined.Headers.Location!.OriginalString.ShouldBe(page);
        (await InAsync(db => db.Set<TrainingRecord>().CountAsync(t => t.ClassId == id && t.Result == TrainingResult.Attending))).ShouldBe(2);
        (await Clerk.ReadAsync("/station/training/demand/1")).ShouldNotContain("name=\"classId\"", Case.Sensitive, "it is full");
    }

    private Task<string> PostAsync(string to, params (string, string)[] fields) => PostAsync(to, to, fields);

    private async Task<string> PostAsync(string to, string page, params (string, string)[] fields)
    {
        using var answer = await Clerk.PostAsync(page, to, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, answer.Headers.Location?.OriginalString);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>An order-based class with the man in it.</summary>
    private async Task<string> OpenAsync(int seats)
    {
        var opened = await InAsync((services, _) => OpenInScopeAsync(services, seats));
        return $"/station/training/classes/{opened}";
    }

    private async Task<long> OpenInScopeAsync(IServiceProvider services, int seats)
    {
        services.GetRequiredService<JobMatch.Data.CurrentScope>().Use(JobMatch.Data.Scope.OfSettlements([County.Settlement.Id]));
        var terms = new TrainingClassTerms("缝纫订单班", seats, new DateOnly(2099, 1, 5), null);
        var opened = await services.GetRequiredService<OpenTrainingClass>().RunAsync(new OpenTrainingClassRequest(1, terms, [County.SewingId], [County.ManId], County.StaffAccountId), default);
        opened.Refusals.ShouldBeEmpty();
        return opened.Value;
    }

    private Task<int> WishAsync(params long[] people) => InAsync(async db =>
    {
        foreach (var worker in await db.Set<Worker>().Where(w => people.Contains(w.Id)).ToListAsync()) worker.RecordWishes(new WorkWishes { TrainingKindIds = [1] }, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
        return await db.SaveChangesAsync();
    });
}
