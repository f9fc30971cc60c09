using System.Globalization;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

public class PostingTextTests
{
    [Theory]
    [InlineData("18-45岁，身体好", 18, 45)]
    [InlineData("年龄：20至50周岁", 20, 50)]
    [InlineData("45岁以下", null, 45)]
    [InlineData("55周岁以内", null, 55)]
    [InlineData("年满18周岁", 18, null)]
    [InlineData("35岁以上", 35, null)]
    [InlineData("工资3000-4500", null, null)]
    public void Age_words_become_a_stated_preference(string text, int? from, int? to)
    {
        var facts = PostingText.Read("普工", text);
        (facts.StatedAgeFrom, facts.StatedAgeTo).ShouldBe((from, to));
    }

    [Theory]
    [InlineData("长白班", Shift.Day)]
    [InlineData("两班倒，12小时", Shift.TwoShift)]
    [InlineData("三班倒", Shift.ThreeShift)]
    [InlineData("上下班自由", Shift.Flexible)]
    [InlineData("上夜班看守", Shift.Night)]
    [InlineData("白班，没有夜班", Shift.Day)]
    [InlineData("夜班补贴", Shift.Unknown)]
    [InlineData("早班晚班轮换", Shift.TwoShift)]
    [InlineData("早班7点到15点，晚班15点到23点，轮着上", Shift.TwoShift)]
    [InlineData("看厂，晚上10点到早上6点", Shift.Night)]
    [InlineData("守夜，晚上十点到第二天早上六点", Shift.Night)]
    public void Shifts_are_read(string text, Shift shift) => PostingText.Read("普工", text).Shift.ShouldBe(shift);

    [Theory]
    [InlineData("会说普通话，勤快", Mandarin.Conversational)]
    [InlineData("能用普通话和客人交流", Mandarin.Conversational)]
    [InlineData("普通话流利，初中以上", Mandarin.Fluent)]
    [InlineData("标准普通话", Mandarin.Fluent)]
    [InlineData("听得懂普通话就行", Mandarin.Simple)]
    [InlineData("不要求普通话", Mandarin.Unknown)]
    [InlineData("普通话不标准也可以", Mandarin.Unknown)]
    [InlineData("会普通话优先", Mandarin.Unknown)]
    [InlineData("本地话就行", Mandarin.Unknown)]
    public void Mandarin_that_is_asked_is_read(string text, Mandarin asked) => PostingText.Read("前台", text).Mandarin.ShouldBe(asked);

    [Theory]
    [InlineData("塔吊司机，持建筑起重机械司机证", 7)]
    [InlineData("招持证架子工", 27)]
    [InlineData("幼儿园老师，要有教师资格证", 29)]
    [InlineData("需执业助理医师证", 30)]
    [InlineData("有护士证，会打针", 31)]
    [InlineData("持海员证上船", 32)]
    public void Licences_that_the_law_asks_for_are_read(string text, int kind) =>
        PostingText.Read("招工", text).Certificates.ShouldHaveSingleItem().ShouldBe((kind, CertificateTiming.NeededToApply));

    [Theory]
    [InlineData("每月工作20小时", null, 20)]
    [InlineData("每月上班20小时，打扫楼道", null, 20)]
    [InlineData("每月不超过20小时", null, 20)]
    [InlineData("每周5小时", null, 22)]
    [InlineData("每天4小时", 4, null)]
    [InlineData("上班8小时，月休4天", 8, null)]
    [InlineData("月休4天，每天8小时", 8, null)]
    [InlineData("2800元/月，12小时", 12, null)]
    [InlineData("每月26天每天8小时", 8, null)]
    [InlineData("每月不少于10天且不少于20小时", null, 20)]
    public void Hours_of_a_month_are_not_those_of_a_day(string text, int? day, int? month)
    {
        var facts = PostingText.Read("保洁", text);
        (facts.HoursPerDay, facts.HoursPerMonth).ShouldBe((day, month));
    }

    [Theory]
    [InlineData("干满8小时", 8)]
    [InlineData("每天要干10小时", 10)]
    [InlineData("上午9点到下午2点", 5)]
    [InlineData("早上六点半到十点", 3.5)]
    [InlineData("9点到14点，中午休息1小时", 4)]
    [InlineData("上午8:00-12:00，下午2:00-6:00", 8)]
    [InlineData("下午2点到6点", 4)]
    [InlineData("晚上10点到凌晨2点", 4)]
    [InlineData("早8点到晚6点，午休两小时", 8)]
    [InlineData("早上8点到下午6点", null)]
    [InlineData("早班8点到12点，晚班18点到22点", null)]
    [InlineData("面试时间上午9点到11点", null)]
    [InlineData("18-20时薪", null)]
    [InlineData("上午9点到下午2点，每天4小时", 4)]
    public void Hours_a_day_are_read_off_the_clock(string text, object? hours) => PostingText.Read("保洁", text).HoursPerDay.ShouldBe(hours is null ? null : Convert.ToDecimal(hours, CultureInfo.InvariantCulture));

    [Fact]
    public void One_text_gives_all_its_facts()
    {
        var facts = PostingText.Read("食堂帮厨", "每天8小时，月休4天，包吃包住，有班车接送，买五险。初中及以上学历。要有健康证。方便接送孩子。招3名。");
        (facts.HoursPerDay, facts.DaysPerMonth, facts.Vacancies).ShouldBe((8m, 26, 3));
        (facts.Food, facts.Lodging, facts.Transport, facts.SocialInsurance, facts.CareFriendly).ShouldBe((true, true, true, true, true));
        facts.Education.ShouldBe(Education.JuniorMiddle);
        facts.Certificates.ShouldHaveSingleItem().Timing.ShouldBe(CertificateTiming.ObtainableBeforeStart);
    }

    [Fact]
    public void What_is_denied_is_not_offered()
    {
        var facts = PostingText.Read("小时工", "不包吃住，无需健康证");
        (facts.Food, facts.Lodging, facts.Certificates.Count).ShouldBe((false, false, 0));
    }

    [Theory]
    [InlineData("要有叉车证", "叉车证(N1)")]
    [InlineData("持C1驾驶证", "驾驶证 C1")]
    [InlineData("持低压电工证", "低压电工证")]
    public void Certificates_of_law_are_needed_to_apply(string text, string name)
    {
        var certificate = PostingText.Read("工人", text).Certificates.ShouldHaveSingleItem();
        Catalogue.Instance.Certificates[certificate.KindId].Name.ShouldBe(name);
        certificate.Timing.ShouldBe(CertificateTiming.NeededToApply);
    }

    [Fact]
    public void A_longer_word_is_not_read_as_the_shorter_one_too() =>
        PostingText.Read("电工", "持高压电工证").Certificates.Select(c => Catalogue.Instance.Certificates[c.KindId].Name).ShouldBe(["高压电工证"]);

    [Theory]
    [InlineData("外墙高空清洗", true)]
    [InlineData("喷漆工", true)]
    [InlineData("超市理货", false)]
    public void Hazardous_kinds_are_known(string title, bool hazardous) => PostingText.Read(title, "").Hazardous.ShouldBe(hazardous);

    [Fact]
    public void Nights_that_are_denied_are_no_danger() => PostingText.Read("超市理货", "白班，没有夜班").Hazardous.ShouldBeFalse();

    [Theory]
    [InlineData("工地管午饭", true)]
    [InlineData("管两顿饭", true)]
    [InlineData("不管午饭", false)]
    public void A_meal_is_food(string text, bool food) => PostingText.Read("普工", text).Food.ShouldBe(food);

    [Theory]
    [InlineData("招20人", 20)]
    [InlineData("招焊工20人", 20)]
    [InlineData("招聘人数：15人", 15)]
    [InlineData("招6个人", 6)]
    [InlineData("请6个人", 6)]
    [InlineData("请两个人，管饭", 2)]
    [InlineData("保洁员四名", 4)]
    [InlineData("饲养员两名", 2)]
    [InlineData("招十二名普工", 12)]
    [InlineData("卸货工3人", 3)]
    [InlineData("焊工5人", 5)]
    [InlineData("临时卸货工3人，一天200，干满8小时", 3)]
    [InlineData("电焊工（两名）", 2)]
    [InlineData("洗碗阿姨两个", 2)]
    [InlineData("装载机司机：2人", 2)]
    [InlineData("焊工（持证）3人", 3)]
    [InlineData("现有焊工5人", null)]
    [InlineData("公司员工200人", null)]
    [InlineData("每班组焊工5人", null)]
    [InlineData("普工1个月试用", null)]
    [InlineData("车间有20人", null)]
    [InlineData("需要两个人一组", null)]
    [InlineData("全国第一名的工厂", null)]
    [InlineData("两人一间宿舍，知名企业", null)]
    public void The_number_of_people_is_read(string text, int? vacancies) => PostingText.Read("普工", text).Vacancies.ShouldBe(vacancies);

    [Theory]
    [InlineData("装卸工", Strain.Heavy)]
    [InlineData("收银员", Strain.Light)]
    [InlineData("包装工", Strain.Medium)]
    [InlineData("业务", Strain.Unknown)]
    public void Strain_is_hinted(string title, Strain strain) => PostingText.Read(title, "").Strain.ShouldBe(strain);

    [Fact]
    public void Every_template_fills_a_form_that_may_be_saved()
    {
        PostingTemplates.All.Count.ShouldBeGreaterThanOrEqualTo(12);
        PostingTemplates.All.Select(t => t.Key).ShouldBeUnique();
        foreach (var template in PostingTemplates.All)
        {
            var form = template.Fill(1, 1, settlementId: 7);
            var refusals = SavePostingChecks.Check(template.Place == QuotaPlace.Unknown ? form with { Quotas = [form.Quotas[0] with { PlaceText = "工地" }] } : form, new DateOnly(2026, 11, 15));
            refusals.ShouldBeEmpty($"{template.Key}: {string.Join(", ", refusals)}");
            BaitCheck.Check(form.Kind, SavePostingChecks.WageOf(form), form.EducationAsked, form.Title, form.Description).ShouldBe(BaitFlags.None, template.Key);
        }
    }
}
