using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <param name="ClassId">One of the scope that takes place and is not over.</param>
/// <param name="PersonIds">Workers of the scope who are in no class of the kind; each is entered as attending and told.</param>
public sealed record AddToTrainingClassRequest(long ClassId, IReadOnlyList<long> PersonIds);

/// <summary>Enters more people in a class that has room for all of them, or none.</summary>
public sealed class AddToTrainingClass(JobMatchDbContext db, TimeProvider clock)
{
    /// <returns>How many were entered.</returns>
    public async Task<Outcome<int>> RunAsync(AddToTrainingClassRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (people, today) = (request.PersonIds.Distinct().ToList(), clock.Today());
        if (await db.Set<TrainingClass>().SingleOrDefaultAsync(c => c.Id == request.ClassId, cancel) is not { } one) return Refusal.NotFound;
        if (one.CancelledAt is not null) return new Refusal("Training.IsCancelled");
        if (one.To < today) return new Refusal("Training.IsOver");
        if (people.Count == 0) return new Refusal("Training.Nobody", nameof(request.PersonIds));
        var workers = await db.Set<Worker>().Where(w => people.Contains(w.Id)).OrderBy(w => w.Id).Select(w => new { w.Id, w.SettlementId }).ToListAsync(cancel);
        if (workers.Count != people.Count) return Refusal.NotFound;
        if (await db.Set<TrainingRecord>().AnyAsync(t => people.Contains(t.PersonId) && t.KindId == one.KindId && t.Result == TrainingResult.Attending, cancel)) return new Refusal("Training.AttendsAlready", nameof(request.PersonIds));
        // Seats that people of other stations have are taken, too.
        var taken = await db.Set<TrainingRecord>().IgnoreQueryFilters([ScopeFilters.Name]).Where(t => t.ClassId == one.Id).CountAsync(TrainingClass.TakesSeat, cancel);
        if (taken + people.Count > one.Seats) return new Refusal("Training.NoSeats", nameof(request.PersonIds), Math.Max(0, one.Seats - taken));

        db.AddRange(workers.Select(worker => new TrainingRecord
        {
            PersonId = worker.Id, SettlementId = worker.SettlementId, KindId = one.KindId, Title = one.Title, Form = one.Form, From = one.From > today ? one.From : today, Result = TrainingResult.Attending,
            ClassId = one.Id, Check = new FactCheck(FactSource.Station, today),
        }));
        db.AddRange(ClassNews.Of(one, NotificationKind.TrainingEntered, people, clock.UtcNow()));
        one.ChangePeople(clock.UtcNow());
        // Two clerks who give away the last seat at once: one of them is told.
        db.Entry(one).Property(c => c.Seats).IsModified = true;
        return await db.SaveAsync(() => workers.Count, cancel);
    }
}
