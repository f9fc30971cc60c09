using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>What a clerk reads of an address that says something that cannot be asked.</summary>
public sealed class SearchNotesTests(ClerkAtDesk desk) : IClassFixture<ClerkAtDesk>
{
    [Theory]
    [InlineData("words=缝纫&skill=zzz", "“技能”这一项写的“zzz”看不懂")]
    [InlineData("words=缝纫&skill=99999", "“技能”这一项写的“99999”看不懂")]
    [InlineData("words=缝纫&capacity=strong", "“劳动能力”这一项写的“strong”看不懂")]
    [InlineData("words=缝纫&need=77", "“困难程度”这一项写的“77”看不懂")]
    [InlineData("words=缝纫&work=zzz", "“就业”这一项写的“zzz”看不懂")]
    [InlineData("words=缝纫&settlement=424242", "“安置区”这一项写的“424242”看不懂")]
    [InlineData("words=缝纫&page=abc", "“第几页”这一项写的“abc”看不懂")]
    [InlineData("words=缝纫&page=-3", "“第几页”这一项写的“-3”看不懂")]
    [InlineData("words=缝纫&page=999", "没有第 999 页，一共 1 页")]
    [InlineData("words=%F0%9F%98%80&work=without", "“😀”里没有能用来找的字")]
    public async Task It_is_told_and_the_rest_is_answered(string asked, string sentence)
    {
        var page = await desk.Clerk.ReadAsync("/station/people?" + asked);
        page.ShouldContain(sentence);
        page.ShouldContain("王秀英");
    }

    [Fact]
    public async Task Thousands_of_characters_are_cut_and_that_is_told() =>
        (await desk.Clerk.ReadAsync("/station/people?words=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("缝纫工", 1_600))))).ShouldContain("最多用 10 个词");

    [Theory]
    [InlineData("words=幸福里 缝纫", "“幸福里”按住处找")]
    [InlineData("words=安康家园 缝纫", "“安康家园”不在本站服务范围内")]
    public async Task A_place_in_the_words_is_where_people_live(string asked, string sentence)
    {
        var page = await desk.Clerk.ReadAsync("/station/people?" + asked);
        page.ShouldContain(sentence);
        page.ShouldContain("王秀英");
        page.ShouldContain("找到 1 人");
    }

    [Theory]
    [InlineData("words=缝纫 没有工作", "“没有工作”按“就业：没有工作”找。")]
    [InlineData("words=缝纫 没有工作&work=without", "“没有工作”按“就业：没有工作”找。")]
    [InlineData("words=缝纫 在岗&work=without", "没有按“在岗”找：“就业”在上面已经选了别的。")]
    public async Task Words_of_the_lists_are_told_as_the_condition_that_they_are(string asked, string sentence)
    {
        var page = await desk.Clerk.ReadAsync("/station/people?" + asked);
        page.ShouldContain(sentence);
        page.ShouldContain("王秀英");
        page.ShouldContain("找到 1 人");
    }

    [Theory]
    [InlineData("缝纫 没有工作", "就业：没有工作", "缝纫")]
    [InlineData("缝纫没有工作的", "就业：没有工作", "缝纫")]
    [InlineData("缝纫 想上夜班", "意愿：能上夜班", "缝纫")]
    [InlineData("缝纫 愿意出省", "意愿：愿意出省", "缝纫")]
    [InlineData("缝纫 工资4000以上", "意愿：最少想要 4,000 元/月或更多", "缝纫")]
    public async Task A_condition_that_was_read_can_be_taken_away(string words, string meaning, string without)
    {
        var page = await desk.Clerk.ReadAsync("/station/people?words=" + words);
        page.ShouldContain(meaning);
        page.ShouldContain($"href=\"/station/people?words={Uri.EscapeDataString(without)}&skill=");
    }

    [Fact]
    public async Task Either_or_between_a_word_and_a_condition_is_told() => (await desk.Clerk.ReadAsync("/station/people?words=缝纫或没有工作")).ShouldContain("“缝纫或没有工作”不能按“有一样就行”找");

    [Fact]
    public async Task A_word_of_work_is_not_sent_to_the_names() => (await desk.Clerk.ReadAsync("/station/people?words=宇航员")).ShouldNotContain("按姓名查");

    [Fact]
    public async Task A_settlement_of_another_station_is_not_called_unreadable()
    {
        var page = await desk.Clerk.ReadAsync($"/station/people?words=缝纫&settlement={desk.County.OtherSettlement.Id}");
        page.ShouldContain("“安康家园”不在本站服务范围内");
        page.ShouldNotContain("看不懂");
    }

    [Fact]
    public async Task A_question_that_finds_nobody_is_widened_one_condition_at_a_time()
    {
        var page = await desk.Clerk.ReadAsync("/station/people?words=缝纫 宇航员&work=without");
        page.ShouldContain("先去掉了“宇航员”");
        page.ShouldContain("去掉“宇航员”：1 人");
        page.ShouldContain("王秀英");
        page.ShouldNotContain("找到 1 人");
    }

    [Fact]
    public async Task Words_that_nobody_has_are_set_aside_where_leaving_out_one_finds_nobody()
    {
        var page = await desk.Clerk.ReadAsync("/station/people?words=缝纫 会飞天 想去火星");
        page.ShouldContain("没有人的记录里写着“会飞天、想去火星”，没有按它找");
        page.ShouldContain("王秀英");
        page.ShouldContain("找到 1 人");
    }

    [Fact]
    public async Task Age_and_schooling_are_conditions_sex_is_none_and_that_is_said()
    {
        var page = await desk.Clerk.ReadAsync("/station/people?words=缝纫 女 70岁以下 初中");
        page.ShouldContain("介绍工作不分男女（就业促进法第二十七条）：“女”没有按它找");
        page.ShouldContain("“70岁以下”按“年龄：70 岁以下（");
        page.ShouldContain("“初中”按“文化程度：初中”找");
        page.ShouldContain("王秀英");
        page.ShouldContain("找到 1 人");
    }

    [Fact]
    public async Task Ages_and_schooling_of_the_form_are_asked_and_can_be_dropped()
    {
        (await desk.Clerk.ReadAsync("/station/people?ageFrom=16&ageTo=70&schooling=JuniorMiddle")).ShouldContain("王秀英");
        var none = await desk.Clerk.ReadAsync("/station/people?words=缝纫&ageFrom=95");
        none.ShouldContain("先去掉了“年龄”");
        none.ShouldContain("王秀英");
        (await desk.Clerk.ReadAsync("/station/people?words=缝纫&ageFrom=1234")).ShouldContain("“1234”");
    }

    [Fact]
    public async Task No_more_words_are_looked_at_than_a_search_uses()
    {
        var page = await desk.Clerk.ReadAsync($"/station/people?words={string.Join(' ', Enumerable.Range(10, 10).Select(n => $"q{n}x"))} 缝纫");
        page.ShouldContain("最多用 10 个词");
        page.ShouldContain("不能用来找人");
        page.ShouldNotContain("王秀英");
    }

    [Fact]
    public async Task What_people_cannot_be_found_by_is_said() => (await desk.Clerk.ReadAsync("/station/people?words=会隐身")).ShouldContain("“会隐身”不能用来找人");

    [Fact]
    public async Task A_name_is_sent_to_where_names_are_looked_up()
    {
        var page = await desk.Clerk.ReadAsync("/station/people?words=王秀英");
        page.ShouldContain("按姓名查“王秀英”");
        using var found = await desk.Clerk.PostAsync("/station/people?words=王秀英", "/station/people/look-up", ("LookUp.Name", "王秀英"));
        System.Net.WebUtility.HtmlDecode(await found.Content.ReadAsStringAsync()).ShouldContain("姓名一样");
    }

    [Theory]
    [InlineData("王秀英的")]
    [InlineData("找王秀英")]
    [InlineData("王秀英 会飞天")]
    [InlineData("王秀")]
    public async Task A_name_on_the_ledger_is_known_beside_other_words(string words)
    {
        var page = await desk.Clerk.ReadAsync("/station/people?words=" + words);
        page.ShouldContain($"按姓名查“{words[(words[0] == '找' ? 1 : 0)..].Split(' ')[0].TrimEnd('的')}”");
        page.ShouldNotContain("“王秀英”不能用来找人");
    }

    [Theory]
    [InlineData("words=缝纫 持证", "“持证”按“证书：有没过期的证书”找。")]
    [InlineData("words=缝纫 有手艺", "“有手艺”按“技能：记有技能”找。")]
    [InlineData("words=缝纫 A2", "“A2”按“证书：驾驶证 A2”找。")]
    public async Task Any_certificate_any_skill_and_a_kind_of_licence_are_told(string asked, string sentence) =>
        (await desk.Clerk.ReadAsync("/station/people?" + asked)).ShouldContain(sentence);

    /// <summary>A list of everybody below "was left out" would read as its answer.</summary>
    [Theory]
    [InlineData("不会缝纫")]
    [InlineData("没做过保安")]
    public async Task A_question_of_nothing_but_what_people_have_not_lists_nobody(string words)
    {
        var page = await desk.Clerk.ReadAsync("/station/people?words=" + words);
        page.ShouldContain($"“{words}”说的是没有的");
        page.ShouldContain("还没有开始找");
        page.ShouldNotContain("王秀英");
    }

    [Fact]
    public async Task Snippets_are_as_they_were_written() => (await desk.Clerk.ReadAsync("/station/people?words=东莞服装厂")).ShouldContain("<mark>东莞服装厂</mark>");

    [Fact]
    public async Task What_can_be_read_is_answered_without_a_word() => (await desk.Clerk.ReadAsync("/station/people?words=缝纫&work=without&page=1")).ShouldNotContain("看不懂");
}
