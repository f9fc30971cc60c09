namespace JobMatch.Workers;

/// <summary>From one calendar year to another, both of them too; null is open. Whose year is unknown is in none.</summary>
public readonly record struct YearsOfBirth(int? From, int? To)
{
    /// <summary>The first year that anybody alive was born in: a year that is not known is kept as 0.</summary>
    public const int Earliest = 1900;

    public bool IsAsked => (From ?? To) is not null;

    /// <summary>What both allow.</summary>
    public YearsOfBirth And(YearsOfBirth other) => new(Later(From, other.From), Earlier(To, other.To));

    private static int? Later(int? one, int? other) => one is { } a && other is { } b ? Math.Max(a, b) : one ?? other;

    private static int? Earlier(int? one, int? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;
}
