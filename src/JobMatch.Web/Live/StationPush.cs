using JobMatch.Accounts;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.Live;

/// <summary>
/// Tells a station's open pages that what waits for it has changed: a case, a referral, a posting or an employer. It carries no figures: an
/// account may see several settlements, so the page asks for its own. Losing one is harmless, the next page counts anyway.
/// </summary>
internal sealed class StationPush(IServiceScopeFactory requests, IHubContext<LiveHub, ILiveClient> hub) : IChangeConsumer
{
    private static readonly Dictionary<string, int> AskAgain = [];

    public string Name => "station";

    public async Task<long> StartAsync(CancellationToken cancel)
    {
        await using var request = requests.CreateSystemScope();
        return await request.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<ChangeEvent>().MaxAsync(e => (long?)e.Seq, cancel) ?? 0;
    }

    public async Task TakeAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
    {
        await using var request = requests.CreateSystemScope();
        var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        var settlements = new HashSet<long>();
        foreach (var chunk in Ids(changes, ChangeKind.Case)) settlements.UnionWith(await db.Set<Case>().Where(c => chunk.Contains(c.Id)).Select(c => c.SettlementId).Distinct().ToListAsync(cancel));
        foreach (var chunk in Ids(changes, ChangeKind.Referral)) settlements.UnionWith(await db.Set<Referral>().Where(r => chunk.Contains(r.Id)).Select(r => r.SettlementId).Distinct().ToListAsync(cancel));
        foreach (var chunk in Ids(changes, ChangeKind.Registration)) settlements.UnionWith(await db.Set<RegistrationRequest>().Where(r => chunk.Contains(r.Id)).Select(r => r.SettlementId).Distinct().ToListAsync(cancel));
        var counties = new HashSet<int>();
        foreach (var chunk in Ids(changes, ChangeKind.Posting)) counties.UnionWith(await db.Set<Posting>().Where(p => chunk.Contains(p.Id)).Select(p => p.CountyCode).Distinct().ToListAsync(cancel));
        foreach (var chunk in Ids(changes, ChangeKind.Employer)) counties.UnionWith(await db.Set<Employer>().Where(e => chunk.Contains(e.Id)).Select(e => e.CountyCode).Distinct().ToListAsync(cancel));
        if (counties.Count > 0) settlements.UnionWith(await db.Set<Settlement>().Where(s => counties.Contains(s.CountyCode)).Select(s => s.Id).ToListAsync(cancel));
        if (settlements.Count > 0) await hub.Clients.Groups(settlements.Select(id => $"station-{id}")).Changed(AskAgain);
    }

    private static IEnumerable<long[]> Ids(IReadOnlyList<Change> changes, ChangeKind kind) => changes.Where(c => c.Kind == kind).Select(c => c.Id).Distinct().Chunk(500);
}
