using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Plans;

public sealed record PlanListRow(PlacementPlan Plan, int Rows);

public sealed record PlansPage(IReadOnlyList<Fair> Fairs, IReadOnlyList<PlanListRow> Plans, IReadOnlyDictionary<long, string> Names);

/// <summary>What can be chosen: public postings with a vacancy, and the settlements of the clerk.</summary>
public sealed record PlanChoices(IReadOnlyList<Posting> Postings, IReadOnlyDictionary<long, Settlement> Settlements, IReadOnlyList<SelectListItem> Mine, DateOnly Today, string Words)
{
    /// <summary>What is ticked comes first, whatever is looked for; then what has all the words in its title, its employer's name or its place.</summary>
    public IReadOnlyList<Posting> Shown(IReadOnlyCollection<long> ticked, Func<Posting, string> placeOf)
    {
        var words = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool Has(Posting posting) => words.All(word => $"{posting.Title}\n{posting.Employer!.Name}\n{placeOf(posting)}".Contains(word, StringComparison.OrdinalIgnoreCase));
        return [.. Postings.Where(p => ticked.Contains(p.Id)), .. Postings.Where(p => !ticked.Contains(p.Id) && Has(p))];
    }
}

public sealed record NewPlanPage(PlanForm Form, PlanChoices Choices, Fair? Fair);

public sealed record FairPage(long? Id, FairForm Form, PlanChoices Choices, IReadOnlyList<PlacementPlan> Plans);

/// <summary>Somebody of a plan: who, whose family, and why it fits.</summary>
public sealed record PlannedPerson(PlanRow Row, Person Person, Household Household, Fit? Fit)
{
    /// <summary>The plan was undone, and her referral with it.</summary>
    public bool TakenBack { get; init; }
}

public sealed record PlannedPosting(Posting Posting, IReadOnlyList<PlannedPerson> People);

public sealed record PlannedHousehold(Household Household, bool IsHelped, IReadOnlyList<(PlannedPerson Planned, Posting Posting)> People);

public sealed record PlanPage(PlacementPlan Plan, Fair? Fair, string MadeBy, string View, int Rows, int Locked)
{
    public IReadOnlyList<PlannedPosting> Postings { get; init; } = [];

    public IReadOnlyList<PlannedHousehold> Households { get; init; } = [];

    public IReadOnlyList<Household> Left { get; init; } = [];

    public IReadOnlyDictionary<long, Settlement> Settlements { get; init; } = new Dictionary<long, Settlement>();

    public WithoutPage? Without { get; init; }

    public NotAskedPage? NotAsked { get; init; }

    public bool MayUndo { get; init; }
}

/// <summary>Reads what the pages about plans show, within the clerk's scope.</summary>
public sealed class PlanReader(JobMatchDbContext db, CurrentScope scope, FitPool pool, TimeProvider clock)
{
    public async Task<PlansPage> ListAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var since = today.AddDays(-60);
        // The next one first; what is over comes last, the newest before.
        var fairs = (await db.Set<Fair>().AsNoTracking().Where(f => f.On >= since).OrderByDescending(f => f.On).ThenBy(f => f.Id).Take(100).ToListAsync(cancel))
            .OrderBy(f => f.On < today).ThenBy(f => Math.Abs(f.On.DayNumber - today.DayNumber)).ToList();
        var plans = await db.Set<PlacementPlan>().AsNoTracking().Where(p => p.Kind == PlanKind.Placement).OrderByDescending(p => p.Id).Take(50).ToListAsync(cancel);
        var ids = plans.ConvertAll(p => p.Id);
        var rows = await db.Set<PlanRow>().Where(r => ids.Contains(r.PlanId)).GroupBy(r => r.PlanId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new PlansPage(fairs, plans.ConvertAll(p => new PlanListRow(p, rows.GetValueOrDefault(p.Id))), await NamesAsync(plans.Select(p => p.MadeBy), cancel));
    }

    public async Task<PlanChoices> ChoicesAsync(string? words, CancellationToken cancel) => new(
        [.. (await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Where(p => p.State == PostingState.Published).OrderBy(p => p.Employer!.Name).ThenBy(p => p.Id)
            .Take(MakePlan.MostPostings).ToListAsync(cancel)).Where(p => p.OpenVacancies > 0)],
        await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel), await Choices.SettlementsAsync(db, scope, cancel), clock.Today(), words?.Trim() ?? "");

    public Task<Fair?> FairAsync(long? id, CancellationToken cancel) => db.Set<Fair>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);

    public Task<List<PlacementPlan>> PlansOfAsync(long fairId, CancellationToken cancel) =>
        db.Set<PlacementPlan>().AsNoTracking().Where(p => p.FairId == fairId).OrderByDescending(p => p.Id).Take(20).ToListAsync(cancel);

    public Task<PlacementPlan?> PlanAsync(long id, CancellationToken cancel) => db.Set<PlacementPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);

    public async Task<PlanPage?> ReadAsync(long id, string view, CancellationToken cancel)
    {
        if (await PlanAsync(id, cancel) is not { } plan) return null;
        var rows = plan.State == PlanState.Running ? [] : await db.Set<PlanRow>().AsNoTracking().Where(r => r.PlanId == id).OrderBy(r => r.Id).ToListAsync(cancel);
        var made = await NamesAsync([plan.MadeBy], cancel);
        var page = new PlanPage(plan, await FairAsync(plan.FairId, cancel), made.GetValueOrDefault(plan.MadeBy, ""), view, rows.Count, rows.Count(r => r.Locked))
        {
            Settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel),
            MayUndo = plan is { State: PlanState.Confirmed, ConfirmedAt: { } at } && ChinaDay.Of(at) == clock.Today(),
        };
        if (view is "without" or "notasked") return page;
        if (view == "left") return page with { Left = await LeftAsync(plan, cancel) };
        var takenBack = await TakenBackAsync(plan, rows, cancel);
        var people = (await PeopleAsync(rows, cancel)).ConvertAll(p => p with { TakenBack = p.Row.ReferralId is { } referral && takenBack.Contains(referral) });
        var postings = await PostingsAsync(rows, cancel);
        return view == "household" ? page with { Households = ByHousehold(people, postings) } : page with { Postings = ByPosting(people, postings) };
    }

    private static List<PlannedPosting> ByPosting(List<PlannedPerson> people, Dictionary<long, Posting> postings) =>
    [
        .. people.Where(p => postings.ContainsKey(p.Row.PostingId)).GroupBy(p => p.Row.PostingId)
            .Select(g => new PlannedPosting(postings[g.Key], [.. g.OrderByDescending(p => p.Row.Score).ThenBy(p => p.Row.Id)])).OrderBy(g => g.Posting.Employer!.Name, StringComparer.Ordinal).ThenBy(g => g.Posting.Id),
    ];

    private static List<PlannedHousehold> ByHousehold(List<PlannedPerson> people, Dictionary<long, Posting> postings) =>
    [
        .. people.Where(p => postings.ContainsKey(p.Row.PostingId)).GroupBy(p => p.Household.Id)
            .Select(g => new PlannedHousehold(g.First().Household, g.Any(p => p.Row.HelpsHousehold), [.. g.Select(p => (p, postings[p.Row.PostingId]))]))
            .OrderByDescending(h => h.IsHelped).ThenBy(h => h.Household.SettlementId).ThenBy(h => h.Household.Id),
    ];

    private async Task<List<PlannedPerson>> PeopleAsync(List<PlanRow> rows, CancellationToken cancel)
    {
        var (people, query) = (new Dictionary<long, (Person Person, Household Household)>(), new RankQuery { On = clock.Today() });
        foreach (var chunk in rows.Select(r => r.PersonId).Distinct().Chunk(500))
        {
            var found = await db.Set<Person>().AsNoTracking().Where(p => chunk.Contains(p.Id)).Join(db.Set<Household>(), p => p.HouseholdId, h => h.Id, (p, h) => new { p, h }).ToListAsync(cancel);
            foreach (var one in found) people[one.p.Id] = (one.p, one.h);
        }

        return [.. rows.Where(r => people.ContainsKey(r.PersonId)).Select(r => new PlannedPerson(r, people[r.PersonId].Person, people[r.PersonId].Household, pool.Explain(r.PersonId, r.PostingId, query)?.For(Audience.Station)))];
    }

    /// <summary>Those that an employer or the person had answered already stand as they are.</summary>
    private async Task<HashSet<long>> TakenBackAsync(PlacementPlan plan, List<PlanRow> rows, CancellationToken cancel)
    {
        var taken = new HashSet<long>();
        if (plan is not { State: PlanState.Undone, UndoneAt: { } at }) return taken;
        foreach (var chunk in rows.Select(r => r.ReferralId).OfType<long>().Chunk(500))
            taken.UnionWith(await db.Set<ReferralMove>().Where(m => chunk.Contains(m.ReferralId) && m.At == at && m.Reason == Referral.TakenBackReason).Select(m => m.ReferralId).ToListAsync(cancel));
        return taken;
    }

    private async Task<Dictionary<long, Posting>> PostingsAsync(List<PlanRow> rows, CancellationToken cancel)
    {
        var postings = new Dictionary<long, Posting>();
        foreach (var chunk in rows.Select(r => r.PostingId).Distinct().Chunk(500))
            foreach (var posting in await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Where(p => chunk.Contains(p.Id)).ToListAsync(cancel)) postings[posting.Id] = posting;
        return postings;
    }

    private async Task<List<Household>> LeftAsync(PlacementPlan plan, CancellationToken cancel)
    {
        var ids = plan.Outcome?.HouseholdsLeft.ToList() ?? [];
        return await db.Set<Household>().AsNoTracking().Include(h => h.Members).Where(h => ids.Contains(h.Id)).OrderBy(h => h.SettlementId).ThenBy(h => h.Id).ToListAsync(cancel);
    }

    private Task<Dictionary<long, string>> NamesAsync(IEnumerable<long> accounts, CancellationToken cancel)
    {
        var ids = accounts.Distinct().ToList();
        return db.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
    }
}
