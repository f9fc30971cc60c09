using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Fairs;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Workers;
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

    /// <summary>Confirms a plan as it stands.</summary>
    protected async Task ConfirmAsync(string page)
    {
        using var confirmed = await Clerk.PostAsync(page, page + "/confirm", ("version", Text(DeskVisitor.VersionIn(await Clerk.ReadAsync(page + "/confirm")))));
        confirmed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>A part of a page, by a sign of its own.</summary>
    protected static string PartOf(string page, string element, string sign) => Regex.Match(page, $"<{element}[^>]*{Regex.Escape(sign)}.*?</{element}>", RegexOptions.Singleline).Value;

    /// <summary>One vacancy by day, and one at night if asked for; she and he may both go and want the day.</summary>
    protected async Task<IReadOnlyList<long>> OpenAsync(bool second)
    {
        var ids = await InAsync(async db =>
        {
            var employer = await db.Set<Posting>().Where(p => p.Id == County.SewingId).Select(p => p.EmployerId).SingleAsync();
            var check = new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1));
            foreach (var worker in await db.Set<Worker>().Where(w => w.Id == County.WomanId || w.Id == County.ManId).ToListAsync())
            {
                worker.ConsentsToEmployers = true;
                worker.RecordWilling(true, check);
                worker.RecordCapacity(LabourCapacity.Ordinary, WorkRestriction.None, check);
                worker.RecordWishes(worker.Wishes with { Shifts = Shifts.Day }, check);
            }

            var postings = Enumerable.Range(0, second ? 2 : 1).Select(i => Some.Posting(employer, i == 0 ? "早班缝纫工" : "夜班缝纫工", vacancies: 1, settlementId: County.Settlement.Id)).ToList();
            foreach (var posting in postings) posting.Submit(employerVerified: true, DateTime.UtcNow);
            db.AddRange(postings);
            await db.SaveChangesAsync();
            return postings.ConvertAll(p => p.Id);
        });
        await InAsync(db => db.Set<Posting>().Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.Shift, p => p.Id == ids[0] ? Shift.Day : Shift.Night)));
        await DrainAsync();
        return ids;
    }

    protected Task<string> MakeOfBothAsync(IReadOnlyList<long> postings) => MakeOfAsync([County.WomanId, County.ManId], postings);

    protected async Task<string> MakeOfAsync(IReadOnlyList<long> people, IReadOnlyList<long> postings)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(postings);
        using var made = await Clerk.PostAsync("/station/plans/new", "/station/plans/new",
            [("Form.Name", "点名的人"), .. people.Select(id => ("Form.PersonIds", Text(id))), ("Form.PeopleCount", "true"), .. postings.Select(id => ("Form.PostingIds", Text(id)))]);
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await DoneAsync();
        return made.Headers.Location!.OriginalString;
    }
}
