using JobMatch.Matching;

namespace JobMatch.Asking;

/// <summary>What people are to wish for. Who has said nothing about it is in none: what nobody asked her is neither yes nor no.</summary>
public sealed record WishesAsked
{
    /// <summary>Work of any of these kinds; at home is also whoever goes no further.</summary>
    public PostingKinds Kinds { get; init; }

    /// <summary>Would work any of these.</summary>
    public Shifts Shifts { get; init; }

    /// <summary>True: would work at night; false: would not, or must not.</summary>
    public bool? Nights { get; init; }

    /// <summary>Goes so far, any of these. Whoever gave a distance within a county is among <see cref="Mobility.County"/>.</summary>
    public IReadOnlyList<Mobility> Reach { get; init; } = [];

    /// <summary>Only people who look after somebody.</summary>
    public bool Care { get; init; }

    /// <summary>Fen a month that she asks for at least: no less than this.</summary>
    public long? FloorFromFen { get; init; }

    /// <summary>No more than this.</summary>
    public long? FloorToFen { get; init; }

    /// <summary>All of them wished for.</summary>
    public IReadOnlyList<int> TrainingKindIds { get; init; } = [];

    /// <summary>Only people who wish for a training, whichever.</summary>
    public bool AnyTraining { get; init; }

    /// <summary>Whether she wants work.</summary>
    public bool? Willing { get; init; }

    public bool IsAsked => Kinds != PostingKinds.None || Shifts != Shifts.None || Nights is not null || Reach.Count > 0 || Care || AsksFloor || TrainingKindIds.Count > 0 || AnyTraining || Willing is not null;

    public bool AsksFloor => FloorFromFen is not null || FloorToFen is not null;

    /// <summary>Both: kinds, shifts and distances are alternatives, trainings add up, of two answers to one question the first stands.</summary>
    public WishesAsked And(WishesAsked other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new WishesAsked
        {
            Kinds = Kinds | other.Kinds,
            Shifts = Shifts | other.Shifts,
            Nights = Nights ?? other.Nights,
            Reach = [.. Reach.Union(other.Reach).Order()],
            Care = Care || other.Care,
            FloorFromFen = FloorFromFen ?? other.FloorFromFen,
            FloorToFen = FloorToFen ?? other.FloorToFen,
            TrainingKindIds = [.. TrainingKindIds.Union(other.TrainingKindIds)],
            AnyTraining = AnyTraining || other.AnyTraining,
            Willing = Willing ?? other.Willing,
        };
    }
}
