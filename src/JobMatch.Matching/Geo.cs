namespace JobMatch.Matching;

/// <summary>
/// Straight-line distance on a sphere, by the equirectangular formula: exact to well under a percent within a province. Only + − × ÷ √, which
/// IEEE 754 defines to the last bit, so that every machine ranks alike.
/// </summary>
internal static class Geo
{
    private const double MetresPerMicroDegree = 6_371_008.8 * Math.PI / 180 / 1e6;

    /// <summary>Metres; <paramref name="cosine"/> is <see cref="Cosine"/> of the latitude of one end.</summary>
    public static int Metres(int latitudeA, int longitudeA, int latitudeB, int longitudeB, double cosine)
    {
        var north = (double)latitudeA - latitudeB;
        var east = ((double)longitudeA - longitudeB) * cosine;
        return (int)(Math.Sqrt((north * north) + (east * east)) * MetresPerMicroDegree);
    }

    /// <summary>Cosine of a latitude in millionths of a degree, by its series (error under 1e-9 up to 90°).</summary>
    public static double Cosine(int latitudeE6)
    {
        var x = latitudeE6 / 1e6 * Math.PI / 180;
        var square = x * x;
        double term = 1, sum = 1;
        for (var n = 2; n <= 16; n += 2)
        {
            term *= -square / (n * (n - 1));
            sum += term;
        }
        return sum;
    }
}
