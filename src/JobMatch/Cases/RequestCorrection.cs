using JobMatch.Data;

namespace JobMatch.Cases;

public sealed record RequestCorrectionRequest
{
    public required long PersonId { get; init; }

    /// <summary>What is wrong, in her words.</summary>
    public required string Text { get; init; }
}

/// <summary>"What is recorded about me is wrong": a case for the station, which changes the ledger and answers.</summary>
public sealed class RequestCorrection(JobMatchDbContext db, TimeProvider clock)
{
    public Task<Outcome<long>> RunAsync(RequestCorrectionRequest request, CancellationToken cancel) =>
        AskForHelp.OpenAsync(db, clock, request.PersonId, CaseKind.Correction, HelpTopic.None, request.Text.Trim(), textNeeded: true, cancel);
}
