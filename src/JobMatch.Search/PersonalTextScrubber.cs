using System.Text;
using System.Text.RegularExpressions;
using JobMatch.Search.Words;

namespace JobMatch.Search;

/// <summary>
/// Takes out of free text what could point at a person. Of workers: the names of the household, people addressed by surname and title,
/// numbers of five and more digits, and doors. Of postings, where pay, dates and the name of an employer have to stay: phones, ID numbers
/// and flats. The name of a person in a posting cannot be known.
/// </summary>
public static partial class PersonalTextScrubber
{
    /// <summary>The text of a worker as it was typed, without what matches in its folded form (full-width digits are digits too).</summary>
    public static string Scrub(string text, IEnumerable<string> householdNames)
    {
        if (text.Length == 0) return text;
        var names = householdNames.Select(FoldedText.Fold).Where(n => n.Length > 1).ToList();
        text = Without(text, folded => names.SelectMany(name => Places(folded, name)));
        // Flats before numbers: the number of a flat belongs to it.
        foreach (var pattern in new[] { Flats(), Numbers(), SpelledNumbers(), Doors(), Addressed() }) text = Without(text, pattern);
        return Spaces().Replace(text, " ").Trim();
    }

    /// <summary>The text of a posting as it was typed, without what matches in its folded form.</summary>
    public static string ScrubPosting(string text) => Without(text, Phones(), IdNumbers(), SpelledNumbers(), Flats());

    private static string Without(string text, params Regex[] patterns) => Without(text, folded => patterns.SelectMany(pattern => pattern.Matches(folded), (_, match) => (match.Index, match.Length)));

    /// <param name="text">As it was typed.</param>
    /// <param name="find">What has to go, of the folded text: where it begins and how long it is.</param>
    private static string Without(string text, Func<string, IEnumerable<(int At, int Length)>> find)
    {
        if (text.Length == 0) return text;
        var folded = FoldedText.Of(text);
        var found = find(folded.Text).Order().ToList();
        if (found.Count == 0) return text;
        var left = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (index, length) in found)
        {
            var from = folded.SourceAt(index);
            if (from > at) left.Append(text, at, from - at).Append(' ');
            at = Math.Max(at, folded.SourceAt(index + length));
        }

        return left.Append(text, at, text.Length - at).ToString().Trim();
    }

    private static IEnumerable<(int At, int Length)> Places(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal)) yield return (at, name.Length);
    }

    [GeneratedRegex(@"\d[\d\- ]{3,}[\dx]")]
    private static partial Regex Numbers();

    /// <summary>Mobile numbers, numbers with an area code, and any other seven digits in a row.</summary>
    [GeneratedRegex(@"(?<!\d)(?:\+?86[\- ]?)?1[3-9](?:[\- ]?\d){9}(?!\d)|(?<!\d)0\d{2,3}[\- )]{0,2}\d{3,4}[\- ]?\d{4}(?!\d)|\d{7,}x?")]
    private static partial Regex Phones();

    private const string Digit = "零〇○幺一二三四五六七八九壹贰叁肆伍陆柒捌玖";

    /// <summary>Seven digits and more of which four in a row are characters: a phone that was written out (一三八, 幺三八). Counts and pay never have so many.</summary>
    [GeneratedRegex(@"(?<![\d" + Digit + @"])(?=[\d\- ]{0,9}[" + Digit + @"](?:[\- ]?[" + Digit + @"]){3})[\d" + Digit + @"](?:[\- ]?[\d" + Digit + @"]){6,}")]
    private static partial Regex SpelledNumbers();

    /// <summary>Eighteen or fifteen digits, also in groups; the last one perhaps X.</summary>
    [GeneratedRegex(@"(?<!\d)[1-9]\d{5}[\- ]?(?:\d{8}|\d{4}[\- ]?\d{2}[\- ]?\d{2}|\d{6})[\- ]?\d{3}[\dx]?(?![\da-z])")]
    private static partial Regex IdNumbers();

    /// <summary>A building, a unit or a room with its number and whatever number of a door follows: 3号楼2单元501, 5栋602, 301室. A pay that follows is none.</summary>
    [GeneratedRegex(
        @"(?:[\da-z一二三四五六七八九十百零]+\s*[栋幢座]\s*)?(?:[\da-z一二三四五六七八九十百零]+\s*(?:号楼|单元)|(?<!\d)\d{2,4}室)[\s,、\-]*"
        + @"(?:[\da-z一二三四五六七八九十百零]+\s*(?:单元|[楼层室号](?!线))[\s,、\-]*)*(?:\d{1,4}(?:-\d{1,4})?(?![\d.]|\s*[元块万人个名岁年月日点小天平折%:]))?"
        + @"|[\da-z一二三四五六七八九十百零]+\s*[栋幢座]\s*\d{3,4}(?![\d.]|\s*[元块万人个名岁年月日点小天平折%:])")]
    private static partial Regex Flats();

    [GeneratedRegex(@"[\da-z一二三四五六七八九十百零]+\s*(?:号楼|栋|幢|单元|号门|门牌|室|号(?!线))(?:\s*\d+)?")]
    private static partial Regex Doors();

    [GeneratedRegex(@"[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤](?:某某?|师傅|大姐|大哥|阿姨|叔叔?|老板|先生|女士|书记|主任|医生)")]
    private static partial Regex Addressed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
