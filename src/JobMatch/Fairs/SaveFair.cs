using JobMatch.Data;
using JobMatch.Postings;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <param name="FairId">Null: a new one.</param>
/// <param name="Version">As the form had it; 0 for a new one.</param>
/// <param name="Name">春风行动, 就业援助月, a workshop's opening.</param>
/// <param name="On">Its day; a new one not in the past.</param>
/// <param name="Place">Where people come.</param>
/// <param name="PostingIds">Postings that come: public ones, and such as the fair has already, though they were closed since.</param>
/// <param name="Invited">Settlements of the clerk's scope, the first is where it is held.</param>
/// <param name="By">The clerk's account.</param>
public sealed record SaveFairRequest(long? FairId, int Version, string Name, DateOnly On, string Place, IReadOnlyList<long> PostingIds, PeopleChoice Invited, long By);

/// <summary>Writes a fair down.</summary>
public sealed class SaveFair(JobMatchDbContext db, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome<long>> RunAsync(SaveFairRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (scope.Value.Kind != ScopeKind.Settlements) return Refusal.NotFound;
        var refusals = Check(request);
        if (refusals.Count > 0) return refusals;
        var settlements = request.Invited.SettlementIds.Where(scope.Value.CoversSettlement).Distinct().ToList();
        if (settlements.Count == 0) return new Refusal("Plan.NoSettlement", nameof(request.Invited.SettlementIds));
        var fair = request.FairId is { } id ? await db.Set<Fair>().SingleOrDefaultAsync(f => f.Id == id, cancel) : New(request, settlements[0]);
        if (fair is null) return Refusal.NotFound;
        if (request.FairId is not null && fair.Version != request.Version) return Refusal.ChangedMeanwhile;
        var postings = await PostingsAsync(request.PostingIds, fair.PostingIds, cancel);
        (fair.Name, fair.On, fair.Place, fair.PostingIds, fair.Invited) = (request.Name.Trim(), request.On, request.Place.Trim(), postings, request.Invited with { SettlementIds = settlements });
        return await db.SaveAsync(() => fair.Id, cancel);
    }

    /// <summary>What came to the fair goes on coming until somebody takes it off: that a posting closed meanwhile is no reason to forget it.</summary>
    private async Task<List<long>> PostingsAsync(IReadOnlyList<long> asked, IReadOnlyList<long> before, CancellationToken cancel)
    {
        var wanted = asked.Distinct().Take(MakePlan.MostPostings).ToList();
        var open = await db.Set<Posting>().Where(p => wanted.Contains(p.Id) && p.State == PostingState.Published).Select(p => p.Id).ToListAsync(cancel);
        return [.. wanted.Where(id => open.Contains(id) || before.Contains(id))];
    }

    private List<Refusal> Check(SaveFairRequest request)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(request.Name)) refusals.Add(new Refusal("Required", nameof(request.Name)));
        if (request.Name.Trim().Length > 80) refusals.Add(new Refusal("TooLong", nameof(request.Name), 80));
        if (string.IsNullOrWhiteSpace(request.Place)) refusals.Add(new Refusal("Required", nameof(request.Place)));
        if (request.Place.Trim().Length > 120) refusals.Add(new Refusal("TooLong", nameof(request.Place), 120));
        if (request.FairId is null && request.On < clock.Today()) refusals.Add(new Refusal("Fair.InPast", nameof(request.On)));
        return refusals;
    }

    private Fair New(SaveFairRequest request, long settlement)
    {
        var fair = new Fair { SettlementId = settlement, Name = request.Name, On = request.On, Place = request.Place, MadeBy = request.By, MadeAt = clock.UtcNow() };
        db.Add(fair);
        return fair;
    }
}
