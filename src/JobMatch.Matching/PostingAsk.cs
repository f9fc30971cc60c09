namespace JobMatch.Matching;

/// <summary>One quota with a vacancy, ready to be compared.</summary>
internal readonly struct QuotaAsk
{
    public readonly long Id;
    public readonly PlaceKind Kind;
    public readonly int Settlement;
    public readonly int Township;
    public readonly int County;
    public readonly int Province;

    /// <summary>The prefecture of the county, or the county's code where that is a prefecture's own; zero where neither is known.</summary>
    public int Prefecture => County / 100 * 100;

    public readonly int LatitudeE6;
    public readonly int LongitudeE6;
    public readonly double Cosine;

    public QuotaAsk(in QuotaProfile quota, PostingKind kind)
    {
        Id = quota.Id;
        // Work at home has no way to it, wherever the material is handed out.
        Kind = kind == PostingKind.HomeWork ? PlaceKind.AtHome : quota.Kind;
        (Settlement, Township, County, Province) = (quota.Place.Settlement, quota.Place.Township, quota.Place.County, quota.Place.Province);
        LatitudeE6 = quota.Place.Position?.LatitudeE6 ?? WorkerRow.NoPosition;
        LongitudeE6 = quota.Place.Position?.LongitudeE6 ?? WorkerRow.NoPosition;
        Cosine = quota.Place.Position is { } position ? Geo.Cosine(position.LatitudeE6) : 0;
    }

    private QuotaAsk(in QuotaAsk other)
    {
        this = other;
        (LatitudeE6, LongitudeE6, Cosine) = (WorkerRow.NoPosition, WorkerRow.NoPosition, 0);
    }

    public bool HasPosition => LatitudeE6 != WorkerRow.NoPosition;

    /// <summary>The same place by its codes alone.</summary>
    public QuotaAsk WithoutPosition() => new(in this);
}

/// <summary>A posting made ready for scanning: what follows from its facts alone is worked out once.</summary>
internal sealed class PostingAsk
{
    /// <summary>21.75 days of 8 hours: a full month of work.</summary>
    public const int FullMonthHours = 174;

    /// <summary>Under this many hours a month, pay is compared for the same hours and not for a full month.</summary>
    private const int PartTimeHours = 140;

    /// <summary>A full month and the 36 hours of overtime that the law allows.</summary>
    private const int LegalMonthHours = 210;

    private PostingAsk(PostingProfile profile, SkillTable skills, TextTable texts)
    {
        Profile = profile;
        Quotas = [.. profile.Quotas.Where(quota => quota.Vacancies > 0).Select(quota => new QuotaAsk(in quota, profile.Kind))];
        Occupations = [.. profile.Occupations.Distinct()];
        Trainings = [.. profile.Trainings.Distinct()];
        NeededCertificates = KindsAt(profile, CertificateTiming.NeededToApply);
        ObtainableCertificates = [.. KindsAt(profile, CertificateTiming.ObtainableBeforeStart).Except(NeededCertificates)];
        Skills = SkillAsk.Of(profile.Skills, skills);
        (Texts, TextCodes) = (texts, [.. profile.TextCodes.Distinct()]);
        Kind = profile.Kind.AsSet();
        (Duties, NotDuties) = DutiesOf(profile);
        StartDay = profile.StartDay?.DayNumber ?? 0;
        (PayLow, PayHigh) = PayOf(profile);
        HoursForPay = profile.HoursPerMonth is > 0 and < PartTimeHours ? profile.HoursPerMonth : FullMonthHours;
        PublishedDay = profile.PublishedOn?.DayNumber ?? 0;
    }

    public PostingProfile Profile { get; }
    public QuotaAsk[] Quotas { get; private set; }
    public int[] Occupations { get; }
    public int[] Trainings { get; }
    public int[] NeededCertificates { get; }
    public int[] ObtainableCertificates { get; }
    public SkillAsk Skills { get; }
    public TextTable Texts { get; }
    public int[] TextCodes { get; }
    public PostingKinds Kind { get; }
    public Duty Duties { get; }
    public Duty NotDuties { get; }
    public int PublishedDay { get; }

    /// <summary>Fen a month, 0 when nothing is known.</summary>
    public long PayLow { get; }
    public long PayHigh { get; }

    /// <summary>The hours that <see cref="PayLow"/> and <see cref="PayHigh"/> are paid for.</summary>
    public int HoursForPay { get; }
    private int StartDay { get; }

    public static PostingAsk Of(PostingProfile profile, SkillTable skills, TextTable texts) => new(profile, skills, texts);

    /// <summary>The posting as if it had this one place, filled or not; null when the place is not one of its own.</summary>
    public PostingAsk? At(long quotaId)
    {
        var places = Profile.Quotas.Where(quota => quota.Id == quotaId).Select(quota => new QuotaAsk(in quota, Profile.Kind)).ToArray();
        if (places.Length == 0) return null;
        var at = (PostingAsk)MemberwiseClone();
        at.Quotas = places;
        return at;
    }

    /// <summary>Open, with a vacancy.</summary>
    public bool IsOpen => Profile.Open && Quotas.Length > 0;

    /// <summary>Whether a criterion applies: that depends on the posting alone.</summary>
    public bool Asks(Criterion criterion) => criterion switch
    {
        Criterion.SkillCover => Skills.Items.Length > 0,
        Criterion.TrainingDone => Trainings.Length > 0,
        Criterion.Education => Profile.Education != Education.Unknown,
        Criterion.TextCloseness => TextCodes.Length > 0,
        Criterion.Mandarin => Profile.Mandarin != Mandarin.Unknown,
        _ => true,
    };

    /// <summary>The day that law-bound facts have to hold: the start, or the day asked about when that is later.</summary>
    public int StartDayFrom(int day) => Math.Max(StartDay, day);

    private static int[] KindsAt(PostingProfile profile, CertificateTiming timing) =>
        [.. profile.Certificates.Where(asked => asked.Timing == timing).Select(asked => asked.Kind).Distinct()];

    private static (Duty Has, Duty HasNot) DutiesOf(PostingProfile profile)
    {
        var (has, hasNot) = (profile.Duties, profile.NotDuties);
        if (profile.Shift is Shift.Night or Shift.TwoShift or Shift.ThreeShift) has |= Duty.Nights;
        if (profile.Shift is Shift.Day) hasNot |= Duty.Nights;
        if (profile.Kind == PostingKind.LabourExport && (hasNot & Duty.Away) == 0) has |= Duty.Away;
        if (profile.Kind == PostingKind.HomeWork) hasNot |= Duty.Away | Duty.Heights;
        if (profile.HoursPerMonth > LegalMonthHours) has |= Duty.LongHours;
        else if (profile.HoursPerMonth > 0) hasNot |= Duty.LongHours;
        if (profile.CareFriendlyHours || profile.Shift == Shift.Flexible) hasNot |= Duty.CareHours;
        return (has, hasNot & ~has);
    }

    private static (long Low, long High) PayOf(PostingProfile profile)
    {
        var (low, high) = (Math.Max(0, profile.WageMinFen), Math.Max(0, profile.WageMaxFen));
        if (low == 0 && high == 0 && profile.WageHourlyFen > 0)
            low = profile.WageHourlyFen * (profile.HoursPerMonth > 0 ? profile.HoursPerMonth : FullMonthHours);
        if (low == 0) low = high;
        return (Math.Min(low, high == 0 ? low : high), Math.Max(low, high));
    }
}
