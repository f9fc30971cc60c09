using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace JobMatch.Web.Shared.Edge;

/// <summary>A piece of an address that could not be read: its name and what stood there.</summary>
public sealed record UnreadPiece(string Name, string Value)
{
    private const int LongestShown = 20;

    public static IReadOnlyList<UnreadPiece> Of(ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. state.Where(e => e.Value is { Errors.Count: > 0 }).Select(e => new UnreadPiece(e.Key, e.Value!.AttemptedValue ?? ""))];
    }

    /// <summary>As much of it as a sentence can bear.</summary>
    public static string Excerpt(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length <= LongestShown ? value : value[..(char.IsHighSurrogate(value[LongestShown - 1]) ? LongestShown - 1 : LongestShown)] + "…";
    }
}
