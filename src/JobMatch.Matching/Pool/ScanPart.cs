namespace JobMatch.Matching.Pool;

/// <summary>What one scan, or one thread's part of it, has found.</summary>
internal sealed class ScanPart(int k, int day)
{
    public TopK Best { get; } = new(k, day);
    public int InScope { get; set; }
    public int Outside { get; set; }

    /// <summary>How many were scored in full.</summary>
    public int Scored { get; set; }

    /// <summary>Tier, score and confidence of the worst of the best K; while there are fewer, the worst there can be.</summary>
    public (int Tier, int Score, int Confidence) Worst => Best.WorstMajor is { } major ? RankKey.PartsOf(major) : (NeedTier.Most, 0, 0);

    /// <summary>The last that <see cref="BoundOf"/> can be.</summary>
    public static int MostBound => BoundOf(NeedTier.Most, 0, 0);

    /// <summary>Tier, score and confidence in one number; less comes first.</summary>
    public static int BoundOf(int tier, int score, int confidence) => (tier << 14) | ((100 - score) << 7) | (100 - confidence);

    /// <summary>Tier and score of a bound in one number.</summary>
    public static int LevelOf(int bound) => bound >> 7;

    /// <summary>Offers a scored worker; true when the best K have changed.</summary>
    public bool Take(in WorkerView worker, PostingAsk posting, in FitRules rules, in PairScore score, int minScore)
    {
        if (score.Score < minScore) return false;
        var waiting = worker.Row.WaitingSince;
        var days = waiting == 0 ? 0 : Math.Max(0, rules.Day - waiting);
        var tier = NeedTier.Of(in worker, posting, in rules);
        var major = RankKey.MajorOf(tier, score.Score, score.Confidence, days);
        if (!Best.MayTake(major)) return false;
        var quota = score.Quota >= 0 ? posting.Quotas[score.Quota].Id : 0;
        Best.Offer(major, new(worker.Row.Id, score.SuitsPost, score.SuitsPerson, score.Score, score.Confidence, tier, days, quota));
        return true;
    }
}
