using JobMatch.Cases;
using JobMatch.EmploymentSpells;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace JobMatch.Web.ForResidents.Tell;

/// <summary>What is wrong in the ledger.</summary>
public sealed class CorrectionForm
{
    public string? Text { get; set; }
}

/// <summary>What she needs help with.</summary>
public sealed class HelpForm
{
    public HelpTopic? Topic { get; set; }

    public string? Text { get; set; }

    [BindNever]
    public IReadOnlyList<MyRequest> Mine { get; set; } = [];
}

/// <summary>"I found work."</summary>
public sealed class FoundWorkForm
{
    public DateOnly? Start { get; set; }

    public Channel? Channel { get; set; }

    public string? Workplace { get; set; }

    /// <summary>Yuan a month.</summary>
    public int? WageFenPerMonth { get; set; }

    /// <summary>What the business is, with self-employment.</summary>
    public string? Business { get; set; }
}

/// <summary>"I lost my job."</summary>
public sealed class LostJobForm
{
    public DateOnly? LastDay { get; set; }

    public SpellEndReason? Reason { get; set; }

    public string? Text { get; set; }
}
