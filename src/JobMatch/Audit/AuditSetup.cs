using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Audit;

internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddScoped<AuditLog>();
}
