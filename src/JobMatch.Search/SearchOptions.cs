namespace JobMatch.Search;

/// <summary>Which engine answers searches, section <c>JobMatch:Search</c>.</summary>
public sealed class SearchOptions
{
    /// <summary>Embedded (default): an index file on each node. Elasticsearch: a server of its own; the embedded index is kept as well and answers while it cannot.</summary>
    public SearchEngine Engine { get; set; } = SearchEngine.Embedded;

    /// <summary>Who makes the first cut when people are ranked for a posting. Pool (default): nobody, the pool looks at everybody. Elasticsearch: the server, for more people than one machine holds; needs that engine.</summary>
    public FirstCutBy Candidates { get; set; } = FirstCutBy.Pool;
}

public enum SearchEngine
{
    Embedded = 0,
    Elasticsearch = 1,
}

public enum FirstCutBy
{
    Pool = 0,
    Elasticsearch = 1,
}
