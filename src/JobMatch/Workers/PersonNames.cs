using JobMatch.Occupations;

namespace JobMatch.Workers;

/// <summary>Whether words of a search may be somebody's name, which no index knows.</summary>
public static class PersonNames
{
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛"
        + "柯庄温牛樊葛邢安齐伍庞颜倪聂章鲁岑蒙农蓝银班甘欧祝舒左卜吉宁冉穆兰骆裘盘凌翁游阳涂尤申蒲霍翟殷詹耿关焦柳邬符车包房代卞禄麻";

    private static readonly string[] Compound = ["欧阳", "上官", "司马", "诸葛", "司徒", "皇甫", "令狐", "夏侯"];

    /// <summary>Two to four Chinese characters that begin with a surname and are no word for work, a skill, a certificate or a training.</summary>
    public static bool MayBe(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length is >= 2 and <= 4 && words.All(c => c is >= '\u4E00' and <= '\u9FFF')
            && (Surnames.Contains(words[0], StringComparison.Ordinal) || Compound.Any(name => words.StartsWith(name, StringComparison.Ordinal)))
            && !IsKnown(words);
    }

    private static bool IsKnown(string words) => OccupationResolver.Instance.Resolve(words).Count > 0
        || words[^1] is '证' or '照' || words.EndsWith("培训", StringComparison.Ordinal)
        || Catalogue.Instance.Skills.Values.Any(s => s.Name == words || s.Words.Contains(words))
        || Catalogue.Instance.Certificates.Values.Any(c => c.Words.Contains(words));

    /// <summary>「王秀英的」, 「查王秀英」: what may be a name without the small words; as it was typed too, where a surname is one of them.</summary>
    public static IEnumerable<string> In(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var name = word.TrimEnd('的');
        return name.Length > 2 && name[0] is '查' or '找' ? [name, name[1..]] : [name];
    }
}
