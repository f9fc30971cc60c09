namespace JobMatch.Matching.Criteria;

/// <summary>Education where asked: reached 100 %, one level short 50 %, more 0. Not recorded: the prior.</summary>
internal static class EducationAsked
{
    public static Mark Of<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var (held, asked) = (worker.Row.Education, posting.Profile.Education);
        if (asked == Education.Unknown) return Mark.DoesNotApply;
        if (held == Education.Unknown)
        {
            var prior = rules.PriorOf(Criterion.Education);
            if (TSink.Collects)
            {
                sink.Part(ReasonCode.EducationUnknown, prior, (long)asked);
                sink.Gap(GapCode.Record, (long)WorkerFact.Education);
            }
            return new(prior, 0);
        }
        var missing = (int)asked - (int)held;
        var value = missing <= 0 ? Mark.Full : missing == 1 ? Mark.Full / 2 : 0;
        if (TSink.Collects)
        {
            sink.Part(missing <= 0 ? ReasonCode.EducationMet : ReasonCode.EducationBelow, value, (long)held, (long)asked);
            if (missing > 0) sink.Gap(GapCode.EducationBelow, (long)held, (long)asked);
        }
        return new(value, 100);
    }
}
