using System.ComponentModel.DataAnnotations;
using JobMatch.Cases;
using JobMatch.EmploymentSpells;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace JobMatch.Web.ForResidents.Tell;

/// <summary>What is wrong in the ledger.</summary>
public sealed class CorrectionForm
{
    [Display(Name = "Correction.Text")]
    public string? Text { get; set; }
}

/// <summary>What she needs help with.</summary>
public sealed class HelpForm
{
    [Display(Name = "Ask.Topic")]
    public HelpTopic? Topic { get; set; }

    [Display(Name = "Ask.Text")]
    public string? Text { get; set; }

    [BindNever]
    public IReadOnlyList<MyRequest> Mine { get; set; } = [];
}

/// <summary>"I found work."</summary>
public sealed class FoundWorkForm
{
    [Display(Name = "Found.Start")]
    public DateOnly? Start { get; set; }

    [Display(Name = "Found.Channel")]
    public Channel? Channel { get; set; }

    [Display(Name = "Found.Workplace")]
    public string? Workplace { get; set; }

    /// <summary>Yuan a month.</summary>
    [Display(Name = "Found.Wage")]
    public int? WageFenPerMonth { get; set; }

    /// <summary>What the business is, with self-employment.</summary>
    [Display(Name = "Found.Business")]
    public string? Business { get; set; }
}

/// <summary>"I lost my job."</summary>
public sealed class LostJobForm
{
    [Display(Name = "Lost.LastDay")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "Lost.Reason")]
    public SpellEndReason? Reason { get; set; }

    [Display(Name = "Lost.Text")]
    public string? Text { get; set; }
}
