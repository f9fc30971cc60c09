namespace JobMatch.Benchmarks;

internal static class Bench
{
    private static async Task<int> Main(string[] args) => args switch
    {
        ["live"] => await LiveBench.RunAsync(),
        ["for-you"] => await ForYouBench.RunAsync(),
        ["search"] => await SearchBench.RunAsync([() => new EmbeddedUnderTest()]),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine("Usage: scripts/bench live | for-you | search");
        return 2;
    }
}
