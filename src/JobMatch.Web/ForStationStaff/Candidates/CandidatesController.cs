using System.Globalization;
using JobMatch.Audit;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Fits;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Tallies;
using JobMatch.Web.ForStationStaff.PersonPostings;
using JobMatch.Web.ForStationStaff.Rankings;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Candidates;

/// <summary>What the station knows about a household beside the person: its running clock and how many work.</summary>
public sealed record HomeState(CaseRow? Clock, int Employed, bool Monitored);

public sealed record Chosen(RankedWorker Ranked, ServiceDue Services, ServiceRecord? LastContact);

/// <summary>Somebody the clerk asked about by name: why she is or is not among the ranked.</summary>
/// <param name="Person">Who.</param>
/// <param name="Fit">How she fits, whomever the page lists.</param>
/// <param name="NotListed">Why she is none of those whom the page lists; that keeps her from nothing.</param>
public sealed record WhyNot(Person Person, Fit? Fit, IReadOnlyList<FailedGate> NotListed)
{
    /// <summary>Where she lives and her ID number, masked as on her page: namesakes are told apart by them.</summary>
    public string Home { get; init; } = "";

    public string? MaskedId { get; init; }

    /// <summary>Which record keeps her from this posting, where one does.</summary>
    public ExcludedPair? Excluded { get; init; }
}

public sealed record EarlierReferral(Referral Referral, string Name);

public sealed record CandidatesPage(
    Posting Posting, IReadOnlyDictionary<long, Settlement> Settlements, WorkerRanking Ranking, RankingAsked Asked, IReadOnlyDictionary<long, HomeState> Homes, Chosen? Chosen,
    IReadOnlyList<EarlierReferral> Earlier, string? Who, IReadOnlyList<WhyNot> Answers)
{
    /// <summary>The address asks for somebody who is not listed: why; null when it does not, or when this station has nobody of that number.</summary>
    public WhyNot? Unlisted { get; init; }

    /// <summary>There are more people whose names begin so than are answered for.</summary>
    public bool MoreOfThatName { get; init; }

    /// <summary>Her place in the list, from 1; null when she is not in it.</summary>
    public int? RankOf(long person) => Ranking.Best.Select((ranked, at) => (ranked.Person.Id, Rank: at + 1)).Where(r => r.Id == person).Select(r => (int?)r.Rank).FirstOrDefault();

    /// <summary>What may be and is supposed of the one beside the list, and what it would change; null when nobody is there, or nothing is.</summary>
    public Supposable? Supposable { get; init; }

    public SupposedFit? WouldBe { get; init; }

    /// <summary>The address asks for somebody whom this station does not have as a worker.</summary>
    public bool IsUnknown { get; init; }

    public SharedGaps Gaps { get; } = new([.. Ranking.Best.Select(r => r.Fit)]);
}

/// <param name="Posting">For which they are put forward.</param>
/// <param name="People">Who.</param>
/// <param name="Note">As typed so far.</param>
/// <param name="ReturnUrl">The list that they come from.</param>
/// <param name="Relatives">Per person who of her household is put forward for a post beside which it may not have this one.</param>
public sealed record ReferPage(Posting Posting, IReadOnlyList<Person> People, string Note, string ReturnUrl, ILookup<long, (string Name, string Posting)> Relatives)
{
    /// <summary>Whose household has such a post already: confirming leaves them out.</summary>
    public IReadOnlySet<long> Barred { get; init; } = new HashSet<long>();
}

/// <summary>A posting's people: ranked with reasons, referred one or many, with who was referred before and what came of it.</summary>
[Route("/station/postings/{id:long}")]
public sealed class CandidatesController(JobMatchDbContext db, FitView fits, ReferralExclusions exclusions, HeldView held, FitOptions options, ServiceDueView services, PeopleFinder finder, AuditLog audit, TimeProvider clock, Texts texts) : StationController(texts)
{
    private const int Shown = 50;

    /// <summary>Namesakes that are answered for at once.</summary>
    private const int Answered = 8;

    [HttpGet("candidates"), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Index(long id, long? worker, [FromServices] RankingOfClerk rankings, CancellationToken cancel)
    {
        var posting = await PostingAsync(id, cancel);
        if (posting is null) return NotFound();
        var (asked, goTo) = await rankings.ReadAsync(Request, By, RankedSearch.OfPosting(id), usuallyNeedFirst: PostingProfileReader.PutsGroupsFirst(posting.Kind), cancel);
        return goTo is null ? await ShowAsync(posting, worker, null, asked, cancel) : Redirect(goTo);
    }

    /// <summary>Why somebody is not among the ranked. Sent, never in the address: names and ID numbers would stand in histories and logs.</summary>
    [HttpPost("candidates"), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> WhyNotHer(long id, [FromForm] string? who, CancellationToken cancel) =>
        await PostingAsync(id, cancel) is { } posting ? await ShowAsync(posting, null, who ?? "", RankingAsked.Read(Request.Query, PostingProfileReader.PutsGroupsFirst(posting.Kind)), cancel) : NotFound();

    private async Task<IActionResult> ShowAsync(Posting posting, long? worker, string? who, RankingAsked asked, CancellationToken cancel)
    {
        var id = posting.Id;
        var weights = asked.Weights(options);
        var ranking = await fits.WorkersForPostingAsync(id, Shown, Audience.Station, weights, asked.NeedFirst, asked.Seekers, cancel);
        if (ranking is null) return NotFound();
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        var homes = await HomesAsync([.. ranking.Best.Select(r => r.Household)], cancel);
        var listed = worker is null && ranking.Best.Count > 0 ? ranking.Best[0] : ranking.Best.FirstOrDefault(r => r.Worker.Id == worker);
        var chosen = await ChosenAsync(listed, cancel);
        var unlisted = worker is { } one && listed is null ? await UnlistedAsync(posting, one, weights, asked, cancel) : null;
        var beside = chosen?.Ranked.Person.Id ?? unlisted?.Person.Id;
        var supposable = beside is { } whom && await held.OfAsync(whom, cancel) is { } has ? new Supposable(has, Supposed.Read(Request.Query)) : null;
        var earlier = await (from referral in db.Set<Referral>().AsNoTracking()
                             join person in db.Set<Person>() on referral.PersonId equals person.Id
                             where referral.PostingId == id && referral.State != ReferralState.Suggested
                             orderby referral.ChangedAt descending
                             select new EarlierReferral(referral, person.Name)).Take(100).ToListAsync(cancel);
        var (answers, more) = await AnswersAsync(posting, who, weights, asked, cancel);
        return View("Index", new CandidatesPage(posting, settlements, ranking, asked, homes, chosen, earlier, who?.Trim(), answers)
        {
            MoreOfThatName = more,
            Unlisted = unlisted,
            Supposable = supposable,
            WouldBe = supposable?.New is { IsNothing: false } supposed ? await fits.WhatIfAsync(beside!.Value, id, supposed.Of, weights, cancel) : null,
            IsUnknown = worker is not null && listed is null && unlisted is null,
        });
    }

    /// <summary>First the names once more, then it is done: a batch is easily sent to the wrong firm.</summary>
    [HttpPost("refer")]
    public async Task<IActionResult> Refer(long id, long[] personIds, string? note, bool confirmed, string? returnUrl, [FromServices] ReferWorkers refer, [FromServices] HouseholdPostLimit limit, CancellationToken cancel)
    {
        var posting = await PostingAsync(id, cancel);
        if (posting is null) return NotFound();
        var back = ReturnTo(returnUrl, $"/station/postings/{id}/candidates");
        var people = await db.Set<Person>().AsNoTracking().Where(p => personIds.Contains(p.Id)).OrderBy(p => p.Name).ToListAsync(cancel);
        if (people.Count == 0 || people.Count != personIds.Distinct().Count()) return people.Count == 0 && personIds.Length == 0 ? Back(back, (Outcome<bool>)new Refusal("Referral.NobodyPicked"), "") : NotFound();
        if (!confirmed) return View("Refer", new ReferPage(posting, people, note ?? "", back, await RelativesAsync(await limit.PutForwardAsync(posting, personIds, cancel), cancel)) { Barred = await limit.BarredAsync(posting, personIds, cancel) });
        var done = await refer.RunAsync(new ReferWorkersRequest(id, [.. people.Select(p => p.Id)], By, note ?? ""), cancel);
        if (!done.IsDone) return Back(back, done, "");
        var (referred, refused) = (done.Value!.ReferralIds, done.Value.Refused);
        var said = string.Join(" ", refused.Select(r => Texts["Station.Refer.Not", people.First(p => p.Id == r.Key).Name, Texts.Of(r.Value)]).Prepend(Texts["Station.Refer.Done", referred.Count, posting.Title]));
        var undo = referred.Count == 0 ? null : "/station/referrals/undo?ids=" + string.Join(',', referred.Values.Select(r => r.ToString(CultureInfo.InvariantCulture))) + "&returnUrl=" + Uri.EscapeDataString(back);
        Flash.Set(TempData, new Flash(said, undo, refused.Count > 0 ? "gap" : ""));
        return LocalRedirect(back);
    }

    private async Task<ILookup<long, (string Name, string Posting)>> RelativesAsync(IReadOnlyList<RelativePutForward> found, CancellationToken cancel)
    {
        var (people, postings) = (found.Select(one => one.RelativeId).Distinct().ToList(), found.Select(one => one.PostingId).Distinct().ToList());
        var names = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var titles = await db.Set<Posting>().Where(p => postings.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, cancel);
        return found.ToLookup(one => one.PersonId, one => (names[one.RelativeId], titles[one.PostingId]));
    }

    private Task<Posting?> PostingAsync(long id, CancellationToken cancel) => db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas)
        .SingleOrDefaultAsync(p => p.Id == id && p.State != PostingState.Draft, cancel);

    private async Task<Chosen?> ChosenAsync(RankedWorker? ranked, CancellationToken cancel)
    {
        if (ranked is null) return null;
        var person = ranked.Person.Id;
        await audit.WriteAsync(By, AuditAction.Looked, AuditSubject.Person, person, "candidate", cancel);
        var last = await db.Set<ServiceRecord>().AsNoTracking().Where(s => s.PersonId == person).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancel);
        return new Chosen(ranked, await services.OfPersonAsync(ranked.Person, cancel), last);
    }

    private async Task<IReadOnlyDictionary<long, HomeState>> HomesAsync(IReadOnlyList<Household> households, CancellationToken cancel)
    {
        var (today, ids) = (clock.Today(), households.Select(h => h.Id).Distinct().ToList());
        var open = await db.Set<Case>().AsNoTracking().Where(c => c.Kind == CaseKind.ZeroEmploymentHousehold && (c.State == CaseState.Open || c.State == CaseState.InProgress) && ids.Contains(c.HouseholdId!.Value)).ToListAsync(cancel);
        var clocks = open.GroupBy(c => c.HouseholdId!.Value).ToDictionary(g => g.Key, g => g.First());
        var working = await db.Set<EmploymentSpell>().On(today).Where(s => ids.Contains(s.HouseholdId))
            .Select(s => new { s.HouseholdId, s.PersonId }).Distinct().GroupBy(s => s.HouseholdId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return households.DistinctBy(h => h.Id).ToDictionary(h => h.Id, h => new HomeState(
            clocks.GetValueOrDefault(h.Id) is { } found ? CasesView.Row(found, today) : null, working.GetValueOrDefault(h.Id), h.IsMonitored(today)));
    }

    /// <summary>What keeps those asked for out of just this ranking.</summary>
    private async Task<(IReadOnlyList<WhyNot> Answers, bool More)> AnswersAsync(Posting posting, string? who, FitWeights weights, RankingAsked asked, CancellationToken cancel)
    {
        var found = await finder.FindAsync(who, cancel);
        var answers = new List<WhyNot>();
        foreach (var one in found.People.Take(Answered)) answers.Add(await AnswerAsync(posting, one, weights, asked, cancel));
        return (answers, found.More || found.People.Count > Answered);
    }

    private async Task<WhyNot?> UnlistedAsync(Posting posting, long worker, FitWeights weights, RankingAsked asked, CancellationToken cancel) =>
        await finder.OfAsync([worker], cancel) is [var one, ..] ? await AnswerAsync(posting, one, weights, asked, cancel) : null;

    private async Task<WhyNot> AnswerAsync(Posting posting, FoundPerson one, FitWeights weights, RankingAsked asked, CancellationToken cancel)
    {
        var id = one.Person.Id;
        var listed = await fits.ExplainAsync(id, posting.Id, Audience.Station, weights, asked.NeedFirst, asked.Seekers, cancel);
        IReadOnlyList<FailedGate> notListed = [.. listed?.FailedGates.Where(g => g.Code is GateCode.NotWilling or GateCode.AlreadyEmployed) ?? []];
        var fit = notListed.Count == 0 ? listed : await fits.ExplainAsync(id, posting.Id, Audience.Station, weights, asked.NeedFirst, cancel);
        return new WhyNot(one.Person, fit, notListed) { Home = one.Home, MaskedId = one.MaskedId, Excluded = fit is null ? null : await exclusions.WhyAsync(id, posting.Id, posting.EmployerId, clock.Today(), cancel) };
    }
}
