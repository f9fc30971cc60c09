using JobMatch.Accounts;
using JobMatch.Asking;

namespace JobMatch.SavedSearches;

/// <summary>Everything that a saved search finds now, under the rights that its account has now.</summary>
public sealed class FindAll(IPostingSearch postings, IWorkerSearch workers, AccountScopeView scopes)
{
    private const int PageSize = 200;

    /// <summary>Ids, or null when there are more than <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<long>?> RunAsync(SavedSearch search, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(search);
        var ids = new List<long>();
        string? after = null;
        do
        {
            var (page, total, next) = search.Of == SavedSearchOf.Postings ? await PostingsAsync(search, after, cancel) : await WorkersAsync(search, after, cancel);
            if (total > most) return null;
            ids.AddRange(page);
            after = next;
        }
        while (after is not null);
        return [.. ids.Distinct()];
    }

    private async Task<(IEnumerable<long> Page, int Total, string? Next)> PostingsAsync(SavedSearch search, string? after, CancellationToken cancel)
    {
        var hits = await postings.SearchAsync(search.Postings with { After = after, PageSize = PageSize }, cancel);
        return (hits.Page.Select(h => h.Id), hits.Total, hits.Next);
    }

    private async Task<(IEnumerable<long> Page, int Total, string? Next)> WorkersAsync(SavedSearch search, string? after, CancellationToken cancel)
    {
        var scope = await scopes.ReadAsync(search.AccountId, search.Role, search.PersonId, cancel);
        var hits = await workers.SearchAsync(search.Workers with { After = after, PageSize = PageSize }, scope, cancel);
        return (hits.Page.Select(h => h.Id), hits.Total, hits.Next);
    }
}
