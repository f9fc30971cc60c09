using JobMatch.Accounts;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Tallies;
using JobMatch.Training;
using JobMatch.Web.ForStationStaff.Referrals;
using JobMatch.Web.Shared.Regions;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.PersonLedger;

/// <summary>Personal values in the clear, for one page that asked for them.</summary>
public sealed record Revealed(string? IdNumber, string? Phone, string? Address, string? HealthNote);

/// <param name="Referral">How it stands.</param>
/// <param name="Title">Of the posting.</param>
/// <param name="Employer">Its name.</param>
/// <param name="Place">Which place of the posting she goes to, where it has several and somebody has said; else empty.</param>
public sealed record PersonReferral(Referral Referral, string Title, string Employer, string Place = "");

/// <summary>Everything the station has about one person.</summary>
public sealed record PersonPage(
    Person Person, Household Household, string Settlement, Worker? Worker, IReadOnlyList<Person> Family, IReadOnlyList<EmploymentSpell> Spells, IReadOnlyList<TrainingRecord> Trainings,
    IReadOnlyList<UnemploymentRegistration> Registrations, IReadOnlyList<ServiceRecord> Services, IReadOnlyList<CaseRow> Cases, IReadOnlyList<PersonReferral> Referrals,
    ServiceDue Due, QrCard? Card, Revealed? Clear, string? MaskedPhone, string? MaskedId)
{
    /// <summary>Where she wants to work, by name.</summary>
    public IReadOnlyList<string> WishedPlaces { get; init; } = [];

    /// <summary>Occupations worked in by the employment record, the latest first: what a fit counts as experience beside what is recorded from before.</summary>
    public IReadOnlyList<(int OccupationId, int FirstYear, int? LastYear, int Months)> WorkedIn(DateOnly today) =>
    [
        .. Spells.Where(s => s.OccupationId is not null).GroupBy(s => s.OccupationId!.Value)
            .Select(g => (g.Key, g.Min(s => s.Start).Year, g.Any(s => s.End is null) ? (int?)null : g.Max(s => s.End!.Value).Year, g.Sum(s => Math.Max(1, ((s.End ?? today).DayNumber - s.Start.DayNumber) / 30))))
            .OrderByDescending(one => one.Item3 ?? int.MaxValue).ThenBy(one => one.Key),
    ];

    public bool Works(DateOnly on) => Spells.Any(s => s.Covers(on));
}

/// <summary>Reads a person's page within the scope; null when she is outside of it.</summary>
public sealed class PersonReader(JobMatchDbContext db, PersonalData personal, CasesView cases, ServiceDueView due, WishedPlaces places, ReferralPlaces goesTo, TimeProvider clock)
{
    public async Task<PersonPage?> ReadAsync(long id, bool reveal, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null) return null;
        var today = clock.Today();
        var household = await db.Set<Household>().AsNoTracking().SingleAsync(h => h.Id == person.HouseholdId, cancel);
        var settlement = await db.Set<Settlement>().Where(s => s.Id == person.SettlementId).Select(s => s.Name).SingleAsync(cancel);
        var worker = await db.Set<Worker>().AsNoTracking().Include(w => w.Skills).Include(w => w.Certificates).Include(w => w.Hardships).Include(w => w.Experience).AsSplitQuery().SingleOrDefaultAsync(w => w.Id == id, cancel);
        var family = await db.MembersOn(today).Where(m => m.HouseholdId == person.HouseholdId && m.Person.Id != id).Select(m => m.Person).OrderBy(p => p.Relation).ToListAsync(cancel);
        var spells = await db.Set<EmploymentSpell>().AsNoTracking().Where(s => s.PersonId == id).OrderByDescending(s => s.Start).ToListAsync(cancel);
        var trainings = await db.Set<TrainingRecord>().AsNoTracking().Where(t => t.PersonId == id).OrderByDescending(t => t.From).ToListAsync(cancel);
        var registrations = await db.Set<UnemploymentRegistration>().AsNoTracking().Where(r => r.PersonId == id).OrderByDescending(r => r.On).ToListAsync(cancel);
        var services = await db.Set<ServiceRecord>().AsNoTracking().Where(s => s.PersonId == id).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(30).ToListAsync(cancel);
        var open = await cases.RunAsync(new CaseQuery { PersonId = id }, cancel);
        var home = await cases.RunAsync(new CaseQuery { HouseholdId = household.Id, Kinds = [CaseKind.ZeroEmploymentHousehold] }, cancel);
        var referrals = await db.Set<Referral>().AsNoTracking().Where(r => r.PersonId == id && r.State != ReferralState.Suggested).OrderByDescending(r => r.ChangedAt).Take(30)
            .Select(r => new PersonReferral(r, r.Posting!.Title, r.Posting.Employer!.Name, "")).ToListAsync(cancel);
        var goes = await goesTo.OfAsync(referrals.Select(r => r.Referral), cancel);
        var card = await db.Set<QrCard>().AsNoTracking().Where(c => c.PersonId == id && c.RevokedAt == null).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        var phone = Clear(person.Phone);
        var number = Clear(person.IdNumber);
        return new PersonPage(
            person, household, settlement, worker, family, spells, trainings, registrations, services, [.. home.Rows, .. open.Rows], referrals.ConvertAll(r => r with { Place = goes.GetValueOrDefault(r.Referral.Id, "") }), await due.OfPersonAsync(person, cancel), card,
            reveal ? new Revealed(number, phone, Clear(household.Address), Clear(person.HealthNote)) : null,
            phone is null ? null : Phone.Mask(phone), number is null ? null : IdNumber.Mask(number))
        {
            WishedPlaces = worker is null ? [] : await places.NamesAsync(worker.Wishes.RegionCodes, cancel),
        };
    }

    private string? Clear(Protected? value) => value is null ? null : personal.Reveal(value);
}
