namespace JobMatch.Matching.Placement;

/// <summary>How much work a plan may take.</summary>
public sealed record PlacementLimits
{
    /// <summary>
    /// Cases that the household limit may be split into; afterwards the best plan so far is given with its bound. At least 1. A county of 10,000 people needs about ten; a few dozen people of whom
    /// most could take such a post may need thousands.
    /// </summary>
    public int MostCases { get; init; } = 16_384;

    /// <summary>Pivots after which no further case is begun: some seconds of work.</summary>
    public long MostPivots { get; init; } = 4_000_000;
}

/// <summary>
/// The best plan there is: a network simplex over the most promising pairs, then all gated pairs priced by its duals and the offenders added, until there is none; then the limit of one
/// such post a household. Same problem, same plan, on every machine.
/// </summary>
public static class PlacementSolver
{
    /// <param name="problem">What to plan.</param>
    /// <param name="limits">Null: the defaults.</param>
    /// <param name="progress">Called from this thread now and then.</param>
    /// <param name="cancel">Stops the work; no plan then.</param>
    public static PlacementAnswer Solve(PlacementProblem problem, PlacementLimits? limits = null, Action<PlacementProgress>? progress = null, CancellationToken cancel = default) =>
        Solve(problem, limits ?? new(), progress, cancel, out _);

    /// <summary>The same, and the final graph, so that another solver can be set the same question.</summary>
    internal static PlacementAnswer Solve(PlacementProblem problem, PlacementLimits limits, Action<PlacementProgress>? progress, CancellationToken cancel, out PlacementGraph graph)
    {
        ArgumentNullException.ThrowIfNull(problem);
        graph = new PlacementGraph(problem);
        graph.Start();
        var search = new HouseholdLimitSearch(problem, graph, progress, cancel);
        search.Run(limits);
        var score = problem.ScoreOf(search.Best);
        return new()
        {
            QuotaOf = search.Best,
            Score = score,
            Value = problem.Aims.Value(score),
            Bound = search.Bound,
            Certificate = new(search.Cases),
            Effort = new(graph.Rounds, graph.Simplex.Pivots, search.Cases.Count, graph.Simplex.ArcCount),
        };
    }
}
