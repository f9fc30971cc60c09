using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>What every engine has to find, in which order, and how it shows it.</summary>
public abstract class PostingSearchContract<TEngine>(HandMadeCounty<TEngine> county) : IClassFixture<HandMadeCounty<TEngine>> where TEngine : ISearchEngine, new()
{
    [Fact]
    public async Task Title_comes_before_other_names_of_the_occupation_and_those_before_the_text()
    {
        var keys = await county.KeysAsync("缝纫工");
        keys[0].ShouldBe("sewing");
        keys[1..3].ShouldBe(["garment", "coded"], ignoreOrder: true);
        keys[3].ShouldBe("mentions");
        keys.Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_title_with_the_words_together_comes_before_one_with_the_words_apart() =>
        (await county.KeysAsync("缝纫 质检")).ShouldBe(["phrase", "scattered"]);

    [Fact]
    public async Task Each_hit_says_in_which_tier_it_was_found()
    {
        var tiers = (await county.FindAsync("缝纫工")).Page.Select(h => h.Tier).ToList();
        tiers.ShouldBe([RelevanceTier.TitlePhrase, RelevanceTier.Synonyms, RelevanceTier.Synonyms, RelevanceTier.Body]);
    }

    [Theory]
    [InlineData("缝纫工 幸福里", "sewing")]
    [InlineData("保安 城东", "guard")]
    [InlineData("质检员 优先", "scattered")]
    [InlineData("司机 东莞", "driver")]
    [InlineData("叉车 面议", "forklift")]
    public async Task Several_words_all_have_to_match_wherever_they_stand(string words, string key) => (await county.KeysAsync(words)).ShouldBe([key]);

    [Theory]
    [InlineData("缝纫工 东莞")]
    [InlineData("宇航员")]
    [InlineData("纫缝")]
    public async Task What_no_posting_has_finds_nothing(string words)
    {
        var hits = await county.FindAsync(words);
        hits.Total.ShouldBe(0);
        hits.Page.ShouldBeEmpty();
        hits.Next.ShouldBeNull();
    }

    [Fact]
    public async Task The_employers_name_is_found() => (await county.FindAsync("锦绣制衣厂", q => q with { Kinds = [PostingKind.Gig] })).Total.ShouldBe(1);

    [Fact]
    public async Task One_character_finds_every_word_that_has_it()
    {
        var keys = await county.KeysAsync("工", q => q with { PageSize = 200 });
        keys.ShouldContain("sewing");
        keys.ShouldContain("gig");
        keys.ShouldContain("home");
        keys.ShouldNotContain("driver");
    }

    [Theory]
    [InlineData("c1")]
    [InlineData("C1")]
    [InlineData("Ｃ１")]
    [InlineData("c1 货车")]
    [InlineData("C1货车司机")]
    [InlineData("c1货车")]
    public async Task Latin_letters_and_digits_are_found_whatever_their_width_and_case(string words) => (await county.KeysAsync(words)).ShouldBe(["driver"]);

    [Theory]
    [InlineData("EXCEL")]
    [InlineData("ｅｘｃｅｌ")]
    public async Task Latin_words_are_found_inside_chinese_text(string words) => (await county.KeysAsync(words)).ShouldBe(["clerk", "sewing"]);

    [Fact]
    public async Task Half_a_latin_word_is_no_match() => (await county.KeysAsync("exc")).ShouldBeEmpty();

    [Fact]
    public async Task An_occupation_inside_a_long_word_is_understood() => (await county.KeysAsync("幸福里缝纫工")).ShouldBe(["sewing"]);

    [Theory]
    [InlineData("\"缝纫工\"")]
    [InlineData("缝纫工*")]
    [InlineData("缝纫工' OR 1=1 --")]
    [InlineData("title:缝纫工 AND (")]
    [InlineData("NEAR(缝纫工 保安)")]
    [InlineData("\ud83d\ude00 ^缝纫工 {}")]
    public async Task What_looks_like_a_query_language_is_only_text(string words) => await Should.NotThrowAsync(() => county.FindAsync(words));

    [Fact]
    public async Task Signs_around_a_word_change_nothing() => (await county.KeysAsync("「缝纫工」!")).ShouldBe(await county.KeysAsync("缝纫工"));

    [Fact]
    public async Task A_very_long_query_is_answered() => await Should.NotThrowAsync(() => county.FindAsync(string.Concat(Enumerable.Repeat("缝纫工 保安 ", 500))));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("!!!")]
    public async Task No_words_browse_the_newest(string words)
    {
        var hits = await county.FindAsync(words, q => q with { PageSize = 200 });
        hits.Total.ShouldBe(146);
        county.KeyOf(hits.Page[0].Id).ShouldBe("closing");
        county.KeyOf(hits.Page[1].Id).ShouldBe("village");
        hits.Page.Select(h => h.Id).ShouldBeUnique();
        hits.Page.ShouldAllBe(h => h.Title.Count > 0 && h.Title.All(p => !p.Matched));
    }

    [Fact]
    public async Task Only_open_postings_of_verified_employers_are_found() => (await county.KeysAsync("绣花工")).ShouldBe(["closing"]);

    [Fact]
    public async Task Kinds_filter_the_page_and_leave_the_counts_by_kind()
    {
        var hits = await county.FindAsync("", q => q with { Kinds = [PostingKind.Gig, PostingKind.HomeWork], Facets = new FacetRequest() });
        hits.Page.Select(h => county.KeyOf(h.Id)).ShouldBe(["gig", "home"]);
        hits.Total.ShouldBe(2);
        hits.Facets!.Kinds[PostingKind.Gig].ShouldBe(1);
        hits.Facets!.Kinds[PostingKind.AidWorkshop].ShouldBe(1);
        hits.Facets!.Kinds[PostingKind.Enterprise].ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Counts_by_kind_follow_the_words_and_the_other_filters()
    {
        var hits = await county.FindAsync("", q => q with { Needs = PostingNeeds.CareFriendly, Facets = new FacetRequest() });
        hits.Facets!.Kinds.ShouldBe(new Dictionary<PostingKind, int> { [PostingKind.AidWorkshop] = 1, [PostingKind.HomeWork] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Pay_from_drops_less_and_unknown()
    {
        (await county.KeysAsync("", q => q with { MonthlyFromFen = 350_000 })).ShouldBe(["village", "clerk", "driver", "sewing"]);
        (await county.KeysAsync("", q => q with { DailyFromFen = 30_000 })).ShouldBe(["village", "driver"]);
        (await county.KeysAsync("", q => q with { DailyFromFen = 30_001 })).ShouldBe(["driver"]);
        (await county.KeysAsync("", q => q with { HourlyFromFen = 2_500 })).ShouldBe(["village", "gig", "driver", "sewing"]);
        (await county.KeysAsync("", q => q with { HourlyFromFen = 2_501 })).ShouldBe(["village", "driver", "sewing"]);
    }

    /// <summary>The lower end of what is paid; what pays one amount guarantees it.</summary>
    [Fact]
    public async Task Guaranteed_pay_is_the_lower_end()
    {
        var upper = await county.KeysAsync("", q => q with { MonthlyFromFen = 350_000 });
        var guaranteed = await county.KeysAsync("", q => q with { MonthlyFromFen = 350_000, PayIsGuaranteed = true });
        guaranteed.ShouldBeSubsetOf(upper);
        guaranteed.Length.ShouldBeInRange(1, upper.Length - 1);
    }

    [Fact]
    public async Task What_pays_at_least_so_much_an_hour_leads_the_order_by_pay()
    {
        var ordered = await county.KeysAsync("", q => q with { Sort = PostingSort.Pay });
        foreach (var least in new long[] { 1_700, 2_000, 2_500, 3_000, 5_000 })
        {
            var enough = await county.KeysAsync("", q => q with { Sort = PostingSort.Pay, HourlyFromFen = least });
            enough.ShouldNotBeEmpty();
            ordered[..enough.Length].ShouldBe(enough, $"{least}");
        }
    }

    [Fact]
    public async Task Shifts_filter() => (await county.KeysAsync("", q => q with { Shifts = [Shift.Day, Shift.TwoShift] })).ShouldBe(["villages", "guard", "sewing"]);

    [Theory]
    [InlineData(PostingNeeds.CareFriendly, "home sewing")]
    [InlineData(PostingNeeds.Food | PostingNeeds.Lodging, "driver")]
    [InlineData(PostingNeeds.CareFriendly | PostingNeeds.LightWork, "sewing")]
    [InlineData(PostingNeeds.NoNights, "villages sewing")]
    [InlineData(PostingNeeds.SocialInsurance | PostingNeeds.NoCertificate, "")]
    [InlineData(PostingNeeds.Transport, "")]
    public async Task All_needs_have_to_hold_and_unknown_does_not(PostingNeeds needs, string keys) =>
        string.Join(' ', await county.KeysAsync("", q => q with { Needs = needs })).ShouldBe(keys);

    [Fact]
    public async Task Occupations_filter() => (await county.KeysAsync("", q => q with { OccupationIds = [HandMadeCounty<TEngine>.SewingOccupation] })).ShouldBe(["coded", "sewing"]);

    [Fact]
    public async Task Published_from_a_day_in_china()
    {
        // Fillers went public on the 15th, the others after a day.
        (await county.FindAsync("", q => q with { PublishedFrom = new DateOnly(2026, 11, 16) })).Total.ShouldBe(26);
        (await county.FindAsync("", q => q with { PublishedFrom = new DateOnly(2026, 11, 17) })).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Newest_first_on_request() => (await county.KeysAsync("缝纫工", q => q with { Sort = PostingSort.Newest })).ShouldBe(["mentions", "coded", "garment", "sewing"]);

    [Fact]
    public async Task By_pay_hours_and_months_compare_and_unknown_is_last()
    {
        var keys = await county.KeysAsync("", q => q with { Sort = PostingSort.Pay });
        keys[..6].ShouldBe(["driver", "village", "sewing", "gig", "clerk", "guard"]);
        keys[6].ShouldBe("closing");
    }

    [Theory]
    [InlineData("", PostingSort.Newest)]
    [InlineData("", PostingSort.Pay)]
    [InlineData("工", PostingSort.Relevance)]
    [InlineData("缝纫工", PostingSort.Relevance)]
    [InlineData("养殖 清圈", PostingSort.Relevance)]
    public async Task Pages_join_without_gap_or_repetition(string words, PostingSort sort)
    {
        var whole = await county.FindAsync(words, q => q with { Sort = sort, PageSize = 200 });
        var joined = new List<long>();
        for (var page = 0; joined.Count < whole.Total; page++)
        {
            var part = await county.FindAsync(words, q => q with { Sort = sort, PageSize = 3, Page = page });
            part.Total.ShouldBe(whole.Total);
            part.Page.Count.ShouldBe(Math.Min(3, whole.Total - joined.Count));
            joined.AddRange(part.Page.Select(h => h.Id));
        }

        joined.ShouldBe(whole.Page.Select(h => h.Id));
        (await county.FindAsync(words, q => q with { Sort = sort, PageSize = 3, Page = 1000 })).Page.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_match_is_marked_in_the_title()
    {
        var hit = (await county.FindAsync("质检")).Page.Single(h => h.Id == county["scattered"]);
        hit.Title.ShouldBe([new HighlightPart("质检", true), new HighlightPart("员,会缝纫优先", false)]);
    }

    [Fact]
    public async Task The_original_is_shown_whatever_was_folded()
    {
        var hit = (await county.FindAsync("ＥＸＣＥＬ")).Page[0];
        hit.Title.ShouldBe([new HighlightPart("文员(", false), new HighlightPart("Excel", true), new HighlightPart(")", false)]);
    }

    [Fact]
    public async Task The_snippet_marks_the_match_in_the_text()
    {
        var hit = (await county.FindAsync("缝纫工")).Page.Single(h => h.Id == county["mentions"]);
        hit.Title.ShouldAllBe(p => !p.Matched);
        hit.Snippet.Where(p => p.Matched).Select(p => p.Text).ShouldBe(["缝纫工"]);
        string.Concat(hit.Snippet.Select(p => p.Text)).ShouldBe("隔壁就是缝纫工车间,负责收发布料。");
    }

    [Fact]
    public async Task A_match_in_the_employer_or_the_place_is_shown()
    {
        var hit = (await county.FindAsync("东莞")).Page.Single();
        hit.Snippet.ShouldContain(p => p.Matched && p.Text == "东莞");
    }

    [Fact]
    public async Task Another_name_of_the_occupation_is_marked()
    {
        var hit = (await county.FindAsync("缝纫工")).Page.Single(h => h.Id == county["garment"]);
        hit.Title.ShouldBe([new HighlightPart("服装制作工", true)]);
    }
}
