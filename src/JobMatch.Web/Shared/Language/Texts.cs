using System.Globalization;
using JobMatch.Data;
using JobMatch.Web.Shared.Settings;
using Microsoft.Extensions.Options;

namespace JobMatch.Web.Shared.Language;

/// <summary>
/// The words for the person who looks, in the language of the request. Views have it as <c>T</c>: <c>@T["ForYou.Title"]</c>, <c>@T["Live.Jobs", 3]</c>,
/// <c>@T.Of(posting.Kind)</c>. Texts are plain: Razor encodes them.
/// </summary>
public sealed class Texts(TextFiles files, IOptions<SiteOptions> site, IHostEnvironment environment)
{
    // A forgotten key must fail before it ships; afterwards a page with a bare key is better than no page.
    private readonly bool _strict = !environment.IsProduction();

    public string this[string key] => Find(key) ?? (_strict ? throw new KeyNotFoundException($"No text \"{key}\" for {Culture}.") : key);

    /// <summary>A text with places {0}, {1} … filled in; <c>{0:person|people}</c> says the first for just one, the second for any other number (<see cref="NumberWords"/>).</summary>
    public string this[string key, params ReadOnlySpan<object?> args] => string.Format(new NumberWords(CultureInfo.CurrentUICulture), this[key], args);

    /// <summary>The name of the site, with the county's.</summary>
    public string SiteName => this["Site.Name", site.Value.CountyName.Length > 0 ? site.Value.CountyName : this["Site.County"]];

    /// <summary>The label of an enum's value: key <c>EnumName.Value</c>.</summary>
    public string Of(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return this[$"{value.GetType().Name}.{value}"];
    }

    /// <summary>Why something was refused, in words: key <c>Refusal.{Code}</c> with the refusal's values.</summary>
    public string Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return this[$"Refusal.{refusal.Code}", refusal.Values];
    }

    /// <summary>The text in the language of the request, else in the site's own language, else null.</summary>
    public string? Find(string key) => files.Find(Culture, key) ?? files.Find(site.Value.Culture, key) ?? files.Find("zh-CN", key);

    /// <summary>The languages one can choose, with their own names.</summary>
    public IEnumerable<(string Culture, string Name)> Languages => files.Cultures
        .OrderByDescending(culture => culture == site.Value.Culture).ThenByDescending(culture => culture == "zh-CN")
        .Select(culture => (culture, files.Find(culture, "Language.Name") ?? culture));

    private static string Culture => CultureInfo.CurrentUICulture.Name;
}
