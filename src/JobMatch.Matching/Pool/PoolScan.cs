namespace JobMatch.Matching.Pool;

/// <summary>What one scan, or one thread's part of it, has found.</summary>
internal sealed class ScanPart(int k, int day)
{
    public TopK Best { get; } = new(k, day);
    public int InScope { get; set; }
    public int Outside { get; set; }
}

/// <summary>The exact scans: everybody is looked at, nobody is cut off before the gates and the score have spoken.</summary>
internal static class PoolScan
{
    /// <summary>One chunk of workers for a posting.</summary>
    public static void Workers(WorkerChunk chunk, PostingAsk posting, in FitRules rules, RankQuery query, ScanPart part)
    {
        var quiet = default(Quiet);
        var count = chunk.Count;
        var anyMust = rules.Weights.AnyMust;
        for (var i = 0; i < count; i++)
        {
            ref readonly var row = ref chunk.Rows[i];
            if (row.IsRemoved) continue;
            var worker = new WorkerView(in row, chunk.Overflow[i]);
            if (!PairScorer.PassesGates(in worker, posting, in rules, excluded: false, ref quiet)) continue;
            if (query.Excluded is { } excluded && excluded.Contains(row.Id)) continue;
            var inScope = query.Scope.Contains(row.Settlement);
            // Of those outside only the number leaves the pool: without a must their score need not be known.
            if (!inScope && !anyMust)
            {
                part.Outside++;
                continue;
            }
            if (!PairScorer.Score(in worker, posting, in rules, ref quiet, out var score)) continue;
            if (!inScope)
            {
                part.Outside++;
                continue;
            }
            part.InScope++;
            if (score.Score < query.MinScore) continue;
            var tier = NeedTier.Of(in worker, posting, in rules);
            var days = row.WaitingSince == 0 ? 0 : Math.Max(0, rules.Day - row.WaitingSince);
            Take(part.Best, row.Id, posting, tier, days, in score);
        }
    }

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
