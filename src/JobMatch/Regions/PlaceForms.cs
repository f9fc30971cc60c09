namespace JobMatch.Regions;

/// <summary>The forms in which people type the name of a place.</summary>
public static class PlaceForms
{
    private static readonly string[] Kinds =
        ["特别行政区", "自治区", "自治县", "自治州", "自治旗", "街道", "社区", "小区", "安置区", "安置点", "新区", "林区", "地区", "省", "市", "县", "区", "镇", "乡", "村", "盟", "旗"];

    private static readonly string[] Peoples =
    [
        "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族", "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族",
        "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯", "普米族", "塔吉克", "怒族", "鄂温克族", "裕固族",
        "鄂伦春", "独龙族", "保安族", "各族",
    ];

    /// <summary>Short forms that are everyday words first: 大厂 is a big factory, 公安 the police. They mean a place only with its kind.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "大厂", "平安", "新建", "建设", "友好", "友谊", "前进", "工农", "商城", "和平", "团结", "光明", "安居", "通道", "东方", "南部", "红旗", "解放", "向阳", "东风", "爱民", "振兴", "站前", "江南", "老城", "小店", "合作",
        "公安", "互助", "共和", "前锋", "灯塔", "港口", "大方", "中方", "西工", "上街", "新市", "市中", "钢城", "会同", "宝塔", "运河", "吉利", "城区", "郊区", "矿区", "城中",
    };

    /// <summary>The name and, where two characters stay, the name without its kind: 武鸣区 → 武鸣, 延边朝鲜族自治州 → 延边.</summary>
    public static IEnumerable<string> Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        yield return name;
        if (Kinds.FirstOrDefault(kind => name.EndsWith(kind, StringComparison.Ordinal) && name.Length - kind.Length >= 2) is not { } found) yield break;
        var bare = name[..^found.Length];
        if (found.StartsWith("自治", StringComparison.Ordinal))
            while (Peoples.FirstOrDefault(people => bare.EndsWith(people, StringComparison.Ordinal) && bare.Length - people.Length >= 2) is { } people)
                bare = bare[..^people.Length];
        if (!Words.Contains(bare)) yield return bare;
    }
}
