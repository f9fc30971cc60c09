using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Notifications;
using JobMatch.Settlements;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using JobMatch.Workers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForResidents.ForYou;

/// <summary>The ranked postings, or why there are none.</summary>
/// <param name="Cards">Best first.</param>
/// <param name="Eligible">How many fit in all.</param>
/// <param name="Shown">How many were asked for.</param>
/// <param name="More">Whether more can be shown.</param>
/// <param name="Missing">What the station has to record before anything can fit.</param>
/// <param name="Station">Whom to call.</param>
public sealed record ForYouPage(IReadOnlyList<JobCard> Cards, int Eligible, int Shown, bool More, IReadOnlyList<WorkerFact> Missing, Station? Station)
{
    /// <summary>False: the person is on the ledger but not as a worker.</summary>
    public bool IsWorker { get; init; } = true;
}

/// <summary>Postings ranked for the person who is signed in, with reasons and gaps.</summary>
[Area("ForResidents"), Authorize(Policy = Audiences.Resident), ServiceFilter<UnreadMessages>]
public sealed class ForYouController(JobMatchDbContext db, FitView fits, Cards cards, CountyPlaces places, Home home) : Controller
{
    /// <summary>Three that really fit are a choice; twenty are a list.</summary>
    private const int First = 3;
    private const int Most = 200;
    private const int MostNew = 9;

    [HttpGet("/for-you")]
    public async Task<IActionResult> Index(int show, CancellationToken cancel)
    {
        if (User.PersonId() is not { } person) return Forbid();
        var shown = show <= First ? First : Math.Min(show, Most);
        var station = await home.SettlementAsync(cancel) is { } settlement ? await places.StationOfAsync(settlement.Id, cancel) : null;
        var ranking = await fits.PostingsForHerselfAsync(person, shown, await NewAsync(person, cancel), cancel);
        if (ranking is null) return View(new ForYouPage([], 0, shown, false, [WorkerFact.LabourCapacity], station) { IsWorker = false });
        var made = await cards.MakeAsync(ranking.Best.Select(row => (row.Posting, (Fit?)row.Fit)), null, cancel);
        var fresh = ranking.NewIds.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        made = [.. made.Select(card => fresh.Contains(card.Id) ? card with { IsNew = true } : card)];
        return View(new ForYouPage(made, ranking.Eligible, shown, ranking.Eligible > made.Count && shown < Most, made.Count == 0 ? await MissingAsync(person, cancel) : [], station));
    }

    /// <summary>New postings whose message she has not read yet, the newest first; what fits only since a change of hers is not new.</summary>
    private Task<List<long>> NewAsync(long person, CancellationToken cancel) => db.Set<Notification>()
        .Where(n => n.PersonId == person && n.Kind == NotificationKind.NewFit && !n.InDigest && n.ReadAt == null && n.PostingId != null)
        .OrderByDescending(n => n.Id).Take(MostNew).Select(n => n.PostingId!.Value).ToListAsync(cancel);

    /// <summary>Facts without which no posting passes the gates.</summary>
    private async Task<IReadOnlyList<WorkerFact>> MissingAsync(long person, CancellationToken cancel)
    {
        var worker = await db.Set<Worker>().AsNoTracking().SingleAsync(w => w.Id == person, cancel);
        var missing = new List<WorkerFact>();
        if (worker.Capacity == LabourCapacity.Unknown) missing.Add(WorkerFact.LabourCapacity);
        if (worker.Mobility == Mobility.Unknown) missing.Add(WorkerFact.Mobility);
        if (worker.HardshipCheckedOn is null) missing.Add(WorkerFact.Groups);
        return missing;
    }
}
