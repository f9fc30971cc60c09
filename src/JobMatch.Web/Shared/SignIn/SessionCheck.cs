using JobMatch.Accounts;
using JobMatch.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace JobMatch.Web.Shared.SignIn;

/// <summary>A disabled account or a changed password ends every session within half a minute, on every device.</summary>
internal static class SessionCheck
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } user) return;
        var services = context.HttpContext.RequestServices;
        var remembered = services.GetRequiredService<IMemoryCache>();
        var stamp = await remembered.GetOrCreateAsync((nameof(SessionCheck), user.AccountId()), async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Every;
            var db = services.GetRequiredService<JobMatchDbContext>();
            var account = user.AccountId();
            return await db.Set<Account>().Where(a => a.Id == account && a.DisabledAt == null).Select(a => a.SecurityStamp).SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        });
        if (stamp is not null && stamp == user.Stamp()) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
