using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Tallies;

internal static class TalliesSetup
{
    public static IServiceCollection AddTallies(this IServiceCollection services) => services;
}
