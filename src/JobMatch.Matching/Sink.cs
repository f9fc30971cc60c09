namespace JobMatch.Matching;

/// <summary>
/// Where gates and criteria say why. They are generic over it: with <see cref="Quiet"/> the compiler removes every word, so the scan and the explanation are
/// one and the same function.
/// </summary>
internal interface ISink
{
    static abstract bool Collects { get; }

    void Fail(GateCode code, WorkerFact record, bool unknown, params ReadOnlySpan<long> values);

    /// <summary>Part of the current criterion's value; parts of a criterion share its points by their amounts.</summary>
    void Part(ReasonCode code, long amount, params ReadOnlySpan<long> values);

    void Remark(ReasonCode code, params ReadOnlySpan<long> values);

    void Gap(GapCode code, params ReadOnlySpan<long> values);

    /// <summary>The criterion is done: its parts can be given their points.</summary>
    void Close(Criterion criterion, Mark mark, in FitRules rules);
}

/// <summary>Says nothing.</summary>
internal readonly struct Quiet : ISink
{
    public static bool Collects => false;

    public void Fail(GateCode code, WorkerFact record, bool unknown, params ReadOnlySpan<long> values)
    {
    }

    public void Part(ReasonCode code, long amount, params ReadOnlySpan<long> values)
    {
    }

    public void Remark(ReasonCode code, params ReadOnlySpan<long> values)
    {
    }

    public void Gap(GapCode code, params ReadOnlySpan<long> values)
    {
    }

    public void Close(Criterion criterion, Mark mark, in FitRules rules)
    {
    }
}
