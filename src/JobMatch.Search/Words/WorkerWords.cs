using System.Text.RegularExpressions;
using JobMatch.Occupations;

namespace JobMatch.Search.Words;

/// <summary>A word about workers without the small words around it.</summary>
internal sealed record HeardWord(string Text, AskedOf Of, bool IsAlternative)
{
    /// <summary>What answers too, behind those who have the word: who can drive first has a licence (驾照), then may have driven (开车). Null for most.</summary>
    public string? Else { get; init; }
}

/// <summary>
/// Words about workers without the small words of a sentence (「会缝纫 想去车间」 asks for 缝纫 and 车间), as those of residents are dropped, and what those say: 会, 做过, 懂 and 有…证 ask
/// for what is recorded as done, 想做, 想学, 想去 and 愿意 for wishes, 或 for one of two. A word that names an occupation (会计), and one that is nothing but small words, stays as it
/// is when nothing else was asked.
/// </summary>
internal static partial class WorkerWords
{
    private const string Driving = "开车";
    private const string Licence = "驾照";

    /// <param name="texts">Folded words.</param>
    /// <param name="names">Names of occupations.</param>
    public static IReadOnlyList<HeardWord> Read(IReadOnlyList<string> texts, OccupationNames names)
    {
        var heard = new List<HeardWord>();
        var (before, isAlternative) = ((AskedOf?)null, false);
        foreach (var piece in texts.SelectMany(text => names.OtherNamesOf(text).Count > 0 ? [text] : Or().Split(text).SelectMany((part, i) => i == 0 ? new[] { part } : ["", part])))
        {
            isAlternative |= piece.Length == 0 && heard.Count > 0;
            if (piece.Length == 0) continue;
            var (text, of) = names.OtherNamesOf(piece).Count > 0 ? (piece, null) : Bare(piece, names);
            of ??= before;
            if (text.Length == 0)
            {
                before = of;
                continue;
            }

            var asked = new HeardWord(text, of ?? (isAlternative ? heard[^1].Of : AskedOf.Both), isAlternative);
            heard.Add(asked is { Of: AskedOf.Record, Text: Driving } ? asked with { Text = Licence, Else = Driving } : asked);
            (before, isAlternative) = (null, false);
        }

        if (heard.Count == 0) return [.. texts.Distinct(StringComparer.Ordinal).Select(text => new HeardWord(text, AskedOf.Both, IsAlternative: false))];
        return heard.Exists(w => w.IsAlternative) ? heard : [.. heard.Distinct()];
    }

    /// <summary>
    /// Of the other names that the occupations give a word those that mean it of people: what tells one skill from another (<see cref="SkillNames"/>), and of letters that begin a name of the
    /// classification, or of a skill, only such (dhg is 电焊工 and not 点焊工 too). Of a word that names no occupation: a province by its cities, a language by both of its names (苗话, 苗语).
    /// </summary>
    public static IReadOnlyList<string> OtherNamesOf(string word, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0 && DoneWork.WorkOf(word) is { } work) names = [work, .. OccupationNames.OfCatalogue.OtherNamesOf(work)];
        return names.Count == 0 ? OtherNamesOf(word) : word.All(char.IsAsciiLetterLower) ? WorkReadings.Known(word, names) : SkillNames.Others(word, names);
    }

    private static IReadOnlyList<string> OtherNamesOf(string word) => Language().Match(word) is { Success: true } language
        ? [language.Groups["of"].Value + (word[^1] == '话' ? "语" : "话")] : PlacesWithin.Of(word);

    private static (string Text, AskedOf? Of) Bare(string word, OccupationNames names)
    {
        if (BeenTo().Match(word) is { Success: true } been) return (been.Groups["at"].Value, AskedOf.Record);
        if (WorkedAt().Match(word) is { Success: true } worked) return (worked.Groups["at"].Value, Of(worked));
        var bare = Behind().Replace(word, "");
        if (Done().Match(bare) is { Success: true } done) return (done.Groups["verb"].Value + done.Groups["what"].Value, AskedOf.Record);
        var small = SmallWords().Match(bare);
        bare = bare[small.Length..];
        if (Of(small) is not { } of) return (bare, null);
        // 想做饭, 想做衣服: 做 is part of what is done.
        if (small.Value.TrimEnd('过') is [.., '做'] && (bare.Length == 1 || (names.OtherNamesOf(bare).Count == 0 && DoneWork.WorkOf('做' + bare) is not null))) bare = '做' + bare;
        bare = Training().Replace(bare, "");
        if (of == AskedOf.Record) bare = Skill().Replace(bare, "");
        return (bare.Length > 2 && bare[0] is '做' or '干' && names.OtherNamesOf(bare[1..]).Count > 0 ? bare[1..] : bare, of);
    }

    private static AskedOf? Of(Match match) => match.Groups["wish"].Success ? AskedOf.Wishes : match.Groups["done"].Success ? AskedOf.Record : null;

    [GeneratedRegex("或者|或是|或(?!许)")]
    private static partial Regex Or();

    /// <summary>「会电焊的」, 「干过保安的人」.</summary>
    [GeneratedRegex("(?<=.{2})(?:的人|的人员|人员|的)$")]
    private static partial Regex Behind();

    /// <summary>「照顾过老人」, 「踩过缝纫机」: the work in its plain form.</summary>
    [GeneratedRegex("^(?:我|还)?(?<verb>照顾|护理|[理养种守看开修带卖喂踩送砌贴摘采砍搬扛烧炒洗扫])过(?<what>\\p{L}{1,6})$")]
    private static partial Regex Done();

    /// <summary>「在东莞打过工」, 「想去浙江打工」.</summary>
    [GeneratedRegex("^(?:我|还)?(?<wish>想|愿意|希望|准备|打算)?(?:在|去|到)(?<at>.{2,8}?)(?:(?<done>打过工|上过班|务过工|干过活|干过|做过工|做过|待过|呆过|工作过|上过)|打工|务工)(?:的|的人)?$")]
    private static partial Regex WorkedAt();

    /// <summary>「去过苏州」.</summary>
    [GeneratedRegex("^(?:我|还)?(?:去过|到过|待过|呆过)(?<at>.{2,8}?)(?:打工|务工|上班|做工)?(?:的|的人)?$")]
    private static partial Regex BeenTo();

    /// <summary>At the beginning of a word; 会 and 能 only where they are no part of another word (会计, 会议, 能源), 有 before a certificate, the class of a licence, a skill or experience.</summary>
    [GeneratedRegex("^(?:我|还|可以|(?<wish>(?:想要?|愿意|希望|准备|打算)(?:做|干|当|学习?|考|找|去|在|到|进|参加)?)|(?<done>懂得?|学过|学了|学完|上过|参加过|培训过|做过|干过|当过|会开(?![车店会发业])|会用|(?:会|能|懂)?[讲说](?=.{1,3}[话语]$)|(?:持有|考过|考了|有|持)(?=.+(?:[证照]|技能|手艺|经验)$|[a-e][1-3]$)|会(?![计议展员场堂务馆长所])|能(?![源量力手干])))+")]
    private static partial Regex SmallWords();

    /// <summary>「想学电焊培训」, 「学过缝纫培训」: a training is called by what it teaches.</summary>
    [GeneratedRegex("(?<=.{2})的?(?:技能|技术)?培训班?$")]
    private static partial Regex Training();

    /// <summary>「有保安经验」, 「有缝纫技能」: what somebody can is called by what is done.</summary>
    [GeneratedRegex("(?<=.{2})的?(?:技能|技术|手艺|经验)$")]
    private static partial Regex Skill();

    [GeneratedRegex("^(?<of>[\\p{IsCJKUnifiedIdeographs}]{1,3})[话语]$")]
    private static partial Regex Language();
}
