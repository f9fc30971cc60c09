using AutoMapper;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Web.Shared.Edge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.Api;

/// <summary>Published postings for other programs of the county (its portal, its screens in the hall). Public, as the pages are.</summary>
[ApiController, AllowAnonymous, Route("/api/postings"), EnableRateLimiting(RateLimits.Search)]
public sealed class PostingsApiController(IPostingSearch search, JobMatchDbContext db, IMapper mapper) : ControllerBase
{
    private const int MostPages = 500;

    /// <summary>Twenty a page, best first.</summary>
    [HttpGet("")]
    public async Task<IReadOnlyList<PostingContract>> Search([FromQuery] string? q, [FromQuery] int page, CancellationToken cancel)
    {
        var hits = await search.SearchAsync(new PostingQuery { Words = q ?? "", Page = Math.Clamp(page, 0, MostPages) }, cancel);
        var ids = hits.Page.Select(h => h.Id).ToList();
        var rows = await Published().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return [.. ids.Where(rows.ContainsKey).Select(id => mapper.Map<PostingContract>(rows[id]))];
    }

    [HttpGet("{id:long}")]
    public async Task<ActionResult<PostingContract>> One(long id, CancellationToken cancel) =>
        await Published().SingleOrDefaultAsync(p => p.Id == id, cancel) is { } posting ? mapper.Map<PostingContract>(posting) : NotFound();

    private IQueryable<Posting> Published() => db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Where(p => p.State == PostingState.Published);
}
