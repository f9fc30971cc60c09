using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Households;

/// <summary>For the protected values, null leaves what is there (the form never shows it); empty removes it.</summary>
public sealed record EditPersonRequest
{
    public required long PersonId { get; init; }

    public required int Version { get; init; }

    public string Name { get; init; } = "";

    public string? IdNumber { get; init; }

    public string? Phone { get; init; }

    public string? HealthNote { get; init; }

    public RelationToHead Relation { get; init; }

    public bool InEducation { get; init; }
}

public sealed class EditPerson(JobMatchDbContext db, PersonalData personal, PersonIntake intake, TimeProvider clock)
{
    /// <summary>The person's new version.</summary>
    public async Task<Outcome<int>> RunAsync(EditPersonRequest request, CancellationToken cancel)
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == request.PersonId, cancel);
        if (person is null) return Refusal.NotFound;
        if (person.Version != request.Version) return Refusal.ChangedMeanwhile;

        var refusals = new List<Refusal>();
        if (request.Name.Trim().Length is 0 or > 50) refusals.Add(new("Person.NameNeeded", "Name"));
        var phone = PersonIntake.ReadPhone(request.Phone, refusals);
        ParsedIdNumber id = default;
        if (!string.IsNullOrWhiteSpace(request.IdNumber))
        {
            if (!IdNumber.TryParse(request.IdNumber, out id) || id.BirthDate > clock.Today()) refusals.Add(new("Person.IdNumberMalformed", "IdNumber"));
            else if (intake.IsTooOld(id.BirthDate)) refusals.Add(new("Person.TooOld", "IdNumber", PersonIntake.MostAge));
            else if (await intake.FindTakenAsync(id.Number, person.Id, cancel) is { } taken) refusals.Add(taken);
        }

        if (refusals.Count > 0) return refusals;

        (person.Name, person.Relation, person.InEducation) = (request.Name.Trim(), request.Relation, request.InEducation);
        if (id.Number is not null)
        {
            (person.IdNumber, person.IdHash) = (personal.Protect(id.Number), personal.HashIdNumber(id.Number));
            (person.BirthDate, person.Sex) = (id.BirthDate, id.Sex);
        }

        if (request.Phone is not null) (person.Phone, person.PhoneHash) = phone is null ? (null, null) : (personal.Protect(phone), personal.HashPhone(phone));
        if (request.HealthNote is { } note) person.HealthNote = string.IsNullOrWhiteSpace(note) ? null : personal.Protect(note.Trim());
        return await db.SaveAsync(() => person.Version, cancel);
    }
}
