using JobMatch.Data;

namespace JobMatch.Fairs;

/// <summary>Asks the planner what each training would change for the people of the clerk's scope; worked out in the background like a plan.</summary>
public sealed class AskTrainingDemand(JobMatchDbContext db, CurrentScope scope, PlanSignal signal, TimeProvider clock)
{
    public async Task<Outcome<long>> RunAsync(long by, CancellationToken cancel)
    {
        if (scope.Value.Kind != ScopeKind.Settlements || scope.Value.SettlementIds.Length == 0) return Refusal.NotFound;
        var plan = new PlacementPlan
        {
            Kind = PlanKind.TrainingDemand,
            SettlementId = scope.Value.SettlementIds[0],
            Name = "",
            People = new PeopleChoice { SettlementIds = [.. scope.Value.SettlementIds] },
            MadeBy = by,
            MadeAt = clock.UtcNow(),
        };
        db.Add(plan);
        var saved = await db.SaveAsync(() => plan.Id, cancel);
        signal.Wake();
        return saved;
    }
}
