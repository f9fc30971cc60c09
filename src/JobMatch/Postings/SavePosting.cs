using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Matching;
using JobMatch.Rules;
using JobMatch.Settlements;
using JobMatch.Wages;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

/// <summary>A posting as a form says it. Money is fen in the stated unit; ids of skills, certificates and occupations are the catalogue's.</summary>
public sealed record SavePostingRequest
{
    /// <summary>Null for a new one.</summary>
    public long? PostingId { get; init; }

    /// <summary>The version that the form was shown with; 0 for a new one.</summary>
    public int Version { get; init; }

    public long EmployerId { get; init; }

    public long By { get; init; }

    public long? NoticeId { get; init; }

    public PostingKind Kind { get; init; }

    public PublicWelfareType WelfareType { get; init; }

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Empty: read from the title.</summary>
    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    public WageUnit WageUnit { get; init; }

    public long? WageMinFen { get; init; }

    public long? WageMaxFen { get; init; }

    public long? WageBaseFen { get; init; }

    public int MonthsPerYear { get; init; } = 12;

    public int? HoursPerMonth { get; init; }

    public string WageText { get; init; } = "";

    public Shift Shift { get; init; }

    public decimal? HoursPerDay { get; init; }

    public int? DaysPerMonth { get; init; }

    public Strain Strain { get; init; }

    public Duty Duties { get; init; }

    public bool Hazardous { get; init; }

    public Education EducationAsked { get; init; }

    public Mandarin MandarinAsked { get; init; }

    public int? StatedAgeFrom { get; init; }

    public int? StatedAgeTo { get; init; }

    public bool Food { get; init; }

    public bool Lodging { get; init; }

    public bool Transport { get; init; }

    public bool SocialInsurance { get; init; }

    public bool CareFriendly { get; init; }

    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day open.</summary>
    public DateOnly? ClosesOn { get; init; }

    public IReadOnlyList<SavePostingQuota> Quotas { get; init; } = [];

    public IReadOnlyList<SavePostingSkill> Skills { get; init; } = [];

    public IReadOnlyList<SavePostingCertificate> Certificates { get; init; } = [];

    /// <summary>What the words say and the fields do not is meant to stay so. Counts for a posting that is public already; others are asked when they are handed in.</summary>
    public bool LeaveOpen { get; init; }
}

/// <param name="Id">Of the quota that is changed; null for a new one.</param>
/// <param name="Place">What the other columns mean: a settlement needs its id, a township or county its code.</param>
/// <param name="SettlementId">For a settlement.</param>
/// <param name="RegionCode">GB/T 2260, for a township, a county, every village of one, or a place outside.</param>
/// <param name="PlaceText">The place in the employer's own words.</param>
/// <param name="Vacancies">1–999.</param>
public sealed record SavePostingQuota(long? Id, QuotaPlace Place, long? SettlementId, long? RegionCode, string PlaceText, int Vacancies);

public sealed record SavePostingSkill(int SkillId, bool Must);

public sealed record SavePostingCertificate(int KindId, CertificateTiming Timing);

/// <summary>Makes or changes a posting; nothing is handed in or made public by it. A public one stays public unless it goes beyond what was seen.
/// New words in a public one that its fields leave open are refused unless that is meant: nobody hands it in once more.</summary>
public sealed class SavePosting(JobMatchDbContext db, EmployerReach reach, PostingForChange postings, TimeProvider clock)
{
    /// <returns>The posting's id.</returns>
    public async Task<Outcome<long>> RunAsync(SavePostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var refusals = await RefusalsAsync(request, cancel);
        if (refusals.Count > 0) return refusals;
        var found = request.PostingId is { } id ? await postings.ReadAsync(id, request.Version, cancel) : await NewAsync(request, cancel);
        if (found.Value is not { } posting) return found.Refusals.ToList();

        if (request.StartsOn < clock.Today() && request.StartsOn != posting.StartsOn) return new Refusal("Posting.StartsInPast", nameof(request.StartsOn));
        if (posting.State is PostingState.Published or PostingState.Paused && !request.LeaveOpen && LeftOpen.IsMore(LeftOpen.In(request, posting.Employer?.Name ?? ""), LeftOpen.In(posting))) return LeftOpen.Refusal;
        var before = PostingSeen.Of(posting, posting.PublishedAt ?? posting.CreatedAt);
        var payPercent = (await RuleBook.ReadAsync(db, cancel)).Number(clock.Today(), RuleName.BaitPayPercent);
        refusals = PostingForm.Fill(posting, request, posting.Employer?.Name ?? "", payPercent);
        if (refusals.Count > 0) return refusals;
        var edited = posting.Edit(before);
        if (!edited.IsDone) return edited.Refusals.ToList();
        var saved = await db.SaveOrRefuseAsync(cancel);
        return saved.IsDone ? posting.Id : saved.Refusals.ToList();
    }

    /// <summary>Everything that can be said against the form as it is filled in, without saving: a form whose fields cannot all be read still tells all its faults at once.</summary>
    public async Task<List<Refusal>> RefusalsAsync(SavePostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return [.. SavePostingChecks.Check(request, clock.Today()), .. await CheckOwnersAsync(request, cancel)];
    }

    private async Task<List<Refusal>> CheckOwnersAsync(SavePostingRequest request, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        if (request.NoticeId is { } notice && !await db.Set<Notice>().AnyAsync(n => n.Id == notice && n.EmployerId == request.EmployerId, cancel))
            refusals.Add(new Refusal("NotFound", nameof(request.NoticeId)));
        var settlements = request.Quotas.Where(q => q.Place == QuotaPlace.Settlement && q.SettlementId is not null).Select(q => q.SettlementId!.Value).Distinct().ToList();
        var known = settlements.Count == 0 ? [] : await db.Set<Settlement>().Where(s => settlements.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancel);
        for (var i = 0; i < request.Quotas.Count; i++)
            if (request.Quotas[i] is { Place: QuotaPlace.Settlement, SettlementId: { } id } && !known.Contains(id))
                refusals.Add(new Refusal("NotFound", $"Quotas[{i}].SettlementId"));
        return refusals;
    }

    private async Task<Outcome<Posting>> NewAsync(SavePostingRequest request, CancellationToken cancel)
    {
        var employer = await db.Set<Employer>().SingleOrDefaultAsync(e => e.Id == request.EmployerId, cancel);
        if (employer is null || !await reach.MayManageAsync(employer, cancel)) return Refusal.NotFound;
        if (employer.State is EmployerState.Rejected or EmployerState.Suspended) return new Refusal("Employer.NotVerified");
        var posting = new Posting { EmployerId = employer.Id, Employer = employer, CountyCode = employer.CountyCode, Kind = request.Kind, Title = request.Title.Trim(), CreatedAt = clock.UtcNow() };
        db.Add(posting);
        return posting;
    }
}
