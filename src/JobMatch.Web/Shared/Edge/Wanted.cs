using Microsoft.Net.Http.Headers;

namespace JobMatch.Web.Shared.Edge;

/// <summary>What kind of answer a request is for.</summary>
internal static class Wanted
{
    /// <summary>True for callers of the API and for scripts, who get ProblemDetails; people get pages.</summary>
    internal static bool IsJson(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase)
        || request.GetTypedHeaders().Accept.Any(IsJsonType) && !request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    private static bool IsJsonType(MediaTypeHeaderValue type) => type.MediaType == "application/json" || type.Suffix == "json";
}
