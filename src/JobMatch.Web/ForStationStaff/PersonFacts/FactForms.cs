using System.ComponentModel.DataAnnotations;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Training;
using JobMatch.Workers;

namespace JobMatch.Web.ForStationStaff.PersonFacts;

/// <summary>What every form about a worker posts: the version it was shown with, who says so, and the day it was checked.</summary>
public abstract class FactForm
{
    public int Version { get; set; }

    [Display(Name = "Station.Fact.Source")]
    public FactSource Source { get; set; } = FactSource.Station;

    [Display(Name = "Station.Fact.CheckedOn")]
    public DateOnly? CheckedOn { get; set; }
}

public sealed class WorkerForm : FactForm
{
    [Display(Name = "Station.Fact.Capacity")]
    public LabourCapacity Capacity { get; set; }

    [Display(Name = "Station.Fact.Willing")]
    public bool? Willing { get; set; }

    [Display(Name = "Station.Fact.Education")]
    public Education Education { get; set; }

    [Display(Name = "Station.Fact.Mandarin")]
    public Mandarin Mandarin { get; set; }
}

public sealed class CapacityForm : FactForm
{
    [Display(Name = "Station.Fact.Capacity")]
    public LabourCapacity Capacity { get; set; }

    [Display(Name = "Station.Fact.Restrictions")]
    public List<WorkRestriction> Restrictions { get; set; } = [];
}

public sealed class WishesForm : FactForm
{
    [Display(Name = "Station.Fact.Willing")]
    public bool? Willing { get; set; }

    [Display(Name = "Station.Fact.WishedKinds")]
    public List<PostingKind> Kinds { get; set; } = [];

    /// <summary>Names of jobs in everyday words, parted by 、 or a blank.</summary>
    [Display(Name = "Station.Fact.WishedOccupations"), StringLength(200)]
    public string? Occupations { get; set; }

    [Display(Name = "Station.Fact.WishedShifts")]
    public List<Shift> Shifts { get; set; } = [];

    [Display(Name = "Station.Fact.CareFriendly")]
    public bool CareFriendly { get; set; }

    [Display(Name = "Station.Fact.WageFloor"), Range(0, 100_000)]
    public int? WageFloor { get; set; }

    /// <summary>Codes of the places wished.</summary>
    [Display(Name = "WishedPlaces.Title")]
    public List<int> Places { get; set; } = [];

    [Display(Name = "Station.Fact.WishedTrainings")]
    public List<int> TrainingKindIds { get; set; } = [];

    [Display(Name = "Station.Fact.Words"), StringLength(500)]
    public string? Words { get; set; }
}

public sealed class MobilityForm : FactForm
{
    [Display(Name = "Station.Fact.Mobility")]
    public Mobility Mobility { get; set; }

    /// <summary>Straight line from home, where mobility is a distance.</summary>
    [Display(Name = "Station.Fact.Kilometres")]
    public decimal? Metres { get; set; }

    [Display(Name = "Station.Fact.Impossible")]
    public List<Duty> ImpossibleDuties { get; set; } = [];
}

public sealed class EducationForm : FactForm
{
    [Display(Name = "Station.Fact.Education")]
    public Education Education { get; set; }

    [Display(Name = "Station.Fact.Mandarin")]
    public Mandarin Mandarin { get; set; }
}

public sealed class SkillForm : FactForm
{
    [Display(Name = "Station.Fact.Skill")]
    public int? SkillId { get; set; }

    [Display(Name = "Station.Fact.Level")]
    public SkillLevel Level { get; set; } = SkillLevel.CanDo;

    [Display(Name = "Station.Fact.Evidence"), StringLength(200)]
    public string? Evidence { get; set; }
}

public sealed class CertificateForm : FactForm
{
    [Display(Name = "Station.Fact.Certificate")]
    public int? KindId { get; set; }

    [Display(Name = "Station.Fact.ValidFrom")]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "Station.Fact.ValidTo.Label")]
    public DateOnly? ValidTo { get; set; }
}

public sealed class ExperienceForm : FactForm
{
    /// <summary>In everyday words (平车工); read with the same reader as titles of postings.</summary>
    [Display(Name = "Station.Fact.Occupation"), StringLength(50)]
    public string? OccupationId { get; set; }

    [Display(Name = "Station.Spell.Workplace"), StringLength(100)]
    public string? Workplace { get; set; }

    [Display(Name = "Station.Fact.FirstDay")]
    public DateOnly? From { get; set; }

    [Display(Name = "Station.Fact.LastDay")]
    public DateOnly? To { get; set; }

    [Display(Name = "Station.Fact.MonthsDone")]
    public int? Months { get; set; }
}

public sealed class HardshipForm : FactForm
{
    /// <summary>Nothing is preselected: "looked, and found none" is a finding of its own.</summary>
    [Display(Name = "Station.Fact.Group")]
    public HardshipGroup? Group { get; set; }

    [Display(Name = "Station.Fact.FirstDay")]
    public DateOnly? From { get; set; }

    [Display(Name = "Station.Fact.LastDay")]
    public DateOnly? To { get; set; }
}

public sealed class TrainingForm : FactForm
{
    public long? Record { get; set; }

    [Display(Name = "Station.Fact.Training")]
    public int? KindId { get; set; }

    [Display(Name = "Station.Fact.TrainingTitle"), StringLength(100)]
    public string? Title { get; set; }

    [Display(Name = "Station.Fact.TrainingForm")]
    public JobMatch.Training.TrainingForm Way { get; set; } = JobMatch.Training.TrainingForm.PreJob;

    [Display(Name = "Station.Fact.FirstDay")]
    public DateOnly? From { get; set; }

    [Display(Name = "Station.Fact.LastDay")]
    public DateOnly? To { get; set; }

    [Display(Name = "Station.Fact.Result")]
    public TrainingResult Result { get; set; }
}

public sealed class RegistrationForm : FactForm
{
    [Display(Name = "Station.Fact.Registration")]
    public bool Employed { get; set; }

    [Display(Name = "Station.Fact.RegisteredOn")]
    public DateOnly? On { get; set; }
}

public sealed class IdentityForm
{
    public int Version { get; set; }

    [Display(Name = "Station.Person.Name")]
    public string? Name { get; set; }

    [Display(Name = "Station.Person.IdNumber")]
    public string? IdNumber { get; set; }

    [Display(Name = "Station.Person.Phone")]
    public string? Phone { get; set; }

    [Display(Name = "Station.Person.NoPhone")]
    public bool NoPhone { get; set; }

    [Display(Name = "Station.Person.HealthNote"), StringLength(200)]
    public string? HealthNote { get; set; }

    [Display(Name = "Station.Person.Relation")]
    public RelationToHead Relation { get; set; }

    [Display(Name = "Station.Person.InEducation")]
    public bool InEducation { get; set; }
}

public sealed class SpellForm
{
    [Display(Name = "Station.Spell.Start")]
    public DateOnly? Start { get; set; }

    [Display(Name = "Station.Spell.End")]
    public DateOnly? End { get; set; }

    [Display(Name = "Station.Spell.EndReason")]
    public SpellEndReason? EndReason { get; set; }

    [Display(Name = "Station.Spell.Channel")]
    public Channel? Channel { get; set; }

    [Display(Name = "Station.Spell.Workplace"), StringLength(100)]
    public string? Workplace { get; set; }

    [Display(Name = "Station.Spell.Occupation"), StringLength(50)]
    public string? Occupation { get; set; }

    [Display(Name = "Station.Spell.Wage")]
    public int? WageFenPerMonth { get; set; }

    [Display(Name = "Station.Referral.ContractUntil")]
    public DateOnly? ContractUntil { get; set; }

    [Display(Name = "Station.Spell.Insured")]
    public bool? Insured { get; set; }

    [Display(Name = "Station.Spell.Business"), StringLength(100)]
    public string? Business { get; set; }

    [Display(Name = "Station.Fact.Source")]
    public FactSource Source { get; set; } = FactSource.Station;
}

public sealed class SpellEndForm
{
    public long Record { get; set; }

    public int Version { get; set; }

    [Display(Name = "Station.Spell.LastDay")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "Station.Spell.EndReason")]
    public SpellEndReason? Reason { get; set; }

    /// <summary>She lost it: that opens a case with its clock.</summary>
    [Display(Name = "Station.Spell.Lost")]
    public bool Lost { get; set; }
}
