using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Workers;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>How a clerk says how old somebody is, what school she went to and how well she speaks Mandarin.</summary>
public sealed class PeopleAgeAndSchoolingTests(HandMadeCounty<Embedded.EmbeddedEngine> county) : IClassFixture<HandMadeCounty<Embedded.EmbeddedEngine>>
{
    [Theory]
    [InlineData("会说普通话", Mandarin.Conversational, Mandarin.Fluent)]
    [InlineData("会普通话的人", Mandarin.Conversational, Mandarin.Fluent)]
    [InlineData("能用普通话交流", Mandarin.Conversational, Mandarin.Fluent)]
    [InlineData("普通话好", Mandarin.Fluent, Mandarin.Fluent)]
    [InlineData("普通话说得很流利的", Mandarin.Fluent, Mandarin.Fluent)]
    [InlineData("会说流利的普通话", Mandarin.Fluent, Mandarin.Fluent)]
    [InlineData("听得懂普通话", Mandarin.Simple, Mandarin.Fluent)]
    [InlineData("不会说普通话", Mandarin.None, Mandarin.Simple)]
    [InlineData("普通话不好的", Mandarin.None, Mandarin.Simple)]
    [InlineData("听不懂普通话", Mandarin.None, Mandarin.None)]
    public async Task Mandarin_is_a_run_of_levels(string typed, Mandarin from, Mandarin to)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.Mandarin.ShouldBe(Enum.GetValues<Mandarin>().Where(level => level >= from && level <= to));
        query.Words.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("普通话证")]
    [InlineData("参加过普通话培训")]
    [InlineData("普通话水平等级证")]
    public async Task A_certificate_or_a_training_in_Mandarin_is_no_level(string typed) => (await UnderstoodAsync(typed)).Apply(new()).Mandarin.ShouldBeEmpty();

    /// <summary>The clock of the county stands in 2026.</summary>
    [Theory]
    [InlineData("45岁以下", 1981, null, "")]
    [InlineData("45岁以下的妇女", 1981, null, "妇女")]
    [InlineData("四十五岁以下会缝纫没工作", 1981, null, "会缝纫")]
    [InlineData("不超过50岁 保洁", 1976, null, "保洁")]
    [InlineData("50岁以上", null, 1976, "")]
    [InlineData("五十岁及以上的", null, 1976, "")]
    [InlineData("30到45岁", 1981, 1996, "")]
    [InlineData("30岁-45岁之间", 1981, 1996, "")]
    [InlineData("35岁左右", 1989, 1993, "")]
    [InlineData("45岁", 1981, 1981, "")]
    [InlineData("四十多岁", 1977, 1986, "")]
    [InlineData("90后", 1990, 1999, "")]
    [InlineData("00后会开车", 2000, 2009, "会开车")]
    [InlineData("45岁以下 40岁以上", 1981, 1986, "")]
    [InlineData("5岁以下", null, null, "5岁以下")]
    [InlineData("不到45岁", 1982, null, "")]
    [InlineData("45以下 缝纫", 1981, null, "缝纫")]
    [InlineData("18-45", 1981, 2008, "")]
    [InlineData("1980年以后出生", 1980, null, "")]
    [InlineData("1975年以前出生的 会开车", null, 1975, "会开车")]
    [InlineData("2010年东莞制衣厂", null, null, "2010年东莞制衣厂")]
    [InlineData("小于45岁 保洁", 1982, null, "保洁")]
    [InlineData("超过50岁", null, 1975, "")]
    [InlineData("带15岁孩子", null, null, "带15岁孩子")]
    [InlineData("孩子12岁", null, null, "孩子12岁")]
    [InlineData("年轻人", 1991, 2010, "")]
    [InlineData("年轻点的 想进厂", 1991, 2010, "")]
    [InlineData("年轻劳动力 会焊", 1991, 2010, "会焊")]
    [InlineData("会电焊的年轻人", 1991, 2010, "会电焊的")]
    [InlineData("青年 没工作", 1991, 2010, "")]
    [InlineData("中年妇女", 1971, 1990, "妇女")]
    [InlineData("四五十岁的", 1967, 1986, "")]
    [InlineData("二三十岁会开车", 1987, 2006, "会开车")]
    [InlineData("青年路小学", null, null, "青年路小学")]
    public async Task Ages_are_years_of_birth(string typed, int? from, int? to, string rest)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.Born.ShouldBe(new YearsOfBirth(from, to));
        query.Words.ShouldBe(rest);
    }

    [Theory]
    [InlineData("初中以上", Education.JuniorMiddle, Education.Bachelor, "")]
    [InlineData("初中以上学历", Education.JuniorMiddle, Education.Bachelor, "")]
    [InlineData("高中及以下", Education.None, Education.SeniorMiddle, "")]
    [InlineData("初中文化程度", Education.JuniorMiddle, Education.JuniorMiddle, "")]
    [InlineData("高中", Education.SeniorMiddle, Education.SeniorMiddle, "")]
    [InlineData("小学文化会做饭", Education.Primary, Education.Primary, "会做饭")]
    [InlineData("没上过学", Education.None, Education.None, "")]
    [InlineData("大专毕业没工作", Education.JuniorCollege, Education.JuniorCollege, "")]
    public async Task Schooling_is_a_level_or_a_run_of_levels(string typed, Education from, Education to, string rest)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.Schooling.ShouldBe(Enum.GetValues<Education>().Where(level => level >= from && level <= to));
        query.Words.ShouldBe(rest);
    }

    [Theory]
    [InlineData("小学")]
    [InlineData("大学食堂")]
    [InlineData("高中宿管")]
    public async Task A_school_is_a_place_of_work_too(string typed)
    {
        var query = (await UnderstoodAsync(typed)).Apply(new());
        query.Schooling.ShouldBeEmpty();
        query.Words.ShouldBe(typed);
    }

    private Task<UnderstoodPeople> UnderstoodAsync(string typed) => county.UnderstoodPeopleAsync(typed);
}
