using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Training;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <param name="ClassId">Which.</param>
/// <param name="Version">As the form had it.</param>
/// <param name="Terms">The title stays when it is empty; the first day may stay in the past, not be moved there.</param>
/// <param name="Stay">Those of its people who stay in it.</param>
/// <param name="By">The clerk's account.</param>
public sealed record CorrectTrainingClassRequest(long ClassId, int Version, TrainingClassTerms Terms, IReadOnlyCollection<long> Stay, long By);

/// <summary>
/// Corrects a class or calls it off; people who are in it are told. Whoever has a result keeps it. Somebody taken out before it begins was never in it; afterwards she has left it.
/// </summary>
public sealed class ChangeTrainingClass(JobMatchDbContext db, TimeProvider clock)
{
    public async Task<Outcome<bool>> CorrectAsync(CorrectTrainingClassRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await ReadAsync(request.ClassId, cancel);
        if (found.Value is not var (one, records)) return found.Refusals.ToList();
        if (one.Version != request.Version) return Refusal.ChangedMeanwhile;
        if (one.CancelledAt is not null) return new Refusal("Training.IsCancelled");
        var terms = request.Terms;
        var (leave, stay) = (records.Where(r => IsIn(r) && !request.Stay.Contains(r.PersonId)).ToList(), records.Where(r => IsIn(r) && request.Stay.Contains(r.PersonId)).ToList());
        var today = clock.Today();
        if (terms.Check(records.Count - leave.Count, one.From < today ? one.From : today) is { Count: > 0 } refusals) return refusals;
        var title = terms.Title.Trim().Length > 0 ? terms.Title.Trim() : one.Title;
        var moved = (one.From, one.Place) != (terms.From, terms.Place.Trim());
        foreach (var record in stay) (record.Title, record.From) = (title, terms.From);
        foreach (var record in leave)
            if (one.From > today) db.Remove(record);
            else (record.Result, record.To) = (TrainingResult.DroppedOut, today);
        (one.Title, one.Seats, one.From, one.To, one.Place, one.Trainer) = (title, terms.Seats, terms.From, terms.To, terms.Place.Trim(), terms.Trainer.Trim());
        if (leave.Count > 0) one.ChangePeople(clock.UtcNow());
        if (moved) Tell(one, NotificationKind.TrainingChanged, stay);
        Tell(one, NotificationKind.TrainingLeft, leave);
        return await db.SaveOrRefuseAsync(cancel);
    }

    /// <summary>It does not take place: nobody attends it any more, and what they wanted to learn is wanted again.</summary>
    public async Task<Outcome<int>> CancelAsync(long id, int version, CancellationToken cancel)
    {
        var found = await ReadAsync(id, cancel);
        if (found.Value is not var (one, records)) return found.Refusals.ToList();
        if (one.Version != version) return Refusal.ChangedMeanwhile;
        var cancelled = one.Cancel(clock.UtcNow());
        if (!cancelled.IsDone) return cancelled.Refusals.ToList();
        var told = records.Where(IsIn).ToList();
        foreach (var record in told) record.Result = TrainingResult.Cancelled;
        Tell(one, NotificationKind.TrainingCancelled, told);
        return await db.SaveAsync(() => told.Count, cancel);
    }

    /// <summary>Takes the cancelling back on the same day; who has found a place in another class of the kind meanwhile stays there.</summary>
    public async Task<Outcome<int>> RestoreAsync(long id, CancellationToken cancel)
    {
        var found = await ReadAsync(id, cancel);
        if (found.Value is not var (one, records)) return found.Refusals.ToList();
        var restored = one.Restore(clock.UtcNow());
        if (!restored.IsDone) return restored.Refusals.ToList();
        var people = records.ConvertAll(r => r.PersonId);
        var elsewhere = await db.Set<TrainingRecord>().Where(t => people.Contains(t.PersonId) && t.KindId == one.KindId && t.Result == TrainingResult.Attending).Select(t => t.PersonId).ToListAsync(cancel);
        var back = records.Where(r => r.Result == TrainingResult.Cancelled && !elsewhere.Contains(r.PersonId)).ToList();
        foreach (var record in back) record.Result = TrainingResult.Attending;
        Tell(one, NotificationKind.TrainingChanged, back);
        return await db.SaveAsync(() => back.Count, cancel);
    }

    private static bool IsIn(TrainingRecord record) => record.Result == TrainingResult.Attending;

    private void Tell(TrainingClass of, NotificationKind kind, IEnumerable<TrainingRecord> records) => db.AddRange(ClassNews.Of(of, kind, records.Select(r => r.PersonId), clock.UtcNow()));

    /// <summary>A class with all of its people; one with people of other stations is not one clerk's to change.</summary>
    private async Task<Outcome<(TrainingClass Class, List<TrainingRecord> Records)?>> ReadAsync(long id, CancellationToken cancel)
    {
        if (await db.Set<TrainingClass>().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } one) return Refusal.NotFound;
        var records = await db.Set<TrainingRecord>().Where(t => t.ClassId == id).ToListAsync(cancel);
        if (await db.Set<TrainingRecord>().IgnoreQueryFilters([ScopeFilters.Name]).CountAsync(t => t.ClassId == id, cancel) != records.Count) return new Refusal("Training.NotAllYours");
        return ((TrainingClass, List<TrainingRecord>)?)(one, records);
    }
}
