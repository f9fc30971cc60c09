using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>
/// What the words of a posting say and its fields leave open. Matching reads the fields alone: a certificate that stands only in the words keeps nobody away, and hours that stand only there
/// are hours that nobody stated. So both sides are told before it is public, and somebody decides. What a field says already is never asked about, whatever the words say.
/// </summary>
public static class LeftOpen
{
    private const int YoungestAge = 16;

    /// <summary>Percent by which two pays may miss each other: days and hours a month are often assumed.</summary>
    private const int PaySlack = 25;

    /// <summary>Nobody has decided yet whether it is meant.</summary>
    public static Refusal Refusal => new("Posting.LeftOpen");

    /// <param name="form">As it is about to be saved.</param>
    /// <param name="employer">Its name; decides between the meanings of a title's words.</param>
    /// <returns>The facts that are open and nothing else; number of people, kind and occupations have values of their own in every form and are not asked about.</returns>
    public static PostingFacts In(SavePostingRequest form, string employer)
    {
        ArgumentNullException.ThrowIfNull(form);
        var said = PostingText.Read(form.Title, form.Description, employer);
        var hoursAsked = form.HoursPerDay is null && form.HoursPerMonth is null;
        // Half a range beside the other half of somebody's own may turn it round.
        var agesAsked = form.StatedAgeFrom is null && form.StatedAgeTo is null && said.StatedAgeFrom is null or >= YoungestAge && said.StatedAgeTo is null or >= YoungestAge;
        var pay = PayOpen(form);
        return new PostingFacts
        {
            StatedAgeFrom = agesAsked ? said.StatedAgeFrom : null,
            StatedAgeTo = agesAsked ? said.StatedAgeTo : null,
            Shift = form.Shift == Shift.Unknown ? said.Shift : Shift.Unknown,
            HoursPerDay = hoursAsked ? said.HoursPerDay : null,
            HoursPerMonth = hoursAsked && form.DaysPerMonth is null && said.HoursPerDay is null && said.DaysPerMonth is null ? said.HoursPerMonth : null,
            DaysPerMonth = form.DaysPerMonth is null && form.HoursPerMonth is null ? said.DaysPerMonth : null,
            Food = said.Food && !form.Food,
            Lodging = said.Lodging && !form.Lodging,
            Transport = said.Transport && !form.Transport,
            SocialInsurance = said.SocialInsurance && !form.SocialInsurance,
            CareFriendly = said.CareFriendly && !form.CareFriendly,
            Strain = form.Strain == Strain.Unknown ? said.Strain : Strain.Unknown,
            StrainIsUsual = form.Strain == Strain.Unknown && said.StrainIsUsual,
            Pay = pay,
            PayDiffers = pay is not null && form.WageUnit != WageUnit.Negotiable,
            Duties = said.Duties & ~form.Duties,
            Hazardous = said.Hazardous && !form.Hazardous,
            Education = form.EducationAsked == Education.Unknown ? said.Education : Education.Unknown,
            Mandarin = form.MandarinAsked == Mandarin.Unknown ? said.Mandarin : Mandarin.Unknown,
            SkillIds = [.. said.SkillIds.Where(id => !form.Skills.Any(s => s.SkillId == id))],
            UsualSkillIds = [.. said.UsualSkillIds.Where(id => !form.Skills.Any(s => s.SkillId == id))],
            Certificates = [.. said.Certificates.Where(c => !form.Certificates.Any(f => f.KindId == c.KindId))],
        };
    }

    /// <param name="posting">With its employer, quotas, skills and certificates.</param>
    public static PostingFacts In(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return In(PostingForm.Of(posting, by: 0), posting.Employer?.Name ?? "");
    }

    /// <summary>Of what is open, what the words themselves say. Only this somebody has to decide about before it is public.</summary>
    public static PostingFacts Written(PostingFacts open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open with { Strain = open.StrainIsUsual ? Strain.Unknown : open.Strain, StrainIsUsual = false, SkillIds = [.. open.SkillIds.Except(open.UsualSkillIds)], UsualSkillIds = [] };
    }

    /// <summary>Of what is open, what nobody wrote: such work is usually so. It is offered, and filled in only where somebody says that it is so here.</summary>
    public static PostingFacts Usual(PostingFacts open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new() { Strain = open.StrainIsUsual ? open.Strain : Strain.Unknown, SkillIds = open.UsualSkillIds };
    }

    /// <summary>The names of <see cref="Usual"/> for <see cref="Filled"/>.</summary>
    public const string UsualStrain = nameof(PostingFacts.Strain);

    public static string UsualSkill(int id) => FormattableString.Invariant($"Skill{id}");

    /// <summary>The form with what was open filled in: what is written, and of what is only usual that which was ticked.</summary>
    public static SavePostingRequest Filled(SavePostingRequest form, string employer, IReadOnlyCollection<string>? usual = null)
    {
        var (found, ticked) = (In(form, employer), usual ?? []);
        var open = Written(found);
        if (found.StrainIsUsual && ticked.Contains(UsualStrain)) open = open with { Strain = found.Strain };
        open = open with { SkillIds = [.. open.SkillIds, .. found.UsualSkillIds.Where(id => ticked.Contains(UsualSkill(id)))] };
        return Paid(form, open.Pay) with
        {
            StatedAgeFrom = form.StatedAgeFrom ?? open.StatedAgeFrom,
            StatedAgeTo = form.StatedAgeTo ?? open.StatedAgeTo,
            Shift = form.Shift == Shift.Unknown ? open.Shift : form.Shift,
            HoursPerDay = form.HoursPerDay ?? open.HoursPerDay,
            DaysPerMonth = form.DaysPerMonth ?? open.DaysPerMonth,
            HoursPerMonth = form.HoursPerMonth ?? open.HoursPerMonth,
            Food = form.Food || open.Food,
            Lodging = form.Lodging || open.Lodging,
            Transport = form.Transport || open.Transport,
            SocialInsurance = form.SocialInsurance || open.SocialInsurance,
            CareFriendly = form.CareFriendly || open.CareFriendly,
            Strain = form.Strain == Strain.Unknown ? open.Strain : form.Strain,
            Duties = form.Duties | open.Duties,
            Hazardous = form.Hazardous || open.Hazardous,
            EducationAsked = form.EducationAsked == Education.Unknown ? open.Education : form.EducationAsked,
            MandarinAsked = form.MandarinAsked == Mandarin.Unknown ? open.Mandarin : form.MandarinAsked,
            Skills = [.. form.Skills, .. open.SkillIds.Select(id => new SavePostingSkill(id, Must: false))],
            Certificates = [.. form.Certificates, .. open.Certificates.Select(c => new SavePostingCertificate(c.KindId, c.Timing))],
        };
    }

    /// <summary>The pay in the words where the fields call it negotiable, or name one that never meets it; a base beside other pay is no pay of its own.</summary>
    private static Wage? PayOpen(SavePostingRequest form)
    {
        if (PayInText.Read($"{form.Title}\n{form.Description}", form.HoursPerDay, form.DaysPerMonth) is not { } said) return null;
        if (form.WageUnit == WageUnit.Negotiable) return said;
        return said.BaseFen is null && form.WageBaseFen is null && IsApart(said, SavePostingChecks.WageOf(form)) ? said : null;
    }

    /// <summary>Whether one pay ends well before the other begins, by what both come to a month.</summary>
    private static bool IsApart(Wage one, Wage other) =>
        (one.MonthlyMinFen, other.MonthlyMinFen) is ({ } a, { } b) && (Apart(one.MonthlyMaxFen ?? a, b) || Apart(other.MonthlyMaxFen ?? b, a));

    private static bool Apart(long top, long bottom) => top * (100 + PaySlack) < bottom * 100;

    private static SavePostingRequest Paid(SavePostingRequest form, Wage? said) => said is null || form.WageUnit != WageUnit.Negotiable
        ? form
        : form with { WageUnit = said.Unit, WageMinFen = said.MinFen, WageMaxFen = said.MaxFen, WageBaseFen = said.BaseFen, MonthsPerYear = Math.Max(said.MonthsPerYear, form.MonthsPerYear) };

    /// <summary>Whether anything that is written is open.</summary>
    public static bool IsAny(PostingFacts open) => Names(Written(open)).Any();

    /// <summary>Whether <see cref="Filled"/> would fill in some of it.</summary>
    public static bool IsFillable(PostingFacts open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return IsAny(open.PayDiffers ? open with { Pay = null } : open);
    }

    /// <summary>Whether something that is written is open and was not before.</summary>
    public static bool IsMore(PostingFacts open, PostingFacts before) => Names(Written(open)).Except(Names(before)).Any();

    private static IEnumerable<string> Names(PostingFacts open)
    {
        ArgumentNullException.ThrowIfNull(open);
        (bool Is, string Name)[] single =
        [
            (open.StatedAgeFrom is not null || open.StatedAgeTo is not null, nameof(open.StatedAgeFrom)), (open.Shift != Shift.Unknown, nameof(open.Shift)), (open.HoursPerDay is not null, nameof(open.HoursPerDay)), (open.HoursPerMonth is not null, nameof(open.HoursPerMonth)),
            (open.DaysPerMonth is not null, nameof(open.DaysPerMonth)), (open.Food, nameof(open.Food)), (open.Lodging, nameof(open.Lodging)), (open.Transport, nameof(open.Transport)),
            (open.SocialInsurance, nameof(open.SocialInsurance)), (open.CareFriendly, nameof(open.CareFriendly)), (open.Strain != Strain.Unknown, nameof(open.Strain)), (open.Hazardous, nameof(open.Hazardous)), (open.Pay is not null, nameof(open.Pay)),
            (open.Education != Education.Unknown, nameof(open.Education)), (open.Mandarin != Mandarin.Unknown, nameof(open.Mandarin)),
        ];
        return single.Where(one => one.Is).Select(one => one.Name)
            .Concat(Enum.GetValues<Duty>().Where(duty => duty != Duty.None && open.Duties.HasFlag(duty)).Select(duty => $"Duty{duty}"))
            .Concat(open.SkillIds.Select(UsualSkill))
            .Concat(open.Certificates.Select(c => FormattableString.Invariant($"Certificate{c.KindId}")));
    }
}
