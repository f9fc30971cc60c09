using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.EmploymentSpells;

/// <param name="SpellId">One that has not begun.</param>
/// <param name="Version">As the page had it.</param>
public sealed record TakeBackSpellRequest(long SpellId, int Version);

/// <summary>Work that was to begin on a coming day and comes to nothing: it leaves the ledger, for nobody has worked. What has begun is ended instead (<see cref="FinishSpell"/>).</summary>
public sealed class TakeBackSpell(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<bool>> RunAsync(TakeBackSpellRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var spell = await db.Set<EmploymentSpell>().SingleOrDefaultAsync(s => s.Id == request.SpellId, cancel);
        if (spell is null) return Refusal.NotFound;
        if (spell.Version != request.Version) return Refusal.ChangedMeanwhile;
        if (spell.Start <= clock.Today()) return new Refusal("Spell.HasBegun");
        db.RemoveRange(await db.Set<SelfEmployment>().Where(s => s.SpellId == spell.Id).ToListAsync(cancel));
        db.Remove(spell);
        return await db.SaveOrRefuseAsync(cancel);
    }
}
