using JobMatch.Data;
using JobMatch.Matching;

namespace JobMatch.Postings;

/// <summary>
/// Finds published postings. One contract for every engine: the embedded index by default, Elasticsearch where a county outgrows it.
/// Ids come back; the caller reads the rows and checks rights again in the database.
/// </summary>
public interface IPostingSearch
{
    Task<PostingHits> SearchAsync(PostingQuery query, CancellationToken cancel);
}

/// <summary>What a resident asks. Null or empty means "any". Amounts are fen, distances metres, pages from 0.</summary>
public sealed record PostingQuery
{
    /// <summary>As typed; several words all have to match (title, occupation, employer, place or text).</summary>
    public string Words { get; init; } = "";

    public IReadOnlyList<PostingKind> Kinds { get; init; } = [];

    /// <summary>GB/T 2260 code: county, township or village; matches every place below it.</summary>
    public long? RegionCode { get; init; }

    public long? SettlementId { get; init; }

    /// <summary>At home counts as everywhere.</summary>
    public bool AtHomeOnly { get; init; }

    /// <summary>Monthly equivalent of the best pay is at least this; postings of unknown pay drop out.</summary>
    public long? MonthlyFromFen { get; init; }

    public long? HourlyFromFen { get; init; }

    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    public PostingNeeds Needs { get; init; }

    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    public DateOnly? PublishedFrom { get; init; }

    public PostingSort Sort { get; init; }

    public int Page { get; init; }

    public int PageSize { get; init; } = 20;
}

/// <summary>What a resident may need of a job; all chosen ones have to hold.</summary>
[Flags]
public enum PostingNeeds
{
    None = 0,
    CareFriendly = 1,
    Food = 2,
    Lodging = 4,
    SocialInsurance = 8,
    NoNights = 16,
    NoCertificate = 32,
    LightWork = 64,
    Transport = 128,
}

public enum PostingSort
{
    Relevance = 0,
    Newest = 1,
    Pay = 2,
}

/// <summary>A page of hits, best first, and how many there are in all.</summary>
public sealed record PostingHits(IReadOnlyList<PostingHit> Page, int Total)
{
    /// <summary>Counts by kind under the other filters.</summary>
    public IReadOnlyDictionary<PostingKind, int> ByKind { get; init; } = new Dictionary<PostingKind, int>();

    /// <summary>True when another engine than the configured one answered.</summary>
    public bool FromFallback { get; init; }
}

/// <summary>
/// One hit. Title and snippet are cut into parts so that the page marks what matched without trusting markup from the index.
/// </summary>
public sealed record PostingHit(long Id, double Score, IReadOnlyList<HighlightPart> Title, IReadOnlyList<HighlightPart> Snippet);

