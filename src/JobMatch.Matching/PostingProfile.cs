namespace JobMatch.Matching;

/// <summary>When a certificate has to be there. Stored.</summary>
public enum CertificateTiming : byte
{
    /// <summary>电工证, 驾驶证: a gate, valid on the start day.</summary>
    NeededToApply = 1,

    /// <summary>健康证: never a gate; a gap that says how to get it.</summary>
    ObtainableBeforeStart = 2,
}

/// <summary>A skill that a posting asks for. <paramref name="Level"/> 0 = any. <paramref name="Must"/> weighs double; it is no gate.</summary>
public readonly record struct SkillAsked(int Skill, int Level, bool Must);

/// <summary>A certificate that a posting asks for.</summary>
public readonly record struct CertificateAsked(int Kind, CertificateTiming Timing);

/// <summary>Vacancies at one place. A hire takes one vacancy of a quota.</summary>
public readonly record struct QuotaProfile(long Id, PlaceKind Kind, Place Place, int Vacancies);

/// <summary>Age limits in whole years, both ends inclusive, set by law or a dated rule; null = none. They may differ by sex.</summary>
public readonly record struct LegalAge(int? MinMale, int? MaxMale, int? MinFemale, int? MaxFemale)
{
    /// <summary>The same limits for everybody.</summary>
    public static LegalAge Same(int? min, int? max) => new(min, max, min, max);
}

/// <summary>An age wish of the employer: shown, never a gate, never scored.</summary>
public readonly record struct AgePreference(int? Min, int? Max);

/// <summary>What matching knows about a posting. Immutable. Unset means unknown unless said otherwise. Money in fen, hours a month.</summary>
public sealed record PostingProfile
{
    public required long Id { get; init; }

    /// <summary>Change sequence of what this was read from. An older one never replaces a newer one.</summary>
    public required long Version { get; init; }
    public required PostingKind Kind { get; init; }
    public required bool Open { get; init; }
    public long EmployerId { get; init; }
    public IReadOnlyList<QuotaProfile> Quotas { get; init; } = [];

    /// <summary>大典 codes, see <see cref="OccupationCode"/>; the first is the main one.</summary>
    public IReadOnlyList<int> Occupations { get; init; } = [];

    /// <summary>At most 32.</summary>
    public IReadOnlyList<SkillAsked> Skills { get; init; } = [];
    public IReadOnlyList<CertificateAsked> Certificates { get; init; } = [];

    /// <summary>Kinds of training that prepare for this work; empty = the criterion does not apply.</summary>
    public IReadOnlyList<int> Trainings { get; init; } = [];

    /// <summary>Codes of the posting's title, each the number of a term of the <see cref="TextTable"/>; empty = the criterion does not apply.</summary>
    public IReadOnlyList<int> TextCodes { get; init; } = [];

    /// <summary>Least education asked; Unknown = not asked.</summary>
    public Education Education { get; init; }

    /// <summary>Least Mandarin asked; Unknown = not asked.</summary>
    public Mandarin Mandarin { get; init; }
    public Strain Strain { get; init; }

    /// <summary>Work that the law forbids to 16–17-year-olds.</summary>
    public bool Hazardous { get; init; }

    /// <summary>Duties that the work has.</summary>
    public Duty Duties { get; init; }

    /// <summary>Duties of which it is known that the work does not have them. In neither set: unknown.</summary>
    public Duty NotDuties { get; init; }
    public Shift Shift { get; init; }

    /// <summary>Hours leave room to care for someone (宝妈岗).</summary>
    public bool CareFriendlyHours { get; init; }

    /// <summary>Hours a month, 0 = unknown.</summary>
    public int HoursPerMonth { get; init; }

    /// <summary>Lower end, fen a month or its equivalent, 0 = unknown.</summary>
    public long WageMinFen { get; init; }

    /// <summary>Upper end, fen a month or its equivalent, 0 = unknown.</summary>
    public long WageMaxFen { get; init; }

    /// <summary>Fen an hour or its equivalent, 0 = unknown.</summary>
    public long WageHourlyFen { get; init; }
    public LegalAge? LegalAge { get; init; }
    public AgePreference? AgePreference { get; init; }
    public GroupRule GroupRule { get; init; }
    public HardshipGroup EligibleGroups { get; init; }

    /// <summary>The post type ranks by need (公益性岗位).</summary>
    public bool NeedFirst { get; init; }

    /// <summary>One post of this type per household.</summary>
    public bool OnePerHousehold { get; init; }

    /// <summary>What it is to a household.</summary>
    public WelfarePost Post => OnePerHousehold ? WelfarePost.OnePerHousehold : Kind == PostingKind.PublicWelfare ? WelfarePost.Plain : WelfarePost.None;

    /// <summary>First day of work; null = as soon as possible.</summary>
    public DateOnly? StartDay { get; init; }
    public DateOnly? PublishedOn { get; init; }
}
