namespace JobMatch.Matching.Pool;

/// <summary>The exact scans: everybody is looked at, nobody is cut off before the gates and the score have spoken.</summary>
internal static class PoolScan
{
    /// <summary>Some slots of postings for a worker.</summary>
    public static void Postings(PostingSnapshot snapshot, int from, int to, in WorkerView worker, in FitRules rules, RankQuery query, ScanPart part)
    {
        var quiet = default(Quiet);
        for (var i = from; i < to; i++)
        {
            if (snapshot.At(i) is not { } posting) continue;
            if (!PairScorer.PassesGates(in worker, posting, in rules, excluded: false, ref quiet)) continue;
            if (query.Excluded is { } excluded && excluded.Contains(posting.Profile.Id)) continue;
            if (!PairScorer.Score(in worker, posting, in rules, ref quiet, out var score)) continue;
            part.InScope++;
            if (score.Score < query.MinScore) continue;
            var days = posting.PublishedDay == 0 ? 0 : Math.Max(0, rules.Day - posting.PublishedDay);
            Take(part.Best, posting.Profile.Id, posting, tier: 0, days, in score);
        }
    }

    private static void Take(TopK best, long id, PostingAsk posting, int tier, int days, in PairScore score)
    {
        var major = RankKey.MajorOf(tier, score.Score, score.Confidence, days);
        if (!best.MayTake(major)) return;
        var quota = score.Quota >= 0 ? posting.Quotas[score.Quota].Id : 0;
        best.Offer(major, new(id, score.SuitsPost, score.SuitsPerson, score.Score, score.Confidence, tier, days, quota));
    }
}
