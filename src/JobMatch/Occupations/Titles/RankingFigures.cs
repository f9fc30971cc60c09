namespace JobMatch.Occupations.Titles;

/// <summary>How good an order is, each 0..1 and the mean over the queries that have something relevant. Relevance is yes or no.</summary>
/// <param name="Queries">Queries with something relevant.</param>
/// <param name="MeanAveragePrecision">MAP: precision at the place of each relevant title, averaged over all relevant ones.</param>
/// <param name="DiscountedGain">nDCG@10: gain 1/log2(place + 1) of the first ten, over the best possible.</param>
/// <param name="ReciprocalRank">MRR: 1 / place of the first relevant title.</param>
/// <param name="PrecisionAtFive">P@5: share of relevant ones among the first five.</param>
public sealed record RankingFigures(int Queries, double MeanAveragePrecision, double DiscountedGain, double ReciprocalRank, double PrecisionAtFive)
{
    /// <summary>From every query's whole ranking (places in the corpus, best first) and what is relevant to it.</summary>
    public static RankingFigures Of(IEnumerable<(IReadOnlyList<int> Ranking, IReadOnlySet<int> Relevant)> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var each = queries.Where(query => query.Relevant.Count > 0).Select(query => One(query.Ranking, query.Relevant)).ToList();
        return each.Count == 0 ? new RankingFigures(0, 0, 0, 0, 0) : new RankingFigures(
            each.Count,
            each.Average(one => one.MeanAveragePrecision),
            each.Average(one => one.DiscountedGain),
            each.Average(one => one.ReciprocalRank),
            each.Average(one => one.PrecisionAtFive));
    }

    private static RankingFigures One(IReadOnlyList<int> ranking, IReadOnlySet<int> relevant)
    {
        var (found, precisions, gain, first, amongFive) = (0, 0.0, 0.0, 0.0, 0);
        for (var place = 1; place <= ranking.Count; place++)
        {
            if (!relevant.Contains(ranking[place - 1])) continue;
            found++;
            precisions += (double)found / place;
            if (found == 1) first = 1.0 / place;
            if (place <= 5) amongFive++;
            if (place <= 10) gain += 1 / Math.Log2(place + 1);
        }

        var best = Enumerable.Range(1, Math.Min(10, relevant.Count)).Sum(place => 1 / Math.Log2(place + 1));
        return new RankingFigures(1, precisions / relevant.Count, gain / best, first, amongFive / 5.0);
    }
}
