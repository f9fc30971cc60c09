using System.Globalization;
using JobMatch.Asking;
using JobMatch.Matching;

namespace JobMatch.Web.ForResidents.Jobs;

/// <summary>What the list of jobs is asked, as it stands in the address. What is not understood is left out rather than refused, and <see cref="AddressNotes"/> says so.</summary>
public sealed record JobFilter
{
    /// <summary>Offered as "at least so many yuan a month"; each is the start of a band of <see cref="PayBands"/>.</summary>
    public static readonly IReadOnlyList<int> PaySteps = [1000, 2000, 3000, 4000, 5000, 8000];

    public static readonly IReadOnlyList<PostingNeeds> OfferedNeeds =
        [PostingNeeds.CareFriendly, PostingNeeds.NoNights, PostingNeeds.LightWork, PostingNeeds.Food, PostingNeeds.Lodging, PostingNeeds.NoCertificate, PostingNeeds.NoEducation, PostingNeeds.NoOvertime, PostingNeeds.TwoRestDays, PostingNeeds.SocialInsurance, PostingNeeds.Transport, PostingNeeds.Away];

    /// <summary>Words as typed.</summary>
    public string? Q { get; init; }

    /// <summary>The words are meant as they stand: nothing is read out of them.</summary>
    public bool Literal { get; init; }

    public PostingKind? Kind { get; init; }

    /// <summary>"s12" a settlement, "t529901101" a township, "home" work at home.</summary>
    public string? Place { get; init; }

    /// <summary>Yuan a month, at least.</summary>
    public int? Pay { get; init; }

    public Shift? Shift { get; init; }

    public List<PostingNeeds> Needs { get; init; } = [];

    public PostingSort Sort { get; init; }

    /// <summary>The settlement from which "nearest" is measured, for who is not signed in.</summary>
    public long? From { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }

    /// <summary>Characters of words that are looked at.</summary>
    public const int LongestWords = 100;

    public string Words => (Q ?? "").Trim() is var words && words.Length <= LongestWords ? words : words[..(char.IsHighSurrogate(words[LongestWords - 1]) ? LongestWords - 1 : LongestWords)];

    public bool HasAny => Words.Length > 0 || Parts().Any();

    /// <summary>The conditions that are set by hand; words are read by <see cref="UnderstandQuery"/>.</summary>
    public PostingQuery ToQuery(int pageSize) => new()
    {
        Words = Words,
        Kinds = Kind is { } kind && Enum.IsDefined(kind) ? [kind] : [],
        Places = Chosen is { } place ? [place] : [],
        AtHomeOnly = Place == "home",
        MonthlyFromFen = Pay is > 0 and <= 100_000 ? Pay * 100L : null,
        Shifts = Shift is { } shift && shift != Matching.Shift.Unknown && Enum.IsDefined(shift) ? [shift] : [],
        Needs = Needs.Where(need => OfferedNeeds.Contains(need)).Aggregate(PostingNeeds.None, (all, need) => all | need),
        Sort = Enum.IsDefined(Sort) ? Sort : PostingSort.Relevance,
        Page = Math.Clamp(Page, 1, 500) - 1,
        After = After,
        PageSize = pageSize,
    };

    private PlaceAsked? Chosen => SettlementId is { } settlement ? PlaceAsked.Settlement(settlement)
        : Place is ['t', .. var township] && long.TryParse(township, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? new PlaceAsked(code) : null;

    public long? SettlementId => Place is ['s', .. var settlement] && long.TryParse(settlement, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Each single condition that is set by hand, and the same question without it.</summary>
    public IEnumerable<(string Part, JobFilter Without)> Parts()
    {
        var first = this with { Page = 1, After = null };
        if (Pay is > 0) yield return ("Pay", first with { Pay = null });
        foreach (var need in Needs.Where(OfferedNeeds.Contains).Distinct()) yield return ($"Needs.{need}", first with { Needs = [.. Needs.Where(n => n != need)] });
        if (Shift is not null) yield return ("Shift", first with { Shift = null });
        if (Kind is not null) yield return ("Kind", first with { Kind = null });
        if (!string.IsNullOrEmpty(Place)) yield return ("Place", first with { Place = null });
    }

    /// <summary>The address of this question.</summary>
    public string Url(int? page = null, string? after = null) => "/jobs" + Asked(page, after);

    /// <summary>The question as it stands behind "/jobs".</summary>
    public QueryString Asked(int? page = null, string? after = null)
    {
        var query = new QueryString();
        if (Words.Length > 0) query = query.Add("q", Words);
        if (Literal) query = query.Add("literal", "true");
        if (Kind is { } kind) query = query.Add("kind", kind.ToString());
        if (!string.IsNullOrEmpty(Place)) query = query.Add("place", Place);
        if (Pay is { } pay) query = query.Add("pay", pay.ToString(CultureInfo.InvariantCulture));
        if (Shift is { } shift) query = query.Add("shift", shift.ToString());
        foreach (var need in Needs) query = query.Add("needs", need.ToString());
        if (Sort != PostingSort.Relevance) query = query.Add("sort", Sort.ToString());
        if (From is { } from) query = query.Add("from", from.ToString(CultureInfo.InvariantCulture));
        if (page is > 1) query = query.Add("page", page.Value.ToString(CultureInfo.InvariantCulture));
        if (after is not null) query = query.Add("after", after);
        return query;
    }
}
