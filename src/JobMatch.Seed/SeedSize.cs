namespace JobMatch.Seed;

/// <summary>How big the invented county is.</summary>
public enum SeedSize
{
    /// <summary>For tests: 2 settlements, 40 households, about 100 workers, 8 employers, 30 postings.</summary>
    Tiny = 1,

    /// <summary>The demo county: 12 settlements, about 3,000 households and 7,500 workers, 150 employers, 900 postings.</summary>
    Demo = 2,

    /// <summary>A large county for measurements: 84 settlements, about 50,000 workers, 5,000 postings.</summary>
    County = 3,
}

/// <summary>The counts behind a <see cref="SeedSize"/>.</summary>
/// <param name="Copies">How often the settlements of the facts are repeated under another name.</param>
/// <param name="Households">In all settlements together, shared out by their population.</param>
/// <param name="Employers">Of all kinds.</param>
/// <param name="Postings">Of all kinds and states.</param>
internal sealed record SeedCounts(int Copies, int Households, int Employers, int Postings)
{
    public static SeedCounts Of(SeedSize size) => size switch
    {
        SeedSize.Tiny => new(0, 40, 8, 30),
        SeedSize.Demo => new(1, 3_000, 150, 900),
        SeedSize.County => new(7, 20_000, 800, 5_000),
        _ => throw new ArgumentOutOfRangeException(nameof(size), size, "Known sizes: Tiny, Demo, County."),
    };
}
