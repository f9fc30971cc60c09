using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// A first cut by the search server, then the same gates and criteria as the pool's over those people as the database has them now. The
/// counts of the eligible come from the cut, whose filters let a few through that a gate then stops. Without the server the pool answers.
/// </summary>
internal sealed class ElasticsearchFitCandidates(
    ElasticsearchClient client, ElasticsearchOptions elasticsearch, SearchProbe probe, FitPool pool, FitOptions options, IServiceScopeFactory scopes) : IFitCandidates
{
    /// <summary>
    /// People cut for each one asked for; at least <see cref="Least"/>. Measured by <c>scripts/bench first-cut</c>: two for each hold the exact best 100 of 50,000 and of a million; five times as
    /// many, because real words make the text closeness that the cut does not see: of 500 people for the best 50 of a scope one was missing.
    /// </summary>
    private const int ForEach = 10;
    private const int Least = 1_000;
    private readonly string _index = new IndexNames(elasticsearch.Prefix).Workers;

    public async Task<Ranking?> BestWorkersAsync(long postingId, RankQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var scope = scopes.CreateSystemScope();
        if ((await scope.ServiceProvider.GetRequiredService<PostingProfileReader>().ReadAsync([postingId], version: 0, cancel)).SingleOrDefault() is not { } posting) return null;
        var settlements = query.Scope.IsAll ? null : await SettlementsAsync(scope.ServiceProvider, query.Scope, cancel);
        var cut = await probe.TryAsync(() => CutAsync(posting, query, settlements, cancel));
        if (cut is null) return pool.BestWorkers(postingId, query);

        var few = new FitPool(options, pool.Skills, pool.Texts);
        few.Upsert(await scope.ServiceProvider.GetRequiredService<WorkerProfileReader>().ReadAsync(cut.Ids, version: 0, cancel));
        var ranking = few.BestWorkers(posting, query);
        return cut.Total <= cut.Ids.Count ? ranking with { EligibleOutside = cut.Everybody - cut.Total } : new Ranking(ranking.Best, cut.Total, cut.Everybody - cut.Total);
    }

    internal static int SizeFor(int k) => Math.Min(IndexLayout.DeepestHit, Math.Max(Least, ForEach * k));

    private async Task<Cut> CutAsync(PostingProfile posting, RankQuery query, List<long>? settlements, CancellationToken cancel)
    {
        var ask = PostingAsk.Of(posting, pool.Skills, pool.Texts);
        if (!posting.Open || ask.Quotas.Length == 0) return new Cut([], 0, 0);
        var response = await client.SearchAsync<IdSource>(_index, FirstCut.Request(ask, options, query, settlements, SizeFor(query.K)), cancel);
        var total = response.Hits.Total!.Value;
        var everybody = settlements is null ? total : (await client.SearchAsync<IdSource>(_index, FirstCut.Request(ask, options, query, null, size: 0), cancel)).Hits.Total!.Value;
        return new Cut([.. response.Hits.Page.Select(h => h.Source!.Id)], total, everybody);
    }

    private static async Task<List<long>> SettlementsAsync(IServiceProvider services, SettlementSet scope, CancellationToken cancel) =>
        [.. (await services.GetRequiredService<JobMatchDbContext>().Set<Settlement>().Select(s => s.Id).ToListAsync(cancel)).Where(id => scope.Contains((int)id))];

    private sealed record Cut(IReadOnlyList<long> Ids, int Total, int Everybody);
}
