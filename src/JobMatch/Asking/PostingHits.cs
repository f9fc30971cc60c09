using JobMatch.Data;
using JobMatch.Matching;

namespace JobMatch.Asking;

/// <summary>A page of hits, best first, and how many there are in all.</summary>
public sealed record PostingHits(IReadOnlyList<PostingHit> Page, int Total)
{
    /// <summary>The token for the page after this one; null when this is the last.</summary>
    public string? Next { get; init; }

    /// <summary>Counts, when they were asked for.</summary>
    public PostingFacets? Facets { get; init; }

    /// <summary>True when another engine than the configured one answered.</summary>
    public bool FromFallback { get; init; }
}

/// <summary>
/// One hit. Title and snippet are cut into parts so that the page marks what matched without trusting markup from the index. Metres from
/// <see cref="PostingQuery.Near"/> to the nearest place with a vacancy; zero at home; null when unknown or not asked.
/// </summary>
public sealed record PostingHit(long Id, RelevanceTier Tier, IReadOnlyList<HighlightPart> Title, IReadOnlyList<HighlightPart> Snippet, int? Metres = null);

/// <summary>
/// How many postings each choice would bring: the query as it is, with its own condition of that kind replaced by the choice. Kinds, shifts,
/// pay and places replace what is chosen; needs are added to those chosen. What would bring none is left out of the dictionaries.
/// </summary>
public sealed record PostingFacets
{
    public static PostingFacets None { get; } = new();

    public IReadOnlyDictionary<PostingKind, int> Kinds { get; init; } = new Dictionary<PostingKind, int>();

    public IReadOnlyDictionary<Shift, int> Shifts { get; init; } = new Dictionary<Shift, int>();

    /// <summary>One flag each.</summary>
    public IReadOnlyDictionary<PostingNeeds, int> Needs { get; init; } = new Dictionary<PostingNeeds, int>();

    /// <summary>By the lower end of the band of monthly equivalents (<see cref="PayBands"/>); unknown pay is in none.</summary>
    public IReadOnlyDictionary<long, int> PayFrom { get; init; } = new Dictionary<long, int>();

    /// <summary>Of the regions asked for.</summary>
    public IReadOnlyDictionary<long, int> Regions { get; init; } = new Dictionary<long, int>();

    /// <summary>Of the settlements asked for.</summary>
    public IReadOnlyDictionary<long, int> Settlements { get; init; } = new Dictionary<long, int>();

    public int AtHome { get; init; }
}

/// <summary>Bands of monthly pay, fen; each goes up to the next one's start.</summary>
public static class PayBands
{
    public static IReadOnlyList<long> From { get; } = [0, 100_000, 200_000, 300_000, 400_000, 500_000, 800_000];

    /// <summary>Index of the band that an amount lies in.</summary>
    public static int Of(long monthlyFen)
    {
        var band = 0;
        while (band + 1 < From.Count && monthlyFen >= From[band + 1]) band++;
        return band;
    }

    /// <summary>How many are at least so much, where the amount is the start of a band.</summary>
    public static int AtLeast(this PostingFacets facets, long fromFen)
    {
        ArgumentNullException.ThrowIfNull(facets);
        return facets.PayFrom.Where(band => band.Key >= fromFen).Sum(band => band.Value);
    }
}
