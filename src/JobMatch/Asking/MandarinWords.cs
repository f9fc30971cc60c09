using System.Text.RegularExpressions;
using JobMatch.Matching;

namespace JobMatch.Asking;

/// <summary>
/// How well somebody speaks Mandarin, as a clerk says it: 「会说普通话」 is enough for everyday, 「普通话好」 is fluent, 「听得懂普通话」 any. A certificate or a training in it (普通话证, 普通话培训) is
/// none of these.
/// </summary>
internal static partial class MandarinWords
{
    private static readonly IReadOnlyList<Mandarin> Everyday = [Mandarin.Conversational, Mandarin.Fluent], Understood = [Mandarin.Simple, .. Everyday], Little = [Mandarin.None, Mandarin.Simple];

    public static IEnumerable<PersonCondition> Find(LeftWords left)
    {
        foreach (Match match in Spoken().Matches(left.Text))
        {
            left.Blank(match.Index, match.Index + match.Length);
            yield return new PersonCondition(left.Typed(match.Index, match.Index + match.Length).Trim()) { Mandarin = LevelsOf(match) };
        }
    }

    private static IReadOnlyList<Mandarin> LevelsOf(Match said) => said switch
    {
        _ when said.Groups["none"].Success => [Mandarin.None],
        _ when said.Groups["little"].Success => Little,
        _ when said.Groups["fluent"].Success => [Mandarin.Fluent],
        _ when said.Groups["heard"].Success => Understood,
        _ => Everyday,
    };

    private const string Language = "(?:普通话|国语|国家通用语言?|汉语)";

    [GeneratedRegex($"""
        (?:(?<none>(?:听不懂|一点不会|完全不会)(?:说|讲)?{Language})
        |(?<little>(?:不太会|不大会|不怎么会|不会|不懂|不能|说不好|讲不好|说不来|讲不来)(?:说|讲|用)?{Language}|{Language}(?:说得|讲得)?(?:不好|不太好|不会|不行|不标准|不流利|差))
        |(?<fluent>(?:会|能)?(?:说|讲)?(?:流利|标准|一口好|一口流利|很好)的?{Language}|(?:会|能)?(?:说|讲)?{Language}(?:水平)?(?:说得|讲得|说的|讲的)?(?:很|比较|还|都|挺|较)?(?:好|流利|标准|不错|熟练))
        |(?<heard>(?:能|会)?听得?懂{Language})
        |(?:会|能|懂|可以)(?:说|讲|用)?{Language}(?:交流|沟通|说话)?|(?:说|讲){Language}|{Language}(?:能|可以|过得去|过关)(?:日常)?(?:交流|沟通)?
        )(?!证|等级|培训|测试|水平|班)的?(?:人(?!员))?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Spoken();
}
