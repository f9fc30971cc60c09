using System.Text.RegularExpressions;

namespace JobMatch.Postings;

/// <summary>
/// Company for drinking, singing and sex that is offered as work (娱乐场所管理条例 §14), whatever it pays and however honest the rest reads. Who says that nobody has to keep it, who checks what others
/// upload, and who sings with children or sleeps beside the old offers none.
/// </summary>
internal static partial class CompanyWords
{
    /// <summary>Characters before a word in which it can be denied.</summary>
    private const int Near = 24;

    public static IEnumerable<Match> In(string text) => Kinds().SelectMany(kind => kind.Matches(text)).Where(match => !IsDenied(text, match)).OrderBy(match => match.Index);

    private static Regex[] Kinds() => [WithGuests(), Drinking(), Beside(), AtNight(), Sex()];

    private static bool IsDenied(string text, Match match) =>
        Denied().IsMatch(text[Math.Max(0, match.Index - Near)..match.Index]) || DeniedBehind().IsMatch(text[(match.Index + match.Length)..]);

    /// <summary>Words of one clause.</summary>
    private const string Clause = "[^,，。；;\\n]";

    /// <summary>Whom somebody sits, sings or sleeps beside who looks after them.</summary>
    private const string CaredFor = "(?:宝(?!妈)|婴|孩|娃|幼|育儿|月嫂|学生|老人|老年|病人|患者|护工|护理)";

    private const string NightPlace = "(?:夜总会|夜场|歌厅|舞厅|包厢|包房|商务?[kK]|[kK][tT][vV]|酒吧|娱乐城|桑拿)";

    [GeneratedRegex("陪(?:同|伴|着)?" + Clause + "{0,4}(?:客|老板|大哥|贵宾|来宾|嘉宾|领导|男士|(?<!老|病|亲)人)" + Clause + "{0,6}?(?:喝(?![茶水奶汤]|早茶|咖啡)|饮酒|唱(?!山歌|苗歌|侗歌|民歌|红歌)|过夜|睡|洗澡|泡澡|洗浴)")]
    private static partial Regex WithGuests();

    [GeneratedRegex("陪(?:酒(?![店庄厂楼窖])|侍|着?喝(?![茶水奶汤]|早茶|咖啡))|三陪")]
    private static partial Regex Drinking();

    [GeneratedRegex("(?<!" + CaredFor + "[\\s\\S]{0,30})(?:陪(?:睡|唱|舞|浴|宿(?!舍))|伴游|伴唱)(?!" + Clause + "{0,8}" + CaredFor + ")")]
    private static partial Regex Beside();

    private const string NightWorker = "(?:公关|佳丽|公主(?!裙)|少爷|[男女嫩]模|模特|嗨妹)";

    /// <summary>In a line, or one of both in the title and the other behind it.</summary>
    [GeneratedRegex(NightPlace + Clause + "{0,8}" + NightWorker + "|" + NightWorker + Clause + "{0,8}" + NightPlace + "|(?<=" + NightPlace + "[^。]{0,8}\\n[^。]{0,8})" + NightWorker + "|" + NightWorker + "(?=[^。]{0,8}\\n[^。]{0,8}" + NightPlace + ")")]
    private static partial Regex AtNight();

    private const string Masseuse = "(?:按摩|足疗|足浴|会所|技师)";

    private const string InFull = "(?:全套(?!设备|工具)|大保健|大活|出台|包夜)";

    [GeneratedRegex("特殊(?:服务|按摩)(?!对象|人群|群体|旅客|柜|窗|需)|色情|卖淫|援交|包养|裸聊|莞式|特服(?!号)|坐台(?!历)|" + Masseuse + Clause + "{0,12}" + InFull + "|(?<=" + Masseuse + "[^。；;]{0,8}\\n[^。；;]{0,8})" + InFull)]
    private static partial Regex Sex();

    /// <summary>「不陪酒」, 「无需陪客人喝酒唱歌」, 「严禁任何色情、特殊服务」, 「审核涉黄色情内容」: nothing but the same breath stands between.</summary>
    [GeneratedRegex("(?:不|无|没有?|非|免|杜绝|禁|严禁|禁止|拒绝|谢绝|抵制|反对|劝阻|远离|打击|举报|审核|识别|过滤|清理|鉴别|处置|屏蔽|查处|整治|防范|防止|涉及)"
        + "(?:需要?|用|必|会|得|许|让|准|要求?|可以?|能|涉及?|含|是|提供|做|搞|从事|参与|任何|一切|各[类种]|安排|员工|技师|服务员|你|您|去|有|等|[、和及或与]|以及|黄|低俗|暴力|赌博?|毒|违法|违规|信息|内容|陪|客人?|[酒侍睡唱喝舞聊玩歌]|聊天|特殊|色情|服务|按摩)*$")]
    private static partial Regex Denied();

    [GeneratedRegex("^(?:服务|行业|[、和及或]|等|的|者|人员|陪[酒侍睡唱喝])*(?:一律|全|都|均)*(?:勿扰|没有的事|不做|不干|免谈|除外|勿来|止步|禁止|严禁|绝不|不招|违法|内容|信息)")]
    private static partial Regex DeniedBehind();
}
