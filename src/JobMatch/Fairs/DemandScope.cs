using System.Globalization;
using System.Text.Json.Serialization;
using JobMatch.Matching;

namespace JobMatch.Fairs;

/// <summary>
/// Which vacancies a training demand is counted for. Over everything that is open a training seldom opens a place; a county asks about one fair, one kind of posting, the posts of a new plant, or only
/// about good fits. At most one of fair, kind and chosen postings is set; none: everything that is public.
/// </summary>
public sealed record DemandScope
{
    /// <summary>More chosen postings than this would make an address too long.</summary>
    public const int MostPostings = 100;

    /// <summary>Everything has a word of its own: an address that says nothing leaves the choice to the page.</summary>
    private const string All = "all";

    public static readonly DemandScope Everything = new();

    /// <summary>The postings that come to this fair.</summary>
    public long? FairId { get; init; }

    /// <summary>All public postings of this kind.</summary>
    public PostingKind? Kind { get; init; }

    /// <summary>Just these.</summary>
    public IReadOnlyList<long> PostingIds { get; init; } = [];

    /// <summary>Fits under this score do not count as a place, 0–100.</summary>
    public int LeastScore { get; init; }

    /// <summary>Which of the choices, as one word of an address: fair-3, kind-Enterprise, postings-4.5.6, all.</summary>
    [JsonIgnore]
    public string Of =>
        FairId is { } fair ? string.Create(CultureInfo.InvariantCulture, $"fair-{fair}")
        : Kind is { } kind ? $"kind-{kind}"
        : PostingIds.Count > 0 ? "postings-" + string.Join('.', PostingIds.Select(id => id.ToString(CultureInfo.InvariantCulture)))
        : All;

    /// <summary>As the query of an address, without its question mark; the same for the same question.</summary>
    [JsonIgnore]
    public string Query => "of=" + Of + (LeastScore > 0 ? string.Create(CultureInfo.InvariantCulture, $"&least={LeastScore}") : "");

    /// <summary>Just these postings, in order and once.</summary>
    public static DemandScope OfPostings(IEnumerable<long> ids, int leastScore) => new() { PostingIds = [.. ids.Where(id => id > 0).Distinct().Order().Take(MostPostings)], LeastScore = Math.Clamp(leastScore, 0, 100) };

    /// <summary>What an address says; what cannot be read is everything.</summary>
    public static DemandScope Read(string? of, int? leastScore)
    {
        var least = Math.Clamp(leastScore ?? 0, 0, 100);
        var (what, which) = of?.Split('-', 2) is [var first, var second] ? (first, second) : ("", "");
        return what switch
        {
            "fair" when Number(which) is { } fair => new() { FairId = fair, LeastScore = least },
            "kind" when Enum.TryParse<PostingKind>(which, out var kind) && Enum.IsDefined(kind) => new() { Kind = kind, LeastScore = least },
            "postings" => OfPostings(which.Split('.').Select(id => Number(id) ?? 0), least),
            _ => new() { LeastScore = least },
        };
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
