using System.Numerics;
using JobMatch.Data;
using JobMatch.Matching;

namespace JobMatch.Workers;

public sealed record RecordHardshipRequest : WorkerFactRequest
{
    /// <summary>One group; None records that somebody looked and found no hardship.</summary>
    public required HardshipGroup Group { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>就业困难认定, by the station. A running assessment of the same group is changed, not doubled.</summary>
public sealed class RecordHardship(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(RecordHardshipRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: false, (worker, check) =>
    {
        if (request.Group == HardshipGroup.None)
        {
            worker.HardshipCheckedOn = check.On;
            return true;
        }

        if (BitOperations.PopCount((uint)request.Group) != 1 || !Enum.IsDefined(request.Group)) return new Refusal("Hardship.OneGroup", "Group");
        if (request.From is not { } from) return new Refusal("Required", "From");
        if (request.To < from) return new Refusal("Period.EndsBeforeStart", "To");
        var running = worker.Hardships.Find(h => h.Group == request.Group && h.From == from)
            ?? worker.Hardships.Find(h => h.Group == request.Group && (h.To is null || h.To >= from) && h.From <= from);
        if (running is null) worker.Hardships.Add(new HardshipAssessment { WorkerId = worker.Id, SettlementId = worker.SettlementId, Group = request.Group, From = from, To = request.To });
        else running.To = request.To;
        worker.HardshipCheckedOn = check.On;
        return true;
    }, cancel);
}

public sealed record EndHardshipRequest : WorkerFactRequest
{
    public required long HardshipId { get; init; }

    /// <summary>Last day it holds.</summary>
    public required DateOnly To { get; init; }
}

public sealed class EndHardship(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(EndHardshipRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: false, (worker, check) =>
    {
        var hardship = worker.Hardships.Find(h => h.Id == request.HardshipId);
        if (hardship is null) return Refusal.NotFound;
        if (request.To < hardship.From) return new Refusal("Period.EndsBeforeStart", "To");
        (hardship.To, worker.HardshipCheckedOn) = (request.To, check.On);
        return true;
    }, cancel);
}
