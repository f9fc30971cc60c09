using System.Diagnostics;
using System.Globalization;
using JobMatch.Matching;
using JobMatch.Search;
using JobMatch.Search.Elasticsearch;
using JobMatch.Workers;

namespace JobMatch.Benchmarks.Matching;

/// <summary>
/// P1c and the first cut: the best 100 of so many workers for a posting, exact by the pool on one core, beside Elasticsearch's cheap part (<c>function_score</c>) on the same
/// workers, in turns; and how many of the exact 100 the cut holds (recall@100).
/// </summary>
internal static class FirstCutBench
{
    private const int Rounds = 9;
    private const int Best = 100;

    public static async Task<int> RunAsync(string[] args)
    {
        if (Environment.GetEnvironmentVariable("JOBMATCH_TEST_ELASTICSEARCH") is not { Length: > 0 } address)
        {
            await Console.Error.WriteLineAsync("Give the address of a running Elasticsearch in JOBMATCH_TEST_ELASTICSEARCH.");
            return 2;
        }

        foreach (var size in args.Length > 0 ? args.Select(a => int.Parse(a, CultureInfo.InvariantCulture)) : [50_000, 1_000_000]) await OfSizeAsync(address, size);
        return 0;
    }

    private static async Task OfSizeAsync(string address, int size)
    {
        var options = new ElasticsearchOptions { Addresses = address, Prefix = $"bench-{Environment.ProcessId}", SearchTimeout = 60_000 };
        using var transport = new ElasticsearchTransport(options);
        var client = new ElasticsearchClient(transport);
        var live = new LiveIndexes(client, options);
        var pair = await live.CreateAsync(default);
        try
        {
            var pool = new FitPool(new());
            var watch = Stopwatch.StartNew();
            var making = TimeSpan.Zero;
            var bulk = new BulkWriter(client);
            foreach (var part in Province.Workers(size, everybodyAble: true).Chunk(2_000))
            {
                var from = watch.Elapsed;
                pool.Upsert(part);
                await bulk.WriteAsync(pair.Workers, [.. part.Select(w => new BulkItem(w.Id, 1, WorkerEntry.Of(Document(w), 1)))], default);
                making += watch.Elapsed - from;
            }

            await client.RefreshAsync(pair.Workers, default);
            Say($"{size:N0} workers indexed in {making.TotalSeconds:0} s ({size / making.TotalSeconds:0} a second), {await client.BytesAsync(pair.Workers, default) / 1048576.0:0} MB on disk");
            foreach (var (name, posting) in BenchPostings.All) await MeasureAsync(client, pair, pool, name, posting, size);
            await SampleAsync(client, pair, pool);
        }
        finally
        {
            await live.DropAsync(pair, default);
        }
    }

    private static async Task MeasureAsync(ElasticsearchClient client, IndexPair pair, FitPool pool, string name, PostingProfile posting, int size)
    {
        var query = new RankQuery { On = Province.Today, K = Best, Scope = SettlementSet.All };
        var ask = PostingAsk.Of(posting, pool.Skills, pool.Texts);
        var request = FirstCut.Request(ask, new(), query, null, Best);
        var (ours, theirs) = (new List<double>(), new List<double>());
        var exact = pool.BestWorkers(posting, query);
        for (var round = -2; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            exact = pool.BestWorkers(posting, query);
            var mine = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            await client.SearchAsync<IdSource>(pair.Workers, request, default);
            if (round < 0) continue;
            ours.Add(mine);
            theirs.Add(watch.Elapsed.TotalMilliseconds);
        }

        var recalls = new List<string>();
        foreach (var wide in new[] { 200, 1_000, ElasticsearchFitCandidates.SizeFor(Best), 10_000 })
            recalls.Add(FormattableString.Invariant($"of {wide}: {await RecallAsync(client, pair, ask, query, exact, wide):0.00}"));
        var (a, b) = (Figures.Percentile(ours, 50), Figures.Percentile(theirs, 50));
        Say($"  {name,-10} pass {100.0 * exact.EligibleInScope / size,5:0.0} %   pool, exact {a,8:0.00} ms   function_score {b,8:0.0} ms   ratio {b / a,6:0.0}   recall@100 {string.Join(", ", recalls)}");
    }

    /// <summary>Real postings of the province: what the cut that the product makes would miss.</summary>
    private static async Task SampleAsync(ElasticsearchClient client, IndexPair pair, FitPool pool)
    {
        var query = new RankQuery { On = Province.Today, K = Best, Scope = SettlementSet.All };
        var recalls = new List<double>();
        foreach (var posting in Province.Postings(4_000).Where((_, i) => i % 80 == 0))
        {
            var exact = pool.BestWorkers(posting, query);
            if (exact.Best.Count > 0) recalls.Add(await RecallAsync(client, pair, PostingAsk.Of(posting, pool.Skills, pool.Texts), query, exact, ElasticsearchFitCandidates.SizeFor(Best)));
        }

        Say($"  {recalls.Count} postings of the province: recall@100 mean {recalls.Average():0.000}, least {recalls.Min():0.00}");
    }

    private static async Task<double> RecallAsync(ElasticsearchClient client, IndexPair pair, PostingAsk ask, RankQuery query, Ranking exact, int wide)
    {
        var cut = await client.SearchAsync<IdSource>(pair.Workers, FirstCut.Request(ask, new(), query, null, wide), default);
        var found = cut.Hits.Page.Select(h => h.Source!.Id).ToHashSet();
        return (double)exact.Best.Count(f => found.Contains(f.Id)) / exact.Best.Count;
    }

    private static WorkerDocument Document(WorkerProfile worker) => new()
    {
        Id = worker.Id,
        SettlementId = worker.Home.Settlement,
        Capacity = worker.LabourCapacity,
        Need = worker.ZeroEmploymentHousehold ? WorkerNeed.ZeroEmployment
            : worker.OpenJobLoss || worker.Monitored ? WorkerNeed.JobLossOrMonitored
            : worker.Groups.Any(g => g.Group != HardshipGroup.Resettled) ? WorkerNeed.Hardship : WorkerNeed.Other,
        InWork = worker.Employed,
        SkillIds = [.. worker.Skills.Select(s => s.Skill)],
        CertificateKindIds = [.. worker.Certificates.Select(c => c.Kind)],
        TrainingKindIds = worker.TrainingsDone,
        OccupationIds = [.. worker.Occupations.Select(o => o.Occupation)],
        Text = "",
        OtherNames = [],
        Fit = FitTags.Of(worker, Province.Today.Year),
    };

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
