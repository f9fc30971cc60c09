namespace JobMatch.Benchmarks;

internal static class Bench
{
    private static async Task<int> Main(string[] args) => args switch
    {
        ["live"] => await LiveBench.RunAsync(),
        ["titles"] => TitlesBench.Run(),
        ["for-you"] => await ForYouBench.RunAsync(),
        ["search", .. var sizes] => await SearchBench.RunAsync(sizes),
        ["search-profile", .. var size] => await SearchProfile.RunAsync(size),
        ["placement"] => await PlacementBench.RunAsync(lemon: null, []),
        ["placement", var lemon, .. var sizes] => await PlacementBench.RunAsync(lemon, sizes),
        ["matching", .. var sizes] => await Matching.MatchingBench.RunAsync(sizes),
        ["first-cut", .. var sizes] => await Matching.FirstCutBench.RunAsync(sizes),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine("Usage: scripts/bench live | for-you | matching | placement | search | search-profile | first-cut | titles");
        return 2;
    }
}
