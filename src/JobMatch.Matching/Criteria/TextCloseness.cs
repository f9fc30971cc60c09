namespace JobMatch.Matching.Criteria;

/// <summary>
/// How close what the person said or has done comes to what the posting says, by the nearest pair of text codes: their closeness in percent, at least the prior. A worker without any
/// coded text counts the prior. Does not apply where the posting has none.
/// </summary>
internal static class TextCloseness
{
    public static Mark Of<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        if (posting.TextCodes.Length == 0) return Mark.DoesNotApply;
        var (best, bestHeld, bestAsked) = (-1, 0, 0);
        foreach (var fact in worker.Facts)
        {
            if (WorkerFactCode.KindOf(fact) != WorkerFactCode.TextKind) continue;
            var held = WorkerFactCode.TextOf(fact);
            foreach (var asked in posting.TextCodes)
            {
                var closeness = posting.Texts.Closeness(held, asked);
                if (closeness > best) (best, bestHeld, bestAsked) = (closeness, held, asked);
            }
        }
        var prior = rules.PriorOf(Criterion.TextCloseness);
        if (TSink.Collects) Tell(best, bestHeld, bestAsked, prior, ref sink);
        return new(Math.Max(prior, best * 100), best < 0 ? 0 : 100);
    }

    /// <summary>What one code held says, as a mark's value.</summary>
    internal static int ValueOf(int held, PostingAsk posting, in FitRules rules)
    {
        var best = 0;
        foreach (var asked in posting.TextCodes) best = Math.Max(best, posting.Texts.Closeness(held, asked));
        return Math.Max(rules.PriorOf(Criterion.TextCloseness), best * 100);
    }

    private static void Tell<TSink>(int best, int held, int asked, int prior, ref TSink sink) where TSink : struct, ISink
    {
        if (best * 100 > prior)
        {
            sink.Part(ReasonCode.TextClose, best * 100, best, held, asked);
            return;
        }
        sink.Part(best < 0 ? ReasonCode.TextUnknown : ReasonCode.TextOther, prior);
        if (best < 0) sink.Gap(GapCode.Record, (long)WorkerFact.Words);
    }
}
