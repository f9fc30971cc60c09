using System.Globalization;
using System.Text.RegularExpressions;
using JobMatch.Matching;
using JobMatch.Occupations;

namespace JobMatch.Asking;

/// <summary>
/// What somebody says of herself: her age (50岁), her schooling (初中文化), a certificate that she has (健康证). Each asks for postings that take such a person:
/// whose words about age allow hers, that ask for no more schooling, that need the certificate or help to it.
/// </summary>
internal static partial class PersonWords
{
    private const int Youngest = 16;
    private const int Oldest = 90;

    public static IEnumerable<UnderstoodPart> Ages(LeftWords left)
    {
        var text = left.Text;
        foreach (Match match in Age().Matches(text))
            if (Years(match.Groups["age"].Value) is >= Youngest and <= Oldest and var age)
                return [left.Take(new UnderstoodPart(UnderstoodKind.Age, match.Value, match.Index, match.Index + match.Length) { Age = age })];
        return [];
    }

    /// <summary>小学 and 大学 by themselves are places of work too; with 文化, 毕业 and the like they say how long somebody was there.</summary>
    public static IEnumerable<UnderstoodPart> Schooling(LeftWords left)
    {
        // 「不需要高中毕业」, 「没读过初中」: she has less than that.
        if (NotSaid().Match(left.Text) is { Success: true } not && Level(not.Groups["level"].Value) is { } more)
            return [left.Take(new UnderstoodPart(UnderstoodKind.Schooling, not.Value, not.Index, not.Index + not.Length) { Schooling = more - 1 })];
        if (Said().Match(left.Text) is { Success: true } said) return [Taken(said.Index, said.Index + said.Length, said.Groups["level"].Value)];
        foreach (var (from, to) in left.Chunks())
        {
            var level = AndBelow().Replace(left.Text[from..to], "");
            if (Level(level) is not null && (level.Length < to - from || level is not ("小学" or "大学"))) return [Taken(from, to, level)];
        }

        return [];

        UnderstoodPart Taken(int from, int to, string level) => left.Take(new UnderstoodPart(UnderstoodKind.Schooling, level, from, to) { Schooling = Level(level) });
    }

    /// <summary>A word that is nothing but a certificate's name, where it names no work: 「健康证」, 「有健康证」.</summary>
    public static IEnumerable<UnderstoodPart> Certificates(LeftWords left)
    {
        foreach (var (from, to) in left.Chunks())
        {
            // 「没有健康证」, 「不要驾驶证」: work that needs none.
            if (NoCertificate().Match(left.Text[from..to]) is { Success: true } without && IdsOf(without.Groups["name"].Value).Count > 0)
            {
                yield return left.Take(new UnderstoodPart(UnderstoodKind.Needs, without.Value, from, to) { Needs = PostingNeeds.NoCertificate });
                continue;
            }

            if (Certificate().Match(left.Text[from..to]) is not { Success: true } match) continue;
            var name = match.Groups["name"].Value;
            if (IdsOf(name) is { Count: > 0 } ids)
                yield return left.Take(new UnderstoodPart(UnderstoodKind.Certificate, name, from, to) { CertificateKindIds = [.. ids.SelectMany(Catalogue.Instance.CertificatesIn).Distinct()], CertificateName = Catalogue.Instance.Certificates[ids[0]].Name });
        }
    }

    private static List<int> IdsOf(string certificate) =>
        [.. Catalogue.Instance.Certificates.Values.Where(kind => kind.Words.Append(kind.Name.Replace(" ", "", StringComparison.Ordinal)).Contains(certificate, StringComparer.OrdinalIgnoreCase)).Select(kind => kind.Id).Order()];

    internal static Education? Level(string word) => word switch
    {
        "小学" => Education.Primary,
        "初中" => Education.JuniorMiddle,
        "高中" or "中专" or "职高" or "技校" or "中技" => Education.SeniorMiddle,
        "大专" or "专科" => Education.JuniorCollege,
        "本科" or "大学" => Education.Bachelor,
        _ => null,
    };

    internal static int Years(string words)
    {
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)) return digits;
        var (tens, ones) = words.Split('十') is [var before, var behind] ? (before, behind) : ("", "");
        return (tens.Length == 0 ? 10 : (Digits.IndexOf(tens, StringComparison.Ordinal) + 1) * 10) + (ones.Length == 0 ? 0 : Digits.IndexOf(ones, StringComparison.Ordinal) + 1);
    }

    private const string Digits = "一二三四五六七八九";

    /// <summary>「50岁」, 「五十多岁的」, 「我今年55岁了」; no range, which is what an advertisement says.</summary>
    [GeneratedRegex("(?:我|本人)?今年(?<age>\\d{2})(?![\\d元块千万百点号日届天个月公斤k%.\\-~～—到至])(?:周?岁)?|(?:我?[爸妈爹娘婆公]|父亲|母亲|爸爸|妈妈|我)(?:今年|都|快|有|已经)*(?<age>\\d{2}|[一二三四五六七八九]十[一二三四五六七八九]?)(?:多|几)?(?:岁)?了|(?:我|本人)?(?:今年|已经|快|都|有|是)*(?<![\\d\\-到至~～—])(?<age>\\d{2}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:多|几|来|出头)?周?岁(?:的人|左右|以上|以下|以内|出头|了|能|可以|的|做|干|活|工作|女工|男工|女的?|男的?|妇女|大姐|阿姨|大妈|老人|大叔)*")]
    private static partial Regex Age();

    [GeneratedRegex("(?:我是|我|本人|只有|只读过|只读到|只上过|读过|读到|上过|念过|念到|只)?(?<level>小学|初中|高中|中专|职高|技校|中技|大专|专科|本科|大学)(?:生|及?以[上下])?(?:文化(?:程度|水平)?|毕业(?:的|生)?|学历|水平|程度|文凭)(?:的|能|可以|做|干|就行|活|工作|岗位)*|(?:只读过|只读到|只上过|读过|读到|念过|念到|上到)(?<level>小学|初中|高中|中专|职高|技校|大专|大学)(?:的|了)?")]
    private static partial Regex Said();

    [GeneratedRegex("(?:不需要|不要求|不要|不用|不是|没有?|没读过|没上过|没念过|没读完|没念完)(?<level>初中|高中|中专|职高|技校|大专|大学|本科)(?:毕业(?:证|生)?|文凭|学历|文化(?:程度)?)?(?:的|也行|也可以)?(?![\\p{IsCJKUnifiedIdeographs}])")]
    private static partial Regex NotSaid();

    [GeneratedRegex("及?以[上下](?:的|都行|也行)?$")]
    private static partial Regex AndBelow();

    [GeneratedRegex("^(?:我?没有?|我?没得|不要|不用|不需要|无需|无|没办)(?<name>.{2,8}?)(?:可以做吗?|能做吗?|能做的|也行|也可以|的)?$")]
    private static partial Regex NoCertificate();

    [GeneratedRegex("^(?:我?有|持有?|办了|办过|考了|考过|考|需要|要)?(?<name>.*?)(?:的|的工作|的活)?$")]
    private static partial Regex Certificate();
}
