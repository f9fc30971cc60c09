namespace JobMatch.Matching.Criteria;

/// <summary>The person wished for this kind of posting: 100 %; for others: 0; said nothing: the prior.</summary>
internal static class WishedKind
{
    public static Mark Of<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var wished = worker.Row.WishedKinds;
        if (wished == PostingKinds.None)
        {
            var prior = rules.PriorOf(Criterion.WishedKind);
            if (TSink.Collects)
            {
                sink.Part(ReasonCode.KindUnknown, prior);
                sink.Gap(GapCode.Record, (long)WorkerFact.KindWish);
            }
            return new(prior, 0);
        }
        var met = (wished & posting.Kind) != 0;
        if (TSink.Collects) sink.Part(met ? ReasonCode.KindWished : ReasonCode.KindNotWished, met ? Mark.Full : 0, (long)posting.Profile.Kind);
        return new(met ? Mark.Full : 0, 100);
    }
}
