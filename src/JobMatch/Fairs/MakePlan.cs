using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <param name="Name">What it is called in the list.</param>
/// <param name="FairId">The fair that it is for, or null.</param>
/// <param name="PostingIds">Published postings.</param>
/// <param name="People">Whom it is about; settlements and people outside the clerk's scope are left out.</param>
/// <param name="PeopleCount">As many people as possible comes before how well they fit.</param>
/// <param name="By">The clerk's account.</param>
/// <param name="LeastScore">Pairs that fit worse are not made, 0–100.</param>
public sealed record MakePlanRequest(string Name, long? FairId, IReadOnlyList<long> PostingIds, PeopleChoice People, bool PeopleCount, long By, int LeastScore = 0);

/// <summary>Asks for a plan; it is worked out in the background.</summary>
public sealed class MakePlan(JobMatchDbContext db, CurrentScope scope, PlanSignal signal, TimeProvider clock)
{
    public const int MostPostings = 2_000;

    /// <summary>Whoever means more people means a group.</summary>
    public const int MostNamed = 200;

    public async Task<Outcome<long>> RunAsync(MakePlanRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (scope.Value.Kind != ScopeKind.Settlements) return Refusal.NotFound;
        var name = request.Name.Trim();
        if (name.Length == 0) return new Refusal("Required", nameof(request.Name));
        if (name.Length > 80) return new Refusal("TooLong", nameof(request.Name), 80);
        if (request.LeastScore is < 0 or > 100) return new Refusal("OutOfRange", nameof(request.LeastScore), 0, 100);
        if (request.FairId is { } fair && !await db.Set<Fair>().AnyAsync(f => f.Id == fair, cancel)) return Refusal.NotFound;
        var wanted = request.PostingIds.Distinct().Take(MostPostings).ToList();
        var postings = await db.Set<Posting>().Where(p => wanted.Contains(p.Id) && p.State == PostingState.Published).Select(p => p.Id).ToListAsync(cancel);
        if (postings.Count == 0) return new Refusal("Plan.NoPostings", nameof(request.PostingIds));
        var settlements = request.People.SettlementIds.Where(scope.Value.CoversSettlement).Distinct().ToList();
        var asked = request.People.PersonIds.Distinct().ToList();
        if (asked.Count > MostNamed) return new Refusal("Plan.TooManyNamed", nameof(request.People.PersonIds), MostNamed);
        var named = await db.Set<Worker>().Where(w => asked.Contains(w.Id)).OrderBy(w => w.Id).Select(w => new { w.Id, w.SettlementId }).ToListAsync(cancel);
        if (settlements.Count == 0 && named.Count == 0) return new Refusal("Plan.NobodyMeant", nameof(request.People.SettlementIds));
        var plan = new PlacementPlan
        {
            SettlementId = settlements.Count > 0 ? settlements[0] : named[0].SettlementId,
            FairId = request.FairId,
            Name = name,
            PostingIds = postings,
            People = request.People with { SettlementIds = settlements, PersonIds = named.ConvertAll(w => w.Id) },
            PeopleCount = request.PeopleCount,
            LeastScore = request.LeastScore,
            MadeBy = request.By,
            MadeAt = clock.UtcNow(),
        };
        db.Add(plan);
        var saved = await db.SaveAsync(() => plan.Id, cancel);
        signal.Wake();
        return saved;
    }
}
