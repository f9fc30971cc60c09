using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Households;

/// <summary>A member died, or left the household for good without joining another one on this ledger.</summary>
public sealed record RecordDepartureRequest
{
    public required long PersonId { get; init; }

    public required int Version { get; init; }

    public required DepartureKind Kind { get; init; }

    /// <summary>Day of death, or last day in the household.</summary>
    public required DateOnly On { get; init; }
}

public enum DepartureKind
{
    Died = 1,
    LeftHome = 2,
}

public sealed class RecordDeparture(JobMatchDbContext db, TimeProvider clock)
{
    /// <summary>The person's new version.</summary>
    public async Task<Outcome<int>> RunAsync(RecordDepartureRequest request, CancellationToken cancel)
    {
        var person = await db.Set<Person>().Include(p => p.Memberships).SingleOrDefaultAsync(p => p.Id == request.PersonId, cancel);
        if (person is null) return Refusal.NotFound;
        if (person.Version != request.Version) return Refusal.ChangedMeanwhile;
        var current = person.Memberships.Find(m => m.To is null);
        if (person.DiedOn is not null || (current is null && request.Kind == DepartureKind.LeftHome)) return new Refusal("Person.NotInHousehold");
        if (request.On > clock.Today() || request.On < person.BirthDate || request.On < current?.From) return new Refusal("Person.DepartureDay", "On");

        if (request.Kind == DepartureKind.Died) person.DiedOn = request.On;
        if (current is not null) current.To = request.On;
        // A membership is no root of its own; the version of the person guards it.
        db.Entry(person).State = EntityState.Modified;
        return await db.SaveAsync(() => person.Version, cancel);
    }
}
