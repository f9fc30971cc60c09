using JobMatch.Web.ForSupervisors.Month;
using JobMatch.Web.ForSupervisors.Rules;

namespace JobMatch.Web.ForSupervisors;

internal static class SupervisorsRegistration
{
    internal static void AddSupervisors(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<MonthReader>()
        .AddScoped<MonthCharts>()
        .AddScoped<TownshipNames>()
        .AddScoped<RuleTexts>();
}
