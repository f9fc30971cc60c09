using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Households;

public sealed record MovePersonRequest
{
    public required long PersonId { get; init; }

    public required int Version { get; init; }

    public required long HouseholdId { get; init; }

    /// <summary>First day in the new household.</summary>
    public required DateOnly From { get; init; }

    public RelationToHead Relation { get; init; } = RelationToHead.Other;
}

/// <summary>Into another household: the membership before ends the day before, and everything recorded about her follows.</summary>
public sealed class MovePerson(JobMatchDbContext db, TimeProvider clock)
{
    /// <summary>The person's new version.</summary>
    public async Task<Outcome<int>> RunAsync(MovePersonRequest request, CancellationToken cancel)
    {
        var person = await db.Set<Person>().Include(p => p.Memberships).SingleOrDefaultAsync(p => p.Id == request.PersonId, cancel);
        var household = await db.Set<Household>().SingleOrDefaultAsync(h => h.Id == request.HouseholdId, cancel);
        if (person is null || household is null) return Refusal.NotFound;
        if (person.Version != request.Version) return Refusal.ChangedMeanwhile;
        var current = person.Memberships.Find(m => m.To is null);
        if (current?.HouseholdId == household.Id) return new Refusal("Person.InThisHousehold", "HouseholdId");
        if (person.DiedOn is not null) return new Refusal("Person.Died");
        if (request.From > clock.Today()) return new Refusal("Person.JoinsInFuture", "From");
        if (current is not null && request.From <= current.From) return new Refusal("Person.JoinsBeforeLast", "From", current.From);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Announce(ChangeKind.Household, [person.HouseholdId]);
        person.MoveInto(household, request.From);
        person.Relation = request.Relation;
        var saved = await db.SaveAsync(() => person.Version, cancel);
        if (!saved.IsDone) return saved;
        await PersonRows.FollowAsync(db, person.Id, household.Id, household.SettlementId, cancel);
        await transaction.CommitAsync(cancel);
        return saved;
    }
}
