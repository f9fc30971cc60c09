using System.Text.RegularExpressions;

namespace JobMatch.Wages;

/// <summary>
/// Numbers beside a wage that are no pay: telephones, ages, clock times, dates, years of experience, hours and days of work, people wanted, addresses, roads and buses, shares. What
/// <see cref="WagePhrase"/> would otherwise take for an amount is taken out first.
/// </summary>
internal static partial class OtherNumbers
{
    public static string TakenOut(string text)
    {
        foreach (var kind in Kinds()) text = kind.Replace(text, " ");
        return text;
    }

    private static Regex[] Kinds() => [Phones(), Dates(), Years(), People(), Things(), Addresses(), Places(), Ages(), Times(), Hours(), Days(), Months(), Shares()];

    /// <summary>「0855-8222333转801」, 「139 1234 5678」, and whatever a word for a telephone stands before.</summary>
    [GeneratedRegex(@"(?<!\d)0\d{2,3}\s*-?\s*\d{7,8}(?:\s*(?:转|-)\s*\d{1,5})?(?!\d)|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)400[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)|(?:电话|手机|座机|热线|微信|QQ|qq|邮编|联系(?:方式|人)?)[^\d,;。元]{0,8}\d{6,11}(?![\d.]|\s*元)|(?:短号|分机|转)[:是]?\d{3,6}(?![\d.]|\s*元)|(?<![\d.])[2-8]\d{6,7}(?![\d.]|\s*元)")]
    private static partial Regex Phones();

    /// <summary>「养鸡2万只」: nobody is paid by ten thousand pieces at once.</summary>
    [GeneratedRegex(@"(?<![\d.])\d+(?:\.\d+)?\s*[万千]\s*(?:只|头|羽|亩|平方?米?|株|棵|户|吨|套|台|件)(?!\s*\d)")]
    private static partial Regex Things();

    /// <summary>「2026年12月1日前」, 「12月10日面试」, 「2026-12-01」, 「11月底」.</summary>
    [GeneratedRegex(@"(?<!\d)(?:19|20)\d{2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}(?!\d)|(?<!\d)(?:(?:20)?\d{2}\s*年\s*)?(?:1[0-2]|0?[1-9])\s*月\s*(?:[12]\d|3[01]|0?[1-9])\s*[日号]?(?!\d|\s*[元块])|(?<!\d)(?:19|20)\d{2}\s*年(?:\s*(?:1[0-2]|0?[1-9])\s*月)?|(?<![\d/])(?:1[0-2]|0?[1-9])\s*月(?=份|底|初|中旬|上旬|下旬|开工|开始|起|前|后)|每月\s*\d{1,2}\s*[号日]|(?<!\d)\d{1,2}\s*[号日](?=发|前|后|左右发|截止|起|开工|面试|报到|报名)")]
    private static partial Regex Dates();

    /// <summary>「3年以上经验」, 「2-3年优先」: nobody is paid so little a year; 「8-10万/年」 has its power.</summary>
    [GeneratedRegex(@"(?<![\d.])\d{1,2}(?:\s*-\s*\d{1,2})?\s*年(?!薪)")]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<![\d.])\d+(?:\s*-\s*\d+)?\s*(?:多|余|来)?\s*个?[人名位](?!民币)|(?<=[招聘要需缺找])\s*\d{1,3}(?:\s*-\s*\d{1,3})?\s*个(?!月|\s*小?时|\s*钟)")]
    private static partial Regex People();

    private const string NoPayBehind = @"(?![\d.]|\s*(?:元|块|[/每一万千百kKwW+]|-|至|到|以|起|左右))";

    /// <summary>「武华大道8号」, 「3栋2单元502」, 「地址：三桥路口往前200」: what stands behind a word for a building is its number, unless it is paid.</summary>
    [GeneratedRegex(@"(?:地址|住址|位置|坐标|位于|门牌)[^\d,;。元]{0,20}\d{1,5}(?:-\d{1,5}){0,3}" + NoPayBehind + @"|(?<!\d)\d{1,2}-\d{1,2}-\d{3,4}" + NoPayBehind + @"|\d{1,5}\s*(?:-\s*\d{1,5}\s*)?(?:号(?!楼)|室|弄|组(?!长)|村|社区|门面|商铺)|\d{1,3}\s*(?:栋|幢|座|单元|号楼)\s*(?:[A-Za-z]?\d{3,4}" + NoPayBehind + ")?")]
    private static partial Regex Addresses();

    /// <summary>「住3楼」, 「坐5、8路车」, 「第3车间」, 「320国道」, 「C1驾照」.</summary>
    [GeneratedRegex(@"(?<![\d.])\d{1,4}(?:\s*[、/和,]\s*\d{1,3})*\s*(?:楼|层|路(?!费)|国道|省道|县道|公里处)|(?<![\d.])\d{1,4}\s*(?:车间|[cC][mM]|厘米|公分)|(?<![A-Za-z\d])[GSXK]\d{1,4}(?!\d)|(?<![A-Za-z\d])[A-Za-z]\d(?![\d.]|\s*[万千百wWkK元块])|(?<=第)\d{1,3}|视力\s*[345]\.\d")]
    private static partial Regex Places();

    [GeneratedRegex(@"\d{2}\s*(?:周?岁)?\s*[-至到]\s*\d{2}\s*周?岁|\d{2}\s*周?岁|(?:年龄)[:\s]*\d{2}(?:\s*-\s*\d{2})?")]
    private static partial Regex Ages();

    [GeneratedRegex(@"\d{1,2}[:：点]\d{0,2}(?:\s*[-至到]\s*\d{1,2}[:：点]\d{0,2})?")]
    private static partial Regex Times();

    [GeneratedRegex("""
        (?:每[天日周月班]|[一日]天|上班|工作|做满?|满|不少于|不低于|至少|且|约|[,;(\s]|^)\s*\d+(?:\.\d+)?(?:\s*-\s*\d+)?\s*(?:个?(?:小时|钟头)|[hH](?![a-z]))(?:工作|上班|制|/天|/月|每天|一班)*
        |(?<![\d.-])(?:[4-9]|1\d|2[0-4])(?:\.5)?(?:\s*-\s*\d+)?\s*(?:个?小时|[hH](?![a-z]))|\d+(?:\.\d+)?\s*(?:个?小时|[hH])(?=[/每](?:天|日|周|月)|制|工作制|\s*一?[次趟场])
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Hours();

    [GeneratedRegex("""
        (?:每月|月|周)?休(?:息)?\s*\d{1,2}(?:\s*-\s*\d{1,2})?(?!\d)\s*天?|[上做]\s*\d+\s*(?:天)?休\s*\d+\s*天?|(?:每月|月)?(?:不少于|不低于|至少|工作|出勤|上班|满勤|做满?)\s*\d{1,2}\s*(?:天|日)
        |(?<![\d.])\d{1,2}\s*天(?:/月|制|班|工作制|每月)?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Days();

    [GeneratedRegex(@"满?\s*\d+\s*个月")]
    private static partial Regex Months();

    /// <summary>Percents, 五险一金.</summary>
    [GeneratedRegex(@"\d+(?:\.\d+)?\s*%|\d险(?:\d金)?")]
    private static partial Regex Shares();
}
