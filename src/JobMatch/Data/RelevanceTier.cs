namespace JobMatch.Data;

/// <summary>
/// Why something was found, best first; the order of relevance of every engine. A hit counts in its best tier, and inside a tier the newest
/// comes first: two engines agree because none of them has a say.
/// </summary>
public enum RelevanceTier
{
    /// <summary>Nothing was asked in words.</summary>
    None = 0,

    /// <summary>Each word stands somewhere: title, occupation, employer, place, text, or in one of the ways that <see cref="Synonyms"/> allows.</summary>
    Body = 1,

    /// <summary>Each word names the title or its occupation, in the same or another of its names, in pinyin, or with one slip in a Latin word.</summary>
    Synonyms = 2,

    /// <summary>The title holds each word as typed.</summary>
    TitleWords = 3,

    /// <summary>The title holds all words as one phrase.</summary>
    TitlePhrase = 4,
}

/// <summary>A place on the map, degrees.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadius = 6_371_000;

    /// <summary>Metres in a straight line (haversine).</summary>
    public double MetresTo(GeoPoint other)
    {
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (sinLat, sinLon) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        return 2 * EarthRadius * Math.Asin(Math.Sqrt((sinLat * sinLat) + (Math.Cos(a) * Math.Cos(b) * sinLon * sinLon)));
    }
}
