using System.Globalization;
using JobMatch.Web.Shared.Settings;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobMatch.Web.Shared.Language;

internal static class LanguageRegistration
{
    /// <summary>Name of the cookie that keeps the chosen language.</summary>
    internal const string Cookie = "language";

    internal static void AddLanguage(this WebApplicationBuilder builder)
    {
        var files = TextFiles.Read(Path.Combine(AppContext.BaseDirectory, "Resources"));
        var services = builder.Services;
        services.AddSingleton(files);
        services.AddSingleton<Texts>();
        services.AddSingleton<Say>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TextLocalizer>();
        services.AddSingleton<IStringLocalizerFactory>(provider => provider.GetRequiredService<TextLocalizer>());

        services.AddOptions<RequestLocalizationOptions>().Configure<IOptions<SiteOptions>>((localization, site) =>
        {
            localization.SupportedCultures = localization.SupportedUICultures = [.. files.Cultures.Select(CultureInfo.GetCultureInfo)];
            localization.DefaultRequestCulture = new RequestCulture(site.Value.Culture);
            // By choice only: cheap phones often come set to English, and nobody here knows how to change that.
            localization.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Cookie }];
        });
        services.AddOptions<MvcOptions>().Configure<Texts>((mvc, texts) =>
        {
            mvc.ModelMetadataDetailsProviders.Add(new ValidationTexts());
            ValidationTexts.Bind(mvc, texts);
        });
    }
}
