using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <summary>Asks the planner what each training would change for the people of the clerk's scope; worked out in the background like a plan.</summary>
public sealed class AskTrainingDemand(JobMatchDbContext db, CurrentScope scope, PlanSignal signal, TimeProvider clock)
{
    /// <param name="of">The vacancies it is counted for.</param>
    /// <param name="by">The account that asks.</param>
    /// <param name="cancel">Stops the saving.</param>
    public async Task<Outcome<long>> RunAsync(DemandScope of, long by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(of);
        if (scope.Value.Kind != ScopeKind.Settlements || scope.Value.SettlementIds.Length == 0) return Refusal.NotFound;
        if (of.FairId is { } fair && !await db.Set<Fair>().AnyAsync(f => f.Id == fair, cancel)) return Refusal.NotFound;
        var plan = new PlacementPlan
        {
            Kind = PlanKind.TrainingDemand,
            SettlementId = scope.Value.SettlementIds[0],
            Name = "",
            People = new PeopleChoice { SettlementIds = [.. scope.Value.SettlementIds] },
            Scope = of,
            MadeBy = by,
            MadeAt = clock.UtcNow(),
        };
        db.Add(plan);
        var saved = await db.SaveAsync(() => plan.Id, cancel);
        signal.Wake();
        return saved;
    }
}
