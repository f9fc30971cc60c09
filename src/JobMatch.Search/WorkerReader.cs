using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Fits;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Regions;
using JobMatch.Search.Words;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Search;

/// <summary>Reads workers of a batch of ids as documents, with a fixed number of queries whatever the batch.</summary>
internal static class WorkerReader
{
    public static IQueryable<Worker> Living(JobMatchDbContext db) =>
        db.Set<Worker>().AsNoTracking().Where(w => !db.Set<Person>().Any(p => p.Id == w.Id && p.DiedOn != null));

    public static async Task<List<WorkerDocument>> ReadAsync(JobMatchDbContext db, IReadOnlyCollection<long> ids, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        var workers = await Living(db).Where(w => ids.Contains(w.Id))
            .Include(w => w.Skills).Include(w => w.Experience).Include(w => w.Certificates).ToListAsync(cancel);
        if (workers.Count == 0) return [];
        var trainings = (await db.Set<TrainingRecord>().AsNoTracking().Where(t => ids.Contains(t.PersonId)).ToListAsync(cancel)).ToLookup(t => t.PersonId);
        var spells = (await db.Set<EmploymentSpell>().AsNoTracking().Where(s => ids.Contains(s.PersonId)).ToListAsync(cancel)).ToLookup(s => s.PersonId);
        var registrations = (await db.Set<UnemploymentRegistration>().AsNoTracking().Where(r => ids.Contains(r.PersonId)).ToListAsync(cancel)).ToLookup(r => r.PersonId);
        var households = workers.Select(w => w.HouseholdId).Distinct().ToList();
        var names = (await db.Set<Person>().AsNoTracking().Where(p => households.Contains(p.HouseholdId) || ids.Contains(p.Id))
            .Select(p => new { p.Id, p.HouseholdId, p.Name }).ToListAsync(cancel)).ToLookup(p => p.HouseholdId, p => p.Name);
        var profiles = (await new WorkerProfileReader(db, clock).ReadAsync(ids, version: 0, cancel)).ToDictionary(p => p.Id);
        return [.. workers.OrderBy(w => w.Id).Select(w => Document(w, [.. trainings[w.Id]], [.. spells[w.Id]], [.. names[w.HouseholdId]], profiles[w.Id], today) with { Records = RecordNumbers.Of(w, [.. trainings[w.Id]], [.. spells[w.Id]], [.. registrations[w.Id]], today) })];
    }

    /// <summary>The need of a person, as matching orders by it.</summary>
    private static WorkerNeed NeedOf(WorkerProfile profile) => profile switch
    {
        { ZeroEmploymentHousehold: true } => WorkerNeed.ZeroEmployment,
        { OpenJobLoss: true } or { Monitored: true } => WorkerNeed.JobLossOrMonitored,
        _ => profile.Groups.Any(g => g.Group != HardshipGroup.Resettled) ? WorkerNeed.Hardship : WorkerNeed.Other,
    };

    private static WorkerDocument Document(Worker worker, List<TrainingRecord> trainings, List<EmploymentSpell> spells, List<string> names, WorkerProfile profile, DateOnly today)
    {
        var catalogue = Catalogue.Instance;
        var passed = trainings.Where(t => t.Result == TrainingResult.Passed).OrderBy(t => t.Id).ToList();
        var certificates = worker.Certificates.Where(c => c.ValidTo is null || c.ValidTo >= today).Select(c => c.KindId).Distinct().Order().ToList();
        var practised = worker.Experience.Select(e => e.OccupationId).Concat(spells.Select(s => s.OccupationId).OfType<int>()).Distinct().Order().ToList();
        var occupations = Of(practised, catalogue.Occupations);
        var skills = worker.Skills.Select(s => s.SkillId).Distinct().Order().ToList();
        var known = Of(skills, catalogue.Skills);
        var proved = Of(certificates.SelectMany(catalogue.CertificatesIn).Distinct().SelectMany(id => catalogue.Certificates.GetValueOrDefault(id)?.Proves ?? []), catalogue.Skills);
        var coded = known.Select(s => s.Name).Concat(Of(certificates, catalogue.Certificates).Select(c => c.Name)).Concat(occupations.Select(o => o.Name));
        var told = worker.Skills.OrderBy(s => s.Id).Select(s => s.Evidence)
            .Concat(passed.Select(t => t.Title))
            .Concat(worker.Experience.OrderBy(e => e.Id).Select(e => e.Workplace))
            .Concat(spells.OrderBy(s => s.Id).Select(s => s.Workplace))
            .Select(text => PersonalTextScrubber.Scrub(text, names));
        var (wishes, wishNames) = WishesOf(worker.Wishes, names);
        return new WorkerDocument
        {
            Id = worker.Id,
            SettlementId = worker.SettlementId,
            Capacity = worker.Capacity,
            Need = NeedOf(profile),
            Fit = FitTags.Of(profile, today.Year),
            InWork = spells.Exists(s => s.Covers(today)),
            SkillIds = skills,
            CertificateKindIds = [.. certificates.SelectMany(catalogue.CertificatesIn).Distinct().Order()],
            TrainingKindIds = [.. passed.Select(t => t.KindId).Distinct().Order()],
            OccupationIds = [.. practised.Union(worker.Wishes.OccupationIds).Order()],
            Text = Joined(coded.Concat(told)),
            OtherNames = Named(known.Concat(proved).SelectMany(s => s.Words).Concat(certificates.SelectMany(CertificateNames)).Concat(occupations.SelectMany(o => SkillNames.Of(o, skills)))),
            Called = Named(known.SelectMany(s => s.Words.Prepend(s.Name)).Concat(certificates.SelectMany(CertificateNames)).Concat(occupations.SelectMany(o => SkillNames.SurelyOf(o, skills)))),
            Wishes = wishes,
            WishNames = wishNames,
            WishTags = WishTags.Of(worker),
        };
    }

    /// <summary>Work, trainings and places that she wishes for, each said as a wish, and their other names.</summary>
    private static (string Text, IReadOnlyList<string> OtherNames) WishesOf(WorkWishes wishes, List<string> names)
    {
        var catalogue = Catalogue.Instance;
        var work = Of(wishes.OccupationIds, catalogue.Occupations);
        var trainings = Of(wishes.TrainingKindIds, catalogue.Trainings);
        var places = wishes.RegionCodes.Select(code => Divisions.Instance.Find(code)).OfType<Division>().ToList();
        return (
            Joined(work.Select(o => $"想做{o.Name}").Concat(trainings.Select(t => $"想学{t.Name}")).Concat(places.Select(d => $"想去{d.Name}")).Append(PersonalTextScrubber.Scrub(wishes.Words, names))),
            Named(work.SelectMany(o => SkillNames.Of(o, [])).Concat(trainings.SelectMany(t => Of(t.Occupations, catalogue.Occupations).SelectMany(o => SkillNames.Of(o, t.Skills))))
                .Concat(trainings.SelectMany(t => t.ShortNames.Concat(t.SkillNames(catalogue)))).Concat(places.SelectMany(PlacesWithin.CitiesOf))));
    }

    private static List<T> Of<T>(IEnumerable<int> ids, IReadOnlyDictionary<int, T> known) where T : class => [.. ids.Select(id => known.GetValueOrDefault(id)).OfType<T>()];

    private static string Joined(IEnumerable<string> texts) => string.Join(" · ", texts.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal));

    private static List<string> Named(IEnumerable<string> names) => [.. names.Where(n => n.Length > 1).Distinct(StringComparer.Ordinal)];

    /// <summary>焊工证 of 焊接与热切割作业证; every driving licence is a 驾照.</summary>
    private static IEnumerable<string> CertificateNames(int id) => Catalogue.Instance.Certificates.GetValueOrDefault(id) is not { } kind ? []
        : kind.Name.StartsWith("驾驶证", StringComparison.Ordinal) ? kind.Words.Append("驾照") : kind.Words;
}
