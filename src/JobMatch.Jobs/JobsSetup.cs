using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using JobMatch.Data;
using Quartz;

namespace JobMatch.Jobs;

public static class JobsSetup
{
    /// <summary>The list of jobs, for every program: the command line runs them by hand, the pages of administrators show them.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, JobsOptions? options = null)
    {
        foreach (var job in ScheduledJob.All) services.AddSingleton(job);
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton(provider =>
            new JobSchedule(provider.GetServices<ScheduledJob>(), options ?? new JobsOptions(), provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>
    /// Lets this process run them: at their times, and every few minutes (first at the start) what was missed. Add it after the
    /// start of the database.
    /// </summary>
    /// <exception cref="ArgumentException">An option names no job or is no cron expression; the message lists what is allowed.</exception>
    public static IServiceCollection AddJobClock(this IServiceCollection services, JobsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var jobs = services.Where(s => s.ServiceType == typeof(ScheduledJob)).Select(s => (ScheduledJob)s.ImplementationInstance!).ToList();
        var faults = options.Faults(jobs);
        if (faults.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(options));
        if (!options.Enabled) return services;

        services.AddQuartz(quartz =>
        {
            foreach (var scheduled in jobs) Schedule(quartz, scheduled, options);
        });
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void Schedule(IQuartzBuilder quartz, ScheduledJob scheduled, JobsOptions options)
    {
        var name = scheduled.Job.Name;
        var key = new JobKey(name);
        var cron = options.Cron.GetValueOrDefault(name, scheduled.Cron);
        quartz.AddJob<Tick>(job => job.WithIdentity(key).UsingJobData(Tick.JobName, name));
        quartz.AddTrigger<Tick>(trigger => trigger.ForJob(key).WithIdentity(name + "-on-time")
            .WithSchedule(CronScheduleBuilder.Create(cron).InTimeZone(ChinaDay.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
        quartz.AddTrigger<Tick>(trigger => trigger.ForJob(key).WithIdentity(name + "-missed").StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(TimeSpan.FromMinutes(options.LookEveryMinutes)).RepeatForever()));
    }
}
