using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.Search;
using JobMatch.Settlements;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForResidents.Jobs;

/// <summary>The page of the list: what was asked, how it was understood, what was found, and when that is nothing, what was found instead.</summary>
public sealed record JobListPage(JobFilter Filter, UnderstoodQuery Understood, IReadOnlyList<JobCard> Cards, Pager Pager, PostingFacets Facets, bool FromFallback)
{
    /// <summary>Conditions that hold now, each with the address without it.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>What might be dropped from a question that found nothing; the first is the one whose jobs are shown.</summary>
    public IReadOnlyList<Widened<Condition>> Widenings { get; init; } = [];

    public IReadOnlyList<(long Id, string Name)> Settlements { get; init; } = [];

    public IReadOnlyList<(long Code, string Name)> Townships { get; init; } = [];

    /// <summary>It is known from where "nearest" is measured without asking.</summary>
    public bool KnowsHome { get; init; }

    /// <summary>The index that answered is far behind the database.</summary>
    public bool IsFarBehind { get; init; }

    /// <summary>「离得近」 is asked, by a list or by words.</summary>
    public bool AsksNear { get; init; }

    /// <summary>「离石门近」, 「工资高的」: the order that the words ask for and the list is in, in words; empty when the box decides.</summary>
    public string OrderOfWords { get; init; } = "";

    /// <summary>It is known from where, by whatever means.</summary>
    public bool KnowsFrom { get; init; }

    /// <summary>What of the question could not be understood or used, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>「您是不是要找」: a word put right, and how many that brings.</summary>
    public IReadOnlyList<Widened<Condition>> Corrections { get; init; } = [];

    /// <summary>What nothing was found for, where the list below it is the whole of what is offered; empty where the list answers something.</summary>
    public string NothingFor { get; init; } = "";

    public bool IsResident { get; init; }

    /// <summary>Everything that has to be said about the answer, what concerns the question first.</summary>
    public IReadOnlyList<string> Sentences(Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return [.. Notes, .. FromFallback ? [texts["Search.Fallback"]] : Array.Empty<string>(), .. IsFarBehind ? [texts["Search.Behind"]] : Array.Empty<string>()];
    }
}

/// <summary>A condition in the reader's words, and the question without it.</summary>
public sealed record Condition(string Text, string UrlWithout)
{
    /// <summary>What is asked in its place; null when nothing is.</summary>
    public string? Instead { get; init; }
}

/// <summary>Reads the words, asks the search, reads the rows again in the database, and widens an empty answer by itself.</summary>
public sealed class JobList(JobMatchDbContext db, IPostingSearch search, AskPostings ask, UnderstandQuery understand, WidenSearch widen, CorrectSpelling correct, NearWords nearest, Conditions conditions, AddressNotes notes, Cards cards, CountyPlaces places, Home home, IndexFreshness freshness, CurrentScope scope, Texts texts)
{
    private const int PageSize = 20;
    private const int MostPages = 500;
    private const int MostCorrections = 3;

    public async Task<JobListPage> ReadAsync(JobFilter filter, IReadOnlyList<UnreadPiece> unread, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var settlements = await places.SettlementNamesAsync(cancel);
        var townships = await places.TownshipsAsync(cancel);
        (filter, var told) = notes.Read(filter, unread, settlements, townships);
        var from = await home.SettlementAsync(cancel);
        var near = await NearAsync(filter, from, cancel);
        var understood = filter.Literal ? UnderstoodQuery.Literally(filter.Words) : await understand.RunAsync(filter.Words, cancel);
        var asked = understood.Apply(filter.ToQuery(PageSize) with { Near = near }) with
        {
            Facets = new FacetRequest { Regions = [.. townships.Select(t => t.Code)], Settlements = [.. settlements.Select(s => s.Id)] },
        };
        var literally = understood.Parts.Count == 0 ? null : UnderstoodQuery.Literally(filter.Words).Apply(filter.ToQuery(PageSize) with { Near = near }) with { Facets = asked.Facets };
        var answered = await ask.RunAsync(asked, literally, cancel);
        (asked, var hits, var setAside) = answered;
        if (answered.IsLiteral) (filter, understood) = (filter with { Literal = true }, UnderstoodQuery.Literally(filter.Words));
        List<string> said = [.. told, .. notes.OfWords(filter, understood), .. notes.OfSetAside(setAside), .. answered.IsKindred ? [notes.Kindred(asked)] : Array.Empty<string>(), .. notes.OfLiteral(filter, answered)];
        if (hits is { Total: > 0, Page.Count: 0 } && filter.Page > 1 && filter.After is null)
        {
            var pages = Math.Min(MostPages, (hits.Total + PageSize - 1) / PageSize);
            said.Add(notes.BeyondLast(filter.Page, pages));
            filter = filter with { Page = pages };
            hits = await search.SearchAsync(asked with { Page = pages - 1 }, cancel);
        }

        var page = new JobListPage(filter, understood, [], PagerOf(filter, hits), hits.Facets ?? PostingFacets.None, hits.FromFallback)
        {
            Conditions = conditions.Of(filter, understood, settlements, townships),
            Settlements = settlements,
            Townships = townships,
            KnowsHome = from is { Latitude: not null },
            AsksNear = filter.Sort is PostingSort.Nearest or PostingSort.PaidNearby || understood.Parts.Any(p => p is { Kind: UnderstoodKind.Nearest, Near: null }),
            OrderOfWords = filter.Sort == PostingSort.Relevance ? conditions.OrderOf(understood, asked.Sort) : "",
            KnowsFrom = asked.Near is not null,
            Notes = said,
            IsFarBehind = await freshness.ArePostingsFarBehindAsync(hits.FromFallback, cancel),
            IsResident = scope.Value.Kind == ScopeKind.Herself,
        };
        if (hits.Total > 0 || !filter.HasAny)
            return page with { Corrections = setAside.Count > 0 ? await CorrectionsAsync(filter, understood, asked, answered.Unknown, cancel) : [], Cards = await CardsAsync(hits, asked, cancel) };

        // An empty answer is no dead end: the best of the first way out is shown at once.
        var ways = conditions.WaysOut(filter, understood, asked with { Facets = null, After = null, Page = 0 }, settlements, townships).ToList();
        var widened = await widen.RunAsync(ways.Select(w => (w, w.Query)), cancel);
        // The counts are of what is shown: a list of noughts beside twenty jobs would be no help.
        var shown = widened.Count > 0 ? await search.SearchAsync(widened[0].Way.Query with { Facets = asked.Facets }, cancel) : hits;
        var isWhole = widened.Count > 0 && !widened[0].Way.Query.AsksAnything;
        // Where the work itself is found, it was named rightly.
        var wrong = widened.Count > 0 && widened[0].Way.Query.Occupations.Count == asked.Occupations.Count && !isWhole ? [] : understood.Parts.Where(p => p.Kind == UnderstoodKind.Occupation).Select(p => p.OccupationName);
        return page with
        {
            NothingFor = !isWhole ? "" : answered.Unknown.Count > 0 ? string.Join(texts["Fit.Comma"], answered.Unknown) : filter.Words,
            Corrections = await CorrectionsAsync(filter, understood, asked, answered.Unknown.Concat(wrong), cancel),
            Cards = await CardsAsync(shown, widened.Count > 0 ? widened[0].Way.Query : asked, cancel),
            Pager = widened.Count > 0 ? PagerOf(widened[0].Way.Condition.UrlWithout, shown) : PagerOf(filter, hits),
            Facets = shown.Facets ?? PostingFacets.None,
            FromFallback = hits.FromFallback || shown.FromFallback,
            Widenings = [.. widened.Select(w => new Widened<Condition>(w.Way.Condition, w.Total))],
        };
    }

    /// <summary>Words with one slip put right, and what is nearest to words that nobody has; only what brings something.</summary>
    private async Task<IReadOnlyList<Widened<Condition>>> CorrectionsAsync(JobFilter filter, UnderstoodQuery understood, PostingQuery asked, IEnumerable<string> unknown, CancellationToken cancel)
    {
        var ways = new List<(Condition Way, PostingQuery Query)>();
        var spelt = await correct.RunAsync(understood, cancel);
        foreach (var correction in spelt.Concat(await nearest.RunAsync(unknown, cancel)))
        {
            var meant = filter with { Q = correction.Typed, Literal = false, Page = 1, After = null };
            var query = (await understand.RunAsync(meant.Words, cancel)).Apply(meant.ToQuery(PageSize) with { Near = asked.Near });
            ways.Add((new Condition(correction.Word, meant.Url()), query));
        }

        // What was put right first, then near names and the longest pieces; of two pieces that hold each other the longer one.
        var found = new List<Widened<Condition>>();
        foreach (var way in (await widen.RunAsync(ways, cancel)).OrderByDescending(w => spelt.Any(s => s.Word == w.Way.Text) ? w.Total : 0))
            if (!found.Exists(other => other.Way.Text.Contains(way.Way.Text, StringComparison.Ordinal) || (other.Total == way.Total && way.Way.Text.Contains(other.Way.Text, StringComparison.Ordinal)))) found.Add(way);
        return [.. found.Take(MostCorrections)];
    }

    /// <summary>Page by number backwards, behind the last hit forwards: what is published or closed meanwhile repeats nothing and hides nothing.</summary>
    private static Pager PagerOf(JobFilter filter, PostingHits hits)
    {
        var page = Math.Clamp(filter.Page, 1, MostPages);
        var pages = (hits.Total + PageSize - 1) / PageSize;
        return new Pager(page, hits.Next is null ? Math.Min(pages, page) : Math.Max(pages, page + 1), hits.Total, other => filter.Url(other, other > page ? hits.Next : null));
    }

    /// <summary>The widened answer goes on where the question without the condition has its second page.</summary>
    private static Pager PagerOf(string urlWithout, PostingHits shown)
    {
        var pages = (shown.Total + PageSize - 1) / PageSize;
        return new Pager(1, shown.Next is null ? 1 : Math.Max(pages, 2), shown.Total, other => other == 1 || shown.Next is not { } next
            ? urlWithout
            : $"{urlWithout}{(urlWithout.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={other}&after={Uri.EscapeDataString(next)}");
    }

    /// <summary>From the place that was chosen for it, else from her home, else from the settlement that the list is about.</summary>
    private async Task<GeoPoint?> NearAsync(JobFilter filter, Settlement? from, CancellationToken cancel)
    {
        if ((filter.From ?? (from is null ? filter.SettlementId : null)) is { } chosen && (await places.SettlementsAsync(cancel)).GetValueOrDefault(chosen) is { } other) from = other;
        return from is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null;
    }

    /// <summary>What a card says comes from the database; the index only says which and in what order.</summary>
    private async Task<IReadOnlyList<JobCard>> CardsAsync(PostingHits hits, PostingQuery asked, CancellationToken cancel)
    {
        var ids = hits.Page.Select(hit => hit.Id).ToList();
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas)
            .Where(p => ids.Contains(p.Id) && p.State == PostingState.Published).ToDictionaryAsync(p => p.Id, cancel);
        return await cards.MakeAsync(hits.Page.Where(hit => postings.ContainsKey(hit.Id)).Select(hit => (postings[hit.Id], (Matching.Fit?)null)), asked, cancel);
    }
}
