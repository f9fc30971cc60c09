using System.Text.RegularExpressions;

namespace JobMatch.Occupations;

/// <summary>Takes the text of a title apart before words are looked for: noise, employers, what is refused, brackets, parts.</summary>
internal static partial class TitleText
{
    /// <summary>Half-width letters, one kind of bracket and dash.</summary>
    public static string Narrow(string text) => string.Concat(text.Select(c => c switch
    {
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '　' or '\t' or '\r' or '\n' => ' ',
        '【' or '〔' or '「' or '[' or '{' => '(',
        '】' or '〕' or '」' or ']' or '}' => ')',
        '—' or '–' or '—' => '-',
        _ => c,
    }));

    /// <summary>「水电木瓦油」 is 水电工, 木工, 瓦工 and 油漆工: the trades of a building said by a character each.</summary>
    public static string Spelled(string text) => TradesInARow().Replace(text, row => string.Join('/', TradeInARow().Matches(row.Value).Select(trade => trade.Value is "油" or "漆" ? "油漆工" : trade.Value + "工")));

    /// <summary>「电焊机出售」, 「二手收割机转让」 offer a thing; who is sought to sell one is called so, or sought.</summary>
    public static bool OffersGoods(string text) => ForSale().IsMatch(text) && !SeeksSomebody().IsMatch(text);

    public static string WithoutBrackets(string text) => Brackets().Replace(text, " ");

    public static IEnumerable<string> InBrackets(string text) => Brackets().Matches(text).Select(m => m.Groups[1].Value);

    /// <summary>「不招保安，招保洁」 seeks no guard.</summary>
    public static string WithoutRefused(string text) => Refused().Replace(text, " ");

    /// <summary>
    /// Two ways to read a title in which an employer seeks somebody (「某某物业诚聘保洁」, 「砖厂招普工」): what is sought alone, then both together. One way where nobody seeks.
    /// </summary>
    public static (string? Sought, string Whole) Readings(string text)
    {
        if (Seeking().Match(text) is not { Success: true } seeking || seeking.Groups["who"].Length == 0 || string.IsNullOrWhiteSpace(text[(seeking.Index + seeking.Length)..])) return (null, text);
        var (before, after) = (text[..seeking.Index], text[(seeking.Index + seeking.Length)..]);
        return (before + " " + after, before + " " + seeking.Groups["who"].Value + after);
    }

    public static IEnumerable<string> Parts(string text) =>
        Separators().Split(Noise().Replace(Shift().Replace(AlsoSought().Replace(text, "/"), ""), " ")).Select(p => p.Trim(' ', '-', '.', '!', ':', '~', '*', '?')).Where(p => p.Length > 1 && !OffersGoods(p));

    [GeneratedRegex(@"(?<!\p{L})(?:(?:水电|[木瓦泥油漆])(?:水电|[木瓦泥油漆])(?:水电|[木瓦泥油漆])+)工?(?=$|[^\p{L}]|[全都样]|师傅)")]
    private static partial Regex TradesInARow();

    [GeneratedRegex("水电|[木瓦泥油漆]")]
    private static partial Regex TradeInARow();

    [GeneratedRegex("(?:出售|转让|甩卖|变卖|求购|(?<![开跑过])出租)(?:中|了)?(?=$|[^\\p{L}])|(?<!\\p{L})(?:低价|急|有)?(?:出售|转让|求购|出租(?!车|$))")]
    private static partial Regex ForSale();

    [GeneratedRegex("[招聘]|[员工师]|(?<!二)手(?!具|作|艺|机|套)|司机|导购|经理|顾问")]
    private static partial Regex SeeksSomebody();

    /// <summary>「招普工也招保安」.</summary>
    [GeneratedRegex("(?<=\\p{L})(?:也|还|另外?|同时|并)(?:急?招聘?|聘|(?<=也)要(?![求有会懂能持]))(?=\\p{L}{2})")]
    private static partial Regex AlsoSought();

    [GeneratedRegex(@"\(([^()]*)\)?")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(?:不招|不要(?!求)|不收|谢绝|拒绝|不是|(?<!\p{L})非)(?!中介|无)[^,，。;；!！、/()\s]*")]
    private static partial Regex Refused();

    [GeneratedRegex(@"(?<who>[^,，。;；!！、/()\s]*?)(?:高薪|急|诚|现|新|直|大量|长期)*(?:诚聘|诚招|招聘(?!专员|主管|经理|顾问|师|助理|会)|聘请|招募|急招|急聘|直招|直聘|招(?!商|生|标|牌|待|募|聘|投|财|贴|呼|揽|工))(?=\p{L})")]
    private static partial Regex Seeking();

    [GeneratedRegex(@"[/\\、,，;；。|+＋&\s·•!\-:]|(?<=\p{L})(?:和(?!面)|及|与|兼(?!职)|或)(?=\p{L})")]
    private static partial Regex Separators();

    /// <summary>Between two words it parts nothing: 「出租车夜班司机」.</summary>
    [GeneratedRegex(@"(?<=\p{L})(?:长白班|白班|夜班|晚班|中班|早班|倒班|两班倒|全天|白天|兼职|全职|高级|中级|初级|资深)(?=\p{L})")]
    private static partial Regex Shift();

    [GeneratedRegex("""
        (?:急聘?|急急急?|诚|高薪|热|常年|长期|大量|直|火热|现|批量|全城|新店|本店|我司|公司|工厂直?|站点直?|内部直?|各区)?(?:招聘(?!专员|主管|经理|顾问|师|助理)|招募|招工|诚聘|诚招|急招|急聘|直招|直聘|招(?!聘|生|商|标)(?=\p{IsCJKUnifiedIdeographs}{2})|(?<!招)聘(?!请))
        |\d+(?:\.\d+)?\s*[kKwW千万]?\s*(?:[-~至到]\s*\d+(?:\.\d+)?\s*[kKwW千万]?)?\s*\+?\s*元?\s*(?:[/每一]\s*个?(?:月|天|日|小?时|年|单|件|次))|\d+\s*元?[一1]单|\d+(?:\.\d+)?[kKwW]\+?(?![A-Za-z])
        |(?:日|月|年|周)(?:入|均|薪|结|赚)\s*(?:过万|上万|过[wW]|\d+\S{0,2}?[kKwW千万]?\s*\+?(?:元|块)?(?:以上|左右|起)?)|(?:月入|月薪|工资|薪资|收入)?(?:过|上)万|月薪?八?千|日结|周结|月结|日薪|月薪|高薪|底薪(?:加提成)?|高工资
        |可以?带(?:小孩|孩子|娃)|夫妻房|包(?:吃住|吃包住|吃|住|食宿|餐|车费)|管(?:吃住|吃|住|饭)|(?:提供|免费|有|配|送)?(?:食宿|吃住|住宿|车住|车辆|配车|送车|装备)(?:包住)?|五险一金|[五六]险|社保|双休|单休|月休\S{0,2}天?|周末双休|带薪培训|可预支(?:工资|薪资)?|0元入职|零元入职|无押金|入职(?:奖励|补贴)(?:\d{0,5}元?|\S{0,2}元)|新人(?:补贴|奖励|奖)(?:\d{0,5}元?|\S{0,2}元)|多劳多得|有补贴|福利(?:多|好|待遇好)?|待遇(?:优厚|好|从优)
        |长白班|白班|夜班|晚班|中班|中夜班|倒班|两班倒|常白班|正常班|\d+\s*个?小时(?!工)|上班自由|时间自由|工作自由|时间灵活|就近(?:安排|分配)|随时入职|当天入职|非中介|无需经验|无经验|零基础|不限经验|经验不限|学历不限|男女不限|男女均可|\d+\s*[名人位]|若干|多名|数名|\d{2}\s*-?\s*\d{0,2}岁(?:以[上下])?
        |全职|兼职|实习(?!生)|应届(?:生|毕业生)?|(?<!驾|学)校招(?!生)|人力资源市场|社招|外包|外派|急+$|^急|长期(?!工)|短期(?!工)|初级|中级|高级|资深|熟练(?!工)|初中级|中高级|助理(?=\p{L}{2})|临时(?!工)|[男女](?=\p{IsCJKUnifiedIdeographs}{1,5}[工员])|(?<!门)岗$|岗位$|储备(?=\p{L})|★|☆|❤|\([A-Z]*\d+\)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Noise();
}
