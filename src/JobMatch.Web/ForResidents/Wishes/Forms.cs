using System.ComponentModel.DataAnnotations;
using JobMatch.Matching;
using JobMatch.Web.Shared.Regions;
using JobMatch.Workers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace JobMatch.Web.ForResidents.Wishes;

/// <summary>What work she wants.</summary>
public sealed class WishesForm
{
    public int Version { get; set; }

    [Display(Name = "Wishes.Willing")]
    public bool Willing { get; set; } = true;

    [Display(Name = "Wishes.Kinds")]
    public List<PostingKinds> Kinds { get; set; } = [];

    /// <summary>Everyday words, several with commas or spaces between.</summary>
    [Display(Name = "Wishes.Occupations")]
    public string? Occupations { get; set; }

    /// <summary>Yuan a month.</summary>
    [Display(Name = "Wishes.WageFloor")]
    public int? WageFloor { get; set; }

    /// <summary>Codes of the places she wants to work in.</summary>
    public List<int> Places { get; set; } = [];

    [BindNever]
    public PlaceChoices? PlaceChoices { get; set; }

    [Display(Name = "Wishes.Shifts")]
    public List<Shifts> Shifts { get; set; } = [];

    [Display(Name = "Wishes.Care")]
    public bool CareFriendly { get; set; }

    public List<int> Trainings { get; set; } = [];

    [Display(Name = "Wishes.Words")]
    public string? Words { get; set; }
}

/// <summary>How far she goes and what she cannot do.</summary>
public sealed class ReachForm
{
    public int Version { get; set; }

    [Display(Name = "Reach.HowFar")]
    public Mobility Mobility { get; set; }

    /// <summary>Kilometres, where mobility is a distance.</summary>
    [Display(Name = "Reach.Kilometres")]
    public decimal? Kilometres { get; set; }

    [Display(Name = "Reach.Cannot")]
    public List<Duty> Cannot { get; set; } = [];
}

/// <summary>A skill she says she has.</summary>
public sealed class SkillForm
{
    public int Version { get; set; }

    [Display(Name = "Skills.Which")]
    public int SkillId { get; set; }

    [Display(Name = "Skills.How")]
    public SkillLevel Level { get; set; } = SkillLevel.CanDo;

    public Worker? Worker { get; set; }
}
