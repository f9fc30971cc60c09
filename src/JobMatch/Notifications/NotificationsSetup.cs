using JobMatch.Data;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Notifications;

internal static class NotificationsSetup
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddScoped<WriteNotifications>()
        .AddScoped<Inbox>()
        .AddSingleton<News>()
        .AddSingleton<IChangeConsumer>(provider => provider.GetRequiredService<News>());
}
