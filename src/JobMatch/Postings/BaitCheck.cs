using System.Text.RegularExpressions;
using JobMatch.Matching;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>Why a station has to look before residents see a posting.</summary>
[Flags]
public enum BaitFlags
{
    None = 0,

    /// <summary>Takes money, papers or earned pay from the applicant: deposit, clothes, training, an agent's fee, the identity card as a pledge, trial days without pay.</summary>
    Fee = 1,

    /// <summary>Pay far above what its kind of work pays.</summary>
    PayFarAbove = 2,

    /// <summary>Ten thousand a day, a fortune without work.</summary>
    EasyMoney = 4,

    /// <summary>Seamen, guards, escorts at ten thousand a month with food and lodging.</summary>
    KnownLure = 8,

    /// <summary>刷单, running bank cards, lending accounts, company for drinking: crimes, not jobs.</summary>
    Crime = 16,

    /// <summary>Well paid abroad.</summary>
    Abroad = 32,

    /// <summary>No words of a known kind, but it reads like adverts that cheated (<see cref="LureReader"/>).</summary>
    LikeLures = 64,
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

    /// <summary>Who leads others, has to hold the papers of a trade or lives with a newborn's family (月嫂) may be paid as if a college were asked for; work at heights and a ship's officer are paid twice their kind; a couple's pay is that of two.</summary>
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
    /// <param name="posting">With its quotas: the words of a place are looked at like all others.</param>
    /// <param name="payPercent">Of the usual pay of its group.</param>
    public static IReadOnlyList<BaitFinding> Find(Posting posting, int payPercent = UsualPercent)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return Find(posting.Kind, posting.Wage, posting.EducationAsked, posting.OccupationIds, payPercent, posting.Title, [posting.Description], posting.FreeTexts);
    }

    /// <summary>The flags of a form while it is written; its pay is not asked about yet.</summary>
    public static BaitFlags Check(SavePostingRequest form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Flags(Find(form.Kind, Wage.Negotiable, form.EducationAsked, [], UsualPercent, form.Title, [form.Description], [form.WageText, .. form.Quotas.Select(quota => quota.PlaceText)]));
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
    public static IReadOnlyList<BaitFinding> Find(PostingKind kind, Wage wage, Education education, IReadOnlyList<int> occupations, int payPercent, string title, params string?[] texts) =>
        Find(kind, wage, education, occupations, payPercent, title, texts, []);

    /// <summary>Texts are read as a whole too; what stands beside them, as the words of a place do, is looked at for words of known kinds alone: it tells nothing of how an advert reads.</summary>
    private static List<BaitFinding> Find(PostingKind kind, Wage wage, Education education, IReadOnlyList<int> occupations, int payPercent, string title, string?[] texts, IEnumerable<string?> beside)
    {
        ArgumentNullException.ThrowIfNull(wage);
        ArgumentNullException.ThrowIfNull(occupations);
        var text = Unparted([title, .. texts, .. beside.Except([.. texts, title, wage.Text]), wage.Text]);
        var told = Unparted(texts.Where(words => words != title));
        var found = new List<BaitFinding>();
        found.AddRange(Asked(text).Where(finding => IsPlain(finding.Words) || !LureReader.Instance.Trusts(title, told, finding.Words)));
        found.AddRange(Worded(BaitFlags.Crime, CompanyWords.In(text), text).Except(found));
        if (!AtHome().IsMatch(text)) found.AddRange(Worded(BaitFlags.Abroad, Abroad().Matches(text), text));
        // A day's fortune is told as such already.
        var said = SaidPay.MostIn(text, byDay: !EasyMoney().IsMatch(text));
        if (FarAbove(kind, wage, said, occupations, payPercent * Believed(title, text, wage, education) / 100) is { } pay) found.Add(pay);
        if (EasyMoney().IsMatch(text)) found.AddRange(Worded(BaitFlags.EasyMoney, EasyMoney().Matches(text), text));
        else if (wage.Unit is WageUnit.Day or WageUnit.Time && wage.MinFen >= DayOfAFortune && !Leader().IsMatch(title)) found.Add(new(BaitFlags.EasyMoney, wage.Text));
        if (education < Education.JuniorCollege && !SeaPapers().IsMatch(text) && LureIn(title, occupations) is { } lure && Most(wage.MonthlyMinFen, wage.MonthlyMaxFen, said) is { } most && most >= TenThousandYuan)
            found.Add(new(BaitFlags.KnownLure, lure, most, UsualPay.Of(occupations)));
        if (!found.Exists(finding => finding.Words.Length > 0) && LureReader.Instance.Lure(title, SaidByAll().Replace(told, "")) is { } clause) found.Add(new(BaitFlags.LikeLures, clause));
        return found;
    }

    /// <summary>What is asked of or offered to the applicant, by words of known kinds.</summary>
    private static IEnumerable<BaitFinding> Asked(string text) =>
    [
        .. MoneyAsked.In(text).Distinct().Select(fee => new BaitFinding(BaitFlags.Fee, fee)),
        .. Worded(BaitFlags.Crime, CrimeWords.In(text), text),
    ];

    /// <summary>Words that mean what they say in any company.</summary>
    private static bool IsPlain(string words) => MoneyAsked.IsPlain(words) || CrimeWords.IsPlain(words);

    /// <summary>One text of all; 「押 金」 was parted so that nobody finds it.</summary>
    private static string Unparted(IEnumerable<string?> texts) => Parted().Replace(string.Join('\n', texts), "");

    private static long? Most(params ReadOnlySpan<long?> amounts)
    {
        long? most = null;
        foreach (var amount in amounts) most = most >= amount ? most : amount ?? most;
        return most;
    }

    /// <summary>Percent of the bar that schooling, leading, danger, pay for two, hours in homes, which pay the way as well and never fill a month, and work abroad for a state firm or arranged by offices make believable.</summary>
    private static int Believed(string title, string text, Wage wage, Education education) =>
        ForTwo().IsMatch(text) || (wage.Unit == WageUnit.Hour && InHomes().IsMatch(title)) || SentAbroad().IsMatch(text) || AtHeights().IsMatch(title) || (ShipsOfficer().IsMatch(title) && SeaPapers().IsMatch(text)) ? TwoPercent
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

    [GeneratedRegex("(?<=(?:^|[\\s,，。；;、·.*_-])\\p{IsCJKUnifiedIdeographs})[ \u3000·.*_-](?=\\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Parted();

    /// <summary>What says nothing of who says it: whoever travels to work buys the ticket before an honest firm can pay it, and contracts at sea and of public-welfare posts are made for a year.</summary>
    [GeneratedRegex(@"(?:路费|车费|车票|火车票|高铁票|机票)[^。；;！!\n]{0,12}报销|(?<!签证[^,，。；;\n]{0,4})(?:劳动|用工)?(?:合同)?[一1]年[一1]签(?!证)")]
    private static partial Regex SaidByAll();

    [GeneratedRegex("夫妻.{0,12}(?:合计|两人|两个人|共计)|夫妻(?:合计|一起|工资)\\d|两人(?:合计|一起|工资|共)?\\d")]
    private static partial Regex ForTwo();

    [GeneratedRegex("持(?!身份)[\\p{IsCJKUnifiedIdeographs}]{0,6}证|(?:作业|操作)证")]
    private static partial Regex Papers();

    /// <summary>The lure asks a seaman for nothing; a ship asks for his papers.</summary>
    [GeneratedRegex("持[^,，。]{0,4}(?:海员|船员|适任|水手)[^,，。]{0,2}证")]
    private static partial Regex SeaPapers();

    [GeneratedRegex("(?:海外|境外|外派|远洋|新加坡|赴(?:港|澳|日|韩|德))[\\s\\S]{0,40}(?:央企|国企|人社局|商务局|海事局|政府间|经营资格)|(?:央企|国企|人社局|商务局|海事局|政府间|经营资格)[\\s\\S]{0,40}(?:海外|境外|外派|远洋|新加坡|赴(?:港|澳|日|韩|德))")]
    private static partial Regex SentAbroad();

    [GeneratedRegex("家政|保洁|钟点|收纳|做饭|月嫂|育儿|保姆")]
    private static partial Regex InHomes();

    [GeneratedRegex("高空|高处作业|蜘蛛人")]
    private static partial Regex AtHeights();

    [GeneratedRegex("[大二三]副|[大二三]管轮|船长|轮机长")]
    private static partial Regex ShipsOfficer();

    [GeneratedRegex("月嫂|厨师长|主厨|总厨|场长|厂长|店长|总监|项目经理|工长|队长")]
    private static partial Regex Leader();

    [GeneratedRegex("日(结|入|赚|薪)\\s*(过|上|高达)?\\s*(万|一万|上万|[1-9]万|[1-9]\\d{4,})元?|(躺|轻松|在家|动动手指)(就能|即可|也能|就)?(赚|挣|月入)\\s*(\\d*(\\.\\d+)?\\s*(过?万|上万|大钱)|[1-9]\\d{4,})|(无需|不需要?|零|没有|无)(任何)?(工作)?经验[^。；\\n]{0,6}(月入|月收入|收入)(可|能|轻松)?(过|上|破|超)万|(月入|月收入)(可|能|轻松)?(过|上|破|超)万[^。；\\n]{0,6}(无需|不需要?|零|没有|无)(任何)?(工作)?经验|月入\\s*(十万|[1-9]0万|数十万)|一天\\s*(赚|挣|能赚|可赚)?\\s*(过|上|一|[1-9])万|日结(万元|一万|1万)|一晚\\s*[1-9]\\d{3,}|躺着?赚钱?(?![^。；\\n]{0,4}不)|一夜暴富|稳赚(?!不赔的心)")]
    private static partial Regex EasyMoney();

    [GeneratedRegex("(?:海员|船员|水手)(?!证?(?:培训|学校|学院|讲师|老师|教师|招生))|保镖|押运|保安|门卫|(夜场|酒店|商务|[男女])公关|陪酒|伴游|男模|礼仪模特|私人助理")]
    private static partial Regex Lure();

    /// <summary>Who stays here, and who is paid to tell others about work abroad.</summary>
    [GeneratedRegex("不(?:用|需要?|必)?出国|无需出国|出国[^,，。\\n]{0,4}政策|勿信黑中介")]
    private static partial Regex AtHome();

    [GeneratedRegex("(境外|国外|出国|缅甸|缅北|柬埔寨|老挝|金三角|西港|妙瓦底|菲律宾|迪拜)[^。\\n]{0,20}(高薪|高工资|月薪|月入|年薪|包机票|过万|[1-9]万|客服|打字)|高薪[^。\\n]{0,12}(境外|国外|出国|缅甸|柬埔寨|老挝|菲律宾)|(?<!(?:发现|打击|防范|严防|劝阻)[^,，。]{0,4})偷渡|绕关|走小路|黑工|旅游签[^,，。\\n]{0,2}(?:入境|过去|出去)|[去到]对面上班|(?:打工|工作|旅游)签[^,，。\\n]{0,2}包|妙瓦迪|出国[^,，。\\n]{0,4}(?:务工|劳务|打工|上班|工作)|(?:境外|国外|海外)(?:务工|打工|劳务)|(?:泰国|马来西亚|越南|印尼|印度尼西亚|非洲|俄罗斯|中东|阿联酋|老挝|柬埔寨|缅甸)[^,，。\\n]{0,8}(?:工人|园区|种植园|橡胶园|矿|厂|工地|务工|招工)|(到|去|赴|前往)(境外|国外|缅甸|缅北|柬埔寨|老挝|金三角|西港|妙瓦底|菲律宾)(上班|工作|务工|打工|发展)")]
    private static partial Regex Abroad();
}
