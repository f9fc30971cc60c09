using JobMatch.Matching;
using JobMatch.Web.Shared.Regions;
using JobMatch.Workers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace JobMatch.Web.ForResidents.Wishes;

/// <summary>What work she wants.</summary>
public sealed class WishesForm
{
    public int Version { get; set; }

    public bool Willing { get; set; } = true;

    public List<PostingKinds> Kinds { get; set; } = [];

    /// <summary>Everyday words, several with commas or spaces between.</summary>
    public string? Occupations { get; set; }

    /// <summary>Yuan a month.</summary>
    public int? WageFloor { get; set; }

    /// <summary>Codes of the places she wants to work in.</summary>
    public List<int> Places { get; set; } = [];

    [BindNever]
    public PlaceChoices? PlaceChoices { get; set; }

    public List<Shifts> Shifts { get; set; } = [];

    public bool CareFriendly { get; set; }

    public List<int> Trainings { get; set; } = [];

    public string? Words { get; set; }
}

/// <summary>How far she goes and what she cannot do.</summary>
public sealed class ReachForm
{
    public int Version { get; set; }

    public Mobility Mobility { get; set; }

    /// <summary>Kilometres, where mobility is a distance.</summary>
    public decimal? Kilometres { get; set; }

    public List<Duty> Cannot { get; set; } = [];
}

/// <summary>A skill she says she has.</summary>
public sealed class SkillForm
{
    public int Version { get; set; }

    public int SkillId { get; set; }

    public SkillLevel Level { get; set; } = SkillLevel.CanDo;

    public Worker? Worker { get; set; }
}
