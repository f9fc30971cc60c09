using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Regions;

internal static class RegionsSetup
{
    public static IServiceCollection AddRegions(this IServiceCollection services) => services.AddScoped<EnsureRegions>();
}
