using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Regions;
using JobMatch.Search.Words;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.Queries;

/// <summary>
/// What the contract says, written down as plainly as possible: every document is held against every query, nothing is indexed. Slow, and
/// the measure of the engines: it shares with them the expression and the terms, and no more.
/// </summary>
internal sealed class PlainScan(IReadOnlyList<PostingDocument> documents, DateOnly today)
{
    public PostingHits Search(PostingQuery query)
    {
        var words = AskedWords.Of(query);
        var expression = words.Expression;
        var sort = PageToken.SortOf(query, !expression.IsEmpty);
        var matched = documents.Select(d => (Document: d, Tier: TierOf(expression, d))).Where(m => (expression.IsEmpty || m.Tier != RelevanceTier.None) && Holds(query, m.Document) && !words.Unwanted.Any(w => Matches(w, PostingTerms.Of(m.Document)))).ToList();
        var found = matched.Where(m => Fails(query, words, m.Document).Length == 0)
            .Select(m => (m.Document, m.Tier, Key: Key(sort, query, words, m.Document, m.Tier)))
            .OrderBy(m => sort is PostingSort.Relevance or PostingSort.Pay ? -m.Key : m.Key).ThenByDescending(m => m.Document.PublishedAt).ThenByDescending(m => m.Document.Id).ToList();
        var hits = found.Skip(query.Page * query.PageSize).Take(query.PageSize).Select(m => new PostingHit(m.Document.Id, m.Tier, [], [], query.Near is { } near ? Metres(near, m.Document) : null)).ToList();
        return new PostingHits(hits, found.Count) { Facets = Count(query, words, matched.Select(m => m.Document)) };
    }

    private static PostingFacets Count(PostingQuery query, AskedWords words, IEnumerable<PostingDocument> matched)
    {
        var all = matched.ToList();
        return new PostingFacets
        {
            Kinds = All<PostingKind>(kind => all.Count(d => d.Kind == kind && But(d, "kind"))),
            Shifts = All<Shift>(shift => all.Count(d => d.Shift == shift && But(d, "shift"))),
            Needs = All<PostingNeeds>(need => need == PostingNeeds.None ? 0 : all.Count(d => d.Offers.HasFlag(need) && But(d, ""))),
            PayFrom = PayBands.From.Select((from, band) => (from, Count: all.Count(d => d.MonthlyFen is { } pay && PayBands.Of(pay) == band && But(d, "pay")))).Where(c => c.Count > 0).ToDictionary(c => c.from, c => c.Count),
            Regions = query.Facets!.Regions.Select(code => (code, Count: all.Count(d => In(d, code, settlement: false) && But(d, "place")))).Where(c => c.Count > 0).ToDictionary(c => c.code, c => c.Count),
            Settlements = query.Facets.Settlements.Select(id => (id, Count: all.Count(d => In(d, id, settlement: true) && But(d, "place")))).Where(c => c.Count > 0).ToDictionary(c => c.id, c => c.Count),
            AtHome = all.Count(d => d.AtHome && But(d, "place")),
        };

        bool But(PostingDocument document, string part) => Fails(query, words, document).All(p => p == part);
    }

    private static Dictionary<T, int> All<T>(Func<T, int> count) where T : struct, Enum => Enum.GetValues<T>().Select(value => (value, Count: count(value))).Where(c => c.Count > 0).ToDictionary(c => c.value, c => c.Count);

    private bool Holds(PostingQuery query, PostingDocument d) => (d.ClosesOn is null || d.ClosesOn >= today)
        && (query.PublishedFrom is not { } from || d.PublishedAt >= ChinaDay.StartsAt(from))
        && (query.Age is not { } age || (d.AgeFrom <= age && age <= d.AgeTo)) && (query.Schooling is not { } schooling || d.EducationAsked <= schooling)
        && (query.HoursTo is not { } hours || d.Minutes <= Math.Min(hours * 60, PostingDocument.NoMinutes - 1)) && !d.RegionCodes.Intersect(query.NotRegions).Any()
        && (query.CertificateKindIds.Count == 0 || d.CertificateKindIds.Intersect(query.CertificateKindIds).Any())
        && (query.OccupationIds.Count == 0 || d.OccupationIds.Intersect(query.OccupationIds).Any());

    private static string[] Fails(PostingQuery query, AskedWords words, PostingDocument d) =>
    [
        .. query.Kinds.Count > 0 && !query.Kinds.Contains(d.Kind) && !words.Said.Any(said => said.For.Kind is { } kind && query.Kinds.Contains(kind) && Matches(said.Word, PostingTerms.Of(d))) ? ["kind"] : Array.Empty<string>(),
        .. query.Shifts.Count > 0 && !query.Shifts.Contains(d.Shift) ? ["shift"] : Array.Empty<string>(),
        .. ((words.Said.Where(said => said.For.Kind is null && Matches(said.Word, PostingTerms.Of(d))).Aggregate(d.Offers, (all, said) => all | said.For.Need)) & query.Needs) != query.Needs ? ["needs"] : Array.Empty<string>(),
        .. (query.MonthlyFromFen is { } month && !((query.PayIsGuaranteed ? d.MonthlyLeastFen : d.MonthlyFen) >= month)) || (query.DailyFromFen is { } day && !((query.PayIsGuaranteed ? d.DailyLeastFen : d.DailyFen) >= day)) || (query.HourlyFromFen is { } hour && !((query.PayIsGuaranteed ? d.HourlyLeastFen : d.HourlyFen) >= hour))
            || (query.MonthlyToFen is { } upToMonth && !(d.MonthlyLeastFen <= upToMonth)) || (query.DailyToFen is { } upToDay && !(d.DailyLeastFen <= upToDay)) || (query.HourlyToFen is { } upToHour && !(d.HourlyLeastFen <= upToHour)) ? ["pay"] : Array.Empty<string>(),
        .. (query.AtHomeOnly && !d.AtHome) || (query.Places.Count > 0 && !query.Places.Any(place => In(d, place))) ? ["place"] : Array.Empty<string>(),
    ];

    private static bool In(PostingDocument d, PlaceAsked place) => place.SettlementId is { } settlement ? In(d, settlement, settlement: true) : place.ThereOnly ? There(d, place.RegionCode!.Value) : In(d, place.RegionCode!.Value, settlement: false);

    private static bool In(PostingDocument d, long place, bool settlement) =>
        Itself(d, place, settlement) || (settlement ? d.WholeCountySettlementIds.Contains(place) : Region.Upwards(place).Intersect(d.WholeCounties).Any());

    private static bool Itself(PostingDocument d, long place, bool settlement) => d.AtHome || (settlement ? d.SettlementIds.Contains(place) : There(d, place));

    private static bool There(PostingDocument d, long code) => d.RegionCodes.Contains(code) || Region.Upwards(code).Intersect(d.EveryVillageOf).Any();

    private static long Key(PostingSort sort, PostingQuery query, AskedWords words, PostingDocument d, RelevanceTier tier) => sort switch
    {
        PostingSort.Relevance => (8 * (long)tier) + (query.Favoured.Any(word => d.Title.Contains(word, StringComparison.Ordinal)) ? 4 : 0) + (words.Said.Any(said => Matches(said.Word, PostingTerms.Of(d))) ? 2 : 0) + (query.PrefersPlace && query.Places.Any(place => place.ThereOnly ? There(d, place.RegionCode!.Value) : Itself(d, place.SettlementId ?? place.RegionCode!.Value, place.SettlementId is not null)) ? 1 : 0),
        PostingSort.Pay => d.HourlyFen ?? -1,
        PostingSort.Nearest => d.AtHome ? -1 : Metres(query.Near!.Value, d) ?? PageToken.Far,
        // Whatever is farther or pays less counts for more, whatever does not say what it pays for the most.
        PostingSort.PaidNearby => (d.HourlyFen is null ? 1_000_000_000L : 0) + (100_000_000L * (Metres(query.Near!.Value, d) switch { null or > 100_000 => 4, > 30_000 => 3, > 10_000 => 2, > 3_000 => 1, _ => 0 })) - Math.Min(d.HourlyFen ?? 0, 9_999_999),
        _ => 0,
    };

    private static int? Metres(GeoPoint near, PostingDocument d) => d.AtHome ? 0 : d.Positions.Count == 0 ? null : (int)Math.Round(d.Positions.Min(near.MetresTo));

    private static RelevanceTier TierOf(SearchExpression expression, PostingDocument document)
    {
        var terms = PostingTerms.Of(document);
        return expression.Tiers.FirstOrDefault(t => t.Words.All(w => Matches(w, terms)))?.Tier ?? RelevanceTier.None;
    }

    private static bool Matches(TermWord word, PostingTerms terms) => word.Any.Any(choice => choice.All.All(phrase => Stands(phrase, terms)));

    private static bool Stands(TermPhrase phrase, PostingTerms terms) =>
        new[] { (TermFields.Title, terms.Title), (TermFields.Names, terms.Names), (TermFields.TitleLike, terms.TitleLike), (TermFields.Body, terms.Body), (TermFields.BodyLike, terms.BodyLike) }
            .Any(field => phrase.Fields.HasFlag(field.Item1) && Stands(phrase, field.Item2.Split(' ')) && !phrase.Except.Any(longer => Stands(phrase with { Terms = longer, Prefix = false }, field.Item2.Split(' '))));

    private static bool Stands(TermPhrase phrase, string[] terms)
    {
        var last = phrase.Terms.Count - 1;
        for (var at = 0; at + last < terms.Length; at++)
            if (phrase.Terms.Select((term, i) => phrase.Prefix && i == last ? terms[at + i].StartsWith(term, StringComparison.Ordinal) : terms[at + i] == term).All(same => same)) return true;
        return false;
    }
}

/// <summary>The generated queries, each engine against the plain scan.</summary>
public abstract class GeneratedQueriesContract<TEngine>(HandMadeCounty<TEngine> county) : IClassFixture<HandMadeCounty<TEngine>> where TEngine : ISearchEngine, new()
{
    [Fact]
    public async Task The_engine_finds_what_a_plain_scan_finds()
    {
        var reader = county.County.Services.GetRequiredService<DocumentReader>();
        var documents = new List<PostingDocument>();
        for (var ids = await reader.PostingIdsAfterAsync(0, default); ids.Count > 0; ids = await reader.PostingIdsAfterAsync(ids[^1], default)) documents.AddRange(await reader.PostingsAsync(ids, default));
        var scan = new PlainScan(documents, county.County.Today);
        var found = 0;
        foreach (var query in GeneratedQueries.All(county.Xingfuli, county.Chengdong))
        {
            var (expected, answered) = (scan.Search(query), await county.Postings.SearchAsync(query, default));
            answered.Total.ShouldBe(expected.Total, query.ToString());
            answered.Page.Select(h => (h.Id, h.Tier, h.Metres)).ShouldBe(expected.Page.Select(h => (h.Id, h.Tier, h.Metres)), query.ToString());
            Same(answered.Facets!.Kinds, expected.Facets!.Kinds, query);
            Same(answered.Facets.Shifts, expected.Facets.Shifts, query);
            Same(answered.Facets.Needs, expected.Facets.Needs, query);
            Same(answered.Facets.PayFrom, expected.Facets.PayFrom, query);
            Same(answered.Facets.Regions, expected.Facets.Regions, query);
            Same(answered.Facets.Settlements, expected.Facets.Settlements, query);
            answered.Facets.AtHome.ShouldBe(expected.Facets.AtHome, query.ToString());
            found += answered.Page.Count;
        }

        found.ShouldBeGreaterThan(1_000);
    }

    private static void Same<T>(IReadOnlyDictionary<T, int> answered, IReadOnlyDictionary<T, int> expected, PostingQuery query) where T : notnull =>
        answered.OrderBy(c => c.Key).ShouldBe(expected.OrderBy(c => c.Key), query.ToString());
}
