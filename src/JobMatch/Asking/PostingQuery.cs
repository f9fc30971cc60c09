using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Postings;

namespace JobMatch.Asking;

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

    /// <summary>Work that is not wanted: what is called so, or coded so, is left out.</summary>
    public IReadOnlyList<OccupationAsked> NotOccupations { get; init; } = [];

    public IReadOnlyList<PostingKind> Kinds { get; init; } = [];

    /// <summary>In any of these.</summary>
    public IReadOnlyList<PlaceAsked> Places { get; init; } = [];

    /// <summary>At home counts as everywhere.</summary>
    public bool AtHomeOnly { get; init; }

    /// <summary>Can pay at least this a month (<see cref="ComparablePay"/>); postings of unknown pay drop out.</summary>
    public long? MonthlyFromFen { get; init; }

    /// <summary>「保底3000」: the lower end of what it pays has to reach what is asked, where the upper end does by itself.</summary>
    public bool PayIsGuaranteed { get; init; }

    /// <summary>Begins at no more than this a month: the lower end of what it pays; postings of unknown pay drop out.</summary>
    public long? MonthlyToFen { get; init; }

    /// <inheritdoc cref="MonthlyFromFen"/>
    public long? DailyFromFen { get; init; }

    /// <inheritdoc cref="MonthlyToFen"/>
    public long? DailyToFen { get; init; }

    /// <inheritdoc cref="MonthlyFromFen"/>
    public long? HourlyFromFen { get; init; }

    /// <inheritdoc cref="MonthlyToFen"/>
    public long? HourlyToFen { get; init; }

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

    /// <summary>Some condition on postings that stays true of one while it is public: what may be saved and asked again.</summary>
    public bool HasConditions => Words.Length > 0 || Occupations.Count > 0 || NotOccupations.Count > 0 || Kinds.Count > 0 || Shifts.Count > 0 || Needs != PostingNeeds.None || OccupationIds.Count > 0
        || Places.Count > 0 || AtHomeOnly || AsksPay || AsksOfPerson || HoursTo is not null || NotRegions.Count > 0;

    /// <summary>Anything but a page: some condition, how new it has to be, or an order that somebody chose.</summary>
    public bool AsksAnything => HasConditions || PublishedFrom is not null || Sort is PostingSort.Nearest or PostingSort.Pay or PostingSort.PaidNearby;

    /// <summary>Some pay is asked for, in whatever unit.</summary>
    public bool AsksPay => (MonthlyFromFen ?? MonthlyToFen ?? DailyFromFen ?? DailyToFen ?? HourlyFromFen ?? HourlyToFen) is not null;

    /// <summary>By relevance, postings whose title has one of these words come first within their tier; nothing is left out.</summary>
    public IReadOnlyList<string> Favoured { get; init; } = [];

    /// <summary>What a posting may say in so many words instead of being of a kind or offering what is needed; by relevance, those that say it come first within their tier.</summary>
    public IReadOnlyList<SaidInstead> Said { get; init; } = [];

    /// <summary>Relevance is more than the newest first although no words are asked.</summary>
    public bool HasPreference => PrefersPlace || Favoured.Count > 0 || Said.Count > 0;

    /// <summary>What it asks of a person is looked at: age, schooling, a certificate.</summary>
    public bool AsksOfPerson => Age is not null || Schooling is not null || CertificateKindIds.Count > 0;

    /// <summary>A place of ours is asked for: by relevance, what is said to be there comes before what may be anywhere in its county.</summary>
    public bool PrefersPlace => Places.Any(place => !place.ThereOnly);

    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    public PostingNeeds Needs { get; init; }

    /// <summary>Coded with any of these; stricter than <see cref="Occupations"/>.</summary>
    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    /// <summary>Years: the age that a posting's words ask for, if any, allows it.</summary>
    public int? Age { get; init; }

    /// <summary>Asks for no more schooling than this.</summary>
    public Education? Schooling { get; init; }

    /// <summary>No more than these hours a day, as stated; unknown hours drop out.</summary>
    public int? HoursTo { get; init; }

    /// <summary>GB/T 2260 codes: what is said to be in one of them is left out, whatever other places it has.</summary>
    public IReadOnlyList<long> NotRegions { get; init; } = [];

    /// <summary>Needs one of these certificates, or helps to it.</summary>
    public IReadOnlyList<int> CertificateKindIds { get; init; } = [];

    public DateOnly? PublishedFrom { get; init; }

    public PostingSort Sort { get; init; }

    /// <summary>Where <see cref="PostingSort.Nearest"/> and <see cref="PostingSort.PaidNearby"/> measure from, and what <see cref="PostingHit.Metres"/> is measured from.</summary>
    public GeoPoint? Near { get; init; }

    /// <summary>The <see cref="PostingHits.Next"/> of the page before: goes on behind its last hit, whatever was published or closed meanwhile. Wins over <see cref="Page"/>; a token of another sort is ignored.</summary>
    public string? After { get; init; }

    public int Page { get; init; }

    public int PageSize { get; init; } = 20;

    /// <summary>Counts to bring along; null brings none.</summary>
    public FacetRequest? Facets { get; init; }
}

/// <summary>A settlement of ours, or a region by its GB/T 2260 code (province to village), which holds every place below it.</summary>
public sealed record PlaceAsked(long? RegionCode, long? SettlementId = null)
{
    /// <summary>Work at home counts as everywhere, but who asks for a place far away wants to go there: then it does not count as being in the region.</summary>
    public bool ThereOnly { get; init; }

    public static PlaceAsked Settlement(long id) => new(null, id);
}

/// <summary>An occupation in the asker's words, and the ids of the classification that they mean (none when only the words are known).</summary>
public sealed record OccupationAsked(string Words, IReadOnlyList<int> Ids)
{
    public bool Equals(OccupationAsked? other) => other is not null && Words == other.Words && Ids.SequenceEqual(other.Ids);

    public override int GetHashCode() => HashCode.Combine(Words, Ids.Count);
}

/// <summary>
/// Words that stand for one of the kinds asked, or for one of the needs: who asks for 日结 looks for casual work, and for whatever posting says in its title or text that it pays by the
/// day, whatever its kind. A field that nobody filled in loses nothing that the words say.
/// </summary>
public sealed record SaidInstead(PostingKind? Kind, PostingNeeds Need, IReadOnlyList<string> Words);

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

    /// <summary>Works at night, also in a rota of two or three shifts.</summary>
    Nights = 256,

    /// <summary>No more than eight hours a day, as stated.</summary>
    NoOvertime = 512,

    /// <summary>Asks for no schooling.</summary>
    NoEducation = 1024,

    /// <summary>In another county or province.</summary>
    Away = 2048,

    /// <summary>Demands no skill.</summary>
    NoExperience = 4096,

    /// <summary>No more than five hours a day, as stated.</summary>
    PartTime = 8192,

    /// <summary>Two days of rest a week: no more than 22 days a month, as stated.</summary>
    TwoRestDays = 16384,

    /// <summary>Paid by the hour.</summary>
    PaidByHour = 32768,

    /// <summary>In another province.</summary>
    OutsideProvince = 65536,

    /// <summary>Some of it in the posting's own county, or at home.</summary>
    InCounty = 131072,

    /// <summary>Some of it in the province of the posting's county, or at home.</summary>
    InProvince = 262144,

    /// <summary>Its words speak of couples: husband and wife may work there together.</summary>
    Couples = 524288,

    /// <summary>No Mandarin asked.</summary>
    NoMandarin = 1048576,

    /// <summary>Paid by the piece, with or without a base.</summary>
    PieceRate = 2097152,

    /// <summary>Pay is stated, and none of it goes by the piece.</summary>
    NoPieceRate = 4194304,
}

/// <summary>Orders; each ends with the newest first, then the higher id, so that it is total.</summary>
public enum PostingSort
{
    /// <summary>By <see cref="RelevanceTier"/>, in it what a title says as it should (<see cref="PostingQuery.Favoured"/>), then what says in words what is asked (<see cref="PostingQuery.Said"/>), then what is said to be in the place asked before what may be anywhere in its county; without any of these the newest.</summary>
    Relevance = 0,
    Newest = 1,

    /// <summary>By what it can pay an hour (<see cref="ComparablePay"/>), highest first; unknown pay last.</summary>
    Pay = 2,

    /// <summary>At home first, then whole metres from <see cref="PostingQuery.Near"/>, places of unknown position last; the newest when no position is given.</summary>
    Nearest = 3,

    /// <summary>
    /// Both wishes at once: unknown pay last of all, then by how near it is in a few broad bands (<see cref="NearBands"/>), the best paid of a band first. By pay alone a county's best paid are always far away, by
    /// metres alone nothing of the pay is left. Without a position it is <see cref="Pay"/>.
    /// </summary>
    PaidNearby = 4,
}

/// <summary>How near is near: on foot, by bus, within a county, within a day's way, farther or unknown.</summary>
public static class NearBands
{
    /// <summary>The metres at which a band ends; what is done at home is in the first.</summary>
    public static readonly IReadOnlyList<int> Ends = [3_000, 10_000, 30_000, 100_000];
}
