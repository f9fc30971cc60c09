using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Wages;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

/// <summary>Company for drinking, singing and sex waits for a station whatever it pays; who refuses it, and who looks after people, does not.</summary>
public class CompanyWordsTests
{
    [Theory]
    [InlineData("洗脚城服务员", "陪客人喝酒聊天，当天拿钱", "陪客人喝")]
    [InlineData("服务员 陪酒", "", "陪酒")]
    [InlineData("足疗技师", "可做特殊服务，提成高", "特殊服务")]
    [InlineData("夜总会公关，陪唱陪喝", "", "夜总会公关")]
    [InlineData("服务员", "KTV 夜场陪酒", "陪酒")]
    [InlineData("包房服务员", "工作轻松，陪老板唱唱歌，小费归自己。", "陪老板唱")]
    [InlineData("商务接待", "包吃住，双休，买五险。晚上陪客户喝酒应酬，有车接送。月休四天。", "陪客户喝")]
    [InlineData("模特", "在KTV上班，日结。", "模特")]
    [InlineData("会所技师", "做大活，日结", "大活")]
    [InlineData("酒吧少爷公主", "工资4000", "酒吧少爷公主")]
    [InlineData("服务员", "无经验也可以陪酒，包住。", "陪酒")]
    [InlineData("服务员", "不强制陪酒，陪的另算。", "陪酒")]
    [InlineData("保健按摩技师", "会所提供全套，收入高。", "会所提供全套")]
    [InlineData("服务员", "陪酒不要经验，当天结。", "陪酒")]
    [InlineData("服务员", "端菜，客人来了陪着喝两杯，小费高。", "陪着喝")]
    [InlineData("包厢公主", "晚上八点到两点", "包厢公主")]
    [InlineData("足浴技师", "会做特服，小费自己拿", "特服")]
    [InlineData("保洁员", "打扫房间，帮厨，陪夜不用，陪睡另算钱。", "陪睡")]
    public void Company_for_sale_waits_for_a_station(string title, string text, string words) =>
        Find(title, text).Where(finding => finding.Flag == BaitFlags.Crime).Select(finding => finding.Words).ShouldContain(words);

    [Theory]
    [InlineData("KTV服务员", "正规量贩，送酒水收拾包间，不陪酒。")]
    [InlineData("KTV服务员", "无需陪酒陪唱，十二点下班。")]
    [InlineData("KTV服务员", "送酒水，不用陪客人喝酒唱歌。")]
    [InlineData("酒店服务员", "传菜摆台，从不让员工陪客人喝酒。")]
    [InlineData("足疗技师", "正规足疗，严禁色情服务，持证上岗。")]
    [InlineData("足疗技师", "绿色足疗，不提供任何特殊服务。")]
    [InlineData("按摩师", "没有色情、特殊服务，陪酒的勿扰。")]
    [InlineData("内容审核员", "审核涉黄色情内容，三班倒。")]
    [InlineData("医院陪护", "一对一陪护病人，晚上陪睡，管饭。")]
    [InlineData("陪诊员", "陪老人看病取药。")]
    [InlineData("幼儿园保育员", "陪孩子玩，陪小朋友唱歌睡午觉。")]
    [InlineData("育儿嫂", "白天带宝宝，夜里陪睡。")]
    [InlineData("养老护理员", "陪老人聊天喝茶唱红歌。")]
    [InlineData("特殊教育老师", "教特殊儿童说话画画。")]
    [InlineData("锅炉工", "特殊工种，要持证上岗。")]
    [InlineData("地勤", "给特殊服务旅客带路。")]
    [InlineData("导游", "陪酒店客人去景区，讲解历史。")]
    [InlineData("酒厂讲解员", "陪客人参观酒厂，介绍白酒工艺。")]
    [InlineData("民宿管家", "陪客人喝早茶，介绍苗寨。")]
    public void Who_refuses_it_and_who_looks_after_people_is_believed(string title, string text) => Find(title, text).ShouldBeEmpty();

    private static IReadOnlyList<BaitFinding> Find(string title, string text) => BaitCheck.Find(PostingKind.Enterprise, Wage.Negotiable, Education.Unknown, [], BaitCheck.UsualPercent, title, text);
}
