namespace JobMatch.Matching.Criteria;

/// <summary>
/// The way to work, or the willingness to go away, at the best quota with a vacancy. At home 100 %; by distance 100 % up to the near limit, falling to 60 % at the far limit; by
/// codes: same settlement 100 %, township 85 %, county 65 %, province 55 %, elsewhere 50 %; the better of the two, so that recording a position never costs. Beyond the
/// township the codes count only for a person who said that she goes that far; else it is the prior.
/// </summary>
internal static class TravelToWork
{
    private const int AtFarLimit = 6_000;

    public static Mark Of<TSink>(in WorkerView worker, ReadOnlySpan<QuotaAsk> quotas, in FitRules rules, ref TSink sink, out int bestQuota) where TSink : struct, ISink
    {
        ref readonly var row = ref worker.Row;
        bestQuota = -1;
        var best = default(Way);
        for (var i = 0; i < quotas.Length; i++)
        {
            ref readonly var quota = ref quotas[i];
            var reach = Reach.Of(in row.Home, in quota);
            // For someone out of reach of everything the way is still told, at the quotas there are.
            var way = WayOf(in row, in quota, reach, in rules);
            var isBetter = bestQuota < 0 || reach != Known.No && best.Reach == Known.No
                || ((reach != Known.No) == (best.Reach != Known.No) && way.Value > best.Value);
            if (isBetter) (best, bestQuota) = (way, i);
        }
        if (bestQuota < 0) best = Unknown(Known.No, in rules);
        if (TSink.Collects)
        {
            sink.Part(best.Code, best.Value, best.Argument < 0 ? [] : [best.Argument]);
            if (best.Code == ReasonCode.TravelUnknown && row.Township == 0) sink.Gap(GapCode.Record, (long)WorkerFact.Home);
        }
        if (bestQuota >= 0 && best.Reach == Known.No) bestQuota = -1;
        return new(best.Value, best.Code == ReasonCode.TravelUnknown ? 0 : 100);
    }

    /// <summary>The value of a distance up to the far limit; beyond it the codes alone count.</summary>
    public static int ByDistance(int metres, in FitRules rules) => metres <= rules.NearMetres
        ? Mark.Full
        : Mark.Full - (int)((long)(Mark.Full - AtFarLimit) * (metres - rules.NearMetres) / (rules.FarMetres - rules.NearMetres));

    private static Way WayOf(in WorkerRow row, in QuotaAsk quota, Known reach, in FitRules rules)
    {
        if (quota.Kind == PlaceKind.AtHome) return new(Mark.Full, ReasonCode.TravelAtHome, -1, reach);
        if (quota.Kind == PlaceKind.Unknown) return Unknown(reach, in rules);
        var byCodes = ByCodes(in row, in quota, reach, in rules);
        var metres = Reach.Metres(in row.Home, in quota);
        if (metres < 0 || metres > rules.FarMetres) return byCodes;
        var value = ByDistance(metres, in rules);
        // A distance says more than a code, so it is the one told when both count the same.
        return value >= byCodes.Value ? new(value, ReasonCode.TravelDistance, metres, reach) : byCodes;
    }

    private static Way ByCodes(in WorkerRow row, in QuotaAsk quota, Known reach, in FitRules rules)
    {
        if (Reach.SameSettlement(in row.Home, in quota) == Known.Yes) return new(Mark.Full, ReasonCode.TravelSameSettlement, quota.Settlement, reach);
        if (Reach.SameTownship(in row.Home, in quota) == Known.Yes) return new(8_500, ReasonCode.TravelSameTownship, quota.Township, reach);
        var saidSo = reach == Known.Yes && row.Mobility != Mobility.Unknown;
        if (!saidSo) return Unknown(reach, in rules);
        if (Reach.SameCounty(in row.Home, in quota) == Known.Yes) return new(6_500, ReasonCode.TravelSameCounty, quota.County, reach);
        if (Reach.SameProvince(in row.Home, in quota) == Known.Yes) return new(5_500, ReasonCode.TravelSameProvince, quota.Province, reach);
        return new(5_000, ReasonCode.TravelElsewhere, quota.Province, reach);
    }

    private static Way Unknown(Known reach, in FitRules rules) => new(rules.PriorOf(Criterion.Travel), ReasonCode.TravelUnknown, -1, reach);

    private readonly record struct Way(int Value, ReasonCode Code, long Argument, Known Reach);
}
