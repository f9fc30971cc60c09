namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>Which servers the tests were given.</summary>
internal static class TestServers
{
    /// <summary>Address of a running server on which indexes may be made and deleted; null when none was given.</summary>
    public static string? Shared { get; } = Set("JOBMATCH_TEST_ELASTICSEARCH");

    /// <summary>A folder whose bin/start.sh and bin/stop.sh run servers; null when none was given.</summary>
    public static string? Home { get; } = Set("JOBMATCH_ELASTICSEARCH_HOME");

    /// <summary>Where servers of the tests' own keep their files; whoever gives the folder may stop there what a dead test left.</summary>
    public static string Folder { get; } = Set("JOBMATCH_TEST_SERVERS") ?? "/var/tmp";

    private static string? Set(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
