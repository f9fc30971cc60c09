using JobMatch.Data;
using JobMatch.Matching;

namespace JobMatch.Workers;

public sealed record EditMobilityRequest : WorkerFactRequest
{
    public required Mobility Mobility { get; init; }

    /// <summary>Only with <see cref="Mobility.Metres"/>: straight line from home, 100 m to 200 km.</summary>
    public int? Metres { get; init; }

    public Duty ImpossibleDuties { get; init; }
}

/// <summary>How far she would go, and what she cannot do.</summary>
public sealed class EditMobility(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(EditMobilityRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: true, (worker, check) =>
    {
        if (!Enum.IsDefined(request.Mobility) || request.Mobility == Mobility.Unknown) return new Refusal("Required", "Mobility");
        if (request.Mobility == Mobility.Metres && request.Metres is not (>= 100 and <= 200_000)) return new Refusal("Mobility.Metres", "Metres");
        worker.RecordMobility(request.Mobility, request.Mobility == Mobility.Metres ? request.Metres : null, request.ImpossibleDuties, check);
        return true;
    }, cancel);
}
