using JobMatch.Matching;

namespace JobMatch.Fits;

/// <summary>
/// Who is ranked for a posting. The pool looks at everybody and is exact; where one machine is not enough, a search server makes a first
/// cut, and the same gates and criteria rank it. Either way the numbers of whoever is named are the same.
/// </summary>
public interface IFitCandidates
{
    /// <summary>The best people for a posting that is public; null when it is not.</summary>
    Task<Ranking?> BestWorkersAsync(long postingId, RankQuery query, CancellationToken cancel);
}

/// <summary>Everybody, from memory.</summary>
internal sealed class PoolCandidates(FitPool pool) : IFitCandidates
{
    public Task<Ranking?> BestWorkersAsync(long postingId, RankQuery query, CancellationToken cancel) => Task.FromResult(pool.BestWorkers(postingId, query));
}
