using System.Net;
using JobMatch.Fairs;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>A clerk who makes plans and waits till they are worked out.</summary>
public abstract class ClerkAtPlans : ClerkAtDesk
{
    protected async Task<string> MakeAsync()
    {
        using var made = await Clerk.PostAsync(
            "/station/plans/new", "/station/plans/new", ("Form.Name", "春风行动"), ("Form.SettlementIds", Text(County.Settlement.Id)), ("Form.PeopleCount", "true"), ("Form.PostingIds", Text(County.SewingId)));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return made.Headers.Location!.OriginalString;
    }

    /// <summary>The site's own worker may have it already; either way it is done when none is left running.</summary>
    protected async Task DoneAsync()
    {
        await Site.Services.GetRequiredService<PlanWorker>().DrainAsync();
        await Waits.UntilAsync(() => InAsync(db => db.Set<PlacementPlan>().AllAsync(p => p.State != PlanState.Running)));
    }

    protected async Task<string> WhyAsync(string page, string who, long posting)
    {
        using var answer = await Clerk.PostAsync(page, page + "/why", ("who", who), ("postingId", Text(posting)));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, answer.Headers.Location?.OriginalString);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
