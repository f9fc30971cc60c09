namespace JobMatch.Matching;

/// <summary>Whom a ranking of people takes.</summary>
public enum Seekers : byte
{
    /// <summary>Everyone who passes the gates.</summary>
    Anyone = 0,

    /// <summary>Those who want to work.</summary>
    Willing = 1,

    /// <summary>Those who want to work and have no work.</summary>
    WillingAndUnemployed = 2,
}

/// <summary>One question to the pool.</summary>
public sealed record RankQuery
{
    /// <summary>The day that is asked about.</summary>
    public required DateOnly On { get; init; }

    /// <summary>How many, at least 1.</summary>
    public int K { get; init; } = 50;

    /// <summary>Whose people may be named; others are only counted. Nobody by default. Not read when postings are ranked: those are public.</summary>
    public SettlementSet Scope { get; init; } = SettlementSet.None;

    /// <summary>Null: those of the pool's options.</summary>
    public FitWeights? Weights { get; init; }

    /// <summary>The clerk asks for need first; a posting whose type says so has it anyway.</summary>
    public bool NeedFirst { get; init; }

    /// <summary>
    /// Pairs that are out, as ids of the other side: already referred, refused by this employer in 90 days, hidden from this employer.
    /// Must not change while the query runs.
    /// </summary>
    public IReadOnlySet<long>? Excluded { get; init; }
    public Seekers Seekers { get; init; }

    /// <summary>Leave out scores under this, 0–100. They still count as eligible.</summary>
    public int MinScore { get; init; }

    /// <summary>Threads that a scan may use, at least 1.</summary>
    public int Parallelism { get; init; } = 1;
}

/// <summary>One place in a ranking. <paramref name="Id"/> is the worker's or the posting's.</summary>
public readonly record struct RankedFit(
    long Id, int SuitsPost, int SuitsPerson, int Score, int Confidence, int NeedTier, int DaysWaiting, long QuotaId);

/// <summary>The best, in order, and how many are eligible inside and outside the scope.</summary>
public sealed record Ranking(IReadOnlyList<RankedFit> Best, int EligibleInScope, int EligibleOutside);
