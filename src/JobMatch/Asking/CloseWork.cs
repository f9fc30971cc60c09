using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>
/// What a word for work means beyond its own occupation, where the classification parts what people do not: a 护工 cares for the sick in a hospital and for the old
/// in a home; a 月嫂 lives with the family, a 钟点工 comes for some hours, and both are 家政服务员.
/// </summary>
internal static class CloseWork
{
    private static readonly string[] LivingIn = ["月嫂", "住家", "母婴", "月子", "育婴", "育儿", "保姆"];
    private static readonly string[] Hourly = ["钟点", "小时工", "计时"];

    private static readonly Dictionary<string, (string[] Also, string[] Favoured)> ByWord = new(StringComparer.Ordinal)
    {
        ["护工"] = (["养老护理员"], ["养老护", "陪护", "护理员"]),
        ["陪护"] = (["养老护理员"], ["陪护"]),
        ["照顾病人"] = (["养老护理员"], ["陪护"]),
        ["护理病人"] = (["养老护理员"], ["陪护"]),
        ["陪护病人"] = (["养老护理员"], ["陪护"]),
        ["医院护工"] = (["养老护理员"], ["医院", "陪护"]),
        ["照顾老人"] = (["护工"], ["养老护"]),
        ["养老院"] = (["护工"], ["养老护"]),
        ["月嫂"] = (["育婴员"], LivingIn),
        ["育儿嫂"] = (["育婴员"], LivingIn),
        ["保姆"] = ([], LivingIn),
        ["住家保姆"] = ([], LivingIn),
        ["钟点工"] = ([], Hourly),
        ["小时工"] = ([], Hourly),
        ["洗碗"] = (["帮厨"], ["洗碗", "后厨", "帮厨"]),
        ["洗碗工"] = (["帮厨"], ["洗碗", "后厨", "帮厨"]),
        ["做卫生"] = (["家政服务员"], []),
        ["打扫卫生"] = (["家政服务员"], []),
        ["食堂阿姨"] = ([], ["食堂", "餐", "厨"]),
        ["苦力"] = (["搬运工"], ["小工", "搬运"]),
        ["下苦力"] = (["搬运工"], ["小工", "搬运"]),
        ["搬砖"] = ([], ["小工"]),
        ["背砖"] = ([], ["小工"]),
        ["采茶"] = ([], ["采茶", "茶"]),
        ["摘茶"] = ([], ["采茶", "茶"]),
        ["摘茶叶"] = ([], ["采茶", "茶"]),
        ["采茶叶"] = ([], ["采茶", "茶"]),
        ["养鸡"] = (["养殖"], ["鸡", "禽"]),
        ["养鸡场"] = (["养殖"], ["鸡", "禽"]),
        ["喂鸡"] = (["养殖"], ["鸡", "禽"]),
        ["养鸭"] = (["养殖"], ["鸭", "禽"]),
        ["养猪"] = (["养殖"], ["猪"]),
        ["养猪场"] = (["养殖"], ["猪"]),
        ["喂猪"] = (["养殖"], ["猪"]),
        ["养牛"] = ([], ["牛"]),
        ["养羊"] = ([], ["羊"]),
        ["茶叶"] = ([], ["茶"]),
        ["打字员"] = (["文员"], ["打字", "录入"]),
        ["打字"] = (["文员"], ["打字", "录入"]),
        ["录入员"] = (["文员"], ["录入"]),
        ["秘书"] = (["文员"], []),
        ["收发员"] = (["文员"], []),
        ["学徒"] = ([], ["学徒", "学员"]),
        ["学徒工"] = ([], ["学徒", "学员"]),
    };

    /// <summary>The part with the occupations that are meant as well, and what titles should say to come first.</summary>
    public static UnderstoodPart Widened(UnderstoodPart part)
    {
        // What is not wanted is that and nothing beside it.
        if (part.Kind == UnderstoodKind.Unwanted) return part;
        if (!ByWord.TryGetValue(part.OccupationName.Length > 0 ? part.OccupationName : part.Text, out var close)) return part;
        var also = part.Kind == UnderstoodKind.Occupation ? close.Also.SelectMany(word => OccupationResolver.Ids([.. OccupationResolver.Instance.Resolve(word).Where(found => found.Words == word)])) : [];
        return part with { OccupationIds = [.. part.OccupationIds.Concat(also).Distinct()], Favoured = close.Favoured };
    }
}
