using System.Text.RegularExpressions;
using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>
/// How long somebody has done some work: 「做过缝纫3年」, 「有两年电焊经验」, 「保安经验一年以上」, 「干过5年以上的」. Without a work all work counts together. Work that nobody knows stays
/// words.
/// </summary>
internal static partial class ExperienceWords
{
    /// <summary>A skill of more occupations (流水线操作) says none of them.</summary>
    private const int MostOccupations = 3;

    /// <summary>Those that name the work first: 「保安干了5年」 is no work of any kind.</summary>
    private static readonly IReadOnlyList<(Func<Regex> Words, bool Named)> Readings = [(LengthBefore, true), (LengthBehind, true), (LengthBehind, false), (LengthBefore, false)];

    public static IEnumerable<PersonCondition> Find(LeftWords left, DateOnly today)
    {
        foreach (var (words, named) in Readings)
            foreach (Match match in words().Matches(left.Text))
                if (match.Groups["about"].Length > 0 == named && WorkOf(match) is { } work && Months(match) is var (months, below)) yield return Taken(left, match, work.From, new ExperienceAsked(work.Ids, months, today) { Below = below });
    }

    private static PersonCondition Taken(LeftWords left, Match match, int from, ExperienceAsked asked)
    {
        left.Blank(from, match.Index + match.Length);
        return new PersonCondition(left.Typed(from, match.Index + match.Length).Trim()) { Experience = asked };
    }

    /// <summary>The occupations that the words of the work name, and where the condition begins: what stands before them in the same word (脱贫户) is none of it.</summary>
    private static (IReadOnlyList<int> Ids, int From)? WorkOf(Match match)
    {
        var (verb, about) = (match.Groups["verb"], match.Groups["about"]);
        if (about.Length == 0) return verb.Success || match.Groups["said"].Success ? ([], match.Index) : null;
        if (AnyWork().IsMatch(about.Value)) return ([], match.Index);
        for (var from = 0; about.Length > from; from++)
            if ((from == 0 || about.Index == match.Index) && OccupationsOf(verb.Value.TrimEnd('过', '了'), about.Value[from..]) is { Count: > 0 } ids) return (ids, verb.Success ? match.Index : match.Index + from);
        return null;
    }

    /// <summary>By the work's own name, by what is done to what (开货车, 养猪), then by a skill's.</summary>
    private static List<int> OccupationsOf(string verb, string about)
    {
        foreach (var name in new[] { about, verb + about, DoneWork.WorkOf(verb + about), DoneWork.WorkOf(about) }.OfType<string>())
            if (OccupationResolver.Ids([.. OccupationResolver.Instance.Resolve(name).Where(found => found.Words == name)]) is { Count: > 0 } ids) return [.. ids.Union(OfSkill(about)).Order()];
        return OfSkill(about);
    }

    /// <summary>The skill 驾驶 is used in more work than the word names by itself.</summary>
    private static List<int> OfSkill(string about) =>
        [.. Catalogue.Instance.Skills.Values.Where(skill => skill.Occupations.Count <= MostOccupations && (skill.Name == about || skill.Words.Contains(about))).SelectMany(skill => skill.Occupations).Distinct()];

    private static (int Months, int? Below)? Months(Match match)
    {
        var months = match.Groups["half"].Success ? 6 : PeriodWords.Count(match.Groups["count"].Value) * (match.Groups["unit"].Value == "年" ? 12 : 1);
        if (match.Groups["more"].Success) months += 6;
        return months == 0 ? null : match.Groups["below"].Success ? (0, months) : (months, null);
    }

    private const string Work = "(?<about>(?:(?![想要愿没未不无近前去今每第过了的有已经])[\\p{IsCJKUnifiedIdeographs}]){0,8}?)";

    /// <summary>What is denied or wished is no experience.</summary>
    private const string Verb = "(?<![想要愿意没未不学])(?<verb>(?:做|干|当|开|搞|踩|养|种|跑|修|带|卖|焊|送|从事)(?:过|了)|做|干|当|从事|工作|打工|务工|上班)";

    private const string Length = "(?<![\\d近去第每前今后]|最近|过去)(?:(?:也|都|已经?|至少|起码|最少|超过|大于|满|有|了|达到?)*(?<below>不到|不足|不满|少于|没到|未满)?(?:(?<half>半)|(?<count>" + PeriodWords.Number + ")[多几]?)(?:(?<unit>年)(?<more>半)?|(?<unit>个月))(?![级前内里后度]|以[前后内来]|之[前后内])(?:多|几|来)?(?:时间)?)(?:及?以上|(?<below>以下)|左右|上下)?";

    private const string People = "(?:了|的)*(?:(?<=的)人员?|人员)?";

    /// <summary>「做过缝纫3年」, 「缝纫经验一年以上」, 「工作经验满两年」, 「保安干了5年」.</summary>
    [GeneratedRegex("(?:(?<!没)具?有|" + Verb + ")?" + Work + "(?:这?[行业]|的?(?:工作|活儿?|工种|岗位))?(?<said>的?(?:工作|从业)?(?:经验|经历|工龄|年限)|(?:做|干|当|开|搞)[了过]?)?\\s*" + Length + "(?:的?(?:工作|从业)?(?:经验|经历|工龄))?(?=[的了没但会有想还也]|$|[\\s\\p{P}])" + People)]
    private static partial Regex LengthBehind();

    /// <summary>「有两年电焊经验」, 「做过3年保安」, 「干过5年以上的」.</summary>
    [GeneratedRegex("(?<![想要做当干])(?:(?<!没)(?<said>具?有|具备)|" + Verb + ")?" + Length + "的?" + Work + "(?:的?(?:工作|从业)?(?:经验|经历|工龄)|的?(?:工作|活儿?))?(?=[的了没但想]|$|\\s|[\\p{P}])" + People)]
    private static partial Regex LengthBefore();

    [GeneratedRegex("^(?:工作|打工|务工|上班|干活|做工|从业|社会)$")]
    private static partial Regex AnyWork();
}
