namespace JobMatch.Matching.Gates;

/// <summary>
/// What stands between these two: the person is hidden; the pair is out already; the household has a public-welfare post that clashes with this one (<see cref="WelfarePosts.Clashes"/>); the search asks for seekers only.
/// </summary>
internal static class PairGate
{
    public static bool Passes<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, bool excluded, ref TSink sink)
        where TSink : struct, ISink
    {
        var status = worker.Row.Status;
        var householdHas = posting.Profile.Post.Clashes(HouseholdPostOf(status));
        var notWilling = rules.Seekers >= Seekers.Willing && (status & WorkerStatus.Willing) == 0;
        var employed = rules.Seekers == Seekers.WillingAndUnemployed && (status & WorkerStatus.Employed) != 0;
        var hidden = (status & WorkerStatus.Hidden) != 0;
        if (TSink.Collects)
        {
            if (hidden) sink.Fail(GateCode.Hidden, WorkerFact.None, unknown: false);
            if (excluded) sink.Fail(GateCode.Excluded, WorkerFact.None, unknown: false);
            if (householdHas) sink.Fail(GateCode.HouseholdHasPost, WorkerFact.None, unknown: false);
            if (notWilling) sink.Fail(GateCode.NotWilling, WorkerFact.None, unknown: false);
            if (employed) sink.Fail(GateCode.AlreadyEmployed, WorkerFact.None, unknown: false);
        }
        return !(hidden | excluded | householdHas | notWilling | employed);
    }

    private static WelfarePost HouseholdPostOf(WorkerStatus status) =>
        (status & WorkerStatus.HouseholdHasOnlyPost) != 0 ? WelfarePost.OnePerHousehold : (status & WorkerStatus.HouseholdHasPost) != 0 ? WelfarePost.Plain : WelfarePost.None;
}
