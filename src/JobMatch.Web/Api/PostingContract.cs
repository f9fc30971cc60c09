using AutoMapper;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Wages;

namespace JobMatch.Web.Api;

/// <summary>A published posting as other programs read it. Amounts are fen, codes GB/T 2260; enum values are their English names. Nothing personal is in it.</summary>
public sealed record PostingContract
{
    public long Id { get; init; }

    public string Title { get; init; } = "";

    public PostingKind Kind { get; init; }

    public string EmployerName { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    public Shift Shift { get; init; }

    public int OpenVacancies { get; init; }

    public WageUnit WageUnit { get; init; }

    public long? WageMinFen { get; init; }

    public long? WageMaxFen { get; init; }

    /// <summary>Monthly equivalents, null when they cannot be said without guessing.</summary>
    public long? WageMonthlyMinFen { get; init; }

    public long? WageMonthlyMaxFen { get; init; }

    public long? WageHourlyFen { get; init; }

    public long? WageHourlyMaxFen { get; init; }

    public IReadOnlyList<QuotaContract> Quotas { get; init; } = [];

    public DateTime? PublishedAt { get; init; }

    public DateOnly? ClosesOn { get; init; }
}

public sealed record QuotaContract
{
    public QuotaPlace Place { get; init; }

    public string PlaceText { get; init; } = "";

    public long? SettlementId { get; init; }

    public long? RegionCode { get; init; }

    public int Open { get; init; }
}

/// <summary>Entity to contract, by name; flattening gives the employer's name and the wage's parts.</summary>
public sealed class PostingContracts : Profile
{
    public PostingContracts()
    {
        CreateMap<Posting, PostingContract>();
        CreateMap<Quota, QuotaContract>();
    }
}
