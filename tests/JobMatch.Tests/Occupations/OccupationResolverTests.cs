using JobMatch.Occupations;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Occupations;

public class OccupationResolverTests
{
    private static OccupationResolver Resolver => OccupationResolver.Instance;

    [Theory]
    [InlineData("缝纫工")]
    [InlineData("平车工")]
    [InlineData("车位工")]
    [InlineData("急招缝纫工3名，包吃住")]
    [InlineData("【高薪诚聘】车位工（熟手）")]
    [InlineData("服装厂缝纫普工")]
    [InlineData("普工（缝纫）")]
    [InlineData("临时工（平车）")]
    public void Words_for_sewing_mean_sewing(string title) => Codes(title).ShouldBe(["6-05-01-03"]);

    [Fact]
    public void The_employer_decides_between_meanings()
    {
        Codes("车工", "石桥制衣厂").ShouldBe(["6-05-01-03"]);
        Codes("车工", "青石机械制造有限公司").ShouldBe(["6-18-01-01"]);
        Codes("车工", "", "负责操作机床加工五金件").ShouldBe(["6-18-01-01"]);
        Codes("车工").ShouldBe(["6-05-01-03", "6-18-01-01"], ignoreOrder: true);
        Codes("普工", "南山电子厂").ShouldBe(["6-25-04-07"]);
        Codes("普工", "南山制衣厂").ShouldBe(["6-05-01-03"]);
    }

    [Fact]
    public void A_canteen_in_the_description_makes_no_waiter_of_a_worker() =>
        Codes("普工", "某某科技公司", "厂里有食堂和餐厅").ShouldNotContain("4-03-02-05");

    /// <summary>普工 may mean several works; beside a named one it is one work more.</summary>
    [Theory]
    [InlineData("普工/保安", "6-31-05-00", "4-07-05-01")]
    [InlineData("保洁、普工", "4-09-08-01", "6-31-05-00")]
    public void A_general_word_beside_a_named_work_is_one_work(string title, params string[] codes) => Codes(title).ShouldBe(codes, ignoreOrder: true);

    [Theory]
    [InlineData("美团小哥", "4-10-08-01")]
    [InlineData("顺丰小哥", "4-02-07-08")]
    [InlineData("巡山看林子", "5-02-03-01")]
    [InlineData("看林子的", "5-02-03-01")]
    [InlineData("流水线打螺丝", "6-25-04-07")]
    [InlineData("进厂打螺丝", "6-25-04-07")]
    [InlineData("打螺丝的", "6-25-04-07")]
    [InlineData("开大货车", "4-02-02-02")]
    [InlineData("种菇工人", "5-01-02-03")]
    [InlineData("和水泥", "6-29-01-01")]
    [InlineData("在家种天麻", "5-01-02-05")]
    [InlineData("天麻种植工", "5-01-02-05")]
    [InlineData("房嫂", "4-03-01-02")]
    [InlineData("后八轮司机", "4-02-02-02")]
    [InlineData("后八轮驾驶员", "4-02-02-02")]
    [InlineData("杀猪匠", "6-01-04-01")]
    [InlineData("停车收费", "4-06-01-03")]
    [InlineData("停车场看车", "4-06-01-03")]
    [InlineData("停车场收费员", "4-06-01-03")]
    [InlineData("填路坑", "6-29-02-04")]
    [InlineData("修路填坑的", "6-29-02-04")]
    [InlineData("水泥厂磨工", "6-15-01-01")]
    [InlineData("陶瓷厂磨工", "6-15-05-01")]
    [InlineData("选矿厂磨工", "6-16-01-14")]
    [InlineData("石材厂磨工", "6-15-02-03")]
    [InlineData("机械厂磨工", "6-18-01-04")]
    [InlineData("面粉厂磨工", "6-01-01-02")]
    [InlineData("饲料厂磨工", "6-01-02-00")]
    [InlineData("豆腐厂磨工", "6-01-07-03")]
    [InlineData("石灰厂磨粉工", "6-15-01-03")]
    [InlineData("支模木工", "6-06-03-01")]
    [InlineData("泊车小弟", "4-06-01-03")]
    [InlineData("收费小姐姐", "4-02-02-06")]
    [InlineData("安检小姐姐", "4-07-05-02")]
    [InlineData("售票小妹", "4-07-04-05")]
    [InlineData("接线小妹", "4-04-05-03")]
    [InlineData("货车师傅", "4-02-02-02")]
    [InlineData("磨剪刀师傅", "6-18-04-05")]
    [InlineData("篾匠", "5-05-06-05")]
    [InlineData("编竹席的大爷", "5-05-06-05")]
    [InlineData("加油小妹", "4-02-02-08")]
    [InlineData("加油小哥", "4-02-02-08")]
    [InlineData("加油站大姐", "4-02-02-08")]
    [InlineData("收银大姐", "4-01-02-04")]
    [InlineData("收银小哥", "4-01-02-04")]
    [InlineData("理货大姐", "4-02-06-02")]
    [InlineData("超市导购小姐姐", "4-01-02-03")]
    [InlineData("保洁大妈", "4-09-08-01")]
    [InlineData("绿化大叔", "4-09-10-01")]
    [InlineData("开锁师傅", "4-12-04-04")]
    [InlineData("编竹筐", "5-05-06-05")]
    [InlineData("编箩筐", "5-05-06-05")]
    [InlineData("编背篓的师傅", "5-05-06-05")]
    [InlineData("竹篮编织", "5-05-06-05")]
    [InlineData("打草席", "5-05-06-05")]
    [InlineData("编草帽", "5-05-06-05")]
    [InlineData("编藤椅", "5-05-06-05")]
    [InlineData("破篾条", "5-05-06-05")]
    [InlineData("工地看场", "4-07-05-01")]
    [InlineData("工地看场地", "4-07-05-01")]
    [InlineData("看料场", "4-07-05-01")]
    [InlineData("工地守材料", "4-07-05-01")]
    public void What_people_say_is_understood(string title, string code) => Codes(title).ShouldBe([code]);

    [Theory]
    [InlineData("普工/保安", "6-31-05-00", "4-07-05-01")]
    [InlineData("保洁、保安各两名", "4-09-08-01", "4-07-05-01")]
    [InlineData("电工和焊工", "6-31-01-03", "6-18-02-04")]
    [InlineData("泥工木工钢筋工", "6-29-01-01", "6-29-01-04")]
    [InlineData("保安/门卫/停车收费", "4-07-05-01", "4-06-01-03")]
    [InlineData("杀猪匠兼收银", "6-01-04-01", "4-01-02-04")]
    public void A_title_may_name_several(string title, params string[] codes)
    {
        var found = Codes(title);
        codes.ShouldAllBe(code => found.Contains(code), string.Join(' ', found));
    }

    [Theory]
    [InlineData("好工作等你来")]
    [InlineData("主管")]
    [InlineData("学徒")]
    [InlineData("技术员")]
    [InlineData("残疾人岗")]
    [InlineData("台球选手")]
    [InlineData("务工人员")]
    [InlineData("打工人")]
    [InlineData("管培生")]
    [InlineData("")]
    [InlineData("   ")]
    public void Not_sure_is_none(string title) => Codes(title).ShouldBeEmpty();

    [Fact]
    public void Confidence_falls_with_what_is_not_understood()
    {
        var (exact, tail, general) = (Resolver.Resolve("保洁员")[0], Resolver.Resolve("石桥安置区楼道夜间保洁员")[0], Resolver.Resolve("普工")[0]);
        exact.Confidence.ShouldBeGreaterThan(tail.Confidence);
        tail.Confidence.ShouldBeGreaterThan(general.Confidence);
        exact.Words.ShouldBe("保洁员");
        general.Confidence.ShouldBeGreaterThanOrEqualTo(OccupationResolver.Sure);
    }

    [Theory]
    [InlineData("土木工程师", "2-02-18-02")]
    [InlineData("焊工程师")]
    [InlineData("缝纫研发")]
    [InlineData("电工培训讲师", "4-07-03-05")]
    [InlineData("制衣厂会计", "2-06-03-00")]
    [InlineData("鞋厂保安", "4-07-05-01")]
    public void A_word_across_the_border_of_two_or_before_another_profession_is_not_the_work(string title, params string[] codes) => Codes(title).ShouldBe(codes);

    [Theory]
    [InlineData("变电站值班员", "6-28-01-14")]
    [InlineData("值班员", "4-07-05-01")]
    [InlineData("汽车座椅装配工", "6-22-01-02")]
    [InlineData("轴承装配工", "6-20-01-02")]
    [InlineData("断路器检修工", "6-31-01-08")]
    [InlineData("耐火砖厂看火工", "6-15-06-02")]
    [InlineData("水泥厂看火工", "6-15-01-01")]
    [InlineData("炉前工（炼钢）", "6-17-02-02")]
    [InlineData("古建木工", "6-29-05-00")]
    [InlineData("装配工", "6-20-01-01")]
    [InlineData("月饼工", "6-02-01-01")]
    [InlineData("月饼厂分馅工", "6-02-01-01")]
    [InlineData("台球厅服务员", "4-14-05-04")]
    public void A_step_of_work_is_told_by_what_it_is_done_on(string title, string code) => Codes(title).ShouldBe([code]);

    [Theory]
    [InlineData("水合肼操作工")]
    [InlineData("尿素")]
    [InlineData("超市 夜班保安", "4-07-05-01")]
    [InlineData("车间操作工", "6-31-05-00")]
    public void Where_the_work_is_says_less_than_the_work(string title, params string[] codes) =>
        Resolver.Resolve(title).Where(f => f.Confidence > OccupationResolver.Sure).Select(f => Catalogue.Instance.Occupations[f.OccupationId].Code).ShouldBe(codes);

    [Theory]
    [InlineData("不招保安，招保洁", "4-09-08-01")]
    [InlineData("别做保安，找保洁", "4-09-08-01")]
    [InlineData("别墅保姆", "4-10-01-06")]
    [InlineData("帮别人缝衣服", "6-05-01-03")]
    [InlineData("不要保安，想做保洁", "4-09-08-01")]
    [InlineData("除了夜班保安都行")]
    [InlineData("夜班不行，做不了保安")]
    [InlineData("某某物业诚聘保洁数名", "4-09-08-01")]
    [InlineData("砖厂招普工", "6-15-02-01")]
    [InlineData("带小孩做饭", "4-10-01-01", "4-10-01-06")]
    [InlineData("想找个看门的活", "4-07-05-01")]
    [InlineData("理过发，想去理发店", "4-10-03-02")]
    [InlineData("年纪大了，看看大门扫扫地都可以", "4-07-05-01", "4-09-08-01")]
    [InlineData("在家带孩子，想去附近打扫卫生", "4-09-08-01")]
    [InlineData("出租车夜班司机", "4-02-02-01")]
    public void What_is_refused_is_not_sought_and_a_sentence_is_read_as_one(string title, params string[] codes) => Codes(title).ShouldBe(codes, ignoreOrder: true);

    [Fact]
    public void The_noun_at_the_end_decides() => Codes("保洁用品销售员").ShouldBe(["4-01-02-01"]);

    [Theory]
    [InlineData("做过车位工，会开叉车，不想做保安", "6-05-01-03", "6-30-05-01")]
    [InlineData("以前在鞋厂踩针车，想做月嫂", "6-05-04-01", "4-10-01-06")]
    [InlineData("想送外卖", "4-10-08-01")]
    [InlineData("洗碗、打扫卫生都可以", "4-03-02-05", "4-09-08-01")]
    [InlineData("别的都行")]
    public void A_persons_words_name_what_the_person_wants(string words, params string[] codes) =>
        Resolver.ResolveWords(words).Select(f => Catalogue.Instance.Occupations[f.OccupationId].Code).ShouldBe(codes, ignoreOrder: true);

    [Fact]
    public void Full_width_letters_and_case_do_not_matter()
    {
        Codes("ＣＮＣ操作员").ShouldBe(["6-18-01-07"]);
        Codes("qc").ShouldBe(["6-31-03-05"]);
        Codes("QCX").ShouldBeEmpty();
    }

    /// <summary>
    /// Titles in the shapes of real advertisements, written by us: each with the codes (or groups) that a careful reader would give, none where none would.
    /// Each file was written before the words for its misses were added (what each reached on first sight: docs/decisions/0012): first the common trades, then
    /// advertisements with their noise, then trades from every group of the classification, then three kinds (factory and building; services, care, farm; sentences, rows and noise) again and again, then usual titles of boards; last usual, rare and spoken ones mixed and, twice, one title each for production trades drawn by lot; then what hands do in a county; last, three times, what residents, staff and employers of one write. The held-out half of the last was never mended for and must not be. So these guard what is read now; how new titles fare is what they reached on first sight.
    /// </summary>
    [Theory]
    [InlineData("title-cases.jsonl", 0.95, 0.95)]
    [InlineData("title-cases.advertisements.jsonl", 0.95, 0.90)]
    [InlineData("title-cases.every-group.jsonl", 0.92, 0.90)]
    [InlineData("title-cases.everyday.jsonl", 0.95, 0.94)]
    [InlineData("title-cases.factory-1.jsonl", 0.97, 0.97)]
    [InlineData("title-cases.factory-2.jsonl", 0.97, 0.97)]
    [InlineData("title-cases.factory-3.jsonl", 0.97, 0.93)]
    [InlineData("title-cases.factory-4.jsonl", 0.93, 0.90)]
    [InlineData("title-cases.services-1.jsonl", 0.97, 0.97)]
    [InlineData("title-cases.services-2.jsonl", 0.97, 0.96)]
    [InlineData("title-cases.services-3.jsonl", 0.97, 0.95)]
    [InlineData("title-cases.services-4.jsonl", 0.97, 0.95)]
    [InlineData("title-cases.spoken-1.jsonl", 0.97, 0.97)]
    [InlineData("title-cases.spoken-2.jsonl", 0.97, 0.97)]
    [InlineData("title-cases.spoken-3.jsonl", 0.97, 0.96)]
    [InlineData("title-cases.boards.jsonl", 0.97, 0.94)]
    [InlineData("title-cases.mixed-5.jsonl", 0.97, 0.95)]
    [InlineData("title-cases.process-5.jsonl", 0.90, 0.85)]
    [InlineData("title-cases.process-6.jsonl", 0.90, 0.85)]
    [InlineData("title-cases.hands-7.jsonl", 0.97, 0.97)]
    [InlineData("title-cases.county-8.jsonl", 0.97, 0.97)]
    [InlineData("title-cases.county-9.jsonl", 0.97, 0.97)]
    [InlineData("title-cases.county-10.jsonl", 0.90, 0.88)]
    [InlineData("title-cases.county-11.jsonl", 0.97, 0.97)]
    [InlineData("title-cases.county-held-out.jsonl", 0.82, 0.68)]
    public void Labelled_titles_are_resolved(string file, double leastPrecision, double leastRecall)
    {
        var done = EvaluateOccupations.Run(Path.Combine(AppContext.BaseDirectory, "Occupations", file));
        var told = $"precision {done.Precision:0.000}, recall {done.Recall:0.000}\n{string.Join('\n', done.Misses.Select(m => $"{m.Case.Title} ({m.Case.Employer}): {string.Join(' ', m.Case.Codes)}, read {string.Join(' ', m.Read)}"))}";
        done.Precision.ShouldBeGreaterThanOrEqualTo(leastPrecision, told);
        done.Recall.ShouldBeGreaterThanOrEqualTo(leastRecall, told);
    }

    private static List<string> Codes(string title, string employer = "", string text = "") =>
        [.. Resolver.Resolve(title, new OccupationContext(employer, text)).Select(f => Catalogue.Instance.Occupations[f.OccupationId].Code)];
}
