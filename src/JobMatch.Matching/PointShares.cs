namespace JobMatch.Matching;

/// <summary>Gives the points of a side to its parts, by largest remainder: whole points that add up exactly.</summary>
internal static class PointShares
{
    public static IEnumerable<Reason> Of(IReadOnlyList<FitExplainer.Line> all, Side side, int points)
    {
        var lines = all.Where(line => CriterionList.SideOf(line.Criterion) == side).ToArray();
        var given = Divide([.. lines.Select(line => line.Share)], points);
        return lines.Select((line, i) =>
            new Reason(line.Code, line.Criterion, given[i], line.Weight, line.Importance, ReasonAudience.Of(line.Code), line.Values));
    }

    /// <summary>Divides <paramref name="points"/> in proportion to the shares; equal remainders go to the earlier one.</summary>
    internal static int[] Divide(decimal[] shares, int points)
    {
        var given = new int[shares.Length];
        var total = shares.Sum();
        if (total == 0) return given;
        var exact = shares.Select(share => points * share / total).ToArray();
        for (var i = 0; i < given.Length; i++) given[i] = (int)exact[i];
        var left = points - given.Sum();
        foreach (var i in Enumerable.Range(0, given.Length).OrderByDescending(i => exact[i] - given[i]).ThenBy(i => i).Take(left)) given[i]++;
        return given;
    }
}
