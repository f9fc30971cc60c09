namespace JobMatch.Matching.Tests;

/// <summary>Random people and postings from a seed, with much unknown, so that every branch is met. Small vocabularies, so that things often coincide.</summary>
internal sealed class RandomProfiles(int seed)
{
    private static readonly int[] OccupationCodes = [6_05_02_01, 6_05_02_02, 6_05_01_01, 4_01_02_01, 4_01_02_02];
    private readonly Random random = new(seed);

    public WorkerProfile Worker(long id) => new()
    {
        Id = id,
        Version = 1,
        Home = Place(),
        BirthDate = Maybe(0.95) ? A.Day.AddDays(-random.Next(15 * 365, 75 * 365)) : null,
        SexForAgeRule = One<RecordedSex>(),
        LabourCapacity = Maybe(0.1) ? One<LabourCapacity>() : LabourCapacity.Ordinary,
        Restrictions = Maybe(0.2) ? Some<WorkRestriction>(8) : 0,
        Impossible = Maybe(0.2) ? Some<Duty>(9) : 0,
        Mobility = One<Mobility>(),
        MobilityMetres = random.Next(0, 60_000),
        Education = One<Education>(),
        Mandarin = One<Mandarin>(),
        Skills = List(6, () => new SkillHeld(random.Next(12), random.Next(6), Maybe(0.5))),
        Occupations = List(4, () => new OccupationWorked(Occupation(), Maybe(0.2) ? 0 : random.Next(2005, 2027), random.Next(60))),
        Certificates = List(3, () => new CertificateHeld(random.Next(4), Maybe(0.5) ? null : A.Day.AddDays(random.Next(-200, 400)))),
        TrainingsDone = List(3, () => random.Next(5)),
        TrainingsWanted = List(3, () => random.Next(5)),
        WishedKinds = Maybe(0.5) ? Some<PostingKinds>(7) : 0,
        WishedOccupations = List(3, Occupation),
        WishedPlaces = List(3, () => Maybe(0.5) ? 522_730 + random.Next(3) : Maybe(0.5) ? 522_700 : 520_000),
        TextCodes = List(4, () => random.Next(9)),
        WishedShifts = Maybe(0.5) ? Some<Shifts>(5) : 0,
        WantsCareFriendlyHours = Maybe(0.3),
        WageFloorFen = Maybe(0.5) ? random.Next(100_000, 500_000) : 0,
        LastWageFen = Maybe(0.5) ? random.Next(100_000, 500_000) : 0,
        ZeroEmploymentHousehold = Maybe(0.1),
        OpenJobLoss = Maybe(0.1),
        Monitored = Maybe(0.1),
        GroupsChecked = Maybe(0.5),
        Groups = List(3, () => new GroupMembership((HardshipGroup)(1 << random.Next(11)), Maybe(0.5) ? null : A.Day.AddDays(random.Next(-100, 200)))),
        Employed = Maybe(0.4),
        Willing = Maybe(0.9),
        HouseholdPost = Maybe(0.2) ? (WelfarePost)random.Next(1, 3) : WelfarePost.None,
        WaitingSince = Maybe(0.5) ? A.Day.AddDays(-random.Next(3)) : null,
        Hidden = Maybe(0.03),
    };

    public PostingProfile Posting(long id) => new()
    {
        Id = id,
        Version = 1,
        Kind = One<PostingKind>(),
        Open = Maybe(0.97),
        Quotas = List(4, () => new QuotaProfile(random.Next(1, 1000), Maybe(0.7) ? PlaceKind.Fixed : One<PlaceKind>(), Place(), random.Next(4))),
        Occupations = List(3, Occupation),
        Skills = List(5, () => new SkillAsked(random.Next(12), random.Next(5), Maybe(0.5))),
        Certificates = Maybe(0.3) ? List(3, () => new CertificateAsked(random.Next(4), One<CertificateTiming>())) : [],
        Trainings = List(3, () => random.Next(5)),
        TextCodes = Maybe(0.4) ? List(3, () => random.Next(9)) : [],
        Education = Maybe(0.5) ? One<Education>() : 0,
        Mandarin = Maybe(0.5) ? One<Mandarin>() : 0,
        Strain = One<Strain>(),
        Hazardous = Maybe(0.2),
        Duties = Maybe(0.3) ? Some<Duty>(9) : 0,
        NotDuties = Maybe(0.5) ? Some<Duty>(9) : 0,
        Shift = One<Shift>(),
        CareFriendlyHours = Maybe(0.2),
        HoursPerMonth = Maybe(0.6) ? random.Next(20, 300) : 0,
        WageMinFen = Maybe(0.6) ? random.Next(50_000, 400_000) : 0,
        WageMaxFen = Maybe(0.6) ? random.Next(50_000, 600_000) : 0,
        WageHourlyFen = Maybe(0.3) ? random.Next(800, 4_000) : 0,
        LegalAge = Maybe(0.2) ? new LegalAge(18, 60, 18, 55) : null,
        AgePreference = Maybe(0.3) ? new AgePreference(null, 45) : null,
        GroupRule = Maybe(0.3) ? One<GroupRule>() : 0,
        EligibleGroups = Some<HardshipGroup>(11),
        NeedFirst = Maybe(0.3),
        OnePerHousehold = Maybe(0.3),
        StartDay = Maybe(0.3) ? A.Day.AddDays(random.Next(-10, 60)) : null,
        PublishedOn = Maybe(0.8) ? A.Day.AddDays(-random.Next(5)) : null,
    };

    /// <summary>Seven terms in four dimensions; profiles have codes beyond them, too.</summary>
    public static TextTable Texts { get; } = new([.. Enumerable.Range(0, 28).Select(i => (sbyte)(((i * 89) % 201) - 100))], 4, [new(-2_000, 0), new(5_000, 60), new(9_500, 100)]);

    public bool Maybe(double chance) => random.NextDouble() < chance;

    public int Next(int most) => random.Next(most);

    public T One<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    public FitWeights Weights()
    {
        var weights = new FitOptions().ToWeights();
        for (var i = 0; i < 3; i++) weights = weights.With(One<Criterion>(), Maybe(0.2) ? Importance.Must : One<Importance>());
        return weights.With(One<Criterion>(), random.Next(101));
    }

    private T Some<T>(int bits) where T : struct, Enum => (T)Enum.ToObject(typeof(T), random.Next(1 << bits) & random.Next(1 << bits));

    private int Occupation() => OccupationCodes[random.Next(OccupationCodes.Length)];

    private Place Place()
    {
        var county = 522_730 + random.Next(2);
        return new(
            Maybe(0.8) ? random.Next(8) : -1,
            Maybe(0.8) ? (county * 1000) + random.Next(3) : 0,
            Maybe(0.9) ? county : 0,
            Maybe(0.9) ? (Maybe(0.9) ? 520_000 : 440_000) : 0,
            Maybe(0.6) ? new Position(26_000_000 + random.Next(300_000), 106_000_000 + random.Next(300_000)) : null);
    }

    private List<T> List<T>(int limit, Func<T> make) => [.. Enumerable.Range(0, random.Next(limit)).Select(_ => make())];
}
