using System.Text.RegularExpressions;
using JobMatch.Matching;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>Why a station has to look before residents see a posting.</summary>
[Flags]
public enum BaitFlags
{
    None = 0,

    /// <summary>Asks the applicant for money or papers: deposit, clothes, training, an agent's fee, the identity card as a pledge.</summary>
    Fee = 1,

    /// <summary>Pay far above what its kind of work pays.</summary>
    PayFarAbove = 2,

    /// <summary>Ten thousand a day, a fortune without work.</summary>
    EasyMoney = 4,

    /// <summary>Seamen, guards, escorts at ten thousand a month with food and lodging.</summary>
    KnownLure = 8,

    /// <summary>刷单, running bank cards, lending accounts: crimes, not jobs.</summary>
    Crime = 16,

    /// <summary>Well paid abroad.</summary>
    Abroad = 32,
}

/// <summary>A reason for a station to look, with what it rests on.</summary>
/// <param name="Flag">One flag.</param>
/// <param name="Words">The posting's own words; empty where the pay alone is the reason.</param>
/// <param name="PayFen">What the pay comes to a month, where pay is the reason.</param>
/// <param name="UsualFen">What such work usually pays a month; null where nothing is known about it.</param>
public sealed record BaitFinding(BaitFlags Flag, string Words = "", long? PayFen = null, long? UsualFen = null);

/// <summary>Finds what baits look like. A flag accuses nobody: it makes a station look first.</summary>
public static partial class BaitCheck
{
    /// <summary>Percent of the usual pay of its group of occupations above which pay is not believed without a look; the county may change it (a dated rule).</summary>
    public const int UsualPercent = 200;

    /// <summary>Where a college is asked for, so much of that percent is believed.</summary>
    private const int CollegePercent = 150;

    /// <summary>Who leads others, has to hold the papers of a trade or lives with a newborn's family (月嫂) may be paid as if a college were asked for; work at heights pays twice its kind; a couple's pay is that of two.</summary>
    private const int TwoPercent = 200;

    /// <summary>The upper end of a range may be so much of what the lower end may be.</summary>
    private const int TopPercent = 200;

    /// <summary>Words that promise so much of the pay that is stated promise another pay.</summary>
    private const int BeyondPercent = 150;

    /// <summary>Fen a month from which a guard's or a seaman's pay is the known lure.</summary>
    private const long TenThousandYuan = 1_000_000;

    /// <summary>Fen a day, or a trip, that no honest work pays (日结万元 and its smaller sisters, 一趟五千); a 月嫂 is paid for a month at a time.</summary>
    private const long DayOfAFortune = 200_000;

    /// <summary>门卫 and 保安 (4-07-05-01), 水手 (6-30-04-01): what the lure promises, whatever the title calls it.</summary>
    private static readonly int[] LureOccupations = [4_070_501, 6_300_401];

    /// <summary>Fen a month at the lower end above which unskilled work of a kind is not believed without a look.</summary>
    private static long Unbelievable(PostingKind kind) => kind switch
    {
        PostingKind.PublicWelfare => 500_000,
        PostingKind.HomeWork => 800_000,
        PostingKind.AidWorkshop => 1_000_000,
        PostingKind.WorkRelief => 1_200_000,
        _ => 1_500_000,
    };

    /// <summary>Every reason in a stored or filled posting.</summary>
    public static IReadOnlyList<BaitFinding> Find(Posting posting, int payPercent = UsualPercent)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return Find(posting.Kind, posting.Wage, posting.EducationAsked, posting.OccupationIds, payPercent, posting.Title, posting.Description);
    }

    /// <summary>The flags of <see cref="Find(Posting, int)"/> for what is not a posting yet.</summary>
    public static BaitFlags Check(PostingKind kind, Wage wage, Education education, params string?[] texts) =>
        Flags(Find(kind, wage, education, [], UsualPercent, texts.FirstOrDefault() ?? "", texts));

    public static BaitFlags Flags(IEnumerable<BaitFinding> findings) => findings.Aggregate(BaitFlags.None, (all, one) => all | one.Flag);

    /// <param name="kind">Decides how much pay is believed.</param>
    /// <param name="wage">With its monthly equivalents.</param>
    /// <param name="education">Where a college is asked for, half as much again is believed.</param>
    /// <param name="occupations">What is known of the work; empty where nothing is.</param>
    /// <param name="payPercent">Of the usual pay of its group.</param>
    /// <param name="title">Where the lures stand.</param>
    /// <param name="texts">Title, description, wage text, tags.</param>
    public static IReadOnlyList<BaitFinding> Find(PostingKind kind, Wage wage, Education education, IReadOnlyList<int> occupations, int payPercent, string title, params string?[] texts)
    {
        ArgumentNullException.ThrowIfNull(wage);
        ArgumentNullException.ThrowIfNull(occupations);
        // 「押 金」: parted so that nobody finds it.
        var text = Parted().Replace(string.Join('\n', texts.Prepend(title).Append(wage.Text)), "");
        var found = new List<BaitFinding>();
        found.AddRange(MoneyAsked(text).Distinct().Select(fee => new BaitFinding(BaitFlags.Fee, fee)));
        var said = SaidPay.MostIn(text);
        if (FarAbove(kind, wage, said, occupations, payPercent * Believed(title, text, education) / 100) is { } pay) found.Add(pay);
        if (EasyMoney().IsMatch(text)) found.AddRange(Worded(BaitFlags.EasyMoney, EasyMoney().Matches(text), text));
        else if (wage.Unit is WageUnit.Day or WageUnit.Time && wage.MinFen >= DayOfAFortune && !Leader().IsMatch(title)) found.Add(new(BaitFlags.EasyMoney, wage.Text));
        if (education < Education.JuniorCollege && !SeaPapers().IsMatch(text) && LureIn(title, occupations) is { } lure && Most(wage.MonthlyMinFen, wage.MonthlyMaxFen, said) is { } most && most >= TenThousandYuan)
            found.Add(new(BaitFlags.KnownLure, lure, most, UsualPay.Of(occupations)));
        found.AddRange(Worded(BaitFlags.Crime, CrimeWords.In(text), text));
        found.AddRange(Worded(BaitFlags.Abroad, Abroad().Matches(text), text));
        return found;
    }

    private static long? Most(params ReadOnlySpan<long?> amounts)
    {
        long? most = null;
        foreach (var amount in amounts) most = most >= amount ? most : amount ?? most;
        return most;
    }

    /// <summary>Percent of the bar that schooling, leading, danger and pay for two make believable.</summary>
    private static int Believed(string title, string text, Education education) =>
        ForTwo().IsMatch(text) || AtHeights().IsMatch(title) ? TwoPercent
        : education >= Education.JuniorCollege || Leader().IsMatch(title) || Papers().IsMatch(text) ? CollegePercent : 100;

    private static IEnumerable<BaitFinding> Worded(BaitFlags flag, IEnumerable<Match> words, string text) => words.Select(match => BaitQuote.Of(match, text)).Distinct().Select(quote => new BaitFinding(flag, quote));

    private static BaitFinding? FarAbove(PostingKind kind, Wage wage, long? said, IReadOnlyList<int> occupations, int payPercent)
    {
        var usual = UsualPay.Of(occupations);
        var limit = Unbelievable(kind) * payPercent / UsualPercent;
        var most = usual is { } fen ? Math.Min(fen * payPercent / 100, kind is PostingKind.Enterprise or PostingKind.LabourExport or PostingKind.Gig ? long.MaxValue : limit) : limit;
        // A range is an offer of its upper end too, though nobody believes that everybody gets it.
        var (low, high) = OfAMonth(kind, wage);
        // 「月薪15000」 in the words of a posting that states 4,000, or nothing: what is promised counts.
        var doubted = low > most ? low : high > most * TopPercent / 100 ? high : said > most && said > (high ?? low ?? most) * BeyondPercent / 100 ? said : null;
        return doubted is { } pay ? new BaitFinding(BaitFlags.PayFarAbove, "", pay, usual) : null;
    }

    /// <summary>Both ends in fen a month. A gig is done in a day, so its pay per time is a day's; pay per time of other work says nothing about a month.</summary>
    private static (long? Low, long? High) OfAMonth(PostingKind kind, Wage wage) => wage.Unit == WageUnit.Time && kind == PostingKind.Gig
        ? ((long?)(wage.MinFen * Wage.DaysPerMonth), (long?)(wage.MaxFen * Wage.DaysPerMonth))
        : (wage.MonthlyMinFen, wage.MonthlyMaxFen);

    private static string? LureIn(string title, IReadOnlyList<int> occupations) =>
        Lure().Match(title) is { Success: true } named ? named.Value : occupations.Any(LureOccupations.Contains) ? title : null;

    /// <summary>As it is stored in <see cref="Posting.Flag"/>: codes joined by commas, empty when there is none.</summary>
    public static string Code(BaitFlags flags) => flags == BaitFlags.None ? "" : flags.ToString().Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The words that ask for money, each with what stands beside it; none where a fee is only named to say that there is none.</summary>
    private static IEnumerable<string> MoneyAsked(string text)
    {
        var named = new List<(int From, int To)>();
        foreach (Match match in FeeWord().Matches(text))
        {
            var start = text.LastIndexOfAny(['。', '；', ';', '\n', '！', '!'], Math.Max(0, match.Index - 1)) + 1;
            var before = text[Math.Max(start, match.Index - 10)..match.Index];
            var after = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + 10)];
            if (!NotAsked().IsMatch(SameBreath(before)) && !PaidForYou().IsMatch(after) && !NotOurs().IsMatch(before))
            {
                named.Add((start, match.Index + match.Length + after.Length));
                yield return BaitQuote.Around(match, text);
            }
        }

        foreach (Match first in PayFirst().Matches(text))
            if (!named.Exists(fee => first.Index >= fee.From && first.Index < fee.To)) yield return first.Value;
    }

    /// <summary>「无需经验，报名费100」 asks for money; over a comma a denial only reaches where fees are listed (「不收押金，服装费」).</summary>
    private static string SameBreath(string before) =>
        before.LastIndexOfAny(['，', ',']) is > 0 and var comma && before[comma - 1] is not ('费' or '金') ? before[(comma + 1)..] : before;

    [GeneratedRegex("(?<=(?:^|[\\s,，。；;、])\\p{IsCJKUnifiedIdeographs})[ \u3000·.*_-](?=\\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Parted();

    [GeneratedRegex("夫妻.{0,12}(?:合计|两人|两个人|共计)|夫妻(?:合计|一起|工资)\\d|两人(?:合计|一起|工资|共)?\\d")]
    private static partial Regex ForTwo();

    [GeneratedRegex("持(?!身份)[\\p{IsCJKUnifiedIdeographs}]{0,6}证|(?:作业|操作)证")]
    private static partial Regex Papers();

    /// <summary>The lure asks a seaman for nothing; a ship asks for his papers.</summary>
    [GeneratedRegex("持[^,，。]{0,4}(?:海员|船员|适任|水手)[^,，。]{0,2}证")]
    private static partial Regex SeaPapers();

    [GeneratedRegex("高空|高处作业|蜘蛛人")]
    private static partial Regex AtHeights();

    [GeneratedRegex("月嫂|厨师长|主厨|总厨|场长|厂长|店长|总监|项目经理|工长|队长")]
    private static partial Regex Leader();

    [GeneratedRegex("押金|服装费|工装费|工衣费|工服费|工作服费|培训费|培训费用|学费|保证金|体检费|体检自费|中介费|介绍费|报名费|建档费|档案费|资料费|材料费|办证费|考证费|健康证费|入职费|手续费|定金|诚意金|会员费|加盟费|岗位费|安排费|车辆租金|服务费(?!收|率|用)|安置费|教材费|入会费|名额费|前期费用|关系费|活动费|打点费|疏通费|好处费|茶水费")]
    private static partial Regex FeeWord();

    [GeneratedRegex("(?<!\\d)0元?$|免|不收|不交|不缴|不用|无|不需|不必|没有|不扣|严禁|禁止|谨防|不得|不会|零|拒绝|任何|报销|承担|补贴|补助|返还|公司出|代付")]
    private static partial Regex NotAsked();

    [GeneratedRegex("^[\\p{IsCJKUnifiedIdeographs}]{0,8}报销|^[\\p{IsCJKUnifiedIdeographs}]{0,4}(报销|全免|免|补贴|补助|由公司|由单位|(?:公司|单位|厂里|厂方|老板|我们)(?:承担|全包|负担|负责|给?出|支付|来?付|报)|不收|0元|零)")]
    private static partial Regex PaidForYou();

    /// <summary>「收取押金」 in the duties of a cashier is the customers' money; 售后服务费 and 物业服务费 are what a job collects.</summary>
    [GeneratedRegex("(客户|顾客|业主|房客|客人|租客|会员|入住|退房|住宿|租车|售后|物业|收取|催收|催缴|核算|管理|家长|学员|学生|负责)[^,，。]{0,6}$")]
    private static partial Regex NotOurs();

    [GeneratedRegex("(先|需要?|须|要)(交|缴|缴纳|支付|付|转账?)\\s*\\d+\\s*万?元|先充值|充值\\s*\\d*\\s*元?(激活|解锁|开通)|(体检|培训|服装|办证|健康证)(费用?)?(需)?(自理|自费|自付)(?!的?报销)|(买|购买|自购|自买)(工装|工服|工衣|工作服|服装|制服)[^,，。；\\n]{0,6}\\d+\\s*元|(?<![不没免未别勿无]|不得|不会|不用|严禁|禁止|拒绝|杜绝)(押|扣)(下|留|押)?(身份证|证件|毕业证|驾驶证)(原件)?|(身份证|毕业证|学位证|驾驶证|证件)(原件)?[,，]?(?![^,，。；\\n]{0,6}[不没免无])[^,，。；\\n]{0,8}(上交|统一保管|代为?保管|扣|押)|先(买|办)[^,，。；\\n]{0,6}证[,，]?\\s*\\d+元?(自费|自理)?|(?<![可])(?:费用自理|(?<!每月|按月|下月|月底)付\\s*\\d+\\s*元(?:的)?(?:审核|认证|激活|登记|开户|会员|押|保|解锁|资料)|扣[^,，。；\\n]{0,8}工资[^,，。；\\n]{0,3}[做作当为](?:押|保|抵)|(?:压|押)[^,，。；\\n]{0,4}工资[^,，。；\\n]{0,3}[做作当为]?(?:押金|保证))|先(?:要|得|需|自己|自费)?(?:买|购买?|拍|租|订|拿|办|开通|激活)[^,，。；\\n]{0,8}(?:账号|设备|器材|材料|工具|原料|模卡|写真|样片|道具|货(?!源)|课程|软件|会员|套餐|车)(?!票|位|间|站)|先挂靠|(?:先|需要?|须|要|必须)(?:办理?|做)[^,，。；\\n]{0,6}(?:分期|手机贷)|(?:手机|购机)分期[^,，。；\\n]{0,6}(?:入职|上岗|验机)|囤货|自己?(?:掏|出|花)钱(?:买|购)[^,，。；\\n]{0,8}\\d+\\s*元|拍(?:模卡|写真|样片|形象照)|(?:照相|拍照|拍摄|化妆)(?:费)?[^,，。；\\n]{0,4}\\d+\\s*元|(?<=^|[,，。；;、\\s])交\\s*\\d+\\s*元(?![^,，。；\\n]{0,6}(?:补贴|奖|房租))|共?收(费)?\\s*\\d+\\s*元|(工装|工服|工衣|工作服|服装)[^,，。；\\n]{0,4}\\d+\\s*元?(自己出|自理|自付)|(需|须|要)购买[^,，。；\\n]{0,8}(资料|教材|课程)|培训贷|(先|办理?)贷款|关系安排|内部(名额|指标|安排)")]
    private static partial Regex PayFirst();

    [GeneratedRegex("日(结|入|赚|薪)\\s*(过|上|高达)?\\s*(万|一万|上万|[1-9]万|[1-9]\\d{4,})元?|(躺|轻松|在家|动动手指)(就能|即可|也能|就)?(赚|挣|月入)\\s*(\\d*(\\.\\d+)?\\s*(过?万|上万|大钱)|[1-9]\\d{4,})|(无需|不需要?|零|没有|无)(任何)?(工作)?经验[^。；\\n]{0,6}(月入|月收入|收入)(可|能|轻松)?(过|上|破|超)万|(月入|月收入)(可|能|轻松)?(过|上|破|超)万[^。；\\n]{0,6}(无需|不需要?|零|没有|无)(任何)?(工作)?经验|月入\\s*(十万|[1-9]0万|数十万)|一天\\s*(赚|挣|能赚|可赚)?\\s*(过|上|一|[1-9])万|日结(万元|一万|1万)|一晚\\s*[1-9]\\d{3,}|躺着?赚钱?(?![^。；\\n]{0,4}不)|一夜暴富|稳赚(?!不赔的心)")]
    private static partial Regex EasyMoney();

    [GeneratedRegex("(?:海员|船员|水手)(?!证?(?:培训|学校|学院|讲师|老师|教师|招生))|保镖|押运|保安|门卫|(夜场|酒店|商务|[男女])公关|陪酒|伴游|男模|礼仪模特|私人助理")]
    private static partial Regex Lure();

    [GeneratedRegex("(境外|国外|出国|缅甸|缅北|柬埔寨|老挝|金三角|西港|妙瓦底|菲律宾|迪拜)[^。\\n]{0,20}(高薪|高工资|月薪|月入|年薪|包机票|过万|[1-9]万|客服|打字)|高薪[^。\\n]{0,12}(境外|国外|出国|缅甸|柬埔寨|老挝|菲律宾)|偷渡|绕关|出国[^,，。\\n]{0,4}(?:务工|劳务|打工|上班|工作)|(?:境外|国外|海外)(?:务工|打工|劳务)|(?:泰国|马来西亚|越南|印尼|印度尼西亚|非洲|俄罗斯|中东|阿联酋|老挝|柬埔寨|缅甸)[^,，。\\n]{0,8}(?:工人|园区|种植园|橡胶园|矿|厂|工地|务工|招工)|(到|去|赴|前往)(境外|国外|缅甸|缅北|柬埔寨|老挝|金三角|西港|妙瓦底|菲律宾)(上班|工作|务工|打工|发展)")]
    private static partial Regex Abroad();
}
