using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.EmploymentSpells;

internal static class EmploymentSpellsSetup
{
    public static IServiceCollection AddEmploymentSpells(this IServiceCollection services) => services
        .AddScoped<RemoveRegion>()
        .AddScoped<SpellEntry>()
        .AddScoped<StartSpell>()
        .AddScoped<ReportFoundWork>()
        .AddScoped<FinishSpell>()
        .AddScoped<TakeBackSpell>()
        .AddScoped<ConfirmSpell>();
}
