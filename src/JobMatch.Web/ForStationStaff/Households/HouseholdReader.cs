using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Rules;
using JobMatch.Settlements;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Households;

/// <summary>What the county counts about a household today.</summary>
public enum CoverageState
{
    /// <summary>Nobody in it can work.</summary>
    NoLabour = 0,

    /// <summary>Somebody is in stable work.</summary>
    Covered = 1,

    /// <summary>Somebody works, but not stably.</summary>
    Unstable = 2,

    /// <summary>Able and willing, and nobody works.</summary>
    ZeroEmployment = 3,

    /// <summary>Able, nobody works, and nobody wants to.</summary>
    NotWilling = 4,
}

public sealed record MemberState(Person Person, Worker? Worker, EmploymentSpell? Work);

public sealed record HouseholdRow(Household Household, string Settlement, string Head, int Members, int Workers, int Employed, CoverageState State);

public sealed record HouseholdPage(Household Household, string Settlement, IReadOnlyList<MemberState> Members, CoverageState State, IReadOnlyList<CaseRow> Cases, IReadOnlyList<ServiceRecord> Services, string? Address);

/// <summary>Households with the state that coverage counts, derived from spells as everywhere.</summary>
public sealed class HouseholdReader(JobMatchDbContext db, CasesView cases, PersonalData personal, TimeProvider clock)
{
    public async Task<IReadOnlyList<HouseholdRow>> RowsAsync(IReadOnlyList<Household> households, CancellationToken cancel)
    {
        var (today, ids) = (clock.Today(), households.Select(h => h.Id).ToList());
        var members = await MembersAsync(ids, today, cancel);
        var spells = await SpellsAsync(ids, cancel);
        var rule = StableWorkRule.On(today, await RuleBook.ReadAsync(db, cancel));
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        return [.. households.Select(h =>
        {
            var states = States(members[h.Id], spells, today);
            return new HouseholdRow(h, settlements.GetValueOrDefault(h.SettlementId, ""), states.FirstOrDefault(m => m.Person.Relation == RelationToHead.Head)?.Person.Name ?? states.FirstOrDefault()?.Person.Name ?? "",
                states.Count, states.Count(m => CanWork(m)), states.Count(m => m.Work is not null), StateOf(states, spells, today, rule));
        })];
    }

    public async Task<HouseholdPage?> OneAsync(long id, bool reveal, CancellationToken cancel)
    {
        var household = await db.Set<Household>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancel);
        if (household is null) return null;
        var today = clock.Today();
        var members = await MembersAsync([id], today, cancel);
        var spells = await SpellsAsync([id], cancel);
        var states = States(members[id], spells, today);
        var rule = StableWorkRule.On(today, await RuleBook.ReadAsync(db, cancel));
        var settlement = await db.Set<Settlement>().Where(s => s.Id == household.SettlementId).Select(s => s.Name).SingleAsync(cancel);
        var open = await cases.RunAsync(new CaseQuery { HouseholdId = id }, cancel);
        var ended = await cases.RunAsync(new CaseQuery { HouseholdId = id, Open = false, PageSize = 10 }, cancel);
        var services = await db.Set<ServiceRecord>().AsNoTracking().Where(s => s.HouseholdId == id).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(20).ToListAsync(cancel);
        return new HouseholdPage(household, settlement, states, StateOf(states, spells, today, rule), [.. open.Rows, .. ended.Rows], services, reveal && household.Address is { } address ? personal.Reveal(address) : null);
    }

    private async Task<ILookup<long, (Person Person, Worker? Worker)>> MembersAsync(IReadOnlyList<long> ids, DateOnly today, CancellationToken cancel)
    {
        var rows = await (from member in db.MembersOn(today)
                          join worker in db.Set<Worker>().AsNoTracking() on member.Person.Id equals worker.Id into workers
                          from worker in workers.DefaultIfEmpty()
                          where ids.Contains(member.HouseholdId)
                          select new { member.HouseholdId, member.Person, Worker = worker }).ToListAsync(cancel);
        return rows.OrderBy(r => r.Person.Relation).ThenBy(r => r.Person.BirthDate).ToLookup(r => r.HouseholdId, r => (r.Person, (Worker?)r.Worker));
    }

    private async Task<ILookup<long, EmploymentSpell>> SpellsAsync(IReadOnlyList<long> ids, CancellationToken cancel) =>
        (await db.Set<EmploymentSpell>().AsNoTracking().Where(s => ids.Contains(s.HouseholdId)).ToListAsync(cancel)).ToLookup(s => s.PersonId);

    private static List<MemberState> States(IEnumerable<(Person Person, Worker? Worker)> members, ILookup<long, EmploymentSpell> spells, DateOnly today) =>
        [.. members.Select(m => new MemberState(m.Person, m.Worker, spells[m.Person.Id].FirstOrDefault(s => s.Covers(today))))];

    private static bool CanWork(MemberState member) => member.Worker is { Capacity: not (LabourCapacity.Unknown or LabourCapacity.None) } && !member.Person.InEducation;

    private static CoverageState StateOf(List<MemberState> members, ILookup<long, EmploymentSpell> spells, DateOnly today, StableWorkRule rule)
    {
        if (!members.Exists(CanWork)) return CoverageState.NoLabour;
        if (members.Exists(m => EmploymentOn.IsStable([.. spells[m.Person.Id].Select(s => new SpellSpan(s.Start, s.End, s.ContractUntil))], today, rule))) return CoverageState.Covered;
        if (members.Exists(m => m.Work is not null)) return CoverageState.Unstable;
        return members.Exists(m => CanWork(m) && m.Worker!.Willing == true) ? CoverageState.ZeroEmployment : CoverageState.NotWilling;
    }
}
