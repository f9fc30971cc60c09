using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Referrals;

internal static class ReferralsSetup
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) => services
        .AddScoped<ReferralForChange>()
        .AddScoped<HouseholdPostLimit>()
        .AddScoped<ReferWorkers>()
        .AddScoped<ApplyToPosting>()
        .AddScoped<WithdrawReferral>()
        .AddScoped<RefuseCandidate>()
        .AddScoped<AdvanceReferral>()
        .AddScoped<HireCandidate>()
        .AddScoped<StartWork>()
        .AddScoped<FallenHire>()
        .AddScoped<DidNotShow>()
        .AddScoped<TakeBackReferrals>()
        .AddScoped<ReopenReferral>()
        .AddScoped<ExpireReferrals>()
        .AddScoped<HideFromEmployer>()
        .AddScoped<ShowToEmployer>()
        .AddScoped<AgreeToBeSeen>()
        .AddScoped<ReferralExclusions>();
}
