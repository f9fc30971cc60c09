using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Training;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using JobMatch.Workers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForResidents.Me;

/// <summary>Everything the ledger says about the person who is signed in.</summary>
public sealed record MyFacts(Person Person, Household Household, Settlement Settlement)
{
    /// <summary>Null: on the ledger, but not as a worker.</summary>
    public Worker? Worker { get; init; }

    public IReadOnlyList<TrainingRecord> Trainings { get; init; } = [];

    public IReadOnlyList<EmploymentSpell> Spells { get; init; } = [];

    public int OpenApplications { get; init; }

    /// <summary>What nobody has recorded yet.</summary>
    public IReadOnlyList<WorkerFact> Missing { get; init; } = [];

    public Station? Station { get; init; }
}

/// <summary>What is recorded about me, where it comes from and when it was last checked; and the ways to everything of mine.</summary>
[Area("ForResidents"), Authorize(Policy = Audiences.Resident), Route("/me"), ServiceFilter<UnreadMessages>]
public sealed class MeController(JobMatchDbContext db, CountyPlaces places, SetConsent consent, TimeProvider clock, Texts texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => await FactsAsync(cancel) is { } facts ? View(facts) : Forbid();

    [HttpGet("facts")]
    public async Task<IActionResult> Facts(CancellationToken cancel) => await FactsAsync(cancel) is { } facts ? View(facts) : Forbid();

    [HttpPost("consent")]
    public async Task<IActionResult> Consent(bool agrees, int version, CancellationToken cancel)
    {
        if (User.PersonId() is not { } person) return Forbid();
        var done = await consent.RunAsync(new SetConsentRequest { WorkerId = person, Version = version, Agrees = agrees, Source = FactSource.Self }, cancel);
        Flash.Set(TempData, done.IsDone ? new Flash(texts[agrees ? "Me.ConsentGiven" : "Me.ConsentTaken"]) : new Flash(texts.Of(done.Refusals[0]), Kind: "bad"));
        return Redirect("/me/employers");
    }

    private async Task<MyFacts?> FactsAsync(CancellationToken cancel)
    {
        if (User.PersonId() is not { } id) return null;
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null) return null;
        var worker = await db.Set<Worker>().AsNoTracking().Include(w => w.Skills).Include(w => w.Certificates).Include(w => w.Experience).Include(w => w.Hardships)
            .AsSplitQuery().SingleOrDefaultAsync(w => w.Id == id, cancel);
        return new MyFacts(
            person,
            await db.Set<Household>().AsNoTracking().SingleAsync(h => h.Id == person.HouseholdId, cancel),
            await db.Set<Settlement>().AsNoTracking().SingleAsync(s => s.Id == person.SettlementId, cancel))
        {
            Worker = worker,
            Trainings = await db.Set<TrainingRecord>().AsNoTracking().Where(t => t.PersonId == id).OrderByDescending(t => t.From).ToListAsync(cancel),
            Spells = await db.Set<EmploymentSpell>().AsNoTracking().Where(s => s.PersonId == id).OrderByDescending(s => s.Start).ToListAsync(cancel),
            OpenApplications = await db.Set<Referral>().CountAsync(r => r.PersonId == id && r.State > ReferralState.Suggested && r.State < ReferralState.Started, cancel),
            Missing = Missing(worker, person.AgeOn(clock.Today())),
            Station = await places.StationOfAsync(person.SettlementId, cancel),
        };
    }

    private static IReadOnlyList<WorkerFact> Missing(Worker? worker, int age)
    {
        if (worker is null) return age >= 16 ? [WorkerFact.LabourCapacity] : [];
        return
        [
            .. new (bool IsMissing, WorkerFact Fact)[]
            {
                (worker.Capacity == LabourCapacity.Unknown, WorkerFact.LabourCapacity), (worker.Mobility == Mobility.Unknown, WorkerFact.Mobility),
                (worker.Education == Education.Unknown, WorkerFact.Education), (worker.Mandarin == Mandarin.Unknown, WorkerFact.Mandarin),
                (worker.Skills.Count == 0, WorkerFact.Skills), (worker.Wishes.Kinds == PostingKinds.None, WorkerFact.KindWish),
                (worker.Wishes.WageFloorFen is null, WorkerFact.WageFloor),
            }.Where(x => x.IsMissing).Select(x => x.Fact),
        ];
    }
}
