using JobMatch.Web.Shared.Pages;
using Microsoft.AspNetCore.Diagnostics;

namespace JobMatch.Web.Shared.Display;

/// <summary>The form that a page is about, where it can be shown again with what stands in it, nothing being done: language and size of the text are changed without losing what was ticked.</summary>
/// <param name="Id">Of the form in the page.</param>
/// <param name="ShownAgainAt">Where it is sent for that.</param>
public sealed record FormOfPage(string Id, string ShownAgainAt)
{
    /// <summary>Under this name a view tells its layout.</summary>
    public const string Key = nameof(FormOfPage);
}

/// <summary>Where the switches of language and size lead back to.</summary>
internal static class PageAtHand
{
    /// <summary>The address of the page; of an answer to a form the page on which the form stood, for the answer has no address that could be opened.</summary>
    internal static string AddressOf(HttpContext http)
    {
        var request = http.Request;
        var failed = http.Features.Get<IStatusCodeReExecuteFeature>();
        var here = failed is null ? $"{http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? request.Path}{request.QueryString}" : $"{failed.OriginalPath}{failed.OriginalQueryString}";
        return HttpMethods.IsGet(request.Method) ? here : CameFrom(request) ?? here;
    }

    /// <summary>What was sent, for being sent once more; nothing when the page was only asked for. Each form has a token of its own.</summary>
    internal static IEnumerable<(string Name, string Value)> Sent(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType ? request.Form.Where(field => field.Key != PagesRegistration.TokenField).SelectMany(field => field.Value, (field, value) => (field.Key, value ?? "")) : [];

    private static string? CameFrom(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase) ? page.PathAndQuery : null;
}
