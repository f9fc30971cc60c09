using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Referrals;
using JobMatch.Web.Shared.Navigation;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForEmployers;

/// <summary>The figures beside an employer's places, and up to where the inbox was told when the page was made, so that only later rows are news.</summary>
public sealed class EmployerCounts(JobMatchDbContext db, CurrentScope scope, Inbox inbox, Counts counts) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (scope.Value is { Kind: ScopeKind.Employer, EmployerId: var employer } && HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            var mine = Addressee.Of(scope.Value);
            counts.LastSeen = await inbox.LastIdAsync(mine, cancel);
            counts["EmployerMessages"] = await inbox.UnreadAsync(mine, cancel);
            counts["Candidates"] = await db.Set<Referral>().CountAsync(r => r.EmployerId == employer && r.EmployerMaySee
                && (r.State == ReferralState.Referred || r.State == ReferralState.Applied || r.State == ReferralState.Viewed), cancel);
        }

        await next();
    }
}
