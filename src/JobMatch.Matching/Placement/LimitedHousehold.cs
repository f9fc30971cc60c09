namespace JobMatch.Matching.Placement;

/// <summary>
/// A household that could break the limit, with what locked rows leave. With x posts that take one of a household and y plain public-welfare posts, k members who could take a plain one: all plans that
/// keep the limit have k·x + y ≤ k (x ≤ 1 where k is 0), and of those that break it none does. That sum is priced.
/// </summary>
/// <param name="Members">Indices of those who could take a public-welfare post.</param>
/// <param name="CouldTakeOne">Of them, who could take one that takes one of a household.</param>
/// <param name="CouldTakePlain">How many could take a plain one (k).</param>
internal sealed record LimitedHousehold(int[] Members, int[] CouldTakeOne, int CouldTakePlain)
{
    /// <summary>The choice that nobody takes a post that takes one of a household; the others name the only member who may take a public-welfare post.</summary>
    public const int Nobody = -1;

    /// <summary>How often the price counts for a post that takes one of a household; and what a household may use of it altogether.</summary>
    public int Weight => Math.Max(1, CouldTakePlain);

    /// <summary>Every plan that keeps the limit is in one of these cases.</summary>
    public IEnumerable<int> Choices => CouldTakePlain > 0 ? CouldTakeOne.Append(Nobody) : CouldTakeOne;

    /// <summary>What the price adds to the cost of a member's posts; whoever pays more than <paramref name="forbidden"/> takes none, so that no sum grows beyond it.</summary>
    public WelfareCost CostUnder(long price, long forbidden) => new(Math.Min(price, forbidden), price > forbidden / Weight ? forbidden : price * Weight);

    /// <summary>What a choice adds for one of the members.</summary>
    public static WelfareCost CostUnderChoice(int choice, int member, long forbidden) =>
        choice == Nobody ? new(0, forbidden) : choice == member ? default : new(forbidden, forbidden);
}

/// <summary>What public-welfare posts cost somebody beside all else.</summary>
internal readonly record struct WelfareCost(long Plain, long One)
{
    public long Of(WelfarePost post) => post switch { WelfarePost.None => 0, WelfarePost.Plain => Plain, _ => One };
}

/// <summary>What a household takes.</summary>
/// <param name="One">Posts that take one of a household (x).</param>
/// <param name="Plain">Other public-welfare posts (y).</param>
internal readonly record struct WelfareTaken(int One, int Plain)
{
    public bool BreaksLimit => One > 1 || (One == 1 && Plain > 0);

    /// <summary>Uses less than the household may.</summary>
    public bool LeavesOf(int weight) => (One * weight) + Plain < weight;
}
