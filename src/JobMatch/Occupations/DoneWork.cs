using System.Text.RegularExpressions;

namespace JobMatch.Occupations;

/// <summary>
/// Work said by what is done (洗碗, 摘辣椒, 换床单) and not by who does it (洗碗工, 保安). Texts list such duties, so that a posting whose text says one is an answer too, behind those that
/// are called so; who somebody is stands in texts for many other reasons. What somebody does to what also names the work that no list has word for word: whoever 车 or 踩 any piece of clothing sews.
/// </summary>
public static partial class DoneWork
{
    private const string Clothes = "衣服|衣裳|衣|裤子|裤|裙子|裙|校服|西装|西服|工作服|工装|内衣|童装|羽绒服|毛衣|衬衫|被套|床单|窗帘|沙发套|书包|手袋|布袋|布";
    private const string Goods = "货|货物|东西|箱子|箱|家具|水泥|沙子|化肥|饲料|粮食|快递";

    /// <summary>What is done, to what, and a word of the catalogue for it.</summary>
    private static readonly (Regex Said, string Work)[] Works =
    [
        Work("车|踩|缝|缝制|缝补|做|制|制作|打", Clothes, "缝纫工"),
        Work("踩|车|打", "平车|平缝机|缝纫机|锁边机|拷边机|双针车", "缝纫工"),
        Work("裁|裁剪|拉", Clothes, "裁剪工"),
        Work("剪|铺", "布料|布匹|面料|布", "裁剪工"),
        Work("烫|熨|整烫|剪|钉|锁|叠", Clothes + "|线头|线|扣子|纽扣|扣眼", "整烫"),
        Work("做|制|制作|粘|刷", "鞋子|鞋|鞋底|鞋面|鞋垫|皮鞋|布鞋|运动鞋", "制鞋工"),
        Work("洗|刷", "盘子碗|碗盘|碗筷|碗碟|盘子|盘|碟子|碗|餐具|菜盘|锅", "洗碗"),
        Work("端|传|上|收", "盘子|盘|菜盘|碗|菜", "餐厅服务员"),
        Work("送|派|投|投递|跑|取", "快递|包裹|快件|件", "快递员"),
        Work("分|拣|分拣|打包|扫|装|卸|搬", "快递|包裹|快件", "快件处理员"),
        Work("送|跑", "外卖|餐|饭|桶装水|水|牛奶|奶", "送外卖"),
        Work("喂|养|放|饲养|看", "肥猪|母猪|小猪|仔猪|猪|肉牛|奶牛|黄牛|牛|黑山羊|山羊|羊|马|兔子|兔", "家畜饲养员"),
        Work("喂|养|放|饲养|看|捡", "土鸡|蛋鸡|肉鸡|鸡鸭|鸡|鸭子|鸭|鹅|鸽子|鹌鹑|鸡蛋|鸭蛋", "家禽饲养员"),
        Work("喂|养|饲养", "鱼虾|鱼|虾|螃蟹|小龙虾|龙虾", "水生动物饲养工"),
        Work("摘|采|采摘|收|捡|拣", "水果|果子|果|茶叶|茶青|茶|苹果|橘子|柑橘|橙子|脐橙|猕猴桃|葡萄|辣椒|蔬菜|菜|刺梨|蓝莓|草莓|花椒|李子|桃子|樱桃|西红柿|黄瓜|豆角", "园艺工"),
        Work("种|栽|采|摘|养|培育|培植", "蘑菇|香菇|平菇|木耳|食用菌|菌菇|菌子|菌|菇|灵芝|竹荪", "食用菌工"),
        Work("种|栽|锄|挖|割|拔|插|点|除", "蔬菜|菜|地|田|草|烟叶|烤烟|烟|水稻|稻谷|秧|洋芋|土豆|玉米|包谷|庄稼|药材|红薯|辣椒|萝卜", "农艺工"),
        Work("扫|打扫|清扫|拖|擦|冲|洗|收|捡|倒", "马路|大街|街道|街|路|地板|地|楼道|楼梯|卫生|厕所|玻璃|房间|垃圾|落叶", "保洁员"),
        Work("看|守|看守|把", "大门|门卫|门|院子|厂子|厂房|厂|停车场|场子|小区|工地", "保安员"),
        Work("带|照顾|照看|照料|看护|护理|伺候|服侍|陪护|陪", "老人家|老年人|老人|老头|老太太|爷爷|奶奶|瘫痪老人", "养老护理员"),
        Work("带|看|照顾|照看|照料|看护|哄", "小孩子|小孩|孩子|娃娃|小娃|娃|宝宝|婴儿|小朋友", "育婴"),
        Work("剪|理|洗|染|烫|吹", "头发|头|发", "美发师"),
        Work("做|修|画", "指甲|美甲", "美甲师"),
        Work("搬|扛|卸|装|抬|背|拉", Goods, "搬运"),
        Work("装|封|贴|打|包|叠|折|糊|套", "箱子|箱|盒子|盒|标签|商标|包装|包|纸箱|袋子|袋|胶带", "包装工"),
        Work("打|拧|插|焊|装|做|组装", "螺丝|件|锡|电线|线路板|电路板|数据线|耳机|充电器|手机", "电子设备装接工"),
        Work("摆|上|补|理|码|整理", "货架|货|商品", "理货员"),
        Work("开|做|经营|打理", "网店|网上店铺|淘宝店|拼多多店|抖音小店|微店", "网店"),
        Work("卖", "衣服|鞋子|鞋|水果|菜|肉|手机|东西|货|化妆品|家电|药|酒|茶叶|童装|家具|珠宝|金子", "商品营业员"),
        Work("炒|做|烧|切|配|煮|洗", "菜|饭菜|饭|面|早餐|早点|小炒", "中式烹调师"),
        Work("包|做|蒸|煮|下|揉", "饺子|包子|粽子|馒头|面条|馄饨|抄手|汤圆|粉|米粉|面", "米面主食制作工"),
        Work("做|烤|烘", "面包|蛋糕|饼干|月饼|糕点|点心", "糕点面包烘焙工"),
        Work("洗|熨|晾", "床单|被套|衣服|毛巾|布草", "洗衣工"),
        Work("接|打", "电话|客服电话", "客服"),
        Work("焊", "铁门|铁|钢管|钢|管道|管子|管|东西", "焊工"),
        Work("带|播", "货|直播", "直播"),
        Work("贴|铺|刷|刮", "瓷砖|地砖|墙砖|墙纸|墙面|墙|漆|油漆|乳胶漆|腻子|大白", "装饰装修工"),
        Work("绑|扎|弯", "钢筋", "钢筋工"),
        Work("串|编|钩|织|穿|做", "珠子|珠珠|手串|手链|毛线|灯笼|手工|手工活|饰品|绢花", "手工"),
        Work("修|维修|洗|补", "汽车|车子|车|轮胎", "汽车维修工"),
        Work("修|维修|装|安装|洗", "空调|家电|冰箱|洗衣机|电视|热水器|油烟机", "家用电器产品维修工"),
        Work("修|维修|贴", "手机|手机膜", "信息通信网络终端维修员"),
    ];

    public static bool Is(string word) => Done().IsMatch(word) || WorkOf(word) is not null;

    /// <summary>A word of the catalogue that names the work; null where nothing of the kind is said.</summary>
    public static string? WorkOf(string words) => Of(words)?.Work;

    /// <summary>The same with what it is done to: of work that many things are done to (摘辣椒, 采茶), titles that name it are meant.</summary>
    public static (string Work, string Object)? Of(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var (said, work) in Works)
            if (said.Match(words) is { Success: true } match) return (work, match.Groups["object"].Value);
        return null;
    }

    /// <summary>「洗碗刷盘子」: several duties written as one word, each of which is understood; null where it is no such row.</summary>
    /// <param name="words">Without blanks.</param>
    /// <param name="isWork">Whether a piece names work.</param>
    public static IReadOnlyList<string>? Row(string words, Predicate<string> isWork)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(isWork);
        for (var length = 2; length <= words.Length - 2; length++)
        {
            if (!IsDuty(words[..length])) continue;
            var rest = words[length..];
            if (IsDuty(rest)) return [words[..length], rest];
            if (Row(rest, isWork) is { } duties) return [words[..length], .. duties];
        }

        return null;

        bool IsDuty(string piece) => Is(piece) && isWork(piece);
    }

    /// <summary>「酒店打扫房间」: the duty behind the place where it is done; null where nothing of the kind is said.</summary>
    public static string? AtWorkplace(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Workplace().Match(words) is { Success: true, Length: var at } && Is(words[at..]) ? words[at..] : null;
    }

    private static (Regex Said, string Work) Work(string verbs, string objects, string work) => (new Regex($"^(?:{verbs})(?:一?点|一?些|个|了|过|着)?(?<object>{objects})$", RegexOptions.CultureInvariant), work);

    [GeneratedRegex("^(?:在|去|到|给)?(?:酒店|宾馆|旅馆|民宿|饭店|餐馆|餐厅|食堂|饭馆|医院|学校|幼儿园|超市|商场|市场|工地|工厂|厂|小区|物业|公司|车间|仓库|养殖场|基地|果园|茶园|大棚|别人家|人家|家里?)(?:里面?)?(?=.{2})")]
    private static partial Regex Workplace();

    [GeneratedRegex("^[端记串摘采砍洗换栽捡种扫擦剪喂养割锄翻晒切炒烧煮蒸打搬装卸贴刷砌抹绑扎拧拆接送陪照收分拣挑选包叠熨烫铺拖倒浇施除挖背扛抬推拉](?!机).{0,4}[^工员师嫂手匠人妹姐姨叔哥长]$")]
    private static partial Regex Done();
}
