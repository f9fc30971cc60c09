using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Rules;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Cases;

/// <summary>What a day's watch did.</summary>
public sealed record CasesWatched(int Opened, int ZeroEmploymentClosed, int JobLossClosed);

/// <summary>
/// The daily watch: a household that became zero-employed gets a case with its clock; a case whose reason has gone closes itself. Running
/// it again for the day changes nothing.
/// </summary>
public sealed class WatchCases(JobMatchDbContext db)
{
    /// <summary>A case that the station ended otherwise (training, relief, not willing, dropped) keeps the household off the list so long.</summary>
    public const int QuietDaysAfterStationsDecision = 30;

    public async Task<CasesWatched> RunAsync(DateOnly day, CancellationToken cancel)
    {
        var closed = await CloseAsync(day, cancel);
        var opened = await OpenAsync(day, cancel);
        return closed with { Opened = opened };
    }

    /// <summary>Closes the cases of those of these households where somebody works now; what else changed is left to the day's watch. Opens nothing.</summary>
    public async Task<int> CloseEmployedAsync(IReadOnlyCollection<long> householdIds, DateOnly day, CancellationToken cancel)
    {
        var open = await Open().Where(c => c.Kind == CaseKind.ZeroEmploymentHousehold && householdIds.Contains(c.HouseholdId!.Value)).ToListAsync(cancel);
        if (open.Count == 0) return 0;
        var working = await WorkingAsync([.. open.Select(c => c.HouseholdId!.Value)], day, cancel);
        var answered = open.Where(c => working.Contains(c.HouseholdId!.Value)).ToList();
        foreach (var found in answered) found.Finish(CaseOutcome.Employed, day);
        await db.SaveChangesAsync(cancel);
        return answered.Count;
    }

    private async Task<int> OpenAsync(DateOnly day, CancellationToken cancel)
    {
        var quietSince = day.AddDays(-QuietDaysAfterStationsDecision);
        var cases = db.Set<Case>().Where(c => c.Kind == CaseKind.ZeroEmploymentHousehold);
        var households = await db.ZeroEmploymentOn(day).AsNoTracking()
            .Where(h => !cases.Any(c => c.HouseholdId == h.Id && (c.State == CaseState.Open || c.State == CaseState.InProgress || c.OpenedOn >= day
                || (c.ClosedOn > quietSince && c.Outcome != CaseOutcome.Employed && c.Outcome != CaseOutcome.NoLongerSo))))
            .Select(h => new { h.Id, h.SettlementId, h.CountyCode }).ToListAsync(cancel);
        var rules = await RuleBook.ReadAsync(db, cancel);
        db.AddRange(households.Select(h => new Case
        {
            Kind = CaseKind.ZeroEmploymentHousehold,
            SettlementId = h.SettlementId,
            CountyCode = h.CountyCode,
            HouseholdId = h.Id,
            OpenedOn = day,
            FirstHelpDue = CaseClock.FirstHelpDue(rules, CaseKind.ZeroEmploymentHousehold, day),
            ClearDue = CaseClock.ClearDue(rules, CaseKind.ZeroEmploymentHousehold, day),
        }));
        await db.SaveChangesAsync(cancel);
        return households.Count;
    }

    private async Task<CasesWatched> CloseAsync(DateOnly day, CancellationToken cancel)
    {
        var employed = EmployedOn(day);
        var stillZero = db.ZeroEmploymentOn(day).Select(h => h.Id);
        var households = await Open().Where(c => c.Kind == CaseKind.ZeroEmploymentHousehold && !stillZero.Contains(c.HouseholdId!.Value)).ToListAsync(cancel);
        var people = await Open().Where(c => c.Kind == CaseKind.JobLoss && employed.Contains(c.PersonId!.Value)).ToListAsync(cancel);

        var working = await WorkingAsync([.. households.Select(c => c.HouseholdId!.Value)], day, cancel);
        foreach (var found in households) found.Finish(working.Contains(found.HouseholdId!.Value) ? CaseOutcome.Employed : CaseOutcome.NoLongerSo, day);
        foreach (var found in people) found.Finish(CaseOutcome.Employed, day);
        await db.SaveChangesAsync(cancel);
        return new CasesWatched(0, households.Count, people.Count);
    }

    private IQueryable<Case> Open() => db.Set<Case>().Where(c => c.State == CaseState.Open || c.State == CaseState.InProgress);

    private IQueryable<long> EmployedOn(DateOnly day) => db.Set<EmploymentSpell>().On(day).Select(s => s.PersonId);

    /// <summary>Of these households, those of whom somebody works.</summary>
    private Task<HashSet<long>> WorkingAsync(HashSet<long> householdIds, DateOnly day, CancellationToken cancel) =>
        db.MembersOn(day).Where(m => householdIds.Contains(m.HouseholdId) && EmployedOn(day).Contains(m.Person.Id)).Select(m => m.HouseholdId).ToHashSetAsync(cancel);
}
