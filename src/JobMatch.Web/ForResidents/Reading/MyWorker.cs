using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForResidents.Reading;

/// <summary>The worker's row of the person who is signed in, as forms show it.</summary>
public sealed class MyWorker(JobMatchDbContext db, CurrentScope scope)
{
    public Task<Worker?> ReadAsync(CancellationToken cancel) => db.Set<Worker>().AsNoTracking().Include(w => w.Skills)
        .SingleOrDefaultAsync(w => w.Id == scope.Value.PersonId, cancel);
}
