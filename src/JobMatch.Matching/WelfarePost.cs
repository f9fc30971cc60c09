namespace JobMatch.Matching;

/// <summary>
/// What a vacancy is to a household, by its type's dated rule (county, after 003 五(三)). Where a type takes one of a household, that is the only public-welfare post that it may have: neither may it have another before, nor get another
/// beside it.
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
