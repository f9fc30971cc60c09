namespace JobMatch.Matching.Placement;

/// <summary>What a plan reaches.</summary>
/// <param name="Households">Households where nobody works of which somebody is placed.</param>
/// <param name="People">People placed who have no work.</param>
/// <param name="Precedence">Steps of precedence of those placed.</param>
/// <param name="Points">Sum of their scores.</param>
public readonly record struct PlacementScore(int Households, int People, int Precedence, long Points);

/// <summary>
/// Who comes before others where a post type takes groups first, others when none of them waits (公益性岗位: 001 §1, 003 五(三); 以工代赈: 001 §3). A step is worth more than the best score, so that in a best plan
/// nobody has such a place whose family is not helped by it while somebody of the group who could take it has none. It counts wherever she is placed: who finds other work need not take the place.
/// </summary>
public static class Precedences
{
    /// <summary>She shares no group with a post that takes groups first and that she may take.</summary>
    public const int None = 0;

    /// <summary>Only that of the resettled, who are in no hardship by that.</summary>
    public const int Resettled = 1;

    /// <summary>One of hardship.</summary>
    public const int Hardship = 2;

    public const int Most = Hardship;

    private const int Step = PlacementAims.MostScore + 1;

    /// <summary>In points.</summary>
    public static int WorthOf(int precedence) => precedence * Step;
}

/// <summary>
/// The aims as whole numbers, so that one sum keeps their order: a person brought into work is worth more than all scores and precedence together could make up for, a household more than all people, precedence and scores.
/// </summary>
public readonly record struct PlacementAims(long Household, long Person)
{
    internal const int MostScore = 100;

    /// <summary>Prices may add up along a path of all nodes; they stay under this.</summary>
    private const long Limit = long.MaxValue / 4;

    /// <exception cref="ArgumentException">The numbers would not fit.</exception>
    public static PlacementAims Of(int people, IReadOnlyList<PlacementQuota> quotas, bool peopleCount, bool precedence = false)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        var most = Math.Min(people, quotas.Sum(quota => (long)quota.Vacancies));
        var points = MostScore + (precedence ? Precedences.WorthOf(Precedences.Most) : 0);
        var person = peopleCount ? (points * most) + 1 : 0;
        var household = ((person + points) * most) + 1;
        if ((Int128)household * (people + quotas.Count + 2) * 4 > Limit)
            throw new ArgumentException($"{people} people and {quotas.Count} quotas are too many for one plan.", nameof(people));
        return new(household, person);
    }

    /// <summary>More than any single person can add to a plan.</summary>
    public long BeyondOnePerson => Household + Person + MostScore + Precedences.WorthOf(Precedences.Most) + 1;

    public long Value(PlacementScore score) => checked((Household * score.Households) + (Person * score.People) + Precedences.WorthOf(score.Precedence) + score.Points);
}
