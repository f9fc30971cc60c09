using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication;

namespace JobMatch.Web.Shared.Edge;

/// <summary>How every cookie that signs someone in behaves, whichever part of the program adds its scheme.</summary>
internal static class SignInCookie
{
    internal static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.LoginPath = "/sign-in";
        cookie.LogoutPath = "/sign-out";
        cookie.ReturnUrlParameter = "returnUrl";
        // The refusal is shown at the address that was asked for; being sent elsewhere puzzles people and scripts.
        cookie.Events.OnRedirectToAccessDenied = context => Refuse(context, StatusCodes.Status403Forbidden);
        var toSignIn = cookie.Events.OnRedirectToLogin;
        cookie.Events.OnRedirectToLogin = context =>
            Wanted.IsJson(context.Request) ? Refuse(context, StatusCodes.Status401Unauthorized) : toSignIn(context);
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
