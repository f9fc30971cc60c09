using System.Globalization;
using JobMatch.Accounts;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Postings;
using JobMatch.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Notifications;

/// <summary>
/// Turns what happened into inbox rows: a referral moved, a posting or an employer was decided, an employer is asked whether a posting is
/// still open, a case was opened. One leased cursor for all nodes; every row has a key, so that repeating tells nobody twice.
/// </summary>
public sealed class News(IServiceScopeFactory requests, TimeProvider clock) : LeasedConsumer(CursorName, requests, clock)
{
    public const string CursorName = "news";

    protected override async Task DoAsync(IServiceProvider services, IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
    {
        var db = services.GetRequiredService<JobMatchDbContext>();
        var rows = new List<Notification>();
        rows.AddRange(await OfReferralsAsync(db, Ids(changes, ChangeKind.Referral), cancel));
        rows.AddRange(await OfPostingsAsync(db, Ids(changes, ChangeKind.Posting), cancel));
        rows.AddRange(await OfEmployersAsync(db, Ids(changes, ChangeKind.Employer), cancel));
        rows.AddRange(await OfCasesAsync(db, Ids(changes, ChangeKind.Case), cancel));
        rows.AddRange(await OfRegistrationsAsync(db, Ids(changes, ChangeKind.Registration), cancel));
        await services.GetRequiredService<WriteNotifications>().RunAsync(rows, cancel);
        await ForgetTakenBackAsync(db, Ids(changes, ChangeKind.Referral), cancel);
    }

    /// <summary>The person hears of every move but her own; the employer of everybody who came.</summary>
    private async Task<List<Notification>> OfReferralsAsync(JobMatchDbContext db, List<long> ids, CancellationToken cancel)
    {
        var rows = new List<Notification>();
        if (ids.Count == 0) return rows;
        var referrals = await db.Set<Referral>().AsNoTracking().Include(r => r.Moves).Include(r => r.Posting).Where(r => ids.Contains(r.Id)).ToListAsync(cancel);
        rows.AddRange(await OfTakenBackAsync(db, referrals, cancel));
        var fairs = await FairOfReferralView.ReadAsync(db, ids, Clock.Today(), cancel);
        var places = await PlaceOfReferralView.ReadAsync(db, referrals, cancel);
        foreach (var referral in referrals)
            foreach (var move in SinceTakenBack(referral).Where(m => m.Reason != Referral.TakenBackReason))
            {
                var values = new Dictionary<string, string> { ["title"] = referral.Posting!.Title, ["state"] = $"ReferralState.{move.To}" };
                if (move.To is ReferralState.Referred or ReferralState.Applied)
                    rows.Add(new Notification { Kind = NotificationKind.NewCandidate, EmployerId = referral.EmployerId, PostingId = referral.PostingId, ReferralId = referral.Id, Key = Key("candidate", move.Id), Values = values, At = move.At });
                if (move.To is not (ReferralState.Suggested or ReferralState.Applied or ReferralState.Withdrawn))
                    rows.Add(new Notification
                    {
                        Kind = move.To == ReferralState.Referred ? NotificationKind.ReferredByStation : NotificationKind.ReferralMoved,
                        PersonId = referral.PersonId,
                        PostingId = referral.PostingId,
                        ReferralId = referral.Id,
                        Key = Key("move", move.Id),
                        Values = move.To == ReferralState.Referred ? WithPlaces(referral.Id, values) : values,
                        At = move.At,
                    });
            }

        return rows;

        // Where she is sent, and the fair that she is asked to.
        Dictionary<string, string> WithPlaces(long referral, Dictionary<string, string> values)
        {
            if (places.TryGetValue(referral, out var place)) values = new(values) { ["at"] = place };
            return fairs.TryGetValue(referral, out var fair) ? values.Concat(fair).ToDictionary() : values;
        }
    }

    /// <summary>What a station sent by mistake and took back: whoever was recommended is told, read or not, for she may be waiting; an employer who had read of the people is told once a posting how many are not coming.</summary>
    private static async Task<List<Notification>> OfTakenBackAsync(JobMatchDbContext db, List<Referral> referrals, CancellationToken cancel)
    {
        var rows = new List<Notification>();
        var back = referrals.Where(r => TakenBackBy(r) is not null).ToList();
        if (back.Count == 0) return rows;
        var ids = back.ConvertAll(r => (long?)r.Id);
        var told = await db.Set<Notification>().Where(n => n.ReferralId != null && ids.Contains(n.ReferralId) && (n.Kind == NotificationKind.ReferredByStation || (n.Kind == NotificationKind.NewCandidate && n.ReadAt != null)))
            .Select(n => new { n.ReferralId, n.Kind, n.At }).ToListAsync(cancel);
        // Only what was told of this sending: an older message may be of one that was taken back, and told, before.
        bool Knows(Referral referral, NotificationKind kind) => told.Exists(n => n.ReferralId == referral.Id && n.Kind == kind && n.At == SentAt(referral));
        rows.AddRange(back.Where(r => Knows(r, NotificationKind.ReferredByStation)).Select(r => new Notification
        {
            Kind = NotificationKind.ReferralTakenBack, PersonId = r.PersonId, PostingId = r.PostingId, ReferralId = r.Id, Key = Key("untold", TakenBackBy(r)!.Id), At = r.ChangedAt,
            Values = new Dictionary<string, string> { ["title"] = r.Posting!.Title },
        }));
        foreach (var posting in back.Where(r => r.State == ReferralState.Suggested && Knows(r, NotificationKind.NewCandidate)).GroupBy(r => r.PostingId))
            rows.Add(new Notification
            {
                Kind = NotificationKind.CandidatesTakenBack, EmployerId = posting.First().EmployerId, PostingId = posting.Key, Key = Key("takenback", posting.Max(r => TakenBackBy(r)!.Id)), At = posting.Max(r => r.ChangedAt),
                Values = new Dictionary<string, string> { ["title"] = posting.First().Posting!.Title, ["count"] = posting.Count().ToString(CultureInfo.InvariantCulture) },
            });
        return rows;
    }

    /// <summary>Unread messages of what was taken back would point at nothing. After the others are written, so that a crash between leaves nobody untold.</summary>
    private static async Task ForgetTakenBackAsync(JobMatchDbContext db, List<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return;
        var referrals = await db.Set<Referral>().AsNoTracking().Include(r => r.Moves).Where(r => ids.Contains(r.Id) && r.Moves.Any(m => m.Reason == Referral.TakenBackReason)).ToListAsync(cancel);
        foreach (var referral in referrals.Where(r => TakenBackBy(r) is not null))
        {
            var sent = SentAt(referral);
            await db.Set<Notification>().Where(n => n.ReferralId == referral.Id && n.ReadAt == null && n.At == sent && (n.Kind == NotificationKind.NewCandidate || n.Kind == NotificationKind.ReferredByStation)).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>The move that took the sending back; null when the last move is another.</summary>
    private static ReferralMove? TakenBackBy(Referral referral) => referral.Moves.MaxBy(m => m.Id) is { Reason: Referral.TakenBackReason } move ? move : null;

    /// <summary>When it was sent that was taken back.</summary>
    private static DateTime SentAt(Referral referral) =>
        referral.Moves.Where(m => m.To == ReferralState.Referred && m.Id < (TakenBackBy(referral)?.Id ?? 0)).Select(m => m.At).DefaultIfEmpty().Max();

    private static IEnumerable<ReferralMove> SinceTakenBack(Referral referral)
    {
        var last = referral.Moves.Where(m => m.To == ReferralState.Suggested).Select(m => m.Id).DefaultIfEmpty(0).Max();
        return referral.Moves.Where(m => m.Id > last);
    }

    private async Task<List<Notification>> OfPostingsAsync(JobMatchDbContext db, List<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var postings = await db.Set<Posting>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel);
        var decided = postings.Where(p => p.State == PostingState.SentBack || (p.State == PostingState.Published && p.NeedsStation)).Select(p => new Notification
        {
            Kind = NotificationKind.PostingDecided,
            EmployerId = p.EmployerId,
            PostingId = p.Id,
            Key = $"decided:{p.Id}:{p.State}:{(p.State == PostingState.Published ? 0 : p.Version)}",
            Values = new Dictionary<string, string> { ["title"] = p.Title, ["state"] = $"PostingState.{p.State}" },
            At = Clock.UtcNow(),
        });
        var asked = postings.Where(p => p.State == PostingState.Published && p.AskedAt is not null).Select(p => new Notification
        {
            Kind = NotificationKind.PostingStillOpen,
            EmployerId = p.EmployerId,
            PostingId = p.Id,
            Key = string.Create(CultureInfo.InvariantCulture, $"open:{p.Id}:{p.AskedAt:yyyyMMdd}"),
            Values = new Dictionary<string, string> { ["title"] = p.Title },
            At = p.AskedAt!.Value,
        });
        return [.. decided, .. asked];
    }

    private static async Task<List<Notification>> OfEmployersAsync(JobMatchDbContext db, List<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var employers = await db.Set<Employer>().AsNoTracking().Where(e => ids.Contains(e.Id) && e.State != EmployerState.Registered && e.StateAt != null).ToListAsync(cancel);
        return
        [
            .. employers.Select(e => new Notification
            {
                Kind = NotificationKind.EmployerDecided,
                EmployerId = e.Id,
                Key = string.Create(CultureInfo.InvariantCulture, $"employer:{e.Id}:{e.State}:{e.StateAt:yyyyMMddHHmmss}"),
                Values = new Dictionary<string, string> { ["title"] = e.Name, ["state"] = $"EmployerState.{e.State}" },
                At = e.StateAt!.Value,
            }),
        ];
    }

    private async Task<List<Notification>> OfCasesAsync(JobMatchDbContext db, List<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id) && c.State == CaseState.Open).ToListAsync(cancel);
        return
        [
            .. cases.Select(c => new Notification
            {
                Kind = NotificationKind.CaseOpened,
                StationSettlementId = c.SettlementId,
                CaseId = c.Id,
                Key = Key("case", c.Id),
                Values = new Dictionary<string, string> { ["title"] = $"CaseKind.{c.Kind}", ["state"] = $"CaseKind.{c.Kind}" },
                At = Clock.UtcNow(),
            }),
        ];
    }

    private static async Task<List<Notification>> OfRegistrationsAsync(JobMatchDbContext db, List<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var asked = await db.Set<RegistrationRequest>().AsNoTracking().Where(r => ids.Contains(r.Id) && r.AnsweredAt == null).ToListAsync(cancel);
        return [.. asked.Select(r => new Notification { Kind = NotificationKind.RegistrationRequested, StationSettlementId = r.SettlementId, Key = Key("registration", r.Id), At = r.At })];
    }

    private static string Key(string about, long id) => string.Create(CultureInfo.InvariantCulture, $"{about}:{id}");
}
