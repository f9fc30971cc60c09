namespace JobMatch.Matching;

/// <summary>
/// Groups that dated rules name: employment hardship 就业困难 and the resettled. Stored. Which facts put a person in a group is a dated
/// rule of the county and decided outside this library. Sources: policy 001 §1 §3, 002, 003 五(三).
/// </summary>
[Flags]
public enum HardshipGroup : ushort
{
    None = 0,
    Disabled = 1 << 0,

    /// <summary>低保.</summary>
    LowIncomeAllowance = 1 << 1,

    /// <summary>大龄: by the county's rule.</summary>
    OlderWorker = 1 << 2,
    LongUnemployed = 1 << 3,
    ZeroEmploymentHousehold = 1 << 4,
    LostLand = 1 << 5,

    /// <summary>监测对象.</summary>
    Monitored = 1 << 6,

    /// <summary>建档立卡 (脱贫户).</summary>
    RegisteredPoor = 1 << 7,

    /// <summary>农村低收入.</summary>
    RuralLowIncome = 1 << 8,

    /// <summary>其他经县级认定.</summary>
    CountyRecognised = 1 << 9,

    /// <summary>易地搬迁: no hardship by itself, but work-relief takes the resettled first (001 §3).</summary>
    Resettled = 1 << 10,
}

/// <summary>What a posting's dated rule does with <see cref="PostingProfile.EligibleGroups"/>. Stored.</summary>
public enum GroupRule : byte
{
    None = 0,

    /// <summary>The groups come first; others when none of them waits. An order, never a gate.</summary>
    First = 1,

    /// <summary>Only the groups, on the start day. A gate.</summary>
    Only = 2,
}
