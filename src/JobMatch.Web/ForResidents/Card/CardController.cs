using JobMatch.Accounts;
using JobMatch.Audit;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.Shared.Edge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForResidents.Card;

/// <summary>The card that a station prints. Opening its address asks first: previews of links open addresses too, and must not sign anybody in.</summary>
[Area("ForResidents"), AllowAnonymous, Route("/c/{token:length(8,100)}"), EnableRateLimiting(RateLimits.SignIn)]
public sealed class CardController(CardHolderView holders, SignInByCard signIn, FamilyOfAccountView families, AuditLog audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string token, CancellationToken cancel)
    {
        // The address is the key: it goes no further.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
        return View(model: await holders.MaskedNameAsync(token, cancel));
    }

    [HttpPost("")]
    public async Task<IActionResult> Enter(string token, CancellationToken cancel)
    {
        var linked = await signIn.RunAsync(token, cancel);
        if (linked.IsDone) return await this.EnterAsync(families, audit, linked.Value!, returnUrl: null, cancel);
        await audit.WriteAsync(0, AuditAction.SignInFailed, AuditSubject.Person, 0, cancel: cancel);
        return View(nameof(Index), model: null);
    }
}
