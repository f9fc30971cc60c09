using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Referrals;

internal static class ReferralsSetup
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) => services.AddScoped<ReferralExclusions>();
}
