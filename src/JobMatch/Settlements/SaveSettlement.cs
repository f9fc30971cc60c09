using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Settlements;

/// <summary>A new settlement (no id), or a changed one. County and township stay as they were registered.</summary>
public sealed record SaveSettlementRequest
{
    public long? Id { get; init; }

    public string Name { get; init; } = "";

    public int CountyCode { get; init; }

    public long TownshipCode { get; init; }

    public int Population { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public int Version { get; init; }
}

public sealed class SaveSettlement(JobMatchDbContext db)
{
    /// <summary>The settlement's id.</summary>
    public async Task<Outcome<long>> RunAsync(SaveSettlementRequest request, CancellationToken cancel)
    {
        var name = request.Name.Trim();
        var settlement = request.Id is { } id ? await db.Set<Settlement>().SingleOrDefaultAsync(s => s.Id == id, cancel) : null;
        if (request.Id is not null && settlement is null) return Refusal.NotFound;
        if (settlement is not null && settlement.Version != request.Version) return Refusal.ChangedMeanwhile;

        var refusals = await CheckAsync(request, name, settlement?.CountyCode ?? request.CountyCode, cancel);
        if (refusals.Count > 0) return refusals;

        if (settlement is null)
        {
            settlement = new Settlement { Name = name, CountyCode = request.CountyCode, TownshipCode = request.TownshipCode };
            db.Add(settlement);
        }

        (settlement.Name, settlement.Population, settlement.Latitude, settlement.Longitude) = (name, request.Population, request.Latitude, request.Longitude);
        return await db.SaveAsync(() => settlement.Id, cancel);
    }

    private async Task<List<Refusal>> CheckAsync(SaveSettlementRequest request, string name, int county, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        if (name.Length == 0) refusals.Add(new("Required", "Name"));
        if (request.Population < 0) refusals.Add(new("Settlement.PopulationNegative", "Population"));
        if (request.Id is null && request.CountyCode is < 110_000 or > 999_999) refusals.Add(new("Region.Malformed", "CountyCode", request.CountyCode));
        if (request.Id is null && request.TownshipCode / 1000 != request.CountyCode) refusals.Add(new("Settlement.TownshipNotInCounty", "TownshipCode"));
        if ((request.Latitude is null) != (request.Longitude is null) || request.Latitude is < 3 or > 54 || request.Longitude is < 73 or > 136)
            refusals.Add(new("Settlement.PositionOutsideChina", "Latitude"));
        if (await db.Set<Settlement>().AnyAsync(s => s.CountyCode == county && s.Name == name && s.Id != request.Id, cancel))
            refusals.Add(new("Settlement.NameTaken", "Name", name));
        return refusals;
    }
}
