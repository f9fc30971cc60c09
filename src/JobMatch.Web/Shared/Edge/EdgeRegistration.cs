using System.IO.Compression;
using JobMatch.Data;
using JobMatch.Web.Shared.Settings;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace JobMatch.Web.Shared.Edge;

internal static class EdgeRegistration
{
    /// <summary>Who comes in, how often, by which cookie, and how the answer travels.</summary>
    internal static void AddEdge(this WebApplicationBuilder builder, DataOptions data)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddSettings<RateLimitOptions>($"{SettingsCheck.Root}:RateLimits");

        var services = builder.Services;
        // Beside the other keys, outside database and repository; all nodes of a county share the folder.
        services.AddDataProtection().SetApplicationName("JobMatch").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data.KeyFolder, "cookies")));
        services.AddProblemDetails();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.PostConfigureAll<CookieAuthenticationOptions>(SignInCookie.Configure);
        services.AddAuthorization(Audiences.Configure);
        services.AddRateLimiter();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, limits) => RateLimits.Configure(limiter, limits.Value));
        services.Configure<CookiePolicyOptions>(policy =>
        {
            policy.HttpOnly = HttpOnlyPolicy.Always;
            policy.Secure = CookieSecurePolicy.SameAsRequest;
            policy.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        // Over https too (BREACH): antiforgery tokens are masked anew in each answer, and no page echoes input beside a secret of the session.
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    /// <summary>The way of a request to its page; the order matters.</summary>
    internal static void UseEdge(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (!app.Environment.IsDevelopment())
            app.UseHsts();

        app.UseCookiePolicy();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseScope();
    }
}
