using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Shared.Postings;
using JobMatch.Web.Shared.Regions;
using JobMatch.Web.Shared.Settings;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace JobMatch.Web.Shared.Language;

internal static class LanguageRegistration
{
    /// <summary>Name of the cookie that keeps the chosen language.</summary>
    internal const string Cookie = "language";

    internal static void AddLanguage(this WebApplicationBuilder builder)
    {
        var files = TextFiles.Read(Path.Combine(AppContext.BaseDirectory, "Resources"));
        var services = builder.Services;
        // Chinese goes out as it is: entities would triple the size of every page.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(files);
        services.AddSingleton<Texts>();
        services.AddSingleton<Say>();
        services.AddSingleton<FitNames>();
        services.AddSingleton<FieldNames>();
        services.AddScoped<WishedPlaces>();
        services.AddSingleton<FitTexts>();
        services.AddSingleton<PostingTexts>();
        services.AddSingleton<LeftOpenTexts>();
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
        // After the framework's own providers, which find the attributes.
        services.AddOptions<MvcOptions>().PostConfigure<Texts>((mvc, texts) =>
        {
            mvc.ModelMetadataDetailsProviders.Add(new ValidationTexts());
            ValidationTexts.Bind(mvc, texts);
            mvc.ModelBinderProviders.Insert(0, new TypedNumbers(texts));
        });
    }
}
