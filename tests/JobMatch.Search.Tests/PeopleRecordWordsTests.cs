using JobMatch.Asking;
using JobMatch.Training;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>What a clerk says of trainings, certificates and experience with their days and lengths, before any engine is asked.</summary>
public sealed class PeopleRecordWordsTests(HandMadeCounty<Embedded.EmbeddedEngine> county) : IClassFixture<HandMadeCounty<Embedded.EmbeddedEngine>>
{
    [Theory]
    [InlineData("零就业家庭缝纫培训合格的", "", 1, TrainingResult.Passed)]
    [InlineData("焊工培训不合格", "", 12, TrainingResult.Failed)]
    [InlineData("参加了电焊培训但没合格", "", 12, TrainingResult.Failed)]
    [InlineData("电工培训考试没过的", "", 11, TrainingResult.Failed)]
    [InlineData("会缝纫 考试不合格的", "会缝纫", 0, TrainingResult.Failed)]
    [InlineData("培训通过了会做饭", "会做饭", 0, TrainingResult.Passed)]
    [InlineData("培训合格没工作的脱贫户", "", 0, TrainingResult.Passed)]
    [InlineData("报了电工班还没上课的", "", 11, TrainingResult.Attending)]
    [InlineData("结业的", "", 0, TrainingResult.Passed)]
    [InlineData("中途退出培训的", "", 0, TrainingResult.DroppedOut)]
    [InlineData("没学完缝纫培训的", "", 1, TrainingResult.DroppedOut)]
    [InlineData("正在参加月嫂培训的", "", 5, TrainingResult.Attending)]
    [InlineData("培训中的", "", 0, TrainingResult.Attending)]
    [InlineData("报名了缝纫培训还没开班", "", 1, TrainingResult.Attending)]
    public async Task How_a_training_ended(string typed, string rest, int kind, TrainingResult result)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.Trainings.ShouldHaveSingleItem().KindIds.ShouldBe(kind > 0 ? [kind] : []);
        query.Trainings[0].Results.ShouldBe([result]);
        query.Words.ShouldBe(rest);
    }

    /// <summary>Days from the first of this month, in months.</summary>
    [Theory]
    [InlineData("谁上个月培训过", "", -1, 0)]
    [InlineData("本月培训的没工作", "", 0, 1)]
    [InlineData("上个月培训过没工作的", "", -1, 0)]
    [InlineData("上个月学过缝纫但不会电焊", "", -1, 0)]
    [InlineData("上个月培训过的脱贫户", "", -1, 0)]
    [InlineData("本月参加过缝纫培训 会做饭", "会做饭", 0, 1)]
    public async Task When_a_training_was(string typed, string rest, int from, int before)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        var first = new DateOnly(county.County.Today.Year, county.County.Today.Month, 1);
        query.Trainings.ShouldHaveSingleItem().Ends.ShouldBe(new DaysAsked(first.AddMonths(from), first.AddMonths(before).AddDays(-1)));
        query.Words.ShouldBe(rest);
    }

    [Theory]
    [InlineData("做过缝纫3年", "", 6050103, 36, null)]
    [InlineData("脱贫户缝纫经验3年", "", 6050103, 36, null)]
    [InlineData("有两年以上电焊经验的", "", 6180204, 24, null)]
    [InlineData("当过两年保安的", "", 4070501, 24, null)]
    [InlineData("保安干了5年", "", 4070501, 60, null)]
    [InlineData("开过5年货车", "", 4020202, 60, null)]
    [InlineData("干过一年半保洁的没工作", "", 4090801, 18, null)]
    [InlineData("做过半年以上家政 会做饭", "会做饭", 4100106, 6, null)]
    [InlineData("缝纫工作经验不到一年", "", 6050103, 0, 12)]
    [InlineData("电工干了十几年", "", 6310103, 120, null)]
    [InlineData("有1年叉车经验没工作", "", 6300501, 12, null)]
    [InlineData("干过5年以上的", "", 0, 60, null)]
    [InlineData("有三年工作经验", "", 0, 36, null)]
    public async Task How_long_somebody_did_what(string typed, string rest, int occupation, int months, int? below)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        var ids = query.Experience.ShouldHaveSingleItem().OccupationIds;
        if (occupation > 0) ids.ShouldContain(occupation); else ids.ShouldBeEmpty();
        (query.Experience[0].Months, query.Experience[0].Below, query.Experience[0].Day).ShouldBe((months, below, county.County.Today));
        query.Words.ShouldBe(rest);
    }

    [Theory]
    [InlineData("健康证快到期的", "", 1)]
    [InlineData("有健康证但快到期", "", 1)]
    [InlineData("脱贫户健康证过期的", "", 1)]
    [InlineData("C1明年到期", "", 8)]
    [InlineData("会做饭 过期健康证", "会做饭", 1)]
    [InlineData("证快到期没工作的", "", 0)]
    [InlineData("今年到期", "", 0)]
    public async Task What_runs_out(string typed, string rest, int kind)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.Certificates.ShouldHaveSingleItem().KindIds.ShouldBe(kind > 0 ? [kind] : []);
        query.Words.ShouldBe(rest);
    }

    [Theory]
    [InlineData("失业一年以上")]
    [InlineData("近三年做过缝纫")]
    [InlineData("3年前做过保安")]
    [InlineData("想做两年保安")]
    [InlineData("当过3年兵")]
    [InlineData("2010年东莞制衣厂")]
    [InlineData("合同快到期的")]
    [InlineData("没有过期的健康证")]
    [InlineData("焊工证没过期的")]
    [InlineData("有电工证")]
    public async Task Other_lengths_and_days_are_no_experience_and_no_certificate(string typed) =>
        (await UnderstoodAsync(typed)).Apply(new()).ShouldSatisfyAllConditions(q => q.Experience.ShouldBeEmpty(), q => q.Certificates.ShouldBeEmpty());

    [Theory]
    [InlineData("想参加培训")]
    [InlineData("想学缝纫")]
    [InlineData("参加过缝纫培训")]
    [InlineData("不想参加培训")]
    [InlineData("培训老师")]
    [InlineData("做过培训")]
    public async Task Wishes_kinds_and_work_stay_what_they_are(string typed) => (await UnderstoodAsync(typed)).Apply(new()).Trainings.ShouldBeEmpty();

    private Task<UnderstoodPeople> UnderstoodAsync(string typed) => county.UnderstoodPeopleAsync(typed);
}
