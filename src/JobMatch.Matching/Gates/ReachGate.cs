namespace JobMatch.Matching.Gates;

/// <summary>
/// A quota with a vacancy lies within the person's mobility. A place that is not stated passes with a gap; so does a person who was never asked how far
/// she goes: that is a wish, not an eligibility, and must not hide her.
/// </summary>
internal static class ReachGate
{
    public static bool Passes<TSink>(in WorkerView worker, PostingAsk posting, ref TSink sink) where TSink : struct, ISink
    {
        ref readonly var row = ref worker.Row;
        var best = BestOf(in row.Home, posting.Quotas);
        if (TSink.Collects) Tell(in row, posting, best, ref sink);
        return IsEnough(best, posting);
    }

    /// <summary>Whether whoever lives there and goes that far passes.</summary>
    public static bool Passes(in HomeFacts home, PostingAsk posting) => IsEnough(BestOf(in home, posting.Quotas), posting);

    /// <summary>The best reach among some quotas.</summary>
    internal static Known BestOf(in HomeFacts home, ReadOnlySpan<QuotaAsk> quotas)
    {
        var best = Known.No;
        foreach (ref readonly var quota in quotas)
        {
            var reach = Reach.Of(in home, in quota);
            if (reach > best) best = reach;
            if (best == Known.Yes) break;
        }
        return best;
    }

    /// <summary>Without any vacancy it is the open gate that says so.</summary>
    private static bool IsEnough(Known best, PostingAsk posting) => best != Known.No || posting.Quotas.Length == 0;

    private static void Tell<TSink>(in WorkerRow row, PostingAsk posting, Known best, ref TSink sink) where TSink : struct, ISink
    {
        if (posting.Quotas.Length == 0) return;
        if (row.Mobility == Mobility.Unknown) sink.Gap(GapCode.Record, (long)WorkerFact.Mobility);
        if (best == Known.No)
        {
            sink.Fail(
                GateCode.OutOfReach, WorkerFact.None, unknown: false,
                (long)row.Mobility, row.Mobility == Mobility.Metres ? row.MobilityMetres : 0, NearestMetres(in row, posting));
        }
        else if (best == Known.Unknown)
        {
            var homeMissing = row.Mobility == Mobility.Metres ? !row.HasPosition : row.Township == 0 || row.Settlement < 0 && row.Mobility == Mobility.Settlement;
            var placeMissing = PlaceMissing(posting, row.Mobility);
            if (placeMissing || !homeMissing) sink.Gap(GapCode.AskPlace);
            if (homeMissing) sink.Gap(GapCode.Record, (long)WorkerFact.Home);
        }
    }

    private static bool PlaceMissing(PostingAsk posting, Mobility mobility)
    {
        foreach (var quota in posting.Quotas)
        {
            if (quota.Kind == PlaceKind.Unknown || (mobility == Mobility.Metres ? !quota.HasPosition : quota.Township == 0)) return true;
        }
        return false;
    }

    private static long NearestMetres(in WorkerRow row, PostingAsk posting)
    {
        var nearest = long.MaxValue;
        foreach (ref readonly var quota in posting.Quotas.AsSpan())
        {
            var metres = Reach.Metres(in row.Home, in quota);
            if (metres >= 0) nearest = Math.Min(nearest, metres);
        }
        return nearest == long.MaxValue ? 0 : nearest;
    }
}
