using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace JobMatch.Web.ForStationStaff.Rankings;

/// <summary>
/// How a clerk wanted the ranking of one posting or one person, kept for when she comes back to that page. It lies in her browser under the address of the page and the number of her account, so it
/// belongs to that search alone and changes nobody else's; a colleague gets it by the address.
/// </summary>
internal static class KeptRanking
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Where to go when the address says nothing about the ranking and one is kept for it; else null.</summary>
    public static string? Find(HttpRequest request, long account, bool usuallyNeedFirst)
    {
        if (RankingAsked.IsSaid(request.Query) || request.Cookies[NameFor(account)] is not { Length: > 0 } kept) return null;
        // Read and written anew: what a browser brings back may be anything.
        var asked = RankingAsked.Read(new QueryCollection(QueryHelpers.ParseQuery(kept)), usuallyNeedFirst);
        if (asked.IsUsual) return null;
        var others = request.QueryString.HasValue ? "&" + request.QueryString.Value![1..] : "";
        return $"{request.Path}?{asked.Query}{others}";
    }

    /// <summary>Keeps what the address says; the usual ranking is forgotten, it needs no keeping.</summary>
    public static void Keep(HttpContext context, long account, RankingAsked asked)
    {
        if (!RankingAsked.IsSaid(context.Request.Query)) return;
        var options = new CookieOptions { Path = context.Request.Path, HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, MaxAge = Kept, IsEssential = true };
        if (asked.IsUsual) context.Response.Cookies.Delete(NameFor(account), options);
        else context.Response.Cookies.Append(NameFor(account), asked.Query, options);
    }

    private static string NameFor(long account) => string.Create(CultureInfo.InvariantCulture, $"ranking-{account}");
}
