using JobMatch.Data;
using JobMatch.Matching;

namespace JobMatch.Postings;

/// <summary>What a resident asks. Null or empty means "any". Amounts are fen, distances metres, pages from 0.</summary>
public sealed record PostingQuery
{
    /// <summary>Words that are looked for; more are left out.</summary>
    public const int MostWords = 10;

    /// <summary>Characters of a word; longer ones are cut.</summary>
    public const int LongestWord = 40;

    /// <summary>As typed; several words all have to match (title, occupation, employer, place or text).</summary>
    public string Words { get; init; } = "";

    /// <summary>Occupations by name: each has to be named by the title or the coded occupation; a mention in the text is not enough.</summary>
    public IReadOnlyList<OccupationAsked> Occupations { get; init; } = [];

    public IReadOnlyList<PostingKind> Kinds { get; init; } = [];

    /// <summary>GB/T 2260 code: county, township or village; matches every place below it.</summary>
    public long? RegionCode { get; init; }

    public long? SettlementId { get; init; }

    /// <summary>At home counts as everywhere.</summary>
    public bool AtHomeOnly { get; init; }

    /// <summary>Can pay at least this a month (<see cref="ComparablePay"/>); postings of unknown pay drop out.</summary>
    public long? MonthlyFromFen { get; init; }

    /// <inheritdoc cref="MonthlyFromFen"/>
    public long? DailyFromFen { get; init; }

    /// <inheritdoc cref="MonthlyFromFen"/>
    public long? HourlyFromFen { get; init; }

    /// <summary>Whether some of these words could not be used as they stand.</summary>
    public static bool CutsWords(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (count, length) = (0, 0);
        foreach (var c in words)
        {
            length = char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? length + 1 : 0;
            if (length == 1) count++;
            if (length > LongestWord || count > MostWords) return true;
        }

        return false;
    }

    /// <summary>Some pay is asked for, in whatever unit.</summary>
    public bool AsksPay => MonthlyFromFen is not null || DailyFromFen is not null || HourlyFromFen is not null;

    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    public PostingNeeds Needs { get; init; }

    /// <summary>Coded with any of these; stricter than <see cref="Occupations"/>.</summary>
    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    public DateOnly? PublishedFrom { get; init; }

    public PostingSort Sort { get; init; }

    /// <summary>Where <see cref="PostingSort.Nearest"/> measures from, and what <see cref="PostingHit.Metres"/> is measured from.</summary>
    public GeoPoint? Near { get; init; }

    /// <summary>The <see cref="PostingHits.Next"/> of the page before: goes on behind its last hit, whatever was published or closed meanwhile. Wins over <see cref="Page"/>; a token of another sort is ignored.</summary>
    public string? After { get; init; }

    public int Page { get; init; }

    public int PageSize { get; init; } = 20;

    /// <summary>Counts to bring along; null brings none.</summary>
    public FacetRequest? Facets { get; init; }
}

/// <summary>An occupation in the asker's words, and the ids of the classification that they mean (none when only the words are known).</summary>
public sealed record OccupationAsked(string Words, IReadOnlyList<int> Ids)
{
    public bool Equals(OccupationAsked? other) => other is not null && Words == other.Words && Ids.SequenceEqual(other.Ids);

    public override int GetHashCode() => HashCode.Combine(Words, Ids.Count);
}

/// <summary>The places that the caller offers as choices; the other facets are always the same.</summary>
public sealed record FacetRequest
{
    public IReadOnlyList<long> Regions { get; init; } = [];

    public IReadOnlyList<long> Settlements { get; init; } = [];
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

/// <summary>Orders; each ends with the newest first, then the higher id, so that it is total.</summary>
public enum PostingSort
{
    /// <summary>By <see cref="RelevanceTier"/>; without words the newest.</summary>
    Relevance = 0,
    Newest = 1,

    /// <summary>By what it can pay an hour (<see cref="ComparablePay"/>), highest first; unknown pay last.</summary>
    Pay = 2,

    /// <summary>At home first, then whole metres from <see cref="PostingQuery.Near"/>, places of unknown position last; the newest when no position is given.</summary>
    Nearest = 3,
}
