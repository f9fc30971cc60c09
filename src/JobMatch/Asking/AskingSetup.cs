using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Asking;

internal static class AskingSetup
{
    public static IServiceCollection AddAsking(this IServiceCollection services) => services
        .AddSingleton<PlaceNames>()
        .AddScoped<UnderstandQuery>()
        .AddScoped<CorrectSpelling>()
        .AddScoped<NearWords>()
        .AddScoped<AskPostings>()
        .AddScoped<UnderstandPeople>()
        .AddScoped<SuggestSearches>()
        .AddScoped<WidenSearch>();
}
