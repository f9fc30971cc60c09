namespace JobMatch.Matching.Criteria;

/// <summary>
/// The best occupation worked in: same 100 %, same minor class (小类) 70 %, same middle class (中类) of alike work 40 %, times recency (two years 100 %, five 85 %, ten 70 %, older or unknown
/// 55 %), times length (three years 100 %, one year 95 %, less or unknown 85 %). Nothing near counts the prior. A posting without an occupation is unknown, not exempt:
/// a careless posting must not look like a better fit.
/// </summary>
internal static class OccupationHistory
{
    public static Mark Of<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var prior = rules.PriorOf(Criterion.OccupationHistory);
        if (posting.Occupations.Length == 0)
        {
            if (TSink.Collects)
            {
                sink.Part(ReasonCode.OccupationUnknown, prior);
                sink.Gap(GapCode.AskOccupation);
            }
            return new(prior, 0);
        }
        var best = -1;
        var (bestFact, bestCloseness, bestAsked, any) = (0u, 0, 0, false);
        foreach (var fact in worker.Facts)
        {
            if (WorkerFactCode.KindOf(fact) != WorkerFactCode.OccupationKind) continue;
            any = true;
            var code = WorkerFactCode.OccupationOf(fact);
            foreach (var asked in posting.Occupations)
            {
                var closeness = OccupationCode.Closeness(code, asked);
                if (closeness == 0) continue;
                var value = closeness * RecencyOf(fact, rules.Year) * LengthOf(fact) / 100;
                if (value > best) (best, bestFact, bestCloseness, bestAsked) = (value, fact, closeness, asked);
            }
        }
        if (TSink.Collects) Tell(Math.Max(prior, best), bestFact, bestCloseness, bestAsked, any, ref sink);
        return new(Math.Max(prior, best), any ? 100 : 0);
    }

    private static int RecencyOf(uint fact, int year) => WorkerFactCode.LastYearOf(fact) switch
    {
        0 => 55,
        var last when year - last <= 2 => 100,
        var last when year - last <= 5 => 85,
        var last when year - last <= 10 => 70,
        _ => 55,
    };

    private static int LengthOf(uint fact) => WorkerFactCode.MonthsBandOf(fact) switch { 3 => 100, 2 => 95, _ => 85 };

    private static void Tell<TSink>(int value, uint fact, int closeness, int asked, bool any, ref TSink sink) where TSink : struct, ISink
    {
        var code = WorkerFactCode.OccupationOf(fact);
        var year = WorkerFactCode.LastYearOf(fact);
        var months = WorkerFactCode.MonthsBandOf(fact) switch { 3 => 36, 2 => 12, 1 => 1, _ => 0 };
        switch (closeness)
        {
            case 100:
                sink.Part(ReasonCode.OccupationSame, value, code, year, months);
                break;
            case 70:
                sink.Part(ReasonCode.OccupationSibling, value, code, year, months, asked);
                break;
            case 40:
                sink.Part(ReasonCode.OccupationBranch, value, code, year, months, asked);
                break;
            default:
                sink.Part(any ? ReasonCode.OccupationOther : ReasonCode.OccupationUnknown, value);
                if (!any) sink.Gap(GapCode.Record, (long)WorkerFact.Occupations);
                break;
        }
    }
}
