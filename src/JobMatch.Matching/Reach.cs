namespace JobMatch.Matching;

/// <summary>Three-valued answers about places.</summary>
internal enum Known : byte
{
    No = 0,
    Unknown = 1,
    Yes = 2,
}

/// <summary>Where a quota lies as seen from a home. The nearest level that is certain is what counts.</summary>
internal static class Reach
{
    /// <summary>Whether the quota lies within the person's mobility. An unknown mobility puts nothing out of reach.</summary>
    public static Known Of(in WorkerRow worker, in QuotaAsk quota)
    {
        if (quota.Kind == PlaceKind.AtHome) return Known.Yes;
        if (worker.Mobility == Mobility.AtHome && quota.Kind != PlaceKind.Unknown) return Known.No;
        if (quota.Kind == PlaceKind.Unknown) return Known.Unknown;
        return worker.Mobility switch
        {
            Mobility.Settlement => SameSettlement(in worker, in quota),
            Mobility.Township => SameTownship(in worker, in quota),
            Mobility.County => SameCounty(in worker, in quota),
            Mobility.Province => SameProvince(in worker, in quota),
            Mobility.Metres => WithinMetres(in worker, in quota),
            _ => Known.Yes,
        };
    }

    /// <summary>Metres between home and quota, −1 when a position is missing.</summary>
    public static int Metres(in WorkerRow worker, in QuotaAsk quota) =>
        quota.HasPosition && worker.HasPosition && quota.Kind == PlaceKind.Fixed
            ? Geo.Metres(worker.LatitudeE6, worker.LongitudeE6, quota.LatitudeE6, quota.LongitudeE6, quota.Cosine)
            : -1;

    public static Known SameSettlement(in WorkerRow worker, in QuotaAsk quota)
    {
        // In every village: so in the person's own as well.
        if (quota.Kind == PlaceKind.EveryVillage) return quota.Township > 0 ? SameTownship(in worker, in quota) : SameCounty(in worker, in quota);
        if (worker.Settlement >= 0 && quota.Settlement >= 0) return worker.Settlement == quota.Settlement ? Known.Yes : Known.No;
        return SameTownship(in worker, in quota) == Known.No ? Known.No : Known.Unknown;
    }

    public static Known SameTownship(in WorkerRow worker, in QuotaAsk quota)
    {
        if (worker.Township > 0 && quota.Township > 0) return worker.Township == quota.Township ? Known.Yes : Known.No;
        if (SharesSettlement(in worker, in quota)) return Known.Yes;
        if (quota.Kind == PlaceKind.EveryVillage && quota.Township == 0) return SameCounty(in worker, in quota);
        return SameCounty(in worker, in quota) == Known.No ? Known.No : Known.Unknown;
    }

    public static Known SameCounty(in WorkerRow worker, in QuotaAsk quota)
    {
        if (worker.County > 0 && quota.County > 0) return worker.County == quota.County ? Known.Yes : Known.No;
        if (SharesSettlement(in worker, in quota) || (worker.Township > 0 && worker.Township == quota.Township)) return Known.Yes;
        return SameProvince(in worker, in quota) == Known.No ? Known.No : Known.Unknown;
    }

    public static Known SameProvince(in WorkerRow worker, in QuotaAsk quota)
    {
        if (worker.Province > 0 && quota.Province > 0) return worker.Province == quota.Province ? Known.Yes : Known.No;
        var sharesLess = SharesSettlement(in worker, in quota)
            || (worker.Township > 0 && worker.Township == quota.Township)
            || (worker.County > 0 && worker.County == quota.County);
        return sharesLess ? Known.Yes : Known.Unknown;
    }

    private static bool SharesSettlement(in WorkerRow worker, in QuotaAsk quota) =>
        worker.Settlement >= 0 && worker.Settlement == quota.Settlement;

    private static Known WithinMetres(in WorkerRow worker, in QuotaAsk quota)
    {
        var metres = Metres(in worker, in quota);
        if (metres >= 0) return metres <= worker.MobilityMetres ? Known.Yes : Known.No;
        if (SameSettlement(in worker, in quota) == Known.Yes) return Known.Yes;
        return SameProvince(in worker, in quota) == Known.No ? Known.No : Known.Unknown;
    }
}
