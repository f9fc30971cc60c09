using System.ComponentModel.DataAnnotations;
using JobMatch.Fairs;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>What a plan is asked with.</summary>
public sealed class PlanForm
{
    public long? FairId { get; set; }

    [Display(Name = "Plans.Name")]
    public string Name { get; set; } = "";

    [Display(Name = "Plans.Postings")]
    public List<long> PostingIds { get; set; } = [];

    [Display(Name = "Plans.Settlements")]
    public List<long> SettlementIds { get; set; } = [];

    [Display(Name = "Plans.Wanted")]
    public PeopleWanted Wanted { get; set; } = PeopleWanted.WithoutWork;

    [Display(Name = "Plans.Named")]
    public List<long> PersonIds { get; set; } = [];

    [Display(Name = "Plans.AlsoUnderWay")]
    public bool AlsoUnderWay { get; set; }

    [Display(Name = "Plans.Aim")]
    public bool PeopleCount { get; set; } = true;

    [Display(Name = "Plans.Least")]
    public int LeastScore { get; set; }

    public PeopleChoice People => new() { SettlementIds = SettlementIds, PersonIds = PersonIds, AlsoUnderWay = AlsoUnderWay, Wanted = Enum.IsDefined(Wanted) ? Wanted : PeopleWanted.WithoutWork };
}

/// <summary>A fair as it is written down.</summary>
public sealed class FairForm
{
    public int Version { get; set; }

    [Display(Name = "Plans.Fair.Name")]
    public string Name { get; set; } = "";

    [Display(Name = "Plans.Fair.On")]
    public DateOnly? On { get; set; }

    [Display(Name = "Plans.Fair.Place")]
    public string Place { get; set; } = "";

    [Display(Name = "Plans.Postings")]
    public List<long> PostingIds { get; set; } = [];

    [Display(Name = "Plans.Fair.Invited")]
    public List<long> SettlementIds { get; set; } = [];

    [Display(Name = "Plans.Wanted")]
    public PeopleWanted Wanted { get; set; } = PeopleWanted.WithoutWork;
}
