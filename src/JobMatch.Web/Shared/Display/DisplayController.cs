using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.Shared.Display;

/// <summary>How a person wants to see the site: language and size of the text. Kept in cookies of a year, for strangers too.</summary>
[AllowAnonymous]
public sealed class DisplayController(TextFiles files) : Controller
{
    /// <summary>Name of the cookie that is there when large text is wanted.</summary>
    internal const string LargeTextCookie = "large-text";

    [HttpPost("/language")]
    public IActionResult Language(string culture, string? returnUrl, string? sentTo)
    {
        var chosen = files.Cultures.FirstOrDefault(known => known.Equals(culture, StringComparison.OrdinalIgnoreCase));
        if (chosen is null)
            return BadRequest();
        Response.Cookies.Append(LanguageRegistration.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)), OfAYear);
        return Back(returnUrl, sentTo);
    }

    [HttpPost("/large-text")]
    public IActionResult LargeText(bool on, string? returnUrl, string? sentTo)
    {
        if (on)
            Response.Cookies.Append(LargeTextCookie, "on", OfAYear);
        else
            Response.Cookies.Delete(LargeTextCookie);
        return Back(returnUrl, sentTo);
    }

    private static CookieOptions OfAYear => new() { MaxAge = TimeSpan.FromDays(365), IsEssential = true, Path = "/" };

    /// <summary>To the page at hand. A form that came along is sent on to where the page is shown again with what stands in it; whoever comes from nowhere goes to her own first page.</summary>
    private LocalRedirectResult Back(string? returnUrl, string? sentTo) =>
        Url.IsLocalUrl(sentTo) ? LocalRedirectPreserveMethod(sentTo!) : LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : SignedIn.HomeOf(User.Roles()));
}
