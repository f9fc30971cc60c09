using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Wages;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

public class BaitCheckTests
{
    [Theory]
    [InlineData("入职交押金500元", BaitFlags.Fee)]
    [InlineData("服装费自理200元", BaitFlags.Fee)]
    [InlineData("先缴纳培训费，学会上岗", BaitFlags.Fee)]
    [InlineData("保证金离职可退", BaitFlags.Fee)]
    [InlineData("日结万元不是梦", BaitFlags.EasyMoney)]
    [InlineData("在家轻松月入过万", BaitFlags.EasyMoney)]
    [InlineData("招远洋船员，月薪一万包吃住", BaitFlags.KnownLure)]
    [InlineData("夜场保安，月薪一万包吃住", BaitFlags.KnownLure)]
    [InlineData("网店刷单员", BaitFlags.Crime)]
    [InlineData("境外客服，高薪包机票", BaitFlags.Abroad)]
    [InlineData("不收押金", BaitFlags.None)]
    [InlineData("免培训费", BaitFlags.None)]
    [InlineData("体检费报销", BaitFlags.None)]
    [InlineData("体检费由公司承担", BaitFlags.None)]
    [InlineData("谨防骗子收取押金", BaitFlags.None)]
    [InlineData("小区保安，包吃住", BaitFlags.None)]
    [InlineData("免费发工作服，带薪培训", BaitFlags.None)]
    [InlineData("体检费自理", BaitFlags.Fee)]
    [InlineData("健康证自费办理", BaitFlags.Fee)]
    [InlineData("报名先交300元", BaitFlags.Fee)]
    [InlineData("工衣押金200，离职退还", BaitFlags.Fee)]
    [InlineData("0押金入职，配车包住", BaitFlags.None)]
    [InlineData("无押金，提供电动车", BaitFlags.None)]
    [InlineData("负责收取客户押金", BaitFlags.None)]
    [InlineData("负责物业服务费催收", BaitFlags.None)]
    [InlineData("体检费入职满三个月报销", BaitFlags.None)]
    [InlineData("日结万元", BaitFlags.EasyMoney)]
    [InlineData("一天上万，当天到账", BaitFlags.EasyMoney)]
    [InlineData("招聘海员，月薪一万包吃住，无需经验", BaitFlags.KnownLure)]
    [InlineData("船员水手，工资15000元/月", BaitFlags.KnownLure)]
    [InlineData("夜场门卫月薪过万", BaitFlags.KnownLure)]
    [InlineData("小区保安，一个月一万，包吃住", BaitFlags.KnownLure)]
    [InlineData("小区保安，每月1.2万，包吃住", BaitFlags.KnownLure)]
    [InlineData("门卫，月 薪 一 万，包吃包住", BaitFlags.KnownLure)]
    [InlineData("门卫，每个月12,000元", BaitFlags.KnownLure)]
    [InlineData("普工，每个月四万", BaitFlags.PayFarAbove)]
    [InlineData("小区保安，小区有一万户", BaitFlags.None)]
    [InlineData("提供银行卡和手机卡，一天300", BaitFlags.Crime)]
    [InlineData("出租微信号，日结", BaitFlags.Crime)]
    [InlineData("收款码租借，月结", BaitFlags.Crime)]
    [InlineData("代充话费，在家可做", BaitFlags.Crime)]
    [InlineData("给视频点赞返佣金", BaitFlags.Crime)]
    [InlineData("银行卡租借，安全可靠", BaitFlags.Crime)]
    [InlineData("微信号租给我们，每天80元", BaitFlags.Crime)]
    [InlineData("用本人微信收款码收款，按流水提成", BaitFlags.Crime)]
    [InlineData("刷银行流水，一天几百", BaitFlags.Crime)]
    [InlineData("辅助注册，扫码解封", BaitFlags.Crime)]
    [InlineData("不问包裹内容，转寄即可", BaitFlags.Crime)]
    [InlineData("工作服200元自己出", BaitFlags.Fee)]
    [InlineData("需购买380元学习资料", BaitFlags.Fee)]
    [InlineData("可办理培训贷，毕业分期还", BaitFlags.Fee)]
    [InlineData("入职需提供银行卡，工资按天计，每天结算", BaitFlags.None)]
    [InlineData("入职需提供银行卡，每天200元", BaitFlags.None)]
    [InlineData("反诈宣传，严防出租出售银行卡、电话卡", BaitFlags.None)]
    [InlineData("劝阻群众不参与刷单、跑分", BaitFlags.None)]
    [InlineData("前台，办理入住押金收退", BaitFlags.None)]
    [InlineData("租车客服，介绍租车押金政策", BaitFlags.None)]
    [InlineData("入职时提供身份证、银行卡复印件", BaitFlags.None)]
    [InlineData("请提供银行卡号，每月发工资", BaitFlags.None)]
    [InlineData("银行保安，负责守押运车", BaitFlags.None)]
    [InlineData("手机店营业员，办理电话卡", BaitFlags.None)]
    [InlineData("超市收银员，会用微信、支付宝收款", BaitFlags.None)]
    [InlineData("销售员，每月业绩10万以上有提成", BaitFlags.None)]
    [InlineData("酒店保安，3500元/月，包吃住", BaitFlags.None)]
    [InlineData("销售员，厂里有保安", BaitFlags.None)]
    [InlineData("在琅东公交站乘坐D327路公交", BaitFlags.None)]
    [InlineData("没有证的先交1500元", BaitFlags.Fee)]
    [InlineData("无需先交1500元", BaitFlags.None)]
    [InlineData("满三个月原价退回", BaitFlags.Fee)]
    [InlineData("路费干满三个月退", BaitFlags.None)]
    [InlineData("前台，收押金、退押金、开发票", BaitFlags.None)]
    [InlineData("干不满7天不发工资", BaitFlags.Fee)]
    [InlineData("干满一天有一天工资", BaitFlags.None)]
    [InlineData("用您名义买车，首付公司出", BaitFlags.Crime)]
    [InlineData("带本人身份证来面试", BaitFlags.None)]
    [InlineData("保管U盾和空白支票", BaitFlags.None)]
    [InlineData("跟进越南、柬埔寨工厂订单，不出国", BaitFlags.None)]
    [InlineData("发现偷渡及时报告", BaitFlags.None)]
    [InlineData("平台派单抢单上门维修", BaitFlags.None)]
    public void Baits_are_flagged_and_honest_words_are_not(string text, BaitFlags flags) =>
        BaitCheck.Check(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, text).ShouldBe(flags);

    [Theory]
    [InlineData("远洋海员", "9000-15000元/月", BaitFlags.KnownLure)]
    [InlineData("小区保安", "6000-10000元/月", BaitFlags.KnownLure)]
    [InlineData("小区保安", "3500-4500元/月", BaitFlags.None)]
    [InlineData("船员培训讲师", "10000-12000元/月", BaitFlags.None)]
    public void The_upper_end_promises_too(string title, string wage, BaitFlags flags) =>
        (BaitCheck.Check(PostingKind.Enterprise, WageReader.Read(wage), Education.Unknown, title) & BaitFlags.KnownLure).ShouldBe(flags);

    [Fact]
    public void Each_fee_is_told_once() =>
        BaitCheck.Find(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, [], BaitCheck.UsualPercent, "普工", "体检费180元、保证金500元入职时交").Select(f => f.Words)
            .ShouldBe(["体检费180元", "保证金500元入职时交"]);

    [Theory]
    [InlineData(PostingKind.Enterprise, "2万-3万", Education.Unknown, true)]
    [InlineData(PostingKind.Enterprise, "2万-3万", Education.Bachelor, false)]
    [InlineData(PostingKind.Enterprise, "5千-8千", Education.Unknown, false)]
    [InlineData(PostingKind.HomeWork, "1万元/月", Education.Unknown, true)]
    [InlineData(PostingKind.PublicWelfare, "400元/月", Education.Unknown, false)]
    public void Pay_is_measured_against_its_kind(PostingKind kind, string wage, Education education, bool flagged) =>
        BaitCheck.Check(kind, WageReader.Read(wage), education).HasFlag(BaitFlags.PayFarAbove).ShouldBe(flagged);

    [Theory]
    [InlineData("4-07-05-01", "1万元/月", BaitFlags.PayFarAbove | BaitFlags.KnownLure)]
    [InlineData("4-07-05-01", "3500-4500元/月", BaitFlags.None)]
    [InlineData("6-30-04-01", "1万-1.5万", BaitFlags.KnownLure)]
    [InlineData("4-09-08-01", "9000元/月", BaitFlags.PayFarAbove)]
    [InlineData("4-09-08-01", "2800元/月", BaitFlags.None)]
    [InlineData("6-29-01-01", "280-350元/天", BaitFlags.None)]
    [InlineData("6-29-01-01", "900元/天", BaitFlags.PayFarAbove)]
    [InlineData("4-02-02-02", "8000-12000元/月", BaitFlags.None)]
    [InlineData("4-10-08-01", "8千-1.3万", BaitFlags.None)]
    [InlineData("6-05-01-03", "4000-10000元/月", BaitFlags.None)]
    [InlineData("6-05-01-03", "2500元/天", BaitFlags.PayFarAbove | BaitFlags.EasyMoney)]
    [InlineData("4-09-08-01", "面议", BaitFlags.None)]
    public void Pay_is_measured_against_what_such_work_usually_pays(string code, string wage, BaitFlags flags)
    {
        var occupation = Catalogue.Instance.Occupations.Values.Single(o => o.Code == code);
        var found = BaitCheck.Find(PostingKind.Enterprise, WageReader.Read(wage), Education.Unknown, [occupation.Id], BaitCheck.UsualPercent, occupation.Name);
        BaitCheck.Flags(found).ShouldBe(flags);
        if (found.FirstOrDefault(f => f.Flag == BaitFlags.PayFarAbove) is { } pay) (pay.PayFen > pay.UsualFen * 2).ShouldBeTrue();
    }

    /// <summary>A college asked for makes more pay believable, not any; a range offers its upper end as well; a gig's pay per time is a day's.</summary>
    [Theory]
    [InlineData("4-10-01-01", PostingKind.Enterprise, "60000元/月", Education.JuniorCollege, true)]
    [InlineData("3-01-02-07", PostingKind.Enterprise, "20000-30000元/月", Education.JuniorCollege, true)]
    [InlineData("2-02-10-03", PostingKind.Enterprise, "15000-25000元/月", Education.Bachelor, false)]
    [InlineData("6-31-01-01", PostingKind.Enterprise, "3000-50000元/月", Education.Unknown, true)]
    [InlineData("6-31-01-01", PostingKind.Enterprise, "3000-9000元/月", Education.Unknown, false)]
    [InlineData("6-31-01-01", PostingKind.Enterprise, "60-90元/小时", Education.Unknown, true)]
    [InlineData("4-02-05-01", PostingKind.Gig, "1100-1900元/次", Education.Unknown, true)]
    [InlineData("4-02-05-01", PostingKind.Gig, "120-200元/次", Education.Unknown, false)]
    [InlineData("5-02-02-00", PostingKind.WorkRelief, "3000-4000元/次", Education.Unknown, false)]
    public void Pay_is_doubted_at_both_ends_whatever_schooling_is_asked(string code, PostingKind kind, string wage, Education education, bool doubted)
    {
        var occupation = Catalogue.Instance.Occupations.Values.FirstOrDefault(o => o.Code == code) ?? Catalogue.Instance.Occupations.Values.First(o => o.Code.StartsWith(code[..7], StringComparison.Ordinal));
        BaitCheck.Flags(BaitCheck.Find(kind, WageReader.Read(wage), education, [occupation.Id], BaitCheck.UsualPercent, occupation.Name)).HasFlag(BaitFlags.PayFarAbove).ShouldBe(doubted);
    }

    [Theory]
    [InlineData("入职买工装280元", BaitFlags.Fee)]
    [InlineData("入职押身份证原件", BaitFlags.Fee)]
    [InlineData("带身份证原件来面试", BaitFlags.None)]
    [InlineData("公司发工装，不用自己买", BaitFlags.None)]
    [InlineData("到缅甸上班，机票全包", BaitFlags.Abroad)]
    [InlineData("到县城上班，车费全包", BaitFlags.None)]
    public void Papers_as_a_pledge_clothes_to_buy_and_work_where_people_vanish_are_seen(string text, BaitFlags flags) =>
        BaitCheck.Check(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, text).ShouldBe(flags);

    [Fact]
    public void Words_are_quoted_from_where_they_begin() =>
        BaitCheck.Find(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, [], BaitCheck.UsualPercent, "包装工", "押金300元，培训费200元。日结万元")
            .Select(found => found.Words).ShouldBe(["押金300元", "培训费200元", "日结万元"], ignoreOrder: true);

    [Theory]
    [InlineData("入职需缴 200 元服装费，包吃住", "入职需缴 200 元服装费")]
    [InlineData("先缴纳1200元 培训费", "先缴纳1200元 培训费")]
    [InlineData("请先到财务室缴纳1200元 培训费", "1200元 培训费")]
    [InlineData("入职前缴清12000.00元工作服押金", "12000.00元工作服押金")]
    [InlineData("一次交 12000 元的培训和工作服押金", "12000 元的培训和工作服押金")]
    [InlineData("押金 1,200 元，离职退", "押金 1,200 元")]
    [InlineData("缅北海员也招，月薪 30000 元，包机票", "缅北海员也招，月薪 30000 元，包机票")]
    [InlineData("去柬埔寨做客服打字，月入2万-3万元。", "柬埔寨做客服打字，月入2万-3万元")]
    [InlineData("老挝厂招工，月薪面谈保底，包住", "老挝厂招工，月薪面谈保底")]
    [InlineData("轻松就能赚 2 万，名额有限", "轻松就能赚 2 万")]
    [InlineData("无需经验，月入过万，包吃住", "无需经验，月入过万")]
    [InlineData("月入过万，零经验也行", "月入过万，零经验")]
    public void Words_are_never_cut_inside_an_amount_or_a_clause(string text, string quoted) =>
        BaitCheck.Find(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, [], BaitCheck.UsualPercent, "包装工", text).Select(found => found.Words).ShouldContain(quoted);

    [Theory]
    [InlineData("无需经验，月入四千")]
    [InlineData("有经验者月入过万")]
    [InlineData("轻松就能学会，月入 4000 元")]
    public void Modest_promises_are_no_easy_money(string text) => BaitCheck.Check(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, text).ShouldBe(BaitFlags.None);

    /// <summary>An hour in somebody's home pays the way there as well, and never fills a month.</summary>
    [Theory]
    [InlineData("家政保洁", "35元/小时", BaitFlags.None)]
    [InlineData("钟点工", "50元/小时", BaitFlags.None)]
    [InlineData("保洁", "120元/小时", BaitFlags.PayFarAbove)]
    [InlineData("保洁员", "9000元/月", BaitFlags.PayFarAbove)]
    public void Hours_in_homes_are_paid_more(string title, string wage, BaitFlags flags)
    {
        var occupations = OccupationResolver.Ids(OccupationResolver.Instance.Resolve(title, new OccupationContext("", "")));
        BaitCheck.Flags(BaitCheck.Find(PostingKind.Enterprise, WageReader.Read(wage), Education.Unknown, occupations, BaitCheck.UsualPercent, title)).ShouldBe(flags);
    }

    [Fact]
    public void The_county_may_believe_more()
    {
        var cleaner = Catalogue.Instance.Occupations.Values.Single(o => o.Code == "4-09-08-01").Id;
        BaitCheck.Find(PostingKind.Enterprise, WageReader.Read("9000元/月"), Education.Unknown, [cleaner], payPercent: 400, "保洁员").ShouldBeEmpty();
    }

    [Fact]
    public void A_reason_names_the_words() =>
        BaitCheck.Find(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, [], BaitCheck.UsualPercent, "包装工", "入职先交服装费200元").Single().Words.ShouldContain("服装费");

    [Fact]
    public void Usual_pay_is_of_the_nearest_group()
    {
        int Id(string code) => Catalogue.Instance.Occupations.Values.Single(o => o.Code == code).Id;
        UsualPay.Of([Id("4-03-02-01")]).ShouldBe(450_000);
        UsualPay.Of([Id("4-03-02-05")]).ShouldBe(350_000);
        UsualPay.Of([Id("4-03-02-05"), Id("4-03-02-01")]).ShouldBe(450_000);
        UsualPay.Of([]).ShouldBeNull();
        Catalogue.Instance.Occupations.Values.ShouldAllBe(o => UsualPay.Of(new[] { o.Id }) > 0);
    }
}
