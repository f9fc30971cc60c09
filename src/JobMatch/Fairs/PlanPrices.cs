using JobMatch.Data;
using JobMatch.Matching.Placement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobMatch.Fairs;

/// <summary>What the proof of a plan says its vacancies are worth, kept by ids so that it can be asked later why a pair is not in it. A row of its own: lists of plans need not carry it.</summary>
public sealed class PlanPriceList
{
    /// <summary>The plan; who may see that one may see this.</summary>
    public required long PlanId { get; init; }

    public required PlanPrices Prices { get; set; }
}

/// <summary><see cref="PlacementPrices"/> by ids; what is not named costs nothing.</summary>
public sealed record PlanPrices
{
    public long PersonAim { get; init; }

    public long HouseholdAim { get; init; }

    public long Slack { get; init; }

    public IReadOnlyDictionary<long, long> Quotas { get; init; } = new Dictionary<long, long>();

    public IReadOnlyDictionary<long, long> Leaving { get; init; } = new Dictionary<long, long>();

    public IReadOnlyDictionary<long, long> Entering { get; init; } = new Dictionary<long, long>();

    public IReadOnlyDictionary<long, long> Raises { get; init; } = new Dictionary<long, long>();

    /// <summary>Per household, for a post that takes one of it.</summary>
    public IReadOnlyDictionary<long, long> Limits { get; init; } = new Dictionary<long, long>();

    /// <summary>Per person, for any other public-welfare post.</summary>
    public IReadOnlyDictionary<long, long> Plains { get; init; } = new Dictionary<long, long>();

    public static PlanPrices Of(PlacementProblem problem, PlacementPrices prices)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(prices);
        var households = new Dictionary<int, long>();
        for (var person = 0; person < problem.People.Count; person++) households.TryAdd(problem.HouseholdOf(person), problem.People[person].HouseholdId);
        return new()
        {
            PersonAim = prices.PersonAim,
            HouseholdAim = problem.Aims.Household,
            Slack = prices.Slack,
            Quotas = Priced(prices.QuotaPrices, quota => problem.Quotas[quota].Id),
            Leaving = Priced(prices.Leaving, quota => problem.Quotas[quota].Id),
            Entering = Priced(prices.Entering, quota => problem.Quotas[quota].Id),
            Raises = Priced(prices.Raises, household => households[household]),
            Limits = Priced(prices.LimitPrices, household => households[household]),
            Plains = Priced(prices.PlainPrices, person => problem.People[person].Id),
        };

        static Dictionary<long, long> Priced(IReadOnlyList<long> prices, Func<int, long> id) => prices.Select((price, i) => (price, i)).Where(p => p.price != 0).ToDictionary(p => id(p.i), p => p.price);
    }

    /// <summary>For one person: the prices of these quotas, of her as number 0 and of her household as number 0.</summary>
    public PlacementPrices For(long personId, long householdId, IReadOnlyList<PlacementQuota> quotas) =>
        new(PersonAim, [.. quotas.Select(quota => Quotas.GetValueOrDefault(quota.Id))], [Raises.GetValueOrDefault(householdId)], [Limits.GetValueOrDefault(householdId)], [Plains.GetValueOrDefault(personId)],
            [.. quotas.Select(quota => Leaving.GetValueOrDefault(quota.Id))], [.. quotas.Select(quota => Entering.GetValueOrDefault(quota.Id))], Slack);

    /// <summary>
    /// In whole numbers of the gravest aim. A family less, with a few people or points gained elsewhere, is worth a little less than a family: that is a family still, for as many people as it comes to are more than
    /// a plan places; so is a person less with points gained.
    /// </summary>
    /// <param name="loss">In the measure of the plan's value.</param>
    public PlanLoss LossOf(long loss) =>
        Whole(loss, HouseholdAim) is > 0 and var households ? new(households, 0, 0) : Whole(loss, PersonAim) is > 0 and var people ? new(0, people, 0) : new(0, 0, loss);

    private static long Whole(long loss, long aim) => aim > 0 ? (loss + (aim / Little)) / aim : 0;

    /// <summary>So much of an aim (a tenth) can be gained elsewhere.</summary>
    private const int Little = 10;
}

/// <summary>What a change would cost the plan at least, in the gravest of its aims that it touches; all 0: none is proved.</summary>
/// <param name="Households">As much as so many families without work that are not helped.</param>
/// <param name="People">As much as so many people who are not placed.</param>
/// <param name="Points">So much of the sum of scores.</param>
public sealed record PlanLoss(long Households, long People, long Points);

/// <summary>Why a plan does not send somebody where she fits best.</summary>
public enum PlanBestBecause
{
    /// <summary>Its vacancies went to others.</summary>
    Full = 1,

    /// <summary>Another of her household has the post that only one may have.</summary>
    HouseholdLimit = 2,

    /// <summary>The clerk keeps her where she is.</summary>
    Locked = 3,

    /// <summary>The plan is not proved to be the best, and a better one may send her there.</summary>
    NotProved = 4,
}

/// <summary>Where somebody of a plan fits better than where it sends her, and why she does not go there; as it was when the plan was worked out.</summary>
/// <param name="PostingId">The posting that fits her best of those that she may take.</param>
/// <param name="QuotaId">The place of it.</param>
/// <param name="Score">How well.</param>
/// <param name="Because">Why not.</param>
/// <param name="Loss">What sending her there would cost at least; null when locked rows leave no room there, or keep her.</param>
/// <param name="RelativeId">Of her household, who has the post that only one may have; null when it is not about that.</param>
public sealed record PlanBest(long PostingId, long QuotaId, int Score, PlanBestBecause Because, PlanLoss? Loss, long? RelativeId = null);

internal sealed class PlanPriceListConfiguration : IEntityTypeConfiguration<PlanPriceList>
{
    public void Configure(EntityTypeBuilder<PlanPriceList> builder)
    {
        builder.HasKey(p => p.PlanId);
        builder.Property(p => p.PlanId).ValueGeneratedNever();
        builder.HasOne<PlacementPlan>().WithOne().HasForeignKey<PlanPriceList>(p => p.PlanId);
        builder.Property(p => p.Prices).HasJsonText();
    }
}
