using System.Text.RegularExpressions;

namespace JobMatch.Postings;

/// <summary>
/// Crimes that are offered as jobs: fake orders, cards and accounts lent to swindlers (刑法第二百八十七条之二), money passed on, goods nobody may look into, bodies. Who is paid to warn of them
/// (反诈宣传, 劝阻刷单) offers none.
/// </summary>
internal static partial class CrimeWords
{
    /// <summary>Characters before a word in its clause that can say that it is fought.</summary>
    private const int Near = 12;

    public static IEnumerable<Match> In(string text) => Warns().IsMatch(text) ? [] : Kinds().SelectMany(kind => kind.Matches(text)).Where(match => !IsFought(text, match)).OrderBy(match => match.Index);

    private static Regex[] Kinds() => [FakeOrders(), Lending(), Collecting(), OwnIdentity(), PassingOn(), Bodies(), Messages(), Parcels(), Fronts(), Pyramids()];

    private static bool IsFought(string text, Match match)
    {
        var from = Math.Max(text.LastIndexOfAny(['。', '；', ';', '\n', '！', '!'], Math.Max(0, match.Index - 1)) + 1, match.Index - Near);
        return Fought().IsMatch(text[from..match.Index]) || TaughtAbout().IsMatch(text[(match.Index + match.Length)..]);
    }

    /// <summary>Who is paid to warn of such crimes names them.</summary>
    [GeneratedRegex("(?:反诈|防诈|防骗|反电诈)[^,，。\\n]{0,4}(?:宣传|宣讲|讲解|劝阻|专员|辅警)")]
    private static partial Regex Warns();

    [GeneratedRegex("严防|防范|防止|谨防|劝阻|打击|整治|抵制|拒绝|禁止|严禁|不得|不参与|反诈|防诈|举报")]
    private static partial Regex Fought();

    /// <summary>「讲刷单返利、出租银行卡的危害」.</summary>
    [GeneratedRegex("^[^。；;\\n！!]{0,12}(?:的)?(?:危害|危险|风险|骗局|骗术|套路|陷阱|案例|防范)")]
    private static partial Regex TaughtAbout();

    private const string Account = "(?:银行卡|手机卡|电话卡|微信号?|QQ号?|支付宝(?:账号)?|收款码|对公账户|账号)";

    [GeneratedRegex("刷单|刷手|刷评价|刷信誉|刷销量|冲销量|本金[^,，。\\n]{0,4}[返退]|垫付\\s*\\d|加[^,，。\\n]{0,6}微信[^,，。\\n]{0,4}[领接做]任务|垫付(?:本金|货款|资金|货钱)|(?:任务|垫付|立)返[现佣]|内部返佣|抢单返|点赞[^,，。\\n]{0,6}(?:返现|返佣|佣金|一单|[日月]入|赚)|(?:点赞|关注)[^。\\n]{0,16}(?:进群|领任务|做任务)|扫码(?:进|加)群|(?:进|加)群[^。\\n]{0,6}[领接做]任务|充(?:值)?话费[^。\\n]{0,4}返|代充(?:值)?[^,，。\\n]{0,4}(?:话费|油卡|游戏|电费)|话费代充|(?:商城|任务|拼单|刷|平台)[^,，。\\n]{0,6}抢单|抢单[^,，。\\n]{0,6}(?:任务|返|做单)|(?:做|完成|领取?|抢)[^,，。\\n]{0,4}任务[^。\\n]{0,8}(?:佣金|返佣)")]
    private static partial Regex FakeOrders();

    /// <summary>A card or an account for money. An employer who asks for a card to pay into offers none for it.</summary>
    [GeneratedRegex("(?:出租|出售|收购|求租|租用|租借|借用|[收租借])[^,，。\\n]{0,6}" + Account + "|" + Account + "[^,，。\\n]{0,2}(?:收购|出租|出售|出借|租用|租借|借用|代挂|租给|借给|卖给)|租卡|U盾|(?:交|卖)给我们[^,，。\\n]{0,4}(?:电话卡|银行卡)|(?:电话卡|银行卡)[^,，。\\n]{0,4}(?:交|卖)给我们"
        + "|(?<!需|须|请|要|时)提供[^,，。\\n]{0,6}(?:银行卡|手机卡|电话卡)(?!号码?|复印件)[^,，。\\n]{0,4}[,，]?\\s*(?:一天|每天|日结|日赚|每张)\\s*\\d")]
    private static partial Regex Lending();

    [GeneratedRegex("提供收款码|(?:本人|自己)的?(?:微信|支付宝)?(?:收款码|账户|账号)[^。\\n]{0,8}(?:收款|转)|收款码[^。\\n]{0,8}(?:提成|流水)")]
    private static partial Regex Collecting();

    [GeneratedRegex("刷脸(?:认证|注册)|人脸(?:注册|认证)账?号?|实名代办|辅助(?:注册|解封)|(?:接收|收)[^,，。\\n]{0,4}验证码[^。\\n]{0,6}一条|(?:用您|用你|本人|家人|亲戚|朋友|父母|他人)的?身份证[^,，。\\n]{0,6}(?:注册|办理?|开)|身份证[^,，。\\n]{0,4}(?:注册|实名)[^,，。\\n]{0,6}账?号|采集[^,，。\\n]{0,10}(?:身份证|人脸)|(?:人脸|身份证(?:信息|照片)?)[^,，。\\n]{0,4}采集")]
    private static partial Regex OwnIdentity();

    [GeneratedRegex("(?:刷|走)(?:银行)?流水|跑分|帮忙?收款转账|(?:自己|本人)的?(?:银行)?卡[^,，。\\n]{0,4}(?:收款|转账|走账|走流水)|走账|背货|边境[^,，。]{0,6}背|博彩|网赌")]
    private static partial Regex PassingOn();

    [GeneratedRegex("代孕|卖卵|捐卵|试药")]
    private static partial Regex Bodies();

    [GeneratedRegex("打粉|引流加粉|短信群发|群发短信|插手机卡")]
    private static partial Regex Messages();

    [GeneratedRegex("代收[^,，。\\n]{0,6}(?:包裹|快递|货)[^。\\n]{0,8}(?:转寄|转发|再寄)|(?:包裹|快递)[^,，。\\n]{0,6}转寄|不问(?:内容|货物?|用途|包裹)|[送带捎运][^,，。\\n]{0,8}(?:包裹|箱子|行李|东西|货物?)[^,，。\\n]{0,6}[到去过出往](?:边境|境外|国外|缅甸|缅北|老挝|越南|柬埔寨)")]
    private static partial Regex Parcels();

    /// <summary>Pay for those whom one brings in (刑法第二百二十四条之一).</summary>
    [GeneratedRegex("拉人头|发展下线|下线[^,，。\\n]{0,6}(?:提成|返利|分红)|团队计酬|买(?:一[台套件份]|我们的?)[^,，。\\n]{0,10}(?:能|就|可以)*(?:当|做|成为)(?:代理|会员|合伙人)|传销(?!防范)|入会(?:返利|分红)")]
    private static partial Regex Pyramids();

    [GeneratedRegex("(?:招|当|做|担任|挂名)法人|挂名不用上班")]
    private static partial Regex Fronts();
}
