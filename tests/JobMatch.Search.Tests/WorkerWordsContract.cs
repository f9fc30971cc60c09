using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>Workers by words: what they can and what they wish, by whatever name somebody calls it.</summary>
public abstract class WorkerWordsContract<TEngine>(HandMadeCounty<TEngine> county) : WorkersOfEngine<TEngine>(county) where TEngine : ISearchEngine, new()
{
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
                .Add(new Certificate { KindId = kind, SettlementId = County.Xingfuli, ValidTo = County.County.Today.AddDays(1) });
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await IdsAsync(new() { Words = words })).ShouldContain(People.Jianguo);
    }

    [Fact]
    public async Task Another_name_of_an_occupation_finds_those_who_wish_for_it() => (await IdsAsync(new() { Words = "清扫工" })).ShouldBe([People.Guilan]);

    [Fact]
    public async Task Any_certificate_that_is_valid_and_any_skill_filter()
    {
        (await IdsAsync(new() { WithCertificate = true })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { WithSkill = true })).ShouldBe([People.Guilan]);
        var others = (await IdsAsync(new())).Where(id => id != People.Guilan).Order().ToList();
        (await IdsAsync(new() { WithoutCertificate = true })).Order().ToList().ShouldBe(others);
        (await IdsAsync(new() { WithoutSkill = true })).Order().ToList().ShouldBe(others);
        foreach (var without in new[] { "没有证书的", "没证", "没有技能", "没手艺的人" }) (await IdsAsync((await UnderstoodAsync(without)).Apply(new()))).Order().ToList().ShouldBe(others, without);
        await RecordAsync(People.Jianguo, w => w.Certificates.Add(new Certificate { KindId = 10, SettlementId = County.Xingfuli }));
        await RecordAsync(People.Chengdong, w => w.Skills.Add(new WorkerSkill { SkillId = 95, SettlementId = County.Chengdong, Level = SkillLevel.CanDo }));
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
        await RecordAsync(People.Jianguo, w => w.Experience.Add(new WorkExperience { SettlementId = County.Xingfuli, OccupationId = occupation, Workplace = "县城驿站", Months = 6 }));
        (await IdsAsync(new() { Words = words })).ShouldBe([People.Jianguo]);
        if (notBy is not null) (await IdsAsync(new() { Words = notBy })).ShouldBeEmpty();
    }

    /// <summary>Of a 中式烹调师 her skills tell whether she is the 厨师 or the 帮厨; without any she is what the occupation is first of all.</summary>
    [Fact]
    public async Task Skills_tell_what_of_an_occupation_somebody_is()
    {
        foreach (var (id, skill) in new[] { (People.Guilan, 49), (People.Jianguo, 47), (People.Chengdong, 0) })
            await RecordAsync(id, w =>
            {
                w.Experience.Add(new WorkExperience { SettlementId = w.SettlementId, OccupationId = 4030201, Months = 6 });
                if (skill > 0) w.Skills.Add(new WorkerSkill { SkillId = skill, SettlementId = w.SettlementId, Level = SkillLevel.CanDo });
            });
        (await IdsAsync(new() { Words = "做过厨师" })).ShouldBe([People.Jianguo, People.Chengdong, People.Guilan]);
        (await IdsAsync(new() { Words = "做过帮厨" })).ShouldBe([People.Guilan]);
        (await IdsAsync(new() { Words = "中式烹调师" })).Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_housekeeper_nurses_no_newborns_unless_she_can()
    {
        foreach (var id in new[] { People.Guilan, People.Jianguo }) await RecordAsync(id, w => w.Experience.Add(new WorkExperience { SettlementId = w.SettlementId, OccupationId = 4100106, Months = 6 }));
        (await IdsAsync(new() { Words = "月嫂" })).ShouldBeEmpty();
        (await IdsAsync(new() { Words = "保姆" })).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
        await RecordAsync(People.Jianguo, w => w.Skills.Add(new WorkerSkill { SkillId = 42, SettlementId = County.Xingfuli, Level = SkillLevel.CanDo }));
        await RecordAsync(People.Chengdong, w => w.RecordWishes(new WorkWishes { TrainingKindIds = [5] }, new FactCheck(FactSource.Self, County.County.Today)));
        (await IdsAsync(new() { Words = "月嫂" })).ShouldBe([People.Jianguo, People.Chengdong]);
        (await IdsAsync(new() { Words = "会做月嫂" })).ShouldBe([People.Jianguo]);
    }

    /// <summary>Whoever irons what was sewn (缝纫品整型工) does not sew.</summary>
    [Fact]
    public async Task The_name_of_other_work_is_no_answer_because_it_holds_the_word()
    {
        await RecordAsync(People.Jianguo, w => w.Experience.Add(new WorkExperience { SettlementId = County.Xingfuli, OccupationId = 6050104, Months = 6 }));
        (await FindAsync(new() { Words = "缝纫品整型工" }, Scope.System)).Page.Select(h => h.Id).ShouldBe([People.Jianguo]);
        (await IdsAsync(new() { Words = "会缝纫" })).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true);
    }

    /// <summary>点焊工 is read so too, but is no name of the classification.</summary>
    [Fact]
    public async Task Initials_are_those_of_names_that_the_classification_knows()
    {
        await RecordAsync(People.Jianguo, w => w.Experience.Add(new WorkExperience { SettlementId = County.Xingfuli, OccupationId = 6250407, Months = 6 }));
        await RecordAsync(People.Chengdong, w => w.Experience.Add(new WorkExperience { SettlementId = County.Chengdong, OccupationId = 6180204, Months = 6 }));
        (await IdsAsync(new() { Words = "dhg" })).ShouldBe([People.Chengdong]);
        (await IdsAsync(new() { Words = "点焊工" })).ShouldBe([People.Jianguo]);
    }

    [Fact]
    public async Task The_snippet_marks_the_match() =>
        (await FindAsync(new() { Words = "水泥厂" }, Scope.System)).Page.Single().Snippet.Where(p => p.Matched).Select(p => p.Text).ShouldBe(["水泥厂"]);
}
