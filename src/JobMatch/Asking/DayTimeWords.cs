using System.Text.RegularExpressions;
using JobMatch.Matching;

namespace JobMatch.Asking;

/// <summary>「早上八点到下午五点」: from the morning to the evening is a day shift; other times are left as words.</summary>
internal static partial class DayTimeWords
{
    public static IEnumerable<UnderstoodPart> Find(LeftWords left)
    {
        if (Day().Match(left.Text) is not { Success: true } match) return [];
        return [left.Take(new UnderstoodPart(UnderstoodKind.Shift, match.Value, match.Index, match.Index + match.Length) { Shift = Shift.Day })];
    }

    [GeneratedRegex("(?:早上|上午|早晨|早)?(?:[六七八九6789]|0[6789])(?:点半?|:[0-5]\\d)(?:钟|上班)?[到至\\-~—](?:下午|晚上|傍晚|晚)?(?:[四五六456]|1[678])(?:点半?|:[0-5]\\d)(?:钟)?(?:下班|上班|的班)?的?")]
    private static partial Regex Day();
}
