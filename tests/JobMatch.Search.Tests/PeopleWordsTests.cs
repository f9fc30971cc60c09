using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Workers;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>What a clerk's words are read as, before any engine is asked.</summary>
public sealed class PeopleWordsTests(HandMadeCounty<Embedded.EmbeddedEngine> county) : IClassFixture<HandMadeCounty<Embedded.EmbeddedEngine>>
{
    [Theory]
    [InlineData("会缝纫 想去车间", "缝纫 车间")]
    [InlineData("会计 能源 会议服务", "会计 能源 会议服务")]
    [InlineData("想 手工", "手工")]
    [InlineData("懂缝纫 会开挖机", "缝纫 挖机")]
    [InlineData("有驾照 学过电工 有机肥", "驾照 电工 有机肥")]
    [InlineData("会讲苗语 会说苗话 会说话", "苗语 苗话 说话")]
    [InlineData("学过缝纫或学过电工", "缝纫 电工")]
    [InlineData("想学电焊培训班 愿意做保洁 想学一门手艺", "电焊 保洁 一门手艺")]
    [InlineData("或许 或 缝纫", "或许 缝纫")]
    [InlineData("有缝纫技能 有保安经验 缝纫技能", "缝纫 保安 缝纫技能")]
    [InlineData("会做保洁 会做饭", "保洁 做饭")]
    [InlineData("会电焊的 干过保安的人", "电焊 保安")]
    [InlineData("在东莞打过工的", "东莞")]
    [InlineData("在电子厂干过", "电子厂")]
    [InlineData("去过苏州", "苏州")]
    [InlineData("有电工证的", "电工证")]
    [InlineData("想去浙江打工的人", "浙江")]
    [InlineData("愿意到东莞务工", "东莞")]
    [InlineData("会用电脑的", "电脑")]
    [InlineData("照顾过老人的", "照顾老人")]
    [InlineData("踩过缝纫机", "踩缝纫机")]
    [InlineData("想做饭 想进电子厂 开过网店", "做饭 电子厂 开网店")]
    [InlineData("想做衣服 做过包子", "做衣服 做包子")]
    [InlineData("会开车 想开车 开车", "驾照 开车 开车")]
    [InlineData("想", "想")]
    public void Small_words_are_dropped_where_they_are_none_of_the_work(string typed, string asked) =>
        string.Join(' ', Words.SearchWords.OfWorkers(typed, Words.OccupationNames.OfCatalogue).Words.Select(w => w.Text)).ShouldBe(asked);

    [Theory]
    [InlineData("缝纫 零就业家庭", "缝纫", WorkerNeed.ZeroEmployment, null, null)]
    [InlineData("给我找一下会缝纫没工作的", "会缝纫", null, null, true)]
    [InlineData("会电焊的人有哪些", "会电焊", null, null, null)]
    [InlineData("失业人员", "", null, null, true)]
    [InlineData("失业 会缝纫", "会缝纫", null, null, true)]
    [InlineData("失业或监测对象", "", WorkerNeed.JobLossOrMonitored, null, null)]
    [InlineData("弱劳动力", "", null, LabourCapacity.WeakOrHalf, null)]
    [InlineData("技能劳动力的 叉车", "叉车", null, LabourCapacity.Skilled, null)]
    [InlineData("没有工作的人", "", null, null, true)]
    [InlineData("未就业", "", null, null, true)]
    [InlineData("在岗", "", null, null, false)]
    [InlineData("不要在岗的", "", null, null, true)]
    [InlineData("不在岗", "", null, null, true)]
    [InlineData("不在岗的", "", null, null, true)]
    [InlineData("缝纫 不要在岗", "缝纫", null, null, true)]
    [InlineData("会缝纫不要在岗的", "会缝纫", null, null, true)]
    [InlineData("不要没工作的", "", null, null, false)]
    [InlineData("失业保险经办", "失业保险经办", null, null, null)]
    public async Task Words_of_badges_and_lists_are_the_conditions_that_they_name(string typed, string rest, WorkerNeed? need, LabourCapacity? capacity, bool? withoutWork)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.Words.ShouldBe(rest);
        query.Needs.ShouldBe(need is { } asked ? [asked] : []);
        query.Capacities.ShouldBe(capacity is { } able ? [able] : []);
        query.WithoutWork.ShouldBe(withoutWork);
    }

    [Theory]
    [InlineData("零就业家庭会缝纫", "会缝纫", WorkerNeed.ZeroEmployment, null, null)]
    [InlineData("脱贫户没工作有驾照", "有驾照", null, HardshipGroup.RegisteredPoor, true)]
    [InlineData("会缝纫没工作", "会缝纫", null, null, true)]
    [InlineData("低保户想做保洁", "想做保洁", null, HardshipGroup.LowIncomeAllowance, null)]
    [InlineData("没有工作会弹琴", "会弹琴", null, null, true)]
    [InlineData("会开叉车的脱贫户", "会开叉车", null, HardshipGroup.RegisteredPoor, null)]
    [InlineData("有电工证会做饭", "有电工证 会做饭", null, null, null)]
    [InlineData("零就业家庭里有技能的", "", WorkerNeed.ZeroEmployment, null, null)]
    [InlineData("脱贫户中会缝纫的", "会缝纫", null, HardshipGroup.RegisteredPoor, null)]
    [InlineData("既会缝纫又会做饭", "会缝纫 会做饭", null, null, null)]
    [InlineData("会缝纫且会做饭", "会缝纫 会做饭", null, null, null)]
    [InlineData("会缝纫，除了在岗的", "会缝纫", null, null, true)]
    [InlineData("残疾人", "", null, HardshipGroup.Disabled, null)]
    [InlineData("没工作的妇女", "妇女", null, null, true)]
    [InlineData("会缝纫的妇女", "会缝纫 妇女", null, null, null)]
    [InlineData("会电焊和电工", "会电焊 电工", null, null, null)]
    [InlineData("会缝纫女的没工作", "会缝纫 女的", null, null, true)]
    [InlineData("女电工", "女 电工", null, null, null)]
    [InlineData("失业保险经办", "失业保险经办", null, null, null)]
    [InlineData("缝纫工", "缝纫工", null, null, null)]
    [InlineData("缝纫 或 刺绣", "缝纫或刺绣", null, null, null)]
    [InlineData("会缝纫或者会刺绣没工作", "会缝纫或会刺绣", null, null, true)]
    [InlineData("学过缝纫 或者 学过电工", "学过缝纫或学过电工", null, null, null)]
    [InlineData("参加过缝纫培训或电工培训的脱贫户", "参加过缝纫培训或电工培训", null, HardshipGroup.RegisteredPoor, null)]
    public async Task Words_run_together_are_taken_apart(string typed, string rest, WorkerNeed? need, HardshipGroup? group, bool? withoutWork)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.Words.ShouldBe(rest);
        query.Needs.ShouldBe(need is { } asked ? [asked] : []);
        query.Groups.ShouldBe(group is { } of ? [of] : []);
        query.WithoutWork.ShouldBe(withoutWork);
    }

    [Theory]
    [InlineData("在电子厂干过", "做过电子厂")]
    [InlineData("去浙江打过工的 没工作", "做过浙江")]
    [InlineData("在鞋厂上过班", "做过鞋厂")]
    [InlineData("在工地做过小工", "做过工地 做过小工")]
    [InlineData("以前在家政公司做过的", "做过家政公司")]
    [InlineData("想去广东做衣服", "想去广东 想做衣服")]
    [InlineData("愿意去浙江进鞋厂", "想去浙江 愿意进鞋厂")]
    [InlineData("想去帮扶车间", "")]
    [InlineData("想在家做饭", "做饭")]
    public async Task Where_somebody_was_or_would_go_is_parted_from_what_for(string typed, string rest) => (await UnderstoodAsync(typed)).Apply(new()).Words.ShouldBe(rest);

    [Theory]
    [InlineData("不会缝纫", "不会缝纫", "")]
    [InlineData("没有健康证 缝纫", "没有健康证", "缝纫")]
    [InlineData("没有工作 缝纫", "", "缝纫")]
    [InlineData("不会电脑的 脱贫户", "不会电脑的", "")]
    [InlineData("没考电工证", "没考电工证", "")]
    [InlineData("不会缝纫但会电焊", "不会缝纫", "会电焊")]
    [InlineData("会缝纫不会电焊", "不会电焊", "会缝纫")]
    [InlineData("没有健康证但会做饭", "没有健康证", "会做饭")]
    [InlineData("没做过保安但愿意做保安", "没做过保安", "愿意做保安")]
    public async Task What_somebody_has_not_finds_nobody(string typed, string denied, string rest)
    {
        var understood = await UnderstoodAsync(typed);
        string.Join(' ', understood.Denied).ShouldBe(denied);
        understood.Rest.ShouldBe(rest);
    }

    [Theory]
    [InlineData("有证没工作", true, false, true, "")]
    [InlineData("有证的", true, false, null, "")]
    [InlineData("持证", true, false, null, "")]
    [InlineData("持证上岗的", true, false, null, "")]
    [InlineData("持证人员 会缝纫", true, false, null, "会缝纫")]
    [InlineData("有技能的", false, true, null, "")]
    [InlineData("有手艺", false, true, null, "")]
    [InlineData("有电工证的", false, false, null, "有电工证的")]
    [InlineData("没有证书的", false, false, null, "")]
    [InlineData("没有技能 没工作", false, false, true, "")]
    public async Task Any_certificate_and_any_skill_are_conditions(string typed, bool certificate, bool skill, bool? withoutWork, string rest)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        (query.WithCertificate, query.WithSkill, query.WithoutWork, query.Words).ShouldBe((certificate, skill, withoutWork, rest));
    }

    [Theory]
    [InlineData("A2", 10, "")]
    [InlineData("有A2证", 10, "")]
    [InlineData("驾驶证A2", 10, "")]
    [InlineData("驾驶证 A2", 10, "驾驶证")]
    [InlineData("B2驾照的", 9, "")]
    [InlineData("C1 没工作", 8, "")]
    [InlineData("有健康证会做饭", 1, "会做饭")]
    [InlineData("有驾照", null, "有驾照")]
    [InlineData("有电工证", null, "有电工证")]
    [InlineData("A2或B2", null, "A2或B2")]
    [InlineData("普通话", null, "普通话")]
    public async Task What_one_kind_of_certificate_is_called_is_that_kind(string typed, int? kind, string rest)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.CertificateKindIds.ShouldBe(kind is { } id ? [id] : []);
        query.Words.ShouldBe(rest);
    }

    [Theory]
    [InlineData("培训过月嫂 还没上岗")]
    [InlineData("学了挖掘机没就业")]
    [InlineData("参加过电工培训但是还没找到工作")]
    public async Task Whoever_was_trained_and_has_no_work_yet_is_found_in_one_sentence(string typed)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        (query.TrainingKindIds.Count, query.WithoutWork, query.Words).ShouldBe((1, true, ""));
    }

    [Theory]
    [InlineData("参加过缝纫培训", 1)]
    [InlineData("学过缝纫", 1)]
    [InlineData("电工培训", 11)]
    [InlineData("学过厨师", 9)]
    [InlineData("挖机培训班", 14)]
    [InlineData("缝纫", null)]
    [InlineData("参加过飞行培训", null)]
    public async Task Trainings_are_read(string typed, int? kind)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.TrainingKindIds.ShouldBe(kind is { } id ? [id] : []);
        query.Words.ShouldBe(kind is null ? typed : "");
    }

    [Fact]
    public async Task What_a_list_says_wins_over_words() =>
        (await UnderstoodAsync("失业 没工作")).Apply(new() { Needs = [WorkerNeed.Other], WithoutWork = false }).ShouldSatisfyAllConditions(q => q.Needs.ShouldBe([WorkerNeed.Other]), q => q.WithoutWork.ShouldBe(false));

    [Theory]
    [InlineData("王秀英", true)]
    [InlineData("欧阳明", true)]
    [InlineData("焊工证", false)]
    [InlineData("车工", false)]
    [InlineData("宇航员", false)]
    [InlineData("王", false)]
    [InlineData("王 秀英", false)]
    public void A_name_begins_with_a_surname_and_is_no_word_of_work(string words, bool mayBe) => PersonNames.MayBe(words).ShouldBe(mayBe);

    private Task<UnderstoodPeople> UnderstoodAsync(string typed) => county.UnderstoodPeopleAsync(typed);
}
