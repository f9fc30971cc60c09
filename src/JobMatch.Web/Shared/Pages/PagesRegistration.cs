using JobMatch.Web.Shared.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Razor;

namespace JobMatch.Web.Shared.Pages;

internal static class PagesRegistration
{
    /// <summary>The field by which a form shows that it is of this site.</summary>
    internal const string TokenField = "__form";

    /// <summary>MVC with an area per audience and a folder per journey.</summary>
    internal static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Counts>();
        builder.Services.AddHttpContextAccessor();
        builder.Services
            .AddControllersWithViews(mvc =>
            {
                mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                if (!builder.Environment.IsDevelopment())
                    mvc.Conventions.Add(new WithoutDevelopmentPages());
            })
            // The server checks; nothing in the page reads the attributes for checking there.
            .AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddDataAnnotationsLocalization();
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.FormFieldName = TokenField;
            antiforgery.HeaderName = "X-Form";
            antiforgery.Cookie.Name = "form";
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
        });
        builder.Services.Configure<RazorViewEngineOptions>(Locate);
    }

    internal static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();
        // Nothing is here, for strangers too: without this they would be asked to sign in first, only to be told the same.
        app.MapFallback("{**path}", WayUp.Answer).AllowAnonymous();
    }

    /// <summary>{2} is the audience's folder, {1} the journey's, {0} the page.</summary>
    private static void Locate(RazorViewEngineOptions views)
    {
        views.AreaViewLocationFormats.Clear();
        views.AreaViewLocationFormats.Add("/{2}/{1}/{0}.cshtml");
        views.AreaViewLocationFormats.Add("/{2}/Shared/{0}.cshtml");
        views.AreaViewLocationFormats.Add("/Shared/{0}.cshtml");
        views.AreaViewLocationFormats.Add("/Shared/Parts/{0}.cshtml");
        views.ViewLocationFormats.Clear();
        views.ViewLocationFormats.Add("/Shared/{1}/{0}.cshtml");
        views.ViewLocationFormats.Add("/Shared/{0}.cshtml");
        views.ViewLocationFormats.Add("/Shared/Parts/{0}.cshtml");
    }

    /// <summary>Takes pages for the people who build the site out of the model, so that elsewhere they do not exist at all.</summary>
    private sealed class WithoutDevelopmentPages : IApplicationModelConvention
    {
        public void Apply(ApplicationModel application)
        {
            foreach (var controller in application.Controllers.Where(c => c.Attributes.OfType<DevelopmentPageAttribute>().Any()).ToList())
                application.Controllers.Remove(controller);
        }
    }
}
