using JobMatch.Data;
using JobMatch.Employers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

/// <summary>Reads a posting whole for a change: seen by who may change it, at the version that the form was shown with.</summary>
public sealed class PostingForChange(JobMatchDbContext db, EmployerReach reach)
{
    /// <summary>The employer or its station.</summary>
    public Task<Outcome<Posting>> ReadAsync(long id, int version, CancellationToken cancel) => ReadAsync(id, version, staffOnly: false, cancel);

    public Task<Outcome<Posting>> ReadForStaffAsync(long id, int version, CancellationToken cancel) => ReadAsync(id, version, staffOnly: true, cancel);

    /// <summary>Reads, does, saves.</summary>
    public async Task<Outcome<bool>> ChangeAsync(long id, int? version, bool staffOnly, Func<Posting, Outcome<bool>> change, CancellationToken cancel)
    {
        var read = await ReadAsync(id, version, staffOnly, cancel);
        if (read.Value is not { } posting) return read.Refusals.ToList();
        var changed = change(posting);
        return changed.IsDone ? await db.SaveOrRefuseAsync(cancel) : changed;
    }

    private async Task<Outcome<Posting>> ReadAsync(long id, int? version, bool staffOnly, CancellationToken cancel)
    {
        var posting = await db.Set<Posting>().Include(p => p.Employer).Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates)
            .SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (posting is null) return Refusal.NotFound;
        var may = staffOnly ? await reach.MayLookAfterAsync(posting.Employer!, cancel) : await reach.MayManageAsync(posting.Employer!, cancel);
        if (!may) return Refusal.NotFound;
        return version is null || posting.Version == version ? posting : Refusal.ChangedMeanwhile;
    }
}
