using System.Text.Json;

namespace JobMatch.Search.Tests;

internal static class SearchJson
{
    /// <summary>Chinese as it is, so that a text can be looked for.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
