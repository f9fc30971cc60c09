using System.Diagnostics;
using System.Globalization;
using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Search;
using JobMatch.Search.Elasticsearch;

namespace JobMatch.Benchmarks.Matching;

/// <summary>
/// P1c and the first cut: the best 100 of so many workers for a posting, exact by the pool on one core, and on as many as the machine has (the server searches the segments of an index on all of them:
/// processor time is compared as well, one core's work with one core's work), beside Elasticsearch doing all of it (the same formula as a painless script, which finds the same hundred) and only the cheap part (<c>function_score</c>), in turns; and how many of the exact 100
/// the cut holds (recall@100).
/// </summary>
internal static class FirstCutBench
{
    private const int Rounds = 9;
    private const int Counted = 20;
    private const int Best = 100;
    private const int InFlight = 3;
    private const int Batch = 1_000;

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
        var options = new ElasticsearchOptions { Addresses = address, Prefix = $"bench-{Environment.ProcessId}", SearchTimeout = 60_000, WriteTimeout = 120_000 };
        using var transport = new ElasticsearchTransport(options);
        var client = new ElasticsearchClient(transport);
        var live = new LiveIndexes(client, options);
        var pair = await live.CreateAsync(default);
        await using var peer = new PainlessPeer(transport, client, $"{options.Prefix}-formula");
        try
        {
            await peer.CreateAsync();
            await transport.TellAsync<NoOptions>(HttpMethod.Put, $"/{pair.Workers}/_settings", new { index = new { refresh_interval = "-1" } }, default);
            var pool = new FitPool(new());
            await FillAsync(client, pair, peer, pool, size);
            foreach (var (name, posting) in BenchPostings.All) await MeasureAsync(client, pair, peer, pool, new(transport), name, posting, size);
            await SampleAsync(client, pair, pool);
        }
        finally
        {
            await live.DropAsync(pair, default);
        }
    }

    /// <summary>Makes the workers once and sends each to the pool and to both indexes, some portions under way at a time.</summary>
    private static async Task FillAsync(ElasticsearchClient client, IndexPair pair, PainlessPeer peer, FitPool pool, int size)
    {
        var watch = Stopwatch.StartNew();
        var bulk = new BulkWriter(client);
        var gate = new Lock();
        await Parallel.ForEachAsync(Province.Workers(size, everybodyAble: true).Chunk(Batch), new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (part, cancel) =>
        {
            lock (gate) pool.Upsert(part);
            await bulk.WriteAsync(pair.Workers, [.. part.Select(w => new BulkItem(w.Id, 1, WorkerEntry.Of(Document(w), 1)))], cancel);
            await peer.WriteAsync(bulk, part);
        });
        await client.RefreshAsync(pair.Workers, default);
        await peer.RefreshAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        Say($"{size:N0} workers made and written to the pool and two indexes in {seconds:0} s ({2 * size / seconds:0} documents a second): first cut {await client.BytesAsync(pair.Workers, default) / 1048576.0:0} MB, whole formula {await peer.BytesAsync() / 1048576.0:0} MB on disk");
    }

    private static async Task MeasureAsync(ElasticsearchClient client, IndexPair pair, PainlessPeer peer, FitPool pool, ServerClock clock, string name, PostingProfile posting, int size)
    {
        var query = new RankQuery { On = Province.Today, K = Best, Scope = SettlementSet.All };
        var ask = PostingAsk.Of(posting, pool.Skills, pool.Texts);
        var request = FirstCut.Request(ask, new(), query, null, Best);
        var (ours, spent, together, cheap, whole) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        // The statement that the script follows knows no groups.
        var hasWhole = posting.GroupRule == GroupRule.None;
        var exact = pool.BestWorkers(posting, query);
        IReadOnlyList<long> theirs = [];
        for (var round = -3; round < Rounds; round++)
        {
            var (watch, processor) = (Stopwatch.StartNew(), ThreadClock.Milliseconds);
            exact = pool.BestWorkers(posting, query);
            if (round >= 0) spent.Add(ThreadClock.Milliseconds - processor);
            Add(ours, watch, round);
            pool.BestWorkers(posting, query with { Parallelism = Environment.ProcessorCount });
            Add(together, watch, round);
            await client.SearchAsync<IdSource>(pair.Workers, request, default);
            Add(cheap, watch, round);
            if (hasWhole) theirs = await peer.BestAsync(posting, Best);
            Add(whole, watch, round);
        }

        var cheapSpent = await SpentAsync(clock, () => client.SearchAsync<IdSource>(pair.Workers, request, default));
        var wholeSpent = hasWhole ? await SpentAsync(clock, () => peer.BestAsync(posting, Best)) : 0;
        var (a, all, own) = (Figures.Percentile(ours, 50), Figures.Percentile(together, 50), Figures.Percentile(spent, 50));
        Say($"  {name,-10} pass {100.0 * exact.EligibleInScope / size,5:0.0} %   pool, exact: {a:0.00} ms on one core, {all:0.00} on {Environment.ProcessorCount}, {own:0.00} of processor time");
        Beside("function_score", 5, Figures.Percentile(cheap, 50), cheapSpent);
        if (hasWhole)
        {
            Beside("painless", 20, Figures.Percentile(whole, 50), wholeSpent);
            Say($"             {theirs.Zip(exact.Best).Count(p => p.First == p.Second.Id)} of {exact.Best.Count} at the same place");
        }

        var recalls = new List<string>();
        foreach (var wide in new[] { Best, 200, 500, 1_000, ElasticsearchFitCandidates.SizeFor(Best), 10_000 })
            recalls.Add(FormattableString.Invariant($"{await RecallAsync(client, pair, ask, query, exact, wide):0.00} of {wide}"));
        Say($"             recall@100: {string.Join(", ", recalls)}");

        void Beside(string peerName, int bar, double wall, double processor) =>
            Say($"             {peerName,-14} {wall,6:0.0} ms = {wall / a:0.0} times ours on one core, {wall / all:0.0} on all; processor time {processor:0.0} ms = {processor / own:0.0} times ours (bar {bar})");

        static void Add(List<double> times, Stopwatch watch, int round)
        {
            if (round >= 0) times.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
        }
    }

    /// <summary>Processor time that the server takes for one answer: the mean of many, for it tells whole milliseconds.</summary>
    private static async Task<double> SpentAsync(ServerClock clock, Func<Task> ask)
    {
        var before = await clock.MillisecondsAsync();
        for (var i = 0; i < Counted; i++) await ask();
        return (double)(await clock.MillisecondsAsync() - before) / Counted;
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
        Wishes = "",
        WishNames = [],
        Fit = FitTags.Of(worker, Province.Today.Year),
    };

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
