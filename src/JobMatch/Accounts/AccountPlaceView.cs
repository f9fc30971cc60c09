using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>Where an account works, in a few words: the station, the settlement or the firm; null for the whole county.</summary>
public sealed class AccountPlaceView(JobMatchDbContext db)
{
    public async Task<string?> ReadAsync(Account account, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        var grant = account.Grants.Find(g => g.Area is GrantArea.Station or GrantArea.Settlement or GrantArea.Employer);
        return grant?.Area switch
        {
            GrantArea.Station => await db.Set<Station>().Where(s => s.Id == grant.TargetId).Select(s => s.Name).SingleOrDefaultAsync(cancel),
            GrantArea.Settlement => await db.Set<Settlement>().Where(s => s.Id == grant.TargetId).Select(s => s.Name).SingleOrDefaultAsync(cancel),
            GrantArea.Employer => await db.Set<Employer>().Where(e => e.Id == grant.TargetId).Select(e => e.Name).SingleOrDefaultAsync(cancel),
            _ => null,
        };
    }
}
