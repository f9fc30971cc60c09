using JobMatch.TestKit;
using Shouldly;
using Xunit;

namespace JobMatch.Jobs.Tests;

public class JobScheduleTests
{
    [Theory]
    [InlineData("month-count", "2026-10-31T16:29:59Z", "202609")] // 00:29:59 on the 1st of November in China
    [InlineData("month-count", "2026-10-31T16:30:00Z", "202610")]
    [InlineData("month-count", "2026-11-30T15:59:00Z", "202610")]
    [InlineData("month-count", "2026-12-31T16:30:00Z", "202612")]
    [InlineData("date-changes", "2026-11-21T16:04:59Z", "2026-11-21")]
    [InlineData("date-changes", "2026-11-21T16:05:00Z", "2026-11-22")]
    [InlineData("date-changes", "2026-11-22T15:59:59Z", "2026-11-22")]
    public void A_period_falls_due_at_its_time_in_China(string job, string now, string period)
    {
        var schedule = new JobSchedule(ScheduledJob.All, new JobsOptions(), new TestClock(DateTimeOffset.Parse(now)));
        schedule.LatestDue(schedule.Find(job)!).Text.ShouldBe(period);
    }

    [Fact]
    public void The_next_time_follows_the_option()
    {
        var options = new JobsOptions { Cron = { ["date-changes"] = "0 0 6 * * ?" } };
        var schedule = new JobSchedule(ScheduledJob.All, options, new TestClock(DateTimeOffset.Parse("2026-11-22T00:00:00Z")));
        schedule.NextAt(schedule.Find("date-changes")!).ShouldBe(DateTimeOffset.Parse("2026-11-22T22:00:00Z"));
        schedule.LatestDue(schedule.Find("date-changes")!).Text.ShouldBe("2026-11-22");
    }

    [Fact]
    public void Options_that_cannot_work_are_refused_with_what_is_allowed()
    {
        var options = new JobsOptions { LookEveryMinutes = 0, Cron = { ["month-cuont"] = "0 0 6 * * ?", ["date-changes"] = "sometimes" } };
        var fault = Should.Throw<ArgumentException>(() => new JobSchedule(ScheduledJob.All, options, TimeProvider.System));
        fault.Message.ShouldContain("allowed names: date-changes, watch-cases, month-count");
        fault.Message.ShouldContain("\"sometimes\"");
        fault.Message.ShouldContain("1 to 720");
    }

    [Fact]
    public void Names_of_jobs_are_unique() => ScheduledJob.All.Select(j => j.Job.Name).ShouldBeUnique();
}
