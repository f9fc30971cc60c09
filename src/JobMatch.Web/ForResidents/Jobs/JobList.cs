using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Parts;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForResidents.Jobs;

/// <summary>The page of the list: what was asked, what was found, and when that is nothing, what was found instead.</summary>
public sealed record JobListPage(JobFilter Filter, IReadOnlyList<JobCard> Cards, Pager Pager, IReadOnlyList<Widening> Widenings, bool FromFallback)
{
    public IReadOnlyList<(long Id, string Name)> Settlements { get; init; } = [];

    public IReadOnlyList<(long Code, string Name)> Townships { get; init; } = [];
}

/// <summary>A condition that may be dropped, how many would be found then, and where.</summary>
public sealed record Widening(string Part, int Total, string Url);

/// <summary>Asks the search, reads the rows again in the database, and widens an empty answer by itself.</summary>
public sealed class JobList(JobMatchDbContext db, IPostingSearch search, Cards cards, CountyPlaces places)
{
    private const int PageSize = 20;

    public async Task<JobListPage> ReadAsync(JobFilter filter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var hits = await search.SearchAsync(filter.ToQuery(PageSize), cancel);
        IReadOnlyList<Widening> widenings = hits.Total == 0 && filter.HasAny ? await WidenAsync(filter, cancel) : [];
        // The list is not empty while one condition less finds something: the best of that is shown at once.
        var shown = hits.Total == 0 && widenings.Count > 0 ? await search.SearchAsync(Dropped(filter, widenings[0]).ToQuery(PageSize), cancel) : hits;
        var pager = new Pager(Math.Clamp(filter.Page, 1, 500), (shown.Total + PageSize - 1) / PageSize, shown.Total, page => filter.Url(page));
        return new JobListPage(filter, await CardsAsync(shown, cancel), hits.Total > 0 ? pager : pager with { Pages = 1 }, widenings, hits.FromFallback)
        {
            Settlements = await places.SettlementNamesAsync(cancel),
            Townships = await places.TownshipsAsync(cancel),
        };
    }

    private static JobFilter Dropped(JobFilter filter, Widening widening) => filter.Parts().First(part => part.Part == widening.Part).Without;

    private async Task<IReadOnlyList<Widening>> WidenAsync(JobFilter filter, CancellationToken cancel)
    {
        var found = new List<Widening>();
        foreach (var (part, without) in filter.Parts().Take(8))
        {
            var total = (await search.SearchAsync(without.ToQuery(1), cancel)).Total;
            if (total > 0) found.Add(new Widening(part, total, without.Url()));
        }

        // Words are what she came for: they are dropped last, whatever that would find.
        return [.. found.OrderBy(w => w.Part == "Q").ThenByDescending(w => w.Total)];
    }

    private async Task<IReadOnlyList<JobCard>> CardsAsync(PostingHits hits, CancellationToken cancel)
    {
        var ids = hits.Page.Select(hit => hit.Id).ToList();
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas)
            .Where(p => ids.Contains(p.Id) && p.State == PostingState.Published).ToDictionaryAsync(p => p.Id, cancel);
        return await cards.MakeAsync(hits.Page.Where(hit => postings.ContainsKey(hit.Id)).Select(hit => (postings[hit.Id], (Matching.Fit?)null, (PostingHit?)hit)), cancel);
    }
}
