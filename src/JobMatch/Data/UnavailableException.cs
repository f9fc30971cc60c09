namespace JobMatch.Data;

/// <summary>A server that something derived is kept on cannot be used now. Waiting helps, and the work before it is not lost.</summary>
public class UnavailableException(string message, Exception? inner = null) : IOException(message, inner);
