using System.Globalization;
using System.Security.Claims;
using JobMatch.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace JobMatch.Web.Shared.SignIn;

/// <summary>Who the cookie says is there: an account, its roles, and for residents the person chosen after the code.</summary>
public static class SignedIn
{
    private const string PersonClaim = "person";
    private const string StampClaim = "stamp";

    /// <summary>What stands above the side rail: the station, the firm, the county.</summary>
    public const string PlaceClaim = "place";

    public static long AccountId(this ClaimsPrincipal user) => Number(user, ClaimTypes.NameIdentifier) ?? 0;

    public static long? PersonId(this ClaimsPrincipal user) => Number(user, PersonClaim);

    public static string? Stamp(this ClaimsPrincipal user) => user.FindFirstValue(StampClaim);

    /// <summary>The roles, the one that a hub or a shared page acts in first.</summary>
    public static IReadOnlyList<Role> Roles(this ClaimsPrincipal user) => [.. user.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value))];

    public static Task SignInAsync(this HttpContext http, Account account, string displayName, IEnumerable<Role> roles, long? personId = null, string? place = null)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Name, displayName));
        identity.AddClaim(new Claim(StampClaim, account.SecurityStamp ?? ""));
        identity.AddClaims(roles.Distinct().Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        if (personId is { } person) identity.AddClaim(new Claim(PersonClaim, person.ToString(CultureInfo.InvariantCulture)));
        if (place is not null) identity.AddClaim(new Claim(PlaceClaim, place));
        // Residents stay signed in on their own phone for a month; an office PC asks again when the browser was closed.
        var lasting = personId is not null;
        return http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = lasting });
    }

    /// <summary>The page an account starts at.</summary>
    public static string HomeOf(IReadOnlyList<Role> roles) => roles switch
    {
        [Role.Resident, ..] => "/for-you",
        [Role.Staff, ..] => "/station/today",
        [Role.Employer, ..] => "/employer/postings",
        [Role.Supervisor, ..] => "/county/month",
        [Role.Administrator, ..] => "/admin/accounts",
        _ => "/",
    };

    private static long? Number(ClaimsPrincipal user, string claim) =>
        long.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
