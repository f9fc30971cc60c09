using System.Numerics;

namespace JobMatch.Matching;

/// <summary>
/// One fact of variable number about a worker in 32 bits. The count of leading zeros tells the kind, so that each kind keeps the bits that
/// it needs: 0 occupation worked (code 23, year 6, months 2) · 1 wished place (30) · 2 wished occupation (23) · 3 certificate (kind 13, last day 15) ·
/// 4 skill (id 20, level 4, evidenced 1) · 5 training (kind 16, done 1) · 6 dated group (flag number 4, last day 15) · 7 text (code 16).
/// Years run from 1985 to 2047, days from 2000 to 2089; what lies outside is clamped. Year, level and day 0 mean unknown or open.
/// </summary>
internal static class WorkerFactCode
{
    public const int OccupationKind = 0;
    public const int WishedPlaceKind = 1;
    public const int WishedOccupationKind = 2;
    public const int CertificateKind = 3;
    public const int SkillKind = 4;
    public const int TrainingKind = 5;
    public const int GroupKind = 6;
    public const int TextKind = 7;

    private const int FirstYear = 1985;
    private const int DayMask = 0x7FFF;
    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;

    public static int KindOf(uint fact) => BitOperations.LeadingZeroCount(fact);

    public static uint Occupation(OccupationWorked worked)
    {
        var year = worked.LastYear <= 0 ? 0 : Math.Clamp(worked.LastYear - FirstYear + 1, 1, 63);
        var band = worked.Months <= 0 ? 0 : worked.Months < 12 ? 1 : worked.Months < 36 ? 2 : 3;
        return 0x8000_0000u | (Id(worked.Occupation, OccupationCode.Max + 1, nameof(WorkerProfile.Occupations)) << 8) | (uint)(year << 2) | (uint)band;
    }

    public static uint WishedPlace(int region) => 0x4000_0000u | Id(region, 1 << 30, nameof(WorkerProfile.WishedPlaces));

    public static uint WishedOccupation(int code) => 0x2000_0000u | Id(code, OccupationCode.Max + 1, nameof(WorkerProfile.WishedOccupations));

    public static uint Certificate(CertificateHeld held) =>
        0x1000_0000u | (Id(held.Kind, 1 << 13, nameof(WorkerProfile.Certificates)) << 15) | Day(held.ValidTo);

    public static uint Skill(SkillHeld held) =>
        0x0800_0000u | (Id(held.Skill, 1 << 20, nameof(WorkerProfile.Skills)) << 5) | (uint)(Math.Clamp(held.Level, 0, 9) << 1) | (held.Evidenced ? 1u : 0u);

    public static uint Training(int kind, bool done) =>
        0x0400_0000u | (Id(kind, 1 << 16, nameof(WorkerProfile.TrainingsDone)) << 1) | (done ? 1u : 0u);

    public static uint Group(HardshipGroup flag, DateOnly until) =>
        0x0200_0000u | ((uint)BitOperations.TrailingZeroCount((uint)flag) << 15) | Day(until);

    public static uint Text(int code) => 0x0100_0000u | Id(code, TextTable.MostTerms, nameof(WorkerProfile.TextCodes));

    public static int OccupationOf(uint fact) => (int)((fact & 0x7FFF_FFFFu) >> 8);

    public static int LastYearOf(uint fact) => (int)((fact >> 2) & 63) is var year && year == 0 ? 0 : year + FirstYear - 1;

    /// <summary>0 unknown, 1 under a year, 2 under three years, 3 more.</summary>
    public static int MonthsBandOf(uint fact) => (int)(fact & 3);

    public static int WishedPlaceOf(uint fact) => (int)(fact & 0x3FFF_FFFFu);

    public static int WishedOccupationOf(uint fact) => (int)(fact & 0x1FFF_FFFFu);

    public static int CertificateOf(uint fact) => (int)((fact >> 15) & 0x1FFF);

    public static int SkillOf(uint fact) => (int)((fact >> 5) & 0xF_FFFF);

    public static int LevelOf(uint fact) => (int)((fact >> 1) & 15);

    public static bool IsEvidenced(uint fact) => (fact & 1) != 0;

    public static int TextOf(uint fact) => (int)(fact & 0xFFFF);

    public static int TrainingOf(uint fact) => (int)((fact >> 1) & 0xFFFF);

    public static bool IsDone(uint fact) => (fact & 1) != 0;

    public static HardshipGroup GroupOf(uint fact) => (HardshipGroup)(1 << (int)((fact >> 15) & 15));

    /// <summary>Day number of the last valid day of a certificate or group; int.MaxValue when it does not run out.</summary>
    public static int LastDayOf(uint fact) => (int)(fact & DayMask) is var day && day == 0 ? int.MaxValue : day + FirstDay - 1;

    private static uint Day(DateOnly? day) => day is { } known ? (uint)Math.Clamp(known.DayNumber - FirstDay + 1, 1, DayMask) : 0u;

    private static uint Id(int id, int limit, string name)
    {
        if ((uint)id >= (uint)limit)
            throw new ArgumentOutOfRangeException(name, id, FormattableString.Invariant($"Allowed: 0 to {limit - 1}."));
        return (uint)id;
    }
}
