using JobMatch.Accounts;
using JobMatch.Web.Shared.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace JobMatch.Web.Shared.Outbox;

/// <summary>The messages that a machine without a gateway keeps: codes in clear, so it exists only where <see cref="SiteOptions.ShowOutbox"/> says so.</summary>
[AllowAnonymous]
public sealed class OutboxController(OutboxView outbox, IOptions<SiteOptions> site) : Controller
{
    private const int Newest = 20;

    [HttpGet("/outbox")]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        site.Value.ShowOutbox ? View(await outbox.NewestAsync(Newest, cancel)) : NotFound();
}
