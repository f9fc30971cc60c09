namespace JobMatch.Matching;

/// <summary>
/// Need tier of a pair, 0 first. Where need counts: 0 zero-employment household (004), 1 open job loss or monitored (003 五(一)), 2 other hardship, 3 the rest. Where the post type takes
/// groups first, whoever is in none of them on the start day comes after all who are: plus 4.
/// </summary>
internal static class NeedTier
{
    public const int Most = 7;
    public const HardshipGroup Hardship = (HardshipGroup)ushort.MaxValue & ~HardshipGroup.Resettled;

    public static int Of(in WorkerView worker, PostingAsk posting, in FitRules rules) =>
        Of(worker.Row.OpenGroups, (worker.Row.Status & WorkerStatus.OpenJobLoss) != 0, worker.Facts, posting, in rules);

    /// <summary>The same from the few facts that it takes.</summary>
    public static int Of(HardshipGroup openGroups, bool jobLoss, ReadOnlySpan<uint> facts, PostingAsk posting, in FitRules rules)
    {
        var tier = posting.Profile.NeedFirst || rules.NeedFirst ? NeedOf(WorkerView.GroupsOn(openGroups, facts, rules.Day), jobLoss) : 0;
        if (posting.Profile.GroupRule != GroupRule.First) return tier;
        var isFirst = (WorkerView.GroupsOn(openGroups, facts, posting.StartDayFrom(rules.Day)) & posting.Profile.EligibleGroups) != 0;
        return isFirst ? tier : tier + 4;
    }

    private static int NeedOf(HardshipGroup groups, bool jobLoss)
    {
        if ((groups & HardshipGroup.ZeroEmploymentHousehold) != 0) return 0;
        if (jobLoss || (groups & HardshipGroup.Monitored) != 0) return 1;
        return (groups & Hardship) != 0 ? 2 : 3;
    }
}
