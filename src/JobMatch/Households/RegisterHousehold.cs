using JobMatch.Data;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Households;

public sealed record RegisterHouseholdRequest
{
    /// <summary>户编号; made from the settlement and a running number when empty.</summary>
    public string Number { get; init; } = "";

    public long SettlementId { get; init; }

    public string Building { get; init; } = "";

    public string Address { get; init; } = "";

    public DateOnly? MoveInDate { get; init; }

    /// <summary>户主, registered with the household: both or neither.</summary>
    public required NewPerson Head { get; init; }
}

public sealed record RegisteredHousehold(long HouseholdId, long HeadId);

public sealed class RegisterHousehold(JobMatchDbContext db, PersonalData personal, PersonIntake intake, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome<RegisteredHousehold>> RunAsync(RegisterHouseholdRequest request, CancellationToken cancel)
    {
        var settlement = await db.Set<Settlement>().SingleOrDefaultAsync(s => s.Id == request.SettlementId, cancel);
        if (settlement is null || !scope.Value.CoversSettlement(settlement.Id)) return new Refusal("Settlement.OutOfScope", "SettlementId");

        var refusals = new List<Refusal>();
        var number = request.Number.Trim();
        if (number.Length == 0) number = await NextNumberAsync(settlement, cancel);
        else if (await db.Set<Household>().IgnoreQueryFilters([ScopeFilters.Name]).AnyAsync(h => h.Number == number, cancel)) refusals.Add(new("Household.NumberTaken", "Number", number));
        if (request.MoveInDate > clock.Today()) refusals.Add(new("Household.MoveInFuture", "MoveInDate"));
        var head = await intake.ReadAsync(request.Head with { Relation = RelationToHead.Head }, settlement.CountyCode, cancel);
        refusals.AddRange(head.Refusals.Select(r => r with { Field = "Head." + r.Field }));
        if (refusals.Count > 0) return refusals;

        var household = new Household
        {
            Number = number,
            SettlementId = settlement.Id,
            CountyCode = settlement.CountyCode,
            Building = request.Building.Trim(),
            Address = string.IsNullOrWhiteSpace(request.Address) ? null : personal.Protect(request.Address.Trim()),
            MoveInDate = request.MoveInDate,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(household);
        await db.SaveChangesAsync(cancel);
        head.Value!.MoveInto(household, FirstDay(request.MoveInDate, head.Value.BirthDate, clock.Today()));
        db.Add(head.Value);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new RegisteredHousehold(household.Id, head.Value.Id);
    }

    /// <summary>A member belongs to the household since it moved in, or since birth; a household of unknown date counts from today.</summary>
    internal static DateOnly FirstDay(DateOnly? moveIn, DateOnly birth, DateOnly today) => moveIn is not { } from ? today : from > birth ? from : birth;

    private async Task<string> NextNumberAsync(Settlement settlement, CancellationToken cancel)
    {
        var prefix = $"{settlement.TownshipCode}-{settlement.Id}-";
        var count = await db.Set<Household>().IgnoreQueryFilters([ScopeFilters.Name]).CountAsync(h => h.Number.StartsWith(prefix), cancel);
        string number;
        do number = $"{prefix}{++count:D5}";
        while (await db.Set<Household>().IgnoreQueryFilters([ScopeFilters.Name]).AnyAsync(h => h.Number == number, cancel));
        return number;
    }
}
