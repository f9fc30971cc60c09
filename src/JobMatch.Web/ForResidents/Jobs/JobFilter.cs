using JobMatch.Matching;
using JobMatch.Postings;

namespace JobMatch.Web.ForResidents.Jobs;

/// <summary>What the list of jobs is asked, as it stands in the address. Anything that is not understood is left out rather than refused.</summary>
public sealed record JobFilter
{
    /// <summary>Offered as "at least so many yuan a month".</summary>
    public static readonly IReadOnlyList<int> PaySteps = [1000, 2000, 3000, 4000, 5000];

    public static readonly IReadOnlyList<PostingNeeds> OfferedNeeds =
        [PostingNeeds.CareFriendly, PostingNeeds.NoNights, PostingNeeds.LightWork, PostingNeeds.Food, PostingNeeds.Lodging, PostingNeeds.NoCertificate];

    /// <summary>Words as typed.</summary>
    public string? Q { get; init; }

    public PostingKind? Kind { get; init; }

    /// <summary>"s12" a settlement, "t529901101" a township, "home" work at home.</summary>
    public string? Place { get; init; }

    /// <summary>Yuan a month, at least.</summary>
    public int? Pay { get; init; }

    public Shift? Shift { get; init; }

    public List<PostingNeeds> Needs { get; init; } = [];

    public PostingSort Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool HasAny => Parts().Any();

    public PostingQuery ToQuery(int pageSize) => new()
    {
        Words = (Q ?? "").Trim() is { Length: <= 100 } words ? words : Q!.Trim()[..100],
        Kinds = Kind is { } kind && Enum.IsDefined(kind) ? [kind] : [],
        SettlementId = Place is ['s', .. var settlement] && long.TryParse(settlement, out var id) ? id : null,
        RegionCode = Place is ['t', .. var township] && long.TryParse(township, out var code) ? code : null,
        AtHomeOnly = Place == "home",
        MonthlyFromFen = Pay is > 0 and <= 100_000 ? Pay * 100L : null,
        Shifts = Shift is { } shift && shift != Matching.Shift.Unknown && Enum.IsDefined(shift) ? [shift] : [],
        Needs = Needs.Where(need => OfferedNeeds.Contains(need)).Aggregate(PostingNeeds.None, (all, need) => all | need),
        Sort = Enum.IsDefined(Sort) ? Sort : PostingSort.Relevance,
        Page = Math.Clamp(Page, 1, 500) - 1,
        PageSize = pageSize,
    };

    /// <summary>Each single condition that is set, and the same question without it: an empty result offers what to drop.</summary>
    public IEnumerable<(string Part, JobFilter Without)> Parts()
    {
        var first = this with { Page = 1 };
        if (!string.IsNullOrWhiteSpace(Q)) yield return ("Q", first with { Q = null });
        if (Kind is not null) yield return ("Kind", first with { Kind = null });
        if (!string.IsNullOrEmpty(Place)) yield return ("Place", first with { Place = null });
        if (Pay is > 0) yield return ("Pay", first with { Pay = null });
        if (Shift is not null) yield return ("Shift", first with { Shift = null });
        foreach (var need in Needs.Where(OfferedNeeds.Contains).Distinct()) yield return ($"Needs.{need}", first with { Needs = [.. Needs.Where(n => n != need)] });
    }

    /// <summary>The address of this question.</summary>
    public string Url(int? page = null)
    {
        var query = new QueryString();
        if (!string.IsNullOrWhiteSpace(Q)) query = query.Add("q", Q.Trim());
        if (Kind is { } kind) query = query.Add("kind", kind.ToString());
        if (!string.IsNullOrEmpty(Place)) query = query.Add("place", Place);
        if (Pay is { } pay) query = query.Add("pay", pay.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (Shift is { } shift) query = query.Add("shift", shift.ToString());
        foreach (var need in Needs) query = query.Add("needs", need.ToString());
        if (Sort != PostingSort.Relevance) query = query.Add("sort", Sort.ToString());
        if (page is > 1) query = query.Add("page", page.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return "/jobs" + query;
    }
}
