using JobMatch.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace JobMatch.Web.Shared.Edge;

/// <summary>
/// Who a page is for: names of roles and of the policies that ask for them, <c>[Authorize(Policy = Audiences.Staff)]</c>. What a person may see
/// inside the page is her scope's matter, in the query.
/// </summary>
public static class Audiences
{
    public const string Resident = nameof(Role.Resident);
    public const string Staff = nameof(Role.Staff);
    public const string Employer = nameof(Role.Employer);
    public const string Supervisor = nameof(Role.Supervisor);
    public const string Administrator = nameof(Role.Administrator);

    public static readonly IReadOnlyList<string> All = [Resident, Staff, Employer, Supervisor, Administrator];

    /// <summary>An endpoint that says nothing is closed to strangers; each audience has its policy.</summary>
    internal static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        foreach (var audience in All)
            options.AddPolicy(audience, policy => policy.RequireAuthenticatedUser().RequireRole(audience));
    }
}
