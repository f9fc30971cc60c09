namespace JobMatch.Matching.Criteria;

/// <summary>Mandarin where asked: reached 100 %, one level short 40 %, more 0. Not recorded: the prior.</summary>
internal static class MandarinAsked
{
    private const int OneShort = 4_000;

    public static Mark Of<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var (held, asked) = (worker.Row.Mandarin, posting.Profile.Mandarin);
        if (asked == Mandarin.Unknown) return Mark.DoesNotApply;
        if (held == Mandarin.Unknown)
        {
            var prior = rules.PriorOf(Criterion.Mandarin);
            if (TSink.Collects)
            {
                sink.Part(ReasonCode.MandarinUnknown, prior, (long)asked);
                sink.Gap(GapCode.Record, (long)WorkerFact.Mandarin);
            }
            return new(prior, 0);
        }
        var missing = (int)asked - (int)held;
        var value = missing <= 0 ? Mark.Full : missing == 1 ? OneShort : 0;
        if (TSink.Collects)
        {
            sink.Part(missing <= 0 ? ReasonCode.MandarinMet : ReasonCode.MandarinBelow, value, (long)held, (long)asked);
            if (missing > 0) sink.Gap(GapCode.MandarinBelow, (long)held, (long)asked);
        }
        return new(value, 100);
    }
}
