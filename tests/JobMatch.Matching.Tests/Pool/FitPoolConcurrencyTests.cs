using System.Diagnostics;
using JobMatch.Matching.Pool;

namespace JobMatch.Matching.Tests.Pool;

/// <summary>Readers among writers. Each worker's facts all tell the same number, so a row of which half is new would be seen.</summary>
public sealed class FitPoolConcurrencyTests
{
    private const int People = 1_500;
    private const int Enough = 2 * People;
    private static readonly TimeSpan Span = TimeSpan.FromMilliseconds(800);

    /// <summary>On a busy machine the loops go on until they have met often enough.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Readers_see_whole_rows_and_everybody_once()
    {
        var store = new WorkerStore();
        store.Upsert(Enumerable.Range(1, People).Select(id => Telling(id, 1)));
        var clock = Stopwatch.StartNew();
        var writers = Enumerable.Range(0, 2).Select(writer => OnItsOwnThread(() => Write(store, writer, clock))).ToArray();
        var readers = Enumerable.Range(0, 2).Select(_ => OnItsOwnThread(() => Read(store, clock))).ToArray();
        var written = (await Task.WhenAll(writers)).Sum();
        var read = (await Task.WhenAll(readers)).Sum();
        written.ShouldBeGreaterThan(People);
        read.ShouldBeGreaterThan(People);
        // Those in the lower half are never removed; the upper half is in or out by its last change.
        Scan(store).Count.ShouldBe(store.Count);
    }

    [Fact]
    public async Task Rankings_among_updates_are_those_of_one_profile_or_the_other()
    {
        var pool = new FitPool(new());
        var (good, poor) = (A.Worker, A.Worker with { Skills = [], Occupations = [], WageFloorFen = 0, LastWageFen = 0, WishedShifts = 0 });
        var allowed = new[] { A.Fit(good).Score, A.Fit(poor).Score };
        allowed.Distinct().Count().ShouldBe(2);
        pool.Upsert(Enumerable.Range(1, People).Select(id => good with { Id = id }));
        for (var id = 1; id <= 300; id++) pool.Upsert(A.Posting with { Id = id });
        var clock = Stopwatch.StartNew();
        var writer = OnItsOwnThread(() =>
        {
            var written = 0L;
            for (long version = 2; GoesOn(clock, written); version++)
            {
                var id = (version * 7919 % People) + 1;
                pool.Upsert((version % 2 == 0 ? poor : good) with { Id = id, Version = version });
                var posting = (version % 300) + 1;
                if (version % 3 == 0) pool.RemovePosting(posting, version);
                else pool.Upsert(A.Posting with { Id = posting, Version = version });
                written++;
            }
            return written;
        });
        var query = new RankQuery { On = A.Day, Scope = SettlementSet.All, K = People * 2, Parallelism = 2 };
        var rankings = 0;
        while (clock.Elapsed < Span || (rankings <= 3 && clock.Elapsed < Patience))
        {
            var people = pool.BestWorkers(A.Posting, query);
            people.Best.Select(fit => fit.Id).Distinct().Count().ShouldBe(People);
            people.Best.All(fit => allowed.Contains(fit.Score)).ShouldBeTrue();
            var postings = pool.BestPostings(1, query)!;
            postings.Best.Select(fit => fit.Id).Distinct().Count().ShouldBe(postings.Best.Count);
            rankings++;
        }
        (await writer).ShouldBeGreaterThan(100);
        rankings.ShouldBeGreaterThan(3);
    }

    private static bool GoesOn(Stopwatch clock, long done) => clock.Elapsed < Span || (done <= Enough && clock.Elapsed < Patience);

    /// <summary>Loops that never wait would starve the thread pool, timers included.</summary>
    private static Task<long> OnItsOwnThread(Func<long> loop) =>
        Task.Factory.StartNew(loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static long Write(WorkerStore store, int writer, Stopwatch clock)
    {
        var random = new Random(writer);
        long written = 0;
        for (var version = 2; GoesOn(clock, written); version++)
        {
            // Both writers change the same people, add new ones, and take out enough of the upper half for new generations.
            var id = random.Next(1, People * 2);
            if (id > People / 2 && random.Next(2) == 0) store.Remove(id, version);
            else if (random.Next(10) == 0) store.Upsert(Enumerable.Range(0, 20).Select(i => Telling(((id + (i * 97)) % (People * 2)) + 1, version)));
            else store.Upsert([Telling(id, version)]);
            written++;
        }
        return written;
    }

    private static long Read(WorkerStore store, Stopwatch clock)
    {
        var random = new Random(99);
        long read = 0;
        while (GoesOn(clock, read))
        {
            var seen = Scan(store);
            seen.Count(id => id <= People / 2).ShouldBe(People / 2);
            var one = random.Next(1, People / 2);
            store.TryGet(one, out var row, out var facts).ShouldBeTrue();
            row.Id.ShouldBe(one);
            ShouldBeWhole(in row, facts);
            read += seen.Count;
        }
        return read;
    }

    private static HashSet<long> Scan(WorkerStore store)
    {
        var snapshot = store.Snapshot;
        var seen = new HashSet<long>();
        for (var i = 0; i < snapshot.ChunkCount(); i++)
        {
            var chunk = snapshot.ChunkAt(i)!;
            for (var j = 0; j < chunk.Count; j++)
            {
                if (chunk.IsRemoved(j)) continue;
                var row = chunk.RowAt(j, snapshot.Homes.Items);
                seen.Add(row.Id).ShouldBeTrue();
                ShouldBeWhole(in row, chunk.FactsOf(j));
            }
        }
        return seen;
    }

    private static void ShouldBeWhole(in WorkerRow row, ReadOnlySpan<uint> facts)
    {
        var number = row.MobilityMetres;
        var whole = row.WageFloorFen == number && row.LastWageFen == number && row.Settlement == number && row.Township == number;
        whole &= facts.Length == FactsFor(number);
        foreach (var fact in facts) whole &= WorkerFactCode.WishedPlaceOf(fact) == number;
        whole.ShouldBeTrue();
    }

    private static int FactsFor(int number) => number % 2 == 0 ? 3 : 20;

    private static WorkerProfile Telling(long id, int number) => new()
    {
        Id = id,
        Version = number,
        Home = new(number, number, 0, 0),
        MobilityMetres = number,
        WageFloorFen = number,
        LastWageFen = number,
        WishedPlaces = [.. Enumerable.Repeat(number, FactsFor(number))],
    };
}
