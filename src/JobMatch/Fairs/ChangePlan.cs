using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <summary>What a clerk does with a draft before it counts: keep a row, rule a pair or a person out, send somebody somewhere, work it out again, stop it, throw it away.</summary>
public sealed class ChangePlan(JobMatchDbContext db, PlanSignal signal)
{
    /// <summary>Keeps some rows and lets the others go; null ids: all rows.</summary>
    public async Task<Outcome<bool>> LockAsync(long planId, IReadOnlyCollection<long>? rowIds, bool locked, CancellationToken cancel)
    {
        var plan = await db.Set<PlacementPlan>().SingleOrDefaultAsync(p => p.Id == planId, cancel);
        if (plan is null) return Refusal.NotFound;
        if (plan.State != PlanState.Draft) return new Refusal("Plan.NotFrom", "", plan.State);
        var rows = await db.Set<PlanRow>().Where(r => r.PlanId == planId && (rowIds == null || rowIds.Contains(r.Id))).ToListAsync(cancel);
        if (rows.Count == 0) return Nobody(rowIds);
        foreach (var row in rows) row.Locked = locked;
        return await db.SaveOrRefuseAsync(cancel);
    }

    /// <summary>Rules out some of the pairs that the plan has made, or their people altogether, and works it out again.</summary>
    public async Task<Outcome<bool>> BarAsync(long planId, IReadOnlyCollection<long> rowIds, bool wholly, CancellationToken cancel)
    {
        var rows = await db.Set<PlanRow>().Where(r => r.PlanId == planId && rowIds.Contains(r.Id)).ToListAsync(cancel);
        if (rows.Count == 0) return Nobody(rowIds);
        // Who rules a pair out that she had kept has let it go herself: it is no lock that was lost.
        foreach (var row in rows) row.Locked = false;
        return await BarAsync(planId, [.. rows.Select(r => new PlanBar(r.PersonId, wholly ? null : r.PostingId))], barred: true, cancel);
    }

    /// <summary>Whoever ticked rows on a page of before the last run did pick somebody; the rows are others now.</summary>
    private static Refusal Nobody(IReadOnlyCollection<long>? rowIds) => new(rowIds?.Count > 0 ? "Plan.RunSince" : "Plan.NobodyPicked");

    /// <summary>Takes a bar back and works the plan out again.</summary>
    public Task<Outcome<bool>> UnbarAsync(long planId, PlanBar bar, CancellationToken cancel) => BarAsync(planId, [bar], barred: false, cancel);

    /// <summary>Sends somebody whom the clerk may see to a posting of the plan and works it out around her.</summary>
    /// <param name="planId">A draft.</param>
    /// <param name="version">Of the draft of which the clerk was told what it costs.</param>
    /// <param name="pin">Who goes where.</param>
    /// <param name="cancel">Stops the saving.</param>
    public async Task<Outcome<bool>> SendThereAsync(long planId, int version, PlanPin pin, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pin);
        if (!await db.Set<Worker>().AnyAsync(w => w.Id == pin.PersonId, cancel)) return Refusal.NotFound;
        var done = await ChangeAsync(planId, plan => plan.State == PlanState.Draft && plan.Version != version ? new Refusal("Plan.ToldBefore") : plan.SendThere(pin), cancel);
        signal.Wake();
        return done;
    }

    private async Task<Outcome<bool>> BarAsync(long planId, IReadOnlyCollection<PlanBar> bars, bool barred, CancellationToken cancel)
    {
        var done = await ChangeAsync(planId, plan => plan.Bar(bars, barred), cancel);
        signal.Wake();
        return done;
    }

    /// <param name="planId">A draft, or one that was stopped or failed.</param>
    /// <param name="leastScore">Another least score; null: the one it has.</param>
    /// <param name="cancel">Stops the saving.</param>
    public async Task<Outcome<bool>> RunAgainAsync(long planId, int? leastScore, CancellationToken cancel)
    {
        var done = await ChangeAsync(planId, plan => plan.RunAgain(leastScore), cancel);
        signal.Wake();
        return done;
    }

    public Task<Outcome<bool>> StopAsync(long planId, CancellationToken cancel) => ChangeAsync(planId, plan => plan.Stop(), cancel);

    /// <summary>A draft that nobody wants is gone with its rows; what was confirmed once stays.</summary>
    public async Task<Outcome<bool>> DiscardAsync(long planId, CancellationToken cancel)
    {
        var plan = await db.Set<PlacementPlan>().SingleOrDefaultAsync(p => p.Id == planId && p.Kind == PlanKind.Placement, cancel);
        if (plan is null) return Refusal.NotFound;
        if (plan.State is not (PlanState.Draft or PlanState.Stopped or PlanState.Failed)) return new Refusal("Plan.NotFrom", "", plan.State);
        db.Remove(plan);
        return await db.SaveOrRefuseAsync(cancel);
    }

    private async Task<Outcome<bool>> ChangeAsync(long planId, Func<PlacementPlan, Outcome<bool>> change, CancellationToken cancel)
    {
        var plan = await db.Set<PlacementPlan>().SingleOrDefaultAsync(p => p.Id == planId, cancel);
        if (plan is null) return Refusal.NotFound;
        var changed = change(plan);
        return changed.IsDone ? await db.SaveOrRefuseAsync(cancel) : changed;
    }
}
