using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JobMatch.Data;

/// <summary>
/// Feeds every <see cref="IChangeConsumer"/> from the change events, each from its own cursor and in a loop of its own, so that a slow
/// one holds up no other. Seq order is commit order, so "Seq after the cursor" never skips an event.
/// </summary>
public sealed partial class ProjectionRunner : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);
    private readonly IServiceProvider _services;
    private readonly ChangeSignal _signal;
    private readonly ILogger<ProjectionRunner> _log;
    private readonly List<Feed> _feeds;

    public ProjectionRunner(IServiceProvider services, IEnumerable<IChangeConsumer> consumers, ChangeSignal signal, ILogger<ProjectionRunner> log)
    {
        (_services, _signal, _log) = (services, signal, log);
        _feeds = [.. consumers.Select(c => new Feed(c))];
    }

    /// <summary>Feeds every consumer until it has taken all that is committed now; an error of a consumer is thrown.</summary>
    public async Task DrainAsync(CancellationToken cancel = default)
    {
        foreach (var feed in _feeds)
            while (await StepAsync(feed, cancel))
            {
                // The next batch.
            }
    }

    public override void Dispose()
    {
        foreach (var feed in _feeds) feed.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_feeds.Select(feed => Task.Run(() => RunAsync(feed, stoppingToken), stoppingToken)));

    private async Task RunAsync(Feed feed, CancellationToken stop)
    {
        var failures = 0;
        while (!stop.IsCancellationRequested)
        {
            var next = _signal.Next;
            try
            {
                var more = await StepAsync(feed, stop);
                if (failures > 0) Log.GoesOn(_log, feed.Consumer.Name, failures);
                failures = 0;
                if (more) continue;
                await Task.WhenAny(next, Task.Delay(LookAgain, stop));
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (UnavailableException server)
            {
                // Expected of a server, and nothing is lost: told once, in its own words, and not again with every try.
                if (failures == 0) Log.Waits(_log, feed.Consumer.Name, server.Message);
                await PauseAsync(++failures, stop);
            }
#pragma warning disable CA1031 // A projection is derived: whatever breaks it, the process lives on and it is tried again.
            catch (Exception error)
#pragma warning restore CA1031
            {
                failures++;
                Log.Failed(_log, feed.Consumer.Name, failures, BackoffAfter(failures).TotalSeconds, error);
                await PauseAsync(failures, stop);
            }
        }
    }

    private static async Task PauseAsync(int failures, CancellationToken stop) => await Task.WhenAny(Task.Delay(BackoffAfter(failures), stop));

    private static TimeSpan BackoffAfter(int failures) => TimeSpan.FromSeconds(Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, failures - 1)));

    /// <summary>Takes one batch; false when nothing was waiting.</summary>
    private async Task<bool> StepAsync(Feed feed, CancellationToken cancel)
    {
        await feed.Gate.WaitAsync(cancel);
        try
        {
            var position = feed.Position ??= await feed.Consumer.StartAsync(cancel);
            var events = await ReadAsync(position, cancel);
            if (events.Count == 0) return false;
            var upTo = events[^1].Seq;
            await feed.Consumer.TakeAsync([.. events.Select(e => new Change(e.Kind, e.EntityId)).Distinct()], upTo, cancel);
            feed.Position = upTo;
            return true;
        }
        catch
        {
            // The consumer says again where it stands: what it made durable counts, not what was handed to it.
            feed.Position = null;
            throw;
        }
        finally
        {
            feed.Gate.Release();
        }
    }

    private async Task<List<ChangeEvent>> ReadAsync(long position, CancellationToken cancel)
    {
        await using var scope = _services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        return await db.Set<ChangeEvent>().AsNoTracking().Where(e => e.Seq > position).OrderBy(e => e.Seq).Take(BatchSize).ToListAsync(cancel);
    }

    private sealed class Feed(IChangeConsumer consumer) : IDisposable
    {
        public IChangeConsumer Consumer { get; } = consumer;

        /// <summary>One batch at a time, whether the loop or a drain asks.</summary>
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public long? Position { get; set; }

        public void Dispose() => Gate.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Projection {Projection} failed for the {Failures}. time in a row; next try in {Seconds} s.")]
        public static partial void Failed(ILogger log, string projection, int failures, double seconds, Exception error);

        [LoggerMessage(2, LogLevel.Warning, "Projection {Projection} waits for its server and tries again: {Reason}")]
        public static partial void Waits(ILogger log, string projection, string reason);

        [LoggerMessage(3, LogLevel.Information, "Projection {Projection} goes on after {Failures} failures.")]
        public static partial void GoesOn(ILogger log, string projection, int failures);
    }
}

public static class ProjectionSetup
{
    /// <summary>Runs the registered projections while the host runs. Commands and tests use <see cref="ProjectionRunner.DrainAsync"/> alone.</summary>
    public static IServiceCollection AddProjections(this IServiceCollection services)
    {
        services.AddSingleton<ProjectionRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ProjectionRunner>());
        return services;
    }
}
