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

    [Display(Name = "Fact.Source")]
    public FactSource Source { get; set; } = FactSource.Station;

    [Display(Name = "Fact.CheckedOn")]
    public DateOnly? CheckedOn { get; set; }
}

public sealed class WorkerForm : FactForm
{
    [Display(Name = "Fact.Capacity")]
    public LabourCapacity Capacity { get; set; }

    [Display(Name = "Fact.Willing")]
    public bool? Willing { get; set; }

    [Display(Name = "Fact.Education")]
    public Education Education { get; set; }

    [Display(Name = "Fact.Mandarin")]
    public Mandarin Mandarin { get; set; }
}

public sealed class CapacityForm : FactForm
{
    [Display(Name = "Fact.Capacity")]
    public LabourCapacity Capacity { get; set; }

    [Display(Name = "Fact.Restrictions")]
    public IReadOnlyList<WorkRestriction> Restrictions { get; set; } = [];
}

public sealed class WishesForm : FactForm
{
    [Display(Name = "Fact.Willing")]
    public bool? Willing { get; set; }

    [Display(Name = "Fact.WishedKinds")]
    public IReadOnlyList<PostingKind> Kinds { get; set; } = [];

    /// <summary>Names of jobs in everyday words, parted by 、 or a blank.</summary>
    [Display(Name = "Fact.WishedOccupations"), StringLength(200)]
    public string? Occupations { get; set; }

    [Display(Name = "Fact.WishedShifts")]
    public IReadOnlyList<Shift> Shifts { get; set; } = [];

    [Display(Name = "Fact.CareFriendly")]
    public bool CareFriendly { get; set; }

    [Display(Name = "Fact.WageFloor"), Range(0, 100_000)]
    public int? WageFloor { get; set; }

    [Display(Name = "Fact.WishedTrainings")]
    public IReadOnlyList<int> TrainingKindIds { get; set; } = [];

    [Display(Name = "Fact.Words"), StringLength(500)]
    public string? Words { get; set; }
}

public sealed class MobilityForm : FactForm
{
    [Display(Name = "Fact.Mobility")]
    public Mobility Mobility { get; set; }

    [Display(Name = "Fact.Metres")]
    public int? Metres { get; set; }

    [Display(Name = "Fact.Impossible")]
    public IReadOnlyList<Duty> ImpossibleDuties { get; set; } = [];
}

public sealed class EducationForm : FactForm
{
    [Display(Name = "Fact.Education")]
    public Education Education { get; set; }

    [Display(Name = "Fact.Mandarin")]
    public Mandarin Mandarin { get; set; }
}

public sealed class SkillForm : FactForm
{
    [Display(Name = "Fact.Skill")]
    public int? SkillId { get; set; }

    [Display(Name = "Fact.Level")]
    public SkillLevel Level { get; set; } = SkillLevel.CanDo;

    [Display(Name = "Fact.Evidence"), StringLength(200)]
    public string? Evidence { get; set; }
}

public sealed class CertificateForm : FactForm
{
    [Display(Name = "Fact.Certificate")]
    public int? KindId { get; set; }

    [Display(Name = "Fact.ValidFrom")]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "Fact.ValidTo.Label")]
    public DateOnly? ValidTo { get; set; }
}

public sealed class ExperienceForm : FactForm
{
    /// <summary>In everyday words (平车工); read with the same reader as titles of postings.</summary>
    [Display(Name = "Fact.Occupation"), StringLength(50)]
    public string? OccupationId { get; set; }

    [Display(Name = "Spell.Workplace"), StringLength(100)]
    public string? Workplace { get; set; }

    [Display(Name = "Fact.FirstDay")]
    public DateOnly? From { get; set; }

    [Display(Name = "Fact.LastDay")]
    public DateOnly? To { get; set; }

    [Display(Name = "Fact.MonthsDone")]
    public int? Months { get; set; }
}

public sealed class HardshipForm : FactForm
{
    [Display(Name = "Fact.Group")]
    public HardshipGroup Group { get; set; }

    [Display(Name = "Fact.FirstDay")]
    public DateOnly? From { get; set; }

    [Display(Name = "Fact.LastDay")]
    public DateOnly? To { get; set; }
}

public sealed class TrainingForm : FactForm
{
    public long? Record { get; set; }

    [Display(Name = "Fact.Training")]
    public int? KindId { get; set; }

    [Display(Name = "Fact.TrainingTitle"), StringLength(100)]
    public string? Title { get; set; }

    [Display(Name = "Fact.TrainingForm")]
    public JobMatch.Training.TrainingForm Way { get; set; } = JobMatch.Training.TrainingForm.PreJob;

    [Display(Name = "Fact.FirstDay")]
    public DateOnly? From { get; set; }

    [Display(Name = "Fact.LastDay")]
    public DateOnly? To { get; set; }

    [Display(Name = "Fact.Result")]
    public TrainingResult Result { get; set; }
}

public sealed class RegistrationForm : FactForm
{
    [Display(Name = "Fact.Registration")]
    public bool Employed { get; set; }

    [Display(Name = "Fact.RegisteredOn")]
    public DateOnly? On { get; set; }
}

public sealed class IdentityForm
{
    public int Version { get; set; }

    [Display(Name = "Person.Name")]
    public string? Name { get; set; }

    [Display(Name = "Person.IdNumber")]
    public string? IdNumber { get; set; }

    [Display(Name = "Person.Phone")]
    public string? Phone { get; set; }

    [Display(Name = "Person.NoPhone")]
    public bool NoPhone { get; set; }

    [Display(Name = "Person.HealthNote"), StringLength(200)]
    public string? HealthNote { get; set; }

    [Display(Name = "Person.Relation")]
    public RelationToHead Relation { get; set; }

    [Display(Name = "Person.InEducation")]
    public bool InEducation { get; set; }
}

public sealed class SpellForm
{
    [Display(Name = "Spell.Start")]
    public DateOnly? Start { get; set; }

    [Display(Name = "Spell.End")]
    public DateOnly? End { get; set; }

    [Display(Name = "Spell.EndReason")]
    public SpellEndReason? EndReason { get; set; }

    [Display(Name = "Spell.Channel")]
    public Channel? Channel { get; set; }

    [Display(Name = "Spell.Workplace"), StringLength(100)]
    public string? Workplace { get; set; }

    [Display(Name = "Spell.Occupation"), StringLength(50)]
    public string? Occupation { get; set; }

    [Display(Name = "Spell.Wage")]
    public int? WageFenPerMonth { get; set; }

    [Display(Name = "Referral.ContractUntil")]
    public DateOnly? ContractUntil { get; set; }

    [Display(Name = "Spell.Insured")]
    public bool? Insured { get; set; }

    [Display(Name = "Spell.Business"), StringLength(100)]
    public string? Business { get; set; }

    [Display(Name = "Fact.Source")]
    public FactSource Source { get; set; } = FactSource.Station;
}

public sealed class SpellEndForm
{
    public long Record { get; set; }

    public int Version { get; set; }

    [Display(Name = "Spell.LastDay")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "Spell.EndReason")]
    public SpellEndReason? Reason { get; set; }

    /// <summary>She lost it: that opens a case with its clock.</summary>
    [Display(Name = "Spell.Lost")]
    public bool Lost { get; set; }
}
