using JobMatch.Asking;
using JobMatch.Data;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.Queries;

/// <summary>The hand-written queries, on every engine.</summary>
public abstract class HandWrittenQueriesContract<TEngine>(HandMadeCounty<TEngine> county) : IClassFixture<HandMadeCounty<TEngine>> where TEngine : ISearchEngine, new()
{
    private static readonly GeoPoint NearXingfuli = new(26.1, 106.6);
    private static readonly GeoPoint NearChengdong = new(26.2, 106.7);

    [Theory]
    [MemberData(nameof(HandWrittenQuery.All), MemberType = typeof(HandWrittenQuery))]
    public async Task Finds_what_is_written(int line, string words)
    {
        var asked = HandWrittenQuery.Lines[line];
        asked.Words.ShouldBe(words);
        if (asked.Suggests is { } titles)
        {
            var suggested = (await county.Postings.SuggestAsync(words, 20, default)).Select(s => s.Title).ToList();
            foreach (var title in titles) suggested.ShouldContain(title, asked.Why);
            return;
        }

        var hits = await AnswerAsync(asked);
        Check(asked, hits);
        foreach (var (name, count) in asked.Facets) CountOf(hits.Facets!, name).ShouldBe(count, $"{name}: {asked.Why}");
    }

    [Fact]
    public void There_are_at_least_sixty_and_each_says_why()
    {
        HandWrittenQuery.Lines.Count.ShouldBeGreaterThanOrEqualTo(60);
        HandWrittenQuery.Lines.ShouldAllBe(q => q.Why.Length > 10);
    }

    private void Check(HandWrittenQuery asked, PostingHits hits)
    {
        var keys = hits.Page.Select(h => county.KeyOf(h.Id)).ToList();
        if (asked.Exactly is { } exactly) keys.ShouldBe(exactly, asked.Why);
        if (asked.Same is { } same) keys.ShouldBe(same, ignoreOrder: true, asked.Why);
        keys.Take(asked.First.Count).ShouldBe(asked.First, asked.Why);
        keys.TakeLast(asked.Last.Count).ShouldBe(asked.Last, asked.Why);
        foreach (var key in asked.Contains) keys.ShouldContain(key, asked.Why);
        foreach (var key in asked.Absent) keys.ShouldNotContain(key, asked.Why);
        if (asked.Total is { } total) hits.Total.ShouldBe(total, asked.Why);
        foreach (var (key, tier) in asked.Tiers) hits.Page.Single(h => h.Id == county[key]).Tier.ShouldBe(tier, $"{key}: {asked.Why}");
        foreach (var (key, marks) in asked.Marked)
        {
            var hit = hits.Page.Single(h => h.Id == county[key]);
            hit.Title.Concat(hit.Snippet).Where(p => p.Matched).Select(p => p.Text).ShouldBe(marks, $"{key}: {asked.Why}");
        }
    }

    private async Task<PostingHits> AnswerAsync(HandWrittenQuery asked)
    {
        var query = await QueryAsync(asked);
        if (!asked.Read) return await county.Postings.SearchAsync(query, default);
        var answered = await new AskPostings(county.Postings).RunAsync(query, literally: query.Words == asked.Words ? null : new PostingQuery { Words = asked.Words, PageSize = query.PageSize }, default);
        answered.SetAside.ShouldBe(asked.SetAside ?? [], asked.Why);
        return answered.Hits;
    }

    private async Task<PostingQuery> QueryAsync(HandWrittenQuery asked)
    {
        var query = new PostingQuery
        {
            Words = asked.Words,
            Kinds = asked.Kinds,
            Shifts = asked.Shifts,
            Needs = asked.Needs.Aggregate(PostingNeeds.None, (all, need) => all | need),
            OccupationIds = asked.OccupationIds,
            Places = asked.Settlement is { } settlement ? [PlaceAsked.Settlement(SettlementId(settlement))] : asked.Region is { } region ? [new PlaceAsked(region)] : [],
            AtHomeOnly = asked.AtHome,
            MonthlyFromFen = (long?)(asked.Monthly * 100),
            DailyFromFen = (long?)(asked.Daily * 100),
            HourlyFromFen = (long?)(asked.Hourly * 100),
            Sort = asked.Sort,
            Near = asked.Near switch { "xingfuli" => NearXingfuli, "chengdong" => NearChengdong, _ => null },
            PageSize = 200,
            Facets = asked.Facets.Count == 0 ? null : new FacetRequest { Regions = [HandMadeCounty<TEngine>.Guangdong], Settlements = [county.Xingfuli, county.Chengdong] },
        };
        if (!asked.Read) return query;
        await using var scope = county.County.Services.CreateSystemScope();
        var understood = await scope.ServiceProvider.GetRequiredService<UnderstandQuery>().RunAsync(asked.Words, default);
        if (asked.Parts is { } parts) understood.Parts.Select(p => p.Kind).ShouldBe(parts, asked.Why);
        if (asked.Names is { } names) understood.Parts.Select(p => p.OccupationName + p.PlaceName).Where(n => n.Length > 0).ShouldBe(names, asked.Why);
        if (asked.Corrects is { } words) await CorrectsAsync(scope.ServiceProvider, understood, words, asked.Why);
        if (asked.Fillers is { } fillers) understood.Fillers.ShouldBe(fillers, asked.Why);
        if (asked.TakenBack is { } left) understood.Without(understood.Parts).ShouldBe(left, asked.Why);
        if (asked.Rest is { } rest) understood.Rest.ShouldBe(rest, asked.Why);
        return understood.Apply(query);
    }

    private async Task CorrectsAsync(IServiceProvider services, UnderstoodQuery understood, IReadOnlyList<string> words, string why)
    {
        var corrections = await services.GetRequiredService<CorrectSpelling>().RunAsync(understood, default);
        foreach (var word in words)
        {
            var right = corrections.Single(c => c.Word == word);
            var meant = await services.GetRequiredService<UnderstandQuery>().RunAsync(right.Typed, default);
            (await county.Postings.CountAsync([meant.Apply(new PostingQuery())], default))[0].ShouldBeGreaterThan(0, why);
        }
    }

    private long SettlementId(string name) => name == "xingfuli" ? county.Xingfuli : county.Chengdong;

    private int CountOf(PostingFacets facets, string name) => name.Split(':') switch
    {
        ["kind", var kind] => facets.Kinds.GetValueOrDefault(Enum.Parse<Matching.PostingKind>(kind)),
        ["shift", var shift] => facets.Shifts.GetValueOrDefault(Enum.Parse<Matching.Shift>(shift)),
        ["need", var need] => facets.Needs.GetValueOrDefault(Enum.Parse<PostingNeeds>(need)),
        ["pay", var from] => facets.AtLeast(long.Parse(from, System.Globalization.CultureInfo.InvariantCulture)),
        ["region", var code] => facets.Regions.GetValueOrDefault(long.Parse(code, System.Globalization.CultureInfo.InvariantCulture)),
        ["settlement", var settlement] => facets.Settlements.GetValueOrDefault(SettlementId(settlement)),
        ["home"] => facets.AtHome,
        _ => throw new ArgumentException($"No facet is called {name}.", nameof(name)),
    };
}
