using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Training;
using JobMatch.Workers;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>Workers by what is on their records with a day or a length: trainings and how they ended, certificates that run out, how long somebody did some work.</summary>
public abstract class WorkerRecordsContract<TEngine>(HandMadeCounty<TEngine> county) : WorkersOfEngine<TEngine>(county) where TEngine : ISearchEngine, new()
{
    private const int Welding = 12;
    private const int Forklift = 13;

    /// <summary>韦桂兰 has passed sewing in May, 陆小妹 has left it; 覃建国 has failed welding last year.</summary>
    [Fact]
    public async Task A_training_is_found_by_its_result_and_its_days()
    {
        var year = County.County.Today.Year;
        await TrainAsync(People.Jianguo, Welding, TrainingResult.Failed, new DateOnly(year - 1, 11, 20), new DateOnly(year - 1, 12, 31));
        foreach (var said in new[] { "培训合格的", "缝纫培训合格的", "今年培训过的", "今年参加过缝纫培训", $"{year}年5月培训的" }) (await AskedAsync(said)).ShouldBe([People.Guilan], said);
        foreach (var said in new[] { "培训没合格", "没通过考试的", "去年培训过的", "去年参加电焊培训没合格", "去年12月份培训的" }) (await AskedAsync(said)).ShouldBe([People.Jianguo], said);
        (await AskedAsync("缝纫培训没学完")).ShouldBe([People.Chengdong]);
        (await AskedAsync("参加过培训的")).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
        foreach (var said in new[] { "前年培训过的", "去年11月份培训的", "去年学过缝纫", "缝纫培训没合格", "电焊培训合格", "今年培训没合格" }) (await AskedAsync(said)).ShouldBeEmpty(said);
    }

    [Fact]
    public async Task Whoever_was_never_trained_has_no_such_record()
    {
        await TrainAsync(People.Jianguo, Welding, TrainingResult.Failed, County.County.Today.AddYears(-1), null);
        (await AskedAsync("没培训过的")).ShouldBe([People.Chengdong], "left before the end");
        (await AskedAsync("没参加过缝纫培训")).ShouldBe([People.Jianguo, People.Chengdong], ignoreOrder: true);
        (await AskedAsync("今年没培训过的")).ShouldBe([People.Jianguo, People.Chengdong], ignoreOrder: true);
        (await AskedAsync("没培训过但做过缝纫")).ShouldBe([People.Chengdong]);
    }

    /// <summary>The day passes and nothing is written: what was to begin has begun, and has ended.</summary>
    [Fact]
    public async Task A_class_is_waited_for_then_attended()
    {
        var today = County.County.Today;
        await TrainAsync(People.Jianguo, Forklift, TrainingResult.Attending, today.AddDays(1), today.AddDays(10));
        await TrainAsync(People.Guilan, Welding, TrainingResult.Attending, today.AddDays(-1), null);
        foreach (var said in new[] { "报了名还没培训的", "报名叉车培训还没开班" }) (await AskedAsync(said)).ShouldBe([People.Jianguo], said);
        foreach (var said in new[] { "正在培训的", "正在学电焊" }) (await AskedAsync(said)).ShouldBe([People.Guilan], said);
        (await IdsAsync(new WorkerQuery { Trainings = [Attending(today.AddDays(10))] })).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
        (await IdsAsync(new WorkerQuery { Trainings = [Attending(today.AddDays(11))] })).ShouldBe([People.Guilan]);

        static TrainingAsked Attending(DateOnly day) => new([], [TrainingResult.Attending]) { Begins = new(null, day), Ends = new(day, null) };
    }

    [Fact]
    public async Task A_result_that_is_entered_moves_her()
    {
        var id = await TrainAsync(People.Jianguo, Welding, TrainingResult.Attending, County.County.Today.AddDays(-9), County.County.Today);
        (await AskedAsync("正在培训")).ShouldBe([People.Jianguo]);
        await County.County.OnDbAsync(async db =>
        {
            (await db.FindAsync<TrainingRecord>(id))!.Result = TrainingResult.Passed;
            await db.SaveChangesAsync();
        });
        await County.CatchUpAsync();
        (await AskedAsync("正在培训")).ShouldBeEmpty();
        (await AskedAsync("近一个月培训合格的")).ShouldBe([People.Jianguo]);
    }

    /// <summary>韦桂兰's lasts 30 days more, 陆小妹's ended yesterday; 覃建国 has renewed his.</summary>
    [Fact]
    public async Task A_certificate_is_found_by_when_it_runs_out()
    {
        var today = County.County.Today;
        await RecordAsync(People.Jianguo, w => w.Certificates.AddRange([Certificate(2, today.AddDays(-40)), Certificate(2, today.AddDays(400)), Certificate(14, null)]));
        var kinds = new[] { HandMadePeople.HealthCertificate };
        (await IdsAsync(new WorkerQuery { Certificates = [new(kinds, new(today, today.AddDays(30)))] })).ShouldBe([People.Guilan]);
        (await IdsAsync(new WorkerQuery { Certificates = [new(kinds, new(today, today.AddDays(29)))] })).ShouldBeEmpty();
        foreach (var said in new[] { "证件快到期的", "30天内到期" }) (await AskedAsync(said)).ShouldBe([People.Guilan], said);
        foreach (var said in new[] { "证件过期的", "过期的证书" }) (await AskedAsync(said)).ShouldBe([People.Chengdong], said);
        foreach (var said in new[] { "电工证过期了", "电工证快到期", "保安证快到期的" }) (await AskedAsync(said)).ShouldBeEmpty(said);

        Certificate Certificate(int kind, DateOnly? to) => new() { KindId = kind, SettlementId = County.Xingfuli, ValidFrom = to?.AddYears(-3), ValidTo = to };
    }

    /// <summary>韦桂兰 has sewn for 24 months and 陆小妹 for six; 覃建国 is in work for 30 days, of which nobody knows what it is.</summary>
    [Fact]
    public async Task Experience_is_counted_in_months()
    {
        foreach (var said in new[] { "做过缝纫2年", "缝纫经验一年以上", "有两年缝纫经验的", "工作两年以上", "做缝纫7个月以上" }) (await AskedAsync(said)).ShouldBe([People.Guilan], said);
        foreach (var said in new[] { "缝纫半年以上", "做过6个月缝纫" }) (await AskedAsync(said)).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true, said);
        (await AskedAsync("缝纫经验不到一年")).ShouldBe([People.Chengdong]);
        (await AskedAsync("工作不到两个月")).ShouldBe([People.Jianguo]);
        foreach (var said in new[] { "做过缝纫3年", "缝纫经验不到半年", "保安经验一年以上" }) (await AskedAsync(said)).ShouldBeEmpty(said);
    }

    /// <summary>Employment that goes on counts on from day to day, with nothing written, and goes on from what was done before.</summary>
    [Fact]
    public async Task Work_that_goes_on_counts_up_to_the_day_that_asks()
    {
        var today = County.County.Today;
        await RecordAsync(People.Jianguo, w => w.Experience.Add(new WorkExperience { SettlementId = w.SettlementId, OccupationId = 6050103, Months = 3 }));
        (await IdsAsync(new WorkerQuery { Experience = [new([], 4, today)] })).ShouldContain(People.Jianguo, "three months and thirty days");
        (await IdsAsync(new WorkerQuery { Experience = [new([], 5, today)] })).ShouldNotContain(People.Jianguo);
        (await IdsAsync(new WorkerQuery { Experience = [new([], 5, today.AddDays(30))] })).ShouldContain(People.Jianguo);
        (await IdsAsync(new WorkerQuery { Experience = [new([6050103], 4, today.AddDays(30))] })).ShouldNotContain(People.Jianguo, "nobody knows what he does now");
        (await IdsAsync(new WorkerQuery { Experience = [new([], 0, today) { Below = 5 }] })).ShouldBe([People.Jianguo]);
    }

    /// <summary>What a doctor says and what she marked herself are one.</summary>
    [Fact]
    public async Task What_somebody_cannot_do_is_asked_in_the_words_of_a_clerk()
    {
        var check = new FactCheck(FactSource.Self, County.County.Today);
        await RecordAsync(People.Guilan, w => w.RecordCapacity(LabourCapacity.WeakOrHalf, WorkRestriction.NoHeavyLifting | WorkRestriction.NoHeights, check));
        await RecordAsync(People.Jianguo, w => w.RecordMobility(Mobility.County, null, Duty.Heights | Duty.LongHours, check));
        foreach (var said in new[] { "不能搬重物", "干不了重活", "不能干重活的", "不能搬重物 怕高", "弱劳动力不能搬重物的" }) (await AskedAsync(said)).ShouldBe([People.Guilan], said);
        foreach (var said in new[] { "不加班", "不能加班的", "怕高不加班" }) (await AskedAsync(said)).ShouldBe([People.Jianguo], said);
        foreach (var said in new[] { "怕高", "恐高的", "不能高空作业" }) (await AskedAsync(said)).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true, said);
        foreach (var said in new[] { "不能久站", "站不久", "视力不好", "粉尘过敏", "不能开机器" }) (await AskedAsync(said)).ShouldBeEmpty(said);
    }

    [Fact]
    public async Task Hardship_is_any_need_and_who_cannot_work_is_not_among_those_who_would()
    {
        var check = new FactCheck(FactSource.Station, County.County.Today);
        await RecordAsync(People.Chengdong, w => w.RecordWilling(true, check));
        (await AskedAsync("就业困难")).ShouldBe(await IdsAsync(new WorkerQuery { Needs = [WorkerNeed.ZeroEmployment, WorkerNeed.JobLossOrMonitored, WorkerNeed.Hardship] }));
        (await AskedAsync("就业困难")).ShouldContain(People.Chengdong, "the only one of her family, without work");
        (await AskedAsync("想工作")).ShouldContain(People.Chengdong);
        await RecordAsync(People.Chengdong, w => w.RecordCapacity(LabourCapacity.None, WorkRestriction.None, check));
        (await AskedAsync("想工作")).ShouldNotContain(People.Chengdong);
    }

    /// <summary>Of two registrations the latest holds, whatever somebody does now.</summary>
    [Fact]
    public async Task Registered_as_out_of_work_is_what_the_latest_registration_says()
    {
        await RegisterAsync(People.Guilan, employed: false, daysAgo: 30);
        await RegisterAsync(People.Jianguo, employed: false, daysAgo: 30);
        foreach (var said in new[] { "失业登记", "登记失业的", "办了失业登记的人" }) (await AskedAsync(said)).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true, said);
        await RegisterAsync(People.Jianguo, employed: true, daysAgo: 1);
        (await AskedAsync("失业登记")).ShouldBe([People.Guilan]);
        (await AskedAsync("失业登记 没做过缝纫")).ShouldBe([People.Guilan], "what is denied is set aside");
        (await AskedAsync("失业")).ShouldContain(People.Chengdong, "out of work, registered or not");
        (await AskedAsync("失业")).ShouldNotContain(People.Jianguo, "in work");
    }

    private async Task RegisterAsync(long person, bool employed, int daysAgo)
    {
        await County.County.AddAsync(new UnemploymentRegistration { PersonId = person, SettlementId = County.Xingfuli, Employed = employed, On = County.County.Today.AddDays(-daysAgo) });
        await County.CatchUpAsync();
    }

    private async Task<long> TrainAsync(long person, int kind, TrainingResult result, DateOnly from, DateOnly? to)
    {
        var record = await County.County.AddAsync(new TrainingRecord { PersonId = person, SettlementId = County.Xingfuli, KindId = kind, Title = "技能班", Form = TrainingForm.PreJob, From = from, To = to, Result = result });
        await County.CatchUpAsync();
        return record.Id;
    }

    private async Task<long[]> AskedAsync(string words) => await IdsAsync((await UnderstoodAsync(words)).Apply(new()));
}
