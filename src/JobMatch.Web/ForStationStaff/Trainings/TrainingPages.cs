using System.ComponentModel.DataAnnotations;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Settlements;
using JobMatch.Training;
using JobMatch.Web.ForStationStaff.Plans;
using JobMatch.Web.Shared.Trainings;

namespace JobMatch.Web.ForStationStaff.Trainings;

public sealed record ClassRow(TrainingClass Class, int People, string? PostingTitle);

public sealed record TrainingsPage(PlacementPlan? Demand, DemandAsked Asked, IReadOnlyList<ClassRow> Classes);

/// <param name="Of">Who wants it and where they would go.</param>
/// <param name="Form">The class to open; those picked on any page.</param>
/// <param name="Page">From 1.</param>
public sealed record DemandPage(TrainingDemandOf Of, ClassForm Form, int Page)
{
    private const int Size = 50;

    public int Pages => Math.Max(1, (Of.People.Count + Size - 1) / Size);

    public IReadOnlyList<WantingPerson> People => [.. Of.People.Skip((Page - 1) * Size).Take(Size)];

    /// <summary>Picked on other pages: they go along.</summary>
    public IReadOnlyList<long> PickedElsewhere => [.. Form.PersonIds.Except(People.Select(p => p.Person.Id))];
}

public sealed record ClassPage(TrainingClass Class, string? PostingTitle, IReadOnlyList<(Person Person, Household Household, TrainingRecord Record)> People);

public sealed record YearPage(int Year, TrainingYearPage Found, IReadOnlyDictionary<long, Settlement> Settlements);

/// <summary>A class as it is opened from the demand.</summary>
public sealed class ClassForm
{
    [Display(Name = "Trainings.ClassTitle")]
    public string? Title { get; set; }

    [Display(Name = "Trainings.Order")]
    public long? PostingId { get; set; }

    [Display(Name = "Trainings.Seats")]
    public int Seats { get; set; }

    [Display(Name = "Trainings.From")]
    public DateOnly? From { get; set; }

    [Display(Name = "Trainings.To")]
    public DateOnly? To { get; set; }

    [Display(Name = "Trainings.People")]
    public List<long> PersonIds { get; set; } = [];
}

/// <summary>Postings chosen one by one, and the question that they become part of.</summary>
public sealed record DemandPostingsPage(PostingPick Pick, DemandScope Asked);

public sealed class DemandForm
{
    [Display(Name = "Plans.Postings")]
    public List<long> PostingIds { get; set; } = [];
}
