using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForResidents.Reading;

/// <summary>Where the person of this request lives, for saying how far a place is.</summary>
public sealed class Home(JobMatchDbContext db, CurrentScope scope)
{
    private const double EarthRadius = 6_371_000;

    /// <summary>Her settlement; null for strangers and for other audiences.</summary>
    public async Task<Settlement?> SettlementAsync(CancellationToken cancel) => scope.Value.Kind != ScopeKind.Herself ? null
        : await db.Set<Person>().Where(p => p.Id == scope.Value.PersonId)
            .Join(db.Set<Settlement>(), p => p.SettlementId, s => s.Id, (_, s) => s).AsNoTracking().FirstOrDefaultAsync(cancel);

    /// <summary>Metres in a straight line from a settlement to the nearest place of a posting whose position is known; null when none is.</summary>
    public static double? Metres(Settlement home, Posting posting, IReadOnlyDictionary<long, Settlement> settlements)
    {
        ArgumentNullException.ThrowIfNull(home);
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(settlements);
        if (home is not { Latitude: { } lat, Longitude: { } lon }) return null;
        return posting.Quotas.Select(quota => (Quota: quota, At: quota.SettlementId is { } id ? settlements.GetValueOrDefault(id) : null))
            .Select(x => (Latitude: x.Quota.Latitude ?? x.At?.Latitude, Longitude: x.Quota.Longitude ?? x.At?.Longitude))
            .Where(x => x is { Latitude: not null, Longitude: not null })
            .Select(x => (double?)Metres(lat, lon, x.Latitude!.Value, x.Longitude!.Value)).Min();
    }

    /// <summary>Haversine, metres.</summary>
    internal static double Metres(double lat1, double lon1, double lat2, double lon2)
    {
        var (a, b) = (double.DegreesToRadians(lat1), double.DegreesToRadians(lat2));
        var (sinLat, sinLon) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(lon2 - lon1) / 2));
        return 2 * EarthRadius * Math.Asin(Math.Sqrt((sinLat * sinLat) + (Math.Cos(a) * Math.Cos(b) * sinLon * sinLon)));
    }
}
