using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.JobRuns;

internal static class JobRunsSetup
{
    // Running a job opens scopes of its own: these two outlive any request.
    public static IServiceCollection AddJobRuns(this IServiceCollection services) => services
        .AddSingleton<RunJob>()
        .AddSingleton<MissedPeriods>()
        .AddScoped<RunAgain>()
        .AddScoped<JobStatusView>();
}
