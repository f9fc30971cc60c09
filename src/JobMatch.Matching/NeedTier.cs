namespace JobMatch.Matching;

/// <summary>
/// Need tier of a pair, 0 first. Where need counts: 0 zero-employment household (004), 1 open job loss or monitored (003 五(一)), 2 other hardship, 3 the rest. Where the post type takes
/// groups first, whoever is in none of them on the start day comes after all who are: plus 4.
/// </summary>
internal static class NeedTier
{
    public const int Most = 7;
    public const HardshipGroup Hardship = (HardshipGroup)ushort.MaxValue & ~HardshipGroup.Resettled;

    public static int Of(in WorkerView worker, PostingAsk posting, in FitRules rules)
    {
        var tier = posting.Profile.NeedFirst || rules.NeedFirst ? NeedOf(in worker, rules.Day) : 0;
        if (posting.Profile.GroupRule != GroupRule.First) return tier;
        var isFirst = (worker.GroupsOn(posting.StartDayFrom(rules.Day)) & posting.Profile.EligibleGroups) != 0;
        return isFirst ? tier : tier + 4;
    }

    private static int NeedOf(in WorkerView worker, int day)
    {
        var groups = worker.GroupsOn(day);
        if ((groups & HardshipGroup.ZeroEmploymentHousehold) != 0) return 0;
        if ((worker.Row.Status & WorkerStatus.OpenJobLoss) != 0 || (groups & HardshipGroup.Monitored) != 0) return 1;
        return (groups & Hardship) != 0 ? 2 : 3;
    }
}
