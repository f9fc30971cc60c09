using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Postings;

namespace JobMatch.Search;

/// <summary>
/// What an index knows of a published posting; the same for every engine. Amounts are fen. A posting that residents must not see has no document.
/// </summary>
public sealed record PostingDocument
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    public required string Employer { get; init; }

    /// <summary>Names of its places, in words.</summary>
    public required string Place { get; init; }

    public required string Description { get; init; }

    /// <summary>Names of its occupations: official, trades, everyday.</summary>
    public required IReadOnlyList<string> OccupationNames { get; init; }

    public required PostingKind Kind { get; init; }

    public required Shift Shift { get; init; }

    /// <summary>What it offers of the things that residents may need.</summary>
    public required PostingNeeds Offers { get; init; }

    public required IReadOnlyList<int> OccupationIds { get; init; }

    /// <summary>Codes of its places and of everything above them (village, township, county, city, province).</summary>
    public required IReadOnlyList<long> RegionCodes { get; init; }

    /// <summary>Codes whose every village it covers (各村): it also matches each place below them.</summary>
    public required IReadOnlyList<long> EveryVillageOf { get; init; }

    /// <summary>Settlements that it is in or, for every village, that lie inside.</summary>
    public required IReadOnlyList<long> SettlementIds { get; init; }

    /// <summary>Counties in which it may be anywhere (全县): it also matches each place below them, behind what is said to be there.</summary>
    public required IReadOnlyList<long> WholeCounties { get; init; }

    /// <summary>Settlements of those counties.</summary>
    public required IReadOnlyList<long> WholeCountySettlementIds { get; init; }

    /// <summary>Where its places with a vacancy are, as far as anybody knows; a settlement stands for what lies in it.</summary>
    public required IReadOnlyList<GeoPoint> Positions { get; init; }

    /// <summary>Done at home: matches everywhere.</summary>
    public required bool AtHome { get; init; }

    /// <summary>What it can pay a month, as <see cref="ComparablePay"/> has it; null when unknown.</summary>
    public required long? MonthlyFen { get; init; }

    /// <inheritdoc cref="MonthlyFen"/>
    public required long? DailyFen { get; init; }

    /// <summary>The same an hour, by which pays are ordered.</summary>
    public required long? HourlyFen { get; init; }

    /// <summary>The lower end of what it pays a month, by which 「5000以下」 is answered; null when unknown.</summary>
    public required long? MonthlyLeastFen { get; init; }

    /// <inheritdoc cref="MonthlyLeastFen"/>
    public required long? DailyLeastFen { get; init; }

    /// <inheritdoc cref="MonthlyLeastFen"/>
    public required long? HourlyLeastFen { get; init; }

    /// <summary>Years of age that its words ask for; 0 and <see cref="NoAge"/> where they set no end.</summary>
    public required int AgeFrom { get; init; }

    /// <inheritdoc cref="AgeFrom"/>
    public required int AgeTo { get; init; }

    /// <summary>Minutes of work a day, as stated; <see cref="NoMinutes"/> when unknown.</summary>
    public required int Minutes { get; init; }

    /// <summary>The schooling asked; <see cref="Education.None"/> where none is.</summary>
    public required Education EducationAsked { get; init; }

    /// <summary>Certificates that are needed, or that one is helped to before or after the start.</summary>
    public required IReadOnlyList<int> CertificateKindIds { get; init; }

    public required DateTime PublishedAt { get; init; }

    /// <summary>Last day on which it is shown; null when open-ended.</summary>
    public required DateOnly? ClosesOn { get; init; }

    /// <summary>Older than anybody.</summary>
    public const int NoAge = 999;

    /// <summary>Longer than any day.</summary>
    public const int NoMinutes = 9999;

    /// <summary>Changes when anything above does; by it a reconcile sees drift.</summary>
    public long Fingerprint => Fingerprints.Of(this);
}
