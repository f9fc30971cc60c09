namespace JobMatch.Matching.Placement;

/// <summary>What locked rows leave to be decided.</summary>
internal sealed class LockedRows
{
    private readonly PlacementProblem problem;
    private readonly bool[] locked;
    private readonly bool[] helped;
    private readonly WelfarePost[] posts;
    private readonly WelfarePost[] has;

    public LockedRows(PlacementProblem problem)
    {
        this.problem = problem;
        Left = [.. problem.Quotas.Select(quota => quota.Vacancies)];
        (locked, helped, has, posts) = (new bool[problem.People.Count], new bool[problem.HouseholdCount], new WelfarePost[problem.HouseholdCount], [.. problem.Quotas.Select(quota => quota.Post)]);
        foreach (var row in problem.Locks)
        {
            locked[row.Person] = true;
            Left[row.Quota]--;
            helped[problem.HouseholdOf(row.Person)] = true;
            has[problem.HouseholdOf(row.Person)] = has[problem.HouseholdOf(row.Person)].With(posts[row.Quota]);
        }
    }

    /// <summary>Vacancies left, per quota.</summary>
    public int[] Left { get; }

    public bool IsLocked(int person) => locked[person];

    /// <summary>The person is free, the quota has room, and the household has no post that clashes.</summary>
    public bool IsFree(int person, int quota) => !locked[person] && Left[quota] > 0 && !has[problem.HouseholdOf(person)].Clashes(posts[quota]);

    /// <summary>The person could take a post of this kind.</summary>
    public bool CouldTake(int person, WelfarePost post)
    {
        foreach (var pair in problem.Pairs.Row(person))
            if (posts[pair.Quota] == post && IsFree(person, pair.Quota)) return true;
        return false;
    }

    /// <summary>Placing someone of this household still earns the household aim.</summary>
    public bool Earns(int household) => problem.IsZeroEmployment(household) && !helped[household];
}
