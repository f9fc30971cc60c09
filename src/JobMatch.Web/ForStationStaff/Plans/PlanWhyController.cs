using JobMatch.Fairs;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <param name="Plan">Worked out.</param>
/// <param name="Ask">What is asked.</param>
/// <param name="More">There are more people of that name than are answered for.</param>
/// <param name="Answers">One for each who was found; null: nothing was asked yet.</param>
public sealed record PlanWhyPage(PlacementPlan Plan, PlanWhyForm Ask, bool More, IReadOnlyList<NotThere>? Answers);

/// <summary>The box "why not her there?".</summary>
/// <param name="Plan">Its address.</param>
/// <param name="Who">A name, or part of an ID number.</param>
/// <param name="PostingId">One of the plan's.</param>
/// <param name="Postings">To choose from.</param>
/// <param name="Titled">False where the page is called so.</param>
/// <param name="Person">The one whom it was asked of by her row: she is meant while her name stands in the box, not her namesakes; null: whom the words find.</param>
public sealed record PlanWhyForm(long Plan, string Who, long PostingId, IReadOnlyList<PlanPostingChoice> Postings, bool Titled = true, long? Person = null);

public sealed record PlanPostingChoice(long Id, string Title, string Employer, PostingApart Apart);

/// <summary>为什么不是这个人去这个岗位: a person and a posting, and what the plan has to say about them. Sent, never in an address: it names somebody.</summary>
[Route("/station/plans/{id:long}/why")]
public sealed class PlanWhyController(PlanReader reader, PeopleFinder finder, WhyNotThere why, PairCosts costs, Texts texts) : StationController(texts)
{
    [HttpGet("")]
    public async Task<IActionResult> Why(long id, CancellationToken cancel) =>
        await PlanAsync(id, cancel) is { } plan ? View("~/ForStationStaff/Plans/Why.cshtml", new PlanWhyPage(plan, new(id, "", 0, await reader.PostingChoicesAsync(plan, cancel)), false, null)) : LocalRedirect($"/station/plans/{id}");

    [HttpPost(""), EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Why(long id, string? who, long? person, long postingId, CancellationToken cancel)
    {
        if (await PlanAsync(id, cancel) is not { } plan) return LocalRedirect($"/station/plans/{id}");
        var one = await OneAsync(person, who, cancel);
        var found = one is null ? await finder.FindAsync(who, cancel) : new PeopleFound(one.Person.Name, [one], false);
        var answers = await costs.OfAsync(plan, await why.OfAsync(plan, found.People, postingId, cancel), cancel);
        // With its quotas it can be told whether the posting is closed or has nothing vacant.
        if (answers.Count > 0 && (await reader.PostingsAsync([postingId], cancel)).GetValueOrDefault(postingId) is { } posting) answers = [.. answers.Select(answer => answer with { Posting = posting })];
        return View("~/ForStationStaff/Plans/Why.cshtml", new PlanWhyPage(plan, new(id, found.Who, postingId, await reader.PostingChoicesAsync(plan, cancel), Person: one?.Person.Id), found.More, answers));
    }

    /// <summary>Her, there, whatever it costs; then the plan is worked out around her. Letting her row go and running again takes it back.</summary>
    [HttpPost("/station/plans/{id:long}/pin")]
    public async Task<IActionResult> Pin(long id, int version, long personId, long postingId, long? quotaId, [FromServices] ChangePlan change, CancellationToken cancel) =>
        Back($"/station/plans/{id}", await change.SendThereAsync(id, version, new PlanPin(personId, postingId, quotaId), cancel), Texts["Plans.Pin.Done"]);

    /// <summary>Who was asked about by her row, unless another name was written since.</summary>
    private async Task<FoundPerson?> OneAsync(long? person, string? who, CancellationToken cancel) =>
        person is { } id && await finder.OfAsync([id], cancel) is [var one] && (string.IsNullOrWhiteSpace(who) || who.Trim() == one.Person.Name) ? one : null;

    private async Task<PlacementPlan?> PlanAsync(long id, CancellationToken cancel) =>
        await reader.PlanAsync(id, cancel) is { Kind: PlanKind.Placement, Outcome: not null } plan && plan.State is not (PlanState.Running or PlanState.Failed or PlanState.Stopped) ? plan : null;
}
