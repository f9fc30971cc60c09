using System.Globalization;
using System.Text.RegularExpressions;
using JobMatch.Matching;
using JobMatch.Workers;

namespace JobMatch.Asking;

/// <summary>
/// How old somebody is and how long she went to school, as a clerk says it: 「45岁以下」, 「30到45岁」, 「90后」, 「初中以上」. Ages are counted by the year of birth, which is
/// all that an index knows: who is 45 this year was born 45 years ago, whatever the month. A level by itself is that level.
/// </summary>
internal static partial class YearsAndSchooling
{
    private const int Youngest = 16;
    private const int Oldest = 99;
    private const int LastOfYoung = 35;
    private const int LastOfMiddle = 55;

    /// <summary>「45岁左右」: two years to either side.</summary>
    private const int About = 2;

    private static readonly IReadOnlyList<Education> Levels = [.. Enum.GetValues<Education>().Where(level => level != Education.Unknown).Order()];

    public static IEnumerable<PersonCondition> Find(LeftWords left, int year)
    {
        // Before ages: 「四五十岁」 holds one.
        foreach (Match match in TimesOfLife().Matches(left.Text)) yield return Taken(left, match, new PersonCondition("") { Born = BornInLife(match, year) });
        foreach (Match match in Ages().Matches(left.Text))
            if (BornAt(match, year) is { } born) yield return Taken(left, match, new PersonCondition("") { Born = born });
        foreach (Match match in Decades().Matches(left.Text))
            yield return Taken(left, match, new PersonCondition("") { Born = DecadeOf(PersonWords.Years(match.Groups["decade"].Value)) });
        foreach (Match match in Born().Matches(left.Text))
            if (int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) is >= YearsOfBirth.Earliest and var from && from <= year)
                yield return Taken(left, match, new PersonCondition("") { Born = match.Groups["later"].Success ? new(from, null) : match.Groups["before"].Success ? new(null, from) : new(from, from) });
        foreach (Match match in Unschooled().Matches(left.Text)) yield return Taken(left, match, new PersonCondition("") { Schooling = [Education.None] });
        foreach (Match match in Schooling().Matches(left.Text))
            if (LevelsOf(match) is { } levels) yield return Taken(left, match, new PersonCondition("") { Schooling = levels });
    }

    private static PersonCondition Taken(LeftWords left, Match match, PersonCondition condition)
    {
        left.Blank(match.Index, match.Index + match.Length);
        return condition with { Text = left.Typed(match.Index, match.Index + match.Length).Trim() };
    }

    private static YearsOfBirth? BornAt(Match match, int year)
    {
        var age = PersonWords.Years(match.Groups["age"].Value);
        var to = match.Groups["to"] is { Success: true, Value: var older } ? PersonWords.Years(older) : age;
        if (age is < Youngest or > Oldest || to < age || to > Oldest) return null;
        if (match.Groups["below"].Success) return new YearsOfBirth(year - age + (match.Groups["under"].Success ? 1 : 0), null);
        if (match.Groups["above"].Success) return new YearsOfBirth(null, year - age - (match.Groups["over"].Success ? 1 : 0));
        if (match.Groups["tens"].Success) return new YearsOfBirth(year - age - 9, year - age);
        var about = match.Groups["about"].Success ? About : 0;
        return new YearsOfBirth(year - to - about, year - age + about);
    }

    /// <summary>年轻人: from 16, the age from which anybody may work, to 35 as 中长期青年发展规划 counts the young; 中年人: from 36 to 55; 四五十岁: from 40 to 59.</summary>
    private static YearsOfBirth BornInLife(Match match, int year) => match switch
    {
        _ when match.Groups["from"].Success => new YearsOfBirth(year - PersonWords.Years(match.Groups["to"].Value + "十") - 9, year - PersonWords.Years(match.Groups["from"].Value + "十")),
        _ when match.Groups["middle"].Success => new YearsOfBirth(year - LastOfMiddle, year - LastOfYoung - 1),
        _ => new YearsOfBirth(year - LastOfYoung, year - Youngest),
    };

    /// <summary>90后: born from 1990 to 1999; 00后 and 10后 in this century.</summary>
    private static YearsOfBirth DecadeOf(int decade) => (decade < 30 ? 2000 : 1900) + decade is var first ? new YearsOfBirth(first, first + 9) : default;

    private static List<Education>? LevelsOf(Match match)
    {
        var word = match.Groups["level"].Value;
        // 小学 and 大学 by themselves are places of work too.
        if (word is "小学" or "大学" && !match.Groups["up"].Success && !match.Groups["down"].Success && !match.Groups["said"].Success) return null;
        if (PersonWords.Level(word) is not { } level) return null;
        return [.. Levels.Where(other => match.Groups["up"].Success ? other >= level : match.Groups["down"].Success ? other <= level : other == level)];
    }

    private const string Number = "\\d{2}|[二三四五六七八九]?十[一二三四五六七八九]?";

    [GeneratedRegex("(?:年龄|年纪)?在?(?:(?<below>不超过|(?<under>不到|小于|低于|未满))|(?<above>(?<over>超过|大于|高于)|年满|满))?(?<![\\d.])(?<age>" + Number + ")(?:周?岁)?(?:(?:到|至|-|~|—|～|－)(?<to>" + Number + "))?(?<tens>多|几|来)?周?岁(?:及|或)?(?:(?<below>以下|以内|之内|以里)|(?<above>以上|往上|开外|出头)|(?<about>左右|上下)|之间)?的?(?!孩子|小孩|娃|儿子|女儿)|(?<!\\S)(?<age>\\d{2})(?:(?<below>以下|以内)|(?<above>以上)|(?:到|至|-|~|—|～|－)(?<to>\\d{2}))(?!\\S)")]
    private static partial Regex Ages();

    /// <summary>「1980年以后出生」.</summary>
    [GeneratedRegex("(?<!\\d)(?<year>(?:19|20)\\d{2})年?(?:及|或)?(?:(?<later>以后|之后|后)|(?<before>以前|之前|前))?(?:出生|生)的?|(?<!\\d)(?<year>(?:19|20)\\d{2})年(?:及|或)?(?:(?<later>以后|之后)|(?<before>以前|之前))的?")]
    private static partial Regex Born();

    /// <summary>「二三十岁」 by its two tens; the words for the young and those of middle age, not inside names (青年路).</summary>
    [GeneratedRegex("(?<from>[二三四五六])(?<to>[三四五六七])十(?:多|几|来)?岁的?|(?<![\\p{IsCJKUnifiedIdeographs}])(?:(?:年轻|小年轻|年轻力壮)(?:的|点的?|一点的?|劳动力|人|些的?)*|青年(?:人|劳动力|的)*|(?<middle>中年(?:人|劳动力|的)*))(?=\\s|$|[\\p{P}]|妇女|男|女|人|会|有|想|能|没|懂|做过|干过|学过)|(?<=的|\\s)(?:年轻人|青年人?|(?<middle>中年人))的?(?=\\s|$|[\\p{P}])")]
    private static partial Regex TimesOfLife();

    [GeneratedRegex("没上过学的?|没有上过学的?|没读过书的?|文盲|不识字的?|半文盲")]
    private static partial Regex Unschooled();

    [GeneratedRegex("(?<!\\d)(?<decade>[5-9]0|[01]0)后的?")]
    private static partial Regex Decades();

    [GeneratedRegex("(?:刚毕业的|应届)?(?<level>小学|初中|高中|中专|职高|技校|大专|专科|本科|大学)(?:(?<said>文化(?:程度|水平)?|毕业生?|生|学历|水平|程度|文凭)|及|或|(?<up>以上)|(?<down>以下))*的?(?![\\p{IsCJKUnifiedIdeographs}])|(?<level>小学|初中|高中|中专|职高|技校|大专|专科|本科|大学)(?:(?<said>文化(?:程度|水平)?|毕业生?|学历|文凭)|及|或|(?<up>以上)|(?<down>以下))+的?")]
    private static partial Regex Schooling();
}
