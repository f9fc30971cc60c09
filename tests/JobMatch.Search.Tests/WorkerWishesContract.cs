using JobMatch.Matching;
using JobMatch.Workers;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>Workers by what they wish: each wish that is on record is a condition, and whoever was never asked is in none.</summary>
public abstract class WorkerWishesContract<TEngine>(HandMadeCounty<TEngine> county) : WorkersOfEngine<TEngine>(county) where TEngine : ISearchEngine, new()
{
    /// <summary>韦桂兰 cares for somebody and stays near, 覃建国 goes anywhere and works nights, of 陆小妹 nothing is known but that she wants work.</summary>
    private async Task RecordWishesAsync()
    {
        var check = new FactCheck(FactSource.Self, County.County.Today);
        await RecordAsync(People.Chengdong, w => w.RecordMobility(Mobility.Unknown, null, Duty.None, check));
        await RecordAsync(People.Guilan, w =>
        {
            w.RecordWishes(new WorkWishes { Kinds = PostingKinds.PublicWelfare | PostingKinds.HomeWork, Shifts = Shifts.Day, CareFriendly = true, WageFloorFen = 200_000, TrainingKindIds = [1] }, check);
            w.RecordMobility(Mobility.Metres, 3_000, Duty.None, check);
            w.RecordWilling(true, check);
        });
        await RecordAsync(People.Jianguo, w =>
        {
            w.RecordWishes(new WorkWishes { Kinds = PostingKinds.Gig | PostingKinds.LabourExport, Shifts = Shifts.Day | Shifts.ThreeShift, WageFloorFen = 400_000, TrainingKindIds = [11] }, check);
            w.RecordMobility(Mobility.Anywhere, null, Duty.None, check);
            w.RecordWilling(false, check);
        });
    }

    [Fact]
    public async Task What_somebody_wishes_is_asked_in_the_words_of_a_clerk()
    {
        await RecordWishesAsync();
        foreach (var said in new[] { "想做公益岗", "公益性岗位", "想在家做", "不上夜班", "不能上夜班的", "想在县内", "不出县", "不愿意外出", "要照顾小孩", "要照顾老人的", "家里有老人要照顾", "想学缝纫", "想参加缝纫培训", "2500以下", "不出省", "想上白班 不上夜班" })
            (await AskedAsync(said)).ShouldBe([People.Guilan], said);
        foreach (var said in new[] { "想打零工", "能上夜班", "愿意上夜班", "愿意出省", "愿意外出打工", "要4000以上", "工资4000以上", "想要三千以上", "想学电工", "不想工作", "没有就业意愿", "能上三班倒" })
            (await AskedAsync(said)).ShouldBe([People.Jianguo], said);
        foreach (var said in new[] { "想参加培训", "1000以上", "想上白班" }) (await AskedAsync(said)).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true, said);
        (await AskedAsync("有就业意愿")).ShouldBe([People.Guilan, People.Chengdong], ignoreOrder: true);
        foreach (var said in new[] { "想进帮扶车间", "要9000以上", "愿意出省 不上夜班", "想学缝纫 想学电工" }) (await AskedAsync(said)).ShouldBeEmpty(said);
    }

    /// <summary>What she must not or cannot do is stronger than the shifts that she would work.</summary>
    [Fact]
    public async Task Nights_are_none_where_they_are_impossible()
    {
        await RecordWishesAsync();
        await RecordAsync(People.Jianguo, w => w.RecordMobility(Mobility.Anywhere, null, Duty.Nights, new FactCheck(FactSource.Self, County.County.Today)));
        (await AskedAsync("能上夜班")).ShouldBeEmpty();
        (await AskedAsync("不上夜班")).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
    }

    /// <summary>Nobody asked her how far: where she would go, and what she says herself, tell it.</summary>
    [Fact]
    public async Task Her_own_words_and_places_are_wishes_too()
    {
        var check = new FactCheck(FactSource.Self, County.County.Today);
        await RecordAsync(People.Chengdong, w =>
        {
            w.RecordMobility(Mobility.Unknown, null, Duty.None, check);
            w.RecordWishes(new WorkWishes { RegionCodes = [440000] }, check);
        });
        await RecordAsync(People.Jianguo, w => w.RecordWishes(new WorkWishes { Words = "要照顾老人，不能上夜班。想学一门手艺。" }, check));
        (await AskedAsync("愿意出省")).ShouldBe([People.Chengdong]);
        (await AskedAsync("要照顾老人 不上夜班 想参加培训")).ShouldBe([People.Jianguo]);
        await RecordAsync(People.Chengdong, w => w.RecordMobility(Mobility.County, null, Duty.None, check));
        (await AskedAsync("愿意出省")).ShouldBeEmpty("what was asked of her is stronger than a place");
    }

    [Fact]
    public async Task Wishes_stand_beside_everything_else()
    {
        await RecordWishesAsync();
        (await AskedAsync("会缝纫但不上夜班")).ShouldBe([People.Guilan]);
        (await AskedAsync("会缝纫 能上夜班")).ShouldBeEmpty();
        (await AskedAsync("在岗 愿意出省")).ShouldBe([People.Jianguo]);
        (await AskedAsync("想做公益岗或想打零工")).ShouldBe([People.Guilan, People.Jianguo], ignoreOrder: true);
    }

    private async Task<long[]> AskedAsync(string words) => await IdsAsync((await UnderstoodAsync(words)).Apply(new()));
}
