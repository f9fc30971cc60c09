using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.Shared.Edge;

/// <summary>How often one caller may do what costs or annoys, section <c>JobMatch:RateLimits</c>. A whole station may sit behind one address.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Tries to sign in, per minute and address.</summary>
    [Range(1, 1_000_000)]
    public int SignInPerMinute { get; set; } = 30;

    /// <summary>One-time codes sent, per hour and address.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerHour { get; set; } = 60;

    /// <summary>Searches, per minute and account.</summary>
    [Range(1, 1_000_000)]
    public int SearchPerMinute { get; set; } = 120;

    /// <summary>Searches of those who are not signed in, per minute and address. A whole community shares one: a thousand people, a third of them at it at once with ten pages a minute.</summary>
    [Range(1, 1_000_000)]
    public int AnonymousSearchPerMinute { get; set; } = 3_600;

    /// <summary>Suggestions while typing, per minute and account; they use up no searches.</summary>
    [Range(1, 1_000_000)]
    public int SuggestPerMinute { get; set; } = 240;

    /// <summary>Suggestions to those who are not signed in, per minute and address.</summary>
    [Range(1, 1_000_000)]
    public int AnonymousSuggestPerMinute { get; set; } = 7_200;

    /// <summary>Applications, per minute and caller.</summary>
    [Range(1, 1_000_000)]
    public int ApplyPerMinute { get; set; } = 20;

    /// <summary>Reports of postings that cheat, per hour and caller.</summary>
    [Range(1, 1_000_000)]
    public int ReportPerHour { get; set; } = 20;
}

/// <summary>The limits by name: <c>[EnableRateLimiting(RateLimits.Search)]</c>.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Codes = "codes";
    public const string Search = "search";
    public const string Suggest = "suggest";
    public const string Apply = "apply";
    public const string Report = "report";

    internal static void Configure(RateLimiterOptions limiter, RateLimitOptions limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        // By address where the caller is not known yet or pretends to be many; by account where there is one.
        Add(limiter, SignIn, limits.SignInPerMinute, TimeSpan.FromMinutes(1), Address);
        Add(limiter, Codes, limits.CodesPerHour, TimeSpan.FromHours(1), Address);
        AddSearch(limiter, Search, limits.SearchPerMinute, limits.AnonymousSearchPerMinute);
        AddSearch(limiter, Suggest, limits.SuggestPerMinute, limits.AnonymousSuggestPerMinute);
        Add(limiter, Apply, limits.ApplyPerMinute, TimeSpan.FromMinutes(1), Caller);
        Add(limiter, Report, limits.ReportPerHour, TimeSpan.FromHours(1), Caller);
    }

    private static void Add(RateLimiterOptions limiter, string name, int permits, TimeSpan window, Func<HttpContext, string> partition) =>
        limiter.AddPolicy(name, http => RateLimitPartition.GetFixedWindowLimiter(partition(http), _ => Window(permits, window)));

    /// <summary>Who is signed in has a share of her own; the others of an address share a large one.</summary>
    private static void AddSearch(RateLimiterOptions limiter, string name, int ofAccount, int ofAddress) => limiter.AddPolicy(name, http =>
    {
        var permits = Account(http) is null ? ofAddress : ofAccount;
        return RateLimitPartition.GetFixedWindowLimiter(Caller(http), _ => Window(permits, TimeSpan.FromMinutes(1)));
    });

    private static FixedWindowRateLimiterOptions Window(int permits, TimeSpan window) => new() { PermitLimit = permits, Window = window, QueueLimit = 0 };

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "local";

    private static string? Account(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier);

    private static string Caller(HttpContext http) => Account(http) is { } account ? $"account {account}" : Address(http);
}
