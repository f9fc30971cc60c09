namespace JobMatch.Matching.Placement;

/// <summary>
/// A household that could break the limit, with what locked rows leave. For each of its members: posts that take one of the household, whoever takes them, and a plain public-welfare post of hers are one at most in every plan that
/// keeps the limit. Each of these sums has a price.
/// </summary>
/// <param name="Members">Indices of those who could take a public-welfare post.</param>
/// <param name="CouldTakeOne">Of them, who could take one that takes one of a household.</param>
/// <param name="CouldTakePlain">Of them, who could take a plain one.</param>
internal sealed record LimitedHousehold(int[] Members, int[] CouldTakeOne, int[] CouldTakePlain)
{
    /// <summary>Every plan that keeps the limit is in one of these cases (<see cref="PlacementChoice"/>).</summary>
    public IEnumerable<int> Choices => CouldTakePlain.Length > 0 ? CouldTakeOne.Append(PlacementChoice.Nobody) : CouldTakeOne;

    /// <summary>What the prices add to the cost of a member's posts; whoever pays <paramref name="forbidden"/> takes none, so that no cost grows beyond it.</summary>
    public WelfareCost CostOf(int member, long[] prices, long forbidden) => new(Math.Min(prices[member], forbidden), Math.Min(PriceOf(prices), forbidden));

    /// <summary>What a post that takes one of the household costs: it uses the sums of all.</summary>
    public long PriceOf(long[] prices) => Members.Sum(member => prices[member]);

    /// <summary>What a choice adds for one of the members.</summary>
    public static WelfareCost CostUnderChoice(int choice, int member, long forbidden) =>
        choice == PlacementChoice.Nobody ? new(0, forbidden) : choice == member ? default : new(forbidden, forbidden);

    /// <summary>The limit is broken: two take one of the household, or one does beside others.</summary>
    public bool BreaksLimit(Func<int, WelfarePost> postOf)
    {
        var (one, all) = (0, 0);
        foreach (var member in Members)
        {
            var post = postOf(member);
            if (post != WelfarePost.None) all++;
            if (post == WelfarePost.OnePerHousehold) one++;
        }
        return one > 0 && all > 1;
    }

    /// <summary>Members whose sum is over one; of several posts that take one and nobody with a plain one, all are, and one stands for them.</summary>
    public int[] Broken(Func<int, WelfarePost> postOf)
    {
        var plain = Array.FindAll(CouldTakePlain, member => postOf(member) == WelfarePost.Plain);
        return plain.Length > 0 ? plain : [Members.Except(CouldTakePlain).Append(Members[0]).First()];
    }

    /// <summary>A sum has a price and is not used: the bound is over the plan by that.</summary>
    public bool PaysForNothing(Func<int, WelfarePost> postOf, long[] prices) =>
        !CouldTakeOne.Any(member => postOf(member) == WelfarePost.OnePerHousehold) && Array.Exists(Members, member => prices[member] > 0 && postOf(member) != WelfarePost.Plain);
}

/// <summary>What public-welfare posts cost somebody beside all else.</summary>
internal readonly record struct WelfareCost(long Plain, long One)
{
    public long Of(WelfarePost post) => post switch { WelfarePost.None => 0, WelfarePost.Plain => Plain, _ => One };
}
