using System.Text.RegularExpressions;
using JobMatch.Matching;

namespace JobMatch.Asking;

/// <summary>
/// Everyday words for kinds, shifts, needs and orders. Some mean it wherever they stand, others only as a word of their own (社保专员 is no wish
/// for insurance). Longer words are taken first and used up: 不上夜班 is no 夜班.
/// </summary>
internal static partial class EverydayWords
{
    /// <summary>What an employer gives or not: 「不包住」 asks for nothing, and says nothing that helps to find work.</summary>
    private const PostingNeeds Given = PostingNeeds.Food | PostingNeeds.Lodging | PostingNeeds.SocialInsurance | PostingNeeds.Transport;

    private static readonly string[] Not = ["不上", "不想上", "不愿上", "不愿意上", "不能上", "不会上", "不用上", "不要上", "不需要上", "不安排", "不用", "不需要", "不想", "不能", "不愿", "不会有", "别安排", "别", "免", "怕", "不做", "不值", "不倒", "不要", "没有", "没", "无", "非", "除了", "-", "−", "不"];

    /// <summary>Before a place far away: work there is left out.</summary>
    private static readonly string[] Stay = ["不去", "不想去", "不到", "不想到", "不愿去", "不愿意去", "不愿到", "不要去", "别去", "不能去", "去不了", "不考虑", "不想在", "不在", "不要", "除了"];

    /// <summary>Before going away.</summary>
    private static readonly string[] StayHome = ["不", "不想", "不愿", "不愿意", "不要", "不能", "没法", "不打算"];

    /// <summary>「不是公益岗」, 「不要临时工」: every other kind; the opposite of another condition is none that can be asked.</summary>
    private static readonly string[] Denied = ["不是", "不要", "不想要", "不想做", "不想干", "不想去", "不愿意做", "不做", "不干", "不去", "不找", "别找", "除了", "除开", "-"];

    private static readonly IReadOnlyList<Word> All =
    [
        .. Needs(PostingNeeds.Food | PostingNeeds.Lodging, "包吃包住", "包吃住", "包食宿", "管吃管住", "管吃住", "管食宿", "提供食宿", "有吃有住", "吃住全包", "包住宿和吃", "有吃住", "管住管饭", "包住包吃"),
        .. Needs(PostingNeeds.Food, "包吃", "管吃", "包饭", "管饭", "包餐", "包吃不包住", "管吃不管住", "管饭不管住", "包工作餐", "提供工作餐", "有工作餐", "包午饭", "包中餐", "包一餐", "包两餐", "包三餐"),
        .. Needs(PostingNeeds.Lodging, "包住宿", "包住", "包住不包吃", "管住不管吃", "管住不管饭", "管住", "提供住宿", "有宿舍", "提供宿舍", "有住的地方", "有住宿"),
        .. Alone(Needs(PostingNeeds.Lodging, "住宿", "宿舍")),
        .. Saying(["食堂", "工作餐"], Needs(PostingNeeds.Food, "厂里有食堂", "单位有食堂", "公司有食堂", "有食堂", "带食堂", "有饭堂")),
        .. Needs(PostingNeeds.SocialInsurance, "交五险一金", "交五险", "买五险", "有五险", "交社保", "买社保", "有社保", "缴社保", "缴五险一金", "缴五险", "上社保", "上五险", "交保险", "有保险", "买保险"),
        .. Alone(Needs(PostingNeeds.SocialInsurance, "五险一金", "五险", "社保")),
        .. Needs(PostingNeeds.NoNights, [.. Not.SelectMany(_ => new[] { "夜班", "晚班", "大夜班", "通宵", "晚上的班", "两班倒", "三班倒" }, (not, night) => not + night), "不熬夜", "不能熬夜", "熬不了夜", "上不了夜班", "不用熬夜", "不倒班", "不用倒班", "不想倒班", "不要倒班", "不三班倒", "不两班倒", "不值夜", "晚上不上班", "晚上能回家", "夜班不要", "夜班 不要", "夜班不上", "夜班不做", "夜班不行", "夜班的不要", "夜班 不行"]),
        .. Needs(PostingNeeds.Nights, "上夜班", "上晚班", "晚上干的", "晚上做的", "晚上上班", "晚上班", "晚上上的", "夜班", "晚班", "通宵班", "值夜"),
        .. Needs(PostingNeeds.NoOvertime, "不加班", "不用加班", "没有加班", "没加班", "无加班", "不想加班", "不要加班", "不爱加班", "不经常加班", "-加班", "八小时工作制", "八小时制", "8小时工作制", "8小时制", "上八个小时", "上8个小时", "八小时", "8小时"),
        .. Needs(PostingNeeds.NoCertificate, "不要证书", "不要证件", "不需要证书", "不需要证", "不用证书", "不用证", "不要证", "无需证书", "无证也行", "没有证", "没证"),
        .. Needs(PostingNeeds.NoEducation, "不要学历", "不要文凭", "不用文凭", "不需要文凭", "不看文凭", "不要求文凭", "文凭不限", "没文凭", "没有文凭", "学历不限", "不限学历", "无学历要求", "不用文化", "没文化", "没有文化", "不识字", "没读过书", "没读什么书", "没学历", "没有学历", "不看学历", "不要求学历", "不需要学历", "不用学历", "无学历", "没上过学", "没读过小学", "小学没毕业", "小学没读完", "小学没念完", "没读完小学", "没念完小学", "不认字", "不会写字", "文盲"),
        .. Needs(PostingNeeds.NoMandarin, [.. new[] { "不会", "不太会", "不怎么会", "不懂", "听不懂", "说不来", "讲不来", "不用", "不要求", "不需要" }.SelectMany(_ => new[] { "说普通话", "讲普通话", "普通话" }, (not, mandarin) => not + mandarin), "说不好普通话", "普通话不好", "普通话不标准", "只会说苗话", "只会说苗语", "只会说方言"]),
        .. Needs(PostingNeeds.NoExperience, "不要经验", "不需要经验", "不用经验", "没有经验", "没经验", "无经验", "无需经验", "零经验", "零基础可学", "零基础", "包培训", "带薪培训", "免费培训", "经验不限", "新手可以", "新手也行", "没技术", "没有技术", "没手艺", "没有手艺", "不要技术", "不会技术", "生手"),
        .. Needs(PostingNeeds.Couples, "夫妻", "夫妻工", "夫妻岗", "夫妻档", "夫妻俩", "夫妻两个", "夫妻两人", "夫妻二人", "两夫妻", "夫妻一起", "夫妻双方", "夫妻同住", "夫妻房", "夫妻宿舍", "两口子", "小两口", "老两口", "俩口子", "两公婆", "和老公一起", "跟老公一起", "和老婆一起", "跟老婆一起", "夫妇"),
        .. Saying(["学徒"], Needs(PostingNeeds.NoExperience, "当学徒", "招学徒", "学徒工", "收学徒", "学徒")),
        .. Saying(["包教", "包学会", "师傅带"], Needs(PostingNeeds.NoExperience, "包教包会", "包教包学会", "包学会", "包教会", "包教", "有师傅带", "师傅带", "带徒弟")),
        .. Needs(PostingNeeds.TwoRestDays, "周末双休", "双休", "周末休息", "周末不上班", "周末休", "休周末", "星期六星期天休息", "周六周日休息", "做五休二", "上五休二", "一周休两天", "一周休息两天", "一个星期休两天", "每周休两天", "五天工作制", "五天制"),
        .. Needs(PostingNeeds.PartTime, "只上半天", "上半天班", "半天活", "上半天", "半天班", "做半天", "半天的", "一天几个小时", "每天几个小时"),
        .. Saying(["兼职"], Needs(PostingNeeds.PartTime, "做兼职", "找兼职", "兼职")),
        .. Alone(Needs(PostingNeeds.PartTime, "半天")),
        .. Needs(PostingNeeds.LightWork, "轻活", "轻体力", "不累的", "不累", "活不重", "轻松的", "轻松活", "轻松一点", "轻松点", "轻省", "不太累", "不要太累", "不干重活", "干不了重活", "干不动重活", "重活不做", "做不了重活", "重活干不了", "坐着干活", "坐着做", "坐着上班", "腿脚不方便", "腿脚不便", "腿脚不好", "腿不好", "腰不好", "身体不好", "身体不太好", "身体弱", "身体差", "残疾人", "残疾", "有残疾证", "怀孕了", "怀孕", "孕妇"),
        .. Alone(Needs(PostingNeeds.LightWork, "轻松")),
        .. Needs(
            PostingNeeds.CareFriendly, "能接送孩子", "方便接送孩子", "接送孩子", "能带孩子", "可以带孩子", "带孩子", "带小孩", "带娃", "带两个娃", "带两个孩子", "带几个娃", "带着娃", "带个娃", "带小娃", "带孙子", "带孙女", "带孙", "带外孙", "奶娃娃", "奶孩子", "娃还小", "孩子还小", "顾家", "照顾家里", "照顾家庭", "照顾老人孩子", "照顾孩子", "照顾小孩", "照顾娃", "能接送娃娃", "能接送娃", "能接送小孩", "接送娃娃", "接送娃", "接送小孩", "带娃娃", "照顾娃娃", "娃娃上学",
            "看孩子", "看小孩", "接孩子", "接娃", "接小孩", "送孩子", "送娃", "管孩子", "兼顾孩子", "兼顾家庭", "顾孩子", "孩子上学", "陪读"),
        .. Saying(["宝妈", "妈妈岗"], Needs(PostingNeeds.CareFriendly, "宝妈岗", "妈妈岗", "宝妈")),
        .. Needs(PostingNeeds.Transport, "有班车", "班车接送", "厂车接送", "有厂车", "厂车", "车接车送", "上下班接送", "包接送", "有车接送", "包车费", "包路费", "报车费", "报路费", "报销车费", "报销路费"),
        .. Alone(Needs(PostingNeeds.Transport, "班车")),
        .. Needs(PostingNeeds.Away, "县外", "外县", "外地", "外出打工", "出去打工", "出门打工", "外面打工", "去外面", "到外面", "去外头", "出远门"),
        .. Needs(PostingNeeds.InCounty, [.. Stay.SelectMany(_ => new[] { "外地", "外县", "县外", "外面", "外头" }, (not, away) => not + away), .. StayHome.SelectMany(_ => new[] { "外出打工", "出去打工", "出门打工", "外出务工", "外出", "出去", "离开县" }, (not, go) => not + go)]),
        .. Alone(Needs(PostingNeeds.InCounty, "在本地", "本地的", "本地", "就近就业", "就近")),
        .. Needs(PostingNeeds.InProvince, [.. Stay.SelectMany(_ => new[] { "外省", "省外", "别的省", "其他省" }, (not, away) => not + away), "不出省", "不想出省", "不愿出省", "不愿意出省", "不要出省", "不跨省", "不想跨省", "不离开省", "在省内", "省内", "在本省", "本省"]),
        .. Needs(PostingNeeds.OutsideProvince, "去外省", "到外省", "外省", "省外", "出省", "跨省"),
        .. Shifts(Shift.Day, "长白班", "上白班", "上早班", "早班", "只上白班", "白班", "常白班", "正常班", "白天上班", "白天的班", "只上白天班", "上白天班", "白天班", "朝九晚五", "早八晚五", "早九晚五", "朝九晚六", "早八晚六", "白天"),
        .. Shifts(Shift.TwoShift, "两班倒", "二班倒", "两班制", "2班倒"),
        .. Shifts(Shift.ThreeShift, "三班倒", "三班制", "3班倒", "三班三倒"),
        .. Shifts(Shift.Flexible, "时间自由", "弹性时间", "时间灵活", "上班自由", "自由上下班", "自由一点", "自由点", "不坐班"),
        .. Saying(["公益性岗", "公益岗"], Kinds(PostingKind.PublicWelfare, "公益性岗位", "公益岗位", "公益性岗", "公益岗", "公益性")),
        // 办公岗位 holds it too.
        .. NotBehind("办", Kinds(PostingKind.PublicWelfare, "公岗")),
        .. Saying(["帮扶车间", "扶贫车间", "社区工厂", "卫星工厂"], Kinds(PostingKind.AidWorkshop, "帮扶车间", "扶贫车间", "社区工厂", "卫星工厂", "就业帮扶车间")),
        .. Saying(["以工代赈"], Kinds(PostingKind.WorkRelief, "以工代赈")),
        .. Kinds(PostingKind.Gig, "长期稳定", "长期工", "长期干", "长期做", "长期的", "长期").Select(word => word with { Part = word.Part with { Kind = UnderstoodKind.NotOfKind } }),
        .. Kinds(PostingKind.LabourExport, "劳务输出", "外出务工", "东西部协作"),
        .. Saying(["日结", "当天结", "天天结", "一天一结", "按天结", "做一天结"], Kinds(PostingKind.Gig, "工资日结", "日结工资", "日结工", "日结", "工资当天结", "当天结", "天天结", "一天一结", "按天结", "当天发工资", "工资当天发", "工资当天拿", "当天拿钱", "当天发钱", "天天发工资", "干一天发一天", "干一天结一天")),
        .. Saying(["零工", "短工", "散工", "临时工", "短期"], Kinds(PostingKind.Gig, "打零工", "短工", "散工", "临时工", "打短工", "做零工", "零活", "散活", "短期工", "短期", "干几天", "做几天", "干两天", "干一个月", "做一个月", "干半个月", "做半个月", "干个把月", "干一两个月", "做一两个月")),
        .. Saying(["暑假工", "寒假工", "假期工", "暑期工"], Kinds(PostingKind.Gig, "暑假工", "寒假工", "假期工", "暑期工", "寒暑假工", "暑假", "寒假", "假期兼职")),
        .. Alone(Saying(["零工", "临时工"], Kinds(PostingKind.Gig, "零工", "临时"))),
        .. Alone(Saying(["小时工"], Needs(PostingNeeds.PaidByHour, "小时工"))),
        .. Needs(PostingNeeds.PaidByHour, "按小时算钱", "按小时算", "按小时结", "按小时", "计时工"),
        .. Needs(PostingNeeds.NoPieceRate, "不要计件", "不计件", "不做计件", "不想做计件", "不想要计件", "不是计件", "非计件", "固定工资", "拿死工资", "死工资"),
        .. Saying(["计件"], Needs(PostingNeeds.PieceRate, "计件工资", "按件计", "按件算钱", "按件算", "多劳多得", "计件")),
        .. Kinds(PostingKind.HomeWork, "在家做手工活", "在家做手工", "居家手工", "手工活在家做", "手工在家做", "居家灵活就业", "居家就业", "在家里做", "在家做", "在屋头做", "屋头做", "在屋头干", "在家里干", "在家干", "不出门"),
        .. Saying(["来料加工"], Kinds(PostingKind.HomeWork, "来料加工")),
        .. Saying(["带回家", "拿回家"], Kinds(PostingKind.HomeWork, "带回家做", "拿回家做", "拿回家", "带回家")),
        .. Alone(Kinds(PostingKind.HomeWork, "居家", "在家", "屋头", "在屋头")),
        .. Orders(UnderstoodKind.BestPaid, "工资高的", "工资高", "工资最高", "高工资", "高薪", "钱多的", "钱多", "来钱快", "挣钱多", "赚钱多", "收入高", "工资多"),
        .. Orders(UnderstoodKind.Newest, "最新发布的", "最新发布", "新发布的", "新发布", "刚发布的", "刚发布", "刚出来的", "刚出的", "刚发的", "今天发的", "昨天发的", "这两天发的", "新招的", "新出的岗位", "新出的", "最近发布的", "最近发布"),
        .. Alone(Orders(UnderstoodKind.Newest, "最新的", "最新", "新岗位", "新的岗位", "最新岗位", "最新招聘", "新工作")),
        .. Orders(UnderstoodKind.Nearest, "离得近的", "离得近", "离得不远", "离我近的", "离我近", "离我家近的", "离我家近", "离我们家近", "离屋头近", "离家近的", "离家近", "离家比较近", "离家不远", "离家不太远", "离家里近", "在家门口的", "家门口就业", "家门口上班", "家门口的活", "在家门口", "家门口的", "家门口", "附近的", "附近", "就近", "家附近", "周边", "近一点的", "近一点", "近点的", "不想走远", "不出远门", "不想出远门"),
    ];

    private static readonly IReadOnlyList<Word> LongestFirst = [.. All.OrderByDescending(w => w.Text.Length)];
    private static readonly Dictionary<string, Word> ByText = All.DistinctBy(w => w.Text).ToDictionary(w => w.Text, StringComparer.Ordinal);

    public static IEnumerable<UnderstoodPart> Find(LeftWords left)
    {
        foreach (var word in LongestFirst)
            if (word.FindIn(left) is { } part) yield return left.Take(part);
    }

    /// <summary>Conditions whose words begin so, one word for each.</summary>
    public static IEnumerable<string> Beginning(string typed) =>
        All.Where(word => word.Text.Length > typed.Length && word.Text.StartsWith(typed, StringComparison.Ordinal)).DistinctBy(word => (word.Part.Kind, word.Part.Needs, word.Part.PostingKind, word.Part.Shift)).Select(word => word.Text);

    /// <summary>What one whole word means; null for none of these.</summary>
    public static UnderstoodPart? Whole(string word) => ByText.GetValueOrDefault(word)?.Part;

    /// <summary>「除了零工都行」.</summary>
    [GeneratedRegex("^(?:的|以外|之外|活|什么|其他|别的|就|都|行|好|可以|能做|做)+$")]
    private static partial Regex Else();

    private static IEnumerable<Word> Needs(PostingNeeds needs, params string[] words) => words.Select(word => new Word(word, new UnderstoodPart(UnderstoodKind.Needs, word, 0, 0) { Needs = needs }) { NotBehind = (needs & Given) == 0 ? "" : "不没" });

    private static IEnumerable<Word> Shifts(Shift shift, params string[] words) => words.Select(word => new Word(word, new UnderstoodPart(UnderstoodKind.Shift, word, 0, 0) { Shift = shift }));

    private static IEnumerable<Word> Kinds(PostingKind kind, params string[] words) => words.Select(word => new Word(word, new UnderstoodPart(UnderstoodKind.Kind, word, 0, 0) { PostingKind = kind }));

    private static IEnumerable<Word> Orders(UnderstoodKind order, params string[] words) => words.Select(word => new Word(word, new UnderstoodPart(order, word, 0, 0)));

    /// <summary>Postings that say one of these in their title or text are meant as well.</summary>
    private static IEnumerable<Word> Saying(IReadOnlyList<string> says, IEnumerable<Word> words) => words.Select(word => word with { Part = word.Part with { Says = says } });

    private static IEnumerable<Word> Alone(IEnumerable<Word> words) => words.Select(word => word with { IsAlone = true });

    private static IEnumerable<Word> NotBehind(string characters, IEnumerable<Word> words) => words.Select(word => word with { NotBehind = characters });

    /// <summary>A word and what it means; IsAlone: only as a word of its own; NotBehind: characters after which it means something else.</summary>
    private sealed record Word(string Text, UnderstoodPart Part)
    {
        public bool IsAlone { get; init; }

        public string NotBehind { get; init; } = "";

        /// <summary>What it means where it stands; null where it stands nowhere, or means something else.</summary>
        public UnderstoodPart? FindIn(LeftWords left)
        {
            var text = left.Text;
            var at = text.IndexOf(Text, StringComparison.Ordinal);
            if (at < 0) return null;
            var not = Denied.FirstOrDefault(denied => text.AsSpan(0, at).EndsWith(denied, StringComparison.Ordinal));
            var from = at - (not?.Length ?? 0);
            if (IsAlone && !left.Chunks().Exists(c => c.From == (not == "-" ? at : from) && (c.To == at + Text.Length || (not is not null && Else().IsMatch(text[(at + Text.Length)..c.To]))))) return null;
            var part = Part with { From = from, To = at + Text.Length };
            if (not is not null) return part.PostingKind is null ? null : part with { Kind = UnderstoodKind.NotOfKind, Says = [] };
            return at > 0 && NotBehind.Contains(text[at - 1], StringComparison.Ordinal) ? null : part;
        }
    }
}
