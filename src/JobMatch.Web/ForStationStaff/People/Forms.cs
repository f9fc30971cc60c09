using System.ComponentModel.DataAnnotations;
using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Web.Shared.Language;
using JobMatch.Workers;

namespace JobMatch.Web.ForStationStaff.People;

/// <summary>Who stands at the counter. Sent by POST: an ID number has no business in an address.</summary>
public sealed class LookUpForm
{
    [Display(Name = "Station.Person.IdNumber")]
    public string? IdNumber { get; set; }

    [Display(Name = "Station.Person.Name")]
    public string? Name { get; set; }

    [Display(Name = "Station.Person.Phone")]
    public string? Phone { get; set; }
}

/// <summary>What the clerk looks for among the workers; stands in the address.</summary>
public sealed class SearchForm
{
    public const int Oldest = 99;
    private const int MostWords = 4;

    public string? Words { get; set; }

    public int? Skill { get; set; }

    public int? Certificate { get; set; }

    public int? Training { get; set; }

    public LabourCapacity? Capacity { get; set; }

    /// <summary>"without" or "in"; empty is both.</summary>
    public string? Work { get; set; }

    public WorkerNeed? Need { get; set; }

    public int? Occupation { get; set; }

    public long? Settlement { get; set; }

    /// <summary>Years, counted by the year of birth.</summary>
    public int? AgeFrom { get; set; }

    public int? AgeTo { get; set; }

    /// <summary>At least so much.</summary>
    public Education? Schooling { get; set; }

    public int Page { get; set; } = 1;

    /// <summary>Where the page before ended.</summary>
    public string? After { get; set; }

    public bool Asks => Words is { Length: > 0 } || Skill is not null || Certificate is not null || Training is not null || Capacity is not null || Work is { Length: > 0 } || Settlement is not null || Need is not null || Occupation is not null
        || AgeFrom is not null || AgeTo is not null || Schooling is not null;

    /// <summary>Each single condition in words, and the same question without it; of several words each one by itself first.</summary>
    public IEnumerable<(string Text, SearchForm Without)> Parts(Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var words = (Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1)
            foreach (var word in words.Take(MostWords)) yield return (word, Without(f => f.Words = string.Join(' ', words.Where(other => other != word))));
        if (words.Length > 0) yield return (texts["Station.People.Words"], Without(f => f.Words = null));
        if (Skill is not null) yield return (texts["Station.Fact.Skills"], Without(f => f.Skill = null));
        if (Training is not null) yield return (texts["Station.Fact.Trainings"], Without(f => f.Training = null));
        if (Certificate is not null) yield return (texts["Station.Fact.Certificates"], Without(f => f.Certificate = null));
        if (Capacity is not null) yield return (texts["Station.Fact.Capacity"], Without(f => f.Capacity = null));
        if (Need is not null) yield return (texts["Station.People.Need"], Without(f => f.Need = null));
        if (Work is { Length: > 0 }) yield return (texts["Station.People.Work"], Without(f => f.Work = null));
        if ((AgeFrom ?? AgeTo) is not null) yield return (texts["Station.People.Age"], Without(f => (f.AgeFrom, f.AgeTo) = (null, null)));
        if (Schooling is not null) yield return (texts["Station.People.Schooling"], Without(f => f.Schooling = null));
        if (Settlement is not null) yield return (texts["Station.Postings.Settlement"], Without(f => f.Settlement = null));
        if (Occupation is not null) yield return (texts["Station.Fact.Occupation"], Without(f => f.Occupation = null));
    }

    /// <summary>The question without a condition that its words say.</summary>
    public SearchForm Without(PersonCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Without(f => f.Words = condition.TakenFrom(Words ?? ""));
    }

    private SearchForm Without(Action<SearchForm> drop)
    {
        var other = (SearchForm)MemberwiseClone();
        (other.Page, other.After) = (1, null);
        drop(other);
        return other;
    }

    public string Query(int page, string? after = null) =>
        $"words={Uri.EscapeDataString(Words ?? "")}&skill={Skill}&certificate={Certificate}&training={Training}&occupation={Occupation}&capacity={Capacity}&need={Need}&work={Work}&ageFrom={AgeFrom}&ageTo={AgeTo}&schooling={Schooling}&settlement={Settlement}&page={page}"
        + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");

    /// <param name="pageSize">People of a page.</param>
    /// <param name="year">The year that ages are counted in.</param>
    public WorkerQuery ToQuery(int pageSize, int year) => new()
    {
        Words = (Words ?? "").Trim(),
        SkillIds = Skill is { } skill ? [skill] : [],
        CertificateKindIds = Certificate is { } certificate ? [certificate] : [],
        TrainingKindIds = Training is { } training ? [training] : [],
        OccupationIds = Occupation is { } occupation ? [occupation] : [],
        Capacities = Capacity is { } capacity && Enum.IsDefined(capacity) ? [capacity] : [],
        Needs = Need is { } need && Enum.IsDefined(need) ? [need] : [],
        WithoutWork = Work switch { "without" => true, "in" => false, _ => null },
        Born = new YearsOfBirth(year - AgeTo, year - AgeFrom),
        Schooling = Schooling is { } least && Enum.IsDefined(least) && least != Education.Unknown ? [.. Enum.GetValues<Education>().Where(level => level >= least).Order()] : [],
        SettlementId = Settlement,
        Page = Math.Clamp(Page, 1, 300) - 1,
        After = After,
        PageSize = pageSize,
    };
}
