using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>Facets, orders, paging behind a hit, pinyin, slips and suggestions: what every engine has to answer alike.</summary>
public abstract class PostingSeamContract<TEngine>(HandMadeCounty<TEngine> county) : IClassFixture<HandMadeCounty<TEngine>> where TEngine : ISearchEngine, new()
{
    private static readonly FacetRequest All = new();

    [Fact]
    public async Task A_facet_says_how_many_its_choice_would_bring()
    {
        var asked = new PostingQuery { Needs = PostingNeeds.NoCertificate, Facets = All with { Regions = [HandMadeCounty<TEngine>.LijianTownship, HandMadeCounty<TEngine>.Guangdong, 999999], Settlements = [county.Xingfuli, county.Chengdong] } };
        foreach (var query in new[]
        {
            asked,
            asked with { Words = "工" },
            asked with { Kinds = [PostingKind.Enterprise], MonthlyFromFen = 200_000 },
            asked with { Places = [PlaceAsked.Settlement(county.Chengdong)], Shifts = [Shift.Day] },
            asked with { AtHomeOnly = true, Kinds = [PostingKind.Gig] },
        })
        {
            var facets = (await SearchAsync(query)).Facets.ShouldNotBeNull();
            foreach (var kind in Enum.GetValues<PostingKind>()) await SameAsync(facets.Kinds.GetValueOrDefault(kind), query with { Kinds = [kind] });
            foreach (var shift in Enum.GetValues<Shift>()) await SameAsync(facets.Shifts.GetValueOrDefault(shift), query with { Shifts = [shift] });
            foreach (var need in Enum.GetValues<PostingNeeds>().Where(n => n != PostingNeeds.None)) await SameAsync(facets.Needs.GetValueOrDefault(need), query with { Needs = query.Needs | need });
            foreach (var pay in PayBands.From) await SameAsync(facets.AtLeast(pay), query with { MonthlyFromFen = pay, HourlyFromFen = null });
            foreach (var region in query.Facets!.Regions) await SameAsync(facets.Regions.GetValueOrDefault(region), Anywhere(query) with { Places = [new PlaceAsked(region)] });
            foreach (var settlement in query.Facets.Settlements) await SameAsync(facets.Settlements.GetValueOrDefault(settlement), Anywhere(query) with { Places = [PlaceAsked.Settlement(settlement)] });
            await SameAsync(facets.AtHome, Anywhere(query) with { AtHomeOnly = true });
        }
    }

    [Fact]
    public async Task Facets_come_only_when_asked_for() => (await SearchAsync(new())).Facets.ShouldBeNull();

    [Fact]
    public async Task Counts_answer_in_the_order_asked() =>
        (await county.Postings.CountAsync([new() { Words = "缝纫工" }, new() { Words = "宇航员" }, new() { Kinds = [PostingKind.HomeWork] }], default)).ShouldBe([4, 0, 1]);

    [Fact]
    public async Task Nearest_first_at_home_before_all_and_unknown_places_last()
    {
        var near = new GeoPoint(26.2, 106.7);
        var hits = await county.FindAsync("", q => q with { Sort = PostingSort.Nearest, Near = near, PublishedFrom = new DateOnly(2026, 11, 16), PageSize = 200 });
        var keys = hits.Page.Select(h => county.KeyOf(h.Id)).ToList();
        keys[0].ShouldBe("home");
        keys[1].ShouldBe("forklift");
        keys.IndexOf("guard").ShouldBeLessThan(keys.IndexOf("sewing"));
        keys.IndexOf("sewing").ShouldBeLessThan(keys.IndexOf("driver"));
        hits.Page.Single(h => h.Id == county["home"]).Metres.ShouldBe(0);
        hits.Page.Single(h => h.Id == county["guard"]).Metres.ShouldBe(0);
        hits.Page.Single(h => h.Id == county["sewing"]).Metres!.Value.ShouldBeInRange(1_000, 40_000);
        hits.Page.Single(h => h.Id == county["driver"]).Metres.ShouldBeNull();
    }

    [Fact]
    public async Task Paid_and_near_goes_by_bands_of_nearness_the_best_paid_first_and_unknown_pay_last()
    {
        var keys = await county.KeysAsync("", q => q with { Sort = PostingSort.PaidNearby, Near = new GeoPoint(26.2, 106.7), PageSize = 200 });
        keys[..2].ShouldBe(["clerk", "guard"], "the place itself, though others pay more");
        keys[2..6].ShouldBe(["driver", "village", "sewing", "gig"], ignoreOrder: true);
        Array.IndexOf(keys, "sewing").ShouldBeLessThan(Array.IndexOf(keys, "gig"), "at one place the better paid");
        Array.IndexOf(keys, "gig").ShouldBeLessThan(Array.IndexOf(keys, "driver"), "nobody knows how far that is");
        foreach (var unpaid in new[] { "home", "forklift" }) Array.IndexOf(keys, unpaid).ShouldBeGreaterThan(5, unpaid);
        (await county.KeysAsync("", q => q with { Sort = PostingSort.PaidNearby, PageSize = 200 })).ShouldBe(await county.KeysAsync("", q => q with { Sort = PostingSort.Pay, PageSize = 200 }), "no position");
    }

    [Fact]
    public async Task Nearest_without_a_position_is_newest() =>
        (await county.KeysAsync("缝纫工", q => q with { Sort = PostingSort.Nearest })).ShouldBe(["mentions", "coded", "garment", "sewing"]);

    [Theory]
    [InlineData("", PostingSort.Newest)]
    [InlineData("", PostingSort.Pay)]
    [InlineData("", PostingSort.Nearest)]
    [InlineData("", PostingSort.PaidNearby)]
    [InlineData("工", PostingSort.Relevance)]
    [InlineData("缝纫工", PostingSort.Relevance)]
    public async Task Pages_behind_the_last_hit_join(string words, PostingSort sort)
    {
        var asked = new PostingQuery { Words = words, Sort = sort, Near = new GeoPoint(26.15, 106.65), PageSize = 200 };
        var whole = await SearchAsync(asked);
        var joined = new List<long>();
        string? after = null;
        do
        {
            var part = await SearchAsync(asked with { PageSize = 7, After = after });
            part.Total.ShouldBe(whole.Total);
            joined.AddRange(part.Page.Select(h => h.Id));
            after = part.Next;
        }
        while (after is not null);
        joined.ShouldBe(whole.Page.Select(h => h.Id));
        whole.Next.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_published_or_closed_between_two_pages_repeats_nothing_and_hides_nothing()
    {
        await using var own = await county.AnotherAsync();
        var first = await own.FindAsync("养殖", q => q with { PageSize = 10 });
        var rest = (await own.FindAsync("养殖", q => q with { PageSize = 200 })).Page.Select(h => h.Id).Skip(10).ToList();
        await own.PublishAsync("between", "养殖管理");
        await own.CatchUpAsync();
        var second = await own.FindAsync("养殖", q => q with { PageSize = 200, After = first.Next });
        second.Page.Select(h => h.Id).ShouldBe(rest);
    }

    [Fact]
    public async Task Whoever_is_called_by_what_a_duty_is_done_to_comes_before_others_of_its_work()
    {
        await using var own = await county.AnotherAsync();
        await own.PublishAsync("pepper", "辣椒采收短工", p => (p.Description, p.OccupationIds) = ("摘辣椒，一周一结。", [5_01_02_01]));
        await own.PublishAsync("orchard", "果园小工", p => (p.Description, p.OccupationIds) = ("剪枝疏果。", [5_01_02_02]));
        await own.CatchUpAsync();
        var hits = await own.FindAsync("", q => q with { Occupations = [new OccupationAsked("摘辣椒", [5_01_02_02])], Favoured = ["辣椒"] });
        hits.Page.Select(h => own.KeyOf(h.Id)).Where(key => key is "pepper" or "orchard").ShouldBe(["pepper", "orchard"]);
        hits.Page[0].Tier.ShouldBe(RelevanceTier.Synonyms);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("2~1~1~1")]
    [InlineData("0~~~")]
    public async Task A_token_that_is_none_of_this_order_begins_at_the_beginning(string token) =>
        (await county.KeysAsync("缝纫工", q => q with { After = token }))[0].ShouldBe("sewing");

    [Theory]
    [InlineData("baoan", "guard")]
    [InlineData("BaoAn", "guard")]
    [InlineData("baoanyuan", "guard")]
    [InlineData("bay", "guard")]
    [InlineData("feng ren", "sewing")]
    [InlineData("chache", "forklift")]
    [InlineData("dongguan", "driver")]
    [InlineData("baoan chengdong", "guard")]
    public async Task Pinyin_and_initials_find_titles_and_places(string words, string key) => (await county.KeysAsync(words)).ShouldContain(key);

    [Fact]
    public async Task A_title_in_pinyin_ranks_with_the_other_names() =>
        (await county.FindAsync("baoan")).Page.Single().Tier.ShouldBe(RelevanceTier.Synonyms);

    [Theory]
    [InlineData("exel")]
    [InlineData("excell")]
    [InlineData("ecxel")]
    [InlineData("excek")]
    public async Task One_slip_in_a_latin_word_is_forgiven(string words) => (await county.KeysAsync(words)).ShouldBe(["clerk", "sewing"]);

    [Theory]
    [InlineData("exxx")]
    [InlineData("c2")]
    public async Task More_than_one_slip_or_a_number_is_not(string words) => (await county.KeysAsync(words)).ShouldBeEmpty();

    [Fact]
    public async Task An_occupation_asked_for_is_not_found_by_a_mention()
    {
        var asked = new OccupationAsked("缝纫工", [HandMadeCounty<TEngine>.SewingOccupation]);
        (await county.KeysAsync("", q => q with { Occupations = [asked] })).ShouldBe(["sewing", "coded", "garment"]);
        (await county.KeysAsync("会用excel", q => q with { Occupations = [asked] })).ShouldBe(["sewing"]);
        (await county.KeysAsync("", q => q with { Occupations = [new OccupationAsked("踩缝纫机的", [HandMadeCounty<TEngine>.SewingOccupation])] })).ShouldBe(["coded", "sewing"]);
    }

    [Fact]
    public async Task Two_occupations_are_alternatives()
    {
        OccupationAsked guard = new("保安", [4070501]), sewing = new("缝纫工", [HandMadeCounty<TEngine>.SewingOccupation]);
        (await county.KeysAsync("", q => q with { Occupations = [guard, sewing] })).ShouldBe(["sewing", "coded", "garment", "guard"], ignoreOrder: true);
        (await county.KeysAsync("会用excel", q => q with { Occupations = [guard, sewing] })).ShouldBe(["sewing"]);
        (await county.KeysAsync("", q => q with { Occupations = [guard, new OccupationAsked("缝纫 质检", [])] })).ShouldBe(["guard", "phrase", "scattered"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("缝", "缝纫工")]
    [InlineData("缝纫", "缝纫工")]
    [InlineData("exc", "文员(Excel)")]
    [InlineData("chac", "叉车司机")]
    [InlineData("bx", "搬运零工")]
    [InlineData("灌", "灌溉看护")]
    public async Task Titles_are_suggested_while_typing(string typed, string title)
    {
        var titles = (await county.Postings.SuggestAsync(typed, 20, default)).Select(s => s.Title).ToList();
        if (typed == "bx") titles.ShouldNotContain(title);
        else titles.ShouldContain(title);
    }

    [Fact]
    public async Task Suggestions_count_and_end()
    {
        var suggestions = await county.Postings.SuggestAsync("养殖", 5, default);
        suggestions.Count.ShouldBe(5);
        suggestions.ShouldAllBe(s => s.Count == 1);
        (await county.Postings.SuggestAsync("绣花工", 20, default)).Select(s => s.Title).ShouldBe(["绣花工乙"]);
        (await county.Postings.SuggestAsync(" ", 20, default)).ShouldBeEmpty();
    }

    private Task<PostingHits> SearchAsync(PostingQuery query) => county.Postings.SearchAsync(query, default);

    private static PostingQuery Anywhere(PostingQuery query) => query with { Places = [], AtHomeOnly = false };

    private async Task SameAsync(int facet, PostingQuery chosen) => facet.ShouldBe((await SearchAsync(chosen with { Facets = null })).Total, chosen.ToString());
}
