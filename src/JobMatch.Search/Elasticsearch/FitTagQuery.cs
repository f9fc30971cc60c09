using JobMatch.Matching;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Coded facts of workers as queries, <see cref="FitTags"/>.</summary>
internal static class FitTagQuery
{
    private const string Tags = "fit";

    public static IEnumerable<string> Groups(PostingAsk ask) =>
        Enum.GetValues<HardshipGroup>().Where(g => g != HardshipGroup.None && ask.Profile.EligibleGroups.HasFlag(g)).Select(g => FitTags.Number("group", (long)g));

    public static IEnumerable<string> Mobilities(params Mobility[] mobilities) => mobilities.Select(m => FitTags.Number("mobility", (long)m));

    /// <summary>Those of some mobilities who live in a place; where the place is not known, all of these mobilities.</summary>
    public static Query Within(string level, int code, params Mobility[] mobilities) =>
        code > 0 || level == "settlement" ? Query.All([Has(Mobilities(mobilities)), Has(FitTags.Number(level, code))]) : Has(Mobilities(mobilities));

    public static Query Has(string tag) => Query.Is(Tags, tag);

    public static Query Has(IEnumerable<string> tags) => Query.IsAny(Tags, tags);

    public static Query Not(Query query) => new() { Bool = new BoolQuery { MustNot = [query] } };
}
