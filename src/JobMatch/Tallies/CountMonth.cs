using System.Text.Json;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Rules;
using JobMatch.Settlements;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tallies;

/// <summary>The version that reports use now. IsNew is false when counting again gave the same rows; RowsChanged counts workers' rows against the version before.</summary>
public sealed record MonthCounted(long MonthCountId, int CountVersion, bool IsNew, int RowsChanged, int Workers, int Settlements);

/// <summary>
/// Counts a month as it stood on its last day: one row a worker as the evidence, one row a settlement as the figures. Counting again
/// writes nothing when nothing changed; else a new version that says how many rows changed, and keeps the old one.
/// </summary>
public sealed class CountMonth(JobMatchDbContext db, TimeProvider clock)
{
    private const int OldestInTables = 59;

    private static readonly RuleName[] RulesUsed =
        [RuleName.StableMonths, RuleName.StableGapDays, RuleName.StableContractMonths, RuleName.WorkingAgeFrom, RuleName.CoverageATarget, RuleName.CoverageBTarget];

    public async Task<Outcome<MonthCounted>> RunAsync(Month month, CancellationToken cancel)
    {
        if (month.LastDay >= clock.Today()) return new Refusal("Tally.MonthNotOver", "Month", month.Code);
        var rules = await RuleBook.ReadAsync(db, cancel);
        var workers = await CountWorkersAsync(month, rules, cancel);
        var settlements = await CountSettlementsAsync(month.LastDay, workers, cancel);

        var before = await db.Set<MonthCount>().AsNoTracking().SingleOrDefaultAsync(c => c.Month == month.Code && c.IsCurrent, cancel);
        var changed = 0;
        if (before is not null)
        {
            changed = await DifferencesAsync(before.Id, workers, cancel);
            if (changed == 0 && await SameFiguresAsync(before.Id, settlements, cancel))
                return new MonthCounted(before.Id, before.CountVersion, false, 0, workers.Count, settlements.Count);
        }

        var count = new MonthCount
        {
            Month = month.Code,
            CountVersion = (before?.CountVersion ?? 0) + 1,
            CountedAt = clock.UtcNow(),
            IsCurrent = true,
            RowsChanged = changed,
            Rules = [.. RulesUsed.Select(name => CountedRule.Of(rules.On(month.LastDay, name)).ToJson())],
        };
        try
        {
            await StoreAsync(count, before, workers, settlements, cancel);
        }
        catch (DbUpdateException race) when (race.IsUniqueViolation())
        {
            return Refusal.ChangedMeanwhile;
        }

        return new MonthCounted(count.Id, count.CountVersion, true, changed, workers.Count, settlements.Count);
    }

    private async Task<List<WorkerRow>> CountWorkersAsync(Month month, RuleBook rules, CancellationToken cancel)
    {
        var day = month.LastDay;
        var from = day.AddMonths(-12);
        var spells = (await db.Set<EmploymentSpell>().AsNoTracking().Where(s => s.Start <= day && (s.End == null || s.End > from))
            .Select(s => new SpellRow(s.PersonId, s.Id, s.Start, s.End, s.ContractUntil, s.Channel, s.WageFenPerMonth)).ToListAsync(cancel)).ToLookup(s => s.PersonId);
        var members = await (
            from member in db.MembersOn(day)
            join worker in db.Set<Worker>().AsNoTracking() on member.Person.Id equals worker.Id
            orderby member.Person.Id
            select new { member.Person.Id, member.HouseholdId, member.SettlementId, member.Person.BirthDate, member.Person.InEducation, worker.Capacity, worker.Willing }).ToListAsync(cancel);

        var stable = StableWorkRule.On(day, rules);
        var youngest = rules.Number(day, RuleName.WorkingAgeFrom);
        var rows = new List<WorkerRow>(members.Count);
        foreach (var member in members.DistinctBy(m => m.Id))
        {
            var own = spells[member.Id].ToList();
            var working = own.Where(s => s.Span.Covers(day)).OrderBy(s => s.Channel is Channel.Gig or Channel.FlexibleHome).ThenByDescending(s => s.Start).ThenBy(s => s.SpellId).FirstOrDefault();
            var age = AgeOn(member.BirthDate, day);
            var able = member.Capacity is not (LabourCapacity.Unknown or LabourCapacity.None) && !member.InEducation && age >= youngest;
            rows.Add(new WorkerRow(
                member.Id, member.HouseholdId, member.SettlementId, able, member.Willing == true, age >= youngest && age <= OldestInTables,
                working is not null, working is not null && EmploymentOn.IsStable(own.ConvertAll(s => s.Span), day, stable),
                working?.Channel, working?.SpellId, working?.Wage));
        }

        return rows;
    }

    private async Task<List<SettlementRow>> CountSettlementsAsync(DateOnly day, List<WorkerRow> workers, CancellationToken cancel)
    {
        var households = await db.MembersOn(day).Select(m => new { m.SettlementId, m.HouseholdId }).Distinct()
            .GroupBy(m => m.SettlementId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var bySettlement = workers.ToLookup(w => w.SettlementId);
        var ids = await db.Set<Settlement>().OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
        return ids.ConvertAll(id => Figures(id, households.GetValueOrDefault(id), bySettlement[id].ToList()));
    }

    private static SettlementRow Figures(long settlementId, int households, List<WorkerRow> workers)
    {
        var (capacity, willing, covered, zero) = (0, 0, 0, 0);
        foreach (var household in workers.GroupBy(w => w.HouseholdId))
        {
            if (!household.Any(w => w.HasCapacity)) continue;
            capacity++;
            if (household.Any(w => w.Stable)) covered++;
            if (!household.Any(w => w.HasCapacity && w.Willing)) continue;
            willing++;
            if (!household.Any(w => w.Employed)) zero++;
        }

        var channels = workers.Where(w => w.Channel is not null).GroupBy(w => (int)w.Channel!.Value).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count());
        return new SettlementRow(settlementId, households, capacity, willing, covered, zero, workers.Count, workers.Count(w => w.Employed), workers.Count(w => w.Stable), channels);
    }

    private async Task<int> DifferencesAsync(long countId, List<WorkerRow> workers, CancellationToken cancel)
    {
        var before = await db.Set<WorkerMonth>().AsNoTracking().Where(r => r.MonthCountId == countId)
            .Select(r => new WorkerRow(r.PersonId, r.HouseholdId, r.SettlementId, r.HasCapacity, r.Willing, r.WorkingAge, r.Employed, r.Stable, r.Channel, r.SpellId, r.WageFenPerMonth))
            .ToDictionaryAsync(r => r.PersonId, cancel);
        var gone = before.Keys.Except(workers.Select(w => w.PersonId)).Count();
        return gone + workers.Count(w => !before.TryGetValue(w.PersonId, out var row) || row != w);
    }

    private async Task<bool> SameFiguresAsync(long countId, List<SettlementRow> settlements, CancellationToken cancel)
    {
        var before = await db.Set<SettlementMonth>().AsNoTracking().Where(r => r.MonthCountId == countId).ToDictionaryAsync(r => r.SettlementId, cancel);
        // Other figures follow from the workers' rows, which are equal here; households may have no worker at all.
        return before.Count == settlements.Count && settlements.TrueForAll(s => before.TryGetValue(s.SettlementId, out var row) && row.Households == s.Households);
    }

    private async Task StoreAsync(MonthCount count, MonthCount? before, List<WorkerRow> workers, List<SettlementRow> settlements, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (before is not null) await db.Set<MonthCount>().Where(c => c.Id == before.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.IsCurrent, false), cancel);
        db.Add(count);
        await db.SaveChangesAsync(cancel);
        db.AddRange(settlements.Select(s => s.ToEntity(count)));
        await db.SaveChangesAsync(cancel);
        await WorkerMonthWriter.WriteAsync(db, workers.ConvertAll(w => w.ToEntity(count)), cancel);
        await transaction.CommitAsync(cancel);
    }

    private static int AgeOn(DateOnly birth, DateOnly day)
    {
        var age = day.Year - birth.Year;
        return birth.AddYears(age) > day ? age - 1 : age;
    }

    private sealed record SpellRow(long PersonId, long SpellId, DateOnly Start, DateOnly? End, DateOnly? ContractUntil, Channel Channel, long? Wage)
    {
        public SpellSpan Span => new(Start, End, ContractUntil);
    }

    private sealed record WorkerRow(
        long PersonId, long HouseholdId, long SettlementId, bool HasCapacity, bool Willing, bool WorkingAge, bool Employed, bool Stable, Channel? Channel, long? SpellId, long? Wage)
    {
        public WorkerMonth ToEntity(MonthCount count) => new()
        {
            MonthCountId = count.Id, Month = count.Month, PersonId = PersonId, HouseholdId = HouseholdId, SettlementId = SettlementId, HasCapacity = HasCapacity,
            Willing = Willing, WorkingAge = WorkingAge, Employed = Employed, Stable = Stable, Channel = Channel, SpellId = SpellId, WageFenPerMonth = Wage,
        };
    }

    private sealed record SettlementRow(
        long SettlementId, int Households, int Capacity, int Willing, int Covered, int Zero, int Workers, int Employed, int Stable, IReadOnlyDictionary<int, int> Channels)
    {
        public SettlementMonth ToEntity(MonthCount count) => new()
        {
            MonthCountId = count.Id, Month = count.Month, SettlementId = SettlementId, Households = Households, CapacityHouseholds = Capacity, WillingHouseholds = Willing,
            CoveredHouseholds = Covered, ZeroEmploymentHouseholds = Zero, Workers = Workers, Employed = Employed, StablyEmployed = Stable, ByChannel = Channels,
        };
    }
}

/// <summary>A rule as a month was counted by it, for the foot of every report.</summary>
public sealed record CountedRule(RuleName Name, decimal Value, DateOnly From, string Source)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static CountedRule Of(DatedRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(rule.Name, rule.Value, rule.From, rule.Source);
    }

    public static CountedRule Parse(string json) => JsonSerializer.Deserialize<CountedRule>(json, Options) ?? throw new FormatException("Not a counted rule.");

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
