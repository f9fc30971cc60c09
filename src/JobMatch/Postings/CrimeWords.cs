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

    /// <summary>Whether words found here offer a crime so plainly that nothing around them can mean otherwise: pay for those whom one brings in, and the savings of old people.</summary>
    public static bool IsPlain(string words) => PlainPyramid().IsMatch(words) || SavingsOfTheOld().IsMatch(words);

    private static Regex[] Kinds() => [FakeOrders(), Lending(), Collecting(), OwnIdentity(), PassingOn(), Bodies(), Messages(), Parcels(), Fronts(), Pyramids(), SavingsOfTheOld(), OwnPurse(), Names(), Cash(), Deceit()];

    private static bool IsFought(string text, Match match)
    {
        var from = Math.Max(text.LastIndexOfAny(['。', '；', ';', '\n', '！', '!'], Math.Max(0, match.Index - 1)) + 1, match.Index - Near);
        return Fought().IsMatch(text[from..match.Index]) || TaughtAbout().IsMatch(text[(match.Index + match.Length)..]);
    }

    /// <summary>Who is paid to warn of such crimes names them.</summary>
    [GeneratedRegex("(?:反诈|防诈|防骗|反电诈)[^,，。\\n]{0,4}(?:宣传|宣讲|讲解|劝阻|专员|辅警)")]
    private static partial Regex Warns();

    [GeneratedRegex("严防|防范|防止|谨防|劝阻|打击|整治|抵制|拒绝|禁止|严禁|不得|不参与|不承诺|不保证|反诈|防诈|举报")]
    private static partial Regex Fought();

    /// <summary>「讲刷单返利、出租银行卡的危害」.</summary>
    [GeneratedRegex("^[^。；;\\n！!]{0,12}(?:的)?(?<![无零没有])(?:危害|危险|风险|骗局|骗术|套路|陷阱|案例|防范)")]
    private static partial Regex TaughtAbout();

    private const string Account = "(?:银行卡|手机卡|电话卡|微信号?|QQ号?|支付宝(?:账号)?|收款码|对公账户|账号|(?:抖音|快手|游戏|小红书|视频|直播)号)";

    [GeneratedRegex("(?<![不没非无]|从不)刷单|刷手|刷评价|刷信誉|刷销量|冲销量|本金[^,，。\\n]{0,4}[返退]|垫付\\s*\\d|加[^,，。\\n]{0,6}微信[^,，。\\n]{0,4}[领接做]任务|垫付(?:本金|货款|资金|货钱)|(?:任务|垫付|立)返[现佣]|内部返佣|抢单返|点赞[^,，。\\n]{0,6}(?:返现|返佣|佣金|一单|[日月]入|赚)|(?:点赞|关注)[^。\\n]{0,16}(?:进群|领任务|做任务)|扫码(?:进|加)群|点赞[^。\\n]{0,10}(?:[一每]条|[一每]个|[一每]次)\\s*\\d|(?:进|加)群[^。\\n]{0,6}[领接做]任务|充(?:值)?话费[^。\\n]{0,4}返|代充(?:值)?[^,，。\\n]{0,4}(?:话费|油卡|游戏|电费)|话费代充|(?:商城|任务|拼单|刷|平台)(?!派)[^,，。\\n]{0,6}抢单(?![^,，。\\n]{0,4}(?:上门|配送|维修))|抢单[^,，。\\n]{0,6}(?:任务|返|做单)|(?:做|完成|领取?|抢)[^,，。\\n]{0,4}任务[^。\\n]{0,8}(?:佣金|返佣)")]
    private static partial Regex FakeOrders();

    /// <summary>A card or an account for money. An employer who asks for a card to pay into offers none for it.</summary>
    [GeneratedRegex("(?:出租|出售|收购|求租|租用|租借|借用|[收租借])[^,，。\\n]{0,6}" + Account + "|" + Account + "[^,，。\\n]{0,2}(?:收购|出租|出售|出借|租用|租借|借用|代挂|租给|借给|卖给|挂给)|租卡|(?:出租|收购|提供|寄|交出?|办)[^,，。\\n]{0,6}U盾|(?:交|卖)给我们[^,，。\\n]{0,4}(?:电话卡|银行卡)|(?:电话卡|银行卡)[^,，。\\n]{0,4}(?:交|卖)给我们"
        + "|(?<!需|须|请|要|时)提供[^,，。\\n]{0,6}(?:银行卡|手机卡|电话卡)(?!号码?|复印件)[^,，。\\n]{0,8}[,，]?\\s*(?:一天|每天|日结|日赚|[一每]张|[一每]套)[给付补]?\\s*\\d")]
    private static partial Regex Lending();

    [GeneratedRegex("提供收款码|(?:本人|自己)的?(?:微信|支付宝)?(?:收款码|账户|账号)[^。\\n]{0,8}(?:收款|转)|收款码[^。\\n]{0,8}(?:提成|流水)")]
    private static partial Regex Collecting();

    [GeneratedRegex("刷脸(?:认证|注册)|人脸(?:注册|认证)账?号?|实名代办|辅助(?:注册|解封)|(?:接收|收)[^,，。\\n]{0,4}验证码[^。\\n]{0,6}一条|(?:用您|用你|本人|家人|亲戚|朋友|父母|他人)的?身份证[^,，。\\n]{0,6}(?:注册|办理?|开)|身份证[^,，。\\n]{0,4}(?:注册|实名)[^,，。\\n]{0,6}账?号|采集[^,，。\\n]{0,10}(?:身份证|人脸)|(?:人脸|身份证(?:信息|照片)?)[^,，。\\n]{0,4}采集")]
    private static partial Regex OwnIdentity();

    [GeneratedRegex("(?:刷|走)(?:银行)?流水|跑分|帮忙?收款转账|(?:自己|本人)的?(?:银行)?卡[^,，。\\n]{0,4}(?:收款|转账|走账|走流水)|走账|公账[^,，。\\n]{0,6}(?:慢|麻烦|不方便|要税|限额)|帮忙?[^,，。\\n]{0,4}收(?:一下|下)[,，、]?[再然后]{0,2}[^,，。\\n]{0,4}转(?:一下|下|出|给|走)|背货|边境[^,，。]{0,6}背|博彩|网赌")]
    private static partial Regex PassingOn();

    [GeneratedRegex("代孕|卖卵|捐卵|供卵|捐精|不[给让许准][你人]?走|不(?:能|得|许|让)下船|重金求子|陪玩陪聊|只[需要用]?陪[^,，。\\n]{0,6}(?:聊|玩|喝|唱)|陪客户?喝酒|试药|卖血|有偿献血|献血?浆(?:补|员|志愿)|血浆(?:补|志愿)")]
    private static partial Regex Bodies();

    [GeneratedRegex("打粉|引流加粉|短信群发|群发短信|插手机卡|音频线|自动[打拨]出|猫池|[放接][个台](?:网关|盒子)|GOIP|多卡宝|络漫宝|手机口|在家里?放[^,，。\\n]{0,4}设备")]
    private static partial Regex Messages();

    [GeneratedRegex("代收[^,，。\\n]{0,6}(?:包裹|快递|货)[^。\\n]{0,8}(?:转寄|转发|再寄)|换面单(?:再|后|寄|转)|[藏带][^,，。\\n]{0,8}过(?:境|关|卡|口岸)|地址[^,，。\\n]{0,2}[写填](?:你|您|自己)家|(?:不许|不能|不要|不得)(?:打开|拆开|拆封)[^。\\n]{0,6}[送带运]|(?:包裹|快递)[^,，。\\n]{0,6}转寄|不问(?:内容|货物?|用途|包裹)|(?:包裹|箱子|行李|东西|货物?)[^,，。\\n]{0,4}[带送运捎背](?:过|到|去|出)(?:边境|边界|境外|境|国门|国外)|[送带捎运][^,，。\\n]{0,8}(?:包裹|箱子|行李|东西|货物?)[^,，。\\n]{0,6}[到去过出往][^,，。\\n]{0,4}(?:边境|境外|国外|缅甸|缅北|老挝|越南|柬埔寨)")]
    private static partial Regex Parcels();

    /// <summary>Pay for those whom one brings in (刑法第二百二十四条之一).</summary>
    [GeneratedRegex(PaidForPeople + "|拉人头|发展下线|下线[^,，。\\n]{0,6}(?:提成|返利|分红)|团队计酬|买(?:一[台套件份]|我们的?)[^,，。\\n]{0,10}(?:能|就|可以)*(?:当|做|成为)(?:代理|会员|合伙人)|传销(?!防范)|入会(?:返利|分红)|发展\\s*[\\d一二两三四五六七八九十几]+\\s*[个名位]?(?:人|会员|代理|下级)|(?:下级|伞下|团队)的?(?:业绩|收益)[^,，。\\n]{0,4}(?:提成|分成|拿)|躺拿|拉(?:人|新人?|好友|群友)[^,，。\\n]{0,2}进群|[一每]?个?人头\\s*\\d|拉[^,，。\\n]{1,4}来[^。\\n]{0,8}提成|拿货满|升级?(?:总代|一级代理)|认购份额|成为股东|[买订]床位|[交缴]股金|自用省钱|推荐[一1]人返|推荐会员|开通[^,，。\\n]{0,4}代理|静态收益|动态收益|" + Eggs + "|发展(?:新|的)?(?:会员|代理|亲友)" + Rewarded)]
    private static partial Regex Pyramids();

    /// <summary>会销: small gifts for who listens, so that he becomes a member or buys.</summary>
    private const string Eggs = "(?:听课|上课|讲座)[^。；;\n]{0,6}(?:领|送|发)(?:鸡蛋|大米|米面|面条)|(?:领|送|发)(?:鸡蛋|大米|米面|面条)[^。；;\n]{0,6}(?:听课|讲座)";

    private const string Rewarded = "[^。；;\n]{0,4}(?:提成|提点|返利?|返佣|奖励)";

    /// <summary>A share of what is got from those whom one brings in; a firm that gives its people a sum for a neighbour who starts (「介绍老乡入职奖200」) brings in workers.</summary>
    [GeneratedRegex(PaidForPeople + "|发展下线|拉人头")]
    private static partial Regex PlainPyramid();

    private const string PaidForPeople = "拉(?:一|1|每)?[个名位]?(?:新?人(?!员)|会员|客户|老人|亲友|亲戚|朋友)(?:头|入会|入伙|入股|投资|加入)?[,，]?[^,，。\n]{0,2}(?:提成|提点|返利?|返佣|返现|佣金|分红|抽成)";

    private const string TheOld = "(?:老人家?|老年人|大爷|大妈|爷爷奶奶|叔叔阿姨|退休(?:老人|人员|职工))[^,，。；;\n]{0,4}";

    /// <summary>Into savings and shares; and by telephone to send money at all (「照着稿子打电话催老人转账」), which who teaches them to use a telephone does not urge.</summary>
    [GeneratedRegex("(?:帮|替|带|劝|让|动员|说服|忽悠|组织|拉)[^,，。；;\n]{0,4}" + TheOld + "(?:投资|理财|入股|集资|存钱|买保健品|充卡|办会员)|(?<!严禁|禁止)(?:催|哄|骗|让|叫|说服|忽悠|劝(?!阻))[^,，。；;\n]{0,2}" + TheOld + "(?:转账|汇款|打款|打钱|付款|交钱|充值)")]
    private static partial Regex SavingsOfTheOld();

    [GeneratedRegex("(?:招|当|做|担任|挂名)法人|挂名不用上班")]
    private static partial Regex Fronts();

    /// <summary>Orders that are paid from one's own purse and given back; tasks in a group or an app.</summary>
    [GeneratedRegex("任务金|首[充冲]|返[双两二三]倍|双倍返|代抢|押本金|试单|正式单|本佣|秒返|福利大?单|体验单|小额体验|(?:自行|自己|先)(?:预付|垫付(?![^。\\n]{0,12}报销)|垫款|垫(?:买家|客户)|垫钱|预订付款|付款拍)|(?<!(?:处理|办理|跟进)[^,，。\\n]{0,6})(?:货款|房费|本金|预付款|订单款)[^。\\n]{0,12}(?:退还|返还|返回|退你|返你)|拍下[^。\\n]{0,14}(?:好评|不发货)|给[^,，。\\n]{0,4}(?:主播|账号|商家|博主)[^,，。\\n]{0,6}(?:增粉|互动)[^。\\n]{0,8}单|(?:指定|我司|我们)[^,，。\\n]{0,4}(?:APP|App|app|软件)[^。\\n]{0,16}任务|群内?(?:老师|导师)|导师带[做单]|(?:才能|方可|才可以?)提现|下载[^,，。\\n]{0,6}(?:客户端|软件|APP|app)[^。\\n]{0,6}(?:刷|任务|评论|做单)|解封员")]
    private static partial Regex OwnPurse();

    /// <summary>One's own name for a firm, a loan, a car or an account of others.</summary>
    [GeneratedRegex("用[你您本自][人己]?的?(?:微信|支付宝|手机号|QQ)[^,，。\\n]{0,6}(?:扫码|验证|帮)|代实名|验证码(?:告诉|报给|发给|给)|(?:快递单|面单|通讯录)[^,，。\\n]{0,8}(?:拍|抄|卖)|刷身份证|配合面签|贷款由[^,，。\\n]{0,6}还|背债|背贷|挂[个名靠]?(?:股东|法人|监事|财务负责人)|不参与经营|[消销]分|扣分代办|(?:用|以)(?:自己|本人|您|你|个人)的?(?:身份证?|征信|实名|名义|名下)(?!登记入职|打卡)|用身份证[帮替给]|刷个脸|实名绑卡|邀请[^,，。\\n]{0,8}(?:实名|绑卡|开户)|开[个几][^,，。\\n]{0,2}对公|名下无逾期|下款后|不用[你您]还|挂名|办[好完出](?:以?后)?[^,，。\\n]{0,4}[寄交给卖][^,，。\\n]{0,2}我们|每人可办[^,，。\\n]{0,4}张")]
    private static partial Regex Names();

    /// <summary>Money of others that goes through one's hands, and games with money.</summary>
    [GeneratedRegex("(?:打|转|汇|进)[到入进]?(?:你|您|自己|个人|本人)的?(?:卡|账户|账号|支付宝|微信)[^。\\n]{0,8}(?:转|取|提)|低价[^,，。\\n]{0,3}[代帮][^,，。\\n]{0,2}缴|(?:支付宝|微信|银行卡|账户)借给?(?:公司|我们)|套现|帮人刷卡|保本|保息|高息|原始股|[用拿](?:自己|本人)的?(?:银行)?卡[^,，。\\n]{0,6}[收转取走]|取(?:现|款|钱)(?:后|出来)?[^。\\n]{0,8}(?:交给|转给)|(?:帮忙|帮[你我他人]|代|替人?)取(?:现金?|款|钱)|[买购换]黄金[^。\\n]{0,8}[交寄送]|接头人?|虚拟币|USDT|泰达币|搬砖套利|炒币|入金(?!额)|喊单|盈利截图|荐股|学员跟单|带单老师|(?:推广|代理)[^,，。\\n]{0,6}(?:棋牌|房卡|彩票)|玩家充值[^,，。\\n]{0,4}[拿提分返]")]
    private static partial Regex Cash();

    /// <summary>Strangers to be made to trust and pay (杀猪盘, 托).</summary>
    [GeneratedRegex("培养感情|感情(?:引导|聊天|经营)|(?:照片|头像)[^,，。\\n]{0,4}话术|话术[^,，。\\n]{0,4}(?:照片|头像)|(?:扮演|冒充|假扮)[^,，。\\n]{0,6}(?:会员|客服|嘉宾|老师|客户|学员|粉丝|家属)|嘉宾聊|说自己是|自称是|按剧本说|诱导(?:打赏|充值|消费|投资)|收礼物分|假装|充场|凑人数|房托|当托|婚托|酒托|饭托|医托|养号")]
    private static partial Regex Deceit();
}
