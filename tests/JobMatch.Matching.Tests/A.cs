namespace JobMatch.Matching.Tests;

/// <summary>Valid profiles to start from: this worker may go to this posting, and everything about both is known.</summary>
internal static class A
{
    public const int Sewing = 11;
    public const int Ironing = 12;
    public const int Sewer = 6_05_02_01;
    public const int SewingClass = 7;
    public const int Electrician = 3;
    public const int HealthCertificate = 4;

    public static readonly DateOnly Day = new(2026, 3, 10);
    public static readonly Place Home = new(5, 522_731_100, 522_731, 520_000, Position.FromDegrees(26.1, 106.7));

    public static WorkerProfile Worker => new()
    {
        Id = 1,
        Version = 1,
        HouseholdId = 1,
        Home = Home,
        BirthDate = new(1990, 5, 1),
        SexForAgeRule = RecordedSex.Female,
        LabourCapacity = LabourCapacity.Ordinary,
        Mobility = Mobility.County,
        Education = Education.JuniorMiddle,
        Mandarin = Mandarin.Conversational,
        Skills = [new(Sewing, 3, Evidenced: true)],
        Occupations = [new(Sewer, 2025, 40)],
        TrainingsDone = [SewingClass],
        WishedKinds = PostingKinds.AidWorkshop,
        WishedOccupations = [Sewer],
        WishedPlaces = [522_731],
        WishedShifts = Shifts.Day,
        WageFloorFen = 250_000,
        LastWageFen = 260_000,
        GroupsChecked = true,
    };

    public static PostingProfile Posting => new()
    {
        Id = 100,
        Version = 1,
        Kind = PostingKind.AidWorkshop,
        Open = true,
        Quotas = [new(1000, PlaceKind.Fixed, Home, 3)],
        Occupations = [Sewer],
        Skills = [new(Sewing, 2, Must: true)],
        Trainings = [SewingClass],
        Education = Education.Primary,
        Mandarin = Mandarin.Simple,
        Strain = Strain.Light,
        NotDuties = Duty.Heights | Duty.CareHours | Duty.LongStanding | Duty.Machinery | Duty.DustOrChemicals | Duty.FineSight | Duty.Away,
        Shift = Shift.Day,
        HoursPerMonth = 174,
        WageMinFen = 280_000,
        WageMaxFen = 350_000,
        PublishedOn = new(2026, 3, 1),
    };

    public static FitContext Context => new() { On = Day };

    public static Fit Fit(WorkerProfile? worker = null, PostingProfile? posting = null, FitContext? context = null, bool excluded = false) =>
        Matching.Fit.Of(worker ?? Worker, posting ?? Posting, context ?? Context, excluded);

    public static void ShouldFailOnly(this Fit fit, GateCode code, params long[] values)
    {
        fit.FailedGates.Select(gate => gate.Code).ShouldBe([code]);
        fit.Eligible.ShouldBeFalse();
        fit.FailedGates[0].Values.Take(values.Length).ShouldBe(values);
    }

    public static void ShouldPassWithGap(this Fit fit, GapCode code, params long[] values)
    {
        fit.FailedGates.ShouldBeEmpty();
        fit.Eligible.ShouldBeTrue();
        fit.Gaps.ShouldContain(gap => gap.Code == code && gap.Values.SequenceEqual(values));
    }

    public static void ShouldPass(this Fit fit) => fit.FailedGates.ShouldBeEmpty();

    public static int PointsOf(this Fit fit, Criterion criterion) => fit.Reasons.Where(reason => reason.Criterion == criterion).Sum(reason => reason.Points);

    public static ReasonCode[] CodesOf(this Fit fit, Criterion criterion) =>
        [.. fit.Reasons.Where(reason => reason.Criterion == criterion).Select(reason => reason.Code)];
}
