using System.ComponentModel.DataAnnotations;
using Quartz;

namespace JobMatch.Jobs;

/// <summary>When jobs run, section <c>JobMatch:Jobs</c>.</summary>
public sealed class JobsOptions
{
    /// <summary>False where another process of the county runs the jobs.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often a node looks for periods that were missed, failed or asked for again, in minutes.</summary>
    [Range(1, 720)]
    public int LookEveryMinutes { get; set; } = 10;

    /// <summary>
    /// Cron expressions by job name that replace the defaults: seconds first, China time («0 30 0 1 * ?» is half past midnight on the
    /// 1st). A job for a day falls due that day, a job for a month in the month after it.
    /// </summary>
    public Dictionary<string, string> Cron { get; set; } = [];

    /// <summary>One sentence for each value with which the jobs cannot start.</summary>
    public IReadOnlyList<string> Faults(IEnumerable<ScheduledJob> jobs)
    {
        var names = jobs.Select(j => j.Job.Name).ToList();
        var faults = new List<string>();
        if (LookEveryMinutes is < 1 or > 720) faults.Add($"Setting JobMatch:Jobs:LookEveryMinutes is {LookEveryMinutes}; allowed values: 1 to 720.");
        foreach (var (name, cron) in Cron)
        {
            if (!names.Contains(name)) faults.Add($"Setting JobMatch:Jobs:Cron:{name} names no job; allowed names: {string.Join(", ", names)}.");
            else if (!CronExpression.TryParse(cron, out _)) faults.Add($"Setting JobMatch:Jobs:Cron:{name} is \"{cron}\"; allowed values: cron expressions such as 0 30 0 1 * ?.");
        }

        return faults;
    }
}
