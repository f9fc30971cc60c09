using System.Text.RegularExpressions;

namespace JobMatch.Occupations;

/// <summary>
/// Work said by what is done (洗碗, 摘辣椒, 换床单) and not by who does it (洗碗工, 保安). Texts list such duties, so that a posting whose text says one is an answer too, behind those that
/// are called so; who somebody is stands in texts for many other reasons. What somebody does to what also names the work that no list has word for word: whoever 车 or 踩 any piece of clothing sews.
/// </summary>
public static partial class DoneWork
{
    private const string Clothes = "衣服|衣裳|衣|裤子|裤|裙子|裙|校服|西装|西服|工作服|工装|内衣|童装|羽绒服|毛衣|衬衫|民族服装|民族服饰|苗服|服装|被套|床单|窗帘|沙发套|书包|手袋|布袋|布";
    private const string Goods = "货|货物|东西|箱子|箱|家具|水泥砖|砖|石头|煤|木头|水泥|沙子|化肥|饲料|粮食|快递";
    private const string Mushrooms = "蘑菇|香菇|平菇|羊肚菌|鸡枞菌|鸡枞|黑木耳|木耳|食用菌|菌菇|菌子|菌棒|菌袋|菌包|香菇棒|菌种|菌|菇|灵芝|竹荪|银耳|松茸";
    private const string Herbs = "中药材|中草药|草药|药材|天麻|何首乌|首乌|太子参|党参|丹参|黄精|白及|白芨|半夏|石斛|杜仲|厚朴|金银花|钩藤|艾草|艾叶|板蓝根|三七|当归|茯苓|重楼|吴茱萸|淫羊藿|桔梗|头花蓼|灯盏花";
    private const string Fruit = "水果|果子|果树|果园|果|苹果|橘子|柑橘|橙子|脐橙|猕猴桃|葡萄|刺梨|蓝莓|草莓|李子|桃子|樱桃|杨梅|枇杷|火龙果|百香果|香蕉|梨子|梨|核桃|板栗|花椒|玫瑰|鲜花";
    private const string Pickled = "西红柿|番茄|黄瓜|豆角|茄子|辣椒|海椒|白菜|菠菜|香菜|韭菜|韭黄|大蒜|蒜苗|生姜|姜|萝卜|南瓜|西瓜|折耳根|干菜|腌菜|酸菜|泡菜|糟辣椒|糟辣|油辣椒|辣椒把";
    private const string Vegetables = Pickled + "|洋葱|蔬菜|菜";
    private const string Field = "田地|地|田|杂草|草|烟叶|烤烟|烟|水稻|稻谷|谷子|谷|稻子|秧子|秧|洋芋|土豆|马铃薯|玉米|苞谷|包谷|庄稼|红薯|红苕|油菜|麦子|小麦|荞麦|黄豆|豆子|花生|魔芋|甘蔗|高粱|薏仁|薏苡|生姜";
    private const string Growing = "种|栽|栽种|种植|育苗|培育|培植|管护|管理|施肥|除草|采|摘|采摘|采收|收|收割|掰|挖|采挖|拔|扯|割|剪|修剪|疏|套袋|嫁接|捡|掐";
    private const string Meals = "大锅饭|饭菜|饭|菜|面|早餐|早点|早饭|晚饭|小炒|火锅|烙锅|羊肉粉|牛肉粉|米粉|肠旺面|豆花面|酸汤鱼|酸汤|烧烤|羊肉串|肉串|串串|鱼|鸡|鸭|洋芋|土豆|汤|肉|猪脚|酒席|宴席|卤菜|卤肉|洋葱|大葱|葱花";
    private const string Cargo = "大货车|大货|小货车|货车|半挂车|半挂|挂车|拖头车|拖头|渣土车|自卸车|翻斗车|罐车|水泥罐车|油罐车|冷藏车|厢式车|高栏车|皮卡|皮卡车|大车|大卡车|卡车|面包车送货";
    private const string Passengers = "大客车|客车|大巴|大巴车|中巴|中巴车|班车|公交|公交车|校车|旅游车|旅游大巴|出租车|出租|的士|网约车|滴滴|专车|摩的|黑车|商务车|小车";
    private const string Concrete = "水泥砂浆|水泥|砂浆|沙浆|灰浆|泥浆|泥巴|沙灰|灰|泥|沙子|混凝土";
    private const string Woven = "竹筐|竹篮|竹篓|竹席|竹帘|竹椅|竹凳|竹器|竹篾|竹编|竹扫把|竹扫帚|竹簸箕|筐子|筐|箩筐|箩兜|提篮|菜篮|篮子|背篓|背篼|鱼篓|鱼笼|鸡笼|撮箕|簸箕|筛子|晒席|凉席|草席|草垫|草帽|草编|草绳|稻草|斗笠|蓑衣|棕垫|棕绳|棕垫子|蒸笼|藤椅|藤篮|藤筐|藤条|藤编|柳条筐|柳条|扫把|扫帚|高粱扫把|篾条|篾货|篾";
    private const string Roads = "通组路|通户路|产业路|机耕道|机耕路|乡村公路|通村公路|水泥路|沥青路|柏油路|高速公路|高速|公路|马路|村道|路面|路基|路|沥青|柏油|油路";

    /// <summary>What is done, to what, and a word of the catalogue for it.</summary>
    private static readonly (Regex Said, string Work)[] Works =
    [
        Work("织|打|编织", "毛衣|毛线衣|毛裤|围巾", "织毛衣"),
        Work("装|安装|架", "光伏组件|光伏支架|光伏板|光伏|太阳能板", "光伏安装"),
        Work("车|踩|缝|缝制|缝补|做|制|制作|打", Clothes, "缝纫工"),
        Work("踩|车|打", "平车|平缝机|缝纫机|锁边机|拷边机|双针车", "缝纫工"),
        Work("裁|裁剪|拉", Clothes, "裁剪工"),
        Work("剪|铺", "布料|布匹|面料|布", "裁剪工"),
        Work("烫|熨|整烫|剪|钉|锁|叠", Clothes + "|线头|线|扣子|纽扣|扣眼", "整烫"),
        Work("做|制|制作|粘|刷", "鞋子|鞋|鞋底|鞋面|鞋垫|皮鞋|布鞋|运动鞋", "制鞋工"),
        Work("洗|刷", "盘子碗|碗盘|碗筷|碗碟|盘子|盘|碟子|碗|餐具|菜盘|锅", "洗碗"),
        Work("端|传|上|收", "盘子|盘|菜盘|碗|菜", "餐厅服务员"),
        Work("送|派|投|投递|跑|取", "快递|包裹|快件|件", "快递员"),
        Work("分|拣|分拣|打包|扫|装|卸|搬", "快递|包裹|快件|件", "快件处理员"),
        Work("送|跑", "外卖|餐|饭|桶装水|水|牛奶|奶", "送外卖"),
        Work("喂|养|放|饲养|看", "肥猪|母猪|小猪|仔猪|猪|肉牛|奶牛|黄牛|牛|黑山羊|山羊|羊|马|兔子|兔", "家畜饲养员"),
        Work("喂|养|放|饲养|看|捡", "土鸡|蛋鸡|肉鸡|鸡鸭|鸡|鸭子|鸭|鹅|鸽子|鹌鹑|鸡蛋|鸭蛋", "家禽饲养员"),
        Work("喂|养|饲养", "鱼虾|鱼|虾|螃蟹|小龙虾|龙虾", "水生动物饲养工"),
        Work("煮|拌|打|割", "猪食|猪草|猪菜|牛草|羊草", "家畜饲养员"),
        Work("骟|劁|阉", "小猪|仔猪|猪|鸡|牛|羊", "家畜繁殖员"),
        Work("杀|宰|屠宰|分割|剔骨|烫|拔", "年猪|过年猪|猪|牛|羊|鸡|鸭|鹅|鸡毛|鸭毛|猪毛", "屠宰工"),
        Work("灌|做|制作|腌|腌制|熏|加工", "腊肉香肠|香肠腊肉|香肠|腊肉|腊肠|火腿|血豆腐|牛肉干", "肉制品加工工"),
        Work(Growing + "|养|装|装袋|接|接种|点|制|做|制作|生产", Mushrooms, "食用菌工"),
        Work("剪|切|剥|选|拣|分拣|烘|烘干|晒", Mushrooms + "|菇脚|菇蒂|菌脚|菇根", "果蔬加工"),
        Work("切|切片|洗|清洗|晒|烘|烘干|烤|炮制|蒸|刮|选|拣|分拣|加工|包装", Herbs, "中药炮制工"),
        Work(Growing + "|锄|刨|抠", Herbs + "|药", "中药材种植员"),
        Work("炒|做|制|制作|揉|烘|烘干|焙|加工|拣|挑|选|分拣|包装", "茶叶|茶青|茶|红茶|绿茶|毛尖", "茶叶加工工"),
        Work(Growing, "茶叶|茶青|茶|茶园|茶树", "园艺工"),
        Work("剪把|去把|剪蒂|选级|分级|晒|烘|烘干|烤|腌|腌制|泡|剥|去|削|切|选|拣|分拣|分选|加工|榨|榨汁|剪|洗|清洗", Fruit + "|" + Pickled + "|果肉|果皮", "果蔬加工"),
        Work(Growing + "|拣", Fruit + "|" + Vegetables, "园艺工"),
        Work("打", "核桃|板栗|花椒|枣子|红枣", "园艺工"),
        Work("编|扎|绑|上|烘|烤|烘烤", "烟叶|烤烟|烟", "烟叶调制员"),
        Work("割|除|清|清除|铲|砍", "路边草|路边杂草|公路边草|公路杂草", "公路养护工"),
        Work(Growing + "|锄|插|点|除|薅|翻|整|犁|耙|播|晒", Field, "农艺工"),
        Work("打", "谷子|谷|稻谷|稻子|麦子|油菜|豆子", "农艺工"),
        Work("打|碾", "米|大米|糙米", "制米工"),
        Work("酿|烤|蒸|煮|吊|做", "苞谷酒|包谷酒|玉米酒|米酒|白酒|高粱酒|土酒|酒", "白酒酿造工"),
        Work("榨", "菜籽油|菜油|茶油|香油|油", "制油工"),
        Work("扫|打扫|清扫|拖|擦|冲|洗|收|捡|倒", "马路|大街|街道|街|路|地板|地|楼道|楼梯|卫生|厕所|玻璃|房间|垃圾|落叶", "保洁员"),
        Work("掏|通|疏通|清|清掏", "下水道|阴沟|化粪池|粪池|管道|水沟", "管道疏通"),
        Work("铺|整理|打扫|收拾|换", "床|床铺|客房|房间|被子|床单", "客房服务员"),
        Work("看|守|看守|把", "大门|门卫|门|院子|厂子|厂房|厂|停车场|场子|场地|货场|料场|材料|料|场|小区|工地", "保安员"),
        Work("带|照顾|照看|照料|看护|护理|伺候|服侍|陪护|陪", "老人家|老年人|老人|(?:中风|瘫痪|瘫在床上|卧床|失能|半失能|生病|住院|孤寡|八十岁)的?老人|老头|老太太|爷爷|奶奶", "养老护理员"),
        Work("带|看|照顾|照看|照料|看护|哄", "小孩子|小孩|孩子|娃娃|小娃|娃|宝宝|婴儿|双胞胎|奶娃|小朋友", "育婴"),
        Work("剪|理|洗|染|烫|吹", "头发|头|发", "美发师"),
        Work("做|修|画", "指甲|美甲", "美甲师"),
        Work("开|跑|驾驶|驾", Cargo, "货车司机"),
        Work("开|跑|驾驶|驾", Passengers, "客车司机"),
        Work("和|拌|搅|搅拌|筛|抬|提|挑|递|拎|打", Concrete + "|灰桶|灰浆桶|沙灰桶", "小工"),
        Work("搬|扛|卸|装|抬|背|拉", Goods, "搬运"),
        Work("抬|背|扛|搬|拉", "水泥上楼|沙子上楼|货上楼|东西上楼|家具上楼", "搬运"),
        Work("砌|垒", "墙|砖墙|砖|堡坎|保坎|挡墙|石头|围墙|灶", "砌筑工"),
        Work("修|建|盖|起|砌", "房子|房屋|房|民房", "砌筑工"),
        Work("填|补|填补|修补", "路坑|路上的坑|路面坑|坑槽|路面", "公路养护工"),
        Work("修|铺|挖|填|压|摊|硬化", Roads, "筑路工"),
        Work("挖", "孔桩|桩孔|桩|基坑|地基|土方|水沟|沟", "小工"),
        Work("画|染|做|点", "蜡画|蜡染|蜡花|蜡", "蜡染"),
        Work("装|封|贴|打|包|叠|折|糊|套", "箱子|箱|盒子|盒|标签|商标|包装|包|纸箱|袋子|袋|胶带", "包装工"),
        Work("打|拧|插|插件|焊|焊接|装|做|组装", "螺丝|件|锡|电线|线路板|电路板|数据线|耳机|充电器|手机", "电子设备装接工"),
        Work("摆|上|补|理|码|整理", "货架|货|商品", "理货员"),
        Work("开|做|经营|打理", "网店|网上店铺|淘宝店|拼多多店|抖音小店|微店", "网店"),
        Work("卖", "衣服|鞋子|鞋|水果|菜|肉|手机|东西|货|化妆品|家电|药|酒|茶叶|童装|家具|珠宝|金子|面包|蛋糕|奶茶|烟酒|手机卡|房子|车", "商品营业员"),
        Work("炒|做|烧|切|配|煮|下|烤|炸|卤|煎|蒸|炖|洗", Meals, "中式烹调师"),
        Work("包|做|蒸|煮|下|揉|打", "卷粉|饺子|包子|粽子|馒头|面条|馄饨|抄手|汤圆|粉|米粉|面|糍粑|粑粑|年糕|饵块|饵丝|黄粑", "米面主食制作工"),
        Work("做|烤|烘", "面包|蛋糕|饼干|月饼|糕点|点心", "糕点面包烘焙工"),
        Work("洗|熨|晾", "床单|被套|衣服|毛巾|布草", "洗衣工"),
        Work("接|打", "电话|客服电话", "客服"),
        Work("焊", "铁门|铁|钢管|钢|管道|管子|管|东西", "焊工"),
        Work("带|播", "货|直播", "直播"),
        Work("贴|铺|刷|刮", "瓷砖|地砖|墙砖|墙纸|墙面|墙|漆|油漆|乳胶漆|腻子|大白", "装饰装修工"),
        Work("绑|扎|弯", "钢筋", "钢筋工"),
        Work("锤|打|敲|錾|做", "银片|银饰|银器|银子|银帽|银项圈|苗银|银手镯|手镯|项圈|手镯项圈", "打银饰"),
        Work("收|算", "钱|账|银", "收银员"),
        Work("挖|采|掏", "煤|煤炭", "采煤工"),
        Work("喷", "油漆|漆|柜子|家具|橱柜|门板", "喷漆工"),
        Work("拉|布|装|安装|牵|接|上门装", "网线|宽带|光纤|光缆|监控线", "宽带安装"),
        Work("粉|抹|粉刷", "墙|墙面|内墙|外墙|灰", "抹灰工"),
        Work("直播卖|直播带|播着卖", "土货|土特产|特产|农产品|山货|货|东西|衣服|水果", "直播"),
        Work("编|编织|织|扎|打|破|做", Woven, "竹编"),
        Work("串|编|钩|织|穿|做", "珠子|珠珠|手串|手链|毛线|灯笼|草鞋|中国结|手工|手工活|饰品|绢花", "手工"),
        Work("修|维修|洗|补", "汽车|车子|车|轮胎", "汽车维修工"),
        Work("修|维修|装|安装|洗", "太阳能热水器|太阳能|空调|家电|冰箱|洗衣机|电视|热水器|油烟机", "家用电器产品维修工"),
        Work("拉|布|接|走", "电线|电缆|线路|电路|线", "水电工"),
        Work("装|安装|修|换|接", "电灯|灯|路灯|灯具|插座|开关|水管|水电|水龙头|马桶", "水电工"),
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

    /// <summary>The same of whoever does it and wherever it is done: 种菇工人, 「帮人掏下水道的」, 「合作社摘刺梨」.</summary>
    public static string? WorkOfDoer(string words) => Readings(words).Select(WorkOf).FirstOrDefault(work => work is not null);

    /// <summary>「后厨切菜配菜三年」: several duties of whoever does them, written as one word; null where it is no such row.</summary>
    public static IReadOnlyList<string>? Duties(string words) => Readings(words).Select(reading => Row(reading, duty => WorkOf(duty) is not null)).FirstOrDefault(row => row is not null);

    /// <summary>As it stands; without who does it; without where.</summary>
    private static IEnumerable<string> Readings(string words)
    {
        yield return words;
        var bare = Bare(words);
        yield return bare;
        if (AtWorkplace(bare) is { } duty) yield return duty;
    }

    /// <summary>Only what is done: 「我会砌砖的」, 「粉墙都来得」, 「切菜三年」.</summary>
    private static string Bare(string words) => WithoutDoer(Ready().Replace(Can().Replace(words, ""), ""));

    /// <summary>种菇工人, 种菇的: 种菇.</summary>
    public static string WithoutDoer(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Doer().Replace(words, "");
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

    private const string HowMany = "(?:[一二两三四五六七八九十几百千0-9]+多?(?:头|只|亩|个|台|辆|条|张|棵|间|批|群|窝))?";

    /// <summary>种天麻, 喂过二十多头牛, 种苞谷洋芋; a verb of two characters also behind what it is done to: 天麻种植, 菌棒厂接种.</summary>
    private static (Regex Said, string Work) Work(string verbs, string objects, string work)
    {
        var behind = string.Join('|', verbs.Split('|').Where(verb => verb.Length > 1));
        var spoken = $"(?:{verbs})(?:一?点|一?些|个|了|过|着|得来|得了)?{HowMany}(?<object>{objects})树?(?:(?:和|跟|加)?(?:{objects}))?";
        var written = behind.Length == 0 ? "" : $"|(?<object>{objects})树?(?:加工厂|种植基地|基地|大棚|合作社|车间|果园|厂|园|场)?(?:{behind})";
        return (new Regex($"^(?:{spoken}{written})$", RegexOptions.CultureInvariant), work);
    }

    [GeneratedRegex("^(?:(?:帮|给|替)(?:别人|人家|老板|人)?|在|去|到)?(?:酒店|宾馆|旅馆|民宿|饭店|餐馆|餐厅|食堂|饭馆|早餐店|小吃店|火锅店|烧烤店|面馆|粉馆|粉店|面店|奶茶店|包子店|医院|学校|幼儿园|超市|商场|市场|工地|工厂|厂|小区|物业|公司|车间|仓库|养殖场|基地|果园|茶园|大棚|合作社|地里|山上|坡上|老家|别人家|人家|家里?|后厨|厨房|灶上|下井|井下|快递点|快递站|驿站|抖音|快手|网上|[制服鞋木砖电水食饲药菌茶酒肉纸石采].{0,3}(?:厂|场|店|车间|产业园|园区|基地|合作社))(?:上|里面?|里头)?(?=.{2})|^(?:帮|给|替)(?:别人|人家|老板|人)(?=.{2})")]
    private static partial Regex Workplace();

    /// <summary>Before what somebody does, in a sentence of hers.</summary>
    [GeneratedRegex("^(?:我|本人|自家|自己|屋头|家头|以前|曾经?|一直|现在|平时|主要|只|都|还|也|会|能|可以|想要?|愿意|学过|学|弄得来|搞得来|晚上|白天|早上|周末|农闲时?)+(?=.{2})")]
    private static partial Regex Can();

    /// <summary>Behind what somebody does: that she can, or for how long.</summary>
    [GeneratedRegex("(?:我?都?会|都?来得|都?做得来|都行|这些(?:小吃|活路|活|东西)?|[一二两三四五六七八九十几半0-9]+多?年多?)+$")]
    private static partial Regex Ready();

    [GeneratedRegex("的?(?:招工|女工|男工|帮工|零工|短工|临时工|小时工|工人|人员|老?师傅|阿姨|大姐|大妈|大嫂|大叔|大爷|小妹|小哥|小弟|小姐姐?|妹子|姑娘|小伙子?|学徒|能手|务工|[工员师手人户摊])?的?$")]
    private static partial Regex Doer();

    [GeneratedRegex("^[端记串摘采砍洗换栽捡种扫擦剪喂养割锄翻晒切炒烧煮蒸打搬装卸贴刷砌抹绑扎拧拆接送陪照收分拣挑选包叠熨烫铺拖倒浇施除挖背扛抬推拉](?!机).{0,4}[^工员师嫂手匠人妹姐姨叔哥长]$")]
    private static partial Regex Done();
}
