using System.Text.RegularExpressions;

namespace JobMatch.Asking;

/// <summary>
/// 「缝纫或没工作」: words are alternatives among themselves, and so are conditions of one list (失业或就业困难); a word and a condition, or conditions of two lists, can only be
/// asked together, which is not what 或 says.
/// </summary>
internal static partial class EitherOr
{
    /// <summary>The pieces around each 或 that stands between what cannot be asked as alternatives, as typed.</summary>
    public static IReadOnlyList<string> Apart(string typed, IReadOnlyList<PersonCondition> conditions)
    {
        var apart = new List<string>();
        foreach (Match or in Or().Matches(typed))
        {
            var (before, behind) = (typed[..or.Index], typed[(or.Index + or.Length)..]);
            if (before.Length == 0 || behind.Length == 0) continue;
            var left = conditions.FirstOrDefault(c => before.EndsWith(Bare(c), StringComparison.Ordinal));
            var right = conditions.FirstOrDefault(c => behind.StartsWith(Bare(c), StringComparison.Ordinal));
            if ((left is null && right is null) || (left is not null && right is not null && AreAlternatives(left, right))) continue;
            apart.Add($"{left?.Text ?? before[(before.LastIndexOf(' ') + 1)..]}{or.Value.Trim()}{right?.Text ?? behind.Split(' ')[0]}");
        }

        return apart;
    }

    /// <summary>「初中或高中」: a level is read with what joins it to the next.</summary>
    private static string Bare(PersonCondition condition) => condition.Text.TrimEnd('或', '及');

    private static bool AreAlternatives(PersonCondition a, PersonCondition b) =>
        (a.Need is not null && b.Need is not null) || (a.Capacity is not null && b.Capacity is not null) || (a.Group is not null && b.Group is not null) || (a.Schooling is not null && b.Schooling is not null)
        || (a.Wishes is { } wish && b.Wishes is { } other && ((wish.Kinds > 0 && other.Kinds > 0) || (wish.Shifts > 0 && other.Shifts > 0) || (wish.Reach.Count > 0 && other.Reach.Count > 0)));

    [GeneratedRegex("\\s*(?:或者|或是|或(?!许|及|以))\\s*")]
    private static partial Regex Or();
}
