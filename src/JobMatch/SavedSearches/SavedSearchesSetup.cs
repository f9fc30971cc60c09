using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.SavedSearches;

internal static class SavedSearchesSetup
{
    public static IServiceCollection AddSavedSearches(this IServiceCollection services) => services
        .AddScoped<FindAll>()
        .AddScoped<SaveSearch>()
        .AddScoped<ChangeSavedSearch>()
        .AddScoped<TellSavedSearches>()
        .AddScoped<SavedSearchesView>();
}
