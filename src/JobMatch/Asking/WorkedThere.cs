using System.Text.RegularExpressions;

namespace JobMatch.Asking;

/// <summary>
/// Where somebody has been or would go, and what for, said in one breath: 「在电子厂干过」 is 「做过电子厂」, 「在工地做过小工」 asks for both, and so does 「想去广东做衣服」, as two wishes.
/// </summary>
internal static partial class WorkedThere
{
    /// <summary>The words as the search of people reads them.</summary>
    public static string Said(string typed, KnownPlaces places) =>
        Wished().Replace(Been().Replace(typed, " 做过${at} ${again}${what}"), match => IsPlace(match.Groups["at"].Value, places) ? $" 想去{match.Groups["at"].Value} {match.Groups["wish"].Value}{match.Groups["work"].Value}" : match.Value).Trim();

    private static bool IsPlace(string name, KnownPlaces places) => places.Others.ContainsKey(name);

    [GeneratedRegex("(?<![\\p{IsCJKUnifiedIdeographs}])(?:以前|曾经?|之前)?(?:在|去|到)(?<at>[\\p{IsCJKUnifiedIdeographs}]{2,6}?)(?:里面?|那边|上)?(?:干过活|打过工|上过班|务过工|做过工|工作过|待过|呆过|(?<again>(?:做|干|当)过)(?<what>(?!工(?:\\s|的|$))[\\p{IsCJKUnifiedIdeographs}]{2,6}?)|干过|做过)(?:的人员|的人|的)?(?=\\s|$|[\\p{P}])")]
    private static partial Regex Been();

    [GeneratedRegex("(?<![\\p{IsCJKUnifiedIdeographs}])(?<wish>想要?|愿意|希望|准备|打算)(?:去|到|在)(?<at>[\\p{IsCJKUnifiedIdeographs}]{2,6}?)(?<work>(?:做|干|当|进|打|开|踩|学|送|跑|带|种|养|搞)[\\p{IsCJKUnifiedIdeographs}]{1,6})(?=\\s|$|[\\p{P}])")]
    private static partial Regex Wished();
}
