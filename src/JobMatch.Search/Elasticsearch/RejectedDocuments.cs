using JobMatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Keeps what the server refused, beside the truth, until it takes it.</summary>
internal sealed class RejectedDocuments(IServiceProvider services, TimeProvider clock)
{
    public async Task KeepAsync(ChangeKind kind, IReadOnlyCollection<long> written, List<Rejection> rejections, long seq, CancellationToken cancel)
    {
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        await db.Set<RejectedDocument>().Where(d => d.Kind == kind && written.Contains(d.EntityId)).ExecuteDeleteAsync(cancel);
        if (rejections.Count == 0) return;
        db.AddRange(rejections.Select(r => new RejectedDocument
        {
            Kind = kind, EntityId = r.Id, Seq = seq, At = clock.UtcNow(),
            Reason = r.Reason.Length > RejectedDocument.LongestReason ? r.Reason[..RejectedDocument.LongestReason] : r.Reason,
        }));
        await db.SaveChangesAsync(cancel);
    }

    public async Task<long> CountAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateSystemScope();
        return await scope.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<RejectedDocument>().LongCountAsync(cancel);
    }
}
