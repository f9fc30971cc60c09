using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.EmploymentSpells;

public sealed record ConfirmSpellRequest
{
    public required long SpellId { get; init; }

    public required int Version { get; init; }

    /// <summary>False: the station asked, and it is not so; the row goes.</summary>
    public required bool IsTrue { get; init; }

    /// <summary>Station (a call, the employer's word) or Visit.</summary>
    public FactSource Source { get; init; } = FactSource.Station;
}

/// <summary>The station looks at what a resident reported about her work.</summary>
public sealed class ConfirmSpell(JobMatchDbContext db, WorkerFacts facts)
{
    public async Task<Outcome<long>> RunAsync(ConfirmSpellRequest request, CancellationToken cancel)
    {
        if (facts.Check(request.Source, null, maySelf: false) is { } refusal) return refusal;
        var spell = await db.Set<EmploymentSpell>().SingleOrDefaultAsync(s => s.Id == request.SpellId, cancel);
        if (spell is null) return Refusal.NotFound;
        if (spell.Version != request.Version) return Refusal.ChangedMeanwhile;
        if (spell.Check.Source != FactSource.Self) return new Refusal("Spell.AlreadyChecked");

        if (request.IsTrue)
        {
            spell.Check = new FactCheck(request.Source, facts.Today);
        }
        else
        {
            db.RemoveRange(await db.Set<SelfEmployment>().Where(s => s.SpellId == spell.Id).ToListAsync(cancel));
            db.Remove(spell);
            var worker = await db.Set<Worker>().SingleAsync(w => w.Id == spell.PersonId, cancel);
            worker.WaitingSince ??= facts.Today;
        }

        return await db.SaveAsync(() => spell.Id, cancel);
    }
}
