namespace JobMatch.Search.Elasticsearch;

/// <summary>No usable answer now: not reachable, too slow, overloaded, read-only, or the index is missing. Waiting helps; the embedded index answers meanwhile.</summary>
public sealed class ElasticsearchUnavailableException(string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>The server has too much to do for this request now (429).</summary>
    public bool IsPushedBack { get; init; }
}

/// <summary>The server understood and refused: its status, the type of its error and its reason.</summary>
internal sealed class ElasticsearchRefusedException(int status, string type, string reason) : IOException($"Elasticsearch refused ({status} {type}): {reason}")
{
    public int Status { get; } = status;

    public string Type { get; } = type;
}
