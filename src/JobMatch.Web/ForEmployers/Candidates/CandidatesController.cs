using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Web.ForEmployers.Postings;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForEmployers.Candidates;

/// <summary>One posting's people: who came, and who would suit, masked.</summary>
public sealed record CandidatesPage(Posting Posting, IReadOnlyList<Candidate> Came, RankedCandidates? Suiting);

/// <summary>One person who came. The phone is null until it is asked for, which is logged.</summary>
public sealed record CandidatePage(Candidate Candidate, Posting Posting, string? Phone, DateOnly Today);

public sealed record WaitingPage(IReadOnlyList<Candidate> Waiting, IReadOnlyList<Candidate> Ahead);

/// <summary>The people for the employer's postings. Names and phones come masked from the view until the person agrees; each look is logged.</summary>
[Area("ForEmployers"), Authorize(Policy = Audiences.Employer), ServiceFilter<EmployerCounts>]
public sealed class CandidatesController(CandidateView candidates, PostingPages pages, JobMatchDbContext db, AuditLog audit, TimeProvider clock) : Controller
{
    private const int Best = 20;

    /// <summary>Everybody who waits for an answer, oldest first; after them those who are on their way.</summary>
    [HttpGet("/employer/candidates")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var all = await candidates.ReferredAsync(null, cancel);
        await LogLooksAsync(all, cancel);
        return View(new WaitingPage(
            [.. all.Where(c => c.Referral!.IsWaitingForEmployer).OrderBy(c => c.Referral!.AnswerDue).ThenBy(c => c.Referral!.CreatedAt)],
            [.. all.Where(c => c.Referral!.State is ReferralState.Interview or ReferralState.Trial or ReferralState.Hired).OrderBy(c => c.Referral!.ChangedAt)]));
    }

    [HttpGet("/employer/postings/{id:long}/candidates")]
    public async Task<IActionResult> Posting(long id, CancellationToken cancel)
    {
        if (await pages.PostingAsync(id, cancel) is not { } posting) return NotFound();
        var came = (await candidates.ReferredAsync(id, cancel)).OrderByDescending(c => c.Referral!.IsOpen).ThenByDescending(c => c.Fit is { Eligible: true } fit ? fit.Score : -1).ToList();
        await LogLooksAsync(came, cancel);
        var ranked = posting.IsPublic && posting.OpenVacancies > 0 ? await candidates.RankedAsync(id, Best, cancel) : null;
        return View(new CandidatesPage(posting, came, ranked));
    }

    [HttpGet("/employer/referrals/{id:long}")]
    public async Task<IActionResult> Show(long id, CancellationToken cancel)
    {
        if (await ReadAsync(id, cancel) is not { } candidate) return NotFound();
        await LogLooksAsync([candidate], cancel);
        return await PageAsync(candidate, phone: null, cancel);
    }

    /// <summary>Shows the phone of somebody who agreed, and writes down who looked.</summary>
    [HttpPost("/employer/referrals/{id:long}/phone")]
    public async Task<IActionResult> Phone(long id, CancellationToken cancel)
    {
        if (await ReadAsync(id, cancel) is not { Phone: { } phone } candidate) return NotFound();
        await audit.WriteAsync(User.AccountId(), AuditAction.RevealedPhone, AuditSubject.Person, candidate.PersonId, FormattableString.Invariant($"referral {id}"), cancel);
        return await PageAsync(candidate, phone, cancel);
    }

    private async Task<Candidate?> ReadAsync(long id, CancellationToken cancel)
    {
        var posting = await db.Set<Referral>().Where(r => r.Id == id).Select(r => (long?)r.PostingId).SingleOrDefaultAsync(cancel);
        if (posting is null) return null;
        return (await candidates.ReferredAsync(posting, cancel)).FirstOrDefault(c => c.Referral!.Id == id);
    }

    private async Task<IActionResult> PageAsync(Candidate candidate, string? phone, CancellationToken cancel) =>
        await pages.PostingAsync(candidate.Referral!.PostingId, cancel) is { } posting
            ? View(nameof(Show), new CandidatePage(candidate, posting, phone, clock.Today()))
            : NotFound();

    /// <summary>Masked rows say nobody's name; a look is one at a named person, once a day and person.</summary>
    private async Task LogLooksAsync(IEnumerable<Candidate> shown, CancellationToken cancel)
    {
        var account = User.AccountId();
        var since = ChinaDay.StartsAt(clock.Today());
        var people = shown.Where(c => c.Referral is { PersonAgreed: true }).Select(c => c.PersonId).Distinct().ToList();
        var logged = await db.Set<AuditEntry>().Where(a => a.AccountId == account && a.Action == AuditAction.Looked && a.Subject == AuditSubject.Person && a.At >= since && people.Contains(a.SubjectId))
            .Select(a => a.SubjectId).ToListAsync(cancel);
        db.AddRange(people.Except(logged).Select(person => new AuditEntry { At = clock.UtcNow(), AccountId = account, Action = AuditAction.Looked, Subject = AuditSubject.Person, SubjectId = person }));
        await db.SaveChangesAsync(cancel);
    }
}
