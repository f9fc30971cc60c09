using JobMatch.Notifications;
using JobMatch.Tallies;
using JobMatch.Web.Shared.Navigation;
using JobMatch.Web.Shared.SignIn;
using JobMatch.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Caching.Memory;

namespace JobMatch.Web.ForStationStaff;

/// <summary>
/// The figures beside the places of the rail: the same lists that the page of the day shows, counted. Remembered for a few seconds, because
/// every page has the rail; what arrives live asks anew.
/// </summary>
public sealed class StationFigures(TodayView today, Inbox inbox, CurrentScope scope, IMemoryCache remembered)
{
    private static readonly TimeSpan For = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyDictionary<string, int>> ReadAsync(long accountId, bool anew, CancellationToken cancel)
    {
        var key = (nameof(StationFigures), accountId);
        if (!anew && remembered.TryGetValue(key, out IReadOnlyDictionary<string, int>? known) && known is not null) return known;
        var day = await today.RunAsync(rowsEach: 1, cancel);
        return remembered.Set(key, Of(day), For);
    }

    public Task<long> LastSeenAsync(CancellationToken cancel) => inbox.LastIdAsync(Addressee.Of(scope.Value), cancel);

    /// <summary>After the clerk changed something, the next page counts again.</summary>
    public void Forget(long accountId) => remembered.Remove((nameof(StationFigures), accountId));

    public static IReadOnlyDictionary<string, int> Of(Tallies.Today day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return new Dictionary<string, int>
        {
            ["Today"] = day.Total,
            ["Postings"] = day.Postings.Total + day.Reports.Total,
            ["People"] = day.Registrations.Total + day.Searches.Total,
            ["Households"] = day.ZeroEmployment.Total,
            ["Referrals"] = day.Unanswered.Total,
            ["Employers"] = day.Employers.Total,
        };
    }
}

/// <summary>Puts the figures into the rail of a page that is shown.</summary>
internal sealed class RailFigures(StationFigures figures, Counts counts) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var (http, account) = (context.HttpContext, context.HttpContext.User.AccountId());
        if (HttpMethods.IsPost(http.Request.Method)) figures.Forget(account);
        if (context.Result is ViewResult)
        {
            foreach (var (place, count) in await figures.ReadAsync(account, anew: false, http.RequestAborted)) counts[place] = count;
            counts.LastSeen = await figures.LastSeenAsync(http.RequestAborted);
        }

        await next();
    }
}
