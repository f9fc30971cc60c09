using System.Globalization;
using JobMatch.Matching;

namespace JobMatch.Benchmarks.Matching;

/// <summary>
/// P1 and P2: the best 100 workers for a posting and the best 50 postings for a worker, exact, on one core, beside the sequential sum of the same number of rows of 72 bytes,
/// in turns; and PostgreSQL ranking by the same gates and criteria.
/// </summary>
internal static class MatchingBench
{
    private const int Rounds = 15;
    private const int PeerRounds = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = args.Length > 0 ? args.Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray() : [10_000, 100_000, 1_000_000];
        foreach (var size in sizes) await WorkersAsync(size);
        foreach (var size in sizes.Where(s => s <= 100_000)) Postings(size);
        return 0;
    }

    private static async Task WorkersAsync(int size)
    {
        // What the generator itself keeps, and the catalogue, is not the pool's.
        _ = Province.Workers(1, everybodyAble: true).Count();
        var before = GC.GetTotalMemory(true);
        var pool = new FitPool(new());
        foreach (var part in Province.Workers(size, everybodyAble: true).Chunk(10_000)) pool.Upsert(part);
        var bytes = GC.GetTotalMemory(true) - before;
        Say($"{size:N0} workers, {(double)bytes / size:0} bytes each in memory");
        var sum = new SequentialSum(size);
        await using var peer = await PostgresPeer.CreateAsync(Province.Workers(size, everybodyAble: true));
        foreach (var posting in BenchPostings.All)
        {
            var query = new RankQuery { On = Province.Today, K = 100, Scope = SettlementSet.All };
            Ranking? ranking = null;
            var (ours, limit) = InTurns(() => ranking = pool.BestWorkers(posting.Profile, query), () => sum.Run());
            Say($"  {posting.Name,-10} pass {100.0 * ranking!.EligibleInScope / size,5:0.0} %   ours {ours,8:0.00} ms   sum {limit,7:0.00} ms   ratio {ours / limit,6:0.00}   scored {pool.LastScored,8:N0} of {ranking.EligibleInScope,9:N0}{await PeerAsync(peer, posting.Profile, ranking, ours)}");
        }
    }

    private static async Task<string> PeerAsync(PostgresPeer? peer, PostingProfile posting, Ranking ranking, double ours)
    {
        if (peer is null || posting.GroupRule != GroupRule.None) return "";
        var (ids, best) = (new List<long>(), new List<double>());
        for (var i = 0; i < PeerRounds; i++)
        {
            var (found, milliseconds) = await peer.BestAsync(posting, ranking.Best.Count);
            (ids, best) = ([.. found], [.. best, milliseconds]);
        }
        var same = ids.Zip(ranking.Best).Count(pair => pair.First == pair.Second.Id);
        return string.Create(CultureInfo.InvariantCulture, $"   PostgreSQL {Median(best),9:0.0} ms = {Median(best) / ours,5:0} times ours, {same} of {ranking.Best.Count} at the same place, {ids.Intersect(ranking.Best.Select(fit => fit.Id)).Count()} in both");
    }

    private static void Postings(int size)
    {
        var pool = new FitPool(new());
        foreach (var posting in Province.Postings(size)) pool.Upsert(posting);
        var workers = Province.Workers(40, everybodyAble: false).Where((_, i) => i % 4 == 0).ToList();
        var sum = new SequentialSum(size);
        var query = new RankQuery { On = Province.Today, K = 50, Scope = SettlementSet.All };
        var (all, limits, pass) = (new List<double>(), new List<double>(), 0.0);
        foreach (var worker in workers)
        {
            Ranking? ranking = null;
            var (ours, limit) = InTurns(() => ranking = pool.BestPostings(worker, query), () => sum.Run());
            (all, limits, pass) = ([.. all, ours], [.. limits, limit], pass + ranking!.EligibleInScope);
        }
        Say($"{size:N0} postings, {workers.Count} workers, pass {100 * pass / workers.Count / size:0.0} %   ours {Median(all):0.000} ms (worst {all.Max():0.000})   sum {Median(limits):0.000} ms   ratio {Median(all) / Median(limits):0.00}");
    }

    private static (double Ours, double Limit) InTurns(Action ours, Action limit)
    {
        var (a, b) = (new List<double>(), new List<double>());
        for (var i = -5; i < Rounds; i++)
        {
            var (x, y) = (Time(ours), Time(limit));
            if (i < 0) continue;
            a.Add(x);
            b.Add(y);
        }
        return (Median(a), Median(b));
    }

    private static double Time(Action work)
    {
        var from = ThreadClock.Milliseconds;
        work();
        return ThreadClock.Milliseconds - from;
    }

    private static double Median(IReadOnlyCollection<double> values) => Figures.Percentile(values, 50);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
