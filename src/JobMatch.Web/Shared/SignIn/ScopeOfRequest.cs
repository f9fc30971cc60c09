using System.Security.Claims;
using JobMatch.Accounts;
using JobMatch.Data;
using Microsoft.Extensions.Caching.Memory;

namespace JobMatch.Web.Shared.SignIn;

/// <summary>
/// Gives each request its scope before any query runs: the account's, in the role of the audience whose page is asked for. Remembered for
/// a few seconds, because a page and its parts ask many times; a changed grant signs the account out anyway.
/// </summary>
internal sealed class ScopeOfRequest(AccountScopeView scopes, IMemoryCache remembered)
{
    private static readonly TimeSpan For = TimeSpan.FromSeconds(15);

    private static readonly Dictionary<string, Role> RoleOfArea = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ForResidents"] = Role.Resident,
        ["ForStationStaff"] = Role.Staff,
        ["ForEmployers"] = Role.Employer,
        ["ForSupervisors"] = Role.Supervisor,
        ["ForAdministrators"] = Role.Administrator,
    };

    public async Task<Scope> OfAsync(ClaimsPrincipal user, string? area, CancellationToken cancel)
    {
        if (user.Identity?.IsAuthenticated != true) return Scope.Nobody;
        var roles = user.Roles();
        if (roles.Count == 0) return Scope.Nobody;
        var role = area is not null && RoleOfArea.TryGetValue(area, out var ofArea) ? ofArea : roles[0];
        if (!roles.Contains(role)) return Scope.Nobody;
        var key = (nameof(ScopeOfRequest), user.AccountId(), role, user.PersonId());
        return await remembered.GetOrCreateAsync(key, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = For;
            return scopes.ReadAsync(user.AccountId(), role, user.PersonId(), cancel);
        }) ?? Scope.Nobody;
    }
}

internal static class ScopeOfRequestMiddleware
{
    internal static void UseScope(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.User.Identity?.IsAuthenticated == true)
        {
            var scope = await http.RequestServices.GetRequiredService<ScopeOfRequest>().OfAsync(http.User, http.GetRouteValue("area") as string, http.RequestAborted);
            http.RequestServices.GetRequiredService<CurrentScope>().Use(scope);
        }

        await next(http);
    });
}
