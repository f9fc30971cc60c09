namespace JobMatch.Matching;

/// <summary>How far a person would go for work. Stored.</summary>
public enum Mobility : byte
{
    /// <summary>Never asked: nothing is out of reach, but willingness earns nothing.</summary>
    Unknown = 0,
    AtHome = 1,
    Settlement = 2,
    Township = 3,
    County = 4,
    Province = 5,
    Anywhere = 6,

    /// <summary>At most <see cref="WorkerProfile.MobilityMetres"/> from home in a straight line.</summary>
    Metres = 7,
}

/// <summary>What a quota says about its place. Stored.</summary>
public enum PlaceKind : byte
{
    /// <summary>Not stated: "ask first".</summary>
    Unknown = 0,

    /// <summary>A place given by codes and, where known, a position.</summary>
    Fixed = 1,

    /// <summary>At home: no commute.</summary>
    AtHome = 2,

    /// <summary>各村: in the villages of the township or county given; who goes to which is not said.</summary>
    EveryVillage = 3,
}

/// <summary>A point, in millionths of a degree (WGS-84 or GCJ-02, the same for everything in one pool).</summary>
public readonly record struct Position(int LatitudeE6, int LongitudeE6)
{
    /// <summary>From degrees.</summary>
    public static Position FromDegrees(double latitude, double longitude) =>
        new((int)Math.Round(latitude * 1e6), (int)Math.Round(longitude * 1e6));
}

/// <summary>
/// Where someone lives or works. Codes are numeric GB/T 2260: township 9 digits, county 6, province 6 ("520000"); 0 = unknown.
/// <see cref="Settlement"/> is the dense index of the settlement, −1 = none or unknown.
/// </summary>
public readonly record struct Place(int Settlement, int Township, int County, int Province, Position? Position = null)
{
    /// <summary>Nothing known.</summary>
    public static readonly Place Unknown = new(-1, 0, 0, 0);
}
