using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Households;

public sealed record RegisterPersonRequest
{
    public required long HouseholdId { get; init; }

    public required NewPerson Person { get; init; }

    /// <summary>First day in the household; default: its move-in date, or the birth after it.</summary>
    public DateOnly? From { get; init; }
}

/// <param name="PersonId">The new person.</param>
/// <param name="OtherHouseholdsWithPhone">Households that already use this phone: worth a look, no obstacle.</param>
public sealed record RegisteredPerson(long PersonId, int OtherHouseholdsWithPhone);

/// <summary>Puts a member of a household on the ledger. An ID number already there is refused with a pointer to its person.</summary>
public sealed class RegisterPerson(JobMatchDbContext db, PersonIntake intake, TimeProvider clock)
{
    public async Task<Outcome<RegisteredPerson>> RunAsync(RegisterPersonRequest request, CancellationToken cancel)
    {
        var household = await db.Set<Household>().SingleOrDefaultAsync(h => h.Id == request.HouseholdId, cancel);
        if (household is null) return Refusal.NotFound;

        var read = await intake.ReadAsync(request.Person, household.CountyCode, cancel);
        var refusals = read.Refusals.ToList();
        if (request.From > clock.Today()) refusals.Add(new("Person.JoinsInFuture", "From"));
        if (request.Person.Relation == RelationToHead.Head && await db.MembersOn(clock.Today()).AnyAsync(m => m.HouseholdId == household.Id && m.Person.Relation == RelationToHead.Head, cancel))
            refusals.Add(new("Household.HasHead", "Relation"));
        if (refusals.Count > 0) return refusals;

        var person = read.Value!;
        person.MoveInto(household, request.From ?? RegisterHousehold.FirstDay(household.MoveInDate, person.BirthDate, clock.Today()));
        db.Add(person);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException race) when (race.IsUniqueViolation() && person.IdHash is not null)
        {
            return new Refusal("Person.RegisteredMeanwhile", "IdNumber");
        }

        return new RegisteredPerson(person.Id, await intake.OtherHouseholdsWithPhoneAsync(person.PhoneHash, household.Id, cancel));
    }
}
