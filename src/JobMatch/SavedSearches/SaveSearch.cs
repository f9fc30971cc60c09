using JobMatch.Asking;
using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.SavedSearches;

/// <summary>A search to keep. Exactly one of the questions is given. Name empty: the caller gives one that says what is asked.</summary>
public sealed record SaveSearchRequest(SavedSearchOwner Owner, string Name, PostingQuery? Postings, WorkerQuery? Workers, string Address);

/// <summary>
/// Keeps a search. What matches today is no news: it is written down as found. A search that finds more than <see cref="MostFound"/> would tell of
/// everything and is refused; so is a search of nothing in particular.
/// </summary>
public sealed class SaveSearch(JobMatchDbContext db, FindAll find, TimeProvider clock)
{
    public const int MostFound = 2_000;
    public const int MostOfAccount = 20;

    public async Task<Outcome<SavedSearch>> RunAsync(SaveSearchRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = request.Name.Trim();
        if (name.Length == 0) return new Refusal("Required", nameof(request.Name));
        if (name.Length > SavedSearch.LongestName) return new Refusal("SavedSearch.LongName", nameof(request.Name), SavedSearch.LongestName);
        if (!(request.Postings?.HasConditions ?? request.Workers?.HasConditions ?? false)) return new Refusal("SavedSearch.Empty");
        if (await db.Set<SavedSearch>().CountAsync(s => s.AccountId == request.Owner.AccountId, cancel) >= MostOfAccount) return new Refusal("SavedSearch.TooMany", "", MostOfAccount);

        var search = request.Postings is { } postings
            ? SavedSearch.OfPostings(request.Owner, name, postings, request.Address, clock.UtcNow())
            : SavedSearch.OfWorkers(request.Owner, name, request.Workers!, request.Address, clock.UtcNow());
        if (await db.Set<SavedSearch>().AnyAsync(s => s.AccountId == search.AccountId && s.Of == search.Of && s.Question == search.Question && s.PersonId == search.PersonId, cancel)) return new Refusal("SavedSearch.Known");
        if (await find.RunAsync(search, MostFound, cancel) is not { } ids) return new Refusal("SavedSearch.TooWide", "", MostFound);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(search);
        await db.SaveChangesAsync(cancel);
        db.AddRange(ids.Select(id => new SavedSearchFound { SavedSearchId = search.Id, ItemId = id, At = search.CreatedAt }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return search;
    }
}
