using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Workers;

public sealed record RecordUnemploymentRegistrationRequest : WorkerFactRequest
{
    /// <summary>Registered employed (true) or unemployed.</summary>
    public required bool Employed { get; init; }

    public required DateOnly On { get; init; }
}

/// <summary>就业失业登记: dated, the latest one holds.</summary>
public sealed class RecordUnemploymentRegistration(JobMatchDbContext db, WorkerFacts facts)
{
    public async Task<Outcome<int>> RunAsync(RecordUnemploymentRegistrationRequest request, CancellationToken cancel)
    {
        if (request.On > facts.Today) return new Refusal("Fact.CheckedInFuture", "On");
        if (await db.Set<UnemploymentRegistration>().AnyAsync(r => r.PersonId == request.WorkerId && r.On == request.On && r.Employed == request.Employed, cancel))
            return new Refusal("Registration.Already", "On");
        return await facts.ChangeAsync(request, maySelf: false, (worker, _) =>
        {
            db.Add(new UnemploymentRegistration { PersonId = worker.Id, SettlementId = worker.SettlementId, Employed = request.Employed, On = request.On });
            if (!request.Employed && (worker.WaitingSince is null || worker.WaitingSince > request.On)) worker.WaitingSince = request.On;
            return true;
        }, cancel);
    }
}
