using JobMatch.Matching;
using JobMatch.Rules;

namespace JobMatch.Postings;

/// <summary>What a public-welfare post is to a household, by the dated rule of its type.</summary>
internal static class PublicWelfarePosts
{
    /// <summary>护林员 (5-02-03-01 of the 2022 classification).</summary>
    private const int Ranger = 5_02_03_01;

    /// <summary>保洁员 (4-09-08-01).</summary>
    private const int Cleaner = 4_09_08_01;

    public static WelfarePost Of(PublicWelfareType type, RuleBook rules, DateOnly day) =>
        rules.Holds(day, RuleName.WelfareOnePerHousehold, type.ToString()) ? WelfarePost.OnePerHousehold : WelfarePost.Plain;

    /// <summary>The type of a post that somebody holds: that of its posting; where the ledger knows no posting, what the recorded occupation says, else none in particular.</summary>
    public static PublicWelfareType TypeOf(PublicWelfareType posting, int? occupation) => posting != PublicWelfareType.None ? posting : occupation switch
    {
        Ranger => PublicWelfareType.ForestRanger,
        Cleaner => PublicWelfareType.Cleaning,
        _ => PublicWelfareType.None,
    };
}
