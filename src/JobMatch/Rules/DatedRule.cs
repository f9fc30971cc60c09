using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Rules;

/// <summary>A definition with a period: rule, value, from, to, source. Printed on every report that uses it.</summary>
public sealed class DatedRule
{
    public long Id { get; private set; }

    public required RuleName Name { get; init; }

    /// <summary>Which public-welfare type, tier or kind it is for; empty when it holds for all.</summary>
    public string For { get; init; } = "";

    public required decimal Value { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }

    /// <summary>The policy file by its number («001 §1»), or "county" where no source sets it.</summary>
    public required string Source { get; init; }
}

public enum RuleName
{
    /// <summary>Months in the last twelve that make work stable.</summary>
    StableMonths = 1,

    /// <summary>Longest gap in days that does not break stable work.</summary>
    StableGapDays = 2,

    /// <summary>Months a contract has to run to count as stable at once.</summary>
    StableContractMonths = 3,

    ZeroEmploymentFirstHelpDays = 4,

    ZeroEmploymentClearDays = 5,

    JobLossContactDays = 6,

    /// <summary>131 service a year: policy talks, postings, trainings.</summary>
    ServicePolicyTalks = 7,

    ServicePostings = 8,

    ServiceTrainings = 9,

    /// <summary>1: only people in hardship, 0: hardship first; by public-welfare type.</summary>
    WelfareOnlyHardship = 10,

    /// <summary>1: one public-welfare post a household; by type.</summary>
    WelfareOnePerHousehold = 11,

    WelfareSubsidyYears = 12,

    /// <summary>Upper age of a public-welfare type; 0 for none. For men and women apart: "ForestRanger/Male".</summary>
    WelfareMaxAge = 13,

    HardshipAgeFemale = 14,

    HardshipAgeMale = 15,

    HardshipUnemployedMonths = 16,

    DeclinePercent = 17,

    DeclinePeople = 18,

    NarrowChannelPercent = 19,

    TrainingWithinMonths = 20,

    WorkingAgeFrom = 21,

    ReferralAnswerDays = 22,

    PostingAskAfterDays = 23,

    PostingCloseAfterDays = 24,

    RefusalExcludesDays = 25,

    CoverageATarget = 26,

    CoverageBTarget = 27,

    /// <summary>Percent of the usual pay of its group of occupations above which a posting waits for a station.</summary>
    BaitPayPercent = 28,
}

internal sealed class DatedRuleConfiguration : IEntityTypeConfiguration<DatedRule>
{
    public void Configure(EntityTypeBuilder<DatedRule> builder)
    {
        builder.HasIndex(r => new { r.Name, r.For, r.From }).IsUnique();
        builder.Property(r => r.Value).HasPrecision(12, 2);
    }
}
