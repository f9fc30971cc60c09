using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Workers;

internal static class WorkersSetup
{
    public static IServiceCollection AddWorkers(this IServiceCollection services) => services
        .AddScoped<WorkerFacts>()
        .AddScoped<RecordWorker>()
        .AddScoped<EditWishes>()
        .AddScoped<EditCapacity>()
        .AddScoped<EditMobility>()
        .AddScoped<EditEducation>()
        .AddScoped<RecordSkill>()
        .AddScoped<RemoveSkill>()
        .AddScoped<RecordCertificate>()
        .AddScoped<RemoveCertificate>()
        .AddScoped<RecordExperience>()
        .AddScoped<RecordHardship>()
        .AddScoped<EndHardship>()
        .AddScoped<RecordUnemploymentRegistration>()
        .AddScoped<SetConsent>();
}
