using System.Linq.Expressions;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Rules;
using JobMatch.Settlements;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fits;

/// <summary>Reads what matching knows about workers: a batch in a dozen queries, whatever its size.</summary>
public sealed class WorkerProfileReader(JobMatchDbContext db, TimeProvider clock)
{
    /// <summary>Profiles of the given workers that are still on the ledger.</summary>
    /// <param name="ids">Worker ids, or null for everybody.</param>
    /// <param name="version">The change sequence that this reading is as new as.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<WorkerProfile>> ReadAsync(IReadOnlyCollection<long>? ids, long version, CancellationToken cancel)
    {
        var today = clock.Today();
        var workers = await Of(db.Set<Worker>(), ids, w => w.Id).AsNoTracking().ToListAsync(cancel);
        if (workers.Count == 0) return [];
        var facts = await WorkerFacts.ReadAsync(db, ids, workers, today, cancel);
        var rules = await RuleBook.ReadAsync(db, cancel);
        return [.. workers.Where(w => facts.People.ContainsKey(w.Id)).Select(w => Make(w, facts, rules, today, version))];
    }

    /// <summary>Rows whose key is among the ids; null takes all.</summary>
    internal static IQueryable<T> Of<T>(IQueryable<T> rows, IReadOnlyCollection<long>? ids, Expression<Func<T, long>> key) where T : class
    {
        if (ids is null) return rows;
        // A member, not a constant: the database sees a parameter and the plan is made once.
        var wanted = Expression.Property(Expression.Constant(new Wanted([.. ids])), nameof(Wanted.Ids));
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], wanted, key.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(contains, key.Parameters));
    }

    /// <summary>Each certificate that has begun, also one that has run out, with what it covers.</summary>
    internal static IEnumerable<CertificateHeld> HeldOn(DateOnly day, IEnumerable<Certificate> recorded) =>
        recorded.Where(c => c.ValidFrom is null || c.ValidFrom <= day).SelectMany(c => Catalogue.Instance.CertificatesIn(c.KindId), (c, kind) => new CertificateHeld(kind, c.ValidTo));

    /// <summary>Kinds of training that were passed.</summary>
    internal static IEnumerable<int> Passed(IEnumerable<TrainingRecord> recorded) => recorded.Where(t => t.Result == TrainingResult.Passed).Select(t => t.KindId).Distinct();

    private sealed record Wanted(List<long> Ids);

    private static WorkerProfile Make(Worker worker, WorkerFacts facts, RuleBook rules, DateOnly today, long version)
    {
        var person = facts.People[worker.Id];
        var household = facts.Households[worker.HouseholdId];
        var employed = facts.Employed.Contains(worker.Id);
        var zero = facts.ZeroEmployment.Contains(worker.HouseholdId);
        var wishes = worker.Wishes;
        List<OccupationWorked> worked = [.. facts.OccupationsOf(worker.Id, today)];
        return new WorkerProfile
        {
            Id = worker.Id,
            Version = version,
            HouseholdId = worker.HouseholdId,
            Home = facts.HomeOf(worker),
            BirthDate = person.BirthDate,
            SexForAgeRule = (RecordedSex)person.Sex,
            LabourCapacity = worker.Capacity,
            Restrictions = worker.Restrictions,
            Impossible = worker.ImpossibleDuties,
            Mobility = worker.Mobility,
            MobilityMetres = worker.MobilityMetres ?? 0,
            Education = worker.Education,
            Mandarin = worker.Mandarin,
            Skills = [.. facts.Skills[worker.Id].Select(s => new SkillHeld(s.SkillId, (int)s.Level, s.Evidence.Length > 0))],
            Occupations = worked,
            TextCodes = TextCodes.OfPerson(wishes.Words, worked, wishes.OccupationIds),
            Certificates = [.. HeldOn(today, facts.Certificates[worker.Id])],
            TrainingsDone = [.. Passed(facts.Trainings[worker.Id])],
            TrainingsWanted = wishes.TrainingKindIds,
            WishedKinds = wishes.Kinds,
            WishedOccupations = wishes.OccupationIds,
            WishedPlaces = wishes.RegionCodes,
            WishedShifts = wishes.Shifts,
            WantsCareFriendlyHours = wishes.CareFriendly,
            WageFloorFen = wishes.WageFloorFen ?? 0,
            LastWageFen = worker.LastWageFen ?? 0,
            ZeroEmploymentHousehold = zero,
            OpenJobLoss = facts.JobLoss.Contains(worker.Id),
            Monitored = household.IsMonitored(today),
            GroupsChecked = worker.HardshipCheckedOn is not null,
            Groups = [.. HardshipGroups.Of(worker, person, household, facts.Hardships[worker.Id], zero, rules, today)],
            Employed = employed,
            Willing = worker.Willing ?? false,
            HouseholdPost = facts.WelfarePosts[worker.HouseholdId].Select(type => PublicWelfarePosts.Of(type, rules, today)).DefaultIfEmpty().Max(),
            WaitingSince = employed ? null : worker.WaitingSince,
        };
    }
}

/// <summary>Everything about a batch of workers that is not in their own row.</summary>
internal sealed class WorkerFacts
{
    public required Dictionary<long, Person> People { get; init; }

    public required Dictionary<long, Household> Households { get; init; }

    public required Dictionary<long, Settlement> Settlements { get; init; }

    public required ILookup<long, WorkerSkill> Skills { get; init; }

    public required ILookup<long, WorkExperience> Experience { get; init; }

    public required ILookup<long, EmploymentSpell> Spells { get; init; }

    public required ILookup<long, Certificate> Certificates { get; init; }

    public required ILookup<long, TrainingRecord> Trainings { get; init; }

    public required ILookup<long, HardshipAssessment> Hardships { get; init; }

    public required HashSet<long> Employed { get; init; }

    public required HashSet<long> ZeroEmployment { get; init; }

    /// <summary>Per household the types of the public-welfare posts that it has (<see cref="HouseholdsPost"/>).</summary>
    public required ILookup<long, PublicWelfareType> WelfarePosts { get; init; }

    public required HashSet<long> JobLoss { get; init; }

    public static async Task<WorkerFacts> ReadAsync(JobMatchDbContext db, IReadOnlyCollection<long>? ids, List<Worker> workers, DateOnly today, CancellationToken cancel)
    {
        var households = ids is null ? null : workers.Select(w => w.HouseholdId).Distinct().ToList();
        var inHouseholds = await WorkerProfileReader.Of(db.Set<Worker>(), households, w => w.HouseholdId).AsNoTracking()
            .Select(w => new { w.Id, w.HouseholdId, w.Capacity, w.Willing }).ToListAsync(cancel);
        var running = await WorkerProfileReader.Of(db.Set<EmploymentSpell>(), households, s => s.HouseholdId).AsNoTracking().On(today)
            .Select(s => new { s.PersonId, s.HouseholdId }).ToListAsync(cancel);
        var working = running.Select(s => s.HouseholdId).ToHashSet();
        return new WorkerFacts
        {
            People = await WorkerProfileReader.Of(db.Set<Person>(), ids, p => p.Id).AsNoTracking().Where(p => p.DiedOn == null).ToDictionaryAsync(p => p.Id, cancel),
            Households = await WorkerProfileReader.Of(db.Set<Household>(), households, h => h.Id).AsNoTracking().ToDictionaryAsync(h => h.Id, cancel),
            Settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel),
            Skills = (await WorkerProfileReader.Of(db.Set<WorkerSkill>(), ids, s => s.WorkerId).AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.WorkerId),
            Experience = (await WorkerProfileReader.Of(db.Set<WorkExperience>(), ids, s => s.WorkerId).AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.WorkerId),
            Spells = (await WorkerProfileReader.Of(db.Set<EmploymentSpell>(), ids, s => s.PersonId).AsNoTracking().Where(s => s.OccupationId != null).ToListAsync(cancel)).ToLookup(s => s.PersonId),
            Certificates = (await WorkerProfileReader.Of(db.Set<Certificate>(), ids, s => s.WorkerId).AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.WorkerId),
            Trainings = (await WorkerProfileReader.Of(db.Set<TrainingRecord>(), ids, s => s.PersonId).AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.PersonId),
            Hardships = (await WorkerProfileReader.Of(db.Set<HardshipAssessment>(), ids, s => s.WorkerId).AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.WorkerId),
            Employed = [.. running.Select(s => s.PersonId)],
            ZeroEmployment =
            [
                .. inHouseholds.GroupBy(w => w.HouseholdId)
                    .Where(h => !working.Contains(h.Key) && h.Any(w => w.Capacity >= LabourCapacity.WeakOrHalf) && h.Any(w => w.Capacity >= LabourCapacity.WeakOrHalf && w.Willing == true))
                    .Select(h => h.Key),
            ],
            WelfarePosts = (await HouseholdsPost.ReadAsync(db, households, today, cancel)).ToLookup(post => post.HouseholdId, post => post.Type),
            JobLoss = [.. await db.Set<Case>().AsNoTracking().Where(c => c.Kind == CaseKind.JobLoss && c.PersonId != null && (c.State == CaseState.Open || c.State == CaseState.InProgress)).Select(c => c.PersonId!.Value).ToListAsync(cancel)],
        };
    }

    public Place HomeOf(Worker worker) => Settlements.TryGetValue(worker.SettlementId, out var home)
        ? new Place((int)home.Id, (int)home.TownshipCode, home.CountyCode, home.CountyCode / 10_000 * 10_000, PositionOf(home.Latitude, home.Longitude))
        : Place.Unknown;

    public static Position? PositionOf(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east ? Position.FromDegrees(north, east) : null;

    /// <summary>From before the ledger and from spells, one row an occupation.</summary>
    public IEnumerable<OccupationWorked> OccupationsOf(long worker, DateOnly today) => Experience[worker]
        .Select(e => (e.OccupationId, LastYear: e.To?.Year ?? 0, e.Months))
        .Concat(Spells[worker].Select(s => (OccupationId: s.OccupationId!.Value, LastYear: (s.End ?? today).Year, Months: Math.Max(1, ((s.End ?? today).DayNumber - s.Start.DayNumber) / 30))))
        .GroupBy(e => e.OccupationId)
        .Select(g => new OccupationWorked(g.Key, g.Max(e => e.LastYear), g.Sum(e => e.Months)));
}
