using System.Text.Json.Serialization;

namespace JobMatch.Fairs;

/// <summary>What it would change if everybody who wants a training had it.</summary>
/// <param name="KindId">The kind of training.</param>
/// <param name="Wanting">People who want it, have not had it and are in no class for it.</param>
/// <param name="MorePeople">More people who could be placed.</param>
/// <param name="MoreHouseholds">More families where nobody works that would be helped.</param>
/// <param name="MorePoints">How much better the whole plan would fit.</param>
/// <param name="PersonIds">Who wants it; those first who would be placed then and are not now.</param>
/// <param name="NewlyPlaced">How many of these come first.</param>
/// <param name="PostingIds">Where they would go, the most people first.</param>
public sealed record TrainingDemandRow(int KindId, int Wanting, int MorePeople, int MoreHouseholds, long MorePoints, IReadOnlyList<long> PersonIds, int NewlyPlaced, IReadOnlyList<long> PostingIds)
{
    /// <summary>Where each of <see cref="PersonIds"/> would go, in their order; 0: nowhere. Empty in answers of before this was kept.</summary>
    public IReadOnlyList<long> Then { get; init; } = [];

    /// <summary>How many points more each would have there than where she would go now, in their order; who goes nowhere now has 0 points now.</summary>
    public IReadOnlyList<int> Gained { get; init; } = [];

    /// <summary>More vacancies filled that nobody may begin without the certificate which this training gives: they stay open for want of holders. Null in answers of before this was kept.</summary>
    public int? MoreLicensed { get; init; }

    /// <summary>What all who want it gain together. The rest of <see cref="MorePoints"/> is what others gain or lose because places move. Null in answers of before this was kept.</summary>
    public long? PointsOfWanting { get; init; }

    /// <summary>How many of those who want it would fit better where they go then than where they go now. Null in answers of before this was kept.</summary>
    public int? FitBetter { get; init; }

    /// <summary><see cref="FitBetter"/>, also of older answers that list everybody; null where it cannot be known.</summary>
    [JsonIgnore]
    public int? BetterOff => FitBetter ?? (Gained.Count == Wanting ? Gained.Count(gained => gained > 0) : null);
}
