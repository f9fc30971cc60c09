using JobMatch.Asking;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.Queries;

/// <summary>
/// Two engines over the same county: on every generated query the same matches, in the same tiers and the same order, with the same counts,
/// page by page. A second engine plugs itself in by deriving from this class.
/// </summary>
public abstract class TwoEnginesContract<TFirst, TSecond>(TwoCounties<TFirst, TSecond> counties) : IClassFixture<TwoCounties<TFirst, TSecond>>
    where TFirst : ISearchEngine, new()
    where TSecond : ISearchEngine, new()
{
    private readonly HandMadeCounty<TFirst> _first = counties.First;
    private readonly HandMadeCounty<TSecond> _second = counties.Second;

    [Fact]
    public async Task Both_engines_give_the_same_answers()
    {
        // Built alike, the two counties have the same ids.
        (_second.Xingfuli, _second.Chengdong, _second["guard"]).ShouldBe((_first.Xingfuli, _first.Chengdong, _first["guard"]));
        var found = 0;
        foreach (var query in GeneratedQueries.All(_first.Xingfuli, _first.Chengdong))
        {
            var (a, b) = (query, query);
            do
            {
                var (one, other) = (await _first.Postings.SearchAsync(a, default), await _second.Postings.SearchAsync(b, default));
                Same(one, other, query);
                found += one.Page.Count;
                (a, b) = (a with { After = one.Next }, b with { After = other.Next });
            }
            while (a.After is not null);
            (await _second.Postings.CountAsync([query], default)).ShouldBe(await _first.Postings.CountAsync([query], default), query.ToString());
        }

        // A comparison of empty answers would prove nothing.
        found.ShouldBeGreaterThan(1_000);
    }

    [Theory]
    [InlineData("工")]
    [InlineData("养")]
    [InlineData("保安")]
    [InlineData("exc")]
    [InlineData("yangzhi")]
    [InlineData("s")]
    public async Task Both_engines_suggest_the_same(string typed) =>
        (await _second.Postings.SuggestAsync(typed, 10, default)).ShouldBe(await _first.Postings.SuggestAsync(typed, 10, default));

    private static void Same(PostingHits one, PostingHits other, PostingQuery query)
    {
        var asked = query.ToString();
        other.Total.ShouldBe(one.Total, asked);
        other.Page.Select(h => (h.Id, h.Tier, h.Metres)).ShouldBe(one.Page.Select(h => (h.Id, h.Tier, h.Metres)), asked);
        other.Next.ShouldBe(one.Next, asked);
        foreach (var (a, b) in one.Page.Zip(other.Page))
        {
            b.Title.ShouldBe(a.Title, asked);
            b.Snippet.ShouldBe(a.Snippet, asked);
        }

        other.Facets!.Kinds.ShouldBe(one.Facets!.Kinds, ignoreOrder: true, asked);
        other.Facets.Shifts.ShouldBe(one.Facets.Shifts, ignoreOrder: true, asked);
        other.Facets.Needs.ShouldBe(one.Facets.Needs, ignoreOrder: true, asked);
        other.Facets.PayFrom.ShouldBe(one.Facets.PayFrom, ignoreOrder: true, asked);
        other.Facets.Regions.ShouldBe(one.Facets.Regions, ignoreOrder: true, asked);
        other.Facets.Settlements.ShouldBe(one.Facets.Settlements, ignoreOrder: true, asked);
        other.Facets.AtHome.ShouldBe(one.Facets.AtHome, asked);
    }
}

/// <summary>The hand-made county twice, once in each engine.</summary>
public sealed class TwoCounties<TFirst, TSecond> : IAsyncLifetime
    where TFirst : ISearchEngine, new()
    where TSecond : ISearchEngine, new()
{
    public HandMadeCounty<TFirst> First { get; } = new();

    public HandMadeCounty<TSecond> Second { get; } = new();

    public async Task InitializeAsync()
    {
        await First.InitializeAsync();
        await Second.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}
