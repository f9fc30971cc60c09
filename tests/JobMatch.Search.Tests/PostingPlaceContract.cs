using JobMatch.Asking;
using JobMatch.TestKit;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>Where work is: what every engine has to find for a place, and in which order.</summary>
public abstract class PostingPlaceContract<TEngine>(HandMadeCounty<TEngine> county) : IClassFixture<HandMadeCounty<TEngine>> where TEngine : ISearchEngine, new()
{
    [Fact]
    public async Task A_township_has_its_own_places_those_of_every_village_and_work_at_home() =>
        (await county.KeysAsync("", q => q with { Places = [new PlaceAsked(HandMadeCounty<TEngine>.LijianTownship)] }))[..4].ShouldBe(["gig", "villages", "home", "sewing"]);

    /// <summary>绣花工乙 and the 120 of the breeders are anywhere in the county (全县).</summary>
    [Fact]
    public async Task What_may_be_anywhere_in_the_county_is_found_in_each_of_its_places_behind_what_is_there()
    {
        foreach (var asked in new PostingQuery[] { new() { Places = [new PlaceAsked(HandMadeCounty<TEngine>.LijianTownship)] }, new() { Places = [PlaceAsked.Settlement(county.Xingfuli)] } })
        {
            var query = asked with { PageSize = 3, Facets = new FacetRequest { Regions = [HandMadeCounty<TEngine>.LijianTownship, HandMadeCounty<TEngine>.Guangdong], Settlements = [county.Xingfuli] } };
            var keys = new List<string>();
            string? after = null;
            do
            {
                var hits = await county.Postings.SearchAsync(query with { After = after }, default);
                hits.Total.ShouldBe(125);
                hits.Facets!.Regions.ShouldBe(new Dictionary<long, int> { [HandMadeCounty<TEngine>.LijianTownship] = 125, [HandMadeCounty<TEngine>.Guangdong] = 2 }, ignoreOrder: true);
                hits.Facets!.Settlements.ShouldBe(new Dictionary<long, int> { [county.Xingfuli] = 125 });
                keys.AddRange(hits.Page.Select(h => county.KeyOf(h.Id)));
                after = hits.Next;
            }
            while (after is not null);
            keys[..5].ShouldBe(["gig", "villages", "home", "sewing", "closing"]);
            keys[5..].ShouldBe(Enumerable.Repeat("filler", 120));
        }

        (await county.KeysAsync("工", q => q with { Places = [new PlaceAsked(HandMadeCounty<TEngine>.LijianTownship)] }))[^1].ShouldBe("closing", "equal in relevance, said to be nowhere nearer");
        (await county.KeysAsync("", q => q with { Places = [new PlaceAsked(HandMadeCounty<TEngine>.LijianTownship)], Sort = PostingSort.Newest }))[0].ShouldBe("closing", "the newest first is asked and given");
    }

    [Fact]
    public async Task A_village_is_found_from_its_township_and_its_county()
    {
        (await county.KeysAsync("灌溉", q => q with { Places = [new PlaceAsked(HandMadeCounty<TEngine>.ChengguanTownship)] })).ShouldBe(["village"]);
        (await county.KeysAsync("灌溉", q => q with { Places = [new PlaceAsked(Some.County)] })).ShouldBe(["village"]);
        (await county.KeysAsync("灌溉", q => q with { Places = [new PlaceAsked(HandMadeCounty<TEngine>.LijianTownship)] })).ShouldBeEmpty();
        (await county.KeysAsync("保洁员", q => q with { Places = [new PlaceAsked(529901102007)] })).ShouldBe(["villages"]);
    }

    [Fact]
    public async Task Another_province_has_only_what_is_there_and_work_at_home()
    {
        (await county.KeysAsync("", q => q with { Places = [new PlaceAsked(HandMadeCounty<TEngine>.Guangdong)] })).ShouldBe(["home", "driver"]);
        (await county.KeysAsync("", q => q with { Places = [new PlaceAsked(440000)] })).ShouldBe(["home", "driver"]);
    }

    [Fact]
    public async Task A_settlement_has_what_is_in_it_in_every_village_and_at_home() =>
        (await county.KeysAsync("", q => q with { Places = [PlaceAsked.Settlement(county.Xingfuli)] }))[..4].ShouldBe(["gig", "villages", "home", "sewing"]);

    [Fact]
    public async Task Work_at_home_alone() => (await county.KeysAsync("", q => q with { AtHomeOnly = true })).ShouldBe(["home"]);
}
