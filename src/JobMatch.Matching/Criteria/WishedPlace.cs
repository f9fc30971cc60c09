namespace JobMatch.Matching.Criteria;

/// <summary>
/// A quota within reach lies in a wished province, prefecture, county or township, or the work is at home: 100 %; elsewhere: 0. No wish, or no place stated: the prior.
/// </summary>
internal static class WishedPlace
{
    public static Mark Of<TSink>(in WorkerView worker, ReadOnlySpan<QuotaAsk> quotas, in FitRules rules, ref TSink sink) where TSink : struct, ISink
    {
        var (any, met) = (false, 0);
        foreach (var fact in worker.Facts)
        {
            if (WorkerFactCode.KindOf(fact) != WorkerFactCode.WishedPlaceKind) continue;
            any = true;
            var region = WorkerFactCode.WishedPlaceOf(fact);
            if (met == 0 && region > 0 && LiesIn(region, in worker.Row, quotas)) met = region;
        }
        var (atHome, stated) = Stated(in worker.Row, quotas);
        if (!any || (met == 0 && !atHome && !stated))
        {
            var prior = rules.PriorOf(Criterion.WishedPlace);
            if (TSink.Collects)
            {
                sink.Part(ReasonCode.WishedPlaceUnknown, prior);
                if (!any) sink.Gap(GapCode.Record, (long)WorkerFact.PlaceWish);
                else sink.Gap(GapCode.AskPlace);
            }
            return new(prior, 0);
        }
        var value = met != 0 || atHome ? Mark.Full : 0;
        if (TSink.Collects)
        {
            if (met != 0) sink.Part(ReasonCode.PlaceWished, value, met);
            else if (atHome) sink.Part(ReasonCode.PlaceAtHome, value);
            else sink.Part(ReasonCode.PlaceNotWished, value);
        }
        return new(value, 100);
    }

    private static bool LiesIn(int region, in WorkerRow row, ReadOnlySpan<QuotaAsk> quotas)
    {
        foreach (ref readonly var quota in quotas)
        {
            var within = quota.Township == region || quota.County == region || quota.Prefecture == region || quota.Province == region;
            if (within && quota.Kind is (PlaceKind.Fixed or PlaceKind.EveryVillage) && Reach.Of(in row.Home, in quota) != Known.No) return true;
        }
        return false;
    }

    private static (bool AtHome, bool Stated) Stated(in WorkerRow row, ReadOnlySpan<QuotaAsk> quotas)
    {
        var (atHome, stated) = (false, quotas.Length > 0);
        foreach (ref readonly var quota in quotas)
        {
            if (quota.Kind == PlaceKind.AtHome) atHome = true;
            else if (Reach.Of(in row.Home, in quota) != Known.No && (quota.Kind == PlaceKind.Unknown || quota.County == 0)) stated = false;
        }
        return (atHome, stated);
    }
}
