namespace JobMatch.Matching;

/// <summary>A skill of a person. <paramref name="Level"/> 1–9, 0 = unknown; evidenced = seen by a certificate, a class or an employer.</summary>
public readonly record struct SkillHeld(int Skill, int Level, bool Evidenced);

/// <summary>An occupation worked in. <paramref name="LastYear"/> 0 = unknown; <paramref name="Months"/> in all, 0 = unknown.</summary>
public readonly record struct OccupationWorked(int Occupation, int LastYear, int Months);

/// <summary>A certificate; <paramref name="ValidTo"/> is its last valid day, null = it does not run out.</summary>
public readonly record struct CertificateHeld(int Kind, DateOnly? ValidTo);

/// <summary>One group that a person is in; <paramref name="Until"/> is the last day, null = open.</summary>
public readonly record struct GroupMembership(HardshipGroup Group, DateOnly? Until);

/// <summary>
/// What matching knows about a worker, as given by the business. Immutable; the pool packs it into 128 bytes.
/// Unset means unknown unless said otherwise. Ids are small codes of the caller: skill below 2^20, certificate kind below 2^13, training kind
/// below 2^16, text code below 65,000. An occupation is the 2022 大典 code without hyphens: "6-05-02-01" → 6050201 (see <see cref="OccupationCode"/>).
/// </summary>
public sealed record WorkerProfile
{
    public required long Id { get; init; }

    /// <summary>Change sequence of what this was read from. An older one never replaces a newer one.</summary>
    public required long Version { get; init; }
    public long HouseholdId { get; init; }
    public Place Home { get; init; } = Place.Unknown;
    public DateOnly? BirthDate { get; init; }

    /// <summary>Read by one gate only: a dated rule whose age limits differ by sex.</summary>
    public RecordedSex SexForAgeRule { get; init; }
    public LabourCapacity LabourCapacity { get; init; }
    public WorkRestriction Restrictions { get; init; }

    /// <summary>What the person marked as impossible.</summary>
    public Duty Impossible { get; init; }
    public Mobility Mobility { get; init; }

    /// <summary>Metres; only with <see cref="Mobility.Metres"/>.</summary>
    public int MobilityMetres { get; init; }
    public Education Education { get; init; }
    public Mandarin Mandarin { get; init; }

    public IReadOnlyList<SkillHeld> Skills { get; init; } = [];
    public IReadOnlyList<OccupationWorked> Occupations { get; init; } = [];
    public IReadOnlyList<CertificateHeld> Certificates { get; init; } = [];
    public IReadOnlyList<int> TrainingsDone { get; init; } = [];
    public IReadOnlyList<int> TrainingsWanted { get; init; } = [];

    public PostingKinds WishedKinds { get; init; }
    public IReadOnlyList<int> WishedOccupations { get; init; } = [];

    /// <summary>Codes of provinces, counties or townships, compared by equality with those of a quota.</summary>
    public IReadOnlyList<int> WishedPlaces { get; init; } = [];

    /// <summary>
    /// Codes of the person's texts (own words, wished jobs, names of jobs had), each the number of a term of the <see cref="TextTable"/>. Two are looked up while scanning;
    /// with more the pool still ranks exactly, only more slowly.
    /// </summary>
    public IReadOnlyList<int> TextCodes { get; init; } = [];
    public Shifts WishedShifts { get; init; }

    /// <summary>Looks after someone and asks for hours that allow it: a wish, not a gate (see <see cref="Duty.CareHours"/>).</summary>
    public bool WantsCareFriendlyHours { get; init; }

    /// <summary>Fen a month for full-time work, 0 = not stated.</summary>
    public long WageFloorFen { get; init; }

    /// <summary>Fen a month, 0 = unknown.</summary>
    public long LastWageFen { get; init; }

    /// <summary>The household has labour, willingness, and nobody employed today (零就业家庭, 004).</summary>
    public bool ZeroEmploymentHousehold { get; init; }

    /// <summary>Lost work and not yet helped (003 五(一)).</summary>
    public bool OpenJobLoss { get; init; }

    /// <summary>监测对象.</summary>
    public bool Monitored { get; init; }

    /// <summary>Someone has checked which groups the person is in. False and no group at all: unknown.</summary>
    public bool GroupsChecked { get; init; }
    public IReadOnlyList<GroupMembership> Groups { get; init; } = [];

    /// <summary>A spell is open today.</summary>
    public bool Employed { get; init; }

    /// <summary>Wants to work (就业意愿).</summary>
    public bool Willing { get; init; } = true;

    /// <summary>The public-welfare post that somebody of the household holds; of several the one that decides what else it may have.</summary>
    public WelfarePost HouseholdPost { get; init; }

    /// <summary>Out of work, or waiting for an offer, since this day.</summary>
    public DateOnly? WaitingSince { get; init; }

    /// <summary>Never suggested to anybody (consent withdrawn).</summary>
    public bool Hidden { get; init; }
}
