using System.ComponentModel.DataAnnotations;
using System.Globalization;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.Training;
using JobMatch.Web.ForStationStaff.Plans;
using JobMatch.Web.Shared.Trainings;

namespace JobMatch.Web.ForStationStaff.Trainings;

/// <param name="Class">As it is stored.</param>
/// <param name="People">Who has a seat, also people of other stations.</param>
/// <param name="Orders">What an order-based class is made for; empty: no order.</param>
public sealed record ClassRow(TrainingClass Class, int People, IReadOnlyList<ClassOrder> Orders)
{
    /// <summary>Whose order it is, each once.</summary>
    public IReadOnlyList<(long Id, string Name)> Employers { get; } = [.. Orders.Select(order => (order.EmployerId, order.Employer)).Distinct()];

    public int Free => Math.Max(0, Class.Seats - People);
}

/// <summary>A posting that a class is made for.</summary>
public sealed record ClassOrder(long PostingId, string Title, long EmployerId, string Employer);

/// <param name="Demand">The newest answer; null: none.</param>
/// <param name="Asked">About which vacancies.</param>
/// <param name="Since">Classes that were opened or got other people after it was asked.</param>
/// <param name="Classes">The newest first.</param>
public sealed record TrainingsPage(PlacementPlan? Demand, DemandAsked Asked, int Since, IReadOnlyList<ClassRow> Classes);

/// <param name="Of">Who wants it and where they would go.</param>
/// <param name="Form">The class to open; those picked on any page.</param>
/// <param name="Page">From 1.</param>
/// <param name="Joinable">Classes of this kind that still take people.</param>
public sealed record DemandPage(TrainingDemandOf Of, ClassForm Form, int Page, IReadOnlyList<ClassRow> Joinable)
{
    private const int Size = 50;

    public int Pages => Math.Max(1, (Of.People.Count + Size - 1) / Size);

    public IReadOnlyList<WantingPerson> People => [.. Of.People.Skip((Page - 1) * Size).Take(Size)];

    /// <summary>Of those on this page whom the training would bring nowhere: why.</summary>
    public IReadOnlyDictionary<long, Unchanged> Why { get; init; } = new Dictionary<long, Unchanged>();

    /// <summary>Who wants it too and is not counted.</summary>
    public IReadOnlyList<NotCounted> NotCounted { get; init; } = [];

    /// <summary>Picked on other pages: they go along.</summary>
    public IReadOnlyList<long> PickedElsewhere => [.. Form.PersonIds.Except(People.Select(p => p.Person.Id))];
}

public sealed record ClassPage(ClassRow Row, IReadOnlyList<(Person Person, Household Household, TrainingRecord Record)> People)
{
    public TrainingClass Class => Row.Class;

    /// <summary>It takes place, is not over and has a seat free.</summary>
    public bool MayAdd { get; init; }

    /// <summary>Called off today.</summary>
    public bool MayRestore { get; init; }
}

/// <param name="Row">The class.</param>
/// <param name="Found">Whom the clerk looked for.</param>
/// <param name="People">To choose from.</param>
/// <param name="Ticked">Those chosen so far.</param>
/// <param name="Wanting">Those who want this training.</param>
/// <param name="InClass">Names of those looked for who are in a class of this kind already.</param>
public sealed record AddPeoplePage(ClassRow Row, PeopleFound Found, IReadOnlyList<FoundPerson> People, IReadOnlyList<long> Ticked, IReadOnlySet<long> Wanting, IReadOnlyList<string> InClass);

/// <summary>The last look before a class is opened: its terms, and who is in it.</summary>
public sealed record OpenClassPage(TrainingDemandOf Of, ClassForm Form)
{
    public IReadOnlyList<WantingPerson> People { get; } = [.. Of.People.Where(p => Form.PersonIds.Contains(p.Person.Id))];

    /// <summary>What the class may be made for: first where its people would go.</summary>
    public IReadOnlyList<Posting> Postings { get; } = [.. Of.PostingsFor(Form.PersonIds).Union(Of.Postings)];
}

/// <param name="Id">The class.</param>
/// <param name="Kind">Of training.</param>
/// <param name="Title">As it is stored.</param>
/// <param name="Form">As it is being corrected.</param>
/// <param name="People">Those who attend it or will.</param>
public sealed record EditClassPage(long Id, int Kind, string Title, ClassForm Form, IReadOnlyList<(Person Person, Household Household, TrainingRecord Record)> People);

/// <summary>How many want a training in the year, and how many have a class.</summary>
public sealed record YearTotal(int Kind, int Wanting, int InClass);

/// <summary>The training plan of a year.</summary>
/// <param name="Year">Which.</param>
/// <param name="Found">The rows that are shown.</param>
/// <param name="Settlements">By id.</param>
/// <param name="Totals">Each training of the whole year, whatever is shown; the most wanted first.</param>
/// <param name="Kind">Only people of this training; null: all.</param>
/// <param name="All">On one page, for printing.</param>
public sealed record YearPage(TrainingYearOf Year, TrainingYearPage Found, IReadOnlyDictionary<long, Settlement> Settlements, IReadOnlyList<YearTotal> Totals, int? Kind, bool All)
{
    /// <param name="rows">Of the year, all of them.</param>
    public static IReadOnlyList<YearTotal> TotalsOf(IReadOnlyList<TrainingYearRow> rows) =>
    [
        .. rows.SelectMany(row => row.Wanted).Concat(rows.SelectMany(row => row.ThisYear).Select(t => t.KindId)).Distinct()
            .Select(kind => new YearTotal(kind, rows.Count(row => row.Wanted.Contains(kind)), rows.Count(row => row.ThisYear.Any(t => t.KindId == kind)))).OrderByDescending(t => t.Wanting).ThenByDescending(t => t.InClass).ThenBy(t => t.Kind),
    ];

    /// <summary>The same rows as a workbook.</summary>
    public string ExportAddress => string.Create(CultureInfo.InvariantCulture, $"/station/training/year/export?year={Year.Year}{(Kind is { } kind ? $"&kind={kind}" : "")}");

    /// <summary>This page with other choices.</summary>
    public string Address(int? page = null, bool all = false) => string.Create(CultureInfo.InvariantCulture,
        $"/station/training/year?year={Year.Year}{(Kind is { } kind ? $"&kind={kind}" : "")}{(page is { } at ? $"&page={at}" : "")}{(all ? "&all=true" : "")}");
}

/// <summary>A class as it is opened from the demand or corrected.</summary>
public sealed class ClassForm
{
    /// <summary>Of a class that is being corrected.</summary>
    public int Version { get; set; }

    [Display(Name = "Trainings.ClassTitle")]
    public string? Title { get; set; }

    [Display(Name = "Trainings.Order")]
    public List<long> PostingIds { get; set; } = [];

    [Display(Name = "Trainings.Seats")]
    public int Seats { get; set; }

    [Display(Name = "Trainings.From")]
    public DateOnly? From { get; set; }

    [Display(Name = "Trainings.To")]
    public DateOnly? To { get; set; }

    [Display(Name = "Trainings.Place")]
    public string? Place { get; set; }

    [Display(Name = "Trainings.Trainer")]
    public string? Trainer { get; set; }

    [Display(Name = "Trainings.People")]
    public List<long> PersonIds { get; set; } = [];

    /// <summary>Once its first day is known. No property: validation reads those of a form that is not filled in yet.</summary>
    public TrainingClassTerms ToTerms() => new(Title ?? "", Seats, From!.Value, To, Place ?? "", Trainer ?? "");

    public static ClassForm Of(TrainingClass one, IEnumerable<long> people)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new() { Version = one.Version, Title = one.Title, Seats = one.Seats, From = one.From, To = one.To, Place = one.Place, Trainer = one.Trainer, PersonIds = [.. people] };
    }
}

/// <summary>Postings chosen one by one, and the question that they become part of.</summary>
public sealed record DemandPostingsPage(PostingPick Pick, DemandScope Asked);

public sealed class DemandForm
{
    [Display(Name = "Plans.Postings")]
    public List<long> PostingIds { get; set; } = [];
}
