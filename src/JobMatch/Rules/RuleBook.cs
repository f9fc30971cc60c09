using Microsoft.EntityFrameworkCore;
using JobMatch.Data;

namespace JobMatch.Rules;

/// <summary>
/// The dated rules as they hold on a day: what the county wrote, else the default. Defaults and sources follow the table of rules;
/// policy files are named by their number (000–004), "county" marks what no source sets.
/// </summary>
public sealed class RuleBook(IReadOnlyList<DatedRule> written)
{
    private static readonly DateOnly Always = new(2019, 1, 1);

    /// <summary>What holds where the county has written nothing.</summary>
    public static IReadOnlyList<DatedRule> Defaults { get; } =
    [
        Default(RuleName.StableMonths, 6, "county"),
        Default(RuleName.StableGapDays, 15, "county"),
        Default(RuleName.StableContractMonths, 12, "county"),
        Default(RuleName.ZeroEmploymentFirstHelpDays, 3, "county"),
        Default(RuleName.ZeroEmploymentClearDays, 5, "county"),
        Default(RuleName.JobLossContactDays, 3, "003 五(一); days county"),
        Default(RuleName.ServicePolicyTalks, 1, "county"),
        Default(RuleName.ServicePostings, 3, "county"),
        Default(RuleName.ServiceTrainings, 1, "county"),
        Default(RuleName.WelfareOnlyHardship, 0, "001 §1, 003 五(三)"),
        Default(RuleName.WelfareOnlyHardship, 1, "county", "EmploymentInformation"),
        Default(RuleName.WelfareOnePerHousehold, 0, "county"),
        Default(RuleName.WelfareOnePerHousehold, 1, "county", "ForestRanger"),
        Default(RuleName.WelfareOnePerHousehold, 1, "county", "Cleaning"),
        Default(RuleName.WelfareSubsidyYears, 3, "county"),
        Default(RuleName.WelfareMaxAge, 70, "county"),
        Default(RuleName.WelfareMaxAge, 65, "county", "ForestRanger"),
        Default(RuleName.HardshipAgeFemale, 40, "county, after 002, 003"),
        Default(RuleName.HardshipAgeMale, 50, "county, after 002, 003"),
        Default(RuleName.HardshipUnemployedMonths, 12, "county, after 002, 003"),
        Default(RuleName.DeclinePercent, 5, "001 §4; number county"),
        Default(RuleName.DeclinePeople, 10, "001 §4; number county"),
        Default(RuleName.NarrowChannelPercent, 60, "001 §4; number county"),
        Default(RuleName.TrainingWithinMonths, 12, "003 五(二)"),
        Default(RuleName.WorkingAgeFrom, 16, "002(五)"),
        Default(RuleName.ReferralAnswerDays, 14, "county"),
        Default(RuleName.PostingAskAfterDays, 30, "county"),
        Default(RuleName.PostingCloseAfterDays, 60, "county"),
        Default(RuleName.RefusalExcludesDays, 90, "county"),
        Default(RuleName.CoverageATarget, 100, "001 §1, 004"),
        Default(RuleName.CoverageBTarget, 100, "003 一(二)"),
        Default(RuleName.BaitPayPercent, 200, "county"),
    ];

    public static async Task<RuleBook> ReadAsync(JobMatchDbContext db, CancellationToken cancel) =>
        new(await db.Set<DatedRule>().AsNoTracking().ToListAsync(cancel));

    /// <summary>The rule for a type (or the general one when the type has none of its own) on a day.</summary>
    public DatedRule On(DateOnly day, RuleName name, string type = "")
    {
        // Work from before the rules began (an old spell put on the ledger) is judged by the first ones.
        if (day < Always) day = Always;
        var candidates = written.Concat(Defaults).Where(r => r.Name == name && r.From <= day && (r.To is null || r.To >= day)).ToList();
        var own = candidates.Where(r => r.For == type).ToList();
        return (own.Count > 0 ? own : candidates.Where(r => r.For.Length == 0))
            .OrderByDescending(r => written.Contains(r)).ThenByDescending(r => r.From).First();
    }

    public int Number(DateOnly day, RuleName name, string type = "") => (int)On(day, name, type).Value;

    public bool Holds(DateOnly day, RuleName name, string type = "") => On(day, name, type).Value != 0;

    private static DatedRule Default(RuleName name, decimal value, string source, string type = "") =>
        new() { Name = name, Value = value, From = Always, Source = source, For = type };
}
