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

    /// <summary>大类 2: engineers, teachers, designers; 大类 4: services; 5: farming; 6: making and building.</summary>
    private const int Professions = 2, Services = 4, Growing = 5, Making = 6;
    private readonly OccupationWords _words;
    private readonly IndustryWords _industries;

    public OccupationResolver(IEnumerable<Occupation> occupations, IEnumerable<EverydayWord> everyday, IReadOnlyList<Industry> industries) =>
        (_words, _industries) = (new OccupationWords(occupations, everyday), new IndustryWords(industries));

    public static OccupationResolver Instance { get; } = new(Catalogue.Instance.Occupations.Values, Catalogue.Instance.EverydayWords, Catalogue.Instance.Industries);

    /// <summary>Occupations of a posting's title, best first; empty when not sure. A sentence in its place is read as one.</summary>
    public IReadOnlyList<ResolvedOccupation> Resolve(string title, OccupationContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        var text = TitleText.Spelled(TitleText.Narrow(title));
        if (SaidWords.IsSentence(text)) return ResolveWords(text, context);
        var place = new TitlePlace(text, context ?? OccupationContext.None, _industries);
        var (sought, whole) = TitleText.Readings(TitleText.WithoutRefused(text));
        // What an employer seeks says more than who it is, unless it is a general word (「砖厂招普工」).
        if (sought is not null && Find(sought, place) is var found && found.Exists(f => f.Word.Kind == WordKind.Specific)) return Answer(found, place);

        // A title that no word explains ends here with nothing: the nearest title (Titles/) would be a guess, and a guess is no occupation.
        return Answer(Find(whole, place), place);
    }

    /// <summary>Occupations in a person's own words: 「做过车位工，会开叉车，不想做保安」 names two.</summary>
    public IReadOnlyList<ResolvedOccupation> ResolveWords(string words, OccupationContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        var text = TitleText.Spelled(TitleText.Narrow(words));
        var place = new TitlePlace(text, context ?? OccupationContext.None, _industries);
        var found = new List<Found>();
        foreach (var said in SaidWords.Wanted(text))
        {
            var inClause = Matches(said, place) is var matches && Done(said, matches) is { } done ? [done] : matches.Select(m => new Found(m.Word, m.Word.Word.Length == said.Length ? 0.95 : m.Word.Word.Length > 2 ? 0.8 : 0.7)).ToList();
            found.AddRange(inClause.Exists(f => !f.Word.General) ? inClause.Where(f => !f.Word.General) : inClause);
        }

        if (found.Exists(f => !f.Word.Hint)) found.RemoveAll(f => f.Word.Hint);
        return Answer(found, place);
    }

    /// <summary>Ids only, as postings store them.</summary>
    public static IReadOnlyList<int> Ids(IEnumerable<ResolvedOccupation> found) => [.. found.Select(f => f.OccupationId)];

    private static List<ResolvedOccupation> Answer(List<Found> found, TitlePlace place) => [.. found
        .SelectMany(f => Meanings(f, place, found.Exists(other => !other.Word.General) ? 1 : Most))
        .Where(r => r.Confidence >= Sure)
        .GroupBy(r => r.OccupationId).Select(g => g.MaxBy(r => r.Confidence))
        .Take(Most)];

    /// <param name="found">A word of the text.</param>
    /// <param name="place">Decides between its meanings.</param>
    /// <param name="atMost">Of a general word's meanings, the likeliest first: beside a work that is named (「普工/保安」) it is one work more, not several.</param>
    private static IEnumerable<ResolvedOccupation> Meanings(Found found, TitlePlace place, int atMost)
    {
        // A general word is as sure at the end of a long title as alone: it never says much.
        var trust = found.Word.General && found.Trust >= 0.7 ? 0.74 : found.Trust;
        if (place.MeaningOf(found.Word) is { } told) return [new(told, Math.Round(trust * 0.95, 2), found.Word.Word)];
        var share = found.Word.Means.Count > 1 ? 0.78 : 1;
        return found.Word.Means.Take(found.Word.General ? atMost : Most).Select(id => new ResolvedOccupation(id, Math.Round(trust * share, 2), found.Word.Word));
    }

    private List<Found> Find(string text, TitlePlace place)
    {
        var parts = TitleText.Parts(TitleText.WithoutBrackets(text)).ToList();
        // What somebody has to know beside it is not the work: 「打版师，会CAD」.
        var outside = Named(parts.FindAll(p => !Knowing().IsMatch(p)));
        if (!outside.Exists(f => f.IsSpecific)) outside = Named(parts);
        // Where the work is does not say more than the work: 「超市 夜班保安」.
        if (outside.Exists(f => f.IsSpecific)) outside.RemoveAll(f => f.Word.Hint);
        else if (outside.Exists(f => f.Word.Hint)) outside.RemoveAll(f => f.Word.General);
        if (!outside.TrueForAll(f => f.Word.General)) return outside;
        // 「普工（缝纫）」, 「临时工（装卸）」: the bracket says which.
        var inside = TitleText.InBrackets(text).SelectMany(TitleText.Parts).SelectMany(p => Read(p, place)).Select(f => f with { Trust = f.Trust * 0.9 }).ToList();
        return inside.Exists(f => !f.Word.General) ? inside.FindAll(f => !f.Word.General) : [.. outside, .. inside];

        List<Found> Named(IEnumerable<string> some) => [.. some.SelectMany(p => Read(p, place))];
    }

    /// <summary>
    /// What one part of a title names: its last noun, or every one where it is a row of them (「泥工木工钢筋工」, 「带小孩做饭」). A step of work gives way to what it is done on
    /// (「汽车座椅装配工」); what another profession stands behind (「木工机械工程师」) is not done.
    /// </summary>
    private IEnumerable<Found> Read(string part, TitlePlace place)
    {
        var matches = Matches(part, place);
        if (matches.Count == 0 && CalledKindly(part) is { } doer) return [doer];
        if (Done(part, matches) is { } done) return [done];
        if (matches.Count == 0) return DoneWork.Duties(part) is { } duties ? duties.SelectMany(duty => Read(duty, place)) : [];
        if (matches.Count > 1 && matches.Sum(m => m.Word.Word.Length) == part.Length && matches.TrueForAll(m => m.Word is { Kind: WordKind.Specific, Goods: false } && InRow().IsMatch(m.Word.Word)) && !Teacher().IsMatch(part))
            return matches.Select(m => new Found(m.Word, 0.85));
        // Who installs, repairs or looks after goods does not make them: 「路灯安装工」, 「断路器检修工」.
        if (matches is [.., { Word.Kind: WordKind.Step } last] && OnWhatIsThere().IsMatch(last.Word.Word)) matches.RemoveAll(m => m.Word.Means.Exists(IsMade));
        var kind = matches.Min(m => m.Word.Kind);
        var heads = matches.FindAll(m => m.Word.Kind == kind).Select(m => Headed(part, m, matches)).Reverse().ToList();
        // 「骑手送餐自由」: what stands last may be part of a slogan, the people before it are sought.
        return heads[0] is { Trust: > 0 and < Sure } && heads.Exists(f => f.Trust >= Sure && f.Word.Person) ? [heads.Find(f => f.Trust >= Sure && f.Word.Person)] : [heads[0]];
    }

    /// <summary>What no word names as a whole but what is done to what does (「采刺梨」, 「木耳采摘工」, 「帮人拌砂浆」); null where it does not.</summary>
    private Found? Done(string part, List<Match> matches)
    {
        if (DoneWork.WorkOfDoer(part) is not { } work || _words.Find(work) is not { } word) return null;
        return matches.Exists(m => m.Word is { Kind: WordKind.Specific, Hint: false } && m.Word.Word.Length >= DoneWork.WithoutDoer(part).Length) ? null : new Found(word, 0.8);
    }

    /// <summary>加油小妹 is 加油员, 钉扣大姐 钉扣工: who does a work, called by sex and age; null where no work is known by those words.</summary>
    private Found? CalledKindly(string part) => Kindly().Match(part) is not { Success: true } called ? null
        : Doers.Select(doer => _words.Find(part[..called.Index] + doer)).FirstOrDefault(word => word is { General: false }) is { } word ? new Found(word, 0.8) : null;

    /// <summary>What somebody who does a work is called in a list of works.</summary>
    private static readonly string[] Doers = ["员", "工", "师", "师傅", "司机"];

    /// <summary>Making goods, not building (6-29).</summary>
    private static bool IsMade(int occupation) => occupation / 1_000_000 == Making && occupation / 10_000 is < 628 or 630;

    private static Found Headed(string part, Match head, List<Match> matches)
    {
        var rest = part[(head.At + head.Word.Word.Length)..];
        var strangeBefore = Strange(part[..head.At], matches);
        if (Worn().IsMatch(rest) || Changes(head.Word, rest) || (strangeBefore && (head.Word.Kind == WordKind.Step ? !AnyPlace().IsMatch(head.Word.Word) : head.Word.General && OfAKind().IsMatch(head.Word.Word)))) return new Found(head.Word, 0);
        var withoutSteps = matches.Where(m => m.At > head.At).Aggregate(rest, (left, step) => left.Replace(step.Word.Word, "", StringComparison.OrdinalIgnoreCase));
        return new Found(head.Word, Trust(part, head, rest, withoutSteps, strangeBefore));
    }

    /// <summary>「水合肼操作工」 operates something that no word knows; 「车间操作工」 operates whatever there is.</summary>
    private static bool Strange(string before, List<Match> matches)
    {
        foreach (var match in matches) before = before.Replace(match.Word.Word, "", StringComparison.OrdinalIgnoreCase);
        return Neutral().Replace(before, "").Length > 1;
    }

    /// <summary>An engineer or teacher of a manual trade has another profession; one of a profession keeps it.</summary>
    private static bool Changes(OccupationWord head, string rest) => head.Means.Count > 0 && head.Means.Min(id => id / 1_000_000) switch
    {
        <= Professions => false,
        Services => Teacher().IsMatch(rest),
        _ => Teacher().IsMatch(rest) || Engineer().IsMatch(rest),
    };

    /// <param name="part">Of the title.</param>
    /// <param name="head">The word that decides.</param>
    /// <param name="rest">What follows it.</param>
    /// <param name="withoutSteps">What follows it but words for steps of work.</param>
    /// <param name="strangeBefore">Whether words that nobody knows stand before it.</param>
    private static double Trust(string part, Match head, string rest, string withoutSteps, bool strangeBefore)
    {
        if (head.Word.Word.Length == part.Length) return head.Word.Goods ? 0.5 : 0.95;
        var ends = withoutSteps.Length == 0 || Role().IsMatch(rest) || Role().IsMatch(withoutSteps);
        return (ends, head.Word.Word.Length) switch
        {
            (true, >= 3) => head.At == 0 ? 0.9 : strangeBefore ? 0.75 : 0.85,
            (true, _) => head.At == 0 ? 0.85 : strangeBefore ? 0.65 : 0.75,
            _ when InPlace().IsMatch(head.Word.Place ? head.Word.Word[^1] + rest : rest) => 0.65,
            (false, >= 4) => 0.6,
            (false, 3) => 0.55,
            _ when head.Word.Means.TrueForAll(id => id / 1_000_000 is Growing or Making) && UnknownStep().IsMatch(rest) => 0.55,
            _ => head.Word.Person ? 0.5 : 0.4,
        };
    }

    /// <summary>Words of the catalogue in a text, from its end, the longest first, without overlaps; in the order of the text.</summary>
    private List<Match> Matches(string text, TitlePlace place)
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
    private Match? Longest(string text, int end, TitlePlace place)
    {
        for (var length = Math.Min(_words.Longest, end); length >= 2; length--)
            if (_words.Find(text.AsSpan(end - length, length)) is { } word && StandsAlone(text, end - length, end) && (word.Means.Count > 0 || place.MeaningOf(word) is not null)) return new Match(word, end - length);
        return null;
    }

    private static int RoleLength(string text, int end) => RoleAtEnd().Match(text[..end]) is { Success: true } role ? role.Length : 0;

    /// <summary>工 before these begins another word: 土木+工程, 手+工资.</summary>
    private const string AfterWork = "程业具艺商会序段资龄期";

    /// <summary>Latin words (QC, CNC, Java) end where no letter follows; 木工 is not in 土木工程, 工人 not in 打工人 and 务工人员.</summary>
    private static bool StandsAlone(string text, int from, int to) =>
        !(text[from] == '工' && from > 0 && text[from - 1] is '打' or '务') && !(text[to - 1] == '工' && to < text.Length && AfterWork.Contains(text[to], StringComparison.Ordinal)) &&
        !(char.IsAsciiLetterOrDigit(text[from]) && from > 0 && char.IsAsciiLetterOrDigit(text[from - 1]))
        && !(char.IsAsciiLetterOrDigit(text[to - 1]) && to < text.Length && char.IsAsciiLetterOrDigit(text[to]));

    /// <summary>Words that may stand in a row without one explaining the next: people, and what people do.</summary>
    [GeneratedRegex("[工员师嫂手匠]$|司机$|保安$|保洁$|绿化$|收银$|理货$|阿姨$|美容$|美发$|美甲$|^(?:带|做|打扫|洗|看|补|配|照[顾看料]|护理|开|送|修|搬|装|卸|切|炒|烧|煮|扫|擦|剪|喂|养|种|摘|采|砍|割|贴|刮|刷|砌|抹|踩|接送|接孩|伺候|陪)")]
    private static partial Regex InRow();

    /// <summary>Steps that mean the same wherever they are done, whoever the employer is.</summary>
    [GeneratedRegex("^(?:小工|大工|中工|力工|服务员|收费员|打磨工?|抛光工?|安装工?|喷涂工?|手工)$")]
    private static partial Regex AnyPlace();

    [GeneratedRegex("^(?:安装|检修|维修|维护|运维|巡检)")]
    private static partial Regex OnWhatIsThere();

    /// <summary>General words that workers of special plants share.</summary>
    [GeneratedRegex("操作|生产|作业|辅助")]
    private static partial Regex OfAKind();

    /// <summary>What says nothing about the work before a general word.</summary>
    [GeneratedRegex("车间|工厂|大厂|本厂|厂里|一线|流水线|生产线|产线|机台|机器|设备|现场|制造|技术|普通|[男女]|新|老|能源|厂|部门|部|的|[A-Za-z0-9]+")]
    private static partial Regex Neutral();

    [GeneratedRegex("^(?:[须需要]?会(?!计|议|展|员|所|务|籍|客)|[须需要]?懂|熟悉|熟练|精通)")]
    private static partial Regex Knowing();

    [GeneratedRegex("(?<=.{2})(?:小妹妹?|小哥哥?|小弟|小姐姐?|阿姨|大姐|大妈|大嫂|大叔|大爷|老头子?|大伯|老伯|老汉|老?师傅|妹子|姑娘|小伙子?)$")]
    private static partial Regex Kindly();

    /// <summary>What somebody of a trade wears or works with is a thing: 保安服, 厨师帽.</summary>
    [GeneratedRegex("^(?:制服|服装?|帽子?|鞋子?|大衣|用品|装备)$")]
    private static partial Regex Worn();

    [GeneratedRegex("(?:讲师|教师|教官)$")]
    private static partial Regex Teacher();

    [GeneratedRegex("(?:工程师|研发|开发|设计师?|老师|专家|研究员|顾问)$")]
    private static partial Regex Engineer();

    /// <summary>A workplace and somebody who works in it, whatever he does there: 「月饼厂包馅工」.</summary>
    [GeneratedRegex("^(?:加工|制品|生产)?(?:厂|坊|作坊|车间|间|场|店|站|房|院|馆|所|园|市|厅|摊|档|棚|基地|地|工厂|生产线|流水线|班组|公司)(?:(?!.*(?:清洗|修|安装|销售|配送|运|送|拆|检测|租|设计|管理)).{0,5}(?:工|工人|学徒|师傅|女工|男工|帮工|打杂|小妹|小弟|小哥|小姐姐?|妹子|姑娘|阿姨|大姐|大妈|大叔))?$")]
    private static partial Regex InPlace();

    /// <summary>A step that no word names, on goods that one does: 「极板涂片工」, 「密度板锯边」.</summary>
    [GeneratedRegex("^(?!.*(?:清洗|修|安装|销售|批发|配送|运|送|拆|检测|租|设计|管理|收购|回收|卖))(?:.{1,4}工|(?:[切压贴拣挑选裹拌放打卷锯钉糊缝翻烘烤冲钻磨拉绕剥削剪裁折叠粘喷刷浸煮蒸炸炒搅混配投移采摘疏授套浇施除栽种割喂捡看][\\p{IsCJKUnifiedIdeographs}]){1,2}(?:女工|男工|普工|小工|临时工|[工员机])?)$")]
    private static partial Regex UnknownStep();

    /// <summary>What may follow the noun without changing the work.</summary>
    [GeneratedRegex("^(?:类|加工|[男女]工|机(?=操作)|普工|操作工|操作员|岗位?|员工?|工人?|人员|专员|技工|技师|技术员|师傅?|手|学徒工?|实习生?|助理|助手|组长|班长|队长|领班|主管|主任|经理|负责人|储备|专家|研究员|工程师|开发|研发|设计师?|讲师|大姐|大妈|大嫂|妹子|姑娘|小伙子?|小弟|小姐姐?|阿姨|大叔|大爷|老头子?|大伯|老伯|老汉|若干|等|们|的|职位|工作|兼职|培训生|管培生|辅助工?|帮工|临时工|小时工|熟手|熟练工|老师傅|操作手|指挥|专岗|公益岗|公岗|看护|小哥|小妹)+$")]
    private static partial Regex Role();

    [GeneratedRegex("(?:人员|专员|员工|员|工人|普工|技工|技师|技术员|操作工|操作员|师傅|师|工程师|工|手|学徒|助理|组长|班长|主管|小哥|小妹)$")]
    private static partial Regex RoleAtEnd();

    private readonly record struct Match(OccupationWord Word, int At);

    private readonly record struct Found(OccupationWord Word, double Trust)
    {
        /// <summary>It names work, and not only where it is done.</summary>
        public bool IsSpecific => Word is { Kind: WordKind.Specific, Hint: false };
    }
}
