using JobMatch.Data;
using JobMatch.Occupations;

namespace JobMatch.Workers;

public sealed record RecordExperienceRequest : WorkerFactRequest
{
    public required int OccupationId { get; init; }

    public string Workplace { get; init; } = "";

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Needed only when the days are not known.</summary>
    public int? Months { get; init; }
}

public sealed class RecordExperience(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(RecordExperienceRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: false, (worker, _) =>
    {
        if (!Catalogue.Instance.Occupations.ContainsKey(request.OccupationId)) return new Refusal("Occupation.Unknown", "OccupationId");
        if (request.To < request.From) return new Refusal("Period.EndsBeforeStart", "To");
        if (request.To > facts.Today || request.From > facts.Today) return new Refusal("Experience.InFuture", "To");
        var months = request.Months ?? (request is { From: { } from, To: { } to } ? ((to.Year - from.Year) * 12) + to.Month - from.Month + 1 : null);
        if (months is not (>= 1 and <= 720)) return new Refusal("Experience.Months", "Months");
        worker.Experience.Add(new WorkExperience
        {
            WorkerId = worker.Id,
            SettlementId = worker.SettlementId,
            OccupationId = request.OccupationId,
            Workplace = request.Workplace.Trim(),
            From = request.From,
            To = request.To,
            Months = months.Value,
        });
        return true;
    }, cancel);
}
