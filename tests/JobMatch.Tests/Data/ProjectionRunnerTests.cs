using System.Collections.Concurrent;
using JobMatch.Data;
using JobMatch.Settlements;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Data;

public class ProjectionRunnerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, OnEachDatabase]
    public async Task Every_change_reaches_a_projection_once_in_order_and_in_batches(DatabaseProvider provider)
    {
        var ledger = new Ledger("one");
        await using var county = await CountyAsync(provider, ledger);
        await county.OnDbAsync(async db =>
        {
            db.AddRange(Enumerable.Range(1, 1200).Select(i => Some.Settlement($"安置区{i}")));
            await db.SaveChangesAsync();
        });

        await Runner(county).DrainAsync();

        var written = await county.OnDbAsync(db => db.Set<ChangeEvent>().OrderBy(e => e.Seq).ToListAsync());
        written.Count.ShouldBe(1200);
        ledger.Changes.ShouldBe(written.Select(e => new Change(e.Kind, e.EntityId)));
        ledger.Batches.ShouldBe([500, 500, 200]);
        ledger.Seq.ShouldBe(written[^1].Seq);
    }

    [Theory, OnEachDatabase]
    public async Task A_projection_goes_on_from_its_own_cursor(DatabaseProvider provider)
    {
        var behind = new Ledger("behind");
        var ahead = new Ledger("ahead");
        await using var county = await CountyAsync(provider, behind, ahead);
        await county.AddAsync(Some.Settlement("甲"));
        ahead.Seq = await county.OnDbAsync(db => db.Set<ChangeEvent>().MaxAsync(e => e.Seq));
        var second = await county.AddAsync(Some.Settlement("乙"));

        await Runner(county).DrainAsync();
        await Runner(county).DrainAsync();

        behind.Changes.Count.ShouldBe(2);
        ahead.Changes.ShouldBe([new Change(ChangeKind.Settlement, second.Id)]);
    }

    [Fact]
    public async Task A_projection_that_is_stuck_holds_up_no_other()
    {
        var stuck = new Ledger("stuck") { Gate = new TaskCompletionSource() };
        var free = new Ledger("free");
        await using var county = await CountyAsync(DatabaseProvider.Sqlite, stuck, free);
        await Runner(county).StartAsync(CancellationToken.None);
        await county.AddAsync(Some.Settlement("甲"));
        await free.UntilAsync(1);
        await county.AddAsync(Some.Settlement("乙"));
        await free.UntilAsync(2);
        stuck.Changes.ShouldBeEmpty();

        stuck.Gate.SetResult();
        await stuck.UntilAsync(2);
        await Runner(county).StopAsync(CancellationToken.None);
        stuck.Changes.ShouldBe(free.Changes);
    }

    [Fact]
    public async Task A_projection_that_fails_is_asked_again_where_it_stands_and_loses_nothing()
    {
        var failing = new Ledger("failing") { Failures = 2 };
        await using var county = await CountyAsync(DatabaseProvider.Sqlite, failing);
        await county.AddAsync(Some.Settlement("甲"));
        await Runner(county).StartAsync(CancellationToken.None);
        await failing.UntilAsync(1);
        await county.AddAsync(Some.Settlement("乙"));
        await failing.UntilAsync(2);
        await Runner(county).StopAsync(CancellationToken.None);
        failing.Starts.ShouldBe(3);
        failing.Changes.ShouldBeUnique();
    }

    [Fact]
    public async Task A_projection_whose_server_is_away_is_told_once_and_without_a_trace()
    {
        var waiting = new Ledger("waiting") { Failures = 2, Failure = () => new UnavailableException("The server is read-only.") };
        var log = new FakeLogCollector();
        await using var county = await CountyAsync(DatabaseProvider.Sqlite, services => services.AddSingleton<ILoggerProvider>(new FakeLoggerProvider(log)), waiting);
        await county.AddAsync(Some.Settlement("甲"));
        await Runner(county).StartAsync(CancellationToken.None);
        await waiting.UntilAsync(1);
        await Waits.UntilAsync(() => Task.FromResult(Told().Count == 2));
        await Runner(county).StopAsync(CancellationToken.None);
        Told().Select(line => (line.Level, line.Exception)).ShouldBe([(LogLevel.Warning, null), (LogLevel.Information, null)]);
        Told()[0].Message.ShouldContain("The server is read-only.");

        List<FakeLogRecord> Told() => [.. log.GetSnapshot().Where(line => line.Category == typeof(ProjectionRunner).FullName)];
    }

    [Fact]
    public async Task A_drain_throws_what_the_projection_throws_and_can_be_repeated()
    {
        var failing = new Ledger("failing") { Failures = 1 };
        await using var county = await CountyAsync(DatabaseProvider.Sqlite, failing);
        await county.AddAsync(Some.Settlement("甲"));
        await Should.ThrowAsync<InvalidOperationException>(() => Runner(county).DrainAsync());
        await Runner(county).DrainAsync();
        failing.Changes.Count.ShouldBe(1);
    }

    /// <summary>
    /// The first transaction has drawn its Seq and stays open; the second must not commit a higher one before it, or whoever reads in
    /// between would never see the first.
    /// </summary>
    [Theory, OnEachDatabase]
    public async Task No_event_is_skipped_while_a_transaction_is_held_open(DatabaseProvider provider)
    {
        var ledger = new Ledger("reader");
        await using var county = await CountyAsync(provider, ledger);
        Task second = Task.CompletedTask;
        await county.OnDbAsync(async db =>
        {
            await using var held = await db.Database.BeginTransactionAsync();
            db.Add(Some.Settlement("先"));
            await db.SaveChangesAsync();
            // A thread of its own: SQLite waits for its lock without yielding.
            second = Task.Run(() => county.AddAsync(Some.Settlement("后")));
            await UntilWaitingAsync(county, provider, second);
            await Runner(county).DrainAsync();
            ledger.Changes.ShouldBeEmpty();
            await held.CommitAsync();
        });
        await second.WaitAsync(Patience);

        await Runner(county).DrainAsync();

        var names = await county.OnDbAsync(db => db.Set<Settlement>().ToDictionaryAsync(s => s.Id, s => s.Name));
        ledger.Changes.Select(c => names[c.Id]).ShouldBe(["先", "后"]);
    }

    /// <summary>Proves that the test above can fail: events written without the lock, in the same order of steps, do lose one.</summary>
    [OnPostgreSqlFact]
    public async Task Without_the_lock_the_held_event_would_be_lost()
    {
        var ledger = new Ledger("reader");
        await using var county = await CountyAsync(DatabaseProvider.PostgreSql, ledger);
        await county.OnDbAsync(async db =>
        {
            await using var held = await db.Database.BeginTransactionAsync();
            db.Add(new ChangeEvent { Kind = ChangeKind.Settlement, EntityId = 1 });
            await db.SaveChangesAsync();
            await county.AddAsync(new ChangeEvent { Kind = ChangeKind.Settlement, EntityId = 2 });
            await Runner(county).DrainAsync();
            await held.CommitAsync();
        });
        await Runner(county).DrainAsync();
        ledger.Changes.Select(c => c.Id).ShouldBe([2L]);
        (await county.OnDbAsync(db => db.Set<ChangeEvent>().CountAsync())).ShouldBe(2);
    }

    private static async Task UntilWaitingAsync(TestCounty county, DatabaseProvider provider, Task second)
    {
        // SQLite shows nobody waiting; whether the second already waits or has yet to begin, it cannot commit first.
        if (provider == DatabaseProvider.Sqlite) return;
        while (!second.IsCompleted)
            if (await county.OnDbAsync(db => db.Database.SqlQuery<long>($"""select count(*) as "Value" from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())""").SingleAsync()) > 0)
                return;
    }

    private static ProjectionRunner Runner(TestCounty county) => county.Services.GetRequiredService<ProjectionRunner>();

    private static Task<TestCounty> CountyAsync(DatabaseProvider provider, params Ledger[] ledgers) => CountyAsync(provider, _ => { }, ledgers);

    private static Task<TestCounty> CountyAsync(DatabaseProvider provider, Action<IServiceCollection> more, params Ledger[] ledgers) => TestCounty.CreateAsync(provider, services =>
    {
        more(services);
        // The product's own projections write, which a transaction held open on SQLite forbids.
        services.RemoveAll<IChangeConsumer>();
        foreach (var ledger in ledgers) services.AddSingleton<IChangeConsumer>(ledger);
        services.AddProjections();
    });

    /// <summary>A projection that writes down what it is given.</summary>
    private sealed class Ledger(string name) : IChangeConsumer
    {
        public string Name => name;

        public long Seq { get; set; }

        public int Failures { get; set; }

        public Func<Exception> Failure { get; init; } = () => new InvalidOperationException("The disk is full.");

        public int Starts { get; private set; }

        public TaskCompletionSource? Gate { get; init; }

        public ConcurrentQueue<Change> Changes { get; } = [];

        public ConcurrentQueue<int> Batches { get; } = [];

        public Task<long> StartAsync(CancellationToken cancel)
        {
            Starts++;
            return Task.FromResult(Seq);
        }

        public async Task TakeAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
        {
            if (Gate is not null) await Gate.Task.WaitAsync(cancel);
            if (Failures-- > 0) throw Failure();
            foreach (var change in changes) Changes.Enqueue(change);
            Batches.Enqueue(changes.Count);
            Seq = upToSeq;
        }

        public async Task UntilAsync(int changes)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (Changes.Count < changes) await Task.Delay(10, patience.Token);
        }
    }

    private sealed class OnPostgreSqlFactAttribute : FactAttribute
    {
        public OnPostgreSqlFactAttribute() => Skip = TestCounty.PostgreSqlServer is null ? "JOBMATCH_TEST_POSTGRESQL names no server." : null;
    }
}
