using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Tallies;

internal static class TalliesSetup
{
    public static IServiceCollection AddTallies(this IServiceCollection services) => services
        .AddScoped<CountMonth>()
        .AddScoped<CoverageView>()
        .AddScoped<BehindFigureView>()
        .AddScoped<RedListView>()
        .AddScoped<SettlementSeriesView>()
        .AddScoped<PlaceFindingsView>()
        .AddScoped<HouseholdEvidenceView>()
        .AddScoped<TodayView>()
        .AddScoped<ServiceDueView>()
        .AddScoped<AnnounceDateChanges>();
}
