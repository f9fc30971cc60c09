using JobMatch.Data;

namespace JobMatch.Workers;

public sealed record SetConsentRequest : WorkerFactRequest
{
    /// <summary>Employers see the masked profile.</summary>
    public required bool Agrees { get; init; }
}

/// <summary>The resident lets employers see her masked profile, or takes that back; the station writes down what she says.</summary>
public sealed class SetConsent(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(SetConsentRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: true, (worker, _) =>
    {
        worker.ConsentsToEmployers = request.Agrees;
        return true;
    }, cancel);
}
