using JobMatch.Matching;

namespace JobMatch.Benchmarks;

/// <summary>A made-up county for the planner: families in settlements, workshops and public-welfare posts near them, firms in the county town and far away. Same size, same county.</summary>
internal sealed class PlacementCounty(int people, int postings, int vacancies)
{
    public static readonly DateOnly Day = new(2026, 3, 2);
    private const int County = 522_727;
    private const int Province = 520_000;
    private static readonly int[] Occupations = [6_05_02_01, 6_05_02_02, 6_04_01_01, 4_01_02_01, 4_10_01_01, 4_03_02_01, 6_29_01_01, 5_01_02_01, 4_09_08_01, 6_25_04_01];
    private readonly Random random = new(people);
    private readonly int settlements = Math.Max(4, people / 600);

    public IReadOnlyList<WorkerProfile> People() => [.. Enumerable.Range(0, people).Select(Person)];

    public IReadOnlyList<PostingProfile> Postings()
    {
        var left = vacancies - postings;
        return
        [
            .. Enumerable.Range(0, postings).Select(i =>
            {
                var more = i == postings - 1 ? left : Math.Min(left, random.Next(2 * (vacancies / postings)));
                left -= more;
                return Posting(i, 1 + more);
            }),
        ];
    }

    private WorkerProfile Person(int i)
    {
        var household = i / 2;
        var family = new Random(household);
        var (home, zero, monitored) = (family.Next(settlements), family.Next(12) == 0, family.Next(10) == 0);
        return new()
        {
            Id = i + 1,
            Version = 1,
            HouseholdId = household + 1,
            Home = At(home),
            BirthDate = Day.AddDays(-random.Next(18 * 365, 59 * 365)),
            SexForAgeRule = random.Next(2) == 0 ? RecordedSex.Female : RecordedSex.Male,
            LabourCapacity = random.Next(6) == 0 ? LabourCapacity.WeakOrHalf : LabourCapacity.Ordinary,
            Impossible = (random.Next(4) == 0 ? Duty.Nights : 0) | (random.Next(3) == 0 ? Duty.Away : 0) | (random.Next(6) == 0 ? Duty.Heights : 0),
            Mobility = random.Next(10) switch { < 2 => Mobility.Settlement, < 4 => Mobility.Township, < 7 => Mobility.County, < 9 => Mobility.Province, _ => Mobility.Anywhere },
            Education = (Education)random.Next(2, 6),
            Mandarin = (Mandarin)random.Next(2, 5),
            Skills = Some(3, () => new SkillHeld(random.Next(40), random.Next(1, 5), random.Next(2) == 0)),
            Occupations = Some(3, () => new OccupationWorked(Occupations[random.Next(Occupations.Length)], random.Next(2012, 2026), random.Next(3, 60))),
            TrainingsDone = Some(2, () => random.Next(12)),
            WishedOccupations = Some(2, () => Occupations[random.Next(Occupations.Length)]),
            WishedShifts = random.Next(2) == 0 ? Shifts.Day : 0,
            WageFloorFen = random.Next(3) == 0 ? 0 : random.Next(18, 45) * 10_000,
            LastWageFen = random.Next(2) == 0 ? 0 : random.Next(18, 45) * 10_000,
            ZeroEmploymentHousehold = zero,
            Monitored = monitored,
            GroupsChecked = true,
            Groups = random.Next(12) == 0 ? [new GroupMembership(HardshipGroup.Disabled, null)] : [],
        };
    }

    private PostingProfile Posting(int i, int vacant)
    {
        var welfare = random.Next(20) == 0;
        var away = !welfare && random.Next(5) == 0;
        var twoPlaces = !away && vacant > 1 && random.Next(4) == 0;
        var first = twoPlaces ? vacant / 2 : vacant;
        Place There() => away ? new(-1, 0, 440_300, 440_000, new Position(22_600_000, 114_000_000)) : At(random.Next(settlements));
        return new()
        {
            Id = i + 1,
            Version = 1,
            Kind = welfare ? PostingKind.PublicWelfare : away ? PostingKind.LabourExport : random.Next(3) == 0 ? PostingKind.AidWorkshop : PostingKind.Enterprise,
            Open = true,
            EmployerId = i / 3,
            Quotas = twoPlaces ? [Quota(2 * i, first), Quota((2 * i) + 1, vacant - first)] : [Quota(2 * i, vacant)],
            Occupations = [Occupations[random.Next(Occupations.Length)]],
            Skills = Some(3, () => new SkillAsked(random.Next(40), 0, random.Next(3) == 0)),
            Trainings = Some(2, () => random.Next(12)),
            Education = random.Next(3) == 0 ? (Education)random.Next(2, 5) : 0,
            Mandarin = random.Next(3) == 0 ? Mandarin.Conversational : 0,
            Strain = welfare ? Strain.Light : (Strain)random.Next(0, 4),
            Shift = random.Next(3) == 0 ? Shift.TwoShift : Shift.Day,
            HoursPerMonth = random.Next(2) == 0 ? 208 : 176,
            WageMinFen = random.Next(18, 50) * 10_000,
            LegalAge = LegalAge.Same(16, null),
            GroupRule = welfare ? GroupRule.Only : GroupRule.None,
            EligibleGroups = welfare ? HardshipGroup.ZeroEmploymentHousehold | HardshipGroup.Disabled : 0,
            NeedFirst = welfare,
            OnePerHousehold = welfare,
            PublishedOn = Day,
        };

        QuotaProfile Quota(int id, int count) => new(id + 1, PlaceKind.Fixed, There(), count);
    }

    private static Place At(int settlement) =>
        new(settlement, 522_727_100 + (settlement % 8), County, Province, new Position(25_800_000 + (settlement * 7919 % 400_000), 107_300_000 + (settlement * 104_729 % 500_000)));

    private List<T> Some<T>(int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => make())];
}
