using JobMatch.Web.ForAdministrators.Accounts;
using JobMatch.Web.ForAdministrators.Index;

namespace JobMatch.Web.ForAdministrators;

internal static class AdministratorPages
{
    internal static void AddAdministratorPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<GrantPlaces>();
        builder.Services.AddSingleton<IndexWork>();
        builder.Services.AddHostedService(services => services.GetRequiredService<IndexWork>());
        builder.Services.AddScoped<JobRuns.RunTexts>();
    }
}
