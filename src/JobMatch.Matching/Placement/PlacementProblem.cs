namespace JobMatch.Matching.Placement;

/// <summary>A person who may be placed.</summary>
/// <param name="Id">Who.</param>
/// <param name="HouseholdId">Of which household.</param>
/// <param name="ZeroEmployment">Nobody of her household works (零就业家庭, 004).</param>
/// <param name="Precedence">By how much she comes before others because of a post that takes groups first, 0 to <see cref="Precedences.Most"/>.</param>
/// <param name="Works">She has work and would change it: as many are in work when she is placed as when she is not.</param>
public readonly record struct PlacementPerson(long Id, long HouseholdId, bool ZeroEmployment, int Precedence = 0, bool Works = false);

/// <summary>Vacancies at one place of a posting, and what they are to a household.</summary>
public readonly record struct PlacementQuota(long Id, long PostingId, int Vacancies, WelfarePost Post);

/// <summary>A row that stays as it is: indices of a person and a quota of the problem.</summary>
public readonly record struct PlacementLock(int Person, int Quota);

/// <summary>
/// Who goes where: each person at most one quota, each quota at most its vacancies, no two of a household in posts that clash (<see cref="WelfarePosts.Clashes"/>), only pairs that passed every gate.
/// Aims, each before the next: zero-employment households that get someone placed; if asked, people without work placed; the sum of scores, in which a step of precedence counts more than any one score.
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
        Aims = PlacementAims.Of(people.Count, quotas, peopleCount, people.Any(person => person.Precedence > 0));
        CheckLocks();
    }

    public IReadOnlyList<PlacementPerson> People { get; }

    public IReadOnlyList<PlacementQuota> Quotas { get; }

    public PlacementPairs Pairs { get; }

    public IReadOnlyList<PlacementLock> Locks { get; }

    /// <summary>More people in work come before higher scores.</summary>
    public bool PeopleCount { get; }

    /// <summary>No pair of the plan scores less; the pairs given hold none that does.</summary>
    public int LeastScore { get; init; }

    /// <summary>Households are numbered from 0 in order of first appearance.</summary>
    public int HouseholdCount { get; }

    public PlacementAims Aims { get; }

    public int HouseholdOf(int person) => householdOf[person];

    /// <summary>It is a gated pair of somebody who is not locked, and the locked rows leave it room.</summary>
    public bool MayLock(PlacementLock row) => Pairs.ScoreOf(row.Person, row.Quota) >= 0 && new LockedRows(this).IsFree(row.Person, row.Quota);

    /// <summary>The same with one more row that stays.</summary>
    /// <exception cref="ArgumentException">It may not be locked (<see cref="MayLock"/>).</exception>
    public PlacementProblem WithLock(PlacementLock row) => new(People, Quotas, Pairs, [.. Locks, row], PeopleCount) { LeastScore = LeastScore };

    /// <summary>The household is one where nobody works.</summary>
    public bool IsZeroEmployment(int household) => helpsHousehold[household];

    /// <summary>What placing a person is worth wherever she goes, beside what it is worth to her household.</summary>
    public long WorthOf(int person) => Aims.Person + OwnWorthOf(person);

    /// <summary>What of that is not the same for everybody.</summary>
    internal long OwnWorthOf(int person) => Precedences.WorthOf(People[person].Precedence) - (People[person].Works ? Aims.Person : 0);

    /// <summary>What an assignment is worth, counted from nothing but the assignment.</summary>
    /// <param name="quotaOf">Per person an index of a quota, or −1.</param>
    public PlacementScore ScoreOf(ReadOnlySpan<int> quotaOf)
    {
        var helped = new HashSet<int>();
        var (people, precedence, points) = (0, 0, 0L);
        for (var person = 0; person < quotaOf.Length; person++)
        {
            if (quotaOf[person] < 0) continue;
            if (!People[person].Works) people++;
            precedence += People[person].Precedence;
            points += Pairs.ScoreOf(person, quotaOf[person]);
            if (helpsHousehold[householdOf[person]]) helped.Add(householdOf[person]);
        }
        return new(helped.Count, people, precedence, points);
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
