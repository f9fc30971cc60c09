using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Postings;
using JobMatch.Rules;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Referrals;

/// <param name="PostingId">Published, with an open vacancy.</param>
/// <param name="PersonIds">One or many; each is answered apart.</param>
/// <param name="By">The clerk's account.</param>
/// <param name="Reason">A note for the history; may be empty.</param>
public sealed record ReferWorkersRequest(long PostingId, IReadOnlyList<long> PersonIds, long By, string Reason = "");

/// <summary>Who was referred (person and referral), and who was not and why.</summary>
public sealed record WorkersReferred(IReadOnlyDictionary<long, long> ReferralIds, IReadOnlyDictionary<long, Refusal> Refused);

/// <summary>
/// Staff put people forward for a posting. Whether they suit it is the caller's fit; here it is guarded that they are in the clerk's scope,
/// agree to be seen, that their household may have such a post, that they have not hidden themselves from this employer, and that the pair is not open already.
/// </summary>
public sealed class ReferWorkers(JobMatchDbContext db, CurrentScope scope, HouseholdPostLimit limit, TimeProvider clock)
{
    public async Task<Outcome<WorkersReferred>> RunAsync(ReferWorkersRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!scope.Value.IsSystem && scope.Value.Kind != ScopeKind.Settlements) return Refusal.NotFound;
        if (request.PersonIds.Count == 0) return new Refusal("Required", nameof(request.PersonIds));
        if (request.Reason.Length > 200) return new Refusal("TooLong", nameof(request.Reason), 200);
        var posting = await db.Set<Posting>().Include(p => p.Employer).Include(p => p.Quotas).SingleOrDefaultAsync(p => p.Id == request.PostingId, cancel);
        if (OpenPosting.Check(posting) is { } closed) return closed;

        var ids = request.PersonIds.Distinct().ToList();
        var workers = await db.Set<Worker>().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancel);
        var existing = await db.Set<Referral>().Where(r => r.PostingId == posting!.Id && ids.Contains(r.PersonId)).ToDictionaryAsync(r => r.PersonId, cancel);
        var hidden = await db.Set<HiddenFromEmployer>().Where(h => h.EmployerId == posting!.EmployerId && ids.Contains(h.PersonId)).Select(h => h.PersonId).ToListAsync(cancel);
        var barred = await limit.BarredAsync(posting!, ids, cancel);
        var (by, due) = (new Actor(request.By, clock.UtcNow(), request.Reason), await AnswerDue.FromAsync(db, clock, cancel));

        var (referred, refused) = (new Dictionary<long, Referral>(), new Dictionary<long, Refusal>());
        foreach (var id in ids)
        {
            if (!workers.TryGetValue(id, out var worker)) refused[id] = Refusal.NotFound;
            else if (hidden.Contains(id)) refused[id] = new Refusal("Referral.Hidden");
            else if (!worker.ConsentsToEmployers) refused[id] = new Refusal("Referral.NoConsent");
            else if (barred.Contains(id)) refused[id] = limit.Refused;
            else if (Refer(posting!, worker, existing.GetValueOrDefault(id), by, due) is { Value: { } referral }) referred[id] = referral;
            else refused[id] = new Refusal("Referral.Already");
        }

        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? new WorkersReferred(referred.ToDictionary(r => r.Key, r => r.Value.Id), refused) : saved.Refusals.ToList();
    }

    private Outcome<Referral> Refer(Posting posting, Worker worker, Referral? existing, Actor by, DateTime due)
    {
        var referral = existing ?? NewReferral.Of(posting, worker, by.At);
        var referred = referral.Refer(by, due);
        if (!referred.IsDone) return referred.Refusals.ToList();
        if (existing is null) db.Add(referral);
        return referral;
    }
}

internal static class OpenPosting
{
    /// <summary>Why nobody can be put forward for it, or null.</summary>
    public static Refusal? Check(Posting? posting) => posting switch
    {
        null => Refusal.NotFound,
        { IsPublic: false } => new Refusal("Posting.NotPublished"),
        { Employer.State: not EmployerState.Verified } => new Refusal("Employer.NotVerified"),
        { OpenVacancies: < 1 } => new Refusal("Posting.Full"),
        _ => null,
    };
}

internal static class NewReferral
{
    public static Referral Of(Posting posting, Worker worker, DateTime at) => new()
    {
        PersonId = worker.Id,
        PostingId = posting.Id,
        EmployerId = posting.EmployerId,
        SettlementId = worker.SettlementId,
        CountyCode = worker.CountyCode,
        CreatedAt = at,
    };
}

internal static class AnswerDue
{
    /// <summary>When a referral made now expires: the end of the last day of the dated rule.</summary>
    public static async Task<DateTime> FromAsync(JobMatchDbContext db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        var days = (await RuleBook.ReadAsync(db, cancel)).Number(today, RuleName.ReferralAnswerDays);
        return ChinaDay.StartsAt(today.AddDays(days + 1));
    }
}
