using JobMatch.Data;
using JobMatch.Occupations;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Training;

/// <param name="KindId">A kind of the catalogue.</param>
/// <param name="Title">The kind's name when empty.</param>
/// <param name="EmployerId">With the posting: whose order it is; null: not order-based.</param>
/// <param name="PostingId">What those who pass are wanted for.</param>
/// <param name="Seats">1–500, at least as many as people.</param>
/// <param name="From">First day, today or later.</param>
/// <param name="To">Last day, if known.</param>
/// <param name="PersonIds">Workers of the scope; each is entered as attending.</param>
/// <param name="By">The clerk's account.</param>
public sealed record OpenTrainingClassRequest(
    int KindId, string Title, long? EmployerId, long? PostingId, int Seats, DateOnly From, DateOnly? To, IReadOnlyList<long> PersonIds, long By);

/// <summary>Opens a class and enters its people, as one.</summary>
public sealed class OpenTrainingClass(JobMatchDbContext db, CurrentScope scope, TimeProvider clock)
{
    private const int MostSeats = 500;

    public async Task<Outcome<long>> RunAsync(OpenTrainingClassRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (scope.Value.Kind != ScopeKind.Settlements || scope.Value.SettlementIds.Length == 0) return Refusal.NotFound;
        if (!Catalogue.Instance.Trainings.TryGetValue(request.KindId, out var kind)) return new Refusal("Training.UnknownKind", nameof(request.KindId));
        var people = request.PersonIds.Distinct().ToList();
        if (Check(request, people.Count) is { Count: > 0 } refusals) return refusals;
        var workers = await db.Set<Worker>().Where(w => people.Contains(w.Id)).Select(w => new { w.Id, w.SettlementId }).ToListAsync(cancel);
        if (workers.Count != people.Count) return Refusal.NotFound;
        if (await db.Set<TrainingRecord>().AnyAsync(t => people.Contains(t.PersonId) && t.KindId == kind.Id && t.Result == TrainingResult.Attending, cancel)) return new Refusal("Training.AttendsAlready", nameof(request.PersonIds));

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var title = request.Title.Trim().Length > 0 ? request.Title.Trim() : kind.Name;
        var opened = new TrainingClass
        {
            SettlementId = workers[0].SettlementId, KindId = kind.Id, Title = title, Form = request.EmployerId is null ? TrainingForm.PreJob : TrainingForm.OrderBased, EmployerId = request.EmployerId,
            PostingId = request.PostingId, Seats = request.Seats, From = request.From, To = request.To, MadeBy = request.By, MadeAt = clock.UtcNow(),
        };
        db.Add(opened);
        await db.SaveChangesAsync(cancel);
        db.AddRange(workers.Select(worker => new TrainingRecord
        {
            PersonId = worker.Id, SettlementId = worker.SettlementId, KindId = kind.Id, Title = title, Form = opened.Form, From = request.From, To = null, Result = TrainingResult.Attending,
            ClassId = opened.Id, Check = new FactCheck(FactSource.Station, clock.Today()),
        }));
        var saved = await db.SaveAsync(() => opened.Id, cancel);
        if (saved.IsDone) await transaction.CommitAsync(cancel);
        return saved;
    }

    private List<Refusal> Check(OpenTrainingClassRequest request, int people)
    {
        var refusals = new List<Refusal>();
        if (request.Title.Trim().Length > 80) refusals.Add(new Refusal("TooLong", nameof(request.Title), 80));
        if (people == 0) refusals.Add(new Refusal("Training.Nobody", nameof(request.PersonIds)));
        if (request.Seats is < 1 or > MostSeats) refusals.Add(new Refusal("OutOfRange", nameof(request.Seats), 1, MostSeats));
        else if (request.Seats < people) refusals.Add(new Refusal("Training.TooFewSeats", nameof(request.Seats), people));
        if (request.From < clock.Today()) refusals.Add(new Refusal("Fair.InPast", nameof(request.From)));
        if (request.To < request.From) refusals.Add(new Refusal("Period.EndsBeforeStart", nameof(request.To)));
        return refusals;
    }
}
