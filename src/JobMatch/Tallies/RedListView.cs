using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Rules;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tallies;

/// <summary>Why a settlement is listed: coverage A of the month under the rule's target, or zero-employment households whose clock has run out today.</summary>
public sealed record RedListed(SettlementCoverage Settlement, bool BelowTarget, int OverdueZeroEmployment);

/// <summary>红名单: settlements under the target of coverage A, or with an overdue zero-employment household.</summary>
public sealed class RedListView(JobMatchDbContext db, CoverageView coverage, TimeProvider clock)
{
    public async Task<IReadOnlyList<RedListed>> RunAsync(Month month, CancellationToken cancel)
    {
        if (await coverage.OfMonthAsync(month, cancel) is not { } counted) return [];
        var target = counted.Rules.FirstOrDefault(r => r.Name == RuleName.CoverageATarget)?.Value ?? 100;
        var today = clock.Today();
        var overdue = await db.Set<Case>().Where(c => c.Kind == CaseKind.ZeroEmploymentHousehold && (c.State == CaseState.Open || c.State == CaseState.InProgress)
                && ((c.FirstHelpOn == null && c.FirstHelpDue < today) || (c.FirstHelpOn != null && c.ClearDue < today)))
            .GroupBy(c => c.SettlementId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. counted.Settlements
            .Select(s => new RedListed(s, s.Figures.CoverageA < target, overdue.GetValueOrDefault(s.SettlementId)))
            .Where(s => s.BelowTarget || s.OverdueZeroEmployment > 0)
            .OrderByDescending(s => s.OverdueZeroEmployment).ThenBy(s => s.Settlement.Figures.CoverageA)];
    }
}
