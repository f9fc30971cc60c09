using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Workers;

internal static class WorkersSetup
{
    public static IServiceCollection AddWorkers(this IServiceCollection services) => services;
}
