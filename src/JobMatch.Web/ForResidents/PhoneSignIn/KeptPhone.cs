using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace JobMatch.Web.ForResidents.PhoneSignIn;

/// <summary>
/// The phone between the steps of signing in: in a protected cookie of ten minutes, never in an address or a hidden field. Whether its code was right is part of
/// what is protected, so that nobody can skip the code.
/// </summary>
public sealed class KeptPhone(IDataProtectionProvider protection, IHttpContextAccessor accessor)
{
    private const string Cookie = "phone";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("phone between the steps of signing in").ToTimeLimitedDataProtector();

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>A code was sent to it.</summary>
    public void KeepSent(string phone) => Keep("sent " + phone);

    /// <summary>Its code was right.</summary>
    public void KeepConfirmed(string phone) => Keep("right " + phone);

    /// <summary>The phone a code was sent to, or null.</summary>
    public string? Sent() => Read() is ["sent", var phone] ? phone : null;

    /// <summary>The phone whose code was right, or null.</summary>
    public string? Confirmed() => Read() is ["right", var phone] ? phone : null;

    public void Forget() => Http.Response.Cookies.Delete(Cookie);

    private void Keep(string value) => Http.Response.Cookies.Append(Cookie, _protector.Protect(value, Life),
        new CookieOptions { MaxAge = Life, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/", Secure = Http.Request.IsHttps });

    private string[]? Read()
    {
        if (Http.Request.Cookies[Cookie] is not { Length: > 0 } value) return null;
        try
        {
            return _protector.Unprotect(value).Split(' ');
        }
        catch (CryptographicException)
        {
            // Too old, or not ours: the steps begin anew.
            return null;
        }
    }
}
