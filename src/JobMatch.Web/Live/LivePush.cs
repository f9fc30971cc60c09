using System.Globalization;
using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Web.Shared.Settings;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JobMatch.Web.Live;

/// <summary>
/// Tails the inbox for the people connected to this node. It starts at the newest row: whoever was away asks for what came since her last
/// id when she connects. A row pushed twice after a fault is shown once, because pages remember ids.
/// </summary>
internal sealed class LivePush(IServiceScopeFactory requests, IHubContext<LiveHub, ILiveClient> hub, LiveTexts texts, IOptions<SiteOptions> site) : IChangeConsumer
{
    public string Name => "live";

    public async Task<long> StartAsync(CancellationToken cancel)
    {
        await using var request = requests.CreateAsyncScope();
        return await request.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<ChangeEvent>().MaxAsync(e => (long?)e.Seq, cancel) ?? 0;
    }

    public async Task TakeAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
    {
        var ids = changes.Where(c => c.Kind == ChangeKind.Notification).Select(c => c.Id).Distinct().ToList();
        if (ids.Count == 0) return;
        // A push is in the site's language; the page it leads to is in the reader's.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(site.Value.Culture);
        await using var request = requests.CreateAsyncScope();
        var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        foreach (var chunk in ids.Chunk(500))
        {
            var rows = await db.Set<Notification>().AsNoTracking().Where(n => chunk.Contains(n.Id) && !n.InDigest).OrderBy(n => n.Id).ToListAsync(cancel);
            foreach (var row in rows) await hub.Clients.Group(LiveGroups.Of(row)).Arrived(texts.Of(row));
        }
    }
}
