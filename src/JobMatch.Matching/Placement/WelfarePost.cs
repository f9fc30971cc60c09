namespace JobMatch.Matching.Placement;

/// <summary>
/// What a vacancy is to a household. A post of a type that takes one of a household asks that nobody of it has any public-welfare post (<see cref="Gates.PairGate"/>); of two such posts given at once, whoever begins first
/// would rule the other out.
/// </summary>
public enum WelfarePost : byte
{
    /// <summary>No public-welfare post.</summary>
    None = 0,

    /// <summary>One of a type without the limit: several may go to a household.</summary>
    Plain = 1,

    /// <summary>One of a type that takes one of a household.</summary>
    OnePerHousehold = 2,
}

public static class WelfarePosts
{
    /// <summary>Two of one household may not have these two.</summary>
    public static bool Clashes(this WelfarePost post, WelfarePost other) => (int)post + (int)other > (int)WelfarePost.OnePerHousehold;

    /// <summary>Of two posts of a household the one that decides what else it may have: it may have a third just where that clashes not with this one.</summary>
    public static WelfarePost With(this WelfarePost post, WelfarePost other) => post > other ? post : other;
}
