using System.Text.RegularExpressions;

namespace JobMatch.Occupations;

/// <summary>
/// A person's sentence about work: its clauses without what is refused (「不想做保安」, 「除了夜班都行」, 「做不了重活」), without circumstances (「在家带孩子」) and with verbs in their
/// plain form (「理过发」 理发, 「扫扫地」 扫地).
/// </summary>
internal static partial class SaidWords
{
    /// <summary>Whether somebody speaks of what he can or wants, in a place where a title would stand too.</summary>
    public static bool IsSentence(string text) => Sentence().IsMatch(text) || OfAnother().IsMatch(text);

    /// <summary>What is said after 「现在不想做了」, or all of it.</summary>
    public static IEnumerable<string> Wanted(string text) => Clauses().Split(OfAnother().Replace(GivenUp().Matches(text) is [.., var last] ? text[(last.Index + last.Length)..] : text, ""))
        .Where(clause => !RefusedAfter().IsMatch(clause) && !TitleText.OffersGoods(clause))
        .Select(clause => Unwanted().Match(clause) is { Success: true } not ? clause[..not.Index] : clause)
        .Select(clause => Plain(Circumstance().Replace(clause, " ")).Trim())
        .Where(clause => clause.Length > 1);

    private static string Plain(string clause) => Aspect().Replace(Twice().Replace(Measure().Replace(clause, "$1"), "$1"), "$1");

    [GeneratedRegex("^(?:我|本人|想|会(?!计|展|员|所|议|务|籍|客)|能(?!源|耗|量|效|动)|可以|[做干当开养带看种放理][过了]|在家|家里|家有|以前|曾|年纪|年龄|身体|不想|不会|不做|不喜欢|不考虑|不挑|没|只想|只要|只会|除了?|刚|随便|什么|希望|听安排|别|有.{0,6}(?:证|驾照|执照)|有?力气)|想(?:找|做|学|去|当|开|在|要|回|进|到|离|跑)|[都也](?:行|可以|会$|干过)|[做干当开养带看种放理卖学踩喂]过[^,，]|[做干当]不[了来动]|不行|有空|^白天带|求职|找工作|找个|找份")]
    private static partial Regex Sentence();

    private const string Mark = "[,，;；。、!！?？\\s]";

    [GeneratedRegex(Mark + "|但是?|而且|也(?=[会想做])|还(?=[会想做有])|后来|以前|现在")]
    private static partial Regex Clauses();

    [GeneratedRegex("不(想|愿意?|会|做|要(?!求)|干|考虑|喜欢|能|敢|当|爱|是|收|招|适合)|[做干当]不[了来动]|(?<![特分个级区告])别(?![墅人])(的|叫|安排|给)?|除(了|(?=.{1,8}[外]))|没(有)?(做|干|当|开|学|带|养|修|种)过?|讨厌|拒绝")]
    private static partial Regex Unwanted();

    [GeneratedRegex("(?:不行|不干|不做|不考虑|不要|做不了|干不了|除外|就算了|免谈)$")]
    private static partial Regex RefusedAfter();

    /// <summary>「老公是司机」, 「我爸以前当过木匠」: the trade of somebody else.</summary>
    [GeneratedRegex("(?<=^|" + Mark + ")(?:[我俺咱他她]们?)?(?:屋头|屋里|家里?)?的?(?:老公|丈夫|男人|爱人|对象|老婆|媳妇|妻子|老爸|老妈|爸爸?|爹|父亲|妈妈?|娘|母亲|父母|[大小]?儿子|[大小]?女儿|哥哥?|弟弟?|姐姐?|妹妹?|姐夫|妹夫|嫂子|[叔舅伯姑姨][叔舅伯姑姨爹妈父]?|爷爷|奶奶|公公|婆婆|[亲戚朋友邻居同学]{2})(?:们)?(?:也|都|就|还|以前|现在|原来|从前|一直|在外面?)*(?:是|当|做|干|跑|开(?!的|店|办|厂))(?:(?!" + Mark + "|[我招找缺聘])[\\s\\S])*")]
    private static partial Regex OfAnother();

    [GeneratedRegex("不(?:想|愿意?)?再?[做干]了")]
    private static partial Regex GivenUp();

    /// <summary>Why somebody needs work near by is no work.</summary>
    [GeneratedRegex("带(?:小?孩子?|娃)上班|(?:在家|白天|平时|要|得|需要?)(?:带|照顾|接送|看)(?:小?孩子?|娃娃?|老人|宝宝|家)(?!的)|[离靠]?(?:孩子|小孩|娃)的?学校")]
    private static partial Regex Circumstance();

    [GeneratedRegex("([看带做找打洗])(?:个|点|些|一下|下)(?=\\p{L})")]
    private static partial Regex Measure();

    [GeneratedRegex("([扫看洗擦带做拖喂搬守修种])\\1(?=\\p{L})")]
    private static partial Regex Twice();

    [GeneratedRegex("([理养放种守看开修做带当卖喂跑顾扎踩送砌贴摘采砍搬扛烧炒洗扫挖收喷候烤煮剪割装卸焊搭抹绑画])[过了](?=\\p{L})")]
    private static partial Regex Aspect();
}
