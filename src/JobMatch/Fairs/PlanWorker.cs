using JobMatch.Data;
using JobMatch.Matching.Placement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JobMatch.Fairs;

/// <summary>Wakes the worker of this process when something is asked for; others look by themselves.</summary>
public sealed class PlanSignal : IDisposable
{
    private readonly SemaphoreSlim _asked = new(0);

    public void Wake() => _asked.Release();

    public void Dispose() => _asked.Dispose();

    internal Task WaitAsync(TimeSpan most, CancellationToken cancel) => _asked.WaitAsync(most, cancel);
}

/// <summary>
/// Works out what was asked for, one after the other, beside the requests. What is to do stands in the database and is leased while someone works on it, so that a crash loses nothing and
/// two processes do not both do it.
/// </summary>
public sealed partial class PlanWorker(IServiceScopeFactory requests, PlanSignal signal, TimeProvider clock, ILogger<PlanWorker> log) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    /// <summary>Works until there is nothing to do; the number worked out.</summary>
    public async Task<int> DrainAsync(CancellationToken cancel = default)
    {
        var done = 0;
        while (await TakeAsync(cancel) is { } plan)
        {
            await WorkAsync(plan, cancel);
            done++;
        }

        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DrainAsync(stoppingToken);
                await signal.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Log.Broke(log, 0, exception);
                await signal.WaitAsync(Look, stoppingToken);
            }
        }
    }

    private async Task<long?> TakeAsync(CancellationToken cancel)
    {
        await using var request = requests.CreateSystemScope();
        var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var now = clock.UtcNow();
        var waiting = await db.Set<PlacementPlan>().Where(p => p.State == PlanState.Running && (p.LeasedUntil == null || p.LeasedUntil < now)).OrderBy(p => p.Id).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel);
        if (waiting is not { } id) return null;
        var until = now + Lease;
        var taken = await db.Set<PlacementPlan>().Where(p => p.Id == id && p.State == PlanState.Running && (p.LeasedUntil == null || p.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LeasedUntil, until), cancel);
        return taken == 1 ? id : null;
    }

    private async Task WorkAsync(long planId, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watch = new PlanWatch(clock);
        var telling = TellAsync(planId, watch, stop);
        try
        {
            await using var request = requests.CreateSystemScope();
            var services = request.ServiceProvider;
            var kind = await services.GetRequiredService<JobMatchDbContext>().Set<PlacementPlan>().Where(p => p.Id == planId).Select(p => p.Kind).SingleAsync(stop.Token);
            await Task.Run(
                () => kind == PlanKind.TrainingDemand
                    ? services.GetRequiredService<ComputeTrainingDemand>().RunAsync(planId, watch.Report, stop.Token)
                    : services.GetRequiredService<ComputePlan>().RunAsync(planId, watch.Report, stop.Token),
                stop.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Log.Stopped(log, planId);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            Log.Broke(log, planId, exception);
            await FailAsync(planId, cancel);
        }
        finally
        {
            await stop.CancelAsync();
            await telling;
        }
    }

    /// <summary>Once a second: how far it is, a longer lease; and when the clerk has stopped it, the end.</summary>
    private async Task TellAsync(long planId, PlanWatch watch, CancellationTokenSource stop)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await tick.WaitForNextTickAsync(stop.Token))
            {
                await using var request = requests.CreateSystemScope();
                var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
                var ((at, left), until) = (watch.Now, clock.UtcNow() + Lease);
                var running = await db.Set<PlacementPlan>().Where(p => p.Id == planId && p.State == PlanState.Running).ExecuteUpdateAsync(set => set
                    .SetProperty(p => p.Stage, at.Stage).SetProperty(p => p.Done, at.Done).SetProperty(p => p.Of, at.Of).SetProperty(p => p.SecondsLeft, left).SetProperty(p => p.LeasedUntil, until), stop.Token);
                if (running == 0) await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
        catch (DbUpdateException exception)
        {
            // The lease runs on for a while; the work itself is not harmed.
            Log.Broke(log, planId, exception);
        }
    }

    private async Task FailAsync(long planId, CancellationToken cancel)
    {
        await using var request = requests.CreateSystemScope();
        var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var plan = await db.Set<PlacementPlan>().SingleAsync(p => p.Id == planId, cancel);
        if (plan.State != PlanState.Running) return;
        plan.Fail();
        await db.SaveOrRefuseAsync(cancel);
    }

    /// <summary>How far it is, and by the pace of the stage so far how many seconds the stage still takes.</summary>
    private sealed class PlanWatch(TimeProvider clock)
    {
        private readonly Lock _gate = new();
        private PlacementProgress _now;
        private long _begun = clock.GetTimestamp();

        public (PlacementProgress At, int? SecondsLeft) Now
        {
            get
            {
                lock (_gate)
                {
                    var spent = clock.GetElapsedTime(_begun).TotalSeconds;
                    return (_now, _now.Of > 0 && _now.Done > 0 ? (int)Math.Ceiling(spent / _now.Done * (_now.Of - _now.Done)) : null);
                }
            }
        }

        public void Report(PlacementProgress now)
        {
            lock (_gate)
            {
                if (now.Stage != _now.Stage) _begun = clock.GetTimestamp();
                _now = now;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Working out plan {Plan} broke off.")]
        public static partial void Broke(ILogger logger, long plan, Exception exception);

        [LoggerMessage(2, LogLevel.Information, "Plan {Plan} was stopped.")]
        public static partial void Stopped(ILogger logger, long plan);
    }
}
