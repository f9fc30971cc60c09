using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace JobMatch.Web.Shared.Parts;

/// <summary>A word after something was done, shown once on the next page, with a way to take it back.</summary>
/// <param name="Text">What happened, ready to read.</param>
/// <param name="UndoUrl">Address to POST to for taking it back, or null.</param>
/// <param name="Kind">"" for done, "gap" for mind this, "bad" for refused.</param>
public sealed record Flash(string Text, string? UndoUrl = null, string Kind = "")
{
    private const string Key = "Flash";

    public static void Set(ITempDataDictionary next, Flash flash)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(flash);
        next[Key] = new[] { flash.Text, flash.UndoUrl ?? "", flash.Kind };
    }

    public static Flash? Take(ITempDataDictionary now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now[Key] is string[] and [var text, var undo, var kind] ? new Flash(text, undo.Length > 0 ? undo : null, kind) : null;
    }
}
