using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Fairs;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Postings;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>Reads what the pages about plans show, within the clerk's scope.</summary>
public sealed class PlanReader(JobMatchDbContext db, CurrentScope scope, FitPool pool, UnderWayReader underWay, PlanRowsToday rowsToday, PostingsApart apart, PostingTexts jobs, TimeProvider clock)
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

    public async Task<PlanChoices> ChoicesAsync(CancellationToken cancel) => new(await Choices.SettlementsAsync(db, scope, cancel), clock.Today());

    public Task<Fair?> FairAsync(long? id, CancellationToken cancel) => db.Set<Fair>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);

    public Task<List<PlacementPlan>> PlansOfAsync(long fairId, CancellationToken cancel) =>
        db.Set<PlacementPlan>().AsNoTracking().Where(p => p.FairId == fairId).OrderByDescending(p => p.Id).Take(20).ToListAsync(cancel);

    public Task<PlacementPlan?> PlanAsync(long id, CancellationToken cancel) => db.Set<PlacementPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);

    public async Task<PlanPage?> ReadAsync(long id, string view, CancellationToken cancel)
    {
        // A count of training demand is worked out the same way; it has a page of its own.
        if (await PlanAsync(id, cancel) is not { Kind: PlanKind.Placement } plan) return null;
        var rows = plan.State == PlanState.Running ? [] : await db.Set<PlanRow>().AsNoTracking().Where(r => r.PlanId == id).OrderBy(r => r.Id).ToListAsync(cancel);
        var made = await NamesAsync([plan.MadeBy], cancel);
        var page = new PlanPage(plan, await FairAsync(plan.FairId, cancel), made.GetValueOrDefault(plan.MadeBy, ""), view, rows.Count, rows.Count(r => r.Locked))
        {
            Settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel),
            HelpedIds = [.. rows.Select(r => r.HouseholdId).Distinct()],
            MayUndo = plan is { State: PlanState.Confirmed, ConfirmedAt: { } at } && ChinaDay.Of(at) == clock.Today(),
        };
        var takenBack = await TakenBackAsync(plan, rows, cancel);
        var way = plan.State is PlanState.Draft or PlanState.Confirmed ? await underWay.ReadAsync(plan.Id, cancel) : null;
        var people = (await PeopleAsync(rows, cancel)).ConvertAll(p => p with { TakenBack = p.Row.ReferralId is { } referral && takenBack.Contains(referral) });
        var postings = await PostingsAsync([.. rows.Select(r => r.PostingId), .. rows.Select(r => r.Best?.PostingId).OfType<long>(), .. plan.Bars.Select(bar => bar.PostingId).OfType<long>(), .. plan.Outcome?.LostLocks.Select(lost => lost.PostingId) ?? []], cancel);
        var choices = plan.Outcome is null ? [] : await PostingChoicesAsync(plan, cancel);
        var alike = choices.Where(c => c.Apart != PostingApart.None).ToDictionary(c => c.Id, c => c.Apart);
        people = people.ConvertAll(one => postings.TryGetValue(one.Row.PostingId, out var posting) ? one with { Place = jobs.PlaceOf(posting, one.Row.QuotaId, page.Settlements) } : one);
        people = WithHomes(people, page.Settlements);
        if (plan is { State: PlanState.Draft, Outcome.Working: > 0 }) people = await WithWorkAsync(people, cancel);
        people = WithBetter(people, postings, alike, best => jobs.PlaceOf(postings[best.PostingId], best.QuotaId, page.Settlements));
        return page with
        {
            Households = view == "household" ? ByHousehold(people, postings) : [],
            Postings = view == "posting" ? ByPosting(people, postings) : [],
            Unfilled = view == "posting" && plan.Outcome is not null ? await UnfilledAsync(plan, cancel) : [],
            Weak = [.. people.Where(p => p.IsDoubtful && postings.ContainsKey(p.Row.PostingId)).OrderByDescending(p => p.Doubts.Gaps.Count + p.Waits.Count(w => w.IsNear)).ThenBy(p => p.Row.Score).Select(p => (p, postings[p.Row.PostingId]))],
            Questions = QuestionsOf(people, postings),
            HardlyKnown = people.Count(p => p.IsHardlyKnown),
            Barred = await BarredAsync(plan, postings, cancel),
            LostLocks = await LostLocksAsync(plan, postings, cancel),
            Reported = plan.State is PlanState.Draft or PlanState.Confirmed ? await ReportedAsync(rows, postings, cancel) : [],
            OnTheWay = plan.State == PlanState.Draft && way is not null ? rows.Count(row => way.Of(row.PersonId) is not null) : 0,
            SeatsKept = way is null || plan.People.AlsoUnderWay ? new Dictionary<long, int>() : plan.PostingIds.ToDictionary(posting => posting, posting => way.At(posting).Count()),
            Kept = plan.State == PlanState.Undone ? await KeptAsync([.. people.Where(p => !p.TakenBack).Select(p => p.Row)], cancel) : null,
            Choices = choices,
            Apart = alike,
        };
    }

    /// <summary>What is looked at before a draft is confirmed: its postings, whom to ask first, and what no longer holds. Null when there is no such draft.</summary>
    public async Task<ConfirmPage?> ConfirmAsync(long id, CancellationToken cancel)
    {
        if (await ReadAsync(id, "posting", cancel) is not { Plan.State: PlanState.Draft } page) return null;
        var rows = await db.Set<PlanRow>().AsNoTracking().Where(r => r.PlanId == id).OrderBy(r => r.Id).ToListAsync(cancel);
        var broken = await rowsToday.BrokenAsync(page.Plan, rows, cancel);
        var people = (await PeopleAsync([.. broken.Select(b => b.Row)], cancel)).ToDictionary(p => p.Row.Id);
        var postings = await PostingsAsync(broken.Select(b => b.Row.PostingId), cancel);
        return new ConfirmPage(page, [.. broken.Select(b => new BrokenPair(b, people.GetValueOrDefault(b.Row.Id)?.Person, postings.GetValueOrDefault(b.Row.PostingId)))]);
    }

    /// <summary>How many rows of a draft would not be allowed today; 0 where that is not counted in passing.</summary>
    public async Task<int> BrokenCountAsync(PlacementPlan plan, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.State != PlanState.Draft) return 0;
        var rows = await db.Set<PlanRow>().AsNoTracking().Where(r => r.PlanId == plan.Id).OrderBy(r => r.Id).ToListAsync(cancel);
        return rows.Count > 0 && PlanRowsToday.IsCheap(rows) ? (await rowsToday.BrokenAsync(plan, rows, cancel)).Count : 0;
    }

    /// <summary>The postings that a plan is about, by employer.</summary>
    public async Task<IReadOnlyList<PlanPostingChoice>> PostingChoicesAsync(PlacementPlan plan, CancellationToken cancel)
    {
        var choices = new List<(long Id, string Title, long EmployerId, string Employer)>();
        foreach (var chunk in plan.PostingIds.Chunk(500))
            choices.AddRange((await db.Set<Posting>().Where(p => chunk.Contains(p.Id)).Select(p => new { p.Id, p.Title, p.EmployerId, p.Employer!.Name }).ToListAsync(cancel)).Select(p => (p.Id, p.Title, p.EmployerId, p.Name)));
        // Only those that could be mistaken for each other are read whole.
        var alike = await PostingsAsync(choices.GroupBy(c => (c.EmployerId, c.Title)).Where(g => g.Skip(1).Any()).SelectMany(g => g.Select(c => c.Id)), cancel);
        var told = alike.Count == 0 ? new Dictionary<long, PostingApart>() : apart.Of(alike.Values, await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel));
        return [.. choices.OrderBy(c => c.Employer, StringComparer.Ordinal).ThenBy(c => c.Title, StringComparer.Ordinal).ThenBy(c => c.Id).Select(c => new PlanPostingChoice(c.Id, c.Title, c.Employer, told.GetValueOrDefault(c.Id, PostingApart.None)))];
    }

    /// <summary>Beside those who share a name, where they live: an age alone does not tell a clerk whom she has before her.</summary>
    private static List<PlannedPerson> WithHomes(List<PlannedPerson> people, IReadOnlyDictionary<long, Settlement> settlements)
    {
        var shared = people.GroupBy(p => p.Person.Name).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        return people.ConvertAll(one => shared.Contains(one.Person.Name) ? one with { Home = $"{settlements.GetValueOrDefault(one.Household.SettlementId)?.Name} {one.Household.Building}".Trim() } : one);
    }

    /// <summary>Whoever has work by today's records.</summary>
    private async Task<List<PlannedPerson>> WithWorkAsync(List<PlannedPerson> people, CancellationToken cancel)
    {
        var (today, works) = (clock.Today(), new HashSet<long>());
        foreach (var chunk in people.Select(p => p.Person.Id).Chunk(500))
            works.UnionWith(await db.Set<EmploymentSpell>().On(today).Where(s => chunk.Contains(s.PersonId)).Select(s => s.PersonId).ToListAsync(cancel));
        return people.ConvertAll(one => works.Contains(one.Person.Id) ? one with { Works = true, Fit = one.Fit is { } fit ? fit with { Reasons = [.. fit.Reasons.Where(reason => !IsPrecedence(reason.Code))] } : null } : one);

        // Whoever has work comes before nobody in a plan.
        static bool IsPrecedence(ReasonCode code) => code is ReasonCode.NeedZeroEmploymentHousehold or ReasonCode.NeedJobLoss or ReasonCode.NeedMonitored or ReasonCode.NeedHardship;
    }

    /// <summary>Beside each who would fit better elsewhere: who has her place there.</summary>
    private static List<PlannedPerson> WithBetter(List<PlannedPerson> people, Dictionary<long, Posting> postings, Dictionary<long, PostingApart> alike, Func<PlanBest, string> place)
    {
        var there = people.OrderByDescending(p => p.Row.Score).ThenBy(p => p.Row.Id).ToLookup(p => p.Row.QuotaId);
        var names = people.ToDictionary(p => p.Person.Id, p => p.Person.Name);
        return people.ConvertAll(one => one.Row.Best is { } best && postings.TryGetValue(best.PostingId, out var posting) ? one with { Better = new BetterPlace(best, posting, [.. there[best.QuotaId].Select(p => (p.Person.Name, p.Row.Score))], names.GetValueOrDefault(best.RelativeId ?? 0, ""), alike.GetValueOrDefault(posting.Id, PostingApart.None), place(best)) } : one);
    }

    private static List<PlannedPosting> ByPosting(List<PlannedPerson> people, Dictionary<long, Posting> postings) =>
    [
        .. people.Where(p => postings.ContainsKey(p.Row.PostingId)).GroupBy(p => p.Row.PostingId)
            .Select(g => new PlannedPosting(postings[g.Key], [.. g.OrderByDescending(p => p.Row.Score).ThenBy(p => p.Row.Id)])).OrderBy(g => g.Posting.Employer!.Name, StringComparer.Ordinal).ThenBy(g => g.Posting.Id),
    ];

    /// <summary>The postings of a plan to which nobody goes, also nobody out of the clerk's reach.</summary>
    private async Task<IReadOnlyList<Posting>> UnfilledAsync(PlacementPlan plan, CancellationToken cancel)
    {
        var filled = await db.Set<PlanRow>().IgnoreQueryFilters([ScopeFilters.Name]).Where(r => r.PlanId == plan.Id).Select(r => r.PostingId).Distinct().ToListAsync(cancel);
        var left = await PostingsAsync(plan.PostingIds.Except(filled), cancel);
        return [.. left.Values.OrderBy(p => p.Employer!.Name, StringComparer.Ordinal).ThenBy(p => p.Id)];
    }

    private static List<PlanQuestion> QuestionsOf(List<PlannedPerson> people, Dictionary<long, Posting> postings) =>
    [
        .. people.Where(p => postings.ContainsKey(p.Row.PostingId)).SelectMany(p => p.Doubts.Employer, (p, gap) => (Planned: p, Gap: gap))
            .GroupBy(q => (q.Planned.Row.PostingId, q.Gap.Code, Value: q.Gap.Values.Count > 0 ? q.Gap.Values[0] : 0))
            .Select(g => new PlanQuestion(postings[g.Key.PostingId], g.First().Gap, [.. g.Select(q => q.Planned.Person)])).OrderByDescending(q => q.People.Count).ThenBy(q => q.Posting.Id),
    ];

    private static List<PlannedHousehold> ByHousehold(List<PlannedPerson> people, Dictionary<long, Posting> postings) =>
    [
        .. people.Where(p => postings.ContainsKey(p.Row.PostingId)).GroupBy(p => p.Household.Id)
            .Select(g => new PlannedHousehold(g.First().Household, g.Any(p => p.Row.HelpsHousehold), [.. g.Select(p => (p, postings[p.Row.PostingId]))]))
            .OrderByDescending(h => h.IsHelped).ThenBy(h => h.Household.SettlementId).ThenBy(h => h.Household.Id),
    ];

    private async Task<List<PlannedPerson>> PeopleAsync(List<PlanRow> rows, CancellationToken cancel)
    {
        var (people, query) = (new Dictionary<long, (Person Person, Household Household, LabourCapacity Capacity)>(), new RankQuery { On = clock.Today() });
        foreach (var chunk in rows.Select(r => r.PersonId).Distinct().Chunk(500))
        {
            var found = await db.Set<Person>().AsNoTracking().Where(p => chunk.Contains(p.Id)).Join(db.Set<Household>(), p => p.HouseholdId, h => h.Id, (p, h) => new { p, h })
                .Join(db.Set<Worker>(), r => r.p.Id, w => w.Id, (r, w) => new { r.p, r.h, w.Capacity }).ToListAsync(cancel);
            foreach (var one in found) people[one.p.Id] = (one.p, one.h, one.Capacity);
        }

        var waits = await WaitsAsync(rows, cancel);
        return [.. rows.Where(r => people.ContainsKey(r.PersonId)).Select(Planned)];

        PlannedPerson Planned(PlanRow row)
        {
            var (person, household, capacity) = people[row.PersonId];
            var fit = pool.ExplainAt(row.PersonId, row.PostingId, row.QuotaId, query)?.For(Audience.Station);
            return new(row, person, household, fit, PlanDoubts.Of(fit, capacity)) { Waits = [.. waits[row.PersonId]] };
        }
    }

    private async Task<IReadOnlyList<ReportedPosting>> ReportedAsync(List<PlanRow> rows, Dictionary<long, Posting> postings, CancellationToken cancel)
    {
        var people = rows.GroupBy(row => row.PostingId).ToDictionary(g => g.Key, g => g.Count());
        var reports = await db.Set<PostingReport>().AsNoTracking().Where(report => report.ClosedAt == null && people.Keys.Contains(report.PostingId)).OrderBy(report => report.Id).ToListAsync(cancel);
        return [.. reports.GroupBy(report => report.PostingId).Where(g => postings.ContainsKey(g.Key)).OrderBy(g => g.Key).Select(g => new ReportedPosting(postings[g.Key], people[g.Key], [.. g]))];
    }

    /// <summary>Where the people of a plan wait for an answer, but for what the plan itself made.</summary>
    private async Task<ILookup<long, WaitsElsewhere>> WaitsAsync(List<PlanRow> rows, CancellationToken cancel)
    {
        var own = rows.Select(r => r.ReferralId).OfType<long>().ToHashSet();
        var found = new List<WaitsElsewhere>();
        foreach (var chunk in rows.Select(r => r.PersonId).Distinct().Chunk(500))
            found.AddRange(await db.Set<Referral>().AsNoTracking().Where(r => chunk.Contains(r.PersonId) && r.State >= ReferralState.Referred && r.State < ReferralState.Started)
                .Select(r => new WaitsElsewhere(r.PersonId, r.Id, r.State, r.Posting!.Title, r.Posting.Employer!.Name)).ToListAsync(cancel));
        return found.Where(wait => !own.Contains(wait.ReferralId)).OrderByDescending(wait => wait.State).ThenBy(wait => wait.ReferralId).ToLookup(wait => wait.PersonId);
    }

    /// <summary>Where these rows of a plan go.</summary>
    public async Task<IReadOnlyList<long>> PostingsOfAsync(long plan, IReadOnlyCollection<long> rowIds, CancellationToken cancel) =>
        await db.Set<PlanRow>().Where(r => r.PlanId == plan && rowIds.Contains(r.Id)).Select(r => r.PostingId).Distinct().OrderBy(id => id).Take(20).ToListAsync(cancel);

    /// <summary>Those that an employer or the person had answered already stand as they are.</summary>
    private async Task<HashSet<long>> TakenBackAsync(PlacementPlan plan, List<PlanRow> rows, CancellationToken cancel)
    {
        var taken = new HashSet<long>();
        if (plan is not { State: PlanState.Undone, UndoneAt: { } at }) return taken;
        foreach (var chunk in rows.Select(r => r.ReferralId).OfType<long>().Chunk(500))
            taken.UnionWith(await db.Set<ReferralMove>().Where(m => chunk.Contains(m.ReferralId) && m.At == at && m.Reason == Referral.TakenBackReason).Select(m => m.ReferralId).ToListAsync(cancel));
        return taken;
    }

    /// <summary>What came, by today, of the rows whose referrals were not taken back.</summary>
    private async Task<KeptHouseholds?> KeptAsync(List<PlanRow> rows, CancellationToken cancel)
    {
        var (states, helping) = (new Dictionary<long, ReferralState>(), rows.Where(r => r is { HelpsHousehold: true, ReferralId: not null }).ToList());
        foreach (var chunk in helping.Select(r => r.ReferralId!.Value).Chunk(500))
            foreach (var one in await db.Set<Referral>().Where(r => chunk.Contains(r.Id)).Select(r => new { r.Id, r.State }).ToListAsync(cancel)) states[one.Id] = one.State;
        var families = helping.Where(r => states.ContainsKey(r.ReferralId!.Value)).GroupBy(r => r.HouseholdId, r => states[r.ReferralId!.Value]).ToList();
        var hired = families.Count(states => states.Any(IsHired));
        var waiting = families.Count(states => !states.Any(IsHired) && states.Any(state => state is >= ReferralState.Referred and < ReferralState.Hired));
        return hired + waiting == 0 ? null : new(hired, waiting);

        static bool IsHired(ReferralState state) => state is ReferralState.Hired or ReferralState.Started;
    }

    private async Task<IReadOnlyList<BarredPair>> BarredAsync(PlacementPlan plan, Dictionary<long, Posting> postings, CancellationToken cancel)
    {
        var people = await ByIdAsync(plan.Bars.Select(bar => bar.PersonId), cancel);
        return [.. plan.Bars.Where(bar => people.ContainsKey(bar.PersonId) && (bar.PostingId is not { } at || postings.ContainsKey(at))).Select(bar => new BarredPair(bar, people[bar.PersonId], bar.PostingId is { } at ? postings[at] : null))];
    }

    private async Task<IReadOnlyList<LostPlace>> LostLocksAsync(PlacementPlan plan, Dictionary<long, Posting> postings, CancellationToken cancel)
    {
        if (plan is not { State: PlanState.Draft, Outcome.LostLocks: { Count: > 0 } lost }) return [];
        var people = await ByIdAsync(lost.Select(one => one.PersonId), cancel);
        return [.. lost.Where(one => people.ContainsKey(one.PersonId) && postings.ContainsKey(one.PostingId)).Select(one => new LostPlace(people[one.PersonId], postings[one.PostingId]))];
    }

    private Task<Dictionary<long, Person>> ByIdAsync(IEnumerable<long> ids, CancellationToken cancel)
    {
        var known = ids.ToList();
        return db.Set<Person>().AsNoTracking().Where(p => known.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
    }

    /// <summary>With their employers and quotas.</summary>
    public async Task<Dictionary<long, Posting>> PostingsAsync(IEnumerable<long> ids, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var postings = new Dictionary<long, Posting>();
        foreach (var chunk in ids.Distinct().Chunk(500))
            foreach (var posting in await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Where(p => chunk.Contains(p.Id)).ToListAsync(cancel)) postings[posting.Id] = posting;
        return postings;
    }

    private Task<Dictionary<long, string>> NamesAsync(IEnumerable<long> accounts, CancellationToken cancel)
    {
        var ids = accounts.Distinct().ToList();
        return db.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
    }
}
