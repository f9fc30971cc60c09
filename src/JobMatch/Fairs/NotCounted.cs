using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <summary>Why somebody who wants a training and has no work is not counted in its demand: the planner has nobody to place in her.</summary>
public enum NotCountedBecause
{
    /// <summary>She has not agreed that employers see her: asking her is what can be done.</summary>
    NotAsked = 1,

    /// <summary>She is recorded as unable to work.</summary>
    NoCapacity = 2,

    /// <summary>A plan has sent her somewhere, or she is on trial or hired.</summary>
    UnderWay = 3,
}

/// <param name="Person">Who.</param>
/// <param name="Household">Her family.</param>
/// <param name="Because">Why.</param>
/// <param name="Way">Where to, of those under way.</param>
public sealed record NotCounted(Person Person, Household Household, NotCountedBecause Because, OnTheWay? Way);

/// <summary>Who wants a training, wants to work, has no work, and is not counted in the demand for it all the same. By today's records, for they are what can still be mended.</summary>
public sealed class NotCountedReader(JobMatchDbContext db, WorkerProfileReader workers, UnderWayReader underWay)
{
    /// <summary>Those first who can be asked. None of those whom the answer counts.</summary>
    public async Task<IReadOnlyList<NotCounted>> ReadAsync(TrainingDemandOf of, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(of);
        var (kind, counted) = (of.Row.KindId, of.Row.PersonIds.ToHashSet());
        var settlements = of.Demand.People.SettlementIds.ToList();
        var willing = await db.Set<Worker>().AsNoTracking().Where(w => w.Willing == true && settlements.Contains(w.SettlementId))
            .Select(w => new { w.Id, w.Wishes, w.Capacity, w.ConsentsToEmployers }).ToListAsync(cancel);
        var way = await underWay.ReadAsync(null, cancel);
        var because = new Dictionary<long, NotCountedBecause>();
        foreach (var one in willing.Where(w => w.Wishes.TrainingKindIds.Contains(kind) && !counted.Contains(w.Id)))
            if (Of(way.Of(one.Id), one.Capacity, one.ConsentsToEmployers) is { } why) because[one.Id] = why;
        var missing = await WithoutWorkAndTrainingAsync([.. because.Keys], kind, cancel);
        var people = await db.Set<Person>().AsNoTracking().Where(p => missing.Contains(p.Id)).Join(db.Set<Household>(), p => p.HouseholdId, h => h.Id, (p, h) => new { p, h }).ToListAsync(cancel);
        return [.. people.Select(r => new NotCounted(r.p, r.h, because[r.p.Id], way.Of(r.p.Id))).OrderBy(one => one.Because).ThenBy(one => one.Household.SettlementId).ThenBy(one => one.Person.Id)];
    }

    private static NotCountedBecause? Of(OnTheWay? way, LabourCapacity capacity, bool consents) =>
        way is not null ? NotCountedBecause.UnderWay : capacity == LabourCapacity.None ? NotCountedBecause.NoCapacity : consents ? null : NotCountedBecause.NotAsked;

    /// <summary>Of these, who has no work, and has neither passed the training nor is in a class for it.</summary>
    private async Task<List<long>> WithoutWorkAndTrainingAsync(List<long> ids, int kind, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var attending = await db.Set<TrainingRecord>().Where(t => ids.Contains(t.PersonId) && t.KindId == kind && t.Result == TrainingResult.Attending).Select(t => t.PersonId).ToListAsync(cancel);
        return [.. (await workers.ReadAsync(ids, 0, cancel)).Where(w => !w.Employed && !w.TrainingsDone.Contains(kind)).Select(w => w.Id).Except(attending)];
    }
}
