namespace JobMatch.Matching.Criteria;

/// <summary>The nearest wished occupation: same 100 %, minor class 70 %, middle class 40 %, none 0. No wish, or a posting without occupation: the prior.</summary>
internal static class WishedOccupation
{
    public static Mark Of<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var (best, bestWish, bestAsked, any) = (0, 0, 0, false);
        foreach (var fact in worker.Facts)
        {
            if (WorkerFactCode.KindOf(fact) != WorkerFactCode.WishedOccupationKind) continue;
            any = true;
            var wish = WorkerFactCode.WishedOccupationOf(fact);
            foreach (var asked in posting.Occupations)
            {
                var closeness = OccupationCode.Closeness(wish, asked);
                if (closeness > best) (best, bestWish, bestAsked) = (closeness, wish, asked);
            }
        }
        if (!any || posting.Occupations.Length == 0)
        {
            var prior = rules.PriorOf(Criterion.WishedOccupation);
            if (TSink.Collects)
            {
                sink.Part(ReasonCode.WishedOccupationUnknown, prior);
                if (!any) sink.Gap(GapCode.Record, (long)WorkerFact.OccupationWish);
                if (posting.Occupations.Length == 0) sink.Gap(GapCode.AskOccupation);
            }
            return new(prior, 0);
        }
        if (TSink.Collects)
        {
            if (best > 0) sink.Part(ReasonCode.OccupationWished, best * 100, bestWish, bestAsked, best);
            else sink.Part(ReasonCode.OccupationNotWished, 0, posting.Occupations[0]);
        }
        return new(best * 100, 100);
    }
}
