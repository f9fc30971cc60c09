using JobMatch.Audit;
using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForAdministrators.Index;

public sealed record IndexRow(int Number, string Name, IndexStatus Status, IndexWorkState? Work);

public sealed record IndexPage(IReadOnlyList<IndexRow> Indexes, int PoolWorkers, int PoolPostings, long PoolPosition, long NewestSeq, IReadOnlyList<RejectedDocument> Rejected);

/// <summary>What is derived from the database: the search indexes and the fit pool; how they stand, rebuild, compare and repair.</summary>
[Area("ForAdministrators"), Authorize(Policy = Audiences.Administrator), Route("/admin/index")]
public sealed class IndexController(IEnumerable<IIndexWriter> indexes, FitPool pool, PoolProjection projection, IndexWork work, JobMatchDbContext db, AuditLog audit, Texts texts) : Controller
{
    /// <summary>More would be one cause many times.</summary>
    private const int MostRejected = 50;
    private readonly List<IIndexWriter> _indexes = [.. indexes];

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await ReadAsync(cancel));

    /// <summary>The indexes alone, asked for again every second while one is worked on.</summary>
    [HttpGet("rows")]
    public async Task<IActionResult> Rows(CancellationToken cancel) => PartialView("_Indexes", await ReadAsync(cancel));

    [HttpPost("{number:int}/rebuild")]
    public async Task<IActionResult> Rebuild(int number, bool force, CancellationToken cancel)
    {
        if (_indexes.ElementAtOrDefault(number) is not { } index) return NotFound();
        var started = work.Rebuild(index, force);
        if (started) await audit.WriteAsync(User.AccountId(), AuditAction.Changed, AuditSubject.Index, number, "rebuild", cancel);
        Flash.Set(TempData, started ? new Flash(texts["Index.Started"]) : new Flash(texts["Index.AlreadyRunning"], Kind: "gap"));
        return Redirect("/admin/index");
    }

    [HttpPost("{number:int}/reconcile")]
    public async Task<IActionResult> Reconcile(int number, CancellationToken cancel)
    {
        if (_indexes.ElementAtOrDefault(number) is not { } index) return NotFound();
        var started = work.Reconcile(index);
        if (started) await audit.WriteAsync(User.AccountId(), AuditAction.Changed, AuditSubject.Index, number, "reconcile", cancel);
        Flash.Set(TempData, started ? new Flash(texts["Index.Comparing"]) : new Flash(texts["Index.AlreadyRunning"], Kind: "gap"));
        return Redirect("/admin/index");
    }

    [HttpPost("pool/reconcile")]
    public async Task<IActionResult> ReconcilePool(CancellationToken cancel)
    {
        var (workers, postings, drift) = await projection.ReconcileAsync(cancel);
        await audit.WriteAsync(User.AccountId(), AuditAction.Changed, AuditSubject.Index, 0, "pool", cancel);
        Flash.Set(TempData, new Flash(texts["Index.PoolRead", workers, postings, drift], Kind: drift == 0 ? "" : "gap"));
        return Redirect("/admin/index");
    }

    private async Task<IndexPage> ReadAsync(CancellationToken cancel)
    {
        var rows = new List<IndexRow>();
        foreach (var (index, number) in _indexes.Select((index, number) => (index, number)))
            rows.Add(new IndexRow(number, index.Name, await index.StatusAsync(cancel), work.StateOf(index.Name)));
        var newest = await db.Set<ChangeEvent>().MaxAsync(e => (long?)e.Seq, cancel) ?? 0;
        var rejected = await db.Set<RejectedDocument>().AsNoTracking().OrderByDescending(d => d.At).ThenBy(d => d.EntityId).Take(MostRejected).ToListAsync(cancel);
        return new IndexPage(rows, pool.WorkerCount, pool.PostingCount, projection.Position, newest, rejected);
    }
}
