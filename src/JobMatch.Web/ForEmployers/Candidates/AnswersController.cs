using JobMatch.Data;
using JobMatch.Referrals;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForEmployers.Candidates;

/// <summary>What an employer answers: seen, interview, trial, hired, started, did not come, or no with a coded reason. Each is one click.</summary>
[Area("ForEmployers"), Authorize(Policy = Audiences.Employer), Route("/employer/referrals/{id:long}")]
public sealed class AnswersController(Texts texts) : Controller
{
    [HttpPost("move")]
    public async Task<IActionResult> Move(long id, int version, ReferralState to, string? back, [FromServices] AdvanceReferral advance, CancellationToken cancel) =>
        Told(await advance.RunAsync(new AdvanceReferralRequest(id, version, User.AccountId(), to), cancel), texts["Answers.Moved", texts.Of(to)], id, back);

    [HttpPost("hire")]
    public async Task<IActionResult> Hire(long id, int version, string? back, [FromServices] HireCandidate hire, CancellationToken cancel) =>
        Told(await hire.RunAsync(new HireCandidateRequest(id, version, User.AccountId()), cancel), texts["Answers.Hired"], id, back);

    [HttpPost("refuse")]
    public async Task<IActionResult> Refuse(long id, int version, RefusalReason? reason, string? back, [FromServices] RefuseCandidate refuse, CancellationToken cancel)
    {
        if (reason is not { } coded) return Told(new Refusal("Answers.ReasonNeeded"), "", id, back);
        var done = await refuse.RunAsync(new RefuseCandidateRequest(id, version, User.AccountId(), coded), cancel);
        return Told(done, texts["Answers.Refused", texts.Of(coded)], id, back, undo: FormattableString.Invariant($"/employer/referrals/{id}/reopen?version={version + 1}"));
    }

    [HttpPost("reopen")]
    public async Task<IActionResult> Reopen(long id, int version, string? back, [FromServices] ReopenReferral reopen, CancellationToken cancel) =>
        Told(await reopen.RunAsync(new ReopenReferralRequest(id, version, User.AccountId()), cancel), texts["Answers.Reopened"], id, back);

    [HttpPost("no-show")]
    public async Task<IActionResult> NoShow(long id, int version, string? back, [FromServices] DidNotShow didNotShow, CancellationToken cancel) =>
        Told(await didNotShow.RunAsync(new DidNotShowRequest(id, version, User.AccountId()), cancel), texts["Answers.NoShow"], id, back);

    [HttpPost("start")]
    public async Task<IActionResult> Start(long id, int version, DateOnly? on, DateOnly? contractUntil, string? back, [FromServices] StartWork start, CancellationToken cancel)
    {
        if (on is not { } day) return Told(new Refusal("Answers.DayNeeded"), "", id, back);
        var started = await start.RunAsync(new StartWorkRequest(id, version, User.AccountId(), day, contractUntil), cancel);
        Outcome<bool> done = started.IsDone ? true : started.Refusals.ToList();
        return Told(done, texts["Answers.Started"], id, back);
    }

    /// <summary>A page that was open while the station took the referral back, or she hid herself: said on the list that it came from.</summary>
    private IActionResult Gone(long id, string? back)
    {
        if (!Url.IsLocalUrl(back)) return NotFound();
        Flash.Set(TempData, new Flash(texts["Answers.Gone"], Kind: "bad"));
        return LocalRedirect(back.StartsWith(FormattableString.Invariant($"/employer/referrals/{id}"), StringComparison.Ordinal) ? "/employer" : back);
    }

    private IActionResult Told(Outcome<bool> done, string said, long id, string? back, string? undo = null)
    {
        if (done.Refusals.Contains(Refusal.NotFound)) return Gone(id, back);
        Flash.Set(TempData, done.IsDone ? new Flash(said, undo) : new Flash(texts.ForEmployer(done.Refusals[0]), Kind: "bad"));
        return LocalRedirect(Url.IsLocalUrl(back) ? back! : FormattableString.Invariant($"/employer/referrals/{id}"));
    }
}
