using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JobMatch.Web.ForStationStaff.Plans;

public sealed record PlanListRow(PlacementPlan Plan, int Rows);

public sealed record PlansPage(IReadOnlyList<Fair> Fairs, IReadOnlyList<PlanListRow> Plans, IReadOnlyDictionary<long, string> Names);

/// <summary>The settlements that can be chosen from: the clerk's own.</summary>
public sealed record PlanChoices(IReadOnlyList<SelectListItem> Mine, DateOnly Today);

public sealed record NewPlanPage(PlanForm Form, PlanChoices Choices, PostingPick Pick, NamedPeople Named, Fair? Fair);

public sealed record FairPage(long? Id, FairForm Form, PlanChoices Choices, PostingPick Pick, IReadOnlyList<PlacementPlan> Plans);

/// <summary>Somebody of a plan: who, whose family, why it fits, and what is to be asked first.</summary>
public sealed record PlannedPerson(PlanRow Row, Person Person, Household Household, Fit? Fit, PlanDoubts Doubts)
{
    /// <summary>The plan was undone, and her referral with it.</summary>
    public bool TakenBack { get; init; }

    /// <summary>Which place of the posting she goes to, where it has several; else empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Where she lives, where another of her name stands in the plan; else empty.</summary>
    public string Home { get; init; } = "";

    /// <summary>Where she would fit better, and why she does not go there; null: nowhere.</summary>
    public BetterPlace? Better { get; init; }

    /// <summary>Where else she waits for an answer; the nearest to a job first.</summary>
    public IReadOnlyList<WaitsElsewhere> Waits { get; init; } = [];

    /// <summary>She has work and would change it; said of a draft only.</summary>
    public bool Works { get; init; }

    /// <summary>Something is to be asked before she is sent.</summary>
    public bool IsDoubtful => Doubts.Any || Waits.Any(wait => wait.IsNear);

    /// <summary>Where the doubts stand beside her anyway, they are not said twice.</summary>
    public bool WithoutDoubts { get; init; }

    /// <summary>It scores low because hardly anything is recorded about her: the ledger wants filling, not the pair.</summary>
    public bool IsHardlyKnown => Row.Score < PlanDoubts.LowScore && Fit is { Confidence: < PlanDoubts.KnownFrom };
}

/// <summary>An open referral of somebody whom the plan sends somewhere else.</summary>
public sealed record WaitsElsewhere(long PersonId, long ReferralId, ReferralState State, string Title, string Employer)
{
    /// <summary>There an answer is near: to be asked about before she is sent to another.</summary>
    public bool IsNear => State >= ReferralState.Interview;
}

/// <param name="Best">As it is kept with the row.</param>
/// <param name="Posting">Where that is.</param>
/// <param name="There">Whom the plan sends there, the best first; as far as the clerk may see them.</param>
/// <param name="Relative">Of her household, who has the post that only one may have; empty when it is not about that.</param>
/// <param name="Apart">What tells that posting from another of its title and employer.</param>
/// <param name="Place">Which of its places, where it has several: she may go to another place of the same posting; empty where it has one.</param>
public sealed record BetterPlace(PlanBest Best, Posting Posting, IReadOnlyList<(string Name, int Score)> There, string Relative, PostingApart Apart, string Place);

/// <param name="Bar">As it is kept with the plan.</param>
/// <param name="Person">Who.</param>
/// <param name="Posting">Not there; null: nowhere in this plan.</param>
public sealed record BarredPair(PlanBar Bar, Person Person, Posting? Posting);

/// <param name="Broken">What no longer holds, and why.</param>
/// <param name="Person">Null when the record is out of reach.</param>
/// <param name="Posting">Null when it is out of reach.</param>
public sealed record BrokenPair(BrokenRow Broken, Person? Person, Posting? Posting);

/// <param name="Page">The draft.</param>
/// <param name="Broken">While there are any, nobody can be referred: the plan is worked out again first.</param>
public sealed record ConfirmPage(PlanPage Page, IReadOnlyList<BrokenPair> Broken);

/// <param name="Page">The confirmed plan, with all of its postings.</param>
/// <param name="States">How each of its referrals stands, by its id.</param>
public sealed record UndoPage(PlanPage Page, IReadOnlyDictionary<long, ReferralState> States)
{
    public PlanUndone Would { get; } = PlanUndone.Of([.. States.Values]);

    /// <summary>Whom undoing takes back, by posting.</summary>
    public IReadOnlyList<PlannedPosting> Back { get; } =
        [.. Page.Postings.Select(group => group with { People = [.. group.People.Where(one => StateOf(States, one) == ReferralState.Referred)] }).Where(group => group.People.Count > 0)];

    /// <summary>Whom it leaves as they are, the nearest to a job first; what is over comes last.</summary>
    public IReadOnlyList<(PlannedPerson Planned, Posting Posting, ReferralState State)> Stay { get; } =
    [
        .. Page.Postings.SelectMany(group => group.People, (group, one) => (one, group.Posting, State: StateOf(States, one))).Where(stay => stay.State is not (null or ReferralState.Referred))
            .Select(stay => (stay.one, stay.Posting, stay.State!.Value)).OrderBy(stay => stay.Value is ReferralState.Suggested or > ReferralState.Started).ThenByDescending(stay => stay.Value),
    ];

    private static ReferralState? StateOf(IReadOnlyDictionary<long, ReferralState> states, PlannedPerson one) => one.Row.ReferralId is { } id && states.TryGetValue(id, out var state) ? state : null;
}

/// <summary>Something a posting does not say that some of its people cannot do or need to know.</summary>
public sealed record PlanQuestion(Posting Posting, Gap Gap, IReadOnlyList<Person> People);

/// <summary>One page of a list.</summary>
/// <param name="Asked">The page asked for, from 1; taken to the nearest there is.</param>
/// <param name="Count">Parts in all.</param>
/// <param name="Size">Parts a page.</param>
public sealed record PlanTurn(int Asked, int Count, int Size)
{
    public int Pages => Math.Max(1, (Count + Size - 1) / Size);

    public int Page => Math.Clamp(Asked, 1, Pages);

    /// <summary>What stands on it.</summary>
    public IEnumerable<T> Of<T>(IReadOnlyList<T> all) => all.Skip((Page - 1) * Size).Take(Size);
}

/// <summary>A posting of a plan under open reports, and how many people it sends there.</summary>
public sealed record ReportedPosting(Posting Posting, int People, IReadOnlyList<PostingReport> Reports);

public sealed record PlannedPosting(Posting Posting, IReadOnlyList<PlannedPerson> People)
{
    public int Least => People.Min(p => p.Row.Score);

    public int Most => People.Max(p => p.Row.Score);

    public int Doubtful => People.Count(p => p.IsDoubtful);

    public IEnumerable<string> Names => People.Select(p => p.Person.Name);

    /// <summary>How many go to which of its places, where it has several.</summary>
    public IReadOnlyList<(string Name, int People)> Places => [.. People.Where(p => p.Place.Length > 0).GroupBy(p => p.Place).Select(g => (g.Key, g.Count()))];
}

/// <summary>Of a posting in a plan.</summary>
/// <param name="Left">For the plan.</param>
/// <param name="Kept">For people on the way by other plans.</param>
public readonly record struct Vacancies(int Left, int Kept)
{
    public string Said(Texts texts) => Kept == 0 ? texts["Plans.Vacancies", Left] : texts["Plans.Vacancies.Kept", Left, Kept];
}

/// <summary>Families where nobody worked, of whom an undone plan leaves a referral: those in which somebody was hired by it, and those that still wait for an answer.</summary>
public sealed record KeptHouseholds(int Hired, int Waiting);

public sealed record PlannedHousehold(Household Household, bool IsHelped, IReadOnlyList<(PlannedPerson Planned, Posting Posting)> People);

public sealed record PlanPage(PlacementPlan Plan, Fair? Fair, string MadeBy, string View, int Rows, int Locked)
{
    public IReadOnlyList<PlannedPosting> Postings { get; init; } = [];

    /// <summary>Its postings to which nobody goes, open or not any more.</summary>
    public IReadOnlyList<Posting> Unfilled { get; init; } = [];

    public IReadOnlyList<PlannedHousehold> Households { get; init; } = [];

    /// <summary>Families of whom somebody is placed.</summary>
    public IReadOnlyList<long> HelpedIds { get; init; } = [];

    /// <summary>Those to be checked first, the weakest first.</summary>
    public IReadOnlyList<(PlannedPerson Planned, Posting Posting)> Weak { get; init; } = [];

    /// <summary>What the employers are to be asked, once a posting; what concerns the most people first.</summary>
    public IReadOnlyList<PlanQuestion> Questions { get; init; } = [];

    /// <summary>How many score low for want of records.</summary>
    public int HardlyKnown { get; init; }

    /// <summary>Postings whose people stand open.</summary>
    public IReadOnlySet<long> OpenIds { get; init; } = new HashSet<long>();

    /// <summary>Few postings need no folding.</summary>
    public bool IsOpen(PlannedPosting group) => Postings.Count <= 3 || OpenIds.Contains(group.Posting.Id);

    /// <summary>Of a list that comes in pages, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Families without work that it helps with nothing: of those asked about, and of those where nobody was asked.</summary>
    public IReadOnlyList<long> LeftIds { get; init; } = [];

    public LeftPage? Left { get; init; }

    /// <summary>Who and what the clerk has ruled out.</summary>
    public IReadOnlyList<BarredPair> Barred { get; init; } = [];

    /// <summary>Whom the clerk had kept somewhere, and who could not stay there; as far as she may see them.</summary>
    public IReadOnlyList<LostPlace> LostLocks { get; init; } = [];

    /// <summary>Postings that somebody has reported, which no station has answered yet; of a draft, and of a confirmed plan, whose people may be there already.</summary>
    public IReadOnlyList<ReportedPosting> Reported { get; init; } = [];

    /// <summary>How many of its people are on the way to a job already: the form asked for them, or they were meant by name.</summary>
    public int OnTheWay { get; init; }

    /// <summary>Per posting: how many on the way by other plans hold a place of it, which this plan leaves to them.</summary>
    public IReadOnlyDictionary<long, int> SeatsKept { get; init; } = new Dictionary<long, int>();

    /// <summary>The vacancies of a posting by today's records: those left for this plan, and those kept beside them.</summary>
    public Vacancies VacanciesOf(Posting posting)
    {
        var kept = Math.Min(SeatsKept.GetValueOrDefault(posting.Id), posting.OpenVacancies);
        return new(posting.OpenVacancies - kept, kept);
    }

    public IReadOnlyDictionary<long, Settlement> Settlements { get; init; } = new Dictionary<long, Settlement>();

    public WithoutPage? Without { get; init; }

    public NotAskedPage? NotAsked { get; init; }

    public bool MayUndo { get; init; }

    /// <summary>Whom an undone plan helps all the same; null: nobody, or it is not undone.</summary>
    public KeptHouseholds? Kept { get; init; }

    /// <summary>Of a draft: how many of its rows no longer hold; 0 also where counting them would make the page wait.</summary>
    public int Broken { get; init; }

    /// <summary>Nobody is placed, since no pair scores what the clerk asks.</summary>
    public bool NobodyReachesLeast => Plan is { LeastScore: > 0, Outcome: { Pairs: 0, Plan.People: 0 } };

    /// <summary>Everything that is to be checked first: people to ask, and questions to employers.</summary>
    public int ToCheck => Weak.Count + Questions.Count;

    /// <summary>What tells postings of one title and employer apart.</summary>
    public IReadOnlyDictionary<long, PostingApart> Apart { get; init; } = new Dictionary<long, PostingApart>();

    /// <summary>Behind a title and employer: what tells it from its like; empty when it has none.</summary>
    /// <param name="posting">Of this plan.</param>
    /// <param name="placed">Its place is said anyway.</param>
    public string ApartOf(Posting posting, bool placed = false) => Apart.GetValueOrDefault(posting.Id, PostingApart.None) is var apart && (placed ? apart.BesidePlace : apart.Whole) is { Length: > 0 } words ? " · " + words : "";

    /// <summary>The postings that it is about, for asking why somebody does not go to one.</summary>
    public IReadOnlyList<PlanPostingChoice> Choices { get; init; } = [];
}
