using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Settlements;

/// <summary>A resettlement community (安置区).</summary>
public sealed class Settlement : IDirties
{
    public long Id { get; private set; }

    public required string Name { get; set; }

    public required int CountyCode { get; init; }

    public required long TownshipCode { get; init; }

    /// <summary>People who live there by the settlement's own figure; sets the tier (200 / 800 / 3000).</summary>
    public int Population { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public int Version { get; private set; }

    public SettlementTier Tier => Population switch
    {
        >= 3000 => SettlementTier.From3000,
        >= 800 => SettlementTier.From800,
        >= 200 => SettlementTier.From200,
        _ => SettlementTier.Small,
    };

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Settlement, Id)];
}

/// <summary>Size classes that duties hang on (001 §1–2, 004).</summary>
public enum SettlementTier
{
    Small = 0,
    From200 = 200,
    From800 = 800,
    From3000 = 3000,
}

/// <summary>A service point (就业服务站, 服务窗口, 就业创业指导中心) and the settlements it serves.</summary>
public sealed class Station
{
    public long Id { get; private set; }

    public required string Name { get; set; }

    public required StationKind Kind { get; set; }

    public required int CountyCode { get; init; }

    /// <summary>The station's public number; residents call it from every page.</summary>
    public required string Phone { get; set; }

    public string Address { get; set; } = "";

    public string OpeningHours { get; set; } = "";

    public int Version { get; private set; }

    public List<StationSettlement> Serves { get; } = [];
}

public enum StationKind
{
    Station = 1,
    Window = 2,
    GuidanceCentre = 3,
}

public sealed class StationSettlement
{
    public long StationId { get; init; }

    public long SettlementId { get; init; }
}

internal sealed class SettlementConfiguration : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> builder)
    {
        builder.HasIndex(s => new { s.CountyCode, s.Name }).IsUnique();
        builder.Ignore(s => s.Tier);
    }
}

internal sealed class StationConfiguration : IEntityTypeConfiguration<Station>
{
    public void Configure(EntityTypeBuilder<Station> builder)
    {
        builder.HasIndex(s => new { s.CountyCode, s.Name }).IsUnique();
        builder.HasMany(s => s.Serves).WithOne().HasForeignKey(s => s.StationId);
    }
}

internal sealed class StationSettlementConfiguration : IEntityTypeConfiguration<StationSettlement>
{
    public void Configure(EntityTypeBuilder<StationSettlement> builder)
    {
        builder.HasKey(s => new { s.StationId, s.SettlementId });
        builder.HasOne<Settlement>().WithMany().HasForeignKey(s => s.SettlementId);
    }
}
