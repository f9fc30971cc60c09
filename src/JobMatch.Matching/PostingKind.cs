namespace JobMatch.Matching;

/// <summary>Kind of a posting (岗位类别). Values are stored; never renumber. Sources: policy 000 五, 001 §1–§5, 002, 003 三–五, 004.</summary>
public enum PostingKind : byte
{
    /// <summary>企业岗位: a market job.</summary>
    Enterprise = 1,

    /// <summary>帮扶车间 / 社区工厂 / 卫星工厂: piece wages are usual (000 五).</summary>
    AidWorkshop = 2,

    /// <summary>公益性岗位: hardship first, by need (001 §1, 003 五(三)).</summary>
    PublicWelfare = 3,

    /// <summary>以工代赈: resettled labour first (001 §3).</summary>
    WorkRelief = 4,

    /// <summary>劳务输出: work away from home, in a batch or alone (000 四).</summary>
    LabourExport = 5,

    /// <summary>零工: hours or days (001).</summary>
    Gig = 6,

    /// <summary>居家灵活就业 / 来料加工: no commute (003, 004).</summary>
    HomeWork = 7,
}

/// <summary>A set of posting kinds, as wished by a person. Bit = 1 &lt;&lt; (<see cref="PostingKind"/> − 1). Stored.</summary>
[Flags]
public enum PostingKinds : byte
{
    /// <summary>Nothing stated.</summary>
    None = 0,
    Enterprise = 1 << 0,
    AidWorkshop = 1 << 1,
    PublicWelfare = 1 << 2,
    WorkRelief = 1 << 3,
    LabourExport = 1 << 4,
    Gig = 1 << 5,
    HomeWork = 1 << 6,
}

/// <summary>From one kind to the set that holds it.</summary>
public static class PostingKindSets
{
    /// <summary>The set with exactly this kind.</summary>
    public static PostingKinds AsSet(this PostingKind kind) => (PostingKinds)(1 << ((int)kind - 1));
}
