namespace JobMatch.Matching.Pool;

/// <summary>
/// Signatures of the facts of variable number: each fact sets a bit, several facts may share one. A bit that is not set says for certain that the fact is not there; one that is
/// set says "perhaps", so what is worked out from it is an upper bound.
/// </summary>
internal readonly struct FactSigns
{
    /// <summary>In place of the second text code: there are more than two.</summary>
    public const ushort MoreTexts = ushort.MaxValue;

    /// <summary>Of <see cref="Skills"/>: one of them is evidenced. The skills share the bits below.</summary>
    public const ulong Evidenced = 1UL << EvidencedAt;

    private const int EvidencedAt = 63;
    private const int WorkedCodes = 44;
    private const int WishedCodes = 20;

    public readonly ulong Skills;
    public readonly ulong Worked;
    public readonly uint WishedOccupations;
    public readonly ushort Trainings;
    public readonly ushort WishedPlaces;
    public readonly ushort Certificates;
    public readonly ushort TextA;
    public readonly ushort TextB;
    public readonly HardshipGroup DatedGroups;

    /// <summary>The first day number at whose end a group ends, and a certificate; int.MaxValue = none does.</summary>
    public readonly int GroupsUntil = int.MaxValue;
    public readonly int CertificatesUntil = int.MaxValue;

    public FactSigns(ReadOnlySpan<uint> facts)
    {
        foreach (var fact in facts)
        {
            switch (WorkerFactCode.KindOf(fact))
            {
                case WorkerFactCode.OccupationKind:
                    Worked |= WorkedCode(WorkerFactCode.OccupationOf(fact)) | WorkedBranch(WorkerFactCode.OccupationOf(fact));
                    break;
                case WorkerFactCode.WishedPlaceKind:
                    WishedPlaces |= Place(WorkerFactCode.WishedPlaceOf(fact));
                    break;
                case WorkerFactCode.WishedOccupationKind:
                    WishedOccupations |= WishedCode(WorkerFactCode.WishedOccupationOf(fact)) | WishedBranch(WorkerFactCode.WishedOccupationOf(fact));
                    break;
                case WorkerFactCode.CertificateKind:
                    Certificates |= Certificate(WorkerFactCode.CertificateOf(fact));
                    CertificatesUntil = Math.Min(CertificatesUntil, WorkerFactCode.LastDayOf(fact));
                    break;
                case WorkerFactCode.SkillKind:
                    Skills |= Skill(WorkerFactCode.SkillOf(fact)) | (WorkerFactCode.IsEvidenced(fact) ? Evidenced : 0);
                    break;
                case WorkerFactCode.TrainingKind when WorkerFactCode.IsDone(fact):
                    Trainings |= Training(WorkerFactCode.TrainingOf(fact));
                    break;
                case WorkerFactCode.TextKind:
                    var code = (ushort)(WorkerFactCode.TextOf(fact) + 1);
                    if (TextA == 0) TextA = code;
                    else TextB = TextB == 0 ? code : MoreTexts;
                    break;
                case WorkerFactCode.GroupKind:
                    DatedGroups |= WorkerFactCode.GroupOf(fact);
                    GroupsUntil = Math.Min(GroupsUntil, WorkerFactCode.LastDayOf(fact));
                    break;
            }
        }
    }

    public static ulong Skill(int skill) => 1UL << (int)((uint)skill % EvidencedAt);

    /// <summary>Of signs of skills: 1 when one is evidenced.</summary>
    public static uint EvidenceIndex(ulong skills) => (uint)(skills >> EvidencedAt);

    /// <summary>Of signs of occupations worked in: 1 when one is recorded.</summary>
    public static uint RecordIndex(ulong worked) => worked != 0 ? 1u : 0;

    /// <summary>The occupation itself.</summary>
    public static ulong WorkedCode(int code) => 1UL << Spread(code, WorkedCodes);

    /// <summary>Its middle class.</summary>
    public static ulong WorkedBranch(int code) => 1UL << (WorkedCodes + Spread(OccupationCode.MiddleClass(code), 64 - WorkedCodes));

    public static uint WishedCode(int code) => 1u << Spread(code, WishedCodes);

    public static uint WishedBranch(int code) => 1u << (WishedCodes + Spread(OccupationCode.MiddleClass(code), 32 - WishedCodes));

    public static ushort Place(int region) => (ushort)(1 << Spread(region, 16));

    /// <summary>The first fifteen kinds have a bit each, all others share the last.</summary>
    public static ushort Certificate(int kind) => (ushort)(1 << Math.Min(kind, 15));

    /// <summary>Whether the bit of a kind says for certain that the certificate is there.</summary>
    public static bool IsCertain(int certificate) => certificate < 15;

    public static ushort Training(int kind) => (ushort)(1 << (kind & 15));

    private static int Spread(int code, int over) => (int)(((ulong)((uint)code * 2_654_435_769u) * (uint)over) >> 32);
}
