using JobMatch.Matching;

namespace JobMatch.Fairs;

/// <summary>Public-welfare posts that go to households one after another, by the limit of one where a type says so.</summary>
internal sealed class HouseholdPosts
{
    private readonly Dictionary<long, WelfarePost> _has = [];

    /// <summary>False, and nothing taken, when the household has a post that clashes.</summary>
    public bool TryTake(long householdId, WelfarePost post)
    {
        var has = _has.GetValueOrDefault(householdId);
        if (has.Clashes(post)) return false;
        _has[householdId] = has.With(post);
        return true;
    }
}
