using System.Text.RegularExpressions;

namespace JobMatch.Search;

/// <summary>
/// Takes out of free text what could point at a person: the names of the household, people addressed by surname and title, numbers of
/// five and more digits (phones, ID numbers, accounts), and doors (building, unit, room).
/// </summary>
internal static partial class PersonalTextScrubber
{
    private const string Gone = " ";

    public static string Scrub(string text, IEnumerable<string> householdNames)
    {
        if (text.Length == 0) return "";
        // Full-width digits are digits too.
        text = Words.FoldedText.Fold(text);
        foreach (var name in householdNames.Select(Words.FoldedText.Fold).Where(n => n.Length > 1).OrderByDescending(n => n.Length)) text = text.Replace(name, Gone, StringComparison.Ordinal);
        text = Numbers().Replace(text, Gone);
        text = Doors().Replace(text, Gone);
        text = Addressed().Replace(text, Gone);
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\d[\d\- ]{3,}[\dx]")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\da-z一二三四五六七八九十百零]+\s*(?:号楼|栋|幢|单元|号门|门牌|室|号(?!线))(?:\s*\d+)?")]
    private static partial Regex Doors();

    [GeneratedRegex(@"[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤](?:某某?|师傅|大姐|大哥|阿姨|叔叔?|老板|先生|女士|书记|主任|医生)")]
    private static partial Regex Addressed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
