using JobMatch.Data;
using JobMatch.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Fits;

internal static class FitsSetup
{
    public static IServiceCollection AddFits(this IServiceCollection services) => services
        .AddSingleton(new FitOptions())
        .AddSingleton(new AnnouncementOptions())
        .AddSingleton(provider => new FitPool(provider.GetRequiredService<FitOptions>(), texts: TextCodes.Table))
        .AddSingleton<IFitCandidates, PoolCandidates>()
        .AddSingleton<PoolProjection>()
        .AddSingleton<IChangeConsumer>(provider => provider.GetRequiredService<PoolProjection>())
        .AddSingleton<Announcements>()
        .AddSingleton<IChangeConsumer>(provider => provider.GetRequiredService<Announcements>())
        .AddScoped<WorkerProfileReader>()
        .AddScoped<PostingProfileReader>()
        .AddScoped<FitView>()
        .AddScoped<HeldView>()
        .AddScoped<KeepRanking>()
        .AddScoped<CandidateView>();
}
