using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.JobRuns;

internal static class JobRunsSetup
{
    public static IServiceCollection AddJobRuns(this IServiceCollection services) => services;
}
