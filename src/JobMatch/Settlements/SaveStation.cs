using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Settlements;

/// <summary>A new station (no id), or a changed one, with the settlements that it serves.</summary>
public sealed record SaveStationRequest
{
    public long? Id { get; init; }

    public string Name { get; init; } = "";

    public StationKind Kind { get; init; } = StationKind.Station;

    public int CountyCode { get; init; }

    public string Phone { get; init; } = "";

    public string Address { get; init; } = "";

    public string OpeningHours { get; init; } = "";

    public IReadOnlyList<long> SettlementIds { get; init; } = [];

    public int Version { get; init; }
}

public sealed class SaveStation(JobMatchDbContext db)
{
    /// <summary>The station's id.</summary>
    public async Task<Outcome<long>> RunAsync(SaveStationRequest request, CancellationToken cancel)
    {
        var station = request.Id is { } id ? await db.Set<Station>().Include(s => s.Serves).SingleOrDefaultAsync(s => s.Id == id, cancel) : null;
        if (request.Id is not null && station is null) return Refusal.NotFound;
        if (station is not null && station.Version != request.Version) return Refusal.ChangedMeanwhile;

        var name = request.Name.Trim();
        var county = station?.CountyCode ?? request.CountyCode;
        var refusals = await CheckAsync(request, name, county, cancel);
        if (refusals.Count > 0) return refusals;

        if (station is null)
        {
            station = new Station { Name = name, Kind = request.Kind, CountyCode = county, Phone = "" };
            db.Add(station);
        }

        (station.Name, station.Kind, station.Phone) = (name, request.Kind, request.Phone.Trim());
        (station.Address, station.OpeningHours) = (request.Address.Trim(), request.OpeningHours.Trim());
        station.Serves.RemoveAll(s => !request.SettlementIds.Contains(s.SettlementId));
        station.Serves.AddRange(request.SettlementIds.Distinct().Where(s => station.Serves.All(served => served.SettlementId != s)).Select(s => new StationSettlement { SettlementId = s }).ToList());
        return await db.SaveAsync(() => station.Id, cancel);
    }

    private async Task<List<Refusal>> CheckAsync(SaveStationRequest request, string name, int county, CancellationToken cancel)
    {
        var refusals = new List<Refusal>();
        if (name.Length == 0) refusals.Add(new("Required", "Name"));
        if (county is < 110_000 or > 999_999) refusals.Add(new("Region.Malformed", "CountyCode", county));
        // Residents call it from every page: a station without a number is no station. Fixed lines have an area code and may have a dash.
        if (string.IsNullOrWhiteSpace(request.Phone)) refusals.Add(new("Required", "Phone"));
        else if (request.Phone.Count(char.IsAsciiDigit) is < 7 or > 12) refusals.Add(new("Station.PhoneMalformed", "Phone"));
        if (request.SettlementIds.Count == 0) refusals.Add(new("Station.ServesNone", "SettlementIds"));
        var known = await db.Set<Settlement>().CountAsync(s => request.SettlementIds.Contains(s.Id) && s.CountyCode == county, cancel);
        if (known != request.SettlementIds.Distinct().Count()) refusals.Add(new("Station.SettlementNotInCounty", "SettlementIds"));
        if (await db.Set<Station>().AnyAsync(s => s.CountyCode == county && s.Name == name && s.Id != request.Id, cancel))
            refusals.Add(new("Station.NameTaken", "Name", name));
        return refusals;
    }
}
