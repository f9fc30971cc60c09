using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>Writes a checked form into a posting, and a posting as a form; a form typed by an employer and a row of a file go the same way.</summary>
public static class PostingForm
{
    /// <summary>A posting as its form would say it, with its own ids and version: saved unchanged it changes nothing.</summary>
    /// <param name="posting">With its quotas, skills and certificates.</param>
    /// <param name="by">Who is about to save it.</param>
    public static SavePostingRequest Of(Posting posting, long by)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return new SavePostingRequest
        {
            PostingId = posting.Id,
            Version = posting.Version,
            EmployerId = posting.EmployerId,
            By = by,
            NoticeId = posting.NoticeId,
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
            StartsOn = posting.StartsOn,
            ClosesOn = posting.ClosesOn,
            Quotas = [.. posting.Quotas.Select(q => new SavePostingQuota(q.Id, q.Place, q.SettlementId, q.RegionCode, q.PlaceText, q.Vacancies))],
            Skills = [.. posting.Skills.Select(s => new SavePostingSkill(s.SkillId, s.Must))],
            Certificates = [.. posting.Certificates.Select(c => new SavePostingCertificate(c.KindId, c.Timing))],
        };
    }

    /// <summary>Fills the whole posting, then looks at all that it says: a flag may rest on any of its parts.</summary>
    /// <param name="posting">To be filled; an old one with its quotas, skills and certificates.</param>
    /// <param name="request">Checked.</param>
    /// <param name="employer">Its name; decides between the meanings of a title's words.</param>
    /// <param name="payPercent">Of the usual pay, above which a station looks first; <see cref="Rules.RuleName.BaitPayPercent"/> of the day.</param>
    internal static List<Refusal> Fill(Posting posting, SavePostingRequest request, string employer, int payPercent)
    {
        FillFields(posting, request, employer);
        var refusals = FillParts(posting, request);
        posting.Flag = BaitCheck.Code(BaitCheck.Flags(BaitCheck.Find(posting, payPercent)));
        return refusals;
    }

    private static void FillFields(Posting posting, SavePostingRequest request, string employer)
    {
        (posting.NoticeId, posting.Kind, posting.WelfareType) = (request.NoticeId, request.Kind, request.Kind == PostingKind.PublicWelfare ? request.WelfareType : PublicWelfareType.None);
        (posting.Title, posting.Description) = (request.Title.Trim(), request.Description.Trim());
        posting.OccupationIds = request.OccupationIds.Count > 0 ? [.. request.OccupationIds.Distinct()]
            : OccupationResolver.Ids(OccupationResolver.Instance.Resolve(posting.Title, new OccupationContext(employer, posting.Description)));
        posting.Wage = SavePostingChecks.WageOf(request);
        (posting.Shift, posting.HoursPerDay, posting.DaysPerMonth) = (request.Shift, request.HoursPerDay, request.DaysPerMonth);
        (posting.Strain, posting.Duties, posting.Hazardous) = (request.Strain, request.Duties, request.Hazardous);
        (posting.EducationAsked, posting.MandarinAsked) = (request.EducationAsked, request.MandarinAsked);
        (posting.StatedAgeFrom, posting.StatedAgeTo) = (request.StatedAgeFrom, request.StatedAgeTo);
        (posting.Food, posting.Lodging, posting.Transport) = (request.Food, request.Lodging, request.Transport);
        (posting.SocialInsurance, posting.CareFriendly) = (request.SocialInsurance, request.CareFriendly);
        (posting.StartsOn, posting.ClosesOn) = (request.StartsOn, request.ClosesOn);
    }

    private static List<Refusal> FillParts(Posting posting, SavePostingRequest request)
    {
        posting.Skills.RemoveAll(s => !request.Skills.Any(r => r.SkillId == s.SkillId && r.Must == s.Must));
        foreach (var skill in request.Skills.Where(r => !posting.Skills.Exists(s => s.SkillId == r.SkillId)))
            posting.Skills.Add(new PostingSkill { SkillId = skill.SkillId, Must = skill.Must });
        posting.Certificates.RemoveAll(c => !request.Certificates.Any(r => r.KindId == c.KindId && r.Timing == c.Timing));
        foreach (var certificate in request.Certificates.Where(r => !posting.Certificates.Exists(c => c.KindId == r.KindId)))
            posting.Certificates.Add(new PostingCertificate { KindId = certificate.KindId, Timing = certificate.Timing });

        if (posting.Quotas.Exists(q => q.Taken > 0 && !request.Quotas.Any(r => r.Id == q.Id))) return [new Refusal("Posting.QuotaTaken", nameof(request.Quotas))];
        posting.Quotas.RemoveAll(q => !request.Quotas.Any(r => r.Id == q.Id));
        var refusals = new List<Refusal>();
        for (var i = 0; i < request.Quotas.Count; i++)
        {
            var line = request.Quotas[i];
            var quota = line.Id is { } id ? posting.Quotas.Find(q => q.Id == id) : null;
            if (quota is null) posting.Quotas.Add(quota = new Quota { Place = line.Place, Vacancies = line.Vacancies });
            else if (line.Vacancies < quota.Taken) refusals.Add(new Refusal("Posting.QuotaTaken", $"Quotas[{i}].Vacancies", quota.Taken));
            // The other columns mean something only for some places; a stale value must not stay behind.
            (quota.Place, quota.Vacancies, quota.PlaceText) = (line.Place, line.Vacancies, line.PlaceText.Trim());
            quota.SettlementId = line.Place == QuotaPlace.Settlement ? line.SettlementId : null;
            quota.RegionCode = line.Place is QuotaPlace.AtHome or QuotaPlace.Unknown or QuotaPlace.Settlement ? null : line.RegionCode;
        }

        return refusals;
    }
}
