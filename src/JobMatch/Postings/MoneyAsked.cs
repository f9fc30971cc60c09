using System.Text.RegularExpressions;

namespace JobMatch.Postings;

/// <summary>
/// Words that take money, papers or earned pay from whoever applies (劳动合同法 §9, 人力资源市场暂行条例 §28, 工资支付暂行规定): fees by name, sums to be paid first, goods to be bought, what is promised
/// back later (so it was taken), training on credit, places for sale. A fee that is only named to say that there is none, or that customers pay, is none.
/// </summary>
internal static partial class MoneyAsked
{
    /// <summary>Characters beside a word in which it can be denied.</summary>
    private const int Near = 10;

    /// <summary>Characters behind a word in which somebody else pays it, its sum among them.</summary>
    private const int Behind = 16;

    /// <summary>Characters before what is done in which it can be denied.</summary>
    private const int Beside = 3;

    /// <summary>Each in the posting's own words.</summary>
    public static IEnumerable<string> In(string said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var text = InPlainNumerals(said);
        List<(int From, int To)> quoted = [], fees = [];
        foreach (var match in FeeWord().Matches(text).Where(match => IsAsked(match, text, Near)))
        {
            var quote = BaitQuote.Around(match, said);
            quoted.Add(quote);
            fees.Add((match.Index - Near, match.Index + match.Length + Near));
            yield return said[quote.From..quote.To].Trim();
        }

        foreach (var match in Ways().SelectMany(way => way.Matches(text)).Where(match => IsAsked(match, text, Beside) && !IsIn(quoted, match) && (NamesSum(match) || !IsIn(fees, match))))
        {
            quoted.Add((match.Index, match.Index + match.Length));
            yield return said.Substring(match.Index, BaitQuote.Of(match, text).Length);
        }
    }

    /// <summary>「满半年退」 beside a pledge only tells more of it; 「工作服200元从工资里扣」 beside 「体检费80元」 takes more.</summary>
    private static bool NamesSum(Match match) => Amount().IsMatch(match.Value);

    private static bool IsIn(List<(int From, int To)> places, Match match) => places.Exists(place => match.Index < place.To && match.Index + match.Length > place.From);

    /// <summary>
    /// Whether words found here ask for money so plainly that nothing around them can mean otherwise: a pledge or a fee of those that only firms take from their people with its sum, or one that
    /// is to be handed in, a sum to be handed in when somebody comes, or pay kept until the year is over.
    /// </summary>
    public static bool IsPlain(string words) => InPlainNumerals(words) is var plain && (FirmsFee().IsMatch(plain) && Amount().IsMatch(plain) || HandedIn().IsMatch(plain) || AtYearsEnd().IsMatch(plain));

    /// <summary>伍佰 is 五百; letter for letter, so that the words found can be quoted as they stand.</summary>
    private static string InPlainNumerals(string text) => string.Concat(text.Select(c => Formal.IndexOf(c) is >= 0 and var at ? Plain[at] : c));

    private const string Formal = "壹贰叁肆伍陆柒捌玖拾佰仟", Plain = "一二三四五六七八九十百千";

    private static Regex[] Ways() => [PaidFirst(), SumTaken(), OnlyTaken(), OwnExpense(), OwnSum(), PapersTaken(), Bought(), OfOurOwn(), Vehicles(), Returned(), OnCredit(), PlaceForSale(), PayWithheld(), AtYearsEnd()];

    /// <summary>A fee may be denied at the head of a list (「不收任何押金、服装费」), what is done only right before (「没有证的先交1500」 denies no payment).</summary>
    private static bool IsAsked(Match match, string text, int deniedWithin)
    {
        var start = text.LastIndexOfAny(['。', '；', ';', '\n', '！', '!'], Math.Max(0, match.Index - 1)) + 1;
        var before = text[Math.Max(start, match.Index - Near)..match.Index];
        var after = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + Behind)];
        return !(WhoeverAsks().IsMatch(before) && Reported().IsMatch(after)) && !NotAsked().IsMatch(SameBreath(before[Math.Max(0, before.Length - deniedWithin)..], after)) && !PaidForYou().IsMatch(after) && !NotOurs().IsMatch(before) && !OfCustomers().IsMatch(after);
    }

    /// <summary>
    /// 「无需经验，报名费100」 asks for money; over a comma a denial only reaches the fee that is listed right behind it (「不收押金，服装费」), and none that has terms of its own: its sum
    /// (「不收中介费，体检费120」) or who pays it (「不收中介费、体检费自理」).
    /// </summary>
    private static string SameBreath(string before, string after)
    {
        if (PaidByWhoComes().IsMatch(after)) return before[(before.LastIndexOfAny(['，', ',', '、']) + 1)..];
        return before.LastIndexOfAny(['，', ',']) is > 0 and var comma && (before[comma - 1] is not ('费' or '金') || comma + 1 < before.Length || SumFirst().IsMatch(after)) ? before[(comma + 1)..] : before;
    }

    /// <summary>Words of one clause, without a number.</summary>
    private const string Few = @"[^,，。；;\n\d]";

    /// <summary>Words of one clause.</summary>
    private const string Clause = @"[^,，。；;\n]";

    /// <summary>A clause starts here.</summary>
    private const string Starting = @"(?<=^|[,，。；;、\n ])";

    /// <summary>A sum of money: 260, 三千, 两万; no count of days or things.</summary>
    private const string Sum = @"(?:(?<![A-Za-z\d])\d{2,}(?!\d*(?:\.\d+)?\s*(?:元?\s*[/每]|%|％|个|名|人|天|日|小时|件|单|斤|公斤|吨|公里|平|台|户|份|次|月|年|岁|点|分|册|家|条|张|箱|盒|袋|桶|米|亩|头|只|[-~至到]\d))|[一二两三四五六七八九十]+(?:[百千万](?:[一二三四五六七八九](?![个天年月日次件人名位]))?|(?<=十[一二三四五六七八九]?)[元块]))";

    /// <summary>A sum in digits or in words, with what it is counted in: 300元, 三百块钱, 五十块.</summary>
    private const string Yuan = @"(?:\d[\d.,]*|[一二两三四五六七八九十百千万]+) *(?:元|块钱?)?";

    /// <summary>A small sum too, where it is said what it is counted in: 5元, 五百块.</summary>
    private const string Paid = @"(?:\d+|[一二两三四五六七八九十百千万]+) *(?:元|块)";

    /// <summary>Who comes pays.</summary>
    private const string OwnPays = "(?:自理|自付|自费|自掏|(?:自己|自行|本人|个人|员工)(?:出|掏|花|付(?!出)|交|承担|负担))(?!" + Few + "{0,4}(?:社|险|税|部分))";

    /// <summary>「中介不收费，只收体检260」, and a sum that is left as a pledge: 「五百块生活费押在宿舍」.</summary>
    private const string OnlyThis = "(?<!每月|按月)[只仅就][需要]?(?:收(?!入|银)|交(?!通|流|班|接|际)|缴)(?:(?!水电|房租|伙食|餐|饭|社保|保险)" + Few + "){0,10}?" + Sum + "|" + Sum + Few + "{0,10}(?<![抵质])押(?:在|着|给|到)";

    /// <summary>What everybody pays for himself, and what says that somebody gives it back.</summary>
    private const string Living = "伙食|[吃住餐饭]|房租|水电|路费|车票|社保|险|报销|免|补";

    /// <summary>What a firm has to give or to have done, at the cost of who comes: 「被褥和工服自己出350」, 「保安证五百块，公司统一办，钱自己出」. The health certificate has a rule of its own.</summary>
    private const string OwnCost = "(?:体检|被褥|被子|床上用品|工作服|工衣|工服|厂服|制服|服装(?=[费钱]|自)|工装|工鞋|劳保|工牌|厂牌|(?:办个?)?\\p{IsCJKUnifiedIdeographs}{0,3}(?<![有无持带凭考]|健康|驾驶?|行驶|身份|居住|学生|学位|毕业)证(?!明|书|券|件|照|号))"
        + "(?:(?!薪|工资|" + Living + "|公司|厂里|发放)" + Few + "){0,6}(?:" + Sum + "(?:(?!" + Living + "|退|公司(?:出|付|承担))[^。；;\\n]){0,14}?" + OwnPays + "|" + OwnPays + "(?!的?报销)[,，:：]? *" + Few + "{0,4}" + Sum + ")";

    /// <summary>What a firm hands out to whoever starts, paid by him: 「工作服200元，从工资里扣」.</summary>
    private const string TakenFromPay = "(?:工作服|工衣|工服|厂服|制服|劳保服|工鞋|劳保鞋|被褥|被子|床上用品|工牌|厂牌|胸牌|门禁卡|饭卡)(?!" + Clause + "{0,6}(?:免|送|发放|公司|厂里|单位|补|自带|自备))" + Clause + "{0,10}[,，]?[^,，。；;\\n费]{0,6}(?<!不[会再另]?)(?:从" + Few + "{0,8}|(?:工资|薪水)[里中内]?)扣(?!税)";

    /// <summary>「首月从工资里扣800」: a sum for nothing that is had every month.</summary>
    private const string TakenOfFirstPay = "(?:首月|第一个?月|头一?个?月|首次(?:发|领)?)[^。；;，,\\n\\d]{0,4}(?:从)?(?:工资|薪水|发薪)[里中内]?(?:先)?扣(?!税|社|险|个税|迟)(?:(?!" + Living + "|社保|保险|个税)" + Few + "){0,4}" + Sum + "(?!" + Few + "{0,4}(?:" + Living + "|个税))|押扣";

    private const string Denied = "免|不收|不交|不缴|不用|不要|无|不需|不必|没有|不扣|不另|不向|不抽|严禁|禁止|谨防|勿信|不得|不会|零|拒绝|任何|报销|承担|补贴|补助|返还|公司出|代[付交缴]|(?:公司|单位|企业|雇主|客户|东家|老板|厂里|厂方|我们)(?:统一|先)?(?:[代帮替][^,，。]{0,4})?(?:付|出|给|垫|交|缴)";

    /// <summary>What firms take from their own people; the fees of courses, members and agents are told by other firms' jobs as well.</summary>
    private const string OfFirms = "押金|押料金|工本费|服装费|工装费|工衣费|工服费|工作服费|工牌(?:制作)?费|被褥费|培训费|体检费|报名费|建档费|档案费|资料费|材料费|办证费|入职费|岗位费|风险金|担保费";

    [GeneratedRegex(OfFirms)]
    private static partial Regex FirmsFee();

    [GeneratedRegex(@"\d{2,}|[一二两三四五六七八九十]+(?:[百千万]|元|块)")]
    private static partial Regex Amount();

    [GeneratedRegex("(?:(?<![公外社提移转代帮])(?:交(?!通|流|班|接|际)|缴)|先付|[需须要]付)" + Few + "{0,8}(?:" + Yuan + Few + "{0,8})?(?:" + OfFirms + "|保证金)|(?:" + OfFirms + ")" + Few + "{0,4}(?:自理|自付|自费|自己出|[交缴])|(?:学费|教材费|考证费|健康证费|保证金|住宿费)[:：]?" + Yuan + Few + "{0,2}(?:自理|自付|自费|自己出)|(?:报到|入职|进厂|到厂|到岗|上岗|报名|面试|办理?|领取?)(?!" + Few + @"{0,8}[奖补发])" + Few + "{0,6}(?<![公外社提移转代帮])(?:交(?!通|流|班|接|际)|缴)" + Few + "{0,4}" + Sum
        + "|" + TakenFromPay + "|" + TakenOfFirstPay + "|(?:先[交缴付]|[先要]垫付?)" + Few + "{0,2}" + Sum + "|" + OnlyThis + "|" + OwnCost + "|" + Starting + "押(?!运|车|金|钞|送)" + Few + "{0,2}" + Sum)]
    private static partial Regex HandedIn();

    [GeneratedRegex("^ *[:：]? *" + Sum)]
    private static partial Regex SumFirst();

    [GeneratedRegex("^" + Clause + "{0,8}?(?<!不)" + OwnPays)]
    private static partial Regex PaidByWhoComes();

    [GeneratedRegex(@"(?<!\d)0元?$|" + Denied)]
    private static partial Regex NotAsked();

    [GeneratedRegex("^[:：]? *(?:" + Yuan + @")?[,，]?\p{IsCJKUnifiedIdeographs}{0,8}(?:报销|公司退|厂里退)|^[^,，。]{0,4}垫付?[,，]\p{IsCJKUnifiedIdeographs}{0,8}报销|^(?:已经?|全部|一律)?取消|^ *(?>" + Yuan + @")?\p{IsCJKUnifiedIdeographs}{0,4}(?:全免|免|补贴|补助|不(?:用|需要?|必)(?:你|您|员工|自己|本人)?(?:出|交|付|掏)|由[^,，。]{1,6}(?:承担|出|付|补|负担|负责)|由公司|由单位|(?:公司|单位|厂里|厂方|老板|我们|雇主)(?:统一)?[代帮替]?(?:承担|全包|负担|负责|给?出|支付|来?付|报|交|缴|垫)|凭[票发收据]{1,3}报|全报|不收|0元|零)")]
    private static partial Regex PaidForYou();

    /// <summary>「凡要求交押金的都是骗子」, 「有人让你交押金请打12333」.</summary>
    [GeneratedRegex("凡|谁|有人|任何人|冒充")]
    private static partial Regex WhoeverAsks();

    [GeneratedRegex("(?<!不是|绝非|没有|绝无)(?:骗|诈|假冒|举报|报警|123(?:33|45)|110)")]
    private static partial Regex Reported();

    /// <summary>「收取押金」 in the duties of a cashier is the customers' money; 售后服务费 and 物业服务费 are what a job collects; who sells a course tells its price.</summary>
    [GeneratedRegex("(?:客户|顾客|业主|房客|客人|租客|会员|入住|退房|住宿|租车(?=[客公])|售后|物业|收取|催收|催缴|核算|管理|家长|学员|学生|新人|负责|协助|介绍|讲解|解答|处理|登记|(?<=[、和])退)[^,，。]{0,6}$")]
    private static partial Regex NotOurs();

    [GeneratedRegex("^的?(?:[、和及]退|收退|登记|收取登记|流程|政策|结算|核对|和班型|咨询)")]
    private static partial Regex OfCustomers();

    [GeneratedRegex("押金|工本费|服装费|工装费|工衣费|工服费|工作服费|工牌(?:制作)?费|被褥费|培训费用?|实训费|取证费|课程费|学费|保证金|风险金|意向金|押料金|体检费|体检自费|中介费|介绍费|报名费|建档费|档案费|资料费|材料费|办证费|考证费|健康证费|入职费|手续费|定金|订金|诚意金|信誉金|履约金|会员费|加盟费|代理费|岗位费|安排费|车辆租金|服务费(?!收|率|用)|安置费|教材费|入会费|入场费|名额费|前期费用|评估费|审核费|认证费|激活费|签证费|签证办理费|引种费|菌种费|陪跑费|保密费|担保费|关系费|活动费|挂靠费|打点费|办事费|指标费|疏通费|好处费|茶水费")]
    private static partial Regex FeeWord();

    [GeneratedRegex(@"(?:先|需要?|须|要)(?:交|缴|缴纳|支付|付|转账?) *\d+ *万?元|先充值|充值 *\d* *元?(?:激活|解锁|开通)|先(?:要|得|需|自己|自费)?(?:买|购买?|拍|租|订|拿|办|开通|激活)[^,，。；\n]{0,8}(?:账号|设备|器材|材料|工具|原料|模卡|写真|样片|道具|货(?!源)|课程|软件|会员|套餐|车)(?!票|位|间|站)|先挂靠|囤货|拍(?:模卡|写真|样片|形象照)|(?:照相|拍照|拍摄|化妆)费?[^,，。；\n]{0,4}" + Paid + "|共?收费? *" + Paid + @"|(?<=^|[,，。；;、\s])[交缴] *" + Paid + @"(?![^,，。；\n]{0,6}(?:补贴|奖|房租))|(?<!每月|按月|下月|月底)付 *\d+ *元的?(?:审核|认证|激活|登记|开户|会员|押|保|解锁|资料)")]
    private static partial Regex PaidFirst();

    /// <summary>A sum that is taken when somebody comes (「到厂先交住宿水电800」, 「每人收200」); what is held back each month for insurance or a room is not.</summary>
    [GeneratedRegex("(?:先|需|须|要|另|入职|报到|进厂|到厂|到岗|上岗|当[日天]|报名|面试|办理?(?=" + Few + "{1,4}交)|领取?(?=" + Few + "{1,4}[交押])|每人|一次性|统一)(?:(?!不用|不需|不必|无需|每月|社保|保险|公积金|个税|房租|奖|补|发)" + Few + "){0,10}?(?:(?<![公外社提移转])交(?!通|流|班|接|际)|缴|付|收(?!入)|(?<!发)放|押|扣|掏|花|(?<![鞋坐靠床脚护])垫(?![子片圈肩底]))" + Few + "{0,6}" + Sum
        + @"|先(?!发|预支|给|借|培|试|领|到)" + Few + @"{1,14}\d{2,} *[元块]|" + Starting + "(?:[交缴](?!接|班|通|流|际)|押(?!运|车|金|钞|送))" + Few + "{0,8}" + Sum + "|(?:费用|自费|学费)[:：]? *" + Sum + "|(?:培训(?!期|时|结|补)|课程|装备包?|箱子|头盔|教材|会员|授权|工具包|代办)(?!" + Few + "{0,4}[补奖])" + Few + "{0,4}" + Sum + "(?:元|自理|从)?(?=[,，。；;、\\n]|$)|缴费(?:后|拿证|报名)|[买交缴]" + Few + "{0,3}不[派上接]单|自己先?[掏花出垫拿]钱|自己先买|先[打转](?!包|工|孔|底|磨|正|岗)" + Few + "{0,4}" + Sum + "元?给|[交收](?:保底|担保|违约|抵押|合作|启动|筹备)金|考证[^。\\n]{0,8}(?!" + Few + "{0,4}[补奖])" + Sum + "元|(?:学徒|新人|先)交押|(?<!不)[入挂]?[驻职]?押证(?!券)|安全抵押|(?:装备|服装|箱子?|工装|头盔|费用?)" + Clause + "{0,8}从" + Few + "{0,3}扣|" + TakenFromPay + "|" + TakenOfFirstPay)]
    private static partial Regex SumTaken();

    [GeneratedRegex(OnlyThis)]
    private static partial Regex OnlyTaken();

    [GeneratedRegex(OwnCost)]
    private static partial Regex OwnSum();

    [GeneratedRegex(@"(?:体检|培训|服装|办证|健康证)费?用?需?(?:自理|自费|自付)(?!的?报销)|先(?:买|办)[^,，。；\n]{0,6}证[,，]? *(?:\d+元?|" + Paid + @")(?:自费|自理)?|费用自理|自己?(?:掏|出|花)钱(?:买|购)[^,，。；\n]{0,8}" + Paid)]
    private static partial Regex OwnExpense();

    /// <summary>The identity card as a pledge; passports and telephones of people who are taken away.</summary>
    [GeneratedRegex(@"(?<![不没免未别勿无]|不得|不会|不用|严禁|禁止|拒绝|杜绝)(?:押|扣)(?:下|留|押)?(?:身份证|证件|毕业证|驾驶证)(?:原件)?|(?:身份证|毕业证|学位证|驾驶证|护照|证件)(?:原件)?[,，]?(?![^,，。；\n]{0,6}[不没免无])[^,，。；\n]{0,8}(?:上交|统一保管|代为?保管|由公司保管|扣|押|拿着|拿走)|(?:先|要|统一)收走?手机|收走?(?:身份证|护照|证件)(?!复印|信息|号)|(?<!车间|上班|班中|考试|期间)手机[^,，。；\n]{0,4}(?:上交|收走|(?:由|归)?(?:公司|船上|船长|我们)(?:管|保管|收))")]
    private static partial Regex PapersTaken();

    [GeneratedRegex(@"(?:买|购买|自购|自买)(?:工装|工服|工衣|工作服|服装|制服)[^,，。；\n]{0,6}" + Paid + @"|(?:需|须|要)购买[^,，。；\n]{0,8}(?:资料|教材|课程)|(?:需|须|先|入职|加入|上岗)" + Clause + "{0,8}(?:购买?|买|认购|订购)(?!" + Clause + "{0,8}(?:险|社保|公积金|票))" + Clause + @"{0,8}(?:公司|本店|我们|产品|设备|机器|[一两]套|[一两]台|[一两]辆|\d{3,})|(?:购买|认购|订购|买)" + Few + "{0,6}" + Sum + "元?(?:起|一[台套辆份])|(?:先|需|入职)" + Few + "{0,10}(?:体验|消费|充值|充卡)" + Few + "{0,8}" + Sum)]
    private static partial Regex Bought();

    [GeneratedRegex("(?:设备|机器|器材|样品|材料|[鸡鸭猪菌种]苗|种子|饲料)" + Clause + "{0,8}(?:自己|自行|本人)(?:出|掏|购买?|买|承担)")]
    private static partial Regex OfOurOwn();

    /// <summary>Work only for who buys or rents the car that goes with it.</summary>
    [GeneratedRegex("以租代购|(?:[零0]首付)" + Clause + "{0,4}(?:提车|入职|上岗)|(?:公司|站点|平台)(?:按揭|分期|贷款)?[购买]" + Few + "{0,4}车(?!票|位|间|险|辆险)|买(?:我们|公司|本公司)的?" + Few + "{0,3}车|按揭购车|(?:必须|只能)租(?:本站|公司|我们)")]
    private static partial Regex Vehicles();

    /// <summary>What is given back when a time is over was taken before; the way, a medical and goods are given back by honest firms as well.</summary>
    [GeneratedRegex("(?<!(?:路费|车费|车票|机票|体检|返费)" + Clause + @"{0,6})(?:[做干跑学住]?满|期满|离职|到期|跑完|学完|验收(?:合格|后)?|交货|上船后|报到后)(?:(?!路费|车费|车票|体检|返费|报销)" + Clause + "){0,10}?(?:退(?!休|伍|役|出|货|房|换|场|宿|订|税|[还回]?[工服制宿])|返还)|不成功(?:不收费|" + Clause + "{0,2}退)|不退(?:款|费|首付|押|钱)|退车不退")]
    private static partial Regex Returned();

    [GeneratedRegex(@"培训贷|(?:学费|费用)可?(?:先|以)?欠|欠着|借(?:给)?[你您]|从课时里出|(?:先|办理?)贷款(?=[,，。；;、\n]|上|入|学|培)|(?:先|需要?|须|要|必须)(?:办理?|做)[^,，。；\n]{0,6}(?:分期|手机贷)|(?:手机|购机)分期[^,，。；\n]{0,6}(?:入职|上岗|验机)|(?:费用?|款) *\d* *元?[,，]? *(?:可以?|能|支持)(?:办理?)?(?:分 *\d* *期|贷款)|先学后付|(?:就业|上岗|上班)后[^,，。\n]{0,6}[扣还付] *\d|(?:分期|贷款?|借款|费用?|没钱)[^。\n]{0,10}从" + Few + "{0,3}(?:工资|收入|提成|薪)[里中内]?" + Few + "{0,2}[扣还]|(?:服装|医美|整形|形象|培训|美容)费?用?(?:分期|贷款)|扣[^,，。；\n]{0,8}工资[^,，。；\n]{0,3}[做作当为](?:押|保|抵)|(?:压|押)[^,，。；\n]{0,4}工资[^,，。；\n]{0,3}[做作当为]?(?:押金|保证)")]
    private static partial Regex OnCredit();

    [GeneratedRegex(@"没证[^。\n]{0,10}帮[你您]办|证[^,，。；;\n\d]{0,2}挂靠|关系安排|关系户|意思一下|内部(?:名额|指标|安排|渠道)|找人[进办]|(?<!不)走(?:内部|关系|后门)|领导" + Clause + "{0,4}(?:亲戚|打招呼)|[\\d一二两三四五六七八九十.]+ *万元?(?:办妥|办好|搞定|包办|包过|办成|拿下)|先付一半|(?:报到|上岗|入职|办成|事成)后?再?付(?:清|余款|尾款)|包入编|直签编制")]
    private static partial Regex PlaceForSale();

    /// <summary>「工资压一个月，中途离职不发」: pay that is kept back, and lost by whoever goes. A bonus may be lost so.</summary>
    private const string LostByLeaving = "(?:工资|薪资|薪水|压|押)[^。；;\\n]{0,14}(?:离职|离岗|离厂|自离|走人?|不干|不做)[了的]{0,2}(?:工资|薪水)?(?:(?:一律|都|就|也|概)?不(?:再)?(?:发|结|给|退)|一分[不没]给|作废|(?:当|算|视为)" + Few + "{0,2}放弃)(?!" + Few + "{0,5}奖)"
        + "|(?:离职|离岗|离厂|自离|走人?|不干|不做)[了的]{1,2}(?:工资|薪水)(?:一律|都|就|也|概)?(?:不(?:再)?(?:发|结|给)|作废)";

    /// <summary>Pay for work that was done and is not paid.</summary>
    [GeneratedRegex(@"(?:不满|未满|不足|不到) *[\d一二两三四五六七八九十半]+ *(?:天|日|个?月|周)" + Clause + "{0,8}(?:(?:不发|不结|没有?|无|不算|不给|不计)" + Clause + "{0,2}(?:工资|薪|钱)|一分不给|分文没有)|(?:试用期?|试岗|试工|培训期?)" + Clause + "{0,6}(?:无|没有?|不发|不给|不计|不算)" + Clause + "{0,2}(?:工资|薪|报酬)|(?:半年|一年)才?结一?次?(?:账|工资)|(?:否则|不然|离职|自离)" + Clause + "{0,10}(?:工资|薪资)" + Clause + "{0,2}(?:不发|不结|不予结算|扣光|作废|全扣)|" + LostByLeaving)]
    private static partial Regex PayWithheld();

    /// <summary>Pay that comes when the year is over: it is due every month (工资支付暂行规定 §7, 保障农民工工资支付条例 §11), which a station can tell who knows no better.</summary>
    [GeneratedRegex("(?<!绩效|年终)(?:工资|工钱|薪水)" + Few + "{0,8}年底" + Few + "{0,6}(?:结清|[才再][发结给]|一次)|年底" + Few + "{0,2}(?:一次性?|统一|[才再])" + Few + "{0,2}[结发付给](?![一二两双半第])" + Few + "{0,4}(?<!绩效|年终)(?:工资|工钱|薪水)|(?:平时|平常|每月|月月)[只仅][发给领支借]" + Few + "{0,8}生活费")]
    private static partial Regex AtYearsEnd();
}
