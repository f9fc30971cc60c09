using JobMatch.Matching;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>What a posting's free text says, in facts; null, Unknown and empty mean that it says nothing.</summary>
public sealed record PostingFacts
{
    public int? StatedAgeFrom { get; init; }

    public int? StatedAgeTo { get; init; }

    public Shift Shift { get; init; }

    public decimal? HoursPerDay { get; init; }

    public int? DaysPerMonth { get; init; }

    /// <summary>Hours that are said of a month or a week (「每月工作20小时」).</summary>
    public int? HoursPerMonth { get; init; }

    public bool Food { get; init; }

    public bool Lodging { get; init; }

    public bool Transport { get; init; }

    public bool SocialInsurance { get; init; }

    public bool CareFriendly { get; init; }

    public Strain Strain { get; init; }

    /// <summary>The words name the work and not how hard it is: <see cref="Strain"/> is how such work usually is.</summary>
    public bool StrainIsUsual { get; init; }

    public Duty Duties { get; init; }

    public bool Hazardous { get; init; }

    public Education Education { get; init; }

    public Mandarin Mandarin { get; init; }

    public PostingKind? Kind { get; init; }

    public int? Vacancies { get; init; }

    /// <summary>The one pay that the words name (<see cref="PayInText"/>); read only where it is asked whether the fields say it.</summary>
    public Wage? Pay { get; init; }

    /// <summary>The fields name another pay than <see cref="Pay"/>; which one is meant nobody can fill in for the employer.</summary>
    public bool PayDiffers { get; init; }

    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    public IReadOnlyList<int> SkillIds { get; init; } = [];

    /// <summary>Those of <see cref="SkillIds"/> that no word asks for: such work usually takes them.</summary>
    public IReadOnlyList<int> UsualSkillIds { get; init; } = [];

    public IReadOnlyList<(int KindId, CertificateTiming Timing)> Certificates { get; init; } = [];
}
