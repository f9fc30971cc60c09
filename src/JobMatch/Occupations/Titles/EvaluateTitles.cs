namespace JobMatch.Occupations.Titles;

/// <summary>Ranks the whole corpus of a set of judgements for each of its queries, as <see cref="TitleRanking"/> does in the product, and measures the order.</summary>
public static class EvaluateTitles
{
    public static RankingFigures Run(TitleJudgements judgements, TitleTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        var ranking = new TitleRanking(judgements.Corpus, table);
        return RankingFigures.Of(judgements.Queries.Select((query, at) =>
            ((IReadOnlyList<int>)[.. ranking.Rank(query).Select(ranked => ranked.Place)], judgements.Relevant[at])));
    }
}
