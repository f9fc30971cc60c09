using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

/// <summary>Reads a referral for a change: within the scope, by a side that may make this change, at the version that the form was shown with.</summary>
public sealed class ReferralForChange(JobMatchDbContext db, CurrentScope scope)
{
    internal static readonly ScopeKind[] EmployerOrStaff = [ScopeKind.Employer, ScopeKind.Settlements];
    internal static readonly ScopeKind[] PersonOrStaff = [ScopeKind.Herself, ScopeKind.Settlements];
    internal static readonly ScopeKind[] Anyone = [ScopeKind.Herself, ScopeKind.Employer, ScopeKind.Settlements];

    /// <param name="id">The referral.</param>
    /// <param name="version">As the form had it; null where the change is right whatever else changed.</param>
    /// <param name="allowed">The sides that may make this change; the system always may.</param>
    /// <param name="cancel">Stops the read.</param>
    internal async Task<Outcome<Referral>> ReadAsync(long id, int? version, ScopeKind[] allowed, CancellationToken cancel)
    {
        if (!scope.Value.IsSystem && !allowed.Contains(scope.Value.Kind)) return Refusal.NotFound;
        var referral = await db.Set<Referral>().Include(r => r.Posting!.Quotas).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (referral is null) return Refusal.NotFound;
        return version is null || referral.Version == version ? referral : Refusal.ChangedMeanwhile;
    }

    internal Task<Outcome<bool>> ChangeAsync(long id, int? version, ScopeKind[] allowed, Func<Referral, Outcome<bool>> change, CancellationToken cancel) =>
        ChangeAsync(id, version, allowed, referral => Task.FromResult(change(referral)), cancel);

    internal async Task<Outcome<bool>> ChangeAsync(long id, int? version, ScopeKind[] allowed, Func<Referral, Task<Outcome<bool>>> change, CancellationToken cancel)
    {
        var read = await ReadAsync(id, version, allowed, cancel);
        if (read.Value is not { } referral) return read.Refusals.ToList();
        var changed = await change(referral);
        return changed.IsDone ? await db.SaveOrRefuseAsync(cancel) : changed;
    }
}
