using System.Globalization;
using System.Text.RegularExpressions;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>
/// Reads free text into facts, once, when a posting is saved or imported; nothing is parsed while people search. It suggests: the form shows
/// what it read and the employer corrects it.
/// </summary>
public static partial class PostingText
{
    private static readonly Lazy<NamedWords> SkillWords = new(() => new NamedWords(Catalogue.Instance.Skills.Values.Select(s => (s.Id, s.Words.Append(s.Name)))));
    private static readonly Lazy<NamedWords> CertificateWords = new(() => new NamedWords(Catalogue.Instance.Certificates.Values.Select(c => (c.Id, c.Words.Append(c.Name)))));

    /// <param name="title">Of the posting.</param>
    /// <param name="text">Everything else that it says.</param>
    /// <param name="employer">Its name; decides what a word of two meanings means (车工 at a garment firm sews).</param>
    public static PostingFacts Read(string title, string text, string employer = "")
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        var all = Narrow(title + "\n" + text);
        var (from, to) = Ages(all);
        var shift = ShiftOf(all);
        var (strain, skills) = (StrainWords.Of(all), SkillWords.Value.Find(all).Take(12).ToList());
        var hours = Number(HoursADay().Match(HoursOfLonger().Replace(all, " "))) ?? ClockHours.In(all);
        return new PostingFacts
        {
            StatedAgeFrom = from,
            StatedAgeTo = to,
            Shift = shift,
            HoursPerDay = hours is >= 1 and <= 24 ? hours : null,
            DaysPerMonth = DaysOf(all),
            HoursPerMonth = WageReader.HoursIn(all).HoursPerMonth,
            Food = Food().IsMatch(all) && !NoFood().IsMatch(all),
            Lodging = Lodging().IsMatch(all) && !NoLodging().IsMatch(all),
            Transport = Transport().IsMatch(all),
            SocialInsurance = Insurance().IsMatch(all),
            CareFriendly = CareFriendly().IsMatch(all),
            Strain = strain,
            StrainIsUsual = strain != Strain.Unknown && !StrainWords.Say(all, strain),
            Duties = DutiesOf(all, shift, hours),
            Hazardous = Hazardous().IsMatch(NoNights().Replace(all, " ")),
            Education = EducationOf(all),
            Mandarin = MandarinOf(all),
            Kind = KindOf(all),
            Vacancies = VacanciesOf(all),
            OccupationIds = OccupationResolver.Ids(OccupationResolver.Instance.Resolve(title, new OccupationContext(employer, text))),
            SkillIds = skills,
            UsualSkillIds = [.. skills.Except(SkillWords.Value.Find(string.Join('\n', SkillAsked().Matches(all).Select(m => m.Value))))],
            Certificates = CertificateWords.Value.Find(NotNeeded().Replace(all, " "))
                .Select(id => (id, Catalogue.Instance.Certificates[id].Obtainable ? CertificateTiming.ObtainableBeforeStart : CertificateTiming.NeededToApply)).Take(6).ToList(),
        };
    }

    private static (int? From, int? To) Ages(string text)
    {
        if (AgeRange().Match(text) is { Success: true } range && Age(range.Groups[1]) is { } a && Age(range.Groups[2]) is { } b && a <= b) return (a, b);
        if (AgeTo().Match(text) is { Success: true } to) return (null, Age(to.Groups[1]) ?? Age(to.Groups[2]));
        return AgeFrom().Match(text) is { Success: true } from ? (Age(from.Groups[1]) ?? Age(from.Groups[2]), null) : (null, null);
    }

    private static int? Age(Group group) => int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is >= 14 and <= 80 ? age : null;

    private static Shift ShiftOf(string text) =>
        Flexible().IsMatch(text) ? Shift.Flexible
        : ThreeShift().IsMatch(text) ? Shift.ThreeShift
        : TwoShift().IsMatch(text) ? Shift.TwoShift
        : DayShift().IsMatch(text) ? Shift.Day
        : NightShift().IsMatch(text) && !NoNights().IsMatch(text) ? Shift.Night
        : Shift.Unknown;

    private static int? DaysOf(string text)
    {
        if (Rest().Match(text) is { Success: true } rest)
        {
            var days = rest.Groups[1].Value is "四" or "4" ? 4 : rest.Groups[1].Value is "两" or "二" or "2" ? 2 : rest.Groups[1].Value is "六" or "6" ? 6 : rest.Groups[1].Value is "八" or "8" ? 8 : 0;
            return days == 0 ? null : 30 - days;
        }

        return WorkDays().Match(text) is { Success: true } match && (int?)Number(match) is >= 1 and <= 31 and var stated ? stated : DoubleRest().IsMatch(text) ? 22 : null;
    }

    private static Duty DutiesOf(string text, Shift shift, decimal? hours)
    {
        var duties = Duty.None;
        if (shift is Shift.Night or Shift.TwoShift or Shift.ThreeShift || (NightShift().IsMatch(text) && !NoNights().IsMatch(text))) duties |= Duty.Nights;
        if (Away().IsMatch(text)) duties |= Duty.Away;
        if (Heights().IsMatch(text)) duties |= Duty.Heights;
        if (hours > 10) duties |= Duty.LongHours;
        if (Standing().IsMatch(text)) duties |= Duty.LongStanding;
        if (Machinery().IsMatch(text)) duties |= Duty.Machinery;
        if (Dust().IsMatch(text)) duties |= Duty.DustOrChemicals;
        if (Sight().IsMatch(text)) duties |= Duty.FineSight;
        return duties;
    }

    private static Education EducationOf(string text)
    {
        if (NoEducation().IsMatch(text)) return Education.Unknown;
        return EducationAsked().Match(text) is not { Success: true } match ? Education.Unknown : match.Groups[1].Value switch
        {
            "小学" => Education.Primary,
            "初中" => Education.JuniorMiddle,
            "高中" or "中专" or "中技" or "技校" or "职高" => Education.SeniorMiddle,
            "大专" or "专科" => Education.JuniorCollege,
            _ => Education.Bachelor,
        };
    }

    /// <summary>「会说普通话」, 「普通话流利」; asked of nobody where it is not needed.</summary>
    private static Mandarin MandarinOf(string text) =>
        NoMandarin().IsMatch(text) ? Mandarin.Unknown
        : FluentMandarin().IsMatch(text) ? Mandarin.Fluent
        : SpokenMandarin().IsMatch(text) ? Mandarin.Conversational
        : HeardMandarin().IsMatch(text) ? Mandarin.Simple : Mandarin.Unknown;

    private static PostingKind? KindOf(string text) =>
        WorkRelief().IsMatch(text) ? PostingKind.WorkRelief
        : Welfare().IsMatch(text) ? PostingKind.PublicWelfare
        : HomeWork().IsMatch(text) ? PostingKind.HomeWork
        : Workshop().IsMatch(text) ? PostingKind.AidWorkshop
        : Export().IsMatch(text) ? PostingKind.LabourExport
        : Gig().IsMatch(text) ? PostingKind.Gig
        : null;

    private static int? VacanciesOf(string text) => Vacancies().Match(text) is not { Success: true } match ? null
        : Math.Clamp((int)(Number(match) ?? WageText.NumberOf(match.Groups[1].Value.Replace('两', '二'))), 1, 999);

    private static decimal? Number(Match match) => match.Success && decimal.TryParse(match.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Narrow(string text) => string.Concat(text.Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c is '—' or '–' or '～' ? '-' : c));

    [GeneratedRegex(@"(?<!\d)(\d{2})\s*(?:周?岁)?\s*(?:-|~|至|到)\s*(\d{2})\s*(?:周?岁)|年龄\s*:?\s*(?<1>\d{2})\s*(?:-|~|至|到)\s*(?<2>\d{2})(?!\d)")]
    private static partial Regex AgeRange();

    [GeneratedRegex(@"(?<!\d)(\d{2})\s*周?岁?\s*(?:以下|以内|之内|及以下)(?!元)|不超过\s*(\d{2})\s*周?岁")]
    private static partial Regex AgeTo();

    [GeneratedRegex(@"(?<!\d)(\d{2})\s*周?岁\s*(?:以上|及以上|起)|年满\s*(\d{2})\s*周?岁")]
    private static partial Regex AgeFrom();

    [GeneratedRegex("上下班自由|时间自由|来去自由|自由安排|弹性(上班|工作|时间)|灵活(安排|用工|上班)|自由上下班|随到随做|工作时间灵活")]
    private static partial Regex Flexible();

    [GeneratedRegex("三班(两|二|三)?倒|三班制|四班三|三班两运转")]
    private static partial Regex ThreeShift();

    [GeneratedRegex("[两二]班(两)?倒|[两二]班制|倒班|轮班|轮流倒班|白夜班|白班夜班|(?:早|白|日)班[^。;\\n]{0,24}[中晚夜]班[^。;\\n]{0,16}(?:轮|倒|换着)")]
    private static partial Regex TwoShift();

    [GeneratedRegex("[长常全]白班|白班|正常班|行政班|早[八九]|上白天")]
    private static partial Regex DayShift();

    [GeneratedRegex("[上轮中大值晚]?夜班(?!补)|晚班|通宵|夜间(值|上|工作)|(?:晚上?|夜里|夜间)(?:8|9|1[0-2]|[八九十]|十[一二])[点:][^。;\\n]{0,4}(?:到|至|-)[^。;\\n]{0,3}(?:第二天|次日|凌晨|早)")]
    private static partial Regex NightShift();

    [GeneratedRegex("[无不没](有|用|需|上|安排)?(上)?夜班|无需夜班|不上夜")]
    private static partial Regex NoNights();

    [GeneratedRegex(@"(?:每[天日班]|一天|日均|上班|工作|白班|夜班|制|,|;|。|\n|\s|天|[干做上]满|[干做上]足)\s*(?:上班|工作|要?[干做上]满?)?\s*(?:时间)?\s*:?\s*(\d{1,2}(?:\.5)?)\s*(?:个)?\s*(?:小时|h\b|H\b)(?!热水|/月|营业|客服)")]
    private static partial Regex HoursADay();

    /// <summary>Of a month or a week; they would be read as a day's.</summary>
    [GeneratedRegex(@"(?:月|周|星期|礼拜)[^,。;\n天日]{0,8}?\d+(?:\.\d+)?\s*个?小时(?!\s*(?:/|每)\s*[天日班]|工?制)|\d+(?:\.\d+)?\s*个?小时\s*(?:/|每)\s*个?[月周]")]
    private static partial Regex HoursOfLonger();

    [GeneratedRegex("月休\\s*([四二两六八24680])\\s*天")]
    private static partial Regex Rest();

    [GeneratedRegex(@"每月(?:不少于|工作|出勤|上班|至少)?\s*(\d{1,2})\s*天|月出勤\s*(\d{1,2})\s*天")]
    private static partial Regex WorkDays();

    [GeneratedRegex("双休|5天8小时|五天八小时|做五休二|周末休")]
    private static partial Regex DoubleRest();

    [GeneratedRegex("包吃|包餐|包饭|包三餐|包[早中午晚][餐饭]|包(两|二)餐|管([早中午晚]|[一两二三]顿)?[饭餐]|管吃|免费([早中午晚]{1,3}餐|工作餐|用餐)|工作餐|供餐|供午餐|包伙食|提供(食宿|[早中午晚]餐|吃住)|食宿(全包|免费)|包食宿")]
    private static partial Regex Food();

    [GeneratedRegex("不包(吃|餐|食)|不管[早中午晚]?[饭餐]|不供餐|不提供(食宿|吃住|餐)")]
    private static partial Regex NoFood();

    [GeneratedRegex("包吃住|包吃包住|包住|管住|(提供|免费|安排|有)[^,。;\n]{0,4}(住宿|宿舍|食宿|吃住)|员工宿舍|包食宿|食宿(全包|免费)|夫妻房")]
    private static partial Regex Lodging();

    [GeneratedRegex("不包(吃)?住|不提供(食宿|住宿|宿舍|吃住)|无宿舍|自行解决住宿")]
    private static partial Regex NoLodging();

    [GeneratedRegex("班车|(上下班|专车|免费|厂车)接送|厂车|通勤车|交通(补贴|补助|费|车)|车补|报销(路费|车费|车票)|包车费")]
    private static partial Regex Transport();

    [GeneratedRegex("[三四五六]险|社保|社会保险|养老保险|职工保险")]
    private static partial Regex Insurance();

    [GeneratedRegex("[宝妈]妈岗|宝妈|妈妈(岗|班)|上下班自由|来去自由|接送(孩子|小孩|娃|学生|子女)|照顾(家庭|孩子|老人|小孩|家里)|顾家|方便带(娃|孩)|随到随做|在家(做|也能做|加工)|居家(加工|就业|做)|错峰上下班|带娃")]
    private static partial Regex CareFriendly();

    /// <summary>「会缝纫」, 「熟练使用叉车」, 「有收银经验」, 「会缝纫优先」: what somebody has to be able to do, not what there is to do.</summary>
    [GeneratedRegex("(?:(?<![机社工协大开学])会(?![员计议场所展])|懂|熟练|熟悉|掌握|精通|擅长)[^,。;!?\n]{0,12}|[^,。;!?\n]{0,12}(?:经验|技能|技术|优先)")]
    private static partial Regex SkillAsked();

    [GeneratedRegex("区外|外出务工|出省|省外|异地|长期出差|经常出差|驻外|外派|东部(务工|企业)|劳务输出")]
    private static partial Regex Away();

    [GeneratedRegex("登高|高空|高处|脚手架|外墙|攀爬|塔吊|架子工|高压线")]
    private static partial Regex Heights();

    [GeneratedRegex("站立|站着|久站|站班|长时间站")]
    private static partial Regex Standing();

    [GeneratedRegex("机床|冲床|冲压|车床|铣床|注塑|开机|机台|机械(操作|设备)|操作(机器|设备)|叉车|收割机|挖掘机|粉碎机|切割机|裁断机|啤机")]
    private static partial Regex Machinery();

    [GeneratedRegex("粉尘|喷(漆|粉|涂|砂)|油漆|化学|化工|农药|有毒|有害|打磨|抛光|胶水|刺激性|石棉|矽尘")]
    private static partial Regex Dust();

    [GeneratedRegex("视力(好|良好|要求|正常|佳)|显微镜|精细|眼力|穿针|绣花|刺绣|焊点|目检")]
    private static partial Regex Sight();

    /// <summary>Kinds forbidden to 16–17-year-olds by 未成年工特殊保护规定 §3: dust and poison, height, heat and cold, mines, heavy loads, live wires, explosives.</summary>
    [GeneratedRegex("粉尘|有毒|高空|登高|高处|脚手架|架子工|外墙|矿井|井下|采石|爆破|烟花|炸药|农药|喷漆|喷涂|油漆|电焊|焊工|电工|冲床|冲压|锅炉|熔炼|炉前|高温(作业|车间)|冷库|冷冻|装卸|重体力|搬运|隧道|砍伐|伐木|叉车|塔吊|吊装|起重|潜水|夜班|酒吧|KTV|足浴|洗浴|网吧|爆竹|化工|放射|铸造|锻造")]
    private static partial Regex Hazardous();

    [GeneratedRegex("学历(要求)?[:\\s]*(不限|无要求|不作?要求)|不限学历|无学历要求")]
    private static partial Regex NoEducation();

    [GeneratedRegex("(小学|初中|高中|中专|中技|技校|职高|大专|专科|本科|硕士|博士)[^,。;\n优先]{0,6}(及?以上|毕业|学历|文化)|学历(?:要求)?\\s*:?\\s*(?<1>小学|初中|高中|中专|中技|大专|专科|本科|硕士|博士)")]
    private static partial Regex EducationAsked();

    [GeneratedRegex("不(?:要求|需要?|用|限)[^,。;\n]{0,4}普通话|普通话[^,。;\n]{0,3}(?:不限|不要求|不作?要求|优先)|普通话(?:不好|不标准|不会)[^,。;\n]{0,3}(?:可以|也行|没关系|都行)")]
    private static partial Regex NoMandarin();

    [GeneratedRegex("普通话[^,。;\n]{0,3}(?:流利|标准|熟练|[一二]级)|(?:流利|标准)的?普通话")]
    private static partial Regex FluentMandarin();

    [GeneratedRegex("(?:会|能)(?:说|讲|用)?[^,。;\n]{0,3}普通话|(?:说|讲)普通话|普通话[^,。;\n]{0,3}(?:交流|沟通|好|清楚)")]
    private static partial Regex SpokenMandarin();

    [GeneratedRegex("听得?懂[^,。;\n]{0,4}普通话")]
    private static partial Regex HeardMandarin();

    [GeneratedRegex("以工代赈")]
    private static partial Regex WorkRelief();

    [GeneratedRegex("公益性?岗|生态护林员|乡村公益")]
    private static partial Regex Welfare();

    [GeneratedRegex("来料加工|居家(加工|就业|岗)|在家(加工|做手工)|拿回家做|带回家做")]
    private static partial Regex HomeWork();

    [GeneratedRegex("帮扶车间|扶贫车间|社区工厂|卫星工厂|就业车间|就业工厂")]
    private static partial Regex Workshop();

    [GeneratedRegex("外出务工|劳务输出|出省务工|东西部(劳务)?协作|组织输出")]
    private static partial Regex Export();

    [GeneratedRegex("零工|日结|小时工|临时工|按天结|短工|做一天")]
    private static partial Regex Gig();

    [GeneratedRegex("(无需|不需要?|不用|不要求|免)[^,。;\n]{0,8}证|有[^,。;\n]{0,8}证(者|的)?优先|[^,。;\n]{0,8}证(不要求|不需要)|(身份|毕业|学历学位|学位|结婚|居住|健康保)证")]
    private static partial Regex NotNeeded();

    private const string Count = @"(?<1>\d{1,3}|[一二两三四五六七八九十]{1,3})";

    /// <summary>Who does a work, right before their number, where it is not said that they are there already: 「焊工5人」, 「卸货工（3人）」.</summary>
    private const string Workers = @"(?<!(?:现有|已有|拥有|共有|每[组班队车台]|管理|带领?|配备)[^,.;。\n]{0,8})(?<=(?<![员职社民义])工|(?<![会社党队组成学人伤])员|师傅?|[手匠嫂姨]|司机|保安|保洁|学徒|杂活|阿姨)\s*(?:\([^()]{1,8}\)|[:(])?\s*";

    /// <summary>「招聘普工10名」, 「招6个人」, 「请六个人」, 「保洁员四名」, 「人数：5」.</summary>
    [GeneratedRegex(@"招聘?(?:人数)?[^\d,.;。\n]{0,6}?\s*:?\s*" + Count + @"\s*(?:个人|[名人位])|(?:[请找缺]|需要?)\s*" + Count + @"\s*个人(?!一[组起]|配合|合作|同|[住抬轮])|(?<![\d第前-]|[一二两三四五六七八九十几数])" + Count + @"\s*名(?![下义牌])|" + Workers + Count + @"\s*(?:个人|[人名位]|个(?![小月天点钟]))(?![一同间组])|人数\s*:?\s*(?<1>\d{1,3})(?!\d)")]
    private static partial Regex Vacancies();
}
