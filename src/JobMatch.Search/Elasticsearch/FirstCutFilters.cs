using JobMatch.Matching;
using static JobMatch.Search.Elasticsearch.FitTagQuery;

namespace JobMatch.Search.Elasticsearch;

/// <summary>The gates of a posting as filters of workers: they never shut out whom a gate lets through; the gate itself decides later.</summary>
internal static class FirstCutFilters
{
    public static List<Query> Gates(PostingAsk ask, RankQuery query, IEnumerable<long>? settlements)
    {
        var profile = ask.Profile;
        var gates = new List<Query>
        {
            Has(Capacities(profile.Strain).Select(c => FitTags.Number("capacity", (long)c))),
            Query.In("born", 1, query.On.Year - 15),
        };
        // Who is weak works at night by her own wish only.
        if ((ask.Duties & Duty.Nights) != 0) gates.Add(Query.Any([Has(Capacities(Strain.Medium).Select(c => FitTags.Number("capacity", (long)c))), Has(FitTags.Flags((uint)ShiftsAtNight.All).Select(shift => FitTags.Number("shift", shift)))]));
        gates.AddRange(ask.NeededCertificates.Select(kind => Has(FitTags.Number("certificate", kind))));
        if (profile.GroupRule == GroupRule.Only) gates.Add(Has(Groups(ask)));
        if (profile.LegalAge is { } age)
        {
            // Born in the year of the oldest or the youngest who may: the day decides later.
            if (Math.Max(age.MaxMale ?? 200, age.MaxFemale ?? 200) is var oldest and < 200) gates.Add(Query.From("born", query.On.Year - oldest - 1));
            if (Math.Min(age.MinMale ?? 0, age.MinFemale ?? 0) is var youngest and > 0) gates.Add(Query.In("born", 1, query.On.Year - youngest + 1));
        }

        if (query.Seekers >= Seekers.Willing) gates.Add(Has("willing"));
        if (settlements is not null) gates.Add(Query.IsAny("settlement", settlements));
        if (ask.Quotas.All(q => q.Kind is not (PlaceKind.AtHome or PlaceKind.Unknown))) gates.Add(Query.Any([.. ask.Quotas.SelectMany(Reach)]));
        return gates;
    }

    /// <summary>Whom a gate keeps out for certain.</summary>
    public static List<Query> Never(PostingAsk ask, RankQuery query)
    {
        List<string> tags = ["hidden"];
        if (ask.Profile.Post != WelfarePost.None) tags.Add(ask.Profile.Post == WelfarePost.OnePerHousehold ? "has-post" : "has-only-post");
        if (query.Seekers == Seekers.WillingAndUnemployed) tags.Add("employed");
        tags.AddRange(Enum.GetValues<Duty>().Where(d => d != Duty.None && ask.Duties.HasFlag(d)).Select(d => FitTags.Number("cannot", (long)d)));
        tags.AddRange(Enum.GetValues<WorkRestriction>().Where(r => r != WorkRestriction.None && Clashes(r, ask)).Select(r => FitTags.Number("restricted", (long)r)));
        return [Has(tags), .. query.Excluded is { Count: > 0 and <= 10_000 } excluded ? [Query.IsAny("id", excluded)] : Array.Empty<Query>()];
    }

    private static bool Clashes(WorkRestriction restriction, PostingAsk ask) => restriction == WorkRestriction.NoHeavyLifting
        ? ask.Profile.Strain == Strain.Heavy
        : (ask.Duties & Matching.Gates.LabourGate.ForbiddenBy(restriction)) != Duty.None;

    private static IEnumerable<LabourCapacity> Capacities(Strain strain) =>
        Enum.GetValues<LabourCapacity>().Where(c => c > LabourCapacity.WeakOrHalf || (c == LabourCapacity.WeakOrHalf && strain <= Strain.Light));

    /// <summary>Whoever may be within reach of a quota; a place that is not known shuts nobody out.</summary>
    private static IEnumerable<Query> Reach(QuotaAsk quota)
    {
        yield return Has(Mobilities(Mobility.Unknown, Mobility.Anywhere));
        yield return Within("province", quota.Province, Mobility.Province, Mobility.Metres);
        yield return Within("county", quota.County, Mobility.County);
        yield return Within("township", quota.Township, Mobility.Township);
        yield return quota is { Settlement: >= 0, Kind: PlaceKind.Fixed } ? Within("settlement", quota.Settlement, Mobility.Settlement) : Within("township", quota.Township, Mobility.Settlement);
    }
}
