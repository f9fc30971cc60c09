namespace JobMatch.Occupations;

/// <summary>
/// Goods and houses by themselves (服装, 鞋, 酒店): whoever types nothing else looks for the work that is done on them. The occupations of such a trade are those of its groups in the classification.
/// </summary>
public static class GoodsWork
{
    private const int Sewing = 6_05_01_03;

    /// <summary>Words of a trade's goods; its groups (中类 or 小类 as numbers: 605 is 6-05, 60504 is 6-05-04) and single occupations.</summary>
    private static readonly (string[] Goods, int[] Groups, int[] Occupations)[] Trades =
    [
        (["服装", "衣服", "服饰", "制衣", "成衣", "童装", "女装", "男装", "内衣", "校服", "羽绒服", "牛仔裤", "裤子", "裙子", "西装", "工装"], [6_05_01], [4_10_02_01]),
        (["纺织", "针织", "毛衣", "毛衫", "布料", "棉纱", "纱线"], [6_04], [Sewing]),
        (["鞋", "鞋子", "鞋业", "皮鞋", "布鞋", "运动鞋", "拖鞋", "鞋面", "鞋底"], [6_05_04], [Sewing]),
        (["箱包", "皮具", "手袋", "书包", "包包", "皮包", "背包", "皮革", "皮带"], [6_05_02], [Sewing]),
        (["电子", "电子产品", "电子元件", "数据线", "耳机", "线路板", "电路板", "充电器", "手机配件", "半导体", "芯片"], [6_25], []),
        (["家具", "家私", "沙发", "衣柜", "橱柜", "木制品", "木材", "板材", "实木家具"], [6_06], []),
        (["玩具", "公仔", "毛绒玩具", "布娃娃"], [], [6_09_05_00, Sewing]),
        (["食品", "零食", "农产品"], [6_01, 6_02_01, 6_02_02, 6_02_03, 6_02_04, 6_02_05], [6_02_06_09]),
        (["糕点", "蛋糕", "面包", "月饼", "饼干", "速冻食品"], [6_02_01, 6_02_02, 6_02_03], [6_01_07_03]),
        (["肉制品", "腊肉", "香肠", "牛肉干"], [6_01_04], []),
        (["豆制品", "豆腐", "豆干"], [6_01_07], []),
        (["辣椒", "刺梨", "猕猴桃", "蓝莓", "李子", "核桃", "生姜"], [], [5_01_02_02, 5_01_02_01, 5_05_06_01, 6_01_06_00]),
        (["食用菌", "蘑菇", "香菇", "木耳", "菌菇", "菌棒"], [], [5_01_02_03]),
        (["五金", "五金件", "锁具", "模具"], [6_18, 6_19], []),
        (["塑料", "塑胶", "注塑", "塑料制品"], [6_14], []),
        (["纸箱", "纸盒", "纸品", "纸制品"], [6_07], [6_31_05_00]),
        (["印刷", "彩印"], [6_08], []),
        (["玻璃", "陶瓷", "瓷砖", "水泥", "石材"], [6_15], []),
        (["茶叶", "茶"], [], [6_02_06_10, 5_01_02_02]),
        (["水果", "果树", "蔬菜"], [], [5_01_02_02, 5_05_06_01, 5_01_02_01]),
        (["花卉", "苗木", "花木"], [5_02], [5_01_02_02]),
        (["药材", "中药材", "中药", "中草药", "天麻", "太子参", "黄精", "石斛"], [], [5_01_02_05, 6_12_02_00]),
        (["酒店", "宾馆", "旅馆", "民宿"], [4_03_01], []),
        (["饰品", "首饰", "珠宝", "工艺品", "手工艺品"], [6_09_03], []),
    ];

    private static readonly Lazy<Dictionary<string, int[]>> ByWord = new(Read);

    public static bool Is(string word) => ByWord.Value.ContainsKey(word);

    /// <summary>Occupations of the trade, by id; none for what is no goods.</summary>
    public static IReadOnlyList<int> OccupationsOf(string goods)
    {
        ArgumentNullException.ThrowIfNull(goods);
        return ByWord.Value.GetValueOrDefault(goods) ?? [];
    }

    /// <summary>服装类, 服装行业 and 做服装 say no more than 服装; null where nothing is said around goods.</summary>
    public static string? GoodsIn(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var before in Before)
            foreach (var behind in Behind)
                if (words.Length > before.Length + behind.Length && words.StartsWith(before, StringComparison.Ordinal) && words.EndsWith(behind, StringComparison.Ordinal) && words[before.Length..^behind.Length] is var goods && Is(goods)) return goods;
        return null;
    }

    private static readonly string[] Before = ["", "做", "搞", "生产", "加工"];
    private static readonly string[] Behind = ["", "类", "行业", "业", "加工", "生产", "制造", "加工厂", "方面", "基地", "合作社", "大棚", "种植", "种植基地"];

    private static Dictionary<string, int[]> Read() => Trades.SelectMany(trade => trade.Goods, (trade, goods) => (goods, trade))
        .ToDictionary(t => t.goods, t => Catalogue.Instance.Occupations.Keys.Where(id => t.trade.Occupations.Contains(id) || t.trade.Groups.Any(group => group == id / 100 || group == id / 10_000)).Order().ToArray(), StringComparer.Ordinal);
}
