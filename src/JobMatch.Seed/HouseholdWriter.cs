using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Occupations;
using JobMatch.Rules;
using JobMatch.Training;
using JobMatch.Workers;

namespace JobMatch.Seed;

/// <summary>A block of households with everything about their people: saved in four steps, since each needs the ids of the one before.</summary>
internal sealed class HouseholdWriter(JobMatchDbContext db, PersonalData personal, CountyPlan plan, Ids ids)
{
    private static readonly RuleBook Rules = new([]);

    public async Task WriteAsync(IReadOnlyList<HouseholdPlan> block, CancellationToken cancel)
    {
        var households = block.Select(h => (Plan: h, Row: Household(h))).ToList();
        db.AddRange(households.Select(h => h.Row));
        await db.SaveChangesAsync(cancel);
        foreach (var (made, row) in households) ids.Households[made.Index] = row.Id;

        var people = households.SelectMany(h => h.Plan.Members.Select(m => (Plan: m, Row: Person(m, h.Plan, h.Row)))).ToList();
        db.AddRange(people.Select(p => p.Row));
        await db.SaveChangesAsync(cancel);
        foreach (var (made, row) in people) ids.People[made.Index] = row.Id;
        db.ChangeTracker.Clear();

        List<(EmploymentSpell Spell, string Business)> businesses = [];
        foreach (var (made, row) in people.Where(p => p.Plan.Worker is not null)) AddWorker(made.Worker!, row, businesses);
        var cases = households.SelectMany(h => h.Plan.Cases.Select(c => (Plan: c, Home: h.Plan, Row: Case(c, h.Row)))).ToList();
        db.AddRange(cases.Select(c => c.Row));
        await db.SaveChangesAsync(cancel);
        // "Helped on" is told by a record of what was done, to the person or to the head of the household.
        var helped = cases.Where(c => c.Plan.HelpedOn is not null).ToList();
        db.AddRange(helped.Select(c => Help(c.Row, c.Plan.HelpedOn!.Value, c.Row.PersonId ?? ids.People[c.Home.Members[0].Index])));
        if (helped.Count > 0) await db.SaveChangesAsync(cancel);
        db.AddRange(businesses.Select(b => new SelfEmployment { SpellId = b.Spell.Id, PersonId = b.Spell.PersonId, SettlementId = b.Spell.SettlementId, Business = b.Business, LoanFen = b.Spell.Id % 3 == 0 ? 5_000_000 : null, RentSupport = b.Spell.Id % 4 == 0, CheckedOn = b.Spell.Check.On }));
        if (businesses.Count > 0) await db.SaveChangesAsync(cancel);
    }

    private Household Household(HouseholdPlan made) => new()
    {
        Number = made.Number,
        SettlementId = ids.Settlements[made.Settlement],
        CountyCode = plan.County.Code,
        Building = made.Building,
        Address = personal.Protect(made.Address),
        MoveInDate = made.MoveIn,
        RegisteredPoorFrom = made.PoorFrom,
        RegisteredPoorTo = made.PoorTo,
        MonitoredFrom = made.MonitoredFrom,
        LowIncomeFrom = made.LowIncomeFrom,
    };

    private Person Person(PersonPlan made, HouseholdPlan home, Household row)
    {
        var person = new Person
        {
            SettlementId = row.SettlementId,
            CountyCode = row.CountyCode,
            Name = made.Name,
            BirthDate = made.Birth,
            Sex = made.Sex,
            Relation = made.Relation,
            InEducation = made.InEducation,
            IdNumber = made.IdNumber is { } number ? personal.Protect(number) : null,
            IdHash = made.IdNumber is { } hashed ? personal.HashIdNumber(hashed) : null,
            Phone = made.Phone is { } phone ? personal.Protect(phone) : null,
            PhoneHash = made.Phone is { } called ? personal.HashPhone(called) : null,
            HealthNote = made.HealthNote is { } note ? personal.Protect(note) : null,
        };
        person.MoveInto(row, made.Birth > home.MoveIn ? made.Birth : home.MoveIn);
        return person;
    }

    private void AddWorker(WorkerPlan made, Person person, List<(EmploymentSpell, string)> businesses)
    {
        var settlement = person.SettlementId;
        db.Add(Worker(made, person));
        foreach (var spell in made.Spells)
        {
            var row = SpellWriter.Entity(spell, person.Id, person.HouseholdId, settlement, plan.County.Code, ids, null);
            db.Add(row);
            if (spell.Business is { } business) businesses.Add((row, business));
        }

        db.AddRange(made.Trainings.Select(t => new TrainingRecord { PersonId = person.Id, SettlementId = settlement, KindId = t.Kind, Title = Catalogue.Instance.Trainings[t.Kind].Name, Form = t.Form, From = t.From, To = t.To, Result = t.Result, Check = new FactCheck(FactSource.Training, t.From) }));
        db.AddRange(made.Services.Select(s => new ServiceRecord { PersonId = person.Id, HouseholdId = person.HouseholdId, SettlementId = settlement, Kind = s.Kind, On = s.On, ByAccountId = ids.StaffAccount }));
        db.AddRange(made.Registrations.Select(r => new UnemploymentRegistration { PersonId = person.Id, SettlementId = settlement, Employed = r.Employed, On = r.On }));
    }

    private Worker Worker(WorkerPlan made, Person person)
    {
        var last = made.Spells.LastOrDefault();
        var worker = new Worker
        {
            Id = person.Id,
            HouseholdId = person.HouseholdId,
            SettlementId = person.SettlementId,
            CountyCode = person.CountyCode,
            HardshipCheckedOn = made.HardshipCheckedOn,
            ConsentsToEmployers = made.Consents,
            LastWageFen = last?.WageFen,
            WaitingSince = made.Able && made.Willing == true && !made.EmployedOn(plan.Today) ? last?.End?.AddDays(1) ?? made.Check.On : null,
            ChangedAt = Clock.Morning(made.Check.On ?? plan.Today),
        };
        if (made.Capacity != Matching.LabourCapacity.Unknown) worker.RecordCapacity(made.Capacity, made.Restrictions, made.Check);
        if (made.Willing is { } willing) worker.RecordWilling(willing, made.Check);
        if (made.Education != Matching.Education.Unknown || made.Mandarin != Matching.Mandarin.Unknown) worker.RecordEducation(made.Education, made.Mandarin, made.Check);
        if (made.Mobility != Matching.Mobility.Unknown || made.Impossible != Matching.Duty.None) worker.RecordMobility(made.Mobility, made.MobilityMetres, made.Impossible, made.Check);
        if (made.Wishes != WorkWishes.None) worker.RecordWishes(made.Wishes, made.Check with { Source = FactSource.Self });
        var settlement = person.SettlementId;
        worker.Skills.AddRange(made.Skills.Select(s => new WorkerSkill { SettlementId = settlement, SkillId = s.Skill, Level = s.Level, Evidence = s.Evidence, Check = s.Evidence.Length > 0 ? made.Check with { Source = FactSource.Training } : made.Check with { Source = FactSource.Self } }));
        worker.Experience.AddRange(made.Experience.Select(e => new WorkExperience { SettlementId = settlement, OccupationId = e.Occupation, Workplace = e.Workplace, From = e.From, To = e.To, Months = ((e.To.Year - e.From.Year) * 12) + e.To.Month - e.From.Month }));
        worker.Certificates.AddRange(made.Certificates.Select(c => new Certificate { SettlementId = settlement, KindId = c.Kind, ValidFrom = c.From, ValidTo = c.To, Check = made.Check }));
        worker.Hardships.AddRange(made.Hardships.Select(h => new HardshipAssessment { SettlementId = settlement, Group = h.Group, From = h.From, To = h.To }));
        return worker;
    }

    private ServiceRecord Help(Case about, DateOnly on, long person) => new()
    {
        PersonId = person,
        HouseholdId = about.HouseholdId!.Value,
        SettlementId = about.SettlementId,
        Kind = about.Id % 2 == 0 ? ServiceKind.Visit : ServiceKind.Call,
        On = on,
        ByAccountId = ids.StaffAccount,
        CaseId = about.Id,
    };

    private Case Case(CasePlan made, Household household)
    {
        var rule = made.Kind == CaseKind.ZeroEmploymentHousehold ? RuleName.ZeroEmploymentFirstHelpDays : RuleName.JobLossContactDays;
        var row = new Case
        {
            Kind = made.Kind,
            Topic = made.Topic,
            SettlementId = household.SettlementId,
            CountyCode = household.CountyCode,
            HouseholdId = household.Id,
            PersonId = made.Person is { } person ? ids.People[person] : null,
            OpenedOn = made.OpenedOn,
            FirstHelpDue = made.OpenedOn.AddDays(Rules.Number(made.OpenedOn, rule)),
            ClearDue = made.Kind == CaseKind.ZeroEmploymentHousehold ? made.OpenedOn.AddDays(Rules.Number(made.OpenedOn, RuleName.ZeroEmploymentClearDays)) : null,
            Text = made.Text,
        };
        if (made.HelpedOn is { } helped) row.Help(helped, ids.StaffAccount);
        if (made.Outcome is { } outcome) Must.Be(row.Finish(outcome, made.ClosedOn ?? plan.Today));
        return row;
    }
}

internal static class SpellWriter
{
    public static EmploymentSpell Entity(SpellPlan made, long personId, long householdId, long settlementId, int county, Ids ids, long? postingId)
    {
        var spell = new EmploymentSpell
        {
            PersonId = personId,
            HouseholdId = householdId,
            SettlementId = settlementId,
            CountyCode = county,
            Start = made.Start,
            Channel = made.Channel,
            Workplace = made.Workplace,
            RegionCode = made.Region,
            EmployerId = made.Employer is { } employer ? ids.Employers[employer] : null,
            PostingId = postingId,
            OccupationId = made.Occupation,
            WageFenPerMonth = made.WageFen,
            ContractUntil = made.ContractUntil,
            Insured = made.Insured,
            // Who wrote down that it ended looked at it then, or later.
            Check = made.End is { } last && made.Check.On < last ? made.Check with { On = last } : made.Check,
        };
        if (made.End is { } end) Must.Be(spell.Finish(end, made.Reason ?? SpellEndReason.Other));
        return spell;
    }
}
