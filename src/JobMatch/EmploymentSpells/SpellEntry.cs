using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Regions;
using JobMatch.Rules;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.EmploymentSpells;

/// <summary>A spell of work as somebody tells it.</summary>
public sealed record SpellSaid
{
    public required long PersonId { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>Last day, for work that is over.</summary>
    public DateOnly? End { get; init; }

    public SpellEndReason? EndReason { get; init; }

    public required Channel Channel { get; init; }

    public string Workplace { get; init; } = "";

    public long? RegionCode { get; init; }

    public long? EmployerId { get; init; }

    public long? PostingId { get; init; }

    public int? OccupationId { get; init; }

    public long? WageFenPerMonth { get; init; }

    public DateOnly? ContractUntil { get; init; }

    public bool? Insured { get; init; }

    /// <summary>Only with <see cref="Channel.SelfEmployment"/>: what the business is and what support it has.</summary>
    public BusinessSaid? Business { get; init; }
}

public sealed record BusinessSaid(string Business, long? LoanFen = null, bool RentSupport = false, bool TaxRelief = false);

/// <summary>Checks what ledgers check (place against channel, age, wage, overlaps) and stores the spell.</summary>
public sealed class SpellEntry(JobMatchDbContext db, TimeProvider clock)
{
    private const long LeastWageFen = 10_000;
    private const long MostWageFen = 3_000_000;

    /// <summary>What is wrong with what was said so far, for a form that is not complete yet. Nothing is stored.</summary>
    public async Task<IReadOnlyList<Refusal>> RefusalsAsync(SpellSaid said, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(said);
        var worker = await db.Set<Worker>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == said.PersonId, cancel);
        if (worker is null) return [Refusal.NotFound];
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == said.PersonId, cancel);
        return Check(said, person, worker.CountyCode, await RuleBook.ReadAsync(db, cancel));
    }

    /// <summary>The spell's id. The worker stops waiting when it covers today.</summary>
    internal async Task<Outcome<long>> StoreAsync(SpellSaid said, FactCheck check, CancellationToken cancel)
    {
        var worker = await db.Set<Worker>().SingleOrDefaultAsync(w => w.Id == said.PersonId, cancel);
        if (worker is null) return Refusal.NotFound;
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == said.PersonId, cancel);
        var refusals = Check(said, person, worker.CountyCode, await RuleBook.ReadAsync(db, cancel));
        if (await OverlapsAsync(said, cancel)) refusals.Add(new("Spell.Overlaps", "Start"));
        if (check.Source != FactSource.Ledger && await HouseholdHasPostAsync(said, worker.HouseholdId, cancel)) refusals.Add(new("Spell.HouseholdHasPost", "Channel"));
        if (refusals.Count > 0) return refusals;

        var spell = new EmploymentSpell
        {
            PersonId = worker.Id,
            HouseholdId = worker.HouseholdId,
            SettlementId = worker.SettlementId,
            CountyCode = worker.CountyCode,
            Start = said.Start,
            Channel = said.Channel,
            Workplace = said.Workplace.Trim(),
            RegionCode = said.RegionCode,
            EmployerId = said.EmployerId,
            PostingId = said.PostingId,
            OccupationId = said.OccupationId,
            WageFenPerMonth = said.WageFenPerMonth,
            ContractUntil = said.ContractUntil,
            Insured = said.Insured,
            Check = check,
        };
        if (said.End is { } end) spell.Finish(end, said.EndReason ?? SpellEndReason.Other);
        if (spell.Covers(clock.Today())) worker.WaitingSince = null;
        if (said.WageFenPerMonth is { } wage) worker.LastWageFen = wage;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(spell);
        var saved = await db.SaveAsync(() => spell.Id, cancel);
        if (!saved.IsDone) return saved;
        if (said.Business is { } business)
        {
            db.Add(new SelfEmployment
            {
                SpellId = spell.Id, PersonId = worker.Id, SettlementId = worker.SettlementId, Business = business.Business.Trim(),
                LoanFen = business.LoanFen, RentSupport = business.RentSupport, TaxRelief = business.TaxRelief, CheckedOn = check.Source == FactSource.Self ? null : check.On,
            });
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return saved;
    }

    private List<Refusal> Check(SpellSaid said, Person person, int county, RuleBook rules)
    {
        var refusals = new List<Refusal>();
        if (!Enum.IsDefined(said.Channel)) refusals.Add(new("Required", "Channel"));
        if (said.Start > clock.Today().AddDays(31)) refusals.Add(new("Spell.StartsTooLate", "Start"));
        if (said.End < said.Start) refusals.Add(new("Spell.EndsBeforeStart", "End"));
        if (said.End > clock.Today()) refusals.Add(new("Spell.EndsInFuture", "End"));
        if (person.AgeOn(said.Start) < rules.Number(said.Start, RuleName.WorkingAgeFrom)) refusals.Add(new("Spell.TooYoung", "Start", rules.Number(said.Start, RuleName.WorkingAgeFrom)));
        if (person.DiedOn < said.Start) refusals.Add(new("Person.Died", "Start"));
        if (said.WageFenPerMonth is < LeastWageFen or > MostWageFen) refusals.Add(new("Spell.WageOutOfRange", "WageFenPerMonth", LeastWageFen / 100, MostWageFen / 100));
        if (said.ContractUntil < said.Start) refusals.Add(new("Spell.ContractBeforeStart", "ContractUntil"));
        if (said.Business is not null != (said.Channel == Channel.SelfEmployment) || said.Business?.Business.Trim().Length == 0) refusals.Add(new("Spell.BusinessNeeded", "Business"));
        if (said.Channel is Channel.PublicWelfare or Channel.AidWorkshop && said.RegionCode is { } place && Region.CountyOf(place) != county)
            refusals.Add(new("Spell.ChannelOnlyInCounty", "Channel"));
        var most = rules.Number(said.Start, RuleName.WelfareMaxAge);
        if (said.Channel == Channel.PublicWelfare && most > 0 && person.AgeOn(said.Start) >= most) refusals.Add(new("Spell.TooOldForWelfare", "Channel", most));
        return refusals;
    }

    /// <summary>Two posts at a time are a mistake of the ledger; small jobs and work at home may run beside one.</summary>
    private async Task<bool> OverlapsAsync(SpellSaid said, CancellationToken cancel)
    {
        if (IsBeside(said.Channel)) return false;
        var last = said.End ?? DateOnly.MaxValue;
        return await db.Set<EmploymentSpell>().AnyAsync(s => s.PersonId == said.PersonId && s.Start <= last && (s.End == null || s.End >= said.Start)
            && s.Channel != Channel.Gig && s.Channel != Channel.FlexibleHome && s.Channel != Channel.SelfEmployment, cancel);
    }

    /// <summary>一户一岗: another of the household holds a public-welfare post, is to begin one or was hired for one, beside which it may not have this one. What an older ledger says is taken as it is.</summary>
    private async Task<bool> HouseholdHasPostAsync(SpellSaid said, long household, CancellationToken cancel)
    {
        var today = clock.Today();
        if (said.Channel != Channel.PublicWelfare || said.End < today) return false;
        // Read before it is looked at who has what, and written with the entry: a hire or an entry at the same moment meets at its version.
        var home = await db.Set<Household>().SingleAsync(h => h.Id == household, cancel);
        db.Entry(home).Property(h => h.Version).IsModified = true;
        var others = (await HouseholdsPost.ReadAsync(db, [household], today, cancel)).FindAll(post => post.PersonId != said.PersonId);
        var rules = await RuleBook.ReadAsync(db, cancel);
        var posting = await db.Set<Posting>().Where(p => p.Id == said.PostingId).Select(p => p.WelfareType).FirstOrDefaultAsync(cancel);
        var post = PublicWelfarePosts.Of(PublicWelfarePosts.TypeOf(posting, said.OccupationId), rules, today);
        return others.Exists(other => PublicWelfarePosts.Of(other.Type, rules, today).Clashes(post));
    }

    private static bool IsBeside(Channel channel) => channel is Channel.Gig or Channel.FlexibleHome or Channel.SelfEmployment;
}
