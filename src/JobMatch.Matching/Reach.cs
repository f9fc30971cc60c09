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
    public static Known Of(in HomeFacts home, in QuotaAsk quota)
    {
        if (quota.Kind == PlaceKind.AtHome) return Known.Yes;
        if (home.Mobility == Mobility.AtHome && quota.Kind != PlaceKind.Unknown) return Known.No;
        if (quota.Kind == PlaceKind.Unknown) return Known.Unknown;
        return home.Mobility switch
        {
            Mobility.Settlement => SameSettlement(in home, in quota),
            Mobility.Township => SameTownship(in home, in quota),
            Mobility.County => SameCounty(in home, in quota),
            Mobility.Province => SameProvince(in home, in quota),
            Mobility.Metres => WithinMetres(in home, in quota),
            _ => Known.Yes,
        };
    }

    /// <summary>Metres between home and quota, −1 when a position is missing.</summary>
    public static int Metres(in HomeFacts home, in QuotaAsk quota) =>
        quota.HasPosition && home.HasPosition && quota.Kind == PlaceKind.Fixed
            ? Geo.Metres(home.LatitudeE6, home.LongitudeE6, quota.LatitudeE6, quota.LongitudeE6, quota.Cosine)
            : -1;

    public static Known SameSettlement(in HomeFacts home, in QuotaAsk quota)
    {
        // In any of the villages of an area: which of them nobody has said, so that it is as sure as the area, and no surer.
        if (home.Settlement >= 0 && quota.Settlement >= 0) return home.Settlement == quota.Settlement ? Known.Yes : Known.No;
        return SameTownship(in home, in quota) == Known.No ? Known.No : Known.Unknown;
    }

    public static Known SameTownship(in HomeFacts home, in QuotaAsk quota)
    {
        if (home.Township > 0 && quota.Township > 0) return home.Township == quota.Township ? Known.Yes : Known.No;
        if (SharesSettlement(in home, in quota)) return Known.Yes;
        return SameCounty(in home, in quota) == Known.No ? Known.No : Known.Unknown;
    }

    public static Known SameCounty(in HomeFacts home, in QuotaAsk quota)
    {
        if (home.County > 0 && quota.County > 0) return home.County == quota.County ? Known.Yes : Known.No;
        if (SharesSettlement(in home, in quota) || (home.Township > 0 && home.Township == quota.Township)) return Known.Yes;
        return SameProvince(in home, in quota) == Known.No ? Known.No : Known.Unknown;
    }

    public static Known SameProvince(in HomeFacts home, in QuotaAsk quota)
    {
        if (home.Province > 0 && quota.Province > 0) return home.Province == quota.Province ? Known.Yes : Known.No;
        var sharesLess = SharesSettlement(in home, in quota)
            || (home.Township > 0 && home.Township == quota.Township)
            || (home.County > 0 && home.County == quota.County);
        return sharesLess ? Known.Yes : Known.Unknown;
    }

    private static bool SharesSettlement(in HomeFacts home, in QuotaAsk quota) =>
        home.Settlement >= 0 && home.Settlement == quota.Settlement;

    private static Known WithinMetres(in HomeFacts home, in QuotaAsk quota)
    {
        var metres = Metres(in home, in quota);
        if (metres >= 0) return metres <= home.MobilityMetres ? Known.Yes : Known.No;
        if (SameSettlement(in home, in quota) == Known.Yes) return Known.Yes;
        return SameProvince(in home, in quota) == Known.No ? Known.No : Known.Unknown;
    }
}
