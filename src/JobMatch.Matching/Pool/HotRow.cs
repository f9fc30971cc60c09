using JobMatch.Matching.Gates;

namespace JobMatch.Matching.Pool;

/// <summary>
/// What a scan reads of a worker, coded: the gates as bits that one mask tests, codes that index small tables, and signatures (<see cref="FactSigns"/>) that say which of her
/// other facts may matter at all. A chunk keeps it in two parts: <see cref="ScanColumns"/>, which every scan reads, and <see cref="WarmRow"/>.
/// </summary>
internal readonly struct HotRow
{
    private const int RestrictionShift = 9;

    /// <summary>Recorded sex stands above the birth day.</summary>
    public const int SexShift = 30;

    /// <summary>All bits of <see cref="Gate"/> that hold duties marked as impossible, as they stand in <see cref="Duty"/>.</summary>
    public const uint DutyBits = 0x1FF;
    public const uint Removed = 1u << 17;
    public const uint Hidden = 1u << 18;
    public const uint HouseholdHasPost = 1u << 19;
    public const uint Employed = 1u << 20;
    public const uint NotWilling = 1u << 21;

    /// <summary>Capacity none or unknown.</summary>
    public const uint NoCapacity = 1u << 22;
    public const uint WeakCapacity = 1u << 23;

    /// <summary>Tells none from unknown and skilled from ordinary.</summary>
    private const uint OtherCapacity = 1u << 24;
    /// <summary>As <see cref="LabourGate.IsTooWeakForNights"/>.</summary>
    public const uint TooWeakForNights = 1u << 25;
    private const uint ZeroEmployment = 1u << 26;
    private const uint JobLoss = 1u << 27;
    private const uint MonitoredHousehold = 1u << 28;
    private const uint GroupsWereChecked = 1u << 29;
    public const uint HouseholdHasOnlyPost = 1u << 30;

    public readonly uint Gate;

    /// <summary>Birth day (0 = unknown) with the recorded sex in the bits above it.</summary>
    public readonly uint Birth;

    /// <summary>Number among <see cref="HomeList"/>.</summary>
    public readonly int Home;
    public readonly ulong Worked;
    public readonly ulong Skills;

    /// <summary>Signs of certificates; none in a row that was put together again, for whoever reads that has its facts.</summary>
    public readonly ushort Certificates;

    /// <summary>Until this day (<see cref="ShortDay"/>) all certificates are valid.</summary>
    public readonly ushort CertificatesUntil;

    /// <summary>Groups without an end.</summary>
    public readonly HardshipGroup OpenGroups;

    /// <summary>Groups with an end, whether or not it has come.</summary>
    public readonly HardshipGroup DatedGroups;

    /// <summary>Until this day all groups with an end hold.</summary>
    public readonly ushort GroupsUntil;
    public readonly WarmRow Warm;

    public HotRow(in WorkerRow row, int home, ReadOnlySpan<uint> facts)
    {
        var signs = new FactSigns(facts);
        Home = home;
        Birth = BirthOf(row.BirthDay, row.Sex);
        (Worked, Skills) = (signs.Worked, signs.Skills);
        (Certificates, CertificatesUntil) = (signs.Certificates, ShortDay.Of(signs.CertificatesUntil));
        (OpenGroups, DatedGroups, GroupsUntil) = (row.OpenGroups, signs.DatedGroups, ShortDay.Of(signs.GroupsUntil));
        Gate = ((uint)row.Impossible & DutyBits)
            | (((uint)row.Restrictions & 0xFF) << RestrictionShift)
            | StatusBits(row.Status)
            | (LabourGate.IsTooWeakForNights(row.Capacity, row.WishedShifts) ? TooWeakForNights : 0)
            | row.Capacity switch
            {
                LabourCapacity.Unknown => NoCapacity,
                LabourCapacity.None => NoCapacity | OtherCapacity,
                LabourCapacity.WeakOrHalf => WeakCapacity,
                LabourCapacity.Skilled => OtherCapacity,
                _ => 0,
            };
        Warm = new(in row, in signs);
    }

    /// <summary>Puts together again what a chunk keeps apart.</summary>
    public HotRow(in ScanColumns columns, int row, in WarmRow warm)
    {
        (Gate, Birth, Home) = (columns.Gate[row], columns.Birth[row], columns.Home[row]);
        (Worked, Skills) = columns.Signs[row];
        CertificatesUntil = columns.CertificatesUntil[row];
        (OpenGroups, DatedGroups, GroupsUntil) = ((HardshipGroup)columns.OpenGroups[row], (HardshipGroup)columns.DatedGroups[row], columns.GroupsUntil[row]);
        Warm = warm;
    }

    private HotRow(uint gate) => Gate = gate;

    /// <summary>What stays in the slot of someone who left.</summary>
    public static HotRow OfRemoved => new(Removed);

    public int BirthDay => BirthDayOf(Birth);

    public RecordedSex Sex => (RecordedSex)(Birth >> SexShift);

    public Duty Impossible => (Duty)(Gate & DutyBits);

    public WorkRestriction Restrictions => (WorkRestriction)((Gate >> RestrictionShift) & 0xFF);

    public LabourCapacity Capacity => (Gate & (NoCapacity | WeakCapacity | OtherCapacity)) switch
    {
        NoCapacity => LabourCapacity.Unknown,
        NoCapacity | OtherCapacity => LabourCapacity.None,
        WeakCapacity => LabourCapacity.WeakOrHalf,
        OtherCapacity => LabourCapacity.Skilled,
        _ => LabourCapacity.Ordinary,
    };

    public WorkerStatus Status =>
        Flag(ZeroEmployment, WorkerStatus.ZeroEmploymentHousehold) | Flag(JobLoss, WorkerStatus.OpenJobLoss)
        | Flag(MonitoredHousehold, WorkerStatus.Monitored) | Flag(GroupsWereChecked, WorkerStatus.GroupsChecked)
        | Flag(Employed, WorkerStatus.Employed) | ((Gate & NotWilling) == 0 ? WorkerStatus.Willing : 0)
        | Flag(HouseholdHasPost, WorkerStatus.HouseholdHasPost) | Flag(HouseholdHasOnlyPost, WorkerStatus.HouseholdHasOnlyPost) | Flag(Hidden, WorkerStatus.Hidden)
        | (Warm.WantsCareHours ? WorkerStatus.WantsCareHours : 0);

    public bool HasJobLoss => (Gate & JobLoss) != 0;

    /// <summary>
    /// The groups on a day, without a look at the facts where that is possible: it is while no group has ended. False: they have to be read.
    /// </summary>
    public bool TryGroupsOn(int day, out HardshipGroup groups)
    {
        groups = OpenGroups | DatedGroups;
        return DatedGroups == 0 || ShortDay.IsUpTo(day, GroupsUntil);
    }

    /// <summary>The day in a <see cref="Birth"/>; 0 = unknown.</summary>
    public static int BirthDayOf(uint birth) => (int)(birth & ((1u << SexShift) - 1));

    /// <summary>A birth day and a recorded sex in one number.</summary>
    public static uint BirthOf(int day, RecordedSex sex) => (uint)day | ((uint)sex << SexShift);

    /// <summary>The bits of restrictions as they stand in <see cref="Gate"/>.</summary>
    public static uint BitsOf(WorkRestriction restrictions) => (uint)restrictions << RestrictionShift;

    private static uint StatusBits(WorkerStatus status)
    {
        uint Bit(WorkerStatus flag, uint bit) => (status & flag) != 0 ? bit : 0;
        return Bit(WorkerStatus.Hidden, Hidden) | Bit(WorkerStatus.HouseholdHasPost, HouseholdHasPost) | Bit(WorkerStatus.HouseholdHasOnlyPost, HouseholdHasOnlyPost) | Bit(WorkerStatus.Employed, Employed)
            | ((status & WorkerStatus.Willing) == 0 ? NotWilling : 0)
            | Bit(WorkerStatus.ZeroEmploymentHousehold, ZeroEmployment) | Bit(WorkerStatus.OpenJobLoss, JobLoss)
            | Bit(WorkerStatus.Monitored, MonitoredHousehold) | Bit(WorkerStatus.GroupsChecked, GroupsWereChecked);
    }

    private WorkerStatus Flag(uint bit, WorkerStatus flag) => (Gate & bit) != 0 ? flag : 0;
}

/// <summary>What is read of those whose signs could be enough, 20 bytes.</summary>
internal readonly struct WarmRow
{
    private const int EducationBits = 3;
    private const int MandarinShift = 3;
    private const int KindShift = 6;
    private const int ShiftShift = 13;
    private const uint WantsCare = 1u << 18;

    private readonly uint wish;
    public readonly uint WishedOccupations;
    public readonly ushort Trainings;
    public readonly ushort WishedPlaces;

    /// <summary><see cref="WageBucket"/> of the floor; 256 more when the last wage is known.</summary>
    public readonly ushort WageFloor;

    /// <summary><see cref="WageBucket"/> of the last wage; 256 more when the floor is known.</summary>
    public readonly ushort LastWage;

    /// <summary>The first two text codes plus one, 0 = none; <see cref="FactSigns.MoreTexts"/> in the second: there are more.</summary>
    public readonly ushort TextA;
    public readonly ushort TextB;

    public WarmRow(in WorkerRow row, in FactSigns signs)
    {
        (WishedOccupations, Trainings, WishedPlaces) = (signs.WishedOccupations, signs.Trainings, signs.WishedPlaces);
        (TextA, TextB) = (signs.TextA, signs.TextB);
        var (floor, last) = (WageBucket.Of(row.WageFloorFen), WageBucket.Of(row.LastWageFen));
        WageFloor = (ushort)(floor | (last > 0 ? 256 : 0));
        LastWage = (ushort)(last | (floor > 0 ? 256 : 0));
        wish = (uint)row.Education
            | ((uint)row.Mandarin << MandarinShift)
            | (((uint)row.WishedKinds & 0x7F) << KindShift)
            | (((uint)row.WishedShifts & 0x1F) << ShiftShift)
            | ((row.Status & WorkerStatus.WantsCareHours) != 0 ? WantsCare : 0);
    }

    public Education Education => (Education)(wish & ((1 << EducationBits) - 1));

    public Mandarin Mandarin => (Mandarin)((wish >> MandarinShift) & 7);

    public PostingKinds WishedKinds => (PostingKinds)((wish >> KindShift) & 0x7F);

    public Shifts WishedShifts => (Shifts)((wish >> ShiftShift) & 0x1F);

    public bool WantsCareHours => (wish & WantsCare) != 0;

    /// <summary>Education and Mandarin in one number under 64.</summary>
    public int Schooling => (int)(wish & 63);

    /// <summary>Wished kinds, under 128.</summary>
    public int KindIndex => (int)((wish >> KindShift) & 0x7F);

    /// <summary>Wished shifts and whether care-friendly hours are asked for, under 64.</summary>
    public int ShiftIndex => (int)((wish >> ShiftShift) & 0x3F);
}

/// <summary>What only the few are asked for whose bound reaches the best, 32 bytes.</summary>
internal readonly struct ColdRow(long id, long version, int waitingSince, int wageFloorFen, int lastWageFen, int factStart = 0, int factCount = 0)
{
    /// <summary>Most facts of variable number that a worker can have.</summary>
    public const int MostFacts = (1 << CountBits) - 1;

    /// <summary>Facts of a chunk, those replaced in one batch included, never lie further back.</summary>
    public const int MostStart = (1 << (31 - CountBits)) - 1;

    private const int CountBits = 10;

    public readonly long Id = id;
    public readonly long Version = version;
    public readonly int WaitingSince = waitingSince;
    public readonly int WageFloorFen = wageFloorFen;
    public readonly int LastWageFen = lastWageFen;
    private readonly int place = (factStart << CountBits) | factCount;

    /// <summary>Where the facts begin in the chunk.</summary>
    public int FactStart => place >> CountBits;

    public int FactCount => place & MostFacts;

    public ColdRow WithFacts(int start, int count) => new(Id, Version, WaitingSince, WageFloorFen, LastWageFen, start, count);
}

/// <summary>Days from 1990 to 2169 in 16 bits, rounded down to what fits: 0 has always passed, the last never does.</summary>
internal static class ShortDay
{
    private static readonly int First = new DateOnly(1990, 1, 1).DayNumber;

    public static ushort Of(int dayNumber) => (ushort)Math.Clamp((long)dayNumber - First, 0, ushort.MaxValue);

    /// <summary>Whether a day is at or before a short one; "no" for a short day that was cut off at the front.</summary>
    public static bool IsUpTo(int dayNumber, ushort until) => until >= LeastFor(dayNumber);

    /// <summary>The first short day that a day is at or before.</summary>
    public static ushort LeastFor(int dayNumber) => (ushort)Math.Clamp((long)dayNumber - First, 1, ushort.MaxValue);
}

/// <summary>Wages in steps of 100 yuan: 0 unknown, then 1 to 255; the last has no upper end.</summary>
internal static class WageBucket
{
    public const int Count = 256;
    private const int Step = 10_000;

    public static int Of(int fen) => fen <= 0 ? 0 : 1 + Math.Min(Count - 2, fen / Step);

    /// <summary>The least wage of a bucket, at least 1 fen.</summary>
    public static int Least(int bucket) => Math.Max(1, (bucket - 1) * Step);
}
