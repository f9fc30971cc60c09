using JobMatch.Data;
using JobMatch.Matching;

namespace JobMatch.Workers;

public sealed record EditCapacityRequest : WorkerFactRequest
{
    public required LabourCapacity Capacity { get; init; }

    public WorkRestriction Restrictions { get; init; }
}

/// <summary>劳动能力 decides what may be offered: the station or a visit records it, never the resident alone.</summary>
public sealed class EditCapacity(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(EditCapacityRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: false, (worker, check) =>
    {
        if (!Enum.IsDefined(request.Capacity) || request.Capacity == LabourCapacity.Unknown) return new Refusal("Required", "Capacity");
        worker.RecordCapacity(request.Capacity, request.Restrictions, check);
        return true;
    }, cancel);
}
