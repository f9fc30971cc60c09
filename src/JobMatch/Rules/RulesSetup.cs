using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Rules;

internal static class RulesSetup
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services.AddScoped<AddDatedRule>();
}
