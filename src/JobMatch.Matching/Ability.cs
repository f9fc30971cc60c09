namespace JobMatch.Matching;

/// <summary>劳动能力 as ledgers record it. Stored; never renumber.</summary>
public enum LabourCapacity : byte
{
    /// <summary>Not recorded: fails the labour gate until the station records it.</summary>
    Unknown = 0,

    /// <summary>丧失劳动力 / 无劳动力.</summary>
    None = 1,

    /// <summary>弱劳动力或半劳动力: light work only.</summary>
    WeakOrHalf = 2,

    /// <summary>普通劳动力.</summary>
    Ordinary = 3,

    /// <summary>技能劳动力.</summary>
    Skilled = 4,
}

/// <summary>劳动强度 of a posting. Stored.</summary>
public enum Strain : byte
{
    Unknown = 0,
    Light = 1,
    Medium = 2,
    Heavy = 3,
}

/// <summary>文化程度. Higher is more; on a posting <see cref="Unknown"/> means "not asked". Stored.</summary>
public enum Education : byte
{
    Unknown = 0,

    /// <summary>文盲或半文盲.</summary>
    None = 1,

    /// <summary>小学.</summary>
    Primary = 2,

    /// <summary>初中.</summary>
    JuniorMiddle = 3,

    /// <summary>高中 / 中专 / 技校.</summary>
    SeniorMiddle = 4,

    /// <summary>大专.</summary>
    JuniorCollege = 5,

    /// <summary>本科及以上.</summary>
    Bachelor = 6,
}

/// <summary>国家通用语言 (spoken). On a posting <see cref="Unknown"/> means "not asked". Stored.</summary>
public enum Mandarin : byte
{
    Unknown = 0,

    /// <summary>不会.</summary>
    None = 1,

    /// <summary>能听懂简单的话.</summary>
    Simple = 2,

    /// <summary>能日常交流.</summary>
    Conversational = 3,

    /// <summary>流利.</summary>
    Fluent = 4,
}

/// <summary>Sex as recorded on the ID. Used for one thing only: a dated rule of law whose age limits differ by sex. No score reads it.</summary>
public enum RecordedSex : byte
{
    Unknown = 0,
    Male = 1,
    Female = 2,
}

/// <summary>Recorded work restrictions (不宜从事). Each names the duty or strain that it forbids. Stored.</summary>
[Flags]
public enum WorkRestriction : ushort
{
    None = 0,

    /// <summary>Forbids <see cref="Strain.Heavy"/>.</summary>
    NoHeavyLifting = 1 << 0,

    /// <summary>Forbids <see cref="Duty.Heights"/>.</summary>
    NoHeights = 1 << 1,

    /// <summary>Forbids <see cref="Duty.Nights"/>.</summary>
    NoNights = 1 << 2,

    /// <summary>Forbids <see cref="Duty.LongStanding"/>.</summary>
    NoLongStanding = 1 << 3,

    /// <summary>Forbids <see cref="Duty.Machinery"/>.</summary>
    NoMachinery = 1 << 4,

    /// <summary>Forbids <see cref="Duty.DustOrChemicals"/>.</summary>
    NoDustOrChemicals = 1 << 5,

    /// <summary>Forbids <see cref="Duty.FineSight"/>.</summary>
    NoFineSight = 1 << 6,

    /// <summary>Forbids <see cref="Duty.LongHours"/>.</summary>
    NoLongHours = 1 << 7,
}

/// <summary>What a posting demands beside the work itself, and what a person may mark as impossible. Stored.</summary>
[Flags]
public enum Duty : ushort
{
    None = 0,

    /// <summary>Work at night.</summary>
    Nights = 1 << 0,

    /// <summary>Sleeping away from home.</summary>
    Away = 1 << 1,

    /// <summary>Work at height.</summary>
    Heights = 1 << 2,

    /// <summary>Fixed hours while children or old people at home need care.</summary>
    CareHours = 1 << 3,

    /// <summary>Regularly more than the hours that the law sets.</summary>
    LongHours = 1 << 4,
    LongStanding = 1 << 5,
    Machinery = 1 << 6,
    DustOrChemicals = 1 << 7,
    FineSight = 1 << 8,
}

/// <summary>班次. Stored.</summary>
public enum Shift : byte
{
    Unknown = 0,
    Day = 1,
    Night = 2,

    /// <summary>两班倒.</summary>
    TwoShift = 3,

    /// <summary>三班倒.</summary>
    ThreeShift = 4,

    /// <summary>上下班自由.</summary>
    Flexible = 5,
}

/// <summary>The shifts that a person would work. Bit = 1 &lt;&lt; (<see cref="Shift"/> − 1). Stored.</summary>
[Flags]
public enum Shifts : byte
{
    /// <summary>Nothing stated.</summary>
    None = 0,
    Day = 1 << 0,
    Night = 1 << 1,
    TwoShift = 1 << 2,
    ThreeShift = 1 << 3,
    Flexible = 1 << 4,
}

/// <summary>Which shifts come round to the night: those that take turns do.</summary>
public static class ShiftsAtNight
{
    public const Shifts All = Shifts.Night | Shifts.TwoShift | Shifts.ThreeShift;
}
