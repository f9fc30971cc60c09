using System.ComponentModel.DataAnnotations;
using System.Globalization;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Wages;

namespace JobMatch.Web.ForEmployers.Postings;

/// <summary>A posting as its form has it: amounts in yuan, places, skills and certificates as rows of which empty ones do not count.</summary>
public sealed class PostingFields
{
    public long? PostingId { get; set; }

    public int Version { get; set; }

    public long? NoticeId { get; set; }

    [Display(Name = "PostingForm.Kind")]
    public PostingKind Kind { get; set; } = PostingKind.Enterprise;

    [Display(Name = "PostingForm.WelfareType")]
    public PublicWelfareType WelfareType { get; set; }

    [Display(Name = "PostingForm.Title")]
    public string? Title { get; set; }

    [Display(Name = "PostingForm.Description")]
    public string? Description { get; set; }

    [Display(Name = "PostingForm.WageUnit")]
    public WageUnit WageUnit { get; set; } = WageUnit.Month;

    [Display(Name = "PostingForm.WageMin")]
    public decimal? WageMin { get; set; }

    [Display(Name = "PostingForm.WageMax")]
    public decimal? WageMax { get; set; }

    [Display(Name = "PostingForm.WageBase")]
    public decimal? WageBase { get; set; }

    [Display(Name = "PostingForm.MonthsPerYear")]
    public int MonthsPerYear { get; set; } = 12;

    [Display(Name = "PostingForm.WageText")]
    public string? WageText { get; set; }

    [Display(Name = "PostingForm.Shift")]
    public Shift Shift { get; set; }

    [Display(Name = "PostingForm.HoursPerDay")]
    public decimal? HoursPerDay { get; set; }

    [Display(Name = "PostingForm.DaysPerMonth")]
    public int? DaysPerMonth { get; set; }

    [Display(Name = "PostingForm.HoursPerMonth")]
    public int? HoursPerMonth { get; set; }

    /// <summary>The hours stand in the words of the pay and were filled in from there.</summary>
    public bool HoursFromPay { get; set; }

    [Display(Name = "PostingForm.Strain")]
    public Strain Strain { get; set; }

    public List<Duty> Duties { get; set; } = [];

    public bool Hazardous { get; set; }

    [Display(Name = "PostingForm.Education")]
    public Education EducationAsked { get; set; }

    [Display(Name = "PostingForm.Mandarin")]
    public Mandarin MandarinAsked { get; set; }

    [Display(Name = "PostingForm.AgeFrom")]
    public int? StatedAgeFrom { get; set; }

    [Display(Name = "PostingForm.AgeTo")]
    public int? StatedAgeTo { get; set; }

    public bool Food { get; set; }

    public bool Lodging { get; set; }

    public bool Transport { get; set; }

    public bool SocialInsurance { get; set; }

    public bool CareFriendly { get; set; }

    [Display(Name = "PostingForm.StartsOn")]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "PostingForm.ClosesOn")]
    public DateOnly? ClosesOn { get; set; }

    public List<PlaceRow> Places { get; set; } = [];

    public List<SkillRow> Skills { get; set; } = [];

    public List<CertificateRow> Certificates { get; set; } = [];

    internal static PostingFields Of(SavePostingRequest from) => new()
    {
        PostingId = from.PostingId,
        Version = from.Version,
        NoticeId = from.NoticeId,
        Kind = from.Kind,
        WelfareType = from.WelfareType,
        Title = from.Title,
        Description = from.Description,
        WageUnit = from.WageUnit,
        WageMin = Yuan(from.WageMinFen),
        WageMax = Yuan(from.WageMaxFen),
        WageBase = Yuan(from.WageBaseFen),
        MonthsPerYear = from.MonthsPerYear,
        WageText = from.WageText,
        Shift = from.Shift,
        HoursPerDay = Plain(from.HoursPerDay),
        DaysPerMonth = from.DaysPerMonth,
        HoursPerMonth = from.HoursPerMonth,
        Strain = from.Strain,
        Duties = [.. Enum.GetValues<Duty>().Where(d => d != Duty.None && from.Duties.HasFlag(d))],
        Hazardous = from.Hazardous,
        EducationAsked = from.EducationAsked,
        MandarinAsked = from.MandarinAsked,
        StatedAgeFrom = from.StatedAgeFrom,
        StatedAgeTo = from.StatedAgeTo,
        Food = from.Food,
        Lodging = from.Lodging,
        Transport = from.Transport,
        SocialInsurance = from.SocialInsurance,
        CareFriendly = from.CareFriendly,
        StartsOn = from.StartsOn,
        ClosesOn = from.ClosesOn,
        Places = [.. from.Quotas.Select(PlaceRow.Of)],
        Skills = [.. from.Skills.Select(s => new SkillRow { SkillId = s.SkillId, Must = s.Must })],
        Certificates = [.. from.Certificates.Select(c => new CertificateRow { KindId = c.KindId, Timing = c.Timing })],
    };

    internal SavePostingRequest ToRequest(long employerId, long by) => new()
    {
        PostingId = PostingId,
        Version = Version,
        EmployerId = employerId,
        By = by,
        NoticeId = NoticeId,
        Kind = Kind,
        WelfareType = WelfareType,
        Title = Title ?? "",
        Description = Description ?? "",
        WageUnit = WageUnit,
        WageMinFen = Fen(WageMin),
        WageMaxFen = Fen(WageMax),
        WageBaseFen = Fen(WageBase),
        MonthsPerYear = MonthsPerYear,
        HoursPerMonth = HoursPerMonth,
        WageText = WageText ?? "",
        Shift = Shift,
        HoursPerDay = HoursPerDay,
        DaysPerMonth = DaysPerMonth,
        Strain = Strain,
        Duties = Duties.Aggregate(Duty.None, (all, one) => all | one),
        Hazardous = Hazardous,
        EducationAsked = EducationAsked,
        MandarinAsked = MandarinAsked,
        StatedAgeFrom = StatedAgeFrom,
        StatedAgeTo = StatedAgeTo,
        Food = Food,
        Lodging = Lodging,
        Transport = Transport,
        SocialInsurance = SocialInsurance,
        CareFriendly = CareFriendly,
        StartsOn = StartsOn,
        ClosesOn = ClosesOn,
        Quotas = [.. FilledPlaces().Select(row => row.Row.ToQuota())],
        Skills = [.. Skills.Where(s => s.SkillId is not null).DistinctBy(s => s.SkillId).Select(s => new SavePostingSkill(s.SkillId!.Value, s.Must))],
        Certificates = [.. Certificates.Where(c => c.KindId is not null).DistinctBy(c => c.KindId).Select(c => new SavePostingCertificate(c.KindId!.Value, c.Timing))],
    };

    /// <summary>A refusal of the use case at the field where the form asks for it; empty rows were left out, so rows are counted again.</summary>
    internal Refusal AtField(Refusal refusal)
    {
        var filled = FilledPlaces().ToList();
        var field = refusal.Field switch
        {
            nameof(SavePostingRequest.WageMinFen) => nameof(WageMin),
            nameof(SavePostingRequest.WageMaxFen) => nameof(WageMax),
            nameof(SavePostingRequest.WageBaseFen) => nameof(WageBase),
            nameof(SavePostingRequest.Quotas) => "Places[0].Where",
            var quota when quota.StartsWith("Quotas[", StringComparison.Ordinal) => PlaceField(quota),
            var other => other,
        };
        return refusal with { Field = field };

        string PlaceField(string quota)
        {
            var close = quota.IndexOf(']', StringComparison.Ordinal);
            var index = int.Parse(quota.AsSpan(7, close - 7), NumberStyles.None, CultureInfo.InvariantCulture);
            var part = quota[(close + 2)..];
            var row = index < filled.Count ? filled[index].Index : 0;
            return $"Places[{row}].{part switch { "Vacancies" => "Vacancies", "PlaceText" => "Text", _ => "Where" }}";
        }
    }

    /// <summary>What the text says, where the form does not say it yet: the fields that matching reads, and pay and number of people, where nobody has begun to say them.</summary>
    internal void FillFromText(string employer)
    {
        FillOpen(employer);
        FillPay(PayInText.Read($"{Title}\n{Description}", HoursPerDay, DaysPerMonth));
        FillMonths();
        if (PostingText.Read(Title ?? "", Description ?? "", employer).Vacancies is { } wanted && !Places.Exists(p => p.IsChosen))
        {
            if (Places.Count == 0) Places.Add(new PlaceRow());
            Places[0].Vacancies = wanted;
        }
    }

    /// <summary>What the text says and the fields that matching reads leave open, and what was ticked of what such work usually is.</summary>
    internal void FillOpen(string employer, IReadOnlyCollection<string>? usual = null)
    {
        var filled = LeftOpen.Filled(ToRequest(0, 0), employer, usual);
        (Shift, Strain, EducationAsked, MandarinAsked, Hazardous) = (filled.Shift, filled.Strain, filled.EducationAsked, filled.MandarinAsked, filled.Hazardous);
        (HoursPerDay, DaysPerMonth, HoursPerMonth) = (filled.HoursPerDay, filled.DaysPerMonth, filled.HoursPerMonth);
        (StatedAgeFrom, StatedAgeTo) = (filled.StatedAgeFrom, filled.StatedAgeTo);
        (Food, Lodging, Transport, SocialInsurance, CareFriendly) = (filled.Food, filled.Lodging, filled.Transport, filled.SocialInsurance, filled.CareFriendly);
        Duties = [.. Enum.GetValues<Duty>().Where(d => d != Duty.None && filled.Duties.HasFlag(d))];
        // Rows stand where they were typed.
        Skills.AddRange(filled.Skills.Where(skill => !Skills.Exists(row => row.SkillId == skill.SkillId)).Select(skill => new SkillRow { SkillId = skill.SkillId, Must = skill.Must }));
        Certificates.AddRange(filled.Certificates.Where(c => !Certificates.Exists(row => row.KindId == c.KindId)).Select(c => new CertificateRow { KindId = c.KindId, Timing = c.Timing }));
    }

    /// <summary>A pay that was begun, said to be negotiable or given another unit than the first of the list is the employer's own.</summary>
    private void FillPay(Wage? said)
    {
        if (said is null || WageMin is not null || WageMax is not null || WageBase is not null) return;
        if (WageUnit != WageUnit.Month && WageUnit != said.Unit) return;
        (WageUnit, WageMin, WageMax, WageBase) = (said.Unit, Yuan(said.MinFen), Yuan(said.MaxFen), Yuan(said.BaseFen));
    }

    /// <summary>「13薪」 in any of the words. Months without work (一年干9个月) are left to who knows them.</summary>
    private void FillMonths()
    {
        if (MonthsPerYear == 12) MonthsPerYear = Math.Max(12, WageReader.MonthsIn($"{Title}\n{Description}\n{WageText}"));
    }

    /// <summary>Hours that the words of the pay name, where the form names none; true when some were filled in. They can be changed like all others.</summary>
    internal bool FillHoursFromPay()
    {
        if (HoursPerDay is not null || HoursPerMonth is not null) return false;
        var (hours, days, month) = WageReader.HoursIn(WageText);
        (HoursPerDay, HoursPerMonth) = (hours, hours is null ? month : null);
        if (hours is not null) DaysPerMonth ??= days;
        return HoursFromPay = hours is not null || HoursPerMonth is not null;
    }

    /// <summary>Empty rows at the end, so that a form without scripts has room for more.</summary>
    internal void MakeRoom(int places, int others)
    {
        Places.RemoveAll(p => p.IsEmpty);
        Skills.RemoveAll(s => s.SkillId is null);
        Certificates.RemoveAll(c => c.KindId is null);
        Places.AddRange(Enumerable.Range(0, places).Select(_ => new PlaceRow()));
        Skills.AddRange(Enumerable.Range(0, others).Select(_ => new SkillRow()));
        Certificates.AddRange(Enumerable.Range(0, others).Select(_ => new CertificateRow()));
    }

    private IEnumerable<(int Index, PlaceRow Row)> FilledPlaces() => Places.Select((row, index) => (index, row)).Where(r => !r.row.IsEmpty);

    private static decimal? Yuan(long? fen) => Plain(fen / 100m);

    /// <summary>8 rather than 8.0, as somebody would type it.</summary>
    private static decimal? Plain(decimal? number) => number is { } known ? decimal.Parse(known.ToString("0.##", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    // An absurd number must reach the check as absurd, not overflow on its way.
    private static long? Fen(decimal? yuan) => yuan is { } amount ? (long)Math.Round(Math.Clamp(amount, -1_000_000_000m, 1_000_000_000m) * 100) : null;
}
