namespace JobMatch.Matching.Criteria;

/// <summary>
/// Share of the asked skills that the person covers, weighted by rarity (a must counts double). One skill counts closeness × level × evidence: 25 % less
/// for each level too low (at least 25 %; a level that nobody recorded is the lowest), claimed less than evidenced. An asked skill without record counts its prior:
/// ledgers record what people can, never what they cannot. Does not apply where no skill is asked.
/// </summary>
internal static class SkillCover
{
    public static Mark Of<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var asked = posting.Skills;
        if (asked.Items.Length == 0) return Mark.DoesNotApply;
        var prior = rules.PriorOf(Criterion.SkillCover);
        Span<int> values = stackalloc int[asked.Items.Length];
        Span<uint> sources = stackalloc uint[asked.Items.Length];
        values.Fill(prior);
        sources.Clear();
        var any = false;
        foreach (var fact in worker.Facts)
        {
            if (WorkerFactCode.KindOf(fact) != WorkerFactCode.SkillKind) continue;
            any = true;
            foreach (var cover in asked.CoveredBy(WorkerFactCode.SkillOf(fact)))
            {
                var value = ValueOf(fact, asked.Items[cover.Item].Level, cover.Percent, rules.ClaimedPercent);
                var isBetter = value > values[cover.Item] || (value == values[cover.Item] && sources[cover.Item] == 0);
                if (isBetter) (values[cover.Item], sources[cover.Item]) = (value, fact);
            }
        }
        long total = 0, known = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var weight = asked.Items[i].Weight;
            total += (long)weight * values[i];
            if (sources[i] != 0) known += weight;
        }
        if (TSink.Collects) Tell(asked, values, sources, any, ref sink);
        return new((int)(total / asked.TotalWeight), (int)(known * 100 / asked.TotalWeight));
    }

    /// <summary>0–10,000.</summary>
    internal static int ValueOf(uint fact, int askedLevel, int percent, int claimedPercent)
    {
        var missing = Math.Max(0, askedLevel - Math.Max(1, WorkerFactCode.LevelOf(fact)));
        var level = Math.Max(25, 100 - (25 * missing));
        return percent * level * (WorkerFactCode.IsEvidenced(fact) ? 100 : claimedPercent) / 100;
    }

    private static void Tell<TSink>(SkillAsk asked, ReadOnlySpan<int> values, ReadOnlySpan<uint> sources, bool any, ref TSink sink) where TSink : struct, ISink
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (item, fact, amount) = (asked.Items[i], sources[i], (long)asked.Items[i].Weight * values[i]);
            if (fact == 0)
            {
                sink.Part(ReasonCode.SkillUnknown, amount, item.Skill);
                sink.Gap(GapCode.SkillMissing, item.Skill);
                continue;
            }
            var held = WorkerFactCode.SkillOf(fact);
            if (held != item.Skill)
            {
                var percent = 0;
                foreach (var cover in asked.CoveredBy(held)) percent = cover.Item == i ? cover.Percent : percent;
                sink.Part(ReasonCode.SkillClose, amount, item.Skill, held, percent);
            }
            else if (WorkerFactCode.IsEvidenced(fact))
            {
                sink.Part(ReasonCode.SkillEvidenced, amount, held, WorkerFactCode.LevelOf(fact));
            }
            else
            {
                sink.Part(ReasonCode.SkillClaimed, amount, held, WorkerFactCode.LevelOf(fact));
                sink.Gap(GapCode.SkillNotEvidenced, held);
            }
        }
        if (!any) sink.Gap(GapCode.Record, (long)WorkerFact.Skills);
    }
}
