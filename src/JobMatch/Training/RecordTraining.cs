using JobMatch.Data;
using JobMatch.Occupations;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Training;

/// <summary>A training that a worker takes or took; without id a new one, with id the result of one that ran.</summary>
public sealed record RecordTrainingRequest : WorkerFactRequest
{
    public long? TrainingId { get; init; }

    public required int KindId { get; init; }

    /// <summary>Title of the class; the kind's name when empty.</summary>
    public string Title { get; init; } = "";

    public required TrainingForm Form { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public required TrainingResult Result { get; init; }
}

/// <summary>Passing gives what the kind of training teaches: its skills as evidenced, and its certificate.</summary>
public sealed class RecordTraining(JobMatchDbContext db, WorkerFacts facts)
{
    public async Task<Outcome<long>> RunAsync(RecordTrainingRequest request, CancellationToken cancel)
    {
        if (!Catalogue.Instance.Trainings.TryGetValue(request.KindId, out var kind)) return new Refusal("Training.UnknownKind", "KindId");
        if (request.Result == TrainingResult.Cancelled) return new Refusal("Training.CancelsAsClass", "Result");
        if (request.To < request.From) return new Refusal("Period.EndsBeforeStart", "To");
        if (request.Result != TrainingResult.Attending && request.To is null) return new Refusal("Training.EndNeeded", "To");
        if (request.Result != TrainingResult.Attending && request.To > facts.Today) return new Refusal("Training.ResultInFuture", "To");

        var known = request.TrainingId is { } id ? await db.Set<TrainingRecord>().SingleOrDefaultAsync(t => t.Id == id && t.PersonId == request.WorkerId, cancel) : null;
        if (request.TrainingId is not null && known is null) return Refusal.NotFound;
        if (known is { Result: not TrainingResult.Attending }) return new Refusal("Training.HasResult", "Result");

        var record = known;
        var changed = await facts.ChangeAsync(request, maySelf: false, (worker, check) =>
        {
            record ??= New(request, kind, worker);
            (record.To, record.Result, record.Check) = (request.To, request.Result, check);
            if (known is null) db.Add(record);
            if (record.Result == TrainingResult.Passed) Give(worker, kind, record);
            return true;
        }, cancel);
        return changed.IsDone ? record!.Id : changed.Refusals.ToList();
    }

    private static TrainingRecord New(RecordTrainingRequest request, TrainingKind kind, Worker worker) => new()
    {
        PersonId = worker.Id,
        SettlementId = worker.SettlementId,
        KindId = kind.Id,
        Title = request.Title.Trim().Length > 0 ? request.Title.Trim() : kind.Name,
        Form = request.Form,
        From = request.From,
        Result = request.Result,
    };

    private static void Give(Worker worker, TrainingKind kind, TrainingRecord record)
    {
        var proof = new FactCheck(FactSource.Training, record.To);
        foreach (var skillId in kind.Skills)
        {
            // A level that was higher before stays; what changes is that it is now proved.
            var before = worker.Skills.Find(s => s.SkillId == skillId)?.Level ?? SkillLevel.Unknown;
            worker.Record(skillId, before > SkillLevel.CanDo ? before : SkillLevel.CanDo, $"{record.Title} {record.To:yyyy-MM}", proof);
        }

        if (kind.CertificateId is { } certificate) worker.Record(Catalogue.Instance.Certificates[certificate], record.To, to: null, proof);
    }
}
