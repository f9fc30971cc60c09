namespace JobMatch.Data;

/// <summary>What keeps an index from being used.</summary>
public enum IndexFault
{
    /// <summary>Nobody answers at the address, or not in time.</summary>
    NoAnswer,

    /// <summary>Whoever answers at the address is not the engine.</summary>
    Foreign,

    /// <summary>It has too much to do.</summary>
    Overloaded,

    /// <summary>It answers, and writes nothing: read-only, or its disk is nearly full.</summary>
    TakesNoWrites,

    /// <summary>It answers for some of its parts alone.</summary>
    InPart,

    /// <summary>It understood the question and refused it.</summary>
    Refused,

    /// <summary>There is no index yet, or it is gone, or of another layout: it is built again.</summary>
    Missing,

    /// <summary>It has lost documents; they are written again.</summary>
    Incomplete,

    /// <summary>Another process builds it.</summary>
    BeingBuilt,
}

/// <summary>Why an index cannot be used.</summary>
/// <param name="Fault">What it is, for whoever says it in the reader's language.</param>
/// <param name="Reason">The same in English, with the words of the server where it said any: for logs, commands and whoever looks after the server.</param>
public sealed record IndexProblem(IndexFault Fault, string Reason);

/// <summary>What an index could not be used for, and when that was seen last (UTC).</summary>
public sealed record PastProblem(IndexProblem Problem, DateTime At);
