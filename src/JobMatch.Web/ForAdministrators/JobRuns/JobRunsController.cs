using JobMatch.Audit;
using JobMatch.JobRuns;
using JobMatch.Jobs;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForAdministrators.JobRuns;

public sealed record JobRow(Job Job, JobStatus Status, DateTimeOffset? NextAt, JobPeriod LatestDue);

public sealed record JobRunsPage(IReadOnlyList<JobRow> Jobs);

public sealed record JobPage(Job Job, IReadOnlyList<JobRun> Runs, string? Period, JobPeriod LatestDue);

/// <summary>The jobs by the clock: when each ran, how it ended, when it runs next; a period may be run once more.</summary>
[Area("ForAdministrators"), Authorize(Policy = Audiences.Administrator), Route("/admin/jobs")]
public sealed class JobRunsController(JobSchedule schedule, JobStatusView view, RunAgain again, AuditLog audit, Texts texts) : Controller
{
    private const int Runs = 60;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var statuses = await view.RunAsync(schedule.Jobs.Select(j => j.Name), cancel);
        return View(new JobRunsPage([.. schedule.Jobs.Select(job => new JobRow(job, statuses.First(s => s.Job == job.Name), schedule.NextAt(job), schedule.LatestDue(job)))]));
    }

    [HttpGet("{name}")]
    public Task<IActionResult> Show(string name, CancellationToken cancel) => ShowAsync(name, null, cancel);

    [HttpPost("{name}")]
    public async Task<IActionResult> Again(string name, string? period, CancellationToken cancel)
    {
        if (schedule.Find(name) is not { } job) return NotFound();
        var asked = await again.RunAsync(job, (period ?? "").Trim(), cancel);
        if (!asked.IsDone)
        {
            ModelState.AddRefusals(asked.Refusals.Select(r => r with { Field = "Period" }), texts);
            return await ShowAsync(name, period, cancel);
        }

        await audit.WriteAsync(User.AccountId(), AuditAction.Changed, AuditSubject.Job, 0, $"{job.Name} {period}", cancel);
        Flash.Set(TempData, new Flash(texts["JobRuns.Asked", period]));
        return Redirect($"/admin/jobs/{job.Name}");
    }

    private async Task<IActionResult> ShowAsync(string name, string? period, CancellationToken cancel) =>
        schedule.Find(name) is { } job ? View("Show", new JobPage(job, await view.HistoryAsync(name, Runs, cancel), period, schedule.LatestDue(job))) : NotFound();
}
