namespace JobMatch.Occupations;

/// <summary>
/// Words whose characters stand inside other words without meaning anything there: 护工 inside 管护工 (who looks after trees), 木工 inside 苗木工. Chinese
/// has no word ends, so a text is searched for pairs of characters; these pairs are the ones that mislead.
/// </summary>
public static class WordsInside
{
    private static readonly Dictionary<string, string[]> Longer = new(StringComparer.Ordinal)
    {
        ["护工"] = ["管护工", "养护工", "维护工", "防护工", "监护工", "保护工", "救护工", "呵护工"],
        ["木工"] = ["苗木工", "花木工", "林木工", "树木工", "积木工"],
        ["店员"] = ["酒店员", "饭店员"],
        ["司机"] = ["公司机"],
        ["工地"] = ["工地点", "工地区", "工地址"],
        ["保安"] = ["确保安", "保安全", "保安装", "保安族"],
        ["家政"] = ["国家政", "家政策"],
        ["家教"] = ["国家教", "家教育"],
        ["油工"] = ["加油工", "采油工", "榨油工"],
        ["小工"] = ["大小工", "中小工", "小工厂", "小工具", "小工程"],
        ["大工"] = ["扩大工", "加大工", "大工厂", "大工程"],
        ["会计"] = ["社会计"],
        ["文员"] = ["人文员"],
        ["短期"] = ["短期内"],
    };

    /// <summary>Longer words that hold a folded word by chance; none for most.</summary>
    public static IReadOnlyList<string> Around(string folded) => Longer.GetValueOrDefault(folded) ?? [];
}
