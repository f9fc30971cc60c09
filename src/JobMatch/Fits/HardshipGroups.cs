using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Rules;
using JobMatch.Workers;

namespace JobMatch.Fits;

/// <summary>
/// Which groups a person is in on a day: assessed ones until their end, and those that follow from the household, the age and the settlement
/// (county rule after 002, 003; resettled labour first in work relief: 001 §3).
/// </summary>
internal static class HardshipGroups
{
    public static IEnumerable<GroupMembership> Of(
        Worker worker, Person person, Household household, IEnumerable<HardshipAssessment> assessed, bool zeroEmployment, RuleBook rules, DateOnly today)
    {
        foreach (var assessment in assessed.Where(a => a.From <= today && (a.To is null || a.To >= today)))
            yield return new GroupMembership(assessment.Group, assessment.To);
        yield return new GroupMembership(HardshipGroup.Resettled, null);
        if (household.IsMonitored(today)) yield return new GroupMembership(HardshipGroup.Monitored, household.MonitoredTo);
        if (household.IsRegisteredPoor(today)) yield return new GroupMembership(HardshipGroup.RegisteredPoor, household.RegisteredPoorTo);
        if (household.IsLowIncome(today)) yield return new GroupMembership(HardshipGroup.LowIncomeAllowance, household.LowIncomeTo);
        if (zeroEmployment) yield return new GroupMembership(HardshipGroup.ZeroEmploymentHousehold, null);
        var oldFrom = rules.Number(today, person.Sex == Sex.Female ? RuleName.HardshipAgeFemale : RuleName.HardshipAgeMale);
        if (person.Sex != Sex.Unknown && person.AgeOn(today) >= oldFrom) yield return new GroupMembership(HardshipGroup.OlderWorker, null);
        var months = rules.Number(today, RuleName.HardshipUnemployedMonths);
        if (worker.WaitingSince is { } since && since.AddMonths(months) <= today) yield return new GroupMembership(HardshipGroup.LongUnemployed, null);
    }

    /// <summary>All groups of employment hardship; being resettled is none by itself.</summary>
    public const HardshipGroup Hardship = HardshipGroup.Disabled | HardshipGroup.LowIncomeAllowance | HardshipGroup.OlderWorker | HardshipGroup.LongUnemployed
        | HardshipGroup.ZeroEmploymentHousehold | HardshipGroup.LostLand | HardshipGroup.Monitored | HardshipGroup.RegisteredPoor | HardshipGroup.RuralLowIncome | HardshipGroup.CountyRecognised;
}
