namespace JobMatch.Matching;

/// <summary>
/// What a criterion says about a pair: a value 0–10,000 and the percent of it that rests on recorded facts; or that it does not apply. Whether it applies
/// depends on the posting alone: if a worker's fact could add or remove a criterion, gaining one could lower the mean.
/// </summary>
internal readonly struct Mark
{
    public const int Full = 10_000;

    public readonly int Value;
    public readonly int Known;
    public readonly bool Applies;

    public Mark(int value, int known) => (Value, Known, Applies) = (value, known, true);

    /// <summary>Leaves the mean.</summary>
    public static Mark DoesNotApply => default;
}
