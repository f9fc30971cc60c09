namespace JobMatch.Matching.Placement;

/// <summary>A person who may be placed. <paramref name="ZeroEmployment"/>: nobody of her household works (零就业家庭, 004).</summary>
public readonly record struct PlacementPerson(long Id, long HouseholdId, bool ZeroEmployment);

/// <summary>Vacancies at one place of a posting, and what they are to a household.</summary>
public readonly record struct PlacementQuota(long Id, long PostingId, int Vacancies, WelfarePost Post);

/// <summary>A row that stays as it is: indices of a person and a quota of the problem.</summary>
public readonly record struct PlacementLock(int Person, int Quota);

/// <summary>
/// Who goes where: each person at most one quota, each quota at most its vacancies, no two of a household in posts that clash (<see cref="WelfarePosts.Clashes"/>), only pairs that passed every gate.
/// Aims, each before the next: zero-employment households that get someone placed; if asked, people placed; the sum of scores.
/// </summary>
public sealed class PlacementProblem
{
    private readonly int[] householdOf;
    private readonly bool[] helpsHousehold;

    /// <exception cref="ArgumentException">Pairs of other people or quotas; a lock that is no gated pair, or the locks together break a limit; or the problem is too large for whole-number costs.</exception>
    public PlacementProblem(IReadOnlyList<PlacementPerson> people, IReadOnlyList<PlacementQuota> quotas, PlacementPairs pairs, IReadOnlyList<PlacementLock>? locks = null, bool peopleCount = true)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(quotas);
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.People != people.Count) throw new ArgumentException("Pairs and people differ in number.", nameof(pairs));
        if (pairs.Quotas > quotas.Count) throw new ArgumentException($"A pair names quota {pairs.Quotas - 1} of {quotas.Count}.", nameof(pairs));
        (People, Quotas, Pairs, Locks, PeopleCount) = (people, quotas, pairs, locks ?? [], peopleCount);
        (householdOf, HouseholdCount, helpsHousehold) = HouseholdsOf(people);
        Aims = PlacementAims.Of(people.Count, quotas, peopleCount);
        CheckLocks();
    }

    public IReadOnlyList<PlacementPerson> People { get; }

    public IReadOnlyList<PlacementQuota> Quotas { get; }

    public PlacementPairs Pairs { get; }

    public IReadOnlyList<PlacementLock> Locks { get; }

    /// <summary>More people come before higher scores.</summary>
    public bool PeopleCount { get; }

    /// <summary>No pair of the plan scores less; the pairs given hold none that does.</summary>
    public int LeastScore { get; init; }

    /// <summary>Households are numbered from 0 in order of first appearance.</summary>
    public int HouseholdCount { get; }

    public PlacementAims Aims { get; }

    public int HouseholdOf(int person) => householdOf[person];

    /// <summary>The household is one where nobody works.</summary>
    public bool IsZeroEmployment(int household) => helpsHousehold[household];

    /// <summary>What an assignment is worth, counted from nothing but the assignment.</summary>
    /// <param name="quotaOf">Per person an index of a quota, or −1.</param>
    public PlacementScore ScoreOf(ReadOnlySpan<int> quotaOf)
    {
        var helped = new HashSet<int>();
        var (people, points) = (0, 0L);
        for (var person = 0; person < quotaOf.Length; person++)
        {
            if (quotaOf[person] < 0) continue;
            people++;
            points += Pairs.ScoreOf(person, quotaOf[person]);
            if (helpsHousehold[householdOf[person]]) helped.Add(householdOf[person]);
        }
        return new(helped.Count, people, points);
    }

    private static (int[] Of, int Count, bool[] Zero) HouseholdsOf(IReadOnlyList<PlacementPerson> people)
    {
        var (of, numbers) = (new int[people.Count], new Dictionary<long, int>());
        var zero = new bool[people.Count];
        for (var i = 0; i < of.Length; i++)
        {
            if (!numbers.TryGetValue(people[i].HouseholdId, out of[i])) numbers[people[i].HouseholdId] = of[i] = numbers.Count;
            zero[of[i]] |= people[i].ZeroEmployment;
        }
        return (of, numbers.Count, zero[..numbers.Count]);
    }

    private void CheckLocks()
    {
        var (left, placed, has) = (Quotas.Select(quota => quota.Vacancies).ToArray(), new HashSet<int>(), new WelfarePost[HouseholdCount]);
        foreach (var row in Locks)
        {
            if (Pairs.ScoreOf(row.Person, row.Quota) < 0) throw new ArgumentException($"Locked row {row} is no pair that passed the gates.", nameof(Locks));
            if (!placed.Add(row.Person)) throw new ArgumentException($"Person {row.Person} is locked twice.", nameof(Locks));
            if (--left[row.Quota] < 0) throw new ArgumentException($"Quota {row.Quota} has more locked rows than vacancies.", nameof(Locks));
            ref var held = ref has[householdOf[row.Person]];
            if (held.Clashes(Quotas[row.Quota].Post)) throw new ArgumentException($"Two of one household are locked into posts of which it may have one (person {row.Person}).", nameof(Locks));
            held = held.With(Quotas[row.Quota].Post);
        }
    }
}

/// <summary>What a plan reaches, in the order of the aims.</summary>
public readonly record struct PlacementScore(int Households, int People, long Points) : IComparable<PlacementScore>
{
    public int CompareTo(PlacementScore other) =>
        Households != other.Households ? Households.CompareTo(other.Households) : People != other.People ? People.CompareTo(other.People) : Points.CompareTo(other.Points);

    public static bool operator <(PlacementScore left, PlacementScore right) => left.CompareTo(right) < 0;

    public static bool operator >(PlacementScore left, PlacementScore right) => left.CompareTo(right) > 0;

    public static bool operator <=(PlacementScore left, PlacementScore right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PlacementScore left, PlacementScore right) => left.CompareTo(right) >= 0;
}

/// <summary>
/// The aims as whole numbers, so that one sum keeps their order: a person is worth more than all scores together could make up for, a household more than all people and scores.
/// </summary>
public readonly record struct PlacementAims(long Household, long Person)
{
    private const int MostScore = 100;

    /// <summary>Prices may add up along a path of all nodes; they stay under this.</summary>
    private const long Limit = long.MaxValue / 4;

    /// <exception cref="ArgumentException">The numbers would not fit.</exception>
    public static PlacementAims Of(int people, IReadOnlyList<PlacementQuota> quotas, bool peopleCount)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        var most = Math.Min(people, quotas.Sum(quota => (long)quota.Vacancies));
        var person = peopleCount ? (MostScore * most) + 1 : 0;
        var household = ((person + MostScore) * most) + 1;
        if ((Int128)household * (people + quotas.Count + 2) * 4 > Limit)
            throw new ArgumentException($"{people} people and {quotas.Count} quotas are too many for one plan.", nameof(people));
        return new(household, person);
    }

    public long Value(PlacementScore score) => checked((Household * score.Households) + (Person * score.People) + score.Points);
}
