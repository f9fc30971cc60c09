namespace JobMatch.Matching.Placement;

/// <summary>What locked rows leave to be decided.</summary>
internal sealed class LockedRows
{
    private readonly PlacementProblem problem;
    private readonly bool[] single;
    private readonly bool[] locked;
    private readonly bool[] helped;
    private readonly bool[] hasSingle;

    public LockedRows(PlacementProblem problem)
    {
        this.problem = problem;
        single = [.. problem.Quotas.Select(quota => quota.OnePerHousehold)];
        Left = [.. problem.Quotas.Select(quota => quota.Vacancies)];
        (locked, helped, hasSingle) = (new bool[problem.People.Count], new bool[problem.HouseholdCount], new bool[problem.HouseholdCount]);
        foreach (var row in problem.Locks)
        {
            locked[row.Person] = true;
            Left[row.Quota]--;
            helped[problem.HouseholdOf(row.Person)] = true;
            hasSingle[problem.HouseholdOf(row.Person)] |= problem.Quotas[row.Quota].OnePerHousehold;
        }
    }

    /// <summary>Vacancies left, per quota.</summary>
    public int[] Left { get; }

    public bool IsLocked(int person) => locked[person];

    /// <summary>The person is free, the quota has room, and the household's one post is not taken.</summary>
    public bool IsFree(int person, int quota) =>
        !locked[person] && Left[quota] > 0 && !(single[quota] && hasSingle[problem.HouseholdOf(person)]);

    /// <summary>Placing someone of this household still earns the household aim.</summary>
    public bool Earns(int household) => problem.IsZeroEmployment(household) && !helped[household];
}
