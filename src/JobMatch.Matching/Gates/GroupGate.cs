namespace JobMatch.Matching.Gates;

/// <summary>
/// Whom the post is for, by its type's dated rule, on the start day (001 §1 §3, 003 五(三)). "Only" is a gate, and nobody having checked fails it; "first" is an
/// order (<see cref="RankOrder"/>) and tells the others that they come later.
/// </summary>
internal static class GroupGate
{
    public static bool Passes<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var rule = posting.Profile.GroupRule;
        if (rule == GroupRule.None) return true;
        var eligible = posting.Profile.EligibleGroups;
        var shared = worker.GroupsOn(posting.StartDayFrom(rules.Day)) & eligible;
        if (shared != HardshipGroup.None)
        {
            if (TSink.Collects) sink.Remark(ReasonCode.InEligibleGroup, (long)shared);
            return true;
        }
        var uncheckedYet = (worker.Row.Status & WorkerStatus.GroupsChecked) == 0;
        if (rule == GroupRule.First)
        {
            if (TSink.Collects)
            {
                sink.Gap(GapCode.OthersComeFirst, (long)eligible);
                if (uncheckedYet) sink.Gap(GapCode.Record, (long)WorkerFact.Groups);
            }
            return true;
        }
        if (TSink.Collects)
        {
            if (uncheckedYet) sink.Fail(GateCode.GroupsUnknown, WorkerFact.Groups, unknown: true, (long)eligible);
            else sink.Fail(GateCode.NotInGroup, WorkerFact.None, unknown: false, (long)eligible);
        }
        return false;
    }
}
