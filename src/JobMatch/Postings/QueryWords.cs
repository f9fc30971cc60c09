using JobMatch.Matching;

namespace JobMatch.Postings;

/// <summary>Everyday words for kinds, shifts and needs. Some mean it wherever they stand, others only as a word of their own (社保专员 is no wish for insurance).</summary>
internal static class QueryWords
{
    /// <summary>What an employer gives or not.</summary>
    private const PostingNeeds Given = PostingNeeds.Food | PostingNeeds.Lodging | PostingNeeds.SocialInsurance | PostingNeeds.Transport;

    private static readonly List<(string Word, bool Alone, UnderstoodPart Part)> All =
    [
        .. Needs(PostingNeeds.Food | PostingNeeds.Lodging, alone: false, "包吃包住", "包吃住", "包食宿", "管吃管住", "管吃住", "管食宿", "提供食宿", "有吃有住", "吃住全包", "包住宿和吃"),
        .. Needs(PostingNeeds.Food, alone: false, "包吃", "管吃", "包饭", "管饭", "包餐", "包吃不包住", "管吃不管住", "管饭不管住", "包工作餐", "提供工作餐", "有工作餐"),
        .. Needs(PostingNeeds.Lodging, alone: false, "包住宿", "包住", "包住不包吃", "管住不管吃", "管住不管饭", "管住", "提供住宿", "有宿舍", "提供宿舍"),
        .. Needs(PostingNeeds.Lodging, alone: true, "住宿", "宿舍"),
        .. Needs(PostingNeeds.SocialInsurance, alone: false, "交五险一金", "交五险", "买五险", "有五险", "交社保", "买社保", "有社保", "缴社保", "交保险"),
        .. Needs(PostingNeeds.SocialInsurance, alone: true, "五险一金", "五险", "社保"),
        .. Needs(PostingNeeds.NoNights, alone: false, "不上夜班", "不上晚班", "没有夜班", "无夜班", "不要夜班", "不熬夜", "不倒班", "不值夜"),
        .. Needs(PostingNeeds.NoCertificate, alone: false, "不要证书", "不要证件", "不需要证", "不用证", "不要证", "无需证书", "无证也行"),
        .. Needs(PostingNeeds.LightWork, alone: false, "轻活", "轻体力", "不累的", "不累", "活不重", "轻松的"),
        .. Needs(PostingNeeds.LightWork, alone: true, "轻松"),
        .. Needs(PostingNeeds.CareFriendly, alone: false, "能接送孩子", "方便接送孩子", "接送孩子", "能带孩子", "可以带孩子", "带孩子", "带娃", "顾家", "照顾家里", "照顾家庭", "照顾老人孩子", "照顾孩子", "宝妈岗", "妈妈岗", "宝妈"),
        .. Needs(PostingNeeds.Transport, alone: false, "有班车", "班车接送", "车接车送", "上下班接送", "包接送"),
        .. Needs(PostingNeeds.Transport, alone: true, "班车"),
        .. Shifts(Shift.Day, "长白班", "上白班", "只上白班", "白班", "常白班", "正常班"),
        .. Shifts(Shift.Night, "上夜班", "夜班", "晚班", "通宵班"),
        .. Shifts(Shift.TwoShift, "两班倒", "二班倒", "两班制"),
        .. Shifts(Shift.ThreeShift, "三班倒", "三班制"),
        .. Shifts(Shift.Flexible, "时间自由", "弹性时间", "时间灵活", "上班自由", "自由上下班"),
        .. Kinds(PostingKind.PublicWelfare, alone: false, "公益性岗位", "公益岗位", "公益性岗", "公益岗"),
        .. Kinds(PostingKind.AidWorkshop, alone: false, "帮扶车间", "扶贫车间", "社区工厂", "卫星工厂", "就业帮扶车间"),
        .. Kinds(PostingKind.WorkRelief, alone: false, "以工代赈"),
        .. Kinds(PostingKind.LabourExport, alone: false, "劳务输出", "外出务工", "东西部协作"),
        .. Kinds(PostingKind.Gig, alone: false, "打零工", "日结", "当天结", "短工", "散工", "临时工"),
        .. Kinds(PostingKind.Gig, alone: true, "零工", "小时工", "临时"),
        .. Kinds(PostingKind.HomeWork, alone: false, "居家灵活就业", "居家就业", "来料加工", "在家里做", "在家做", "带回家做", "拿回家做"),
        .. Kinds(PostingKind.HomeWork, alone: true, "居家", "在家"),
        .. new[] { "离得近的", "离得近", "离得不远", "离我近的", "离我近", "离家近的", "离家近", "家门口的", "家门口", "附近的", "附近", "就近" }.Select(word => (word, false, new UnderstoodPart(UnderstoodKind.Nearest, word, 0, 0))),
    ];

    private static readonly List<(string Word, bool Alone, UnderstoodPart Part)> LongestFirst = [.. All.OrderByDescending(w => w.Word.Length)];

    public static IEnumerable<UnderstoodPart> Find(LeftWords left)
    {
        var found = new List<UnderstoodPart>();
        foreach (var (word, alone, part) in LongestFirst)
        {
            var at = alone ? left.Chunks().Where(c => c.To - c.From == word.Length && string.CompareOrdinal(left.Text, c.From, word, 0, word.Length) == 0).Select(c => c.From).DefaultIfEmpty(-1).First()
                : left.Text.IndexOf(word, StringComparison.Ordinal);
            // 「不包住」 asks for nothing, and says nothing that helps to find work.
            if (at > 0 && left.Text[at - 1] == '不' && (part.Needs & Given) != 0) continue;
            if (at >= 0) found.Add(left.Take(part with { From = at, To = at + word.Length }));
        }

        return found;
    }

    private static IEnumerable<(string, bool, UnderstoodPart)> Needs(PostingNeeds needs, bool alone, params string[] words) =>
        words.Select(word => (word, alone, new UnderstoodPart(UnderstoodKind.Needs, word, 0, 0) { Needs = needs }));

    private static IEnumerable<(string, bool, UnderstoodPart)> Shifts(Shift shift, params string[] words) =>
        words.Select(word => (word, false, new UnderstoodPart(UnderstoodKind.Shift, word, 0, 0) { Shift = shift }));

    private static IEnumerable<(string, bool, UnderstoodPart)> Kinds(PostingKind kind, bool alone, params string[] words) =>
        words.Select(word => (word, alone, new UnderstoodPart(UnderstoodKind.Kind, word, 0, 0) { PostingKind = kind }));
}
