using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Rules;
using JobMatch.Settlements;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForResidents.Jobs;

/// <summary>One posting with what the person of the request needs to decide.</summary>
public sealed record JobPage(Posting Posting, IReadOnlyDictionary<long, Settlement> Settlements)
{
    public Station? Station { get; init; }

    public string? Far { get; init; }

    /// <summary>A public-welfare post of a type that takes one of a household.</summary>
    public bool OnePerHousehold { get; init; }

    /// <summary>How it fits her; null for strangers and for people without a worker's row.</summary>
    public Fit? Fit { get; init; }

    /// <summary>Her own referral for it, if there is one.</summary>
    public Referral? Mine { get; init; }

    /// <summary>She hid herself from this employer.</summary>
    public bool Hidden { get; init; }

    /// <summary>Her household has a public-welfare post because of which it may not have this one.</summary>
    public bool IsBarred { get; init; }

    /// <summary>What of her own past keeps the system from putting this posting to her; she may apply all the same.</summary>
    public ExcludedPair? Past { get; init; }

    /// <summary>A resident is signed in.</summary>
    public bool IsResident { get; init; }

    /// <summary>Why the last try to apply was refused.</summary>
    public IReadOnlyList<Refusal> Refused { get; init; } = [];

    public bool IsOpen => Posting.IsPublic && Posting.OpenVacancies > 0;

    public bool HasApplied => Mine is { IsOpen: true, PersonAgreed: true } or { State: ReferralState.Started };
}

/// <summary>Reads the page of one posting; whatever was public once can still be read, and says that it is closed; not what was changed and no station has seen.</summary>
public sealed class JobReader(
    JobMatchDbContext db, CurrentScope scope, FitView fits, ReferralExclusions exclusions, HouseholdPostLimit limit, CountyPlaces places, Home home, Cards cards, TimeProvider clock)
{
    /// <summary>It was public and was changed since; a station has to see it first.</summary>
    public Task<bool> IsLookedAtAgainAsync(long id, CancellationToken cancel) =>
        db.Set<Posting>().AnyAsync(p => p.Id == id && p.PublishedAt != null && (p.State == PostingState.Submitted || p.State == PostingState.SentBack), cancel);

    public async Task<JobPage?> ReadAsync(long id, CancellationToken cancel)
    {
        var posting = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates)
            .SingleOrDefaultAsync(p => p.Id == id && p.PublishedAt != null && (p.State == PostingState.Published || p.State == PostingState.Paused || p.State == PostingState.Closed), cancel);
        // Closed while the station had not seen what was changed: that is nobody's to read.
        if (posting is null || (posting.State == PostingState.Closed && posting.Seen?.Unseen(posting).IsAny == true)) return null;
        var settlements = await places.SettlementsAsync(cancel);
        var from = await home.SettlementAsync(cancel);
        var nearest = from?.Id ?? posting.Quotas.Select(q => q.SettlementId).FirstOrDefault(s => s is not null) ?? settlements.Keys.FirstOrDefault();
        var page = new JobPage(posting, settlements)
        {
            Station = await places.StationOfAsync(nearest, cancel),
            Far = from is null ? null : cards.Far(posting, from, settlements),
            OnePerHousehold = PostingProfileReader.IsOnePerHousehold(posting, await RuleBook.ReadAsync(db, cancel), clock.Today()),
            IsResident = scope.Value.Kind == ScopeKind.Herself,
        };
        if (!page.IsResident) return page;
        var person = scope.Value.PersonId;
        return page with
        {
            Fit = page.IsOpen ? await fits.ExplainAsync(person, id, Audience.Resident, weights: null, needFirst: false, cancel) : null,
            Past = await exclusions.WhyAsync(person, id, posting.EmployerId, clock.Today(), cancel),
            Mine = await db.Set<Referral>().AsNoTracking().SingleOrDefaultAsync(r => r.PersonId == person && r.PostingId == id, cancel),
            Hidden = await db.Set<HiddenFromEmployer>().AnyAsync(h => h.PersonId == person && h.EmployerId == posting.EmployerId, cancel),
            IsBarred = page.IsOpen && (await limit.BarredAsync(posting, [person], cancel)).Count > 0,
        };
    }
}
