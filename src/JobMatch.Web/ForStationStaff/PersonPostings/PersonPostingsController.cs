using System.Globalization;
using JobMatch.Audit;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Web.ForStationStaff.Rankings;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Workers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.PersonPostings;

/// <summary>A posting the clerk asked about: why it is or is not among the ranked.</summary>
public sealed record WhyNotPosting(Posting Posting, Fit? Fit)
{
    /// <summary>Which record keeps her from it, where one does.</summary>
    public ExcludedPair? Excluded { get; init; }
}

/// <summary>What the clerk asked about by words.</summary>
/// <param name="Found">Public postings, the best hits first.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="NotPublic">Where none is public: those that are called so and are closed, paused or not yet public.</param>
public sealed record WhyNotAnswers(IReadOnlyList<WhyNotPosting> Found, int Total, IReadOnlyList<Posting> NotPublic)
{
    public static WhyNotAnswers None { get; } = new([], 0, []);

    /// <summary>Looked up in the index of this node, because the search server did not answer.</summary>
    public bool FromFallback { get; init; }
}

public sealed record PersonPostingsPage(
    Person Person, PostingRanking Ranking, RankedPosting? Chosen, IReadOnlyDictionary<long, Settlement> Settlements, string? Words, WhyNotAnswers Answers, IReadOnlyList<Referral> Open,
    RankingAsked Asked, Supposable Supposable, SupposedRanking? Opens)
{
    /// <summary>She agrees that employers see her; without it nothing can be sent.</summary>
    public bool MayBeReferred { get; init; } = true;

    /// <summary>The address asks for a posting that is not listed: why; null when it does not, or when no public posting has that number.</summary>
    public WhyNotPosting? Unlisted { get; init; }

    /// <summary>The address asks for a posting that is not public.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>That posting, where there is one: it is closed, paused or not yet public.</summary>
    public Posting? NotPublic { get; init; }

    /// <summary>At which place a posting stands in the list, from 1; null when it is not there.</summary>
    public int? RankOf(long posting) => Ranking.Best.Select((ranked, at) => (ranked.Posting.Id, Rank: at + 1)).Where(r => r.Id == posting).Select(r => (int?)r.Rank).FirstOrDefault();

    public SharedGaps Gaps { get; } = new([.. Ranking.Best.Select(r => r.Fit)]);
}

public sealed record PersonReferPage(Person Person, IReadOnlyList<Posting> Postings);

public sealed record PostingCardPage(Person Person, IReadOnlyList<RankedPosting> Postings, IReadOnlyDictionary<long, Settlement> Settlements, Station? Station);

/// <summary>One person's postings: ranked with both sides, "why not this one?", referred one or many, printed for her to take home.</summary>
[Route("/station/people/{id:long}")]
public sealed class PersonPostingsController(JobMatchDbContext db, FitView fits, WhyNotThisPosting whyNot, FitOptions options, AuditLog audit, Texts texts) : StationController(texts)
{
    private const int Shown = 30;
    private const int OnCard = 6;
    private const int Supposing = 10;

    [HttpGet("postings"), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(long id, long? posting, string? words, int? ifPage, [FromServices] RankingOfClerk rankings, [FromServices] HeldView held, CancellationToken cancel)
    {
        // Nothing written is an empty question, not none: binding makes both null.
        if (Request.Query.ContainsKey(nameof(words))) words ??= "";
        var person = await PersonAsync(id, cancel);
        if (person is null) return NotFound();
        var (asked, goTo) = await rankings.ReadAsync(Request, By, RankedSearch.OfPerson(id), usuallyNeedFirst: false, cancel);
        if (goTo is not null) return Redirect(goTo);
        await audit.WriteAsync(By, AuditAction.Looked, AuditSubject.Person, id, "postings", cancel);
        var weights = asked.Weights(options);
        if (await fits.PostingsForWorkerAsync(id, Shown, Audience.Station, weights, asked.NeedFirst, cancel) is not { } ranking || await held.OfAsync(id, cancel) is not { } has) return View("NoWorker", person);
        var supposable = new Supposable(has, Supposed.Read(Request.Query));
        var supposed = supposable.New;
        var opens = supposed.IsNothing ? null : await fits.WhatIfAsync(id, supposed.Of, ifPage ?? 1, Supposing, weights, cancel);
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        var open = await db.Set<Referral>().AsNoTracking().Include(r => r.Posting).Where(r => r.PersonId == id && r.State > ReferralState.Suggested && r.State < ReferralState.Started).ToListAsync(cancel);
        var chosen = posting is null && ranking.Best.Count > 0 ? ranking.Best[0] : ranking.Best.FirstOrDefault(r => r.Posting.Id == posting);
        var unlisted = posting is { } one && chosen is null ? await whyNot.OneAsync(id, one, weights, asked.NeedFirst, cancel) : null;
        var answers = await whyNot.AnswersAsync(id, words, weights, asked.NeedFirst, cancel);
        return View(new PersonPostingsPage(person, ranking, chosen, settlements, words?.Trim(), answers, open, asked, supposable, opens)
        {
            Unlisted = unlisted,
            NotPublic = posting is { } other && chosen is null && unlisted is null ? await whyNot.NotPublicAsync(other, cancel) : null,
            IsUnknown = posting is not null && chosen is null && unlisted is null,
            MayBeReferred = await db.Set<Worker>().Where(w => w.Id == id).Select(w => w.ConsentsToEmployers).SingleAsync(cancel),
        });
    }

    [HttpPost("refer")]
    public async Task<IActionResult> Refer(long id, long[] postingIds, bool confirmed, [FromServices] ReferWorkers refer, CancellationToken cancel)
    {
        var person = await PersonAsync(id, cancel);
        if (person is null) return NotFound();
        var back = $"/station/people/{id}/postings";
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Where(p => postingIds.Contains(p.Id) && p.State == PostingState.Published).OrderBy(p => p.Id).AsSplitQuery().ToListAsync(cancel);
        if (postings.Count == 0) return Back(back, (Outcome<bool>)new Refusal("Referral.NothingPicked"), "");
        if (!confirmed) return View("Refer", new PersonReferPage(person, postings));
        var (done, said) = (new List<long>(), new List<string>());
        foreach (var posting in postings)
        {
            var referred = await refer.RunAsync(new ReferWorkersRequest(posting.Id, [id], By), cancel);
            if (referred.Value is { } answer && answer.ReferralIds.TryGetValue(id, out var referral)) done.Add(referral);
            else said.Add(Texts["Station.Refer.Not", posting.Title, string.Join(" ", (referred.IsDone ? [referred.Value!.Refused[id]] : referred.Refusals).Select(Texts.Of))]);
        }

        var undo = done.Count == 0 ? null : "/station/referrals/undo?ids=" + string.Join(',', done.Select(r => r.ToString(CultureInfo.InvariantCulture))) + "&returnUrl=" + Uri.EscapeDataString(back);
        Flash.Set(TempData, new Flash(string.Join(" ", said.Prepend(Texts["Station.Refer.DonePostings", person.Name, done.Count])), undo, said.Count > 0 ? "gap" : ""));
        return LocalRedirect(back);
    }

    /// <summary>A card to take home. Printing it shows postings to her, so it is a service given, written down once a day.</summary>
    [HttpPost("postings/card")]
    public async Task<IActionResult> Card(long id, long[] postingIds, [FromServices] RecordHelp help, [FromServices] TimeProvider clock, CancellationToken cancel)
    {
        var person = await PersonAsync(id, cancel);
        if (person is null || await fits.PostingsForWorkerAsync(id, Shown, Audience.Resident, null, cancel) is not { } ranking) return NotFound();
        var rows = ranking.Best.Where(r => postingIds.Length == 0 || postingIds.Contains(r.Posting.Id)).Take(postingIds.Length == 0 ? OnCard : Shown).ToList();
        if (rows.Count == 0) return Back($"/station/people/{id}/postings", (Outcome<bool>)new Refusal("Referral.NothingPicked"), "");
        var today = clock.Today();
        if (!await db.Set<ServiceRecord>().AnyAsync(s => s.PersonId == id && s.On == today && s.Kind == ServiceKind.PostingsShown, cancel))
            await help.RunAsync(new RecordHelpRequest { PersonId = id, Kind = ServiceKind.PostingsShown, Note = Texts["Station.Card.Note", rows.Count], ByAccountId = By }, cancel);
        await audit.WriteAsync(By, AuditAction.Printed, AuditSubject.Person, id, "postings", cancel);
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        var station = await db.Set<Station>().AsNoTracking().FirstOrDefaultAsync(s => s.Serves.Any(x => x.SettlementId == person.SettlementId), cancel);
        return View("Card", new PostingCardPage(person, rows, settlements, station));
    }

    private Task<Person?> PersonAsync(long id, CancellationToken cancel) => db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
}
