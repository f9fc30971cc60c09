namespace JobMatch.Matching.Criteria;

/// <summary>
/// A training that prepares for this work is done (003 五(二)): full; else the prior, with the gap that names the class, first of all one that the person asked for. Does not apply
/// where the posting names no training. Who has proved every skill that is asked is not told to learn it.
/// </summary>
internal static class TrainingDone
{
    public static Mark Of<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        if (posting.Trainings.Length == 0) return Mark.DoesNotApply;
        var (done, wanted) = (-1, -1);
        foreach (var fact in worker.Facts)
        {
            if (WorkerFactCode.KindOf(fact) != WorkerFactCode.TrainingKind) continue;
            var kind = WorkerFactCode.TrainingOf(fact);
            if (Array.IndexOf(posting.Trainings, kind) < 0) continue;
            if (WorkerFactCode.IsDone(fact)) done = kind;
            else wanted = kind;
        }
        var prior = rules.PriorOf(Criterion.TrainingDone);
        if (TSink.Collects)
        {
            if (done >= 0)
            {
                sink.Part(ReasonCode.TrainingDone, Mark.Full, done);
            }
            else
            {
                sink.Part(ReasonCode.TrainingUnknown, prior);
                if (wanted >= 0) sink.Gap(GapCode.TrainingWanted, wanted);
                else if (!HasProvedAll(in worker, posting)) sink.Gap(GapCode.TrainingHelps, posting.Trainings[0]);
            }
        }
        return done >= 0 ? new(Mark.Full, 100) : new(prior, 0);
    }

    private static bool HasProvedAll(in WorkerView worker, PostingAsk posting)
    {
        if (posting.Skills.Items.Length == 0) return false;
        foreach (var asked in posting.Skills.Items)
        {
            var proved = false;
            foreach (var fact in worker.Facts)
                proved |= WorkerFactCode.KindOf(fact) == WorkerFactCode.SkillKind && WorkerFactCode.SkillOf(fact) == asked.Skill && WorkerFactCode.IsEvidenced(fact);
            if (!proved) return false;
        }

        return true;
    }
}
