using JobMatch.Matching;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// A posting as a question to the workers' index: the gates as filters (<see cref="FirstCutFilters"/>) and the criteria as a score
/// (<see cref="FirstCutScores"/>). The side of the post is the score of the query, the side of the person the sum of the functions; their product
/// orders much like the harmonic mean.
/// </summary>
internal static class FirstCut
{
    /// <summary>Far above every score, and yet a score of 24 bits still tells the sums apart.</summary>
    private const double GroupFirst = 1_000_000;
    private const double NeedStep = 100_000;
    private const int LeastNeed = 3;

    public static SearchRequest Request(PostingAsk ask, FitOptions options, RankQuery query, IEnumerable<long>? settlements, int size)
    {
        var rules = FitRules.Of(new FitContext { On = query.On, Options = options, Weights = query.Weights, NeedFirst = query.NeedFirst, Seekers = query.Seekers });
        var scored = new Query
        {
            FunctionScore = new FunctionScoreQuery
            {
                Query = new Query { Bool = new BoolQuery { Filter = FirstCutFilters.Gates(ask, query, settlements), MustNot = FirstCutFilters.Never(ask, query), Should = FirstCutScores.SideOfPost(ask, rules) } },
                Functions = FirstCutScores.SideOfPerson(ask, rules),
                BoostMode = "multiply",
            },
        };
        var needFirst = ask.Profile.NeedFirst || query.NeedFirst;
        // Groups go before need: then both are in the score.
        var first = ask.Profile.GroupRule == GroupRule.First
            ? new Query { Bool = new BoolQuery { Must = [scored], Should = [Query.Worth(FitTagQuery.Has(FitTagQuery.Groups(ask)), GroupFirst), .. needFirst ? Needs() : []] } } : scored;
        return new SearchRequest
        {
            Query = first,
            Sort = needFirst && ask.Profile.GroupRule != GroupRule.First ? [Sort.Up("need"), Sort.Down("_score"), Sort.Up("waiting")] : [Sort.Down("_score"), Sort.Up("waiting")],
            Size = size,
            TrackTotalHits = true,
            Source = ["id"],
        };
    }

    private static IEnumerable<Query> Needs() => Enumerable.Range(0, LeastNeed).Select(need => Query.Worth(Query.Is("need", need), (LeastNeed - need) * NeedStep));
}
