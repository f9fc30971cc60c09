using System.Net;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForResidents;

/// <summary>What the list of jobs says of a question: the conditions it read, what it could not read, and what was probably meant.</summary>
public class SearchPagesTests(SmallSite site) : IClassFixture<SmallSite>
{
    [Theory]
    [InlineData("280一天", "每天 280")]
    [InlineData("20元/小时", "每小时 20")]
    [InlineData("6000以上", "每月 6,000")]
    [InlineData("3000到5000", "每月 3,000 元 到 5,000 元")]
    [InlineData("不超过5000", "每月 5,000 元 以下")]
    [InlineData("每天一百五", "每天 150 元 以上")]
    [InlineData("15块一小时", "每小时 15 元 以上")]
    public async Task Pay_is_shown_in_the_unit_that_was_typed(string words, string chip) => Chips(await PageAsync($"/jobs?q={Uri.EscapeDataString(words)}")).ShouldContain(c => c.StartsWith(chip, StringComparison.Ordinal));

    [Fact]
    public async Task Words_that_no_job_has_are_set_aside_and_that_is_told()
    {
        var page = await PageAsync("/jobs?q=缝纫 天上掉馅饼");
        page.ShouldContain("“天上掉馅饼”在现有岗位里没有出现");
        page.ShouldContain($"/jobs/{site.County.SewingId}");
        page.ShouldNotContain("一个也没有");
    }

    [Theory]
    [InlineData("50岁能干的活", "50 岁能做")]
    [InlineData("初中文化", "初中文化能做")]
    [InlineData("双休", "一周休两天")]
    [InlineData("有健康证", "用得上健康证")]
    [InlineData("不要保安", "不要保安")]
    [InlineData("不去外省", "在省内")]
    [InlineData("不去县外", "在县内")]
    [InlineData("打零工 日结", "零工或“日结”")]
    [InlineData("夫妻工", "夫妻可以一起做")]
    [InlineData("学徒", "不要经验或“学徒”")]
    [InlineData("4000以上5000以下", "每月 4,000 元")]
    [InlineData("没有健康证", "不要证书")]
    [InlineData("不用夜班", "不上夜班")]
    [InlineData("不想去广东", "不在广东省")]
    [InlineData("没读过初中", "小学文化能做")]
    [InlineData("小时工", "按小时算钱")]
    [InlineData("早上八点到下午五点", "白班")]
    public async Task What_somebody_says_of_herself_is_a_condition_that_can_be_taken_back(string words, string chip)
    {
        var page = await PageAsync($"/jobs?q={Uri.EscapeDataString(words)}");
        Chips(page).ShouldHaveSingleItem().ShouldStartWith(chip);
        page.ShouldContain("href=\"/jobs\"");
    }

    [Fact]
    public async Task Where_nothing_is_known_of_the_words_it_is_said_and_the_whole_list_has_a_heading_of_its_own()
    {
        var page = await PageAsync("/jobs?q=天上缝纫掉馅饼");
        page.ShouldContain("没有找到“天上缝纫掉馅饼”的岗位");
        page.ShouldContain("您是不是要找");
        page.ShouldContain($"q={Uri.EscapeDataString("缝纫")}");
        page.ShouldContain("全部岗位：");
        page.ShouldNotContain("先去掉“");
    }

    [Fact]
    public async Task The_box_of_orders_shows_the_order_that_the_words_ask_for()
    {
        (await PageAsync("/jobs?q=离幸福里近")).ShouldContain("<option value=\"\" selected>离幸福里近的在前</option>");
        (await PageAsync("/jobs?q=缝纫")).ShouldNotContain("<option value=\"\" selected>离");
    }

    [Fact]
    public async Task A_sentence_becomes_conditions() => Chips(await PageAsync("/jobs?q=我想找个离幸福里近、能带孩子的活")).ShouldBe(["离幸福里近的在前", "能照顾家里"]);

    [Fact]
    public async Task A_card_says_how_its_upper_end_reaches_what_was_asked()
    {
        (await PageAsync("/jobs?q=3500以上")).ShouldContain("每月最高 3,600 元，够得上 3,500 元");
        (await PageAsync("/jobs?q=3000以上 保安")).ShouldNotContain("够得上");
    }

    [Fact]
    public async Task A_card_says_what_the_database_says()
    {
        await using var own = new SmallSite();
        await own.InitializeAsync();
        await own.OnDbAsync(async db =>
        {
            (await db.Set<Posting>().SingleAsync(p => p.Id == own.County.SewingId)).Title = "缝纫工（改做校服）";
            return await db.SaveChangesAsync();
        });
        // The index has not been told yet: it finds by the old words, and the card shows the new ones.
        var page = WebUtility.HtmlDecode(await own.Visitor().GetStringAsync("/jobs?q=书包加工"));
        page.ShouldContain("改做校服");
        page.ShouldNotContain("<mark>书包加工</mark>）");
    }

    [Fact]
    public async Task Two_ways_out_that_ask_the_same_are_offered_once()
    {
        var page = await PageAsync("/jobs?q=缝纫 90000以上");
        page.ShouldContain("去掉“每月 90,000 元 以上”：1 个");
        page.ShouldNotContain("只留要找的活");
    }

    [Theory]
    [InlineData("幸福", "幸福里")]
    [InlineData("xfl", "幸福里")]
    [InlineData("sew", "缝纫")]
    [InlineData("bao", "小区保洁员")]
    [InlineData("缝纫 幸", "缝纫 幸福里")]
    [InlineData("缝纫 xfl", "缝纫 幸福里")]
    [InlineData("幸福里 缝", "幸福里 缝纫")]
    public async Task Places_and_english_words_are_suggested_beside_titles(string typed, string suggestion) =>
        (await PageAsync($"/jobs/suggestions?q={Uri.EscapeDataString(typed)}")).ShouldContain(suggestion);

    [Fact]
    public async Task Food_and_lodging_are_two_conditions_and_each_can_be_taken_back_alone()
    {
        var page = await PageAsync("/jobs?q=缝纫 包吃住");
        Chips(page).ShouldBe(["缝纫", "管饭", "管住"]);
        page.ShouldContain(Address("/jobs?q=缝纫 管住"));
        page.ShouldContain(Address("/jobs?q=缝纫 管饭"));
        Chips(await PageAsync("/jobs?q=缝纫 管住")).ShouldBe(["缝纫", "管住"]);
    }

    [Theory]
    [InlineData("深圳 缝纫", "深圳市", "缝纫")]
    [InlineData("fengren", "缝纫")]
    public async Task Places_of_the_country_and_full_pinyin_are_conditions_in_chinese(string words, params string[] chips) =>
        Chips(await PageAsync($"/jobs?q={Uri.EscapeDataString(words)}")).ShouldBe(chips);

    [Fact]
    public async Task A_place_without_postings_says_what_dropping_it_brings()
    {
        var page = await PageAsync("/jobs?q=深圳 缝纫");
        page.ShouldContain("一个也没有。先去掉“");
        page.ShouldContain("去掉“深圳市”：1 个");
        page.ShouldNotContain("您是不是要找"); // The work was named rightly.
    }

    [Fact]
    public async Task One_slip_in_pinyin_is_offered_put_right()
    {
        var page = await PageAsync("/jobs?q=fegnren");
        page.ShouldContain("您是不是要找");
        page.ShouldContain(Address("/jobs?q=缝纫"));
        (await PageAsync("/jobs?q=fengren")).ShouldNotContain("您是不是要找");
    }

    [Fact]
    public async Task Another_thing_that_is_made_is_no_slip_of_the_pen() => (await PageAsync("/jobs?q=做包子")).ShouldNotContain("做裤子");

    [Fact]
    public async Task High_pay_near_home_is_one_order_of_both()
    {
        var both = await PageAsync($"/jobs?q=工资高离家近&from={site.County.Settlement.Id}");
        both.ShouldContain("selected>近处工资高的在前</option>");
        (await PageAsync("/jobs?q=工资高离家近")).ShouldContain("selected>每小时工资高的在前</option>", Case.Sensitive, "nobody knows from where");
        (await PageAsync($"/jobs?q=离家近&from={site.County.Settlement.Id}")).ShouldContain("selected>离得近的在前</option>");
        (await PageAsync("/jobs?sort=PaidNearby")).ShouldContain("得先知道您住哪里");
    }

    [Fact]
    public async Task Nearest_without_a_home_says_what_is_needed()
    {
        foreach (var address in new[] { "/jobs?q=附近 缝纫", "/jobs?q=离得近 缝纫", "/jobs?sort=Nearest" })
        {
            var page = await PageAsync(address);
            page.ShouldContain("得先知道您住哪里");
            page.ShouldContain("id=\"from\"");
            page.ShouldContain("/sign-in/phone?returnUrl=");
        }

        (await PageAsync($"/jobs?q=附近 缝纫&from={site.County.Settlement.Id}")).ShouldNotContain("得先知道您住哪里");
    }

    [Theory]
    [InlineData("/jobs?place=zzz", "“在哪里”这一项写的“zzz”看不懂")]
    [InlineData("/jobs?place=s999999", "“在哪里”这一项写的“s999999”看不懂")]
    [InlineData("/jobs?sort=xyz", "“怎么排”这一项写的“xyz”看不懂")]
    [InlineData("/jobs?kind=77", "“哪一类”这一项写的“77”看不懂")]
    [InlineData("/jobs?shift=moon", "“上什么班”这一项写的“moon”看不懂")]
    [InlineData("/jobs?needs=Moon", "“有什么要求”这一项写的“Moon”看不懂")]
    [InlineData("/jobs?pay=-4", "“工资”这一项写的“-4”看不懂")]
    [InlineData("/jobs?pay=viel", "“工资”这一项写的“viel”看不懂")]
    [InlineData("/jobs?page=0", "“第几页”这一项写的“0”看不懂")]
    [InlineData("/jobs?page=abc", "“第几页”这一项写的“abc”看不懂")]
    [InlineData("/jobs?page=99999999999", "“第几页”这一项写的“99999999999”看不懂")]
    [InlineData("/jobs?page=999", "没有第 999 页，一共 1 页")]
    [InlineData("/jobs?from=12345", "“从哪里算”这一项写的“12345”看不懂")]
    [InlineData("/jobs?q=%F0%9F%98%80", "“😀”里没有能用来找的字")]
    [InlineData("/jobs?q=急招", "“急招”不是找岗位的条件，没有按它找，下面是全部岗位")]
    [InlineData("/jobs?q=15岁", "没满 16 岁，法律不许用工")]
    [InlineData("/jobs?q=女工 缝纫", "“女工”不是找岗位的条件，没有按它找。")]
    [InlineData("/jobs?q=a b c d e f g h i j k l", "最多用 10 个词")]
    public async Task What_an_address_says_that_cannot_be_read_is_told(string address, string sentence)
    {
        var page = await PageAsync(address);
        page.ShouldContain(sentence);
        page.ShouldContain($"/jobs/{site.County.SewingId}");
    }

    [Fact]
    public async Task Thousands_of_characters_are_cut_and_that_is_told()
    {
        var page = await PageAsync("/jobs?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("缝纫工😀", 1_250))));
        page.ShouldContain("只用了前 100 个字来找");
        page.ShouldNotContain("�");
    }

    [Theory]
    [InlineData("/jobs?q=缝纫")]
    [InlineData("/jobs?kind=AidWorkshop&pay=2000&sort=Pay&page=1")]
    [InlineData("/jobs")]
    public async Task What_can_be_read_is_answered_without_a_word(string address)
    {
        var page = await PageAsync(address);
        page.ShouldNotContain("看不懂");
        page.ShouldNotContain("没有能用来找的字");
    }

    [Fact]
    public async Task The_sentences_are_in_the_readers_language()
    {
        var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", "language=c%3Den%7Cuic%3Den");
        WebUtility.HtmlDecode(await visitor.GetStringAsync("/jobs?sort=xyz")).ShouldContain("could not be understood");
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await site.Visitor().GetStringAsync(address));

    private static string Address(string address) => address.Split("q=") is [var path, var words] ? $"{path}q={Uri.EscapeDataString(words)}\"" : address;

    private static List<string> Chips(string page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page, "<a class=\"chip removable\"[^>]*>([^<]+)<").Select(m => m.Groups[1].Value.Trim())];
}
