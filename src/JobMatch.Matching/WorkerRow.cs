using System.Numerics;

namespace JobMatch.Matching;

[Flags]
internal enum WorkerStatus : ushort
{
    None = 0,
    ZeroEmploymentHousehold = 1 << 0,
    OpenJobLoss = 1 << 1,
    Monitored = 1 << 2,
    GroupsChecked = 1 << 3,
    Employed = 1 << 4,
    Willing = 1 << 5,
    /// <summary>Somebody of the household has a public-welfare post.</summary>
    HouseholdHasPost = 1 << 6,
    Hidden = 1 << 7,
    WantsCareHours = 1 << 8,

    /// <summary>The slot of someone who left the pool.</summary>
    Removed = 1 << 9,

    /// <summary>And it is the only one that the household may have.</summary>
    HouseholdHasOnlyPost = 1 << 10,
}

/// <summary>Where someone lives and how far she goes from there: few differ, so the pool keeps each once and a row only its number.</summary>
internal readonly record struct HomeFacts(
    int Settlement, int Township, int County, int Province, int LatitudeE6, int LongitudeE6, Mobility Mobility, int MobilityMetres)
{
    public HomeFacts(WorkerProfile worker)
        : this(
            worker.Home.Settlement, worker.Home.Township, worker.Home.County, worker.Home.Province,
            worker.Home.Position?.LatitudeE6 ?? WorkerRow.NoPosition, worker.Home.Position?.LongitudeE6 ?? WorkerRow.NoPosition,
            worker.Mobility, worker.MobilityMetres)
    {
    }

    /// <summary>The home of which nothing is known.</summary>
    public static HomeFacts Unknown => new(-1, 0, 0, 0, WorkerRow.NoPosition, WorkerRow.NoPosition, Mobility.Unknown, 0);

    public bool HasPosition => LatitudeE6 != WorkerRow.NoPosition;
}

/// <summary>
/// The single facts of a worker as gates and criteria read them; the pool keeps them packed (<see cref="Pool.WorkerChunk"/>) and unpacks one row at a time. Days are day
/// numbers, 0 = unknown; money is fen a month, clamped to int. Facts of variable number are <see cref="WorkerFactCode"/>s beside the row.
/// </summary>
internal readonly struct WorkerRow
{
    public const int NoPosition = int.MinValue;

    public readonly long Id;
    public readonly HomeFacts Home;
    public readonly int BirthDay;
    public readonly int WaitingSince;
    public readonly int WageFloorFen;
    public readonly int LastWageFen;
    public readonly WorkRestriction Restrictions;
    public readonly Duty Impossible;

    /// <summary>Groups without an end; dated ones are facts.</summary>
    public readonly HardshipGroup OpenGroups;
    public readonly WorkerStatus Status;
    public readonly LabourCapacity Capacity;
    public readonly Education Education;
    public readonly Mandarin Mandarin;
    public readonly PostingKinds WishedKinds;
    public readonly Shifts WishedShifts;
    public readonly RecordedSex Sex;

    private WorkerRow(WorkerProfile worker, HardshipGroup openGroups)
        : this(new HomeFacts(worker))
    {
        Id = worker.Id;
        BirthDay = worker.BirthDate?.DayNumber ?? 0;
        WaitingSince = worker.WaitingSince?.DayNumber ?? 0;
        WageFloorFen = (int)Math.Clamp(worker.WageFloorFen, 0, int.MaxValue);
        LastWageFen = (int)Math.Clamp(worker.LastWageFen, 0, int.MaxValue);
        Restrictions = worker.Restrictions;
        Impossible = worker.Impossible;
        OpenGroups = openGroups;
        Status = StatusOf(worker);
        Capacity = worker.LabourCapacity;
        (Education, Mandarin) = (worker.Education, worker.Mandarin);
        (WishedKinds, WishedShifts, Sex) = (worker.WishedKinds, worker.WishedShifts, worker.SexForAgeRule);
    }

    /// <summary>Unpacks a row of the pool.</summary>
    public WorkerRow(in Pool.HotRow hot, in Pool.ColdRow cold, in HomeFacts home)
        : this(home)
    {
        Id = cold.Id;
        BirthDay = hot.BirthDay;
        WaitingSince = cold.WaitingSince;
        (WageFloorFen, LastWageFen) = (cold.WageFloorFen, cold.LastWageFen);
        (Restrictions, Impossible, Status, Capacity) = (hot.Restrictions, hot.Impossible, hot.Status, hot.Capacity);
        (OpenGroups, Sex, Education, Mandarin) = (hot.OpenGroups, hot.Sex, hot.Warm.Education, hot.Warm.Mandarin);
        (WishedKinds, WishedShifts) = (hot.Warm.WishedKinds, hot.Warm.WishedShifts);
    }

    /// <summary>A row of which nothing but the home and the reach from it is filled, for what depends on nothing else.</summary>
    public WorkerRow(in HomeFacts home) => Home = home;

    /// <summary>A row of which only the schooling is filled.</summary>
    public WorkerRow(Education education, Mandarin mandarin) => (Home, Education, Mandarin) = (HomeFacts.Unknown, education, mandarin);

    /// <summary>A row of which only these wishes are filled.</summary>
    public WorkerRow(PostingKinds kinds, Shifts shifts, WorkerStatus status) =>
        (Home, WishedKinds, WishedShifts, Status) = (HomeFacts.Unknown, kinds, shifts, status);

    public int Settlement => Home.Settlement;

    public int Township => Home.Township;

    public int County => Home.County;

    public int Province => Home.Province;

    public int LatitudeE6 => Home.LatitudeE6;

    public int LongitudeE6 => Home.LongitudeE6;

    public Mobility Mobility => Home.Mobility;

    public int MobilityMetres => Home.MobilityMetres;

    public bool HasPosition => Home.HasPosition;

    /// <summary>Packs a profile; <paramref name="facts"/> are those of variable number, in one order.</summary>
    public static WorkerRow Pack(WorkerProfile worker, out uint[] facts)
    {
        var openGroups = worker.Groups.Where(group => group.Until is null).Aggregate(HardshipGroup.None, (all, group) => all | group.Group);
        if (worker.ZeroEmploymentHousehold) openGroups |= HardshipGroup.ZeroEmploymentHousehold;
        if (worker.Monitored) openGroups |= HardshipGroup.Monitored;
        facts = FactsOf(worker);
        return new(worker, openGroups);
    }

    private static uint[] FactsOf(WorkerProfile worker)
    {
        var facts = new List<uint>();
        foreach (var worked in worker.Occupations) facts.Add(WorkerFactCode.Occupation(worked));
        foreach (var region in worker.WishedPlaces) facts.Add(WorkerFactCode.WishedPlace(region));
        foreach (var code in worker.WishedOccupations) facts.Add(WorkerFactCode.WishedOccupation(code));
        foreach (var held in worker.Certificates) facts.Add(WorkerFactCode.Certificate(held));
        foreach (var held in worker.Skills) facts.Add(WorkerFactCode.Skill(held));
        foreach (var kind in worker.TrainingsDone) facts.Add(WorkerFactCode.Training(kind, done: true));
        foreach (var kind in worker.TrainingsWanted) facts.Add(WorkerFactCode.Training(kind, done: false));
        foreach (var code in worker.TextCodes) facts.Add(WorkerFactCode.Text(code));
        foreach (var membership in worker.Groups)
        {
            if (membership.Until is not { } until) continue;
            for (var flags = (uint)membership.Group; flags != 0; flags &= flags - 1)
                facts.Add(WorkerFactCode.Group((HardshipGroup)(1u << BitOperations.TrailingZeroCount(flags)), until));
        }
        // One order whatever order the profile came in, so that ties inside a criterion fall the same way everywhere.
        facts.Sort();
        return [.. facts];
    }

    private static WorkerStatus StatusOf(WorkerProfile worker) =>
        (worker.ZeroEmploymentHousehold ? WorkerStatus.ZeroEmploymentHousehold : 0)
        | (worker.OpenJobLoss ? WorkerStatus.OpenJobLoss : 0)
        | (worker.Monitored ? WorkerStatus.Monitored : 0)
        | (worker.GroupsChecked ? WorkerStatus.GroupsChecked : 0)
        | (worker.Employed ? WorkerStatus.Employed : 0)
        | (worker.Willing ? WorkerStatus.Willing : 0)
        | (worker.HouseholdPost != WelfarePost.None ? WorkerStatus.HouseholdHasPost : 0)
        | (worker.HouseholdPost == WelfarePost.OnePerHousehold ? WorkerStatus.HouseholdHasOnlyPost : 0)
        | (worker.Hidden ? WorkerStatus.Hidden : 0)
        | (worker.WantsCareFriendlyHours ? WorkerStatus.WantsCareHours : 0);
}

/// <summary>A row with its facts.</summary>
internal readonly ref struct WorkerView
{
    public readonly ref readonly WorkerRow Row;
    public readonly ReadOnlySpan<uint> Facts;

    public WorkerView(ref readonly WorkerRow row, ReadOnlySpan<uint> facts)
    {
        Row = ref row;
        Facts = facts;
    }

    /// <summary>The groups that hold on a day.</summary>
    public HardshipGroup GroupsOn(int day) => GroupsOn(Row.OpenGroups, Facts, day);

    /// <summary>The groups without an end and those among the facts that have not ended by a day.</summary>
    public static HardshipGroup GroupsOn(HardshipGroup groups, ReadOnlySpan<uint> facts, int day)
    {
        foreach (var fact in facts)
        {
            if (WorkerFactCode.KindOf(fact) == WorkerFactCode.GroupKind && WorkerFactCode.LastDayOf(fact) >= day)
                groups |= WorkerFactCode.GroupOf(fact);
        }
        return groups;
    }

    /// <summary>Whole years of age on a day; −1 when the birth date is unknown.</summary>
    public int AgeOn(int day) => AgeOn(Row.BirthDay, day);

    /// <summary>Whole years of age on a day of someone born on a day, 0 = unknown.</summary>
    public static int AgeOn(int birthDay, int day)
    {
        if (birthDay == 0) return -1;
        var (born, on) = (DateOnly.FromDayNumber(birthDay), DateOnly.FromDayNumber(day));
        var hadBirthday = on.Month > born.Month || (on.Month == born.Month && on.Day >= born.Day);
        return on.Year - born.Year - (hadBirthday ? 0 : 1);
    }
}
