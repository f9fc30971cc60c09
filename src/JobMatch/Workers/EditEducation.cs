using JobMatch.Data;
using JobMatch.Matching;

namespace JobMatch.Workers;

public sealed record EditEducationRequest : WorkerFactRequest
{
    public required Education Education { get; init; }

    public required Mandarin Mandarin { get; init; }
}

public sealed class EditEducation(WorkerFacts facts)
{
    public Task<Outcome<int>> RunAsync(EditEducationRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: false, (worker, check) =>
    {
        if (!Enum.IsDefined(request.Education)) return new Refusal("Required", "Education");
        if (!Enum.IsDefined(request.Mandarin)) return new Refusal("Required", "Mandarin");
        if (request is { Education: Education.Unknown, Mandarin: Mandarin.Unknown }) return new Refusal("Fact.NothingSaid", "Education");
        worker.RecordEducation(request.Education, request.Mandarin, check);
        return true;
    }, cancel);
}
