using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Employers;

internal static class EmployersSetup
{
    public static IServiceCollection AddEmployers(this IServiceCollection services) => services
        .AddScoped<EmployerReach>()
        .AddScoped<RegisterEmployer>()
        .AddScoped<RegisterEmployerAccount>()
        .AddScoped<RejectEmployer>();
}
