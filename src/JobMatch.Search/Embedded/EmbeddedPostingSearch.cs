using System.Text.Json;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Search.Words;

namespace JobMatch.Search.Embedded;

/// <summary>
/// Postings from the index file. Counts and facets are taken in one pass without scores; scores are only made for the tiers that the page
/// reaches, which keeps a word that stands in every posting cheap.
/// </summary>
internal sealed class EmbeddedPostingSearch(IndexFolder folder, TimeProvider clock) : IPostingSearch
{
    /// <summary>Nobody turns that many pages; a page beyond is empty.</summary>
    private const int DeepestHit = 10_000;
    private const int LargestPage = 200;

    /// <summary>Words that so many postings have tell them apart by where they stand, not by how often: within a tier the newest comes first.</summary>
    private const int TooManyToScore = 10_000;
    private const string ByWords = "posting_words cross join postings p on p.id = posting_words.rowid where posting_words match $match";
    private const string ByFilters = "postings p where true";

    public Task<PostingHits> SearchAsync(PostingQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancel.ThrowIfCancellationRequested();
        var words = SearchWords.Parse(query.Words, OccupationNames.OfCatalogue);
        return Task.FromResult(folder.Read(index => index.InTransaction(writes: false, () => Search(index, query, words)), new PostingHits([], 0)));
    }

    private PostingHits Search(IndexConnection index, PostingQuery query, SearchWords words)
    {
        var tiers = words.IsEmpty ? [] : MatchExpression.PostingTiers(words);
        var anywhere = words.IsEmpty ? null : tiers[^1];
        var filters = Filters(query, !words.IsEmpty);
        var byKind = index.Rows(
            $"select p.kind, count(*) from {(words.IsEmpty ? ByFilters : ByWords)}{filters.Sql} group by p.kind",
            r => (Kind: (PostingKind)r.GetInt32(0), Count: r.GetInt32(1)), [.. Match(anywhere), .. filters.Values]).ToDictionary(f => f.Kind, f => f.Count);
        var total = byKind.Where(f => query.Kinds.Count == 0 || query.Kinds.Contains(f.Key)).Sum(f => f.Value);
        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var skip = (long)Math.Max(0, query.Page) * size;
        if (skip >= Math.Min(total, DeepestHit)) return new PostingHits([], total) { ByKind = byKind };

        if (query.Kinds.Count > 0) filters = filters.And(" and p.kind in (select value from json_each($kinds))", ("$kinds", JsonSerializer.Serialize(query.Kinds.Select(k => (int)k))));
        var ranked = words.IsEmpty || query.Sort != PostingSort.Relevance
            ? Sorted(index, query.Sort, anywhere, filters, (int)skip, size)
            : ByTiers(index, tiers, filters, scored: byKind.Values.Sum() <= TooManyToScore, (int)skip, size);
        return new PostingHits(Show(index, ranked, words), total) { ByKind = byKind };
    }

    private static List<(long Id, double Score)> Sorted(IndexConnection index, PostingSort sort, string? match, Filter filters, int skip, int take)
    {
        // Unknown pay is last: it is not zero, but it promises nothing.
        var order = sort == PostingSort.Pay ? "p.pay is null, p.pay desc, p.published desc, p.id desc" : "p.published desc, p.id desc";
        return index.Rows(
            $"select p.id from {(match is null ? ByFilters : ByWords)}{filters.Sql} order by {order} limit $take offset $skip",
            r => (r.GetInt64(0), 0d), [.. Match(match), .. filters.Values, ("$take", take), ("$skip", skip)]);
    }

    private static List<(long Id, double Score)> ByTiers(IndexConnection index, IReadOnlyList<string> tiers, Filter filters, bool scored, int skip, int size)
    {
        var score = scored ? "bm25(posting_words, 10.0, 4.0, 1.0)" : "0.0";
        var order = scored ? "score, p.published desc, p.id desc" : "p.published desc, p.id desc";
        var ranked = new List<(long Id, double Score)>();
        for (var tier = 0; tier < tiers.Count && ranked.Count < skip + size; tier++)
        {
            var match = tier == 0 ? tiers[0] : $"({tiers[tier]}) NOT ({tiers[tier - 1]})";
            var above = (tiers.Count - tier) * 1000d;
            ranked.AddRange(index.Rows(
                $"select p.id, {score} as score from {ByWords}{filters.Sql} order by {order} limit $take",
                r => (r.GetInt64(0), above + Math.Clamp(-r.GetDouble(1), 0, 999)), [.. Match(match), .. filters.Values, ("$take", skip + size - ranked.Count)]));
        }

        return ranked.Count <= skip ? [] : ranked.GetRange(skip, Math.Min(size, ranked.Count - skip));
    }

    private static List<PostingHit> Show(IndexConnection index, List<(long Id, double Score)> ranked, SearchWords words)
    {
        var texts = index.Rows(
            "select id, title, employer, place, description from posting_texts where id in (select value from json_each($ids))",
            r => (Id: r.GetInt64(0), Title: r.GetString(1), Employer: r.GetString(2), Place: r.GetString(3), Description: r.GetString(4)),
            ("$ids", JsonSerializer.Serialize(ranked.Select(h => h.Id)))).ToDictionary(t => t.Id);
        return [.. ranked.Select(hit =>
        {
            var text = texts[hit.Id];
            return new PostingHit(hit.Id, hit.Score, Highlight.Mark(text.Title, words), Highlight.Snippet([text.Description, $"{text.Employer} · {text.Place}"], words));
        })];
    }

    private static (string, object?)[] Match(string? match) => match is null ? [] : [("$match", match)];

    private Filter Filters(PostingQuery query, bool byWords)
    {
        var filter = new Filter("", []).And(" and (p.closes is null or p.closes >= $today)", ("$today", (long)clock.Today().DayNumber));
        if (query.AtHomeOnly) filter = filter.And(" and p.at_home = 1");
        if (query.RegionCode is { } region) filter = byWords ? InRegionByRow(filter, region) : InRegionByTag(filter, region);
        if (query.SettlementId is { } settlement)
            filter = byWords
                ? filter.And(" and (p.at_home = 1 or instr(p.places, $settlement) > 0)", ("$settlement", Tags.InJoined(Tags.Settlement(settlement))))
                : filter.And($" and (p.at_home = 1 or p.id in {Tagged("$settlement")})", ("$settlement", JsonSerializer.Serialize(new[] { Tags.Settlement(settlement) })));
        if (query.OccupationIds.Count > 0) filter = filter.And($" and p.id in {Tagged("$occupations")}", ("$occupations", JsonSerializer.Serialize(query.OccupationIds.Select(Tags.Occupation))));
        if (query.MonthlyFromFen is { } monthly) filter = filter.And(" and p.monthly >= $monthly", ("$monthly", monthly));
        if (query.HourlyFromFen is { } hourly) filter = filter.And(" and p.hourly >= $hourly", ("$hourly", hourly));
        if (query.Shifts.Count > 0) filter = filter.And(" and p.shift in (select value from json_each($shifts))", ("$shifts", JsonSerializer.Serialize(query.Shifts.Select(s => (int)s))));
        if (query.Needs != PostingNeeds.None) filter = filter.And(" and p.offers & $needs = $needs", ("$needs", (long)query.Needs));
        if (query.PublishedFrom is { } from) filter = filter.And(" and p.published >= $from", ("$from", ChinaDay.StartsAt(from).Ticks));
        return filter;
    }

    /// <summary>Without words, the tag's own list is the shorter way.</summary>
    private static Filter InRegionByTag(Filter filter, long region) => filter.And(
        $" and (p.at_home = 1 or p.id in {Tagged("$region")})",
        ("$region", JsonSerializer.Serialize(RegionCodes.Upwards(region).Select(Tags.EveryVillage).Append(Tags.Region(region)))));

    /// <summary>With words, the row of each hit is at hand and says where it is.</summary>
    private static Filter InRegionByRow(Filter filter, long region)
    {
        var values = new List<(string Name, object? Value)> { ("$region", Tags.InJoined(Tags.Region(region))) };
        values.AddRange(RegionCodes.Upwards(region).Select((code, i) => ($"$above{i}", (object?)Tags.InJoined(Tags.EveryVillage(code)))));
        var covers = string.Join(" or ", values.Skip(1).Select(v => $"instr(p.places, {v.Name}) > 0"));
        var every = covers.Length == 0 ? "" : $" or (p.every_village = 1 and ({covers}))";
        return filter.And($" and (p.at_home = 1 or instr(p.places, $region) > 0{every})", [.. values]);
    }

    private static string Tagged(string name) => $"(select t.id from posting_tags t where t.tag in (select value from json_each({name})))";
}

/// <summary>Conditions in constant SQL and their values.</summary>
internal sealed record Filter(string Sql, IReadOnlyList<(string Name, object? Value)> Values)
{
    public Filter And(string sql, params (string Name, object? Value)[] values) => new(Sql + sql, [.. Values, .. values]);
}
