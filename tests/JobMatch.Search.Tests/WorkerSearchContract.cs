using System.Text.Json;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>Workers: whom every engine finds, for whom, and what it must not know.</summary>
public abstract class WorkerSearchContract<TEngine>(HandMadeCounty<TEngine> county) : WorkersOfEngine<TEngine>(county) where TEngine : ISearchEngine, new()
{
    [Fact]
    public async Task The_system_finds_all_the_living() => (await IdsAsync(new())).ShouldBe([People.Guilan, People.Jianguo, People.Chengdong], ignoreOrder: true);

    [Fact]
    public async Task Nobody_employers_and_stations_without_settlements_find_nobody()
    {
        foreach (var scope in new[] { Scope.Nobody, Scope.OfEmployer(County.Employer), Scope.OfSettlements([]), Scope.OfSettlements([99_999]) })
        {
            var hits = await FindAsync(new(), scope);
            hits.Total.ShouldBe(0);
            hits.Page.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_station_finds_its_own_settlement_even_when_it_asks_for_another()
    {
        var station = Scope.OfSettlements([County.Xingfuli]);
        (await IdsAsync(new(), station)).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
        (await FindAsync(new(), station)).Total.ShouldBe(2);
        (await IdsAsync(new() { SettlementId = County.Chengdong }, station)).ShouldBeEmpty();
        (await IdsAsync(new() { SettlementId = County.Xingfuli }, station)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_resident_finds_herself_alone() => (await IdsAsync(new(), Scope.Herself(People.Jianguo, 1))).ShouldBe([People.Jianguo]);

    [Fact]
    public async Task Groups_filter()
    {
        await County.County.OnDbAsync(async db =>
        {
            (await db.Set<Worker>().Include(w => w.Hardships).SingleAsync(w => w.Id == People.Jianguo)).Hardships.Add(new HardshipAssessment { SettlementId = County.Xingfuli, Group = HardshipGroup.Disabled, From = County.County.Today.AddDays(-10) });
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await IdsAsync(new() { Groups = [HardshipGroup.Disabled] })).ShouldBe([People.Jianguo]);
        (await IdsAsync(new() { Groups = [HardshipGroup.Disabled, HardshipGroup.RegisteredPoor] })).ShouldBe([People.Jianguo]);
        (await IdsAsync(new() { Groups = [HardshipGroup.RegisteredPoor] })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Years_of_birth_and_schooling_filter_and_what_is_not_known_is_in_none()
    {
        await County.County.OnDbAsync(async db =>
        {
            (await db.Set<Person>().SingleAsync(p => p.Id == People.Jianguo)).BirthDate = new DateOnly(1970, 12, 31);
            var check = new FactCheck(FactSource.Station, County.County.Today);
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Jianguo)).RecordEducation(Education.SeniorMiddle, Mandarin.Unknown, check);
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Chengdong)).RecordEducation(Education.Unknown, Mandarin.Unknown, check);
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await IdsAsync(new() { Born = new(1985, null) })).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true);
        (await IdsAsync(new() { Born = new(1986, null) })).ShouldBeEmpty();
        (await IdsAsync(new() { Born = new(null, 1970) })).ShouldBe([People.Jianguo]);
        (await IdsAsync(new() { Born = new(null, 1969) })).ShouldBeEmpty();
        (await IdsAsync(new() { Born = new(1970, 1984) })).ShouldBe([People.Jianguo]);
        (await IdsAsync(new() { Schooling = [Education.JuniorMiddle, Education.SeniorMiddle] })).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
        (await IdsAsync(new() { Schooling = [Education.SeniorMiddle], Born = new(1985, null) })).ShouldBeEmpty();
        (await IdsAsync((await UnderstoodAsync("高中以上 在岗")).Apply(new()))).ShouldBe([People.Jianguo]);
    }

    [Fact]
    public async Task Mandarin_is_asked_by_its_level()
    {
        await County.County.OnDbAsync(async db =>
        {
            var check = new FactCheck(FactSource.Station, County.County.Today);
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Guilan)).RecordEducation(Education.JuniorMiddle, Mandarin.Fluent, check);
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Jianguo)).RecordEducation(Education.JuniorMiddle, Mandarin.Conversational, check);
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Chengdong)).RecordEducation(Education.JuniorMiddle, Mandarin.Simple, check);
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        foreach (var (said, who) in new (string, long[])[]
        {
            ("普通话好", [People.Guilan]), ("会说普通话的", [People.Guilan, People.Jianguo]), ("听得懂普通话", [People.Guilan, People.Jianguo, People.Chengdong]), ("不会说普通话", [People.Chengdong]), ("听不懂普通话", []),
        }) (await IdsAsync((await UnderstoodAsync(said)).Apply(new()))).ShouldBe(who, ignoreOrder: true, said);
    }

    [Fact]
    public async Task Skills_certificates_and_trainings_filter_by_what_holds_today()
    {
        (await IdsAsync(new() { SkillIds = [HandMadePeople.ForkliftSkill] })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { CertificateKindIds = [HandMadePeople.HealthCertificate] })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { TrainingKindIds = [HandMadePeople.SewingTraining] })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { SkillIds = [HandMadePeople.ForkliftSkill, 777] })).ShouldBeEmpty();
        (await IdsAsync(new() { OccupationIds = [4090801, 777] })).ShouldBe([People.Guilan]);
    }

    [Fact]
    public async Task Work_and_capacity_filter()
    {
        (await IdsAsync(new() { WithoutWork = false })).ShouldBe([People.Jianguo]);
        (await IdsAsync(new() { WithoutWork = true })).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true);
        (await IdsAsync(new() { Capacities = [LabourCapacity.Skilled] })).ShouldBeEmpty();
        (await IdsAsync(new() { Capacities = [LabourCapacity.Ordinary, LabourCapacity.Skilled] })).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Pages_join()
    {
        var whole = await IdsAsync(new());
        var parts = new List<long>();
        for (var page = 0; page < 3; page++) parts.AddRange(await IdsAsync(new() { Page = page, PageSize = 1 }));
        parts.ShouldBe(whole);
    }

    [Fact]
    public async Task Pages_behind_the_last_hit_join()
    {
        var whole = await FindAsync(new() { Words = "缝纫" }, Scope.System);
        whole.Total.ShouldBe(2);
        var first = await FindAsync(new() { Words = "缝纫", PageSize = 1 }, Scope.System);
        var second = await FindAsync(new() { Words = "缝纫", PageSize = 1, After = first.Next }, Scope.System);
        first.Page.Concat(second.Page).Select(h => h.Id).ShouldBe(whole.Page.Select(h => h.Id));
        second.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Need_filters_and_orders_and_follows_the_household()
    {
        // 韦桂兰's husband works; 陆小妹 lives alone without work.
        (await IdsAsync(new()))[0].ShouldBe(People.Chengdong);
        (await IdsAsync(new() { Needs = [WorkerNeed.ZeroEmployment] })).ShouldBe([People.Chengdong]);
        (await FindAsync(new() { SettlementId = County.Chengdong }, Scope.System)).Page.Single().Need.ShouldBe(WorkerNeed.ZeroEmployment);
        await County.County.OnDbAsync(async db =>
        {
            (await db.Set<EmploymentSpells.EmploymentSpell>().SingleAsync(s => s.PersonId == People.Jianguo)).Finish(County.County.Today.AddDays(-1), EmploymentSpells.SpellEndReason.Quit);
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await IdsAsync(new() { Needs = [WorkerNeed.ZeroEmployment] })).ShouldContain(People.Guilan);
    }

    [Theory]
    [InlineData(HandMadePeople.Name)]
    [InlineData(HandMadePeople.Husband)]
    [InlineData(HandMadePeople.Phone)]
    [InlineData("2233")]
    [InlineData(HandMadePeople.IdNumber)]
    [InlineData("7号楼")]
    [InlineData("2单元301")]
    [InlineData("王师傅")]
    public async Task What_identifies_a_person_finds_nobody_and_is_in_no_document(string secret)
    {
        (await IdsAsync(new() { Words = secret })).ShouldBeEmpty();
        var documents = await County.County.Services.GetRequiredService<DocumentReader>().WorkersAsync([People.Guilan, People.Jianguo, People.Chengdong], CancellationToken.None);
        documents.Count.ShouldBe(3);
        var written = JsonSerializer.Serialize(documents, SearchJson.Readable);
        written.ShouldContain("想在家门口做手工");
        written.ShouldNotContain(secret);
        foreach (var hit in (await FindAsync(new() { Words = "手工" }, Scope.System)).Page)
            string.Concat(hit.Snippet.Select(p => p.Text)).ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_worker_who_moves_is_found_by_the_other_station()
    {
        await County.County.OnDbAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Guilan)).SettlementId = County.Chengdong;
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await IdsAsync(new(), Scope.OfSettlements([County.Xingfuli]))).ShouldBe([People.Jianguo]);
        (await IdsAsync(new(), Scope.OfSettlements([County.Chengdong]))).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true);
    }
}
