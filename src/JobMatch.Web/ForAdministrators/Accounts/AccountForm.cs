using System.ComponentModel.DataAnnotations;
using JobMatch.Accounts;
using JobMatch.Data;

namespace JobMatch.Web.ForAdministrators.Accounts;

public sealed class GrantRow
{
    public Role? Role { get; set; }

    /// <summary><see cref="GrantPlace.Key"/>; empty rows do not count.</summary>
    public string? Place { get; set; }
}

public sealed class AccountForm
{
    private const int Rows = 4;

    [Display(Name = "SignIn.UserName")]
    public string? UserName { get; set; }

    [Display(Name = "Accounts.DisplayName")]
    public string? DisplayName { get; set; }

    [Display(Name = "SignIn.Password")]
    public string? Password { get; set; }

    public List<GrantRow> Grants { get; set; } = [];

    internal void MakeRoom()
    {
        while (Grants.Count < Rows || Grants[^1].Role is not null) Grants.Add(new GrantRow());
    }

    /// <summary>The rows as grants, or what is wrong with them, each at its row.</summary>
    internal Outcome<List<(Role Role, GrantArea Area, long TargetId)>> ReadGrants(IReadOnlyList<GrantPlace> places)
    {
        var (grants, refusals) = (new List<(Role, GrantArea, long)>(), new List<Refusal>());
        for (var i = 0; i < Grants.Count; i++)
        {
            var row = Grants[i];
            if (row.Role is null && string.IsNullOrEmpty(row.Place)) continue;
            var place = places.FirstOrDefault(p => p.Key == row.Place);
            if (row.Role is not { } role) refusals.Add(new Refusal("Required", $"Grants[{i}].Role"));
            else if (place is null) refusals.Add(new Refusal("Required", $"Grants[{i}].Place"));
            else if (!GrantPlaces.Suits(role, place.Area)) refusals.Add(new Refusal("Account.AreaDoesNotSuit", $"Grants[{i}].Place"));
            else grants.Add((role, place.Area, place.TargetId));
        }

        if (refusals.Count == 0 && grants.Count == 0) refusals.Add(new Refusal("Account.GrantNeeded", "Grants[0].Role"));
        return refusals.Count > 0 ? refusals : grants.Distinct().ToList();
    }
}

public sealed record AccountRow(Account Account, IReadOnlyList<string> Grants);

public sealed record AccountsPage(IReadOnlyList<AccountRow> Rows, string? Search, int Page, int Pages, int Total);

public sealed record AccountPage(AccountForm Form, IReadOnlyList<GrantPlace> Places, Account? Account, string? NewPassword);
