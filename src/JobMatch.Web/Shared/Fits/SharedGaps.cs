using JobMatch.Matching;

namespace JobMatch.Web.Shared.Fits;

/// <summary>What every row of a list lacks alike: said once above it, so that each row says what is its own.</summary>
public sealed class SharedGaps
{
    private readonly HashSet<string> _keys;

    /// <param name="fits">Of the rows; where there is one row, nothing is shared.</param>
    public SharedGaps(IReadOnlyCollection<Fit> fits)
    {
        ArgumentNullException.ThrowIfNull(fits);
        All = fits.Count < 2 ? [] : [.. fits.First().Gaps.Where(gap => fits.All(fit => fit.Gaps.Any(other => KeyOf(other) == KeyOf(gap)))).OrderBy(gap => (int)gap.Code)];
        _keys = [.. All.Select(KeyOf)];
    }

    /// <summary>The most pressing first.</summary>
    public IReadOnlyList<Gap> All { get; }

    /// <summary>What only this row lacks, the most pressing first.</summary>
    public IReadOnlyList<Gap> Own(Fit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return [.. fit.Gaps.Where(gap => !_keys.Contains(KeyOf(gap))).OrderBy(gap => (int)gap.Code)];
    }

    private static string KeyOf(Gap gap) => $"{gap.Code} {string.Join(' ', gap.Values)}";
}
