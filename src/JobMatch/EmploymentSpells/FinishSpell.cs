using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.EmploymentSpells;

public sealed record FinishSpellRequest
{
    public required long SpellId { get; init; }

    public required int Version { get; init; }

    public required DateOnly LastDay { get; init; }

    public required SpellEndReason Reason { get; init; }
}

/// <summary>The work is over, by the station's record. When it was lost, use the job loss report: that also opens a case.</summary>
public sealed class FinishSpell(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<long>> RunAsync(FinishSpellRequest request, CancellationToken cancel)
    {
        var spell = await db.Set<EmploymentSpell>().SingleOrDefaultAsync(s => s.Id == request.SpellId, cancel);
        if (spell is null) return Refusal.NotFound;
        if (spell.Version != request.Version) return Refusal.ChangedMeanwhile;
        if (request.LastDay > clock.Today()) return new Refusal("Spell.EndsInFuture", "LastDay");
        var ended = await EndAsync(db, spell, request.LastDay, request.Reason, cancel);
        return ended.IsDone ? await db.SaveAsync(() => spell.Id, cancel) : ended.Refusals.ToList();
    }

    /// <summary>Ends it and, when no other work goes on, lets the worker wait from the next day. Not saved.</summary>
    internal static async Task<Outcome<bool>> EndAsync(JobMatchDbContext db, EmploymentSpell spell, DateOnly lastDay, SpellEndReason reason, CancellationToken cancel)
    {
        var finished = spell.Finish(lastDay, reason);
        if (!finished.IsDone) return finished;
        var goesOn = await db.Set<EmploymentSpell>().AnyAsync(s => s.PersonId == spell.PersonId && s.Id != spell.Id && s.Start <= lastDay.AddDays(1) && (s.End == null || s.End > lastDay), cancel);
        if (await db.Set<Worker>().SingleOrDefaultAsync(w => w.Id == spell.PersonId, cancel) is { } worker)
        {
            worker.LastWageFen = spell.WageFenPerMonth ?? worker.LastWageFen;
            if (!goesOn) worker.WaitingSince = lastDay.AddDays(1);
        }

        return true;
    }
}
