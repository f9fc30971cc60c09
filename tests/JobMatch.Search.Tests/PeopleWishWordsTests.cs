using JobMatch.Asking;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>What a clerk's words say of people's wishes, and where 或 cannot be asked.</summary>
public sealed class PeopleWishWordsTests(HandMadeCounty<Embedded.EmbeddedEngine> county) : IClassFixture<HandMadeCounty<Embedded.EmbeddedEngine>>
{
    [Theory]
    [InlineData("会说苗语的能外出", "会说苗语的")]
    [InlineData("会缝纫但不上夜班", "会缝纫")]
    [InlineData("要带孩子只能上白班", "")]
    [InlineData("家里有病人走不开", "")]
    [InlineData("孩子上学要接送", "")]
    [InlineData("50岁以上只想在家门口做", "")]
    [InlineData("工资3000就行 会做饭", "会做饭")]
    [InlineData("有健康证想打零工", "")]
    [InlineData("会做饭想要四千以上的", "会做饭")]
    [InlineData("不会缝纫但想学缝纫", "")]
    [InlineData("会开车能跑外省", "会开车")]
    [InlineData("不会用电脑想学电脑", "")]
    [InlineData("想在县城找工作", "")]
    public async Task Wishes_are_taken_out_of_a_sentence(string typed, string rest)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.Wishes.IsAsked.ShouldBeTrue();
        query.Words.ShouldBe(rest);
    }

    [Fact]
    public async Task Enough_is_the_most_that_is_asked_for()
    {
        (await UnderstoodAsync("3000就行")).Apply(new()).Wishes.ShouldSatisfyAllConditions(w => w.FloorFromFen.ShouldBeNull(), w => w.FloorToFen.ShouldBe(300_000));
        (await UnderstoodAsync("3000以上")).Apply(new()).Wishes.ShouldSatisfyAllConditions(w => w.FloorFromFen.ShouldBe(300_000), w => w.FloorToFen.ShouldBeNull());
    }

    [Fact]
    public async Task Trainings_of_which_one_is_enough_stay_words() => (await UnderstoodAsync("想学电工或焊工")).ShouldSatisfyAllConditions(u => u.Rest.ShouldBe("想学电工或焊工"), u => u.Apart.ShouldBeEmpty());

    [Theory]
    [InlineData("缝纫或没工作", "缝纫或没工作")]
    [InlineData("没工作 或者 会电焊", "没工作或者会电焊")]
    [InlineData("会缝纫或45岁以下", "会缝纫或45岁以下")]
    [InlineData("失业或低保户", "失业或低保户")]
    [InlineData("失业或就业困难", "失业或就业困难")]
    [InlineData("低保户或残疾人", "")]
    [InlineData("初中或高中", "")]
    [InlineData("想做公益岗或想打零工", "")]
    [InlineData("缝纫或刺绣", "")]
    public async Task Either_or_that_can_only_be_asked_together_is_told(string typed, string apart) => string.Join(' ', (await UnderstoodAsync(typed)).Apart).ShouldBe(apart);

    [Theory]
    [InlineData("在家闲着")]
    [InlineData("在外地打工")]
    [InlineData("会照顾老人")]
    [InlineData("带小孩")]
    [InlineData("零工")]
    [InlineData("社区保洁")]
    [InlineData("2010年东莞制衣厂")]
    [InlineData("想做保洁")]
    [InlineData("想去浙江")]
    [InlineData("一天150以上")]
    public async Task What_is_no_wish_of_the_lists_is_none(string typed) => (await UnderstoodAsync(typed)).Apply(new()).Wishes.IsAsked.ShouldBeFalse();

    private Task<UnderstoodPeople> UnderstoodAsync(string typed) => county.UnderstoodPeopleAsync(typed);
}
