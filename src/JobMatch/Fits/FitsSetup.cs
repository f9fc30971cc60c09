using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Fits;

internal static class FitsSetup
{
    public static IServiceCollection AddFits(this IServiceCollection services) => services;
}
