using JobMatch.Web.Shared.Edge;
using Microsoft.AspNetCore.Routing.Template;

namespace JobMatch.Web.Shared.Pages;

/// <summary>
/// An address that only takes forms is no page: going back to the answer of a form, or reloading it without sending it again, asks for it all the same. Then the nearest page above it is shown,
/// on which the form stood or from which one came there.
/// </summary>
internal static class WayUp
{
    /// <summary>What is answered where no page is.</summary>
    internal static IResult Answer(HttpRequest request, EndpointDataSource endpoints)
    {
        var all = endpoints.Endpoints.OfType<RouteEndpoint>().ToList();
        if (!HttpMethods.IsGet(request.Method) || Wanted.IsJson(request) || !Takes(all, HttpMethods.Post, request.Path)) return TypedResults.NotFound();
        for (var above = Above(request.Path.Value!); above.Length > 1; above = Above(above))
            if (Takes(all, HttpMethods.Get, new PathString(above))) return TypedResults.LocalRedirect($"{new PathString(above).ToUriComponent()}{request.QueryString}");
        return TypedResults.NotFound();
    }

    private static string Above(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static bool Takes(List<RouteEndpoint> endpoints, string method, PathString path) =>
        endpoints.Exists(one => one.RoutePattern.Parameters.All(part => !part.IsCatchAll) && one.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true && new TemplateMatcher(new RouteTemplate(one.RoutePattern), new()).TryMatch(path, new()));
}
