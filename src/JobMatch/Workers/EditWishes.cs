using JobMatch.Data;
using JobMatch.Occupations;

namespace JobMatch.Workers;

public sealed record EditWishesRequest : WorkerFactRequest
{
    /// <summary>Wants work; null leaves what is recorded.</summary>
    public bool? Willing { get; init; }

    public required WorkWishes Wishes { get; init; }
}

public sealed class EditWishes(WorkerFacts facts)
{
    private const long MostWageFloorFen = 10_000_000;

    public Task<Outcome<int>> RunAsync(EditWishesRequest request, CancellationToken cancel) => facts.ChangeAsync(request, maySelf: true, (worker, check) =>
    {
        var wishes = request.Wishes;
        var refusals = new List<Refusal>();
        if (wishes.WageFloorFen is < 0 or > MostWageFloorFen) refusals.Add(new("Wishes.WageFloor", "WageFloor"));
        if (wishes.Words.Length > 500) refusals.Add(new("TooLong", "Words", 500));
        if (wishes.OccupationIds.Any(id => !Catalogue.Instance.Occupations.ContainsKey(id))) refusals.Add(new("Occupation.Unknown", "OccupationIds"));
        if (wishes.TrainingKindIds.Any(id => !Catalogue.Instance.Trainings.ContainsKey(id))) refusals.Add(new("Training.UnknownKind", "TrainingKindIds"));
        if (wishes.OccupationIds.Count > 20 || wishes.RegionCodes.Count > 20 || wishes.TrainingKindIds.Count > 20) refusals.Add(new("Wishes.TooMany"));
        // A form that is saved as it came says nothing; it must not count as having asked.
        if (wishes.IsEmpty && worker.Wishes.IsEmpty && (request.Willing is null || (request.Willing == worker.Willing && check.Source != FactSource.Self))) refusals.Add(new("Fact.NothingSaid"));
        if (refusals.Count > 0) return refusals;

        worker.RecordWishes(wishes, wishes.IsEmpty ? FactCheck.None : check);
        if (request.Willing is { } willing) worker.RecordWilling(willing, check);
        return true;
    }, cancel);
}
