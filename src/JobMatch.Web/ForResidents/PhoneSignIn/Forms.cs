using System.ComponentModel.DataAnnotations;
using JobMatch.Accounts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace JobMatch.Web.ForResidents.PhoneSignIn;

/// <summary>First question: which phone?</summary>
public sealed class PhoneForm
{
    [Display(Name = "Enter.Phone.Label")]
    public string? Phone { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary>A code was sent a moment ago; the page offers to go on.</summary>
    public bool HasCode { get; set; }
}

/// <summary>Second question: which code came?</summary>
public sealed class CodeForm
{
    [Display(Name = "Enter.Code.Label")]
    public string? Code { get; set; }

    public string? ReturnUrl { get; set; }

    public string MaskedPhone { get; set; } = "";
}

/// <summary>Third question: who are you? And the last four of the ID number.</summary>
public sealed class WhoForm
{
    [Display(Name = "Enter.Who.Label")]
    public long PersonId { get; set; }

    [Display(Name = "Enter.LastFour.Label")]
    public string? LastFour { get; set; }

    public string? ReturnUrl { get; set; }

    [BindNever]
    public IReadOnlyList<PersonOfPhone> People { get; set; } = [];
}

/// <summary>The phone is on nobody's ledger row: name and settlement for the station.</summary>
public sealed class RegisterForm
{
    [Display(Name = "Enter.Register.Name")]
    public string? Name { get; set; }

    [Display(Name = "Enter.Register.Settlement")]
    public long SettlementId { get; set; }

    public string? ReturnUrl { get; set; }

    [BindNever]
    public IReadOnlyList<(long Id, string Name)> Settlements { get; set; } = [];
}
