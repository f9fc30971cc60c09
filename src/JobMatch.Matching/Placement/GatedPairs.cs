namespace JobMatch.Matching.Placement;

/// <summary>
/// Scores every person against every quota with the gates and criteria of the fit, each quota by itself: a posting with two places is near for one person at this one and for
/// another at that one. Nobody is cut off beforehand.
/// </summary>
public static class GatedPairs
{
    /// <summary>The rows are in the order of <paramref name="workers"/>; quotas are numbered as in <see cref="QuotasOf"/>.</summary>
    /// <param name="workers">The people of the plan.</param>
    /// <param name="postings">The postings of the plan.</param>
    /// <param name="context">Day, options, weights, skills, seekers.</param>
    /// <param name="excluded">Whether a person and a posting are out (already referred, refused lately); null: none. Called from several threads.</param>
    /// <param name="parallelism">Threads, at least 1.</param>
    /// <param name="progress">People done.</param>
    /// <param name="cancel">Stops between people.</param>
    public static PlacementPairs Of(
        IReadOnlyList<WorkerProfile> workers, IReadOnlyList<PostingProfile> postings, FitContext context, Func<long, long, bool>? excluded = null, int parallelism = 1,
        Action<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(workers);
        ArgumentNullException.ThrowIfNull(postings);
        ArgumentNullException.ThrowIfNull(context);
        var asks = AsksOf(postings, context);
        var rules = FitRules.Of(context);
        var rows = new byte[workers.Count][];
        var done = 0;
        Parallel.For(0, workers.Count, new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancel }, () => new byte[asks.Length], (i, _, cells) =>
        {
            Array.Clear(cells);
            var row = WorkerRow.Pack(workers[i], out var overflow);
            Score(new WorkerView(in row, overflow), asks, in rules, excluded, cells);
            rows[i] = PlacementPairs.Trimmed(cells);
            var count = Interlocked.Increment(ref done);
            if (count % 64 == 0) progress?.Invoke(count);
            return cells;
        }, static _ => { });
        return PlacementPairs.OfCells(rows);
    }

    /// <summary>The quotas with a vacancy, posting after posting, as the pairs number them.</summary>
    public static IReadOnlyList<PlacementQuota> QuotasOf(IReadOnlyList<PostingProfile> postings)
    {
        ArgumentNullException.ThrowIfNull(postings);
        return [.. postings.SelectMany(posting => posting.Quotas.Where(quota => quota.Vacancies > 0).Select(quota => new PlacementQuota(quota.Id, posting.Id, quota.Vacancies, posting.Post)))];
    }

    /// <summary>Per person by how much she comes before others: by the groups that she shares, on the start day, with those postings that take groups first and that she may take.</summary>
    /// <param name="workers">The people of the plan.</param>
    /// <param name="postings">The postings of the plan.</param>
    /// <param name="context">As for the pairs.</param>
    /// <param name="pairs">Which pairs there are.</param>
    public static IReadOnlyList<int> PrecedenceOf(IReadOnlyList<WorkerProfile> workers, IReadOnlyList<PostingProfile> postings, FitContext context, PlacementPairs pairs)
    {
        ArgumentNullException.ThrowIfNull(workers);
        ArgumentNullException.ThrowIfNull(postings);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(pairs);
        var (asks, rules) = (AsksOf(postings, context), FitRules.Of(context));
        var first = Enumerable.Range(0, asks.Length).Where(quota => asks[quota].Profile.GroupRule == GroupRule.First).ToArray();
        return [.. workers.Select((worker, person) => PrecedenceOf(worker, first.Where(quota => pairs.ScoreOf(person, quota) >= 0).Select(quota => asks[quota]), rules.Day))];
    }

    /// <summary>Who has work does not wait for a place: groups come first, others when none of them waits.</summary>
    private static int PrecedenceOf(WorkerProfile worker, IEnumerable<PostingAsk> first, int today)
    {
        if (worker.Employed) return Precedences.None;
        var (row, most) = (WorkerRow.Pack(worker, out var overflow), Precedences.None);
        var view = new WorkerView(in row, overflow);
        foreach (var ask in first)
        {
            var shared = view.GroupsOn(ask.StartDayFrom(today)) & ask.Profile.EligibleGroups;
            most = Math.Max(most, (shared & NeedTier.Hardship) != 0 ? Precedences.Hardship : shared != 0 ? Precedences.Resettled : Precedences.None);
        }
        return most;
    }

    private static PostingAsk[] AsksOf(IReadOnlyList<PostingProfile> postings, FitContext context) =>
        [.. postings.SelectMany(posting => posting.Quotas.Where(quota => quota.Vacancies > 0).Select(quota => PostingAsk.Of(posting with { Quotas = [quota] }, context.Skills, context.Texts)))];

    private static void Score(in WorkerView worker, PostingAsk[] asks, in FitRules rules, Func<long, long, bool>? excluded, byte[] cells)
    {
        var quiet = default(Quiet);
        for (var quota = 0; quota < asks.Length; quota++)
        {
            var ask = asks[quota];
            if (!PairScorer.PassesGates(in worker, ask, in rules, excluded: false, ref quiet)) continue;
            if (excluded is not null && excluded(worker.Row.Id, ask.Profile.Id)) continue;
            if (!PairScorer.Score(in worker, ask, in rules, ref quiet, out var score)) continue;
            cells[quota] = PlacementPairs.CellOf(score.Score);
        }
    }
}
