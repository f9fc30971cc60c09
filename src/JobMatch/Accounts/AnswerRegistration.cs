using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <param name="RequestId">A request of the station's settlements.</param>
/// <param name="Version">As the form had it.</param>
/// <param name="PersonId">Who she is on the ledger; null when she was called and there is nothing to register.</param>
/// <param name="By">The clerk's account.</param>
public sealed record AnswerRegistrationRequest(long RequestId, int Version, long? PersonId, long By);

/// <summary>The station answered somebody who asked to be registered. From then on nobody is reminded of it.</summary>
public sealed class AnswerRegistration(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<bool>> RunAsync(AnswerRegistrationRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await db.Set<RegistrationRequest>().SingleOrDefaultAsync(r => r.Id == request.RequestId, cancel);
        if (found is null) return Refusal.NotFound;
        if (found.AnsweredAt is not null || found.Version != request.Version) return Refusal.ChangedMeanwhile;
        (found.AnsweredAt, found.AnsweredBy, found.PersonId) = (clock.UtcNow(), request.By, request.PersonId);
        return await db.SaveOrRefuseAsync(cancel);
    }
}
