using System.Globalization;
using JobMatch.Asking;

namespace JobMatch.Search;

/// <summary>
/// Where a page of postings ended: the place of its last hit in the order, so that any engine can go on behind it. Text form
/// "sort~key~published~id" in invariant numbers; what does not read as one is no token.
/// </summary>
/// <param name="Sort">The order it belongs to; relevance without words and preference is <see cref="PostingSort.Newest"/>.</param>
/// <param name="Key">Relevance: eight times the tier, four more for a favoured title, two more for what says in words what is asked, one more for what is said to be in the place asked; pay: fen an hour, −1 unknown; nearest: whole metres, −1 at home, <see cref="Far"/> unknown; paid nearby: see <see cref="OfPaidNearby"/>; newest: 0.</param>
/// <param name="PublishedTicks">Ticks of <see cref="PostingDocument.PublishedAt"/>.</param>
/// <param name="Id">Of the posting.</param>
public readonly record struct PageToken(PostingSort Sort, long Key, long PublishedTicks, long Id)
{
    /// <summary>A distance that nobody knows.</summary>
    public const long Far = long.MaxValue;

    /// <summary>More than anybody pays an hour, in fen; as wide as a band is.</summary>
    public const long MostHourly = 10_000_000;

    /// <summary>Bands are counted on from here where the pay is unknown, so that all of them come last.</summary>
    public const long UnknownPay = 8;

    /// <summary>The key of <see cref="PostingSort.PaidNearby"/>, the least first: the band, and in it how much less it pays than anybody could.</summary>
    /// <param name="hourly">Fen an hour, −1 unknown.</param>
    /// <param name="metres">As <see cref="PostingSort.Nearest"/> has it: −1 at home, <see cref="Far"/> unknown.</param>
    public static long OfPaidNearby(long hourly, long metres)
    {
        var band = NearBands.Ends.Count(end => metres > end);
        return hourly < 0 ? (UnknownPay + band) * MostHourly : (band * MostHourly) + MostHourly - 1 - Math.Min(hourly, MostHourly - 1);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Sort}~{Key}~{PublishedTicks}~{Id}");

    /// <summary>Null when the text is no token, or one of another order.</summary>
    public static PageToken? Read(string? text, PostingSort sort)
    {
        if (text?.Split('~') is not [var order, var key, var published, var id]) return null;
        return int.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var o) && o == (int)sort
            && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var k)
            && long.TryParse(published, NumberStyles.None, CultureInfo.InvariantCulture, out var p)
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            ? new PageToken(sort, k, p, i) : null;
    }

    /// <summary>The order that a query is really answered in.</summary>
    public static PostingSort SortOf(PostingQuery query, bool hasWords)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Sort switch
        {
            PostingSort.Relevance when !hasWords && !query.HasPreference => PostingSort.Newest,
            PostingSort.Nearest when query.Near is null => PostingSort.Newest,
            PostingSort.PaidNearby when query.Near is null => PostingSort.Pay,
            var sort => sort,
        };
    }
}

/// <summary>Where a page of workers ended: "tier~need~id".</summary>
public readonly record struct WorkerPageToken(int Tier, int Need, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tier}~{Need}~{Id}");

    public static WorkerPageToken? Read(string? text) =>
        text?.Split('~') is [var tier, var need, var id]
        && int.TryParse(tier, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
        && int.TryParse(need, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            ? new WorkerPageToken(t, n, i) : null;
}
