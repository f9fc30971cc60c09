using System.Text.RegularExpressions;

namespace JobMatch.Postings;

/// <summary>
/// Work that somebody does not want: 「不要保安」, 「除了保安都行」. No search leaves work out, and showing just that work would be the opposite of what was asked; so it is set aside, and that is said.
/// </summary>
internal static partial class UnwantedWork
{
    /// <summary>Takes it out; its name as typed, in order.</summary>
    public static IEnumerable<string> Take(LeftWords left)
    {
        foreach (var (from, to) in left.Chunks())
        {
            if (Unwanted().Match(left.Text[from..to]) is not { Success: true } match) continue;
            var work = match.Groups["work"];
            if (UnderstandQuery.OccupationIn(left, from + work.Index, from + work.Index + work.Length) is null) continue;
            yield return left.Typed(from + work.Index, from + work.Index + work.Length);
            left.Blank(from, to);
        }
    }

    [GeneratedRegex("^我?(?:不要|不想要|不想做|不想干|不想当|不想去当|不做|不干|不当|不找|别给我|除了|除开)(?<work>.{2,8}?)(?:的?(?:工作|活儿?|岗位)|以外|之外|就行|都行|都可以|都好)*的?$")]
    private static partial Regex Unwanted();
}
