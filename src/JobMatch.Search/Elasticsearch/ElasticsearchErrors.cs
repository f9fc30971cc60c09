using JobMatch.Data;

namespace JobMatch.Search.Elasticsearch;

/// <summary>No usable answer now: not reachable, too slow, overloaded, read-only, or the index is missing. Waiting helps; the embedded index answers meanwhile.</summary>
public sealed class ElasticsearchUnavailableException(IndexFault fault, string message, Exception? inner = null) : UnavailableException(message, inner)
{
    public IndexProblem Problem => new(fault, Message);

    /// <summary>The server has too much to do for this request now (429).</summary>
    public bool IsPushedBack { get; init; }

    internal static ElasticsearchUnavailableException Missing() => new(IndexFault.Missing, "The index is missing or of another layout; it is built again.");
}

/// <summary>The server understood and refused: its status, the type of its error and its reason.</summary>
internal sealed class ElasticsearchRefusedException(int status, string type, string reason) : IOException($"Elasticsearch refused ({status} {type}): {reason}")
{
    public IndexProblem Problem => new(IndexFault.Refused, Message);

    public int Status { get; } = status;

    public string Type { get; } = type;
}

internal static class ElasticsearchErrors
{
    /// <summary>What an error of a call means for the index; null when it is none of the server's.</summary>
    public static IndexProblem? ProblemOf(Exception error) => error switch
    {
        ElasticsearchUnavailableException unavailable => unavailable.Problem,
        ElasticsearchRefusedException refused => refused.Problem,
        _ => null,
    };
}
