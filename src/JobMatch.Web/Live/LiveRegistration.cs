using JobMatch.Data;

namespace JobMatch.Web.Live;

internal static class LiveRegistration
{
    internal static void AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR();
        builder.Services.AddSingleton<LiveTexts>();
        builder.Services.AddSingleton<IChangeConsumer, LivePush>();
    }

    internal static void MapLive(this WebApplication app) => app.MapHub<LiveHub>("/live");
}
