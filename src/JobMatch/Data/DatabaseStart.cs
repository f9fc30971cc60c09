using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JobMatch.Data;

/// <summary>Creates or upgrades the database before anything else of the program starts, so that no request meets an old schema.</summary>
internal sealed class DatabaseStart(IServiceScopeFactory services, DataOptions options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateSystemScope();
        await scope.ServiceProvider.GetRequiredService<JobMatchDbContext>().MigrateAsync(options, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

public static class DatabaseStartSetup
{
    /// <summary>First among the hosted services: they start in the order in which they were added.</summary>
    public static IServiceCollection AddDatabaseStart(this IServiceCollection services) => services.AddHostedService<DatabaseStart>();
}
