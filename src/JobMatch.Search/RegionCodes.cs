namespace JobMatch.Search;

/// <summary>GB/T 2260 codes, upwards: village (12 digits), township (9), county (6), city (….00), province (…0000).</summary>
public static class RegionCodes
{
    /// <summary>The code itself and everything above it.</summary>
    public static IEnumerable<long> Upwards(long code)
    {
        while (code > 999_999)
        {
            yield return code;
            code /= 1000;
        }

        if (code < 100_000) yield break;
        yield return code;
        if (code % 100 != 0) yield return code / 100 * 100;
        if (code % 10_000 != 0) yield return code / 10_000 * 10_000;
    }
}
