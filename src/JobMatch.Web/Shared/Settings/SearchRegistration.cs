using JobMatch.Data;
using JobMatch.Search;
using JobMatch.Search.Elasticsearch;

namespace JobMatch.Web.Shared.Settings;

internal static class SearchRegistration
{
    /// <summary>The search engine that the settings name.</summary>
    /// <exception cref="SettingsRefusedException">An address or a file of theirs cannot work.</exception>
    internal static void AddSearch(this WebApplicationBuilder builder, DataOptions data)
    {
        const string section = $"{SettingsCheck.Root}:Search";
        var search = builder.AddSettings<SearchOptions>(section);
        var elasticsearch = builder.AddSettings<ElasticsearchOptions>($"{section}:Elasticsearch");
        if (search.Engine == SearchEngine.Elasticsearch && elasticsearch.Faults() is { Count: > 0 } faults) throw new SettingsRefusedException(faults);
        if (search is { Candidates: FirstCutBy.Elasticsearch, Engine: not SearchEngine.Elasticsearch })
            throw new SettingsRefusedException([$"Setting {section}:Candidates is \"{search.Candidates}\"; with {section}:Engine {search.Engine} allowed values: {FirstCutBy.Pool}."]);
        builder.Services.AddSearch(data, search, elasticsearch);
    }
}
