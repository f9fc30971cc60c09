namespace JobMatch.Data;

/// <summary>
/// What a use case says: done, or refused for reasons that the user can act on. A reason is a code (a key of the text resources), the
/// field it stands at, and the values for its text. Bugs are exceptions, never outcomes.
/// </summary>
public sealed record Refusal(string Code, string Field = "", params object[] Values)
{
    /// <summary>Somebody else changed the row since the form was shown.</summary>
    public static Refusal ChangedMeanwhile { get; } = new("ChangedMeanwhile");

    public static Refusal NotFound { get; } = new("NotFound");
}

public readonly record struct Outcome<T>
{
    private Outcome(T? value, IReadOnlyList<Refusal> refusals) => (Value, Refusals) = (value, refusals);

    public T? Value { get; }

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsDone => Refusals.Count == 0;

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    public static implicit operator Outcome<T>(List<Refusal> refusals) => new(default, refusals);
}
