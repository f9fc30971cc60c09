using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Wages;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

/// <summary>Money that is asked for in so many words is told whatever else the advert says; the same nouns in honest sentences are not.</summary>
public class MoneyAskedTests
{
    [Theory]
    [InlineData("木工学徒", "家具厂招木工学徒。报到时交三百块工具押金，满半年退。", "报到时交三百块工具押金")]
    [InlineData("木匠学徒", "家具厂招木匠学徒。报到时交三百块工具押金，满半年退。", "报到时交三百块工具押金")]
    [InlineData("焊工学徒", "机械厂招焊工学徒。报到时交五百块工具押金，满半年退。", "报到时交五百块工具押金")]
    [InlineData("木工学徒", "家具厂招木工学徒。报到时交300元工具押金，满半年退。", "报到时交300元工具押金")]
    [InlineData("木工学徒", "师傅带，包吃住，工具公司配。进厂押金两百块，走的时候退。", "进厂押金两百块")]
    [InlineData("缝纫工", "长白班，熟手优先。服装费一百五十块自理，发工资时扣。", "服装费一百五十块自理")]
    [InlineData("包装工", "厂里管饭，有宿舍。先到办事处交资料费再进厂。", "先到办事处交资料费再进厂")]
    [InlineData("包装工", "厂里管饭，有宿舍。体检费八十元交给厂里，五天出结果。", "体检费八十元交给厂里")]
    [InlineData("电工", "持证上岗，包吃住。上岗时交两百块，发劳保用品，离职时算。", "上岗时交两百")]
    [InlineData("包装工", "厂里管饭，有宿舍。进厂先交伍佰元。", "进厂先交伍佰")]
    [InlineData("包装工", "厂里管饭，有宿舍，工本费三十元自理。", "工本费三十元自理")]
    [InlineData("包装工", "厂里管饭，有宿舍。学费一千二自理。", "学费一千二自理")]
    [InlineData("包装工", "厂里管饭，有宿舍。押一百块钥匙钱。", "押一百")]
    [InlineData("包装工", "厂里管饭，有宿舍。办理厂牌交三十元。", "办理厂牌交三十元")]
    [InlineData("包装工", "厂里管饭，有宿舍。先交十五块办门禁卡。", "先交十五块")]
    [InlineData("包装工", "厂里管饭，有宿舍。保*证*金三百元进厂交。", "保证金三百元进厂交")]
    [InlineData("建筑小工", "工地包吃住，年底一次性结清工资，平时只发生活费。", "年底一次性结清工资")]
    [InlineData("建筑小工", "工地包吃住，干活八小时，工资年底结清。", "工资年底结清")]
    public void Money_that_is_plainly_asked_for_is_told(string title, string text, string words) =>
        Find(title, text).Where(finding => finding.Flag == BaitFlags.Fee).Select(finding => finding.Words).ShouldContain(words);

    [Theory]
    [InlineData("木工学徒", "家具厂招木工学徒，不收押金，工具厂里配。")]
    [InlineData("木工学徒", "家具厂招木工学徒，无押金，满半年加工资。")]
    [InlineData("木工学徒", "家具厂招木工学徒，宿舍押金由公司出，包吃。")]
    [InlineData("木工学徒", "家具厂招木工学徒，房租押金三百块公司交，包吃。")]
    [InlineData("包装工", "体检费公司报销，包吃住，长白班。")]
    [InlineData("包装工", "体检费一百二十块，入职后报销，包吃住，长白班。")]
    [InlineData("包装工", "体检费80元厂里出，包吃住，长白班。")]
    [InlineData("包装工", "厂里代交体检费，包吃住。")]
    [InlineData("月嫂", "体检在县医院做，体检费凭发票报。")]
    [InlineData("外派普工", "公司先帮工人交宿舍押金，不从工资扣。")]
    [InlineData("酒店前台", "负责入住登记，收客人押金三百元，退房时退还。")]
    [InlineData("网约车司机", "车辆公司自有，可租可不租，租车保证金三千开收据，退车验车后30天原路退。")]
    [InlineData("普工", "入职不用交三百块押金，勿信中介。")]
    [InlineData("普工", "凡要求交押金、服装费的都是骗子。")]
    [InlineData("保洁员", "长白班，交通费每月补贴一百元。")]
    [InlineData("保洁员", "长白班，交通补贴每月一百元。")]
    [InlineData("保洁员", "长白班，服装押金已取消。")]
    [InlineData("保洁员", "长白班，体检费先垫付，入职后公司全额报销。")]
    [InlineData("建筑小工", "工地包吃住，工资月结，不拖欠，年底再发一个月工资。")]
    [InlineData("建筑小工", "工地包吃住，工资月结，年底一次性发奖金。")]
    [InlineData("销售", "绩效工资年底结清，底薪月发。")]
    [InlineData("押运员", "押运两百公里以内，夜班补贴三十元。")]
    [InlineData("收银员", "交班时点清备用金三百元，办公用品公司领。")]
    [InlineData("文员", "协助办理社保，单位交三百元医保，办证时不交钱。")]
    [InlineData("快递员", "帮忙收一下快递，转交给住户。")]
    [InlineData("出纳", "办理公账收付，走公账开票，不收现金。")]
    public void Honest_sentences_with_the_same_nouns_are_believed(string title, string text) => Find(title, text).ShouldBeEmpty();

    [Theory]
    [InlineData("走公账慢，请几位老乡帮忙收一下转一下。")]
    [InlineData("帮我们收一下再转出去，每笔给五十。")]
    public void Money_of_others_passed_on_is_a_crime(string text) => BaitCheck.Flags(Find("财务助理", text)).HasFlag(BaitFlags.Crime).ShouldBeTrue();

    [Theory]
    [InlineData("普工", "打包作业，日结一千元", true)]
    [InlineData("普工", "打包作业，日薪1000元", true)]
    [InlineData("普工", "打包作业，时薪200元", true)]
    [InlineData("普工", "流水线工人月薪25000元", true)]
    [InlineData("普工", "打包作业，日结一百八十元，干满一天就结", false)]
    [InlineData("普工", "打包作业，每天180元，流水线作业", false)]
    public void Pay_that_only_the_words_tell_is_measured_by_the_day_and_the_hour_too(string title, string text, bool high)
    {
        var wage = new Wage { Unit = WageUnit.Month, MinFen = 300_000, MaxFen = 380_000 };
        var packer = Catalogue.Instance.Occupations.Values.Single(o => o.Code == "6-31-05-00").Id;
        var flags = BaitCheck.Flags(BaitCheck.Find(PostingKind.Enterprise, wage, Education.Unknown, [packer], BaitCheck.UsualPercent, title, text));
        flags.HasFlag(BaitFlags.PayFarAbove).ShouldBe(high, flags.ToString());
        if (!high) flags.ShouldBe(BaitFlags.None);
    }

    [Theory]
    [InlineData("体检费80元自理，工作服200元从工资里扣。", "体检费80元自理", "工作服200元从工资里扣")]
    [InlineData("工作服200元，从第一个月工资里扣，体检费100元自己出。", "工作服200元，从第一个月工资里扣", "体检费100元自己出")]
    [InlineData("押金300元，被褥150元工资里扣。", "押金300元", "被褥150元工资里扣")]
    public void Each_sum_that_is_taken_is_quoted(string text, params string[] words) =>
        Find("普工", text).Where(finding => finding.Flag == BaitFlags.Fee).Select(finding => finding.Words).ShouldBe(words, ignoreOrder: true);

    [Theory]
    [InlineData("厂里管饭，有宿舍，长白班。工作服200元，从工资里扣。五险齐全，工资月结。")]
    [InlineData("包吃住，月休四天。工衣两套一百六，发工资时从工资中扣。初中以上，有班车。")]
    public void Clothes_that_the_worker_pays_for_are_told_in_any_company(string text) => BaitCheck.Flags(Find("包装工", text)).HasFlag(BaitFlags.Fee).ShouldBeTrue();

    [Theory]
    [InlineData("工作服厂里发，不从工资里扣。")]
    [InlineData("工作服免费发放，个税从工资里扣。")]
    [InlineData("包吃，月休四天，被褥自带，水电费从工资里扣。")]
    [InlineData("押金300元，满半年退。", "押金300元")]
    public void What_only_tells_more_of_a_fee_is_no_other(string text, params string[] words) => Find("普工", text).Select(finding => finding.Words).ShouldBe(words);

    [Theory]
    [InlineData("帮老人投资理财，拉一人提成两千，发展下线")]
    [InlineData("劝退休老人入股养老项目。")]
    [InlineData("公司正规，双休，五险。带叔叔阿姨来听课买保健品，场地舒服。月休四天，包午饭。")]
    [InlineData("卖茶叶，包吃住，有宿舍。每拉一个人加入提成五百。月休四天，工资月结。")]
    public void Savings_of_the_old_and_pay_for_people_brought_in_are_told_in_any_company(string text) => BaitCheck.Flags(Find("业务员", text)).HasFlag(BaitFlags.Crime).ShouldBeTrue();

    [Theory]
    [InlineData("包吃住，介绍老乡入职奖200。")]
    [InlineData("包吃住，月休四天，五险。介绍朋友入职满一个月奖300元。")]
    [InlineData("宣传防范老人投资理财诈骗。")]
    [InlineData("陪退休老人聊天散步做饭。")]
    public void A_sum_for_a_neighbour_who_starts_is_honest(string text) => Find("普工", text).ShouldBeEmpty();

    private static IReadOnlyList<BaitFinding> Find(string title, string text) => BaitCheck.Find(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, [], BaitCheck.UsualPercent, title, text);
}
