using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Training;

internal static class TrainingSetup
{
    public static IServiceCollection AddTraining(this IServiceCollection services) => services
        .AddScoped<RecordTraining>()
        .AddScoped<TrainingYearView>();
}
