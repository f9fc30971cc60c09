using JobMatch.Matching;
using JobMatch.Matching.Placement;
using JobMatch.Referrals;

namespace JobMatch.Fairs;

/// <summary>People and postings as the planner takes them, fresh from the database. People come in the order of waiting.</summary>
public sealed record PlacementInput(IReadOnlyList<WorkerProfile> Workers, IReadOnlyList<PostingProfile> Postings, FitContext Context, ExcludedPairs Excluded)
{
    public IReadOnlyList<PlacementQuota> Quotas { get; private init; } = GatedPairs.QuotasOf(Postings);

    /// <summary>What a clerk has ruled out is left out.</summary>
    public PlacementInput Without(IReadOnlyCollection<PlanBar> bars)
    {
        var people = bars.Where(bar => bar.PostingId is null).Select(bar => bar.PersonId).ToHashSet();
        return this with { Workers = [.. Workers.Where(worker => !people.Contains(worker.Id))], Barred = bars.Where(bar => bar.PostingId is not null).Select(bar => (bar.PersonId, bar.PostingId!.Value)).ToHashSet() };
    }

    /// <summary>People who would be planned for but are on the way to a job already; longest waiting first.</summary>
    public IReadOnlyList<long> LeftOut { get; private init; } = [];

    /// <summary>Vacancies of these postings that are kept for those on the way.</summary>
    public int SeatsKept { get; private init; }

    /// <summary>
    /// Without those who are on the way to a job, but whom the clerk means by name, and without the places that are kept for them; their families count as helped, and have a public-welfare
    /// post where they are on the way to one.
    /// </summary>
    /// <param name="way">Who is on the way.</param>
    /// <param name="people">Whom the plan is about.</param>
    /// <param name="posts">What the postings that they are on the way to are to a household; those that are no public-welfare posts are left out.</param>
    public PlacementInput Besides(UnderWay way, PeopleChoice people, IReadOnlyDictionary<long, WelfarePost> posts)
    {
        var taken = Postings.Select(posting => way.At(posting.Id).Any() ? posting with { Quotas = Left(posting, [.. way.At(posting.Id)]) } : posting).ToList();
        return this with
        {
            Workers = [.. Workers.Where(worker => people.TakesUnderWay(worker.Id) || way.Of(worker.Id) is null).Select(worker => Beside(worker, way, posts))],
            Postings = taken,
            Quotas = GatedPairs.QuotasOf(taken),
            Kept = [.. Postings.Where((posting, i) => posting.Quotas.Any(quota => quota.Vacancies > 0) && taken[i].Quotas.All(quota => quota.Vacancies == 0))],
            LeftOut = [.. Workers.Where(worker => !people.TakesUnderWay(worker.Id) && way.Of(worker.Id) is not null).Select(worker => worker.Id)],
            OfHouseholdOnTheWayTo = (household, person, post) => way.OthersOf(household, person).FirstOrDefault(one => posts.GetValueOrDefault(one.PostingId).Clashes(post))?.PersonId,
            SeatsKept = Quotas.Sum(quota => quota.Vacancies) - taken.Sum(posting => posting.Quotas.Sum(quota => quota.Vacancies)),
        };
    }

    private Func<long, long, WelfarePost, long?> OfHouseholdOnTheWayTo { get; init; } = (_, _, _) => null;

    /// <summary>Who else of a household is on the way to a public-welfare post because of which this person may not have one of this posting; null: nobody.</summary>
    public long? RelativeOnTheWay(long householdId, long personId, long postingId) =>
        Postings.FirstOrDefault(posting => posting.Id == postingId) is { } posting ? OfHouseholdOnTheWayTo(householdId, personId, posting.Post) : null;

    /// <summary>Postings all of whose vacancies are kept, as they would be without that.</summary>
    private IReadOnlyList<PostingProfile> Kept { get; init; } = [];

    /// <summary>For each of some people: the postings that would take her, were not all of their vacancies kept for those on the way.</summary>
    public IReadOnlyList<IReadOnlyList<long>> KeptFor(IReadOnlyList<WorkerProfile> workers, int leastScore, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workers);
        if (Kept.Count == 0) return [.. workers.Select(_ => (IReadOnlyList<long>)[])];
        var (pairs, quotas) = (ScoreOf(workers, Kept, null, cancel).AtLeast(leastScore), GatedPairs.QuotasOf(Kept));
        return [.. workers.Select((_, i) => (IReadOnlyList<long>)[.. pairs.Row(i).ToArray().Select(pair => quotas[pair.Quota].PostingId).Distinct()])];
    }

    private static WorkerProfile Beside(WorkerProfile worker, UnderWay way, IReadOnlyDictionary<long, WelfarePost> posts) => worker with
    {
        ZeroEmploymentHousehold = worker.ZeroEmploymentHousehold && !way.HasHousehold(worker.HouseholdId),
        HouseholdPost = way.OthersOf(worker.HouseholdId, worker.Id).Aggregate(worker.HouseholdPost, (has, one) => has.With(posts.GetValueOrDefault(one.PostingId))),
    };

    /// <summary>Who is not known to be at one place of the posting takes of the one with the most left: wherever she begins, as many are gone.</summary>
    private static IReadOnlyList<QuotaProfile> Left(PostingProfile posting, IReadOnlyList<OnTheWay> there)
    {
        var left = posting.Quotas.ToDictionary(quota => quota.Id, quota => quota.Vacancies);
        if (left.Count == 0) return posting.Quotas;
        foreach (var one in there.OrderBy(one => one.QuotaId is null))
        {
            var quota = one.QuotaId is { } known && left.ContainsKey(known) ? known : left.MaxBy(l => l.Value).Key;
            left[quota] = Math.Max(0, left[quota] - 1);
        }

        return [.. posting.Quotas.Select(quota => quota with { Vacancies = left[quota.Id] })];
    }

    /// <summary>Pairs that a clerk has ruled out of this plan.</summary>
    private IReadOnlySet<(long Person, long Posting)> Barred { get; init; } = new HashSet<(long, long)>();

    public PlacementPairs Score(Action<int>? progress, CancellationToken cancel) => ScoreOf(Workers, progress, cancel);

    /// <summary>For other profiles of the same people.</summary>
    public PlacementPairs ScoreOf(IReadOnlyList<WorkerProfile> workers, Action<int>? progress, CancellationToken cancel) => ScoreOf(workers, Postings, progress, cancel);

    private PlacementPairs ScoreOf(IReadOnlyList<WorkerProfile> workers, IReadOnlyList<PostingProfile> postings, Action<int>? progress, CancellationToken cancel) =>
        GatedPairs.Of(workers, postings, Context, (person, posting) => Barred.Contains((person, posting)) || Excluded.Contains(person, posting), Math.Max(1, Environment.ProcessorCount / 2), progress, cancel);

    /// <param name="pairs">From which is chosen.</param>
    /// <param name="locks">Rows that stay.</param>
    /// <param name="peopleCount">More people in work come before higher scores.</param>
    /// <param name="leastScore">No pair scores less.</param>
    /// <param name="gated">All pairs that passed the gates, where <paramref name="pairs"/> are fewer: who comes first does so whatever a clerk asks of a fit.</param>
    public PlacementProblem ProblemOf(PlacementPairs pairs, IReadOnlyList<PlacementLock> locks, bool peopleCount, int leastScore = 0, PlacementPairs? gated = null) =>
        new([.. Workers.Zip(PrecedenceOf(gated ?? pairs), (worker, precedence) => new PlacementPerson(worker.Id, worker.HouseholdId, worker.ZeroEmploymentHousehold, precedence, worker.Employed))], Quotas, pairs, locks, peopleCount)
        {
            LeastScore = leastScore,
        };

    /// <summary>Per person by how much she comes before others at posts that take groups first.</summary>
    public IReadOnlyList<int> PrecedenceOf(PlacementPairs pairs) => GatedPairs.PrecedenceOf(Workers, Postings, Context, pairs);
}
