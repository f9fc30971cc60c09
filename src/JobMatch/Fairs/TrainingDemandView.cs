using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Training;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fairs;

/// <summary>Somebody who wants a training.</summary>
/// <param name="Person">Who.</param>
/// <param name="Household">Her family.</param>
/// <param name="WouldBePlaced">The planner would find her a post then, and finds none now.</param>
/// <param name="Then">Where it would send her then; null: nowhere, or that posting is gone, or the answer is too old to know.</param>
/// <param name="Gained">How many points better that fits than where it sends her now; null: the answer is too old to know.</param>
/// <param name="Attends">The class for it that she is entered in by now; null: none.</param>
public sealed record WantingPerson(Person Person, Household Household, bool WouldBePlaced, Posting? Then, int? Gained, TrainingRecord? Attends)
{
    /// <summary>The training would bring her there: she finds a post, or one that fits better.</summary>
    public bool IsHelped => WouldBePlaced || Gained is > 0;

    /// <summary>It would bring her nowhere else, nor to a better fit.</summary>
    public bool IsUnchanged => Attends is null && !WouldBePlaced && Gained is <= 0;
}

/// <summary>What one training would change, who wants it, and where they would go.</summary>
/// <param name="Demand">What the planner was asked, and when.</param>
/// <param name="Row">Its figures.</param>
/// <param name="People">Those first who would be placed then.</param>
/// <param name="Postings">Those still open, the most people first.</param>
public sealed record TrainingDemandOf(PlacementPlan Demand, TrainingDemandRow Row, IReadOnlyList<WantingPerson> People, IReadOnlyList<Posting> Postings)
{
    /// <summary>Those that the training would bring some of these people to, the most first. Old answers do not tell who goes where: then all.</summary>
    public IReadOnlyList<Posting> PostingsFor(IReadOnlyCollection<long> people) => Row.Then.Count == 0 ? Postings : [.. Postings.Where(posting => GoingTo(posting, people) > 0).OrderByDescending(posting => GoingTo(posting, people))];

    /// <summary>How many of these people the training would bring to a posting.</summary>
    public int GoingTo(Posting posting, IReadOnlyCollection<long> people) => People.Count(p => p.IsHelped && p.Then?.Id == posting.Id && people.Contains(p.Person.Id));
}

/// <summary>
/// What the planner found about trainings, for exactly the settlements of the scope at hand: figures of more places would tell about people that one may not see, figures of fewer would be
/// wrong. The people come through the scope's filter.
/// </summary>
public sealed class TrainingDemandView(JobMatchDbContext db, CurrentScope scope)
{
    /// <summary>The newest answer about these vacancies, or the one that is being worked out; null when nobody has asked that for these settlements.</summary>
    public async Task<PlacementPlan?> NewestAsync(DemandScope of, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(of);
        if (scope.Value.Kind != ScopeKind.Settlements) return null;
        var mine = scope.Value.SettlementIds.ToHashSet();
        var asked = db.Set<PlacementPlan>().Where(p => p.Kind == PlanKind.TrainingDemand).OrderByDescending(p => p.Id).Select(p => new { p.Id, p.People, p.Scope });
        await foreach (var one in asked.AsAsyncEnumerable().WithCancellation(cancel))
            if (one.Scope.Query == of.Query && mine.SetEquals(one.People.SettlementIds)) return await db.Set<PlacementPlan>().AsNoTracking().SingleAsync(p => p.Id == one.Id, cancel);
        return null;
    }

    /// <summary>One of these settlements' demands by its id; null when it is about other places.</summary>
    public async Task<PlacementPlan?> OneAsync(long id, CancellationToken cancel) =>
        await db.Set<PlacementPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Kind == PlanKind.TrainingDemand, cancel) is { } plan && scope.Value.SettlementIds.ToHashSet().SetEquals(plan.People.SettlementIds) ? plan : null;

    /// <summary>
    /// How many classes were opened, called off or got other people since this was asked: whoever is in a class counts as having passed it, so the figures may be others by now. Those of the scope, and
    /// those of other stations that its people are in.
    /// </summary>
    public async Task<int> ClassesSinceAsync(PlacementPlan demand, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(demand);
        // Asked, not worked out: what came between the two may be counted or not.
        var since = demand.MadeAt;
        var mine = await db.Set<TrainingClass>().Where(c => (c.PeopleChangedAt ?? c.MadeAt) > since).Select(c => c.Id).ToListAsync(cancel);
        // Two questions: leaving the scope would hold for all of one.
        var anywhere = await db.Set<TrainingClass>().IgnoreQueryFilters([ScopeFilters.Name]).Where(c => (c.PeopleChangedAt ?? c.MadeAt) > since).Select(c => (long?)c.Id).ToListAsync(cancel);
        var attended = await db.Set<TrainingRecord>().Where(t => anywhere.Contains(t.ClassId)).Select(t => t.ClassId!.Value).Distinct().ToListAsync(cancel);
        return mine.Union(attended).Count();
    }

    /// <summary>Null when the kind is unknown or the newest answer says nothing about it.</summary>
    public async Task<TrainingDemandOf?> OfKindAsync(int kind, DemandScope of, CancellationToken cancel)
    {
        if (!Catalogue.Instance.Trainings.ContainsKey(kind) || await NewestAsync(of, cancel) is not { } demand || demand.Demand.FirstOrDefault(r => r.KindId == kind) is not { } row) return null;
        var (ids, order) = (row.PersonIds.ToList(), row.PersonIds.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i));
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).Join(db.Set<Household>(), p => p.HouseholdId, h => h.Id, (p, h) => new { p, h }).ToListAsync(cancel);
        var wanted = row.PostingIds.Concat(row.Then).Where(id => id > 0).Distinct().ToList();
        var postings = await db.Set<Posting>().AsNoTracking().Include(p => p.Employer).Include(p => p.Quotas).Where(p => wanted.Contains(p.Id) && p.State == PostingState.Published).ToListAsync(cancel);
        var byId = postings.ToDictionary(p => p.Id);
        // By today's records: a class may have been opened since.
        var attends = await db.Set<TrainingRecord>().AsNoTracking().Where(t => t.KindId == kind && t.Result == TrainingResult.Attending && ids.Contains(t.PersonId)).ToListAsync(cancel);
        var classOf = attends.GroupBy(t => t.PersonId).ToDictionary(g => g.Key, g => g.First());
        return new TrainingDemandOf(
            demand, row, [.. people.OrderBy(p => order[p.p.Id]).Select(p => WantingOf(p.p, p.h, order[p.p.Id]))],
            [.. row.PostingIds.Where(byId.ContainsKey).Select(id => byId[id])]);

        WantingPerson WantingOf(Person person, Household household, int at) => new(
            person, household, at < row.NewlyPlaced, at < row.Then.Count ? byId.GetValueOrDefault(row.Then[at]) : null, at < row.Gained.Count ? row.Gained[at] : null, classOf.GetValueOrDefault(person.Id));
    }
}
