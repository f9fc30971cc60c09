using JobMatch.Rules;

namespace JobMatch.EmploymentSpells;

/// <summary>The days of a spell: first, last (null while it runs), and until when the contract is made.</summary>
public readonly record struct SpellSpan(DateOnly Start, DateOnly? End, DateOnly? ContractUntil = null)
{
    public bool Covers(DateOnly day) => Start <= day && (End is null || End >= day);
}

/// <summary>What makes work stable: so many months in the last twelve, gaps of so many days bridged, or a contract of so many months.</summary>
public readonly record struct StableWorkRule(int Months, int GapDays, int ContractMonths)
{
    public static StableWorkRule On(DateOnly day, RuleBook rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new(rules.Number(day, RuleName.StableMonths), rules.Number(day, RuleName.StableGapDays), rules.Number(day, RuleName.StableContractMonths));
    }
}

/// <summary>
/// Who works on a day, and whether that work is stable; derived from spells alone. Months are calendar months: from the 15th of March to
/// the 14th of September are six; from the 31st of August six are full on the 27th of February.
/// </summary>
public static class EmploymentOn
{
    private const int WindowMonths = 12;

    public static bool IsEmployed(IReadOnlyList<SpellSpan> spells, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(spells);
        foreach (var spell in spells)
            if (spell.Covers(day)) return true;
        return false;
    }

    /// <summary>
    /// Stably employed: employed on the day, and either the spell of that day has a contract of at least <see cref="StableWorkRule.ContractMonths"/>,
    /// or the last twelve months hold a run of work of at least <see cref="StableWorkRule.Months"/>. A run is one spell, or spells with gaps
    /// of at most <see cref="StableWorkRule.GapDays"/>; the gaps do not break it, and their days do not count as work.
    /// </summary>
    public static bool IsStable(IReadOnlyList<SpellSpan> spells, DateOnly day, StableWorkRule rule)
    {
        ArgumentNullException.ThrowIfNull(spells);
        if (!IsEmployed(spells, day)) return false;
        foreach (var spell in spells)
            if (spell.Covers(day) && spell.ContractUntil is { } until && LastsMonths(spell.Start, until, rule.ContractMonths)) return true;
        return HasRun(spells, day, rule);
    }

    private static bool HasRun(IReadOnlyList<SpellSpan> spells, DateOnly day, StableWorkRule rule)
    {
        var windowStart = day.AddMonths(-WindowMonths).AddDays(1);
        var runStart = DateOnly.MinValue; // no run yet
        var runEnd = windowStart;
        var idleDays = 0;
        foreach (var spell in spells.OrderBy(s => s.Start))
        {
            var start = spell.Start < windowStart ? windowStart : spell.Start;
            var end = spell.End is { } last && last < day ? last : day;
            if (end < start) continue;
            var gap = start.DayNumber - runEnd.DayNumber - 1;
            if (runStart == DateOnly.MinValue || gap > rule.GapDays) (runStart, runEnd, idleDays) = (start, end, 0);
            else
            {
                idleDays += Math.Max(0, gap);
                if (end > runEnd) runEnd = end;
            }

            if (LastsMonths(runStart.AddDays(idleDays), runEnd, rule.Months)) return true;
        }

        return false;
    }

    /// <summary>From the first to the last day, both worked, at least so many months.</summary>
    private static bool LastsMonths(DateOnly first, DateOnly last, int months) => first.AddMonths(months) <= last.AddDays(1);
}
