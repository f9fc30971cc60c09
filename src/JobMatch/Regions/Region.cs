using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Regions;

/// <summary>An administrative division (行政区划), keyed by its GB/T 2260 code: 6 digits for a county, 9 for a township, 12 for a village.</summary>
public sealed class Region
{
    public required long Code { get; init; }

    public required string Name { get; set; }

    public required RegionLevel Level { get; init; }

    public long? ParentCode { get; init; }

    /// <summary>Centre in degrees; known for counties at best.</summary>
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>The county (6 digits) of any longer code.</summary>
    public static int CountyOf(long code)
    {
        while (code > 999_999) code /= 1000;
        return (int)code;
    }

    /// <summary>The code itself and everything above it: village (12 digits), township (9), county (6), city (….00), province (…0000).</summary>
    public static IEnumerable<long> Upwards(long code)
    {
        while (code > 999_999)
        {
            yield return code;
            code /= 1000;
        }

        if (code < 100_000) yield break;
        yield return code;
        if (code % 100 != 0) yield return code / 100 * 100;
        if (code % 10_000 != 0) yield return code / 10_000 * 10_000;
    }
}

public enum RegionLevel
{
    Province = 1,
    City = 2,
    County = 3,
    Township = 4,
    Village = 5,
}

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).ValueGeneratedNever();
        builder.HasIndex(r => r.ParentCode);
    }
}
