using JobMatch.Data;
using JobMatch.Households;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Cases;

public sealed record RecordHelpRequest
{
    /// <summary>The case it belongs to; null for help outside of any case.</summary>
    public long? CaseId { get; init; }

    /// <summary>Who was helped; default the case's person, or the head of its household.</summary>
    public long? PersonId { get; init; }

    public required ServiceKind Kind { get; init; }

    /// <summary>Default today.</summary>
    public DateOnly? On { get; init; }

    public string Note { get; init; } = "";

    public required long ByAccountId { get; init; }
}

/// <summary>Writes down what the station did; the first help stops the first clock of the case.</summary>
public sealed class RecordHelp(JobMatchDbContext db, TimeProvider clock)
{
    /// <summary>The service record's id; 0 for help to a place, which is on its case only.</summary>
    public async Task<Outcome<long>> RunAsync(RecordHelpRequest request, CancellationToken cancel)
    {
        var on = request.On ?? clock.Today();
        if (on > clock.Today()) return new Refusal("Service.InFuture", "On");
        if (!Enum.IsDefined(request.Kind)) return new Refusal("Required", "Kind");
        if (request.Note.Length > 400) return new Refusal("TooLong", "Note", 400);
        var about = request.CaseId is { } id ? await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == id, cancel) : null;
        if (request.CaseId is not null && about is null) return Refusal.NotFound;
        if (about is not null && on < about.OpenedOn) return new Refusal("Service.BeforeCase", "On", about.OpenedOn);
        if (about is { IsOpen: false }) return new Refusal("Case.NotOpen");

        var personId = request.PersonId ?? about?.PersonId ?? await HeadAsync(about?.HouseholdId, cancel);
        var person = personId is { } who ? await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == who, cancel) : null;
        if (person is null && about is not { HouseholdId: null, PersonId: null }) return new Refusal("Service.NobodyHelped", "PersonId");

        about?.Help(on, request.ByAccountId);
        ServiceRecord? record = null;
        if (person is not null)
        {
            record = new ServiceRecord
            {
                PersonId = person.Id, HouseholdId = person.HouseholdId, SettlementId = person.SettlementId, Kind = request.Kind, On = on,
                ByAccountId = request.ByAccountId, CaseId = about?.Id, Note = request.Note.Trim(),
            };
            db.Add(record);
        }

        return await db.SaveAsync(() => record?.Id ?? 0, cancel);
    }

    private async Task<long?> HeadAsync(long? householdId, CancellationToken cancel) => householdId is null
        ? null
        : await db.MembersOn(clock.Today()).Where(m => m.HouseholdId == householdId).OrderBy(m => m.Person.Relation).ThenBy(m => m.Person.Id)
            .Select(m => (long?)m.Person.Id).FirstOrDefaultAsync(cancel);
}
