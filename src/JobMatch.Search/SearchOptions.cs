namespace JobMatch.Search;

/// <summary>Which engine answers searches, section <c>JobMatch:Search</c>.</summary>
public sealed class SearchOptions
{
    /// <summary>Embedded (default): an index file on each node. Elasticsearch: a server of its own; the embedded index is kept as well and answers while it cannot.</summary>
    public SearchEngine Engine { get; set; } = SearchEngine.Embedded;
}

public enum SearchEngine
{
    Embedded = 0,
    Elasticsearch = 1,
}
