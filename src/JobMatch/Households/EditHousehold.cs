using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Households;

public sealed record EditHouseholdRequest
{
    public required long HouseholdId { get; init; }

    public required int Version { get; init; }

    public string Building { get; init; } = "";

    /// <summary>Null leaves the protected address as it is; empty removes it.</summary>
    public string? Address { get; init; }

    public DateOnly? MoveInDate { get; init; }

    public DateOnly? RegisteredPoorFrom { get; init; }

    public DateOnly? RegisteredPoorTo { get; init; }

    public DateOnly? MonitoredFrom { get; init; }

    public DateOnly? MonitoredTo { get; init; }

    public DateOnly? LowIncomeFrom { get; init; }

    public DateOnly? LowIncomeTo { get; init; }
}

public sealed class EditHousehold(JobMatchDbContext db, PersonalData personal, TimeProvider clock)
{
    /// <summary>The household's new version.</summary>
    public async Task<Outcome<int>> RunAsync(EditHouseholdRequest request, CancellationToken cancel)
    {
        var household = await db.Set<Household>().SingleOrDefaultAsync(h => h.Id == request.HouseholdId, cancel);
        if (household is null) return Refusal.NotFound;
        if (household.Version != request.Version) return Refusal.ChangedMeanwhile;

        var refusals = new List<Refusal>();
        if (request.MoveInDate > clock.Today()) refusals.Add(new("Household.MoveInFuture", "MoveInDate"));
        CheckPeriod(request.RegisteredPoorFrom, request.RegisteredPoorTo, "RegisteredPoorTo", refusals);
        CheckPeriod(request.MonitoredFrom, request.MonitoredTo, "MonitoredTo", refusals);
        CheckPeriod(request.LowIncomeFrom, request.LowIncomeTo, "LowIncomeTo", refusals);
        if (refusals.Count > 0) return refusals;

        (household.Building, household.MoveInDate) = (request.Building.Trim(), request.MoveInDate);
        (household.RegisteredPoorFrom, household.RegisteredPoorTo) = (request.RegisteredPoorFrom, request.RegisteredPoorTo);
        (household.MonitoredFrom, household.MonitoredTo) = (request.MonitoredFrom, request.MonitoredTo);
        (household.LowIncomeFrom, household.LowIncomeTo) = (request.LowIncomeFrom, request.LowIncomeTo);
        if (request.Address is { } address) household.Address = string.IsNullOrWhiteSpace(address) ? null : personal.Protect(address.Trim());
        // The flags are in the profile of every member.
        db.Announce(ChangeKind.Worker, await db.Set<Person>().Where(p => p.HouseholdId == household.Id).Select(p => p.Id).ToListAsync(cancel));
        return await db.SaveAsync(() => household.Version, cancel);
    }

    private static void CheckPeriod(DateOnly? from, DateOnly? to, string field, List<Refusal> refusals)
    {
        if (to is not null && (from is null || to < from)) refusals.Add(new("Period.EndsBeforeStart", field));
    }
}
