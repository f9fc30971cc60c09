using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

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
    HouseholdHasPost = 1 << 6,
    Hidden = 1 << 7,
    WantsCareHours = 1 << 8,

    /// <summary>The slot of someone who left the pool.</summary>
    Removed = 1 << 9,
}

/// <summary>
/// A worker in 128 bytes, as the pool scans it: 68 bytes of single facts and up to 15 <see cref="WorkerFactCode"/>s; with more, all of them lie in
/// an overflow array beside the row. Days are day numbers, 0 = unknown; money is fen a month, clamped to int.
/// </summary>
internal readonly struct WorkerRow
{
    public const int InlineFacts = 15;
    public const int NoPosition = int.MinValue;

    [InlineArray(InlineFacts)]
    private struct FactSlots
    {
        private uint first;
    }

    public readonly long Id;
    public readonly int Settlement;
    public readonly int Township;
    public readonly int County;
    public readonly int Province;
    public readonly int LatitudeE6;
    public readonly int LongitudeE6;
    public readonly int BirthDay;
    public readonly int WaitingSince;
    public readonly int MobilityMetres;
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
    public readonly Mobility Mobility;
    public readonly PostingKinds WishedKinds;
    public readonly Shifts WishedShifts;
    public readonly RecordedSex Sex;

    /// <summary>Number of inline facts, or 255 when they lie in the overflow array.</summary>
    private readonly byte factCount;
    private readonly FactSlots slots;

    private WorkerRow(WorkerProfile worker, HardshipGroup openGroups, ReadOnlySpan<uint> facts)
    {
        Id = worker.Id;
        (Settlement, Township, County, Province) = (worker.Home.Settlement, worker.Home.Township, worker.Home.County, worker.Home.Province);
        LatitudeE6 = worker.Home.Position?.LatitudeE6 ?? NoPosition;
        LongitudeE6 = worker.Home.Position?.LongitudeE6 ?? NoPosition;
        BirthDay = worker.BirthDate?.DayNumber ?? 0;
        WaitingSince = worker.WaitingSince?.DayNumber ?? 0;
        MobilityMetres = worker.MobilityMetres;
        WageFloorFen = (int)Math.Clamp(worker.WageFloorFen, 0, int.MaxValue);
        LastWageFen = (int)Math.Clamp(worker.LastWageFen, 0, int.MaxValue);
        Restrictions = worker.Restrictions;
        Impossible = worker.Impossible;
        OpenGroups = openGroups;
        Status = StatusOf(worker);
        Capacity = worker.LabourCapacity;
        (Education, Mandarin, Mobility) = (worker.Education, worker.Mandarin, worker.Mobility);
        (WishedKinds, WishedShifts, Sex) = (worker.WishedKinds, worker.WishedShifts, worker.SexForAgeRule);
        factCount = facts.Length <= InlineFacts ? (byte)facts.Length : byte.MaxValue;
        if (facts.Length <= InlineFacts) facts.CopyTo(slots);
    }

    private WorkerRow(long id)
    {
        Id = id;
        Status = WorkerStatus.Removed;
    }

    public bool IsRemoved => (Status & WorkerStatus.Removed) != 0;

    public bool HasPosition => LatitudeE6 != NoPosition;

    /// <summary>What stays in the slot of someone who left.</summary>
    public static WorkerRow RemovedSlot(long id) => new(id);

    /// <summary>Packs a profile. <paramref name="overflow"/> holds all facts when they do not fit inline, else it is null.</summary>
    public static WorkerRow Pack(WorkerProfile worker, out uint[]? overflow)
    {
        var openGroups = worker.Groups.Where(group => group.Until is null).Aggregate(HardshipGroup.None, (all, group) => all | group.Group);
        if (worker.ZeroEmploymentHousehold) openGroups |= HardshipGroup.ZeroEmploymentHousehold;
        if (worker.Monitored) openGroups |= HardshipGroup.Monitored;
        var facts = FactsOf(worker);
        overflow = facts.Length > InlineFacts ? facts : null;
        return new(worker, openGroups, facts);
    }

    [UnscopedRef]
    public ReadOnlySpan<uint> FactsWith(uint[]? overflow) => factCount <= InlineFacts ? ((ReadOnlySpan<uint>)slots)[..factCount] : overflow;

    private static uint[] FactsOf(WorkerProfile worker)
    {
        var facts = new List<uint>(InlineFacts);
        foreach (var worked in worker.Occupations) facts.Add(WorkerFactCode.Occupation(worked));
        foreach (var region in worker.WishedPlaces) facts.Add(WorkerFactCode.WishedPlace(region));
        foreach (var code in worker.WishedOccupations) facts.Add(WorkerFactCode.WishedOccupation(code));
        foreach (var held in worker.Certificates) facts.Add(WorkerFactCode.Certificate(held));
        foreach (var held in worker.Skills) facts.Add(WorkerFactCode.Skill(held));
        foreach (var kind in worker.TrainingsDone) facts.Add(WorkerFactCode.Training(kind, done: true));
        foreach (var kind in worker.TrainingsWanted) facts.Add(WorkerFactCode.Training(kind, done: false));
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
        | (worker.HouseholdHasPublicWelfarePost ? WorkerStatus.HouseholdHasPost : 0)
        | (worker.Hidden ? WorkerStatus.Hidden : 0)
        | (worker.WantsCareFriendlyHours ? WorkerStatus.WantsCareHours : 0);
}

/// <summary>A row with its facts, wherever they lie.</summary>
internal readonly ref struct WorkerView
{
    public readonly ref readonly WorkerRow Row;
    public readonly ReadOnlySpan<uint> Facts;

    public WorkerView(ref readonly WorkerRow row, uint[]? overflow)
    {
        Row = ref row;
        Facts = row.FactsWith(overflow);
    }

    /// <summary>The groups that hold on a day.</summary>
    public HardshipGroup GroupsOn(int day)
    {
        var groups = Row.OpenGroups;
        foreach (var fact in Facts)
        {
            if (WorkerFactCode.KindOf(fact) == WorkerFactCode.GroupKind && WorkerFactCode.LastDayOf(fact) >= day)
                groups |= WorkerFactCode.GroupOf(fact);
        }
        return groups;
    }

    /// <summary>Whole years of age on a day; −1 when the birth date is unknown.</summary>
    public int AgeOn(int day)
    {
        if (Row.BirthDay == 0) return -1;
        var (born, on) = (DateOnly.FromDayNumber(Row.BirthDay), DateOnly.FromDayNumber(day));
        var hadBirthday = on.Month > born.Month || (on.Month == born.Month && on.Day >= born.Day);
        return on.Year - born.Year - (hadBirthday ? 0 : 1);
    }
}
