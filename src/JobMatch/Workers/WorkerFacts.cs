using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Workers;

/// <summary>Somebody says something about a worker: where it comes from, and the day it was checked.</summary>
public abstract record WorkerFactRequest
{
    public required long WorkerId { get; init; }

    /// <summary>The version that the form showed.</summary>
    public required int Version { get; init; }

    /// <summary>Station at the counter, Visit at the door, Self by the resident.</summary>
    public FactSource Source { get; init; } = FactSource.Station;

    /// <summary>The day it was checked; default today.</summary>
    public DateOnly? CheckedOn { get; init; }
}

/// <summary>
/// The one way by which facts about a worker are changed: through the scope, at the version that was shown, with source and day. What a
/// resident says about herself is always her own word, whatever the form claims.
/// </summary>
public sealed class WorkerFacts(JobMatchDbContext db, CurrentScope scope, TimeProvider clock)
{
    internal DateOnly Today => clock.Today();

    /// <summary>Applies a change and saves; gives the new version.</summary>
    internal async Task<Outcome<int>> ChangeAsync(WorkerFactRequest request, bool maySelf, Func<Worker, FactCheck, Outcome<bool>> change, CancellationToken cancel)
    {
        if (Check(request.Source, request.CheckedOn, maySelf) is { } refusal) return refusal;
        var worker = await db.Set<Worker>().Include(w => w.Skills).Include(w => w.Certificates).Include(w => w.Hardships).Include(w => w.Experience)
            .SingleOrDefaultAsync(w => w.Id == request.WorkerId, cancel);
        if (worker is null) return Refusal.NotFound;
        if (worker.Version != request.Version) return Refusal.ChangedMeanwhile;

        var changed = change(worker, new FactCheck(request.Source, request.CheckedOn ?? Today));
        if (!changed.IsDone) return changed.Refusals.ToList();
        worker.ChangedAt = clock.UtcNow();
        // Parts of a worker have no version of their own: the worker's guards them even when the clock stood still.
        db.Entry(worker).State = EntityState.Modified;
        return await db.SaveAsync(() => worker.Version, cancel);
    }

    /// <summary>Why this source may not say this, or null.</summary>
    internal Refusal? Check(FactSource source, DateOnly? checkedOn, bool maySelf)
    {
        var herself = scope.Value.Kind == ScopeKind.Herself;
        if (herself && source != FactSource.Self) return new Refusal("Fact.OnlySelf", "Source");
        if (source == FactSource.Self && !maySelf) return new Refusal("Fact.NotBySelf", "Source");
        if (source == FactSource.Unknown) return new Refusal("Fact.SourceNeeded", "Source");
        return checkedOn > Today ? new Refusal("Fact.CheckedInFuture", "CheckedOn") : null;
    }
}
