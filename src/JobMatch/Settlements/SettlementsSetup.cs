using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Settlements;

internal static class SettlementsSetup
{
    public static IServiceCollection AddSettlements(this IServiceCollection services) => services
        .AddScoped<SaveSettlement>()
        .AddScoped<SaveStation>()
        .AddScoped<SettlementsWithoutStation>();
}
