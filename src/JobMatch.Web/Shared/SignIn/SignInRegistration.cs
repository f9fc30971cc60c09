using Microsoft.AspNetCore.Authentication.Cookies;

namespace JobMatch.Web.Shared.SignIn;

internal static class SignInRegistration
{
    /// <summary>The scope of each request and the check that a session still holds.</summary>
    internal static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddMemoryCache();
        builder.Services.AddScoped<ScopeOfRequest>();
        builder.Services.PostConfigureAll<CookieAuthenticationOptions>(cookie =>
        {
            cookie.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            cookie.SlidingExpiration = true;
            cookie.Cookie.Name = "session";
        });
    }
}
