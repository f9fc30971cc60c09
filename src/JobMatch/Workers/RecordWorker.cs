using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Rules;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Workers;

public sealed record RecordWorkerRequest
{
    public required long PersonId { get; init; }

    public LabourCapacity Capacity { get; init; }

    public WorkRestriction Restrictions { get; init; }

    public bool? Willing { get; init; }

    public Education Education { get; init; }

    public Mandarin Mandarin { get; init; }

    public FactSource Source { get; init; } = FactSource.Station;

    public DateOnly? CheckedOn { get; init; }
}

/// <summary>Records a person of working age as labour (劳动力), once.</summary>
public sealed class RecordWorker(JobMatchDbContext db, WorkerFacts facts, TimeProvider clock)
{
    /// <summary>The worker's id, which is the person's.</summary>
    public async Task<Outcome<long>> RunAsync(RecordWorkerRequest request, CancellationToken cancel)
    {
        if (facts.Check(request.Source, request.CheckedOn, maySelf: false) is { } refusal) return refusal;
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == request.PersonId, cancel);
        if (person is null) return Refusal.NotFound;
        var today = clock.Today();
        var from = (await RuleBook.ReadAsync(db, cancel)).Number(today, RuleName.WorkingAgeFrom);
        if (person.AgeOn(today) < from) return new Refusal("Worker.TooYoung", "PersonId", from);
        if (person.DiedOn is not null) return new Refusal("Person.Died");
        if (await db.Set<Worker>().AnyAsync(w => w.Id == person.Id, cancel)) return new Refusal("Worker.Already", "PersonId", person.Id);

        var check = new FactCheck(request.Source, request.CheckedOn ?? today);
        var worker = new Worker { Id = person.Id, HouseholdId = person.HouseholdId, SettlementId = person.SettlementId, CountyCode = person.CountyCode, ChangedAt = clock.UtcNow() };
        if (request.Capacity != LabourCapacity.Unknown || request.Restrictions != WorkRestriction.None) worker.RecordCapacity(request.Capacity, request.Restrictions, check);
        if (request.Willing is { } willing) worker.RecordWilling(willing, check);
        if (request.Education != Education.Unknown || request.Mandarin != Mandarin.Unknown) worker.RecordEducation(request.Education, request.Mandarin, check);
        db.Add(worker);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException race) when (race.IsUniqueViolation())
        {
            return new Refusal("Worker.Already", "PersonId", person.Id);
        }

        return worker.Id;
    }
}
