using System.Diagnostics;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.Shared.Errors;

/// <summary>What is shown when there is nothing better: a status, plain words, a way out, and a number to tell the station.</summary>
public sealed record ErrorPage(int Status, string TraceId);

/// <summary>The one edge where failures turn into an answer: a page for people, ProblemDetails for programs.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, DisableRateLimiting]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController(Texts texts) : Controller
{
    private static readonly int[] Explained = [400, 401, 403, 404, 405, 409, 413, 429, 500, 503];

    // No verb: a refused POST is shown here as a POST.
    [Route("/error/{status:int:range(400,599)}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult Index(int status)
    {
        var known = Explained.Contains(status) ? status : status < 500 ? 400 : 500;
        var page = new ErrorPage(known, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier);
        Response.StatusCode = status;
        if (IsForProgram())
            return Problem(texts[$"Error.{known}.Text"], statusCode: status, title: texts[$"Error.{known}.Title"]);
        return View(page);
    }

    private bool IsForProgram()
    {
        var asked = HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;
        return Wanted.IsJson(Request) || asked?.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) == true;
    }
}
