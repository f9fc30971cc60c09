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
        var households = workers.Select(w => w.HouseholdId).Distinct().ToList();
        var names = (await db.Set<Person>().AsNoTracking().Where(p => households.Contains(p.HouseholdId) || ids.Contains(p.Id))
            .Select(p => new { p.Id, p.HouseholdId, p.Name }).ToListAsync(cancel)).ToLookup(p => p.HouseholdId, p => p.Name);
        var profiles = (await new WorkerProfileReader(db, clock).ReadAsync(ids, version: 0, cancel)).ToDictionary(p => p.Id);
        return [.. workers.OrderBy(w => w.Id).Select(w => Document(w, [.. trainings[w.Id]], [.. spells[w.Id]], [.. names[w.HouseholdId]], profiles[w.Id], today))];
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
        var skills = worker.Skills.Select(s => s.SkillId).Distinct().Order().ToList();
        var certificates = worker.Certificates.Where(c => c.ValidTo is null || c.ValidTo >= today).Select(c => c.KindId).Distinct().Order().ToList();
        var passed = trainings.Where(t => t.Result == TrainingResult.Passed).Select(t => t.KindId).Distinct().Order().ToList();
        var occupationIds = worker.Experience.Select(e => e.OccupationId).Concat(spells.Select(s => s.OccupationId).OfType<int>()).Concat(worker.Wishes.OccupationIds).Distinct().Order().ToList();
        var occupations = occupationIds.Select(id => catalogue.Occupations.GetValueOrDefault(id)).OfType<Occupation>().ToList();
        var known = skills.Select(id => catalogue.Skills.GetValueOrDefault(id)).OfType<Skill>().ToList();

        var wished = worker.Wishes.RegionCodes.Select(code => Divisions.Instance.Find(code)).OfType<Division>().ToList();

        var coded = known.Select(s => s.Name)
            .Concat(certificates.Select(id => catalogue.Certificates.GetValueOrDefault(id)?.Name).OfType<string>())
            .Concat(occupations.Select(o => o.Name))
            .Concat(wished.Select(d => $"想去{d.Name}"));
        var told = worker.Skills.OrderBy(s => s.Id).Select(s => s.Evidence)
            .Concat(trainings.OrderBy(t => t.Id).Select(t => t.Title))
            .Concat(worker.Experience.OrderBy(e => e.Id).Select(e => e.Workplace))
            .Concat(spells.OrderBy(s => s.Id).Select(s => s.Workplace))
            .Append(worker.Wishes.Words)
            .Select(text => PersonalTextScrubber.Scrub(text, names));
        return new WorkerDocument
        {
            Id = worker.Id,
            SettlementId = worker.SettlementId,
            Capacity = worker.Capacity,
            Need = NeedOf(profile),
            Fit = FitTags.Of(profile, today.Year),
            InWork = spells.Exists(s => s.Covers(today)),
            SkillIds = skills,
            CertificateKindIds = certificates,
            TrainingKindIds = passed,
            OccupationIds = occupationIds,
            Text = string.Join(" · ", coded.Concat(told).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)),
            OtherNames = [.. known.SelectMany(s => s.Words).Concat(certificates.SelectMany(CertificateNames)).Concat(occupations.SelectMany(OccupationNames.Names)).Concat(wished.SelectMany(PlacesWithin.CitiesOf)).Where(n => n.Length > 1).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>焊工证 of 焊接与热切割作业证; every driving licence is a 驾照.</summary>
    private static IEnumerable<string> CertificateNames(int id) => Catalogue.Instance.Certificates.GetValueOrDefault(id) is not { } kind ? []
        : kind.Name.StartsWith("驾驶证", StringComparison.Ordinal) ? kind.Words.Append("驾照") : kind.Words;
}
