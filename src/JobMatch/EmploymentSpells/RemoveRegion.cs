using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Postings;
using JobMatch.Regions;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.EmploymentSpells;

/// <summary>Takes a mistaken division out again; one that anything lies in, works in or is granted for stays. It stands here because the divisions know nothing of what lies in them.</summary>
public sealed class RemoveRegion(JobMatchDbContext db)
{
    public async Task<Outcome<string>> RunAsync(long code, CancellationToken cancel)
    {
        var region = await db.Set<Region>().SingleOrDefaultAsync(r => r.Code == code, cancel);
        if (region is null) return Refusal.NotFound;
        if (await IsUsedAsync(code, cancel)) return new Refusal("Region.Used", "", region.Name);
        db.Remove(region);
        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? region.Name : saved.Refusals.ToList();
    }

    private async Task<bool> IsUsedAsync(long code, CancellationToken cancel) =>
        await db.Set<Region>().AnyAsync(r => r.ParentCode == code, cancel)
        || await db.Set<Settlement>().AnyAsync(s => s.TownshipCode == code || s.CountyCode == code, cancel)
        || await db.Set<Station>().AnyAsync(s => s.CountyCode == code, cancel)
        || await db.Set<Employer>().AnyAsync(e => e.CountyCode == code, cancel)
        || await db.Set<Quota>().AnyAsync(q => q.RegionCode == code, cancel)
        || await db.Set<EmploymentSpell>().AnyAsync(s => s.RegionCode == code, cancel)
        || await db.Set<AccountGrant>().AnyAsync(g => g.TargetId == code && (g.Area == GrantArea.County || g.Area == GrantArea.Township), cancel);
}
