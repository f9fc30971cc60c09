using JobMatch.Data;
using JobMatch.Notifications;
using JobMatch.Web.Shared.Navigation;
using Microsoft.AspNetCore.Mvc.Filters;

namespace JobMatch.Web.ForResidents.Reading;

/// <summary>The figure beside "messages", and the row from which the live connection asks on; set before the page is made.</summary>
public sealed class UnreadMessages(Inbox inbox, CurrentScope scope, Counts counts) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (scope.Value.Kind == ScopeKind.Herself)
        {
            var (mine, cancel) = (Addressee.Of(scope.Value), context.HttpContext.RequestAborted);
            counts["Messages"] = await inbox.UnreadAsync(mine, cancel);
            counts.LastSeen = await inbox.LastIdAsync(mine, cancel);
        }

        await next();
    }
}
