using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Wages;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Postings;

/// <summary>Either an earlier posting of the same employer, or a template by its key.</summary>
public sealed record CopyPostingRequest(long EmployerId, long By, long? PostingId = null, string TemplateKey = "");

/// <summary>
/// Fills a form from an earlier posting or a template. Nothing is stored: the form is saved by <see cref="SavePosting"/> when the employer has
/// looked at it.
/// </summary>
public sealed class CopyPosting(JobMatchDbContext db, EmployerReach reach)
{
    public async Task<Outcome<SavePostingRequest>> RunAsync(CopyPostingRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var employer = await db.Set<Employer>().SingleOrDefaultAsync(e => e.Id == request.EmployerId, cancel);
        if (employer is null || !await reach.MayManageAsync(employer, cancel)) return Refusal.NotFound;
        if (request.PostingId is not { } id)
            return PostingTemplates.Find(request.TemplateKey) is { } template ? template.Fill(employer.Id, request.By, employer.SettlementId) : Refusal.NotFound;
        var posting = await db.Set<Posting>().AsNoTracking().Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates)
            .SingleOrDefaultAsync(p => p.Id == id && p.EmployerId == employer.Id, cancel);
        return posting is null ? Refusal.NotFound : Of(posting, request.By);
    }

    /// <summary>Everything but the dates and the ids: a copy is a new posting.</summary>
    private static SavePostingRequest Of(Posting posting, long by) => new()
    {
        EmployerId = posting.EmployerId,
        By = by,
        Kind = posting.Kind,
        WelfareType = posting.WelfareType,
        Title = posting.Title,
        Description = posting.Description,
        OccupationIds = posting.OccupationIds,
        WageUnit = posting.Wage.Unit,
        WageMinFen = posting.Wage.MinFen,
        WageMaxFen = posting.Wage.MaxFen,
        WageBaseFen = posting.Wage.BaseFen,
        MonthsPerYear = posting.Wage.MonthsPerYear,
        WageText = posting.Wage.Text,
        Shift = posting.Shift,
        HoursPerDay = posting.HoursPerDay,
        DaysPerMonth = posting.DaysPerMonth,
        // What hours and days come to is not stated: kept beside them, a corrected day would change nothing.
        HoursPerMonth = posting.Wage.HoursPerMonth == Wage.HoursAMonth(posting.HoursPerDay, posting.DaysPerMonth) ? null : posting.Wage.HoursPerMonth,
        Strain = posting.Strain,
        Duties = posting.Duties,
        Hazardous = posting.Hazardous,
        EducationAsked = posting.EducationAsked,
        MandarinAsked = posting.MandarinAsked,
        StatedAgeFrom = posting.StatedAgeFrom,
        StatedAgeTo = posting.StatedAgeTo,
        Food = posting.Food,
        Lodging = posting.Lodging,
        Transport = posting.Transport,
        SocialInsurance = posting.SocialInsurance,
        CareFriendly = posting.CareFriendly,
        Quotas = [.. posting.Quotas.Select(q => new SavePostingQuota(null, q.Place, q.SettlementId, q.RegionCode, q.PlaceText, q.Vacancies))],
        Skills = [.. posting.Skills.Select(s => new SavePostingSkill(s.SkillId, s.Must))],
        Certificates = [.. posting.Certificates.Select(c => new SavePostingCertificate(c.KindId, c.Timing))],
    };
}
