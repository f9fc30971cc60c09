namespace JobMatch.Matching.Criteria;

/// <summary>
/// Pay against the person's floor (counts double) and last wage, for the same hours: part-time pay is compared with the same part of a full-time wage. Floor: lower end reaches it 100 %, upper
/// end only 85 %, else 2 % off for each 1 % short. Last wage: the middle of the range, 2 % off for each 1 % short. Pay or both wishes unknown: the prior.
/// </summary>
internal static class WageOffered
{
    private const int UpperEndOnly = 8_500;
    internal const int OnlyLastKnown = 60;

    public static Mark Of<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        ref readonly var row = ref worker.Row;
        var prior = rules.PriorOf(Criterion.Wage);
        if (posting.PayHigh == 0 || (row.WageFloorFen == 0 && row.LastWageFen == 0))
        {
            if (TSink.Collects)
            {
                sink.Part(ReasonCode.WageUnknown, prior);
                if (posting.PayHigh == 0) sink.Gap(GapCode.AskWage);
                if (row.WageFloorFen == 0) sink.Gap(GapCode.Record, (long)WorkerFact.WageFloor);
            }
            return new(prior, 0);
        }
        var floor = ForSameHours(row.WageFloorFen, posting);
        var last = ForSameHours(row.LastWageFen, posting);
        var middle = (posting.PayLow + posting.PayHigh) / 2;
        var byFloor = ByFloor(row.WageFloorFen, posting);
        var byLast = ByLast(row.LastWageFen, posting);
        var (floorShare, lastShare) = (row.WageFloorFen > 0 ? 2 : 0, row.LastWageFen > 0 ? 1 : 0);
        if (TSink.Collects)
        {
            if (floorShare > 0)
            {
                TellFloor((long)byFloor * floorShare, row.WageFloorFen, posting, ref sink);
                if (posting.PayHigh < floor) sink.Gap(GapCode.WageBelowFloor, posting.PayHigh, floor, row.WageFloorFen);
            }
            if (lastShare > 0) sink.Part(middle >= last ? ReasonCode.WageMeetsLast : ReasonCode.WageBelowLast, byLast, middle, last, row.LastWageFen);
        }
        return new(((byFloor * floorShare) + (byLast * lastShare)) / (floorShare + lastShare), floorShare > 0 ? 100 : OnlyLastKnown);
    }

    /// <summary>What the floor alone says, 0–10,000; never more for a higher floor.</summary>
    internal static int ByFloor(int floorFen, PostingAsk posting)
    {
        var floor = ForSameHours(floorFen, posting);
        return posting.PayLow >= floor ? Mark.Full : posting.PayHigh >= floor ? UpperEndOnly : Math.Min(UpperEndOnly, Reached(posting.PayHigh, floor));
    }

    /// <summary>What the last wage alone says, 0–10,000; never more for a higher one.</summary>
    internal static int ByLast(int lastFen, PostingAsk posting) => Reached((posting.PayLow + posting.PayHigh) / 2, ForSameHours(lastFen, posting));

    private static void TellFloor<TSink>(long points, long wanted, PostingAsk posting, ref TSink sink) where TSink : struct, ISink
    {
        var floor = ForSameHours(wanted, posting);
        if (posting.PayLow >= floor) sink.Part(ReasonCode.WageMeetsFloor, points, posting.PayLow, floor, wanted);
        else if (posting.PayHigh >= floor) sink.Part(ReasonCode.WageMayMeetFloor, points, posting.PayHigh, floor, posting.PayLow, wanted);
        else sink.Part(ReasonCode.WageBelowFloor, points, posting.PayHigh, floor, wanted);
    }

    private static long ForSameHours(long monthly, PostingAsk posting) => monthly * posting.HoursForPay / PostingAsk.FullMonthHours;

    private static int Reached(long pay, long wanted) =>
        pay >= wanted ? Mark.Full : (int)Math.Max(0, Mark.Full - (2 * Mark.Full * (wanted - pay) / wanted));
}
