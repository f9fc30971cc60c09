using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Cases;

internal static class CasesSetup
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services;
}
