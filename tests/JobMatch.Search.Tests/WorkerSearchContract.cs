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
public abstract class WorkerSearchContract<TEngine>(HandMadeCounty<TEngine> county) : IClassFixture<HandMadeCounty<TEngine>>, IAsyncLifetime where TEngine : ISearchEngine, new()
{
    private HandMadeCounty<TEngine> _county = null!;

    protected HandMadeCounty<TEngine> County => _county;

    private protected HandMadePeople People { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _county = await county.AnotherAsync();
        People = await HandMadePeople.AddAsync(_county.County, _county.Xingfuli, _county.Chengdong);
        await _county.CatchUpAsync();
    }

    public async Task DisposeAsync() => await _county.DisposeAsync();

    [Fact]
    public async Task The_system_finds_all_the_living() => (await IdsAsync(new())).ShouldBe([People.Guilan, People.Jianguo, People.Chengdong], ignoreOrder: true);

    [Fact]
    public async Task Nobody_employers_and_stations_without_settlements_find_nobody()
    {
        foreach (var scope in new[] { Scope.Nobody, Scope.OfEmployer(_county.Employer), Scope.OfSettlements([]), Scope.OfSettlements([99_999]) })
        {
            var hits = await FindAsync(new(), scope);
            hits.Total.ShouldBe(0);
            hits.Page.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_station_finds_its_own_settlement_even_when_it_asks_for_another()
    {
        var station = Scope.OfSettlements([_county.Xingfuli]);
        (await IdsAsync(new(), station)).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
        (await FindAsync(new(), station)).Total.ShouldBe(2);
        (await IdsAsync(new() { SettlementId = _county.Chengdong }, station)).ShouldBeEmpty();
        (await IdsAsync(new() { SettlementId = _county.Xingfuli }, station)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_resident_finds_herself_alone() => (await IdsAsync(new(), Scope.Herself(People.Jianguo, 1))).ShouldBe([People.Jianguo]);

    [Fact]
    public async Task Words_find_trainings_places_of_work_and_wishes()
    {
        (await IdsAsync(new() { Words = "缝纫技能" })).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true);
        (await IdsAsync(new() { Words = "东莞 手工" })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { Words = "水泥厂" })).ShouldBe([People.Jianguo]);
    }

    [Fact]
    public async Task A_sentence_is_asked_by_what_it_says()
    {
        (await IdsAsync(new() { Words = "会缝纫 在制衣厂做过" })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { Words = "会缝纫 想去制衣厂" })).ShouldBeEmpty();
        (await IdsAsync(new() { Words = "我会缝纫技能" })).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true);
        (await IdsAsync(new() { Words = "会缝纫 想去车间" })).ShouldBeEmpty();
        await County.County.OnDbAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Chengdong)).RecordWishes(new WorkWishes { Words = "白天上班的车间" }, new FactCheck(FactSource.Self, County.County.Today));
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await IdsAsync(new() { Words = "会缝纫 想去车间" })).ShouldBe([People.Chengdong]);
    }

    /// <summary>Dongguan lies in Guangdong: who worked there worked in the province, and who would go anywhere in it would go there.</summary>
    [Fact]
    public async Task A_province_is_its_cities_too()
    {
        (await IdsAsync(new() { Words = "在广东打过工的" })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { Words = "广东省" })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { Words = "浙江" })).ShouldBeEmpty();
        await County.County.OnDbAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Chengdong)).RecordWishes(new WorkWishes { RegionCodes = [440000] }, new FactCheck(FactSource.Self, County.County.Today));
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Jianguo)).RecordWishes(new WorkWishes { RegionCodes = [330200] }, new FactCheck(FactSource.Self, County.County.Today));
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await IdsAsync(new() { Words = "想去广东的" })).ShouldBe([People.Chengdong]);
        (await IdsAsync(new() { Words = "在广东打过工的" })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { Words = "广东" })).ShouldBe([People.Guilan, People.Chengdong]);
        (await IdsAsync(new() { Words = "想去深圳" })).ShouldBe([People.Chengdong]);
        (await IdsAsync(new() { Words = "想去浙江打工" })).ShouldBe([People.Jianguo]);
        (await IdsAsync(new() { Words = "宁波" })).ShouldBe([People.Jianguo]);
    }

    /// <summary>Whoever only wishes to sew cannot sew.</summary>
    [Fact]
    public async Task What_somebody_can_and_what_she_wishes_are_asked_apart()
    {
        await RecordAsync(People.Jianguo, w => w.RecordWishes(new WorkWishes { OccupationIds = [6050103], TrainingKindIds = [12], RegionCodes = [440000], Words = "腰不好" }, new FactCheck(FactSource.Self, County.County.Today)));
        await RecordAsync(People.Chengdong, w => w.Skills.Add(new WorkerSkill { SkillId = 81, SettlementId = County.Chengdong, Level = SkillLevel.CanDo }));
        foreach (var can in new[] { "会缝纫", "做过缝纫", "懂缝纫", "会缝纫的人", "会 缝纫" }) (await IdsAsync(new() { Words = can })).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true, can);
        foreach (var wish in new[] { "想做缝纫", "愿意做缝纫工", "想学焊接", "想学电焊", "想学焊工培训", "想学电焊培训班", "想去广东", "想去东莞打工", "想 缝纫" }) (await IdsAsync(new() { Words = wish })).ShouldBe([People.Jianguo], wish);
        (await IdsAsync(new() { Words = "会电焊" })).ShouldBe([People.Chengdong]);
        (await IdsAsync(new() { Words = "会缝纫 想学电焊" })).ShouldBeEmpty();
        (await FindAsync(new() { Words = "电焊" }, Scope.System)).Page.Select(h => (h.Id, h.Tier > RelevanceTier.Body)).ShouldBe([(People.Chengdong, true), (People.Jianguo, false)]);
        (await IdsAsync(new() { Words = "缝纫 腰不好" })).ShouldBe([People.Jianguo]);
        (await IdsAsync(new() { OccupationIds = [6050103] })).ShouldBe([People.Guilan, People.Chengdong, People.Jianguo], ignoreOrder: true);
    }

    [Fact]
    public async Task A_wish_is_shown_as_one()
    {
        await RecordAsync(People.Jianguo, w => w.RecordWishes(new WorkWishes { OccupationIds = [6050103], TrainingKindIds = [12], RegionCodes = [440000] }, new FactCheck(FactSource.Self, County.County.Today)));
        var hit = (await FindAsync(new() { Words = "想做缝纫" }, Scope.System)).Page.ShouldHaveSingleItem();
        string.Concat(hit.Wishes.Select(p => p.Text)).ShouldBe("想做缝纫工 · 想学焊工培训 · 想去广东省");
        hit.Wishes.Where(p => p.Matched).Select(p => p.Text).ShouldBe(["缝纫"]);
        string.Concat(hit.Snippet.Select(p => p.Text)).ShouldBe("云岭水泥厂");
        (await FindAsync(new() { Words = "水泥厂" }, Scope.System)).Page.ShouldHaveSingleItem().Wishes.ShouldBeEmpty();
        var can = (await FindAsync(new() { Words = "会缝纫" }, Scope.System)).Page;
        can.ShouldAllBe(h => h.Snippet.Any(p => p.Matched && p.Text == "缝纫"));
    }

    [Theory]
    [InlineData("叉车 或 水泥厂")]
    [InlineData("叉车或者水泥厂")]
    [InlineData("会叉车或水泥厂")]
    [InlineData("叉车 或 或者 水泥厂")]
    public async Task One_or_the_other_is_enough(string words)
    {
        (await IdsAsync(new() { Words = words })).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
        (await IdsAsync((await UnderstoodAsync(words)).Apply(new()))).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
        (await IdsAsync(new() { Words = words + " 东莞" })).ShouldBe([People.Guilan]);
    }

    [Theory]
    [InlineData("chache")]
    [InlineData("fengren")]
    [InlineData("fr")]
    [InlineData("hg")]
    public async Task Work_is_found_by_its_reading_as_residents_find_it(string letters)
    {
        await County.County.OnDbAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Chengdong)).RecordWishes(new WorkWishes { Words = "开过叉车，会缝纫，当过焊工" }, new FactCheck(FactSource.Self, County.County.Today));
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await IdsAsync(new() { Words = letters })).ShouldContain(People.Chengdong);
    }

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
    public async Task Understood_words_find_those_whom_they_describe()
    {
        (await IdsAsync((await UnderstoodAsync("缝纫技能 零就业家庭")).Apply(new()))).ShouldBe([People.Chengdong]);
        (await IdsAsync((await UnderstoodAsync("参加过缝纫培训 没工作")).Apply(new()))).ShouldBe([People.Guilan]);
        (await IdsAsync((await UnderstoodAsync("在岗")).Apply(new()))).ShouldBe([People.Jianguo]);
    }

    [Theory]
    [InlineData(4, "焊工证")]
    [InlineData(4, "有焊工证")]
    [InlineData(2, "电工证")]
    [InlineData(3, "电工证")]
    [InlineData(6, "叉车证")]
    [InlineData(8, "有驾照")]
    [InlineData(8, "C1驾照")]
    [InlineData(8, "C1")]
    [InlineData(10, "A2")]
    [InlineData(10, "有A2证")]
    [InlineData(10, "驾驶证A2")]
    [InlineData(10, "A2驾驶证")]
    [InlineData(10, "会开A2")]
    [InlineData(9, "B2驾照")]
    [InlineData(9, "有B2")]
    [InlineData(9, "驾照")]
    public async Task Certificates_are_found_by_what_people_call_them(int kind, string words)
    {
        (await IdsAsync(new() { Words = words })).ShouldNotContain(People.Jianguo);
        await County.County.OnDbAsync(async db =>
        {
            (await db.Set<Worker>().Include(w => w.Certificates).SingleAsync(w => w.Id == People.Jianguo)).Certificates
                .Add(new Certificate { KindId = kind, SettlementId = _county.Xingfuli, ValidTo = County.County.Today.AddDays(1) });
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await IdsAsync(new() { Words = words })).ShouldContain(People.Jianguo);
    }

    [Fact]
    public async Task Another_name_of_an_occupation_finds_those_who_wish_for_it() => (await IdsAsync(new() { Words = "清扫工" })).ShouldBe([People.Guilan]);

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
    public async Task Any_certificate_that_is_valid_and_any_skill_filter()
    {
        (await IdsAsync(new() { WithCertificate = true })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { WithSkill = true })).ShouldBe([People.Guilan]);
        await RecordAsync(People.Jianguo, w => w.Certificates.Add(new Certificate { KindId = 10, SettlementId = _county.Xingfuli }));
        await RecordAsync(People.Chengdong, w => w.Skills.Add(new WorkerSkill { SkillId = 95, SettlementId = _county.Chengdong, Level = SkillLevel.CanDo }));
        (await IdsAsync((await UnderstoodAsync("持证")).Apply(new()))).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
        (await IdsAsync((await UnderstoodAsync("有手艺的")).Apply(new()))).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true);
        (await IdsAsync((await UnderstoodAsync("有证没工作")).Apply(new()))).ShouldBe([People.Guilan]);
        foreach (var licence in new[] { "A2", "有A2证", "驾驶证A2", "A2或B2" }) (await IdsAsync((await UnderstoodAsync(licence)).Apply(new()))).ShouldBe([People.Jianguo], licence);
        (await IdsAsync((await UnderstoodAsync("摩托车驾照")).Apply(new()))).ShouldBeEmpty();
        (await IdsAsync((await UnderstoodAsync("B2驾照")).Apply(new()))).ShouldBe([People.Jianguo], "A2 allows what B2 allows");
        foreach (var language in new[] { "苗语", "会讲苗语", "会说苗话", "苗话" }) (await IdsAsync(new() { Words = language })).ShouldBe([People.Chengdong], language);
    }

    /// <summary>快件处理员 are also called 快递分拣员.</summary>
    [Theory]
    [InlineData(4020709, "快递")]
    [InlineData(4020709, "做过快递")]
    [InlineData(4020708, "快递")]
    [InlineData(4020708, "送快递")]
    [InlineData(4020202, "A2司机", "A2")]
    public async Task Work_is_found_by_how_its_names_begin(int occupation, string words, string? notBy = null)
    {
        (await IdsAsync(new() { Words = words })).ShouldBeEmpty();
        await RecordAsync(People.Jianguo, w => w.Experience.Add(new WorkExperience { SettlementId = _county.Xingfuli, OccupationId = occupation, Workplace = "县城驿站", Months = 6 }));
        (await IdsAsync(new() { Words = words })).ShouldBe([People.Jianguo]);
        if (notBy is not null) (await IdsAsync(new() { Words = notBy })).ShouldBeEmpty();
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
        (await FindAsync(new() { SettlementId = _county.Chengdong }, Scope.System)).Page.Single().Need.ShouldBe(WorkerNeed.ZeroEmployment);
        await _county.County.OnDbAsync(async db =>
        {
            (await db.Set<EmploymentSpells.EmploymentSpell>().SingleAsync(s => s.PersonId == People.Jianguo)).Finish(_county.County.Today.AddDays(-1), EmploymentSpells.SpellEndReason.Quit);
            await db.SaveChangesAsync();
        });
        await _county.CatchUpAsync();
        (await IdsAsync(new() { Needs = [WorkerNeed.ZeroEmployment] })).ShouldContain(People.Guilan);
    }

    [Fact]
    public async Task The_snippet_marks_the_match() =>
        (await FindAsync(new() { Words = "水泥厂" }, Scope.System)).Page.Single().Snippet.Where(p => p.Matched).Select(p => p.Text).ShouldBe(["水泥厂"]);

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
        var documents = await _county.County.Services.GetRequiredService<DocumentReader>().WorkersAsync([People.Guilan, People.Jianguo, People.Chengdong], CancellationToken.None);
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
        await _county.County.OnDbAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == People.Guilan)).SettlementId = _county.Chengdong;
            await db.SaveChangesAsync();
        });
        await _county.CatchUpAsync();
        (await IdsAsync(new(), Scope.OfSettlements([_county.Xingfuli]))).ShouldBe([People.Jianguo]);
        (await IdsAsync(new(), Scope.OfSettlements([_county.Chengdong]))).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true);
    }

    private async Task RecordAsync(long id, Action<Worker> change)
    {
        await County.County.OnDbAsync(async db =>
        {
            change(await db.Set<Worker>().Include(w => w.Skills).Include(w => w.Certificates).Include(w => w.Experience).SingleAsync(w => w.Id == id));
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
    }

    private async Task<UnderstoodPeople> UnderstoodAsync(string typed)
    {
        await using var scope = _county.County.Services.CreateSystemScope();
        return await scope.ServiceProvider.GetRequiredService<UnderstandPeople>().RunAsync(typed, CancellationToken.None);
    }

    private Task<WorkerHits> FindAsync(WorkerQuery query, Scope scope) =>
        _county.County.Services.GetRequiredService<IWorkerSearch>().SearchAsync(query, scope, CancellationToken.None);

    private async Task<long[]> IdsAsync(WorkerQuery query, Scope? scope = null) => [.. (await FindAsync(query, scope ?? Scope.System)).Page.Select(h => h.Id)];
}
