using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Rules;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tallies;

public sealed record DateChanges(int Workers, int Households, int Postings, int Rules);

/// <summary>
/// A day changes facts without any write: a certificate runs out, a hardship begins, somebody turns 18. This says so to the projections,
/// at the start of the day, as if those rows had been written.
/// </summary>
public sealed class AnnounceDateChanges(JobMatchDbContext db)
{
    public async Task<DateChanges> RunAsync(DateOnly day, CancellationToken cancel)
    {
        var households = await HouseholdsAsync(day, cancel);
        var workers = await WorkersAsync(day, cancel);
        workers.UnionWith(await db.Set<Person>().Where(p => households.Contains(p.HouseholdId)).Select(p => p.Id).ToListAsync(cancel));
        var yesterday = day.AddDays(-1);
        var postings = await db.Set<Posting>().Where(p => p.State == PostingState.Published && (p.StartsOn == day || p.ClosesOn == yesterday)).Select(p => p.Id).ToListAsync(cancel);
        var rules = await db.Set<DatedRule>().Where(r => r.From == day || r.To == yesterday).Select(r => r.Id).ToListAsync(cancel);

        db.Announce(ChangeKind.Household, households);
        db.Announce(ChangeKind.Worker, workers);
        db.Announce(ChangeKind.Posting, postings);
        db.Announce(ChangeKind.Rule, rules);
        await db.SaveChangesAsync(cancel);
        return new DateChanges(workers.Count, households.Count, postings.Count, rules.Count);
    }

    private async Task<HashSet<long>> HouseholdsAsync(DateOnly day, CancellationToken cancel)
    {
        var yesterday = day.AddDays(-1);
        var flags = await db.Set<Household>().Where(h => h.MonitoredFrom == day || h.MonitoredTo == yesterday || h.RegisteredPoorFrom == day || h.RegisteredPoorTo == yesterday
            || h.LowIncomeFrom == day || h.LowIncomeTo == yesterday).Select(h => h.Id).ToListAsync(cancel);
        var spells = await db.Set<EmploymentSpell>().Where(s => s.Start == day || s.End == yesterday).Select(s => s.HouseholdId).ToListAsync(cancel);
        var moves = await db.Set<HouseholdMembership>().Where(m => m.From == day || m.To == yesterday).Select(m => m.HouseholdId).ToListAsync(cancel);
        return [.. flags, .. spells, .. moves];
    }

    private async Task<HashSet<long>> WorkersAsync(DateOnly day, CancellationToken cancel)
    {
        var yesterday = day.AddDays(-1);
        var workers = new HashSet<long>();
        workers.UnionWith(await db.Set<Certificate>().Where(c => c.ValidFrom == day || c.ValidTo == yesterday).Select(c => c.WorkerId).ToListAsync(cancel));
        workers.UnionWith(await db.Set<HardshipAssessment>().Where(h => h.From == day || h.To == yesterday).Select(h => h.WorkerId).ToListAsync(cancel));
        workers.UnionWith(await db.Set<EmploymentSpell>().Where(s => s.Start == day || s.End == yesterday || s.ContractUntil == yesterday).Select(s => s.PersonId).ToListAsync(cancel));
        // Whoever has waited for the months of the rule becomes long unemployed today; the last days of a long month count with the last of a short one.
        var months = (await RuleBook.ReadAsync(db, cancel)).Number(day, RuleName.HardshipUnemployedMonths);
        var (from, to) = (yesterday.AddMonths(-months), day.AddMonths(-months));
        workers.UnionWith(await db.Set<Worker>().Where(w => w.WaitingSince >= from && w.WaitingSince <= to).Select(w => w.Id).ToListAsync(cancel));
        workers.UnionWith(await BirthdaysAsync(day, cancel));
        return workers;
    }

    /// <summary>
    /// Every birthday of a worker, not only the ages that rules name today: a rule may name another age tomorrow. Who was born on the
    /// 29th of February has it on the 28th in other years.
    /// </summary>
    private async Task<List<long>> BirthdaysAsync(DateOnly day, CancellationToken cancel)
    {
        var leapToo = day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year);
        return await (
            from person in db.Set<Person>()
            join worker in db.Set<Worker>() on person.Id equals worker.Id
            where person.BirthDate.Month == day.Month && (person.BirthDate.Day == day.Day || (leapToo && person.BirthDate.Day == 29))
            select person.Id).ToListAsync(cancel);
    }
}
