using System.Text.RegularExpressions;

namespace JobMatch.Occupations;

/// <summary>An occupation that a text names.</summary>
/// <param name="OccupationId">Of the catalogue.</param>
/// <param name="Confidence">0 to 1: 0.95 for a word that is the whole title, less for words inside it, for general words and for words of two meanings.</param>
/// <param name="Words">The words that say so.</param>
public readonly record struct ResolvedOccupation(int OccupationId, double Confidence, string Words);

/// <summary>Where a title stands; decides between meanings (车工 at a garment firm sews, at a machine works turns).</summary>
/// <param name="Employer">The employer's name.</param>
/// <param name="Text">Category, tags, description; only asked where the employer's name leaves a word with two meanings.</param>
public sealed record OccupationContext(string Employer = "", string Text = "")
{
    public static OccupationContext None { get; } = new();
}

/// <summary>
/// Says which occupations a text names: several when it names several (「普工/保安」), none when it is not sure. A title is read part by part; noise
/// (急招, 包吃住, 月入过万, 8小时) is taken out; the longest word at the end decides, since Chinese names end in the noun; a general word (普工) gives way to one
/// that says more; what stands in brackets counts when the words outside say nothing or only something general. Words of a person are read as a
/// sentence: every word counts, but not after 「不想做」.
/// </summary>
public sealed partial class OccupationResolver
{
    /// <summary>Below it a guess is not an answer.</summary>
    public const double Sure = 0.5;

    private const int Most = 5;
    private readonly OccupationWords _words;
    private readonly IReadOnlyList<Industry> _industries;

    public OccupationResolver(IEnumerable<Occupation> occupations, IEnumerable<EverydayWord> everyday, IReadOnlyList<Industry> industries) =>
        (_words, _industries) = (new OccupationWords(occupations, everyday), industries);

    public static OccupationResolver Instance { get; } = new(Catalogue.Instance.Occupations.Values, Catalogue.Instance.EverydayWords, Catalogue.Instance.Industries);

    /// <summary>Occupations of a posting's title, best first; empty when not sure.</summary>
    public IReadOnlyList<ResolvedOccupation> Resolve(string title, OccupationContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        var text = Narrow(title);
        var place = new Place(text, context ?? OccupationContext.None, this);
        var outside = Parts(Brackets().Replace(text, " ")).SelectMany(p => Read(p, place)).ToList();
        if (outside.All(f => f.Word.General))
        {
            // 「普工（缝纫）」, 「临时工（装卸）」: the bracket says which.
            var inside = Brackets().Matches(text).SelectMany(m => Parts(m.Groups[1].Value)).SelectMany(p => Read(p, place)).Select(f => f with { Trust = f.Trust * 0.9 }).ToList();
            if (inside.Any(f => !f.Word.General)) outside = [.. inside.Where(f => !f.Word.General)];
            else outside.AddRange(inside);
        }

        // A title that no word explains ends here with nothing: the nearest title (Titles/) would be a guess, and a guess is no occupation.
        return Answer(outside, place);
    }

    /// <summary>Occupations in a person's own words: 「做过车位工，会开叉车，不想做保安」 names two.</summary>
    public IReadOnlyList<ResolvedOccupation> ResolveWords(string words, OccupationContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        var text = Narrow(words);
        var place = new Place(text, context ?? OccupationContext.None, this);
        var found = new List<Found>();
        foreach (var clause in Clauses().Split(text))
        {
            var said = Unwanted().Match(clause) is { Success: true } not ? clause[..not.Index] : clause;
            var inClause = Matches(said, place).Select(m => new Found(m.Word, m.Word.Word.Length == said.Trim().Length ? 0.95 : m.Word.Word.Length > 2 ? 0.8 : 0.7)).ToList();
            found.AddRange(inClause.Exists(f => !f.Word.General) ? inClause.Where(f => !f.Word.General) : inClause);
        }

        return Answer(found, place);
    }

    /// <summary>Ids only, as postings store them.</summary>
    public static IReadOnlyList<int> Ids(IEnumerable<ResolvedOccupation> found) => [.. found.Select(f => f.OccupationId)];

    private static List<ResolvedOccupation> Answer(List<Found> found, Place place) => [.. found
        .SelectMany(f => Meanings(f, place))
        .Where(r => r.Confidence >= Sure)
        .GroupBy(r => r.OccupationId).Select(g => g.MaxBy(r => r.Confidence))
        .Take(Most)];

    private static IEnumerable<ResolvedOccupation> Meanings(Found found, Place place)
    {
        // A general word is as sure at the end of a long title as alone: it never says much.
        var trust = found.Word.General && found.Trust >= 0.7 ? 0.74 : found.Trust;
        if (place.MeaningOf(found.Word) is { } told) return [new(told, Math.Round(trust * 0.95, 2), found.Word.Word)];
        var share = found.Word.Means.Count > 1 ? 0.75 : 1;
        return found.Word.Means.Select(id => new ResolvedOccupation(id, Math.Round(trust * share, 2), found.Word.Word));
    }

    /// <summary>What one part of a title names: its last noun, or every noun where it is a row of them (「泥工木工钢筋工」).</summary>
    private IEnumerable<Found> Read(string part, Place place)
    {
        var matches = Matches(part, place);
        if (matches.Count == 0) return [];
        if (matches.Count > 1 && matches.Sum(m => m.Word.Word.Length) == part.Length && matches.TrueForAll(m => !m.Word.General && Person().IsMatch(m.Word.Word)))
            return matches.Select(m => new Found(m.Word, 0.85));
        var head = matches.FindLast(m => !m.Word.General || matches.TrueForAll(t => t.Word.General));
        return [new Found(head.Word, Trust(part, head))];
    }

    private static double Trust(string part, Match match)
    {
        var rest = part[(match.At + match.Word.Word.Length)..];
        if (match.Word.Word.Length == part.Length) return 0.95;
        var ends = rest.Length == 0 || Role().IsMatch(rest);
        return (ends, match.Word.Word.Length) switch
        {
            (true, >= 3) => match.At == 0 ? 0.9 : 0.85,
            (true, _) => match.At == 0 ? 0.85 : 0.75,
            (false, >= 4) => 0.7,
            (false, 3) => 0.6,
            _ => match.Word.Person ? 0.5 : 0.4,
        };
    }

    /// <summary>Words of the catalogue in a text, from its end, the longest first, without overlaps; in the order of the text.</summary>
    private List<Match> Matches(string text, Place place)
    {
        var found = new List<Match>();
        for (var end = text.Length; end >= 2;)
        {
            var (best, role) = (Longest(text, end, place), RoleLength(text, end));
            // 空调维修+工 says more than 维修工: a role at the end may hide a longer word.
            if (role > 0 && Longest(text, end - role, place) is { } inner && (best is null || inner.At < best.Value.At)) best = inner;
            if (best is null) end--;
            else
            {
                found.Add(best.Value);
                end = best.Value.At;
            }
        }

        found.Reverse();
        return found;
    }

    /// <summary>A word outside its industry means nothing (部长 is a waiter in a restaurant only).</summary>
    private Match? Longest(string text, int end, Place place)
    {
        for (var length = Math.Min(_words.Longest, end); length >= 2; length--)
            if (_words.Find(text.AsSpan(end - length, length)) is { } word && StandsAlone(text, end - length, end) && (word.Means.Count > 0 || place.MeaningOf(word) is not null)) return new Match(word, end - length);
        return null;
    }

    private static int RoleLength(string text, int end) => RoleAtEnd().Match(text[..end]) is { Success: true } role ? role.Length : 0;

    /// <summary>Latin words (QC, CNC, Java) end where no letter follows.</summary>
    private static bool StandsAlone(string text, int from, int to) =>
        !(char.IsAsciiLetterOrDigit(text[from]) && from > 0 && char.IsAsciiLetterOrDigit(text[from - 1]))
        && !(char.IsAsciiLetterOrDigit(text[to - 1]) && to < text.Length && char.IsAsciiLetterOrDigit(text[to]));

    private static IEnumerable<string> Parts(string text) =>
        Separators().Split(Noise().Replace(text, " ")).Select(p => p.Trim(' ', '-', '.', '!', ':', '~', '*')).Where(p => p.Length > 1);

    private static string Narrow(string text) => string.Concat(text.Select(c => c switch
    {
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '　' or '\t' or '\r' or '\n' => ' ',
        '【' or '〔' or '「' or '[' or '{' => '(',
        '】' or '〕' or '」' or ']' or '}' => ')',
        '—' or '–' or '—' => '-',
        _ => c,
    }));

    [GeneratedRegex(@"\(([^()]*)\)?")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[/\\、,，;；。|+＋&\s·•!\-]|(?<=\p{L})(?:和(?!面)|及|与|兼(?!职)|或)(?=\p{L})")]
    private static partial Regex Separators();

    [GeneratedRegex(@"[,，;；。、!！?？\s]|但是?|而且|也(?=[会想做])|还(?=[会想做有])|后来|以前|现在")]
    private static partial Regex Clauses();

    [GeneratedRegex("不(想|愿意?|会|做|要|干|考虑|喜欢|能|敢|当|爱)|别(的|叫|安排)?|除了|没(做|干|当)过|讨厌|拒绝")]
    private static partial Regex Unwanted();

    [GeneratedRegex("[工员师嫂手匠]$|司机$|保安$|保洁$|阿姨$")]
    private static partial Regex Person();

    /// <summary>What may follow the noun without changing the work.</summary>
    [GeneratedRegex("^(?:类|加工|[男女]工|机(?=操作)|普工|操作工|操作员|岗位?|员工?|工人?|人员|专员|技工|技术员|师傅?|手|学徒工?|实习生?|助理|助手|组长|班长|队长|领班|主管|主任|经理|负责人|储备|专家|研究员|工程师|开发|研发|设计师?|讲师|大姐|阿姨|大叔|若干|等|们|职位|工作|兼职|培训生|管培生|辅助工?)+$")]
    private static partial Regex Role();

    [GeneratedRegex("(?:人员|专员|员工|员|工人|普工|技工|技术员|操作工|操作员|师傅|师|工程师|工|手|学徒|助理|组长|班长|主管)$")]
    private static partial Regex RoleAtEnd();

    [GeneratedRegex("""
        (?:急聘?|急急急?|诚|高薪|热|常年|长期|大量|直|火热|现|批量|全城|新店|本店|我司|公司|工厂直?|站点直?|内部直?|各区)?(?:招聘(?!专员|主管|经理|顾问|师|助理)|招募|招工|诚聘|诚招|急招|急聘|直招|直聘|招(?=\p{IsCJKUnifiedIdeographs}{2})|聘(?!请))
        |\d+(?:\.\d+)?\s*[kKwW千万]?\s*(?:[-~至到]\s*\d+(?:\.\d+)?\s*[kKwW千万]?)?\s*\+?\s*元?\s*(?:[/每一]\s*个?(?:月|天|日|小?时|年|单|件|次))|\d+\s*元?[一1]单|\d+(?:\.\d+)?[kKwW]\+?(?![A-Za-z])
        |(?:日|月|年|周)(?:入|均|薪|结|赚)\s*(?:过万|上万|过[wW]|\d+\S{0,2}?[kKwW千万]?\s*\+?(?:元|块)?(?:以上|左右|起)?)|(?:月入|月薪|工资|薪资|收入)?(?:过|上)万|月薪?八?千|日结|周结|月结|日薪|月薪|高薪|底薪(?:加提成)?|高工资
        |包(?:吃住|吃包住|吃|住|食宿|餐|车费)|管(?:吃住|吃|住|饭)|(?:提供|免费|有|配|送)?(?:食宿|吃住|住宿|车住|车辆|配车|送车|装备)(?:包住)?|五险一金|[五六]险|社保|双休|单休|月休\S{0,2}天?|周末双休|带薪培训|可预支(?:工资|薪资)?|0元入职|零元入职|无押金|入职(?:奖励|补贴)\S{0,5}元?|新人(?:补贴|奖励|奖)\S{0,5}元?|多劳多得|有补贴|福利(?:多|好|待遇好)?|待遇(?:优厚|好|从优)
        |长白班|白班|夜班|晚班|中班|中夜班|倒班|两班倒|常白班|正常班|\d+\s*个?小时(?!工)|上班自由|时间自由|工作自由|时间灵活|就近(?:安排|分配)|随时入职|当天入职|非中介|无需经验|无经验|零基础|不限经验|经验不限|学历不限|男女不限|男女均可|\d+\s*[名人位]|若干|多名|数名|\d{2}\s*-?\s*\d{0,2}岁(?:以[上下])?
        |全职|兼职|实习(?!生)|应届(?:生|毕业生)?|校招|社招|外包|外派|急+$|^急|长期(?!工)|短期(?!工)|初级|中级|高级|资深|熟练(?!工)|初中级|中高级|助理(?=\p{L}{2})|临时(?!工)|[男女](?=\p{IsCJKUnifiedIdeographs}{1,5}[工员])|(?<!门)岗$|岗位$|储备(?=\p{L})|★|☆|❤|\([A-Z]*\d+\)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Noise();

    private readonly record struct Match(OccupationWord Word, int At);

    private readonly record struct Found(OccupationWord Word, double Trust);

    /// <summary>The industries that a title and its surroundings speak of, nearest first.</summary>
    private sealed class Place(string title, OccupationContext context, OccupationResolver resolver)
    {
        private readonly Lazy<IReadOnlyList<string>>[] _industries = [.. new[] { title, context.Employer, context.Text }.Select(text => new Lazy<IReadOnlyList<string>>(() => resolver.IndustriesIn(text)))];

        /// <summary>The meaning that the nearest industry gives; null when none does.</summary>
        public int? MeaningOf(OccupationWord word)
        {
            if (word.At.Count == 0) return null;
            // A description speaks of much (a canteen, a dormitory); it only decides where a word of two meanings would stay open.
            foreach (var industries in word.Means.Count == 1 || word.General ? _industries[..2] : _industries)
                foreach (var industry in industries.Value)
                    if (word.At.TryGetValue(industry, out var id)) return id;
            return null;
        }
    }

    private List<string> IndustriesIn(string text) =>
        [.. _industries.Select(i => (i.Key, At: i.Words.Select(w => text.LastIndexOf(w, StringComparison.OrdinalIgnoreCase)).Max())).Where(i => i.At >= 0).OrderByDescending(i => i.At).Select(i => i.Key)];
}
