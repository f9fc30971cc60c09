using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Regions;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Language;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForEmployers.Postings;

/// <summary>A posting in the employer's list and how many people wait for an answer.</summary>
public sealed record MyPosting(Posting Posting, int Waiting, int InAll);

public sealed record MyPostings(Employer Employer, Station? Station, IReadOnlyList<MyPosting> Postings, PostingState? Only, IReadOnlyDictionary<PostingState, int> Counts, IReadOnlyDictionary<long, Settlement> Settlements);

/// <summary>A choice of the form's select boxes, under its heading.</summary>
public sealed record Choice(string Group, string Key, string Text);

public sealed record PostingFormPage(PostingFields Form, IReadOnlyList<Choice> Places, bool IsNew, PostingState State)
{
    /// <summary>The title that is stored now, when somebody else changed the posting while this form was open; else null.</summary>
    public string? Stored { get; init; }

    /// <summary>What the new words of a public posting say and its fields leave open; null when nothing is to be decided before it is saved.</summary>
    public PostingFacts? LeftOpen { get; init; }
}

public sealed record PostingPage(Posting Posting, Employer Employer, Station? Station, IReadOnlyDictionary<long, Settlement> Settlements, int? FitNow, int Waiting, int InAll);

/// <summary>What the employers' pages read; everything is of the employer of the request's scope and of nobody else.</summary>
public sealed class PostingPages(JobMatchDbContext db, CurrentScope scope, Texts texts)
{
    public async Task<Employer?> EmployerAsync(CancellationToken cancel)
    {
        var id = scope.Value.EmployerId;
        return scope.Value.Kind == ScopeKind.Employer ? await db.Set<Employer>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) : null;
    }

    /// <summary>The station that looks after an employer: its settlement's, else any of its county.</summary>
    public async Task<Station?> StationAsync(Employer employer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employer);
        return await db.Set<Station>().AsNoTracking().Where(s => s.CountyCode == employer.CountyCode)
            .OrderByDescending(s => s.Serves.Any(served => served.SettlementId == employer.SettlementId)).ThenBy(s => s.Id).FirstOrDefaultAsync(cancel);
    }

    public async Task<MyPostings?> ListAsync(PostingState? only, CancellationToken cancel)
    {
        if (await EmployerAsync(cancel) is not { } employer) return null;
        var counts = await db.Set<Posting>().Where(p => p.EmployerId == employer.Id).GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Quotas).Where(p => p.EmployerId == employer.Id && (only == null || p.State == only))
            .OrderByDescending(p => p.AskedAt != null && p.State == PostingState.Published).ThenBy(p => p.State == PostingState.Closed).ThenByDescending(p => p.Id).Take(200).ToListAsync(cancel);
        var referrals = await db.Set<Referral>().Where(r => r.EmployerId == employer.Id && r.EmployerMaySee)
            .GroupBy(r => r.PostingId)
            .Select(g => new { g.Key, All = g.Count(), Waiting = g.Count(r => r.State == ReferralState.Referred || r.State == ReferralState.Applied || r.State == ReferralState.Viewed) })
            .ToDictionaryAsync(g => g.Key, cancel);
        var rows = postings.Select(p => new MyPosting(p, referrals.GetValueOrDefault(p.Id)?.Waiting ?? 0, referrals.GetValueOrDefault(p.Id)?.All ?? 0));
        return new MyPostings(employer, await StationAsync(employer, cancel), [.. rows], only, counts, await SettlementsAsync(employer, cancel));
    }

    /// <summary>One of the employer's own postings, whole; null for another's.</summary>
    public async Task<Posting?> PostingAsync(long id, CancellationToken cancel)
    {
        var employer = scope.Value.EmployerId;
        return scope.Value.Kind != ScopeKind.Employer ? null : await db.Set<Posting>().AsNoTracking()
            .Include(p => p.Employer).Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates)
            .SingleOrDefaultAsync(p => p.Id == id && p.EmployerId == employer, cancel);
    }

    /// <summary>How many wait for an answer to this posting, and how many came in all.</summary>
    public async Task<(int Waiting, int InAll)> CountReferralsAsync(long postingId, CancellationToken cancel)
    {
        var states = await db.Set<Referral>().Where(r => r.PostingId == postingId && r.EmployerMaySee).Select(r => r.State).ToListAsync(cancel);
        return (states.Count(s => s is ReferralState.Referred or ReferralState.Applied or ReferralState.Viewed), states.Count);
    }

    public async Task<IReadOnlyDictionary<long, Settlement>> SettlementsAsync(Employer employer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employer);
        return await db.Set<Settlement>().AsNoTracking().Where(s => s.CountyCode == employer.CountyCode).ToDictionaryAsync(s => s.Id, cancel);
    }

    /// <summary>Where a posting may be: the employer's own settlement first.</summary>
    public async Task<IReadOnlyList<Choice>> PlacesAsync(Employer employer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employer);
        var settlements = (await SettlementsAsync(employer, cancel)).Values.OrderByDescending(s => s.Id == employer.SettlementId).ThenBy(s => s.Name, StringComparer.Ordinal);
        var regions = await db.Set<Region>().AsNoTracking().Where(r => r.Code == employer.CountyCode || r.ParentCode == employer.CountyCode).OrderBy(r => r.Code).ToListAsync(cancel);
        var county = regions.Find(r => r.Code == employer.CountyCode)?.Name ?? texts["Site.County"];
        return
        [
            .. settlements.Select(s => new Choice(texts["QuotaPlace.Settlement"], PlaceRow.Key(QuotaPlace.Settlement, s.Id), s.Name)),
            .. regions.Where(r => r.Level == RegionLevel.Township).Select(r => new Choice(texts["QuotaPlace.Township"], PlaceRow.Key(QuotaPlace.Township, r.Code), r.Name)),
            new(texts["PostingForm.Elsewhere"], PlaceRow.Key(QuotaPlace.County, employer.CountyCode), texts["PostingForm.InCounty", county]),
            new(texts["PostingForm.Elsewhere"], PlaceRow.Key(QuotaPlace.EveryVillage, employer.CountyCode), texts["QuotaPlace.EveryVillage"]),
            .. new[] { QuotaPlace.AtHome, QuotaPlace.OutsideCounty, QuotaPlace.OutsideProvince, QuotaPlace.Unknown }
                .Select(place => new Choice(texts["PostingForm.Elsewhere"], PlaceRow.Key(place, null), texts.Of(place))),
        ];
    }

    /// <summary>The newest change that is committed; a page waits until the pool has it, so that its first count is right.</summary>
    public async Task<long> NewestSeqAsync(CancellationToken cancel) => await db.Set<ChangeEvent>().MaxAsync(e => (long?)e.Seq, cancel) ?? 0;
}
