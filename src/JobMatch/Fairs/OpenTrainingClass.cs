using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <param name="KindId">A kind of the catalogue.</param>
/// <param name="Terms">The kind's name stands for an empty title; it begins today or later.</param>
/// <param name="PostingIds">Public postings that those who pass are wanted for; none: not order-based.</param>
/// <param name="PersonIds">Workers of the scope; each is entered as attending and told.</param>
/// <param name="By">The clerk's account.</param>
public sealed record OpenTrainingClassRequest(int KindId, TrainingClassTerms Terms, IReadOnlyList<long> PostingIds, IReadOnlyList<long> PersonIds, long By);

/// <summary>Opens a class and enters its people, as one.</summary>
public sealed class OpenTrainingClass(JobMatchDbContext db, CurrentScope scope, TimeProvider clock)
{
    /// <summary>As many as a demand lists.</summary>
    public const int MostPostings = 50;

    public async Task<Outcome<long>> RunAsync(OpenTrainingClassRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (scope.Value.Kind != ScopeKind.Settlements || scope.Value.SettlementIds.Length == 0) return Refusal.NotFound;
        if (!Catalogue.Instance.Trainings.TryGetValue(request.KindId, out var kind)) return new Refusal("Training.UnknownKind", nameof(request.KindId));
        var (people, terms) = (request.PersonIds.Distinct().ToList(), request.Terms);
        var refusals = terms.Check(people.Count, clock.Today());
        if (people.Count == 0) refusals.Add(new Refusal("Training.Nobody", nameof(request.PersonIds)));
        if (refusals.Count > 0) return refusals;
        var postings = request.PostingIds.Distinct().Take(MostPostings).ToList();
        if (await db.Set<Posting>().CountAsync(p => postings.Contains(p.Id) && p.State == PostingState.Published, cancel) != postings.Count) return Refusal.NotFound;
        var workers = await db.Set<Worker>().Where(w => people.Contains(w.Id)).Select(w => new { w.Id, w.SettlementId }).ToListAsync(cancel);
        if (workers.Count != people.Count) return Refusal.NotFound;
        if (await db.Set<TrainingRecord>().AnyAsync(t => people.Contains(t.PersonId) && t.KindId == kind.Id && t.Result == TrainingResult.Attending, cancel)) return new Refusal("Training.AttendsAlready", nameof(request.PersonIds));

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var title = terms.Title.Trim().Length > 0 ? terms.Title.Trim() : kind.Name;
        var opened = new TrainingClass
        {
            SettlementId = workers[0].SettlementId, KindId = kind.Id, Title = title, Form = postings.Count == 0 ? TrainingForm.PreJob : TrainingForm.OrderBased,
            PostingIds = postings, Seats = terms.Seats, From = terms.From, To = terms.To, Place = terms.Place.Trim(), Trainer = terms.Trainer.Trim(), MadeBy = request.By, MadeAt = clock.UtcNow(),
        };
        db.Add(opened);
        await db.SaveChangesAsync(cancel);
        db.AddRange(workers.Select(worker => new TrainingRecord
        {
            PersonId = worker.Id, SettlementId = worker.SettlementId, KindId = kind.Id, Title = title, Form = opened.Form, From = terms.From, To = null, Result = TrainingResult.Attending,
            ClassId = opened.Id, Check = new FactCheck(FactSource.Station, clock.Today()),
        }));
        db.AddRange(ClassNews.Of(opened, NotificationKind.TrainingEntered, people, clock.UtcNow()));
        var saved = await db.SaveAsync(() => opened.Id, cancel);
        if (saved.IsDone) await transaction.CommitAsync(cancel);
        return saved;
    }
}
