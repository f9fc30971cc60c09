using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>A phone that is on nobody's ledger row asks to be registered; the station of the chosen settlement answers.</summary>
public sealed record RequestRegistrationRequest(string Phone, string Name, long SettlementId, long? PostingId);

public sealed class RequestRegistration(JobMatchDbContext db, PersonalData personal, TimeProvider clock)
{
    public async Task<Outcome<RegistrationRequest>> RunAsync(RequestRegistrationRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var refused = new List<Refusal>();
        if (!Phone.TryParse(request.Phone, out var phone)) refused.Add(new Refusal("Phone.Invalid", "Phone"));
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Trim().Length > 30) refused.Add(new Refusal("Name.Invalid", "Name"));
        if (request.SettlementId <= 0) refused.Add(new Refusal("Required", "SettlementId"));
        if (refused.Count > 0) return refused;
        var hash = personal.HashPhone(phone);
        var open = await db.Set<RegistrationRequest>().IgnoreQueryFilters([ScopeFilters.Name])
            .FirstOrDefaultAsync(r => r.PhoneHash == hash && r.SettlementId == request.SettlementId && r.AnsweredAt == null, cancel);
        if (open is not null) return open;
        var made = new RegistrationRequest
        {
            Name = request.Name.Trim(),
            Phone = personal.Protect(phone),
            PhoneHash = hash,
            SettlementId = request.SettlementId,
            PostingId = request.PostingId,
            At = clock.UtcNow(),
        };
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        return made;
    }
}
