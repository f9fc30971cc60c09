using System.Text.Json;
using System.Text.Json.Nodes;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Search.Elasticsearch;
using JobMatch.Search.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>Asks both engines the same and compares the whole answers: hits, tiers, marks, totals, facets, where the next page begins.</summary>
internal static class BothEngines
{
    private static readonly string[] Words =
        ["", "缝纫工", "工", "缝纫 质检", "保安", "幸福里缝纫工", "baoan", "bay", "exel", "c1 货车", "司机 东莞", "养殖 清圈", "宇航员", "包吃住 夜班", "保洁员", "叉车", "q"];

    public static IReadOnlyList<PostingQuery> Queries { get; } =
    [
        .. from words in Words
           from sort in Enum.GetValues<PostingSort>()
           select new PostingQuery { Words = words, Sort = sort, Near = new GeoPoint(26.15, 106.65), PageSize = 30, Facets = new FacetRequest { Regions = [529901101, 529901102], Settlements = [1, 2] } },
        new() { Words = "工", Kinds = [PostingKind.Enterprise], Needs = PostingNeeds.NoCertificate, MonthlyFromFen = 200_000, Facets = new FacetRequest() },
        new() { Places = [new PlaceAsked(529901101)], Shifts = [Shift.Day, Shift.Unknown], PublishedFrom = new DateOnly(2026, 11, 16) },
        new() { Occupations = [new OccupationAsked("缝纫工", [6050103])], HourlyFromFen = 1_000 },
        new() { OccupationIds = [6050103], AtHomeOnly = true, Places = [PlaceAsked.Settlement(1), new PlaceAsked(441900) { ThereOnly = true }] },
        new() { Words = "养殖", Page = 2, PageSize = 40 },
    ];

    private static readonly WorkerQuery[] WorkerQueries =
    [
        new(), new() { Words = "缝纫" }, new() { Words = "会缝纫" }, new() { Words = "想做缝纫" }, new() { Words = "想去广东 或 会保洁" }, new() { Words = "快递" }, new() { WithCertificate = true }, new() { WithSkill = true }, new() { Words = "手工 东莞" }, new() { Words = "清扫工" }, new() { WithoutWork = true }, new() { WithoutWork = false, PageSize = 3 },
        new() { Capacities = [LabourCapacity.Ordinary], Needs = [WorkerNeed.ZeroEmployment, WorkerNeed.Other] }, new() { OccupationIds = [4090801] }, new() { SettlementId = 1 }, new() { SettlementIds = [1, 2] }, new() { SettlementIds = [2] },
        new() { Born = new(1981, null), Schooling = [Education.JuniorMiddle] }, new() { Born = new(null, 1985) }, new() { Born = new(1996, 1981) }, new() { Born = new(1960, 1990), Words = "缝纫" },
    ];

    public static async Task AnswerAlikeAsync(IServiceProvider services)
    {
        var (embedded, elastic) = (services.GetRequiredService<EmbeddedPostingSearch>(), services.GetRequiredService<ElasticsearchPostingSearch>());
        var found = 0;
        foreach (var query in Queries)
        {
            var expected = await embedded.SearchAsync(query, default);
            found += expected.Total;
            Same(await elastic.SearchAsync(query, default), expected, query);
            if (expected.Next is null) continue;
            var next = query with { After = expected.Next };
            Same(await elastic.SearchAsync(next, default), await embedded.SearchAsync(next, default), next);
        }

        found.ShouldBeGreaterThan(0);
        (await elastic.CountAsync(Queries, default)).ShouldBe(await embedded.CountAsync(Queries, default));
        foreach (var typed in new[] { "缝", "工", "exc", "bao", "by", "养" })
            (await elastic.SuggestAsync(typed, 20, default)).ShouldBe(await embedded.SuggestAsync(typed, 20, default), typed);

        var (workers, elasticWorkers) = (services.GetRequiredService<EmbeddedWorkerSearch>(), services.GetRequiredService<ElasticsearchWorkerSearch>());
        foreach (var query in WorkerQueries)
            foreach (var scope in new[] { Scope.System, Scope.OfSettlements([1]), Scope.Herself(1, 1), Scope.Nobody })
                Same(await elasticWorkers.SearchAsync(query, scope, default), await workers.SearchAsync(query, scope, default), $"{query} {scope}");
    }

    private static void Same<T>(T answer, T expected, object query)
    {
        var (got, wanted) = (Text(answer), Text(expected));
        if (got == wanted) return;
        var at = got.Zip(wanted).TakeWhile(c => c.First == c.Second).Count();
        got[Math.Max(0, at - 100)..Math.Min(got.Length, at + 200)].ShouldBe(wanted[Math.Max(0, at - 100)..Math.Min(wanted.Length, at + 200)], $"{query} differs at {at}");
        throw new ShouldAssertException("One answer is longer than the other.");
    }

    /// <summary>The whole answer; what counts by choice comes in no order of its own.</summary>
    private static string Text<T>(T answer)
    {
        var node = JsonSerializer.SerializeToNode(answer, SearchJson.Readable)!;
        if (node["Facets"] is JsonObject facets)
            foreach (var facet in facets.Select(f => f.Value).OfType<JsonObject>())
            {
                var counts = facet.OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
                facet.Clear();
                foreach (var (choice, count) in counts) facet.Add(choice, count);
            }

        return node.ToJsonString(SearchJson.Readable);
    }
}
