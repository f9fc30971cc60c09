using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Households;

internal static class HouseholdsSetup
{
    public static IServiceCollection AddHouseholds(this IServiceCollection services) => services;
}
