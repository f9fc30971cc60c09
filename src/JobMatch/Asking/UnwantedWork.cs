using System.Text.RegularExpressions;

namespace JobMatch.Asking;

/// <summary>Work that somebody does not want: 「不要保安」, 「除了保安都行」, 「-保安」. It is left out of what is found.</summary>
internal static partial class UnwantedWork
{
    public static IEnumerable<UnderstoodPart> Find(LeftWords left)
    {
        foreach (var (from, to) in left.Chunks())
        {
            if (Unwanted().Match(left.Text[from..to]) is { Success: true } match && Named(match) is { } named) yield return named;
            else if (from > 0 && left.Text[from - 1] is '-' or '－' && (from == 1 || left.Text[from - 2] == ' ') && UnderstandQuery.OccupationIn(left, from, to) is { } work && work.From == from) yield return Taken(work, from - 1, to);

            UnderstoodPart? Named(Match said) => said.Groups["work"] is var work && !work.Value.Contains('的', StringComparison.Ordinal) && UnderstandQuery.OccupationIn(left, from + work.Index, from + work.Index + work.Length) is { } found ? Taken(found, from, to) : null;
        }

        UnderstoodPart Taken(UnderstoodPart work, int from, int to) => left.Take(work with { Kind = UnderstoodKind.Unwanted, From = from, To = to });
    }

    [GeneratedRegex("^我?(?:不要|不想要|不想做|不想干|不想当|不想去当|不愿意?做|不做|不干|不当|不找|别给我|除了|除开)(?<work>.{2,8}?)(?:的?(?:工作|活儿?|岗位)|以外|之外|就行|都行|都可以|都好)*的?$")]
    private static partial Regex Unwanted();
}
