using JobMatch.Data;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Cases;

internal static class CasesSetup
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddScoped<WatchCases>()
        .AddSingleton<CloseAnsweredCases>()
        .AddSingleton<IChangeConsumer>(provider => provider.GetRequiredService<CloseAnsweredCases>())
        .AddScoped<ReportJobLoss>()
        .AddScoped<ReopenCase>()
        .AddScoped<AskForHelp>()
        .AddScoped<RequestCorrection>()
        .AddScoped<RecordHelp>()
        .AddScoped<FinishCase>()
        .AddScoped<DropCase>()
        .AddScoped<MyRequestsView>()
        .AddScoped<CasesView>();
}
