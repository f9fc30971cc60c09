using JobMatch.Rules;

namespace JobMatch.Cases;

/// <summary>When help is due, in calendar days by the dated rules; the day of opening is day 0.</summary>
internal static class CaseClock
{
    public static DateOnly FirstHelpDue(RuleBook rules, CaseKind kind, DateOnly opened) => opened.AddDays(rules.Number(opened,
        kind == CaseKind.ZeroEmploymentHousehold ? RuleName.ZeroEmploymentFirstHelpDays : RuleName.JobLossContactDays));

    /// <summary>Only zero-employment households have a day by which they are cleared.</summary>
    public static DateOnly? ClearDue(RuleBook rules, CaseKind kind, DateOnly opened) =>
        kind == CaseKind.ZeroEmploymentHousehold ? opened.AddDays(rules.Number(opened, RuleName.ZeroEmploymentClearDays)) : null;
}
