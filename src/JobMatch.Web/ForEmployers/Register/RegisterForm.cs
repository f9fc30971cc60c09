using System.ComponentModel.DataAnnotations;
using System.Globalization;
using JobMatch.Employers;

namespace JobMatch.Web.ForEmployers.Register;

/// <summary>Firm, contact and account in one form.</summary>
public sealed class RegisterForm
{
    [Display(Name = "Register.Name")]
    public string? Name { get; set; }

    [Display(Name = "Register.Kind")]
    public EmployerKind? Kind { get; set; }

    [Display(Name = "Register.CreditCode")]
    public string? CreditCode { get; set; }

    /// <summary>"s12": a settlement; "c529901": elsewhere in a county.</summary>
    [Display(Name = "Register.Place")]
    public string? Place { get; set; }

    [Display(Name = "Register.Address")]
    public string? Address { get; set; }

    [Display(Name = "Register.About")]
    public string? About { get; set; }

    [Display(Name = "Register.ContactName")]
    public string? ContactName { get; set; }

    [Display(Name = "Register.ContactPhone")]
    public string? ContactPhone { get; set; }

    [Display(Name = "SignIn.UserName")]
    public string? UserName { get; set; }

    [Display(Name = "SignIn.Password")]
    public string? Password { get; set; }

    internal RegisterEmployerAccountRequest ToRequest(IReadOnlyList<HomePlace> places)
    {
        var chosen = places.FirstOrDefault(p => p.Key == Place);
        return new(new RegisterEmployerRequest
        {
            Name = Name ?? "",
            Kind = Kind ?? 0,
            CreditCode = CreditCode ?? "",
            CountyCode = chosen?.CountyCode ?? 0,
            SettlementId = chosen?.SettlementId,
            Address = Address ?? "",
            About = About ?? "",
            ContactName = ContactName ?? "",
            ContactPhone = ContactPhone ?? "",
        }, UserName ?? "", Password ?? "");
    }
}

/// <summary>Where a firm may say it is: a settlement, or (without one) the rest of its county.</summary>
public sealed record HomePlace(int CountyCode, string CountyName, long? SettlementId, string Name)
{
    public string Key => SettlementId is { } id ? string.Create(CultureInfo.InvariantCulture, $"s{id}") : string.Create(CultureInfo.InvariantCulture, $"c{CountyCode}");
}

public sealed record RegisterPage(RegisterForm Form, IReadOnlyList<HomePlace> Places);
