using System.Text.RegularExpressions;
using JobMatch.Training;

namespace JobMatch.Asking;

/// <summary>
/// Trainings by when and how they ended: 「今年培训过的」, 「缝纫培训没合格」, 「正在培训」, 「报了名还没开班」, 「没培训过」. A kind alone (参加过缝纫培训) is read with the conditions of
/// <see cref="PeopleWords"/>: whoever passed it. 培训过 is who was there to the end, whatever came of it.
/// </summary>
internal static partial class TrainingWords
{
    private static readonly IReadOnlyList<TrainingResult> ToTheEnd = [TrainingResult.Passed, TrainingResult.Failed];

    private static readonly IReadOnlyList<(Func<Regex> Words, Func<Said, TrainingAsked?> Read)> Readings =
    [
        (NotYet, said => new TrainingAsked(said.Kinds, [TrainingResult.Attending]) { Begins = new(said.Today.AddDays(1), null) }),
        (Now, said => new TrainingAsked(said.Kinds, [TrainingResult.Attending]) { Begins = new(null, said.Today), Ends = new(said.Today, null) }),
        (Ended, said => new TrainingAsked(said.Kinds, [said.Result]) { Ends = said.Days ?? default }),
        (Never, said => new TrainingAsked(said.Kinds, ToTheEnd) { Ends = said.Days ?? default, Never = true }),
        (Took, said => said.Days is { } days ? new TrainingAsked(said.Kinds, ToTheEnd) { Ends = days } : null),
        (Ever, said => new TrainingAsked(said.Kinds, ToTheEnd)),
    ];

    public static IEnumerable<PersonCondition> Find(LeftWords left, DateOnly today)
    {
        foreach (var (words, read) in Readings)
            foreach (Match match in words().Matches(left.Text))
            {
                if (KindOf(match) is not { } kind) continue;
                // What was taken before is blank, in the text that is left now.
                var before = Before().Match(left.Text[..kind.From]);
                DaysAsked? days = before.Groups["period"] is { Success: true, Value: var period } ? PeriodWords.Read(period, today) : null;
                if (read(new Said(match, kind.Ids, days, today)) is not { } training) continue;
                var (from, to) = (kind.From - before.Length, match.Index + match.Length);
                left.Blank(from, to);
                yield return new PersonCondition(left.Typed(from, to).Trim()) { Training = training };
            }
    }

    /// <summary>What was said of a training, and the days said before it.</summary>
    private sealed record Said(Match Match, IReadOnlyList<int> Kinds, DaysAsked? Days, DateOnly Today)
    {
        public TrainingResult Result => Match.Groups["failed"].Success ? TrainingResult.Failed : Match.Groups["left"].Success ? TrainingResult.DroppedOut : TrainingResult.Passed;
    }

    /// <summary>
    /// What the training is about, and where the words of it begin. What stands before them in the same word is none of it (零就业家庭缝纫培训合格的); null where it is about what nobody
    /// knows, in words that need it.
    /// </summary>
    private static (IReadOnlyList<int> Ids, int From)? KindOf(Match match)
    {
        var about = match.Groups["about"];
        if (match.Groups["behind"] is { Length: > 0 } behind) return PeopleWords.TrainingOf(behind.Value) is { } other ? ([other], about.Index + about.Length) : null;
        if (about.Length == 0) return ([], match.Index);
        for (var from = 0; about.Length - from >= 2; from++)
            if (PeopleWords.TrainingOf(about.Value[from..]) is { } kind && (from == 0 || about.Index == match.Index)) return ([kind], match.Index + from);
        return about.Index == match.Index && match.Groups["trained"].Success ? ([], about.Index + about.Length) : null;
    }

    /// <summary>Days, and that somebody was there: 今年参加过. By itself and not as the beginning of the others: together they are more than the compiler of expressions bears.</summary>
    [GeneratedRegex("(?:在?(?<period>" + PeriodWords.Pattern + ")(?:中|间|期间|份)?\\s*)?(?:已经?|刚刚?|都)?(?:参加过?了?|接受过?了?|上过?了?|受过|学过|学了|学习了?|做过|搞过|经过|有过?)?$")]
    private static partial Regex Before();

    /// <summary>缝纫; nothing that is wished, denied or said of the training itself.</summary>
    private const string Letters = "(?:(?![想要愿没未不的过了已报名和或]|准备|打算|培训|参加|学完|正在)[\\p{IsCJKUnifiedIdeographs}]){0,8}?";

    private const string About = "(?<about>" + Letters + ")";

    private const string Training = "(?<trained>(?:的|职业|就业|技能|技术|实用)*(?:培训班?|学习班|技能班)(?:课程?)?)";

    private const string Not = "(?:没有?|未能?|不)";

    private const string Left = "(?:" + Not + "(?:能)?(?:学完|上完|读完|培训完|完成|坚持(?:下来|到底|完)?)|(?:中途|半路|半途|提前)?(?:退出|退学|退班|退训|离开|走掉?)|(?:半途而废))";

    /// <summary>Where the words of a training end: before another condition, or at the end of a word.</summary>
    private const string Behind = "(?=[的没未还但却也会有想又且在]|$|[\\s\\p{P}])";

    private const string People = "(?:的(?:人员?)?|人员)?";

    private const string Result = "(?:(?<failed>(?:成绩|考试|考核|结业考试)?(?:" + Not + "(?:能)?(?:合格|通过|及格|考过|过关|结业|拿证|拿到证书?|考上|过(?![\\p{IsCJKUnifiedIdeographs}-[的了]]))|" + Not + "(?:能)?(?:通过|过)(?:考试|考核)|挂科|失败))"
        + "|(?<left>" + Left + ")"
        + "|(?<passed>(?:成绩|考试|考核|结业考试)?(?:都|已经?)?(?:合格|通过|及格|考过|过关|结业|毕业|拿到?了?(?:结业证书?|合格证书?|证书?))))了?";

    /// <summary>「缝纫培训没合格」, 「今年培训合格的」, 「没通过考试」, 「培训没学完」.</summary>
    [GeneratedRegex("(?:" + About + Training + "(?:过|了|后|完)*\\s*(?:但是?|却|可是)?" + Result + "|(?<left>" + Left + ")了?" + About + Training + "|(?:拿到?了?|考到?了?|有)(?:结业|合格)证书?|(?:" + Not + "(?:能)?(?:通过|过)(?:结业|培训)?(?:考试|考核)|(?:结业)?考[试核](?:没有?|未|不)(?:合格|通过|及格|过)|(?<!\\S)(?:成绩|考试|考核)?不(?:合格|及格)(?=(?:的|$|\\s)))(?<failed>)|(?<!\\S)(?:结业|(?:考试|考核)(?:合格|通过)|(?:通过|考过)了?(?:结业|培训)?(?:考试|考核))了?)" + People)]
    private static partial Regex Ended();

    /// <summary>「正在培训」, 「正在学缝纫的」, 「参加缝纫培训中」.</summary>
    [GeneratedRegex("(?:(?:正在?|还在|现在|目前|当前|在)(?:参加|上|学习|学|接受|搞)*" + About + Training + "(?:期间|中|里)?(?:学习|上课)?|(?:正在|还在)(?:参加|上|学习|学)" + About + "(?=的|$|\\s)|(?:参加|接受)?" + About + Training + "(?:中|进行中|期间)(?:学习)?|(?:正在|还在)上课)" + People)]
    private static partial Regex Now();

    /// <summary>「报了名还没培训」, 「报名缝纫培训还没开班的」, 「等开班的」, 「待培训」.</summary>
    [GeneratedRegex("(?:(?:已经?|都)?(?:报(?:过|了)?名?了?(?:参加)?了?|登记了?)" + About + "(?:" + Training + "|班)?(?:但是?|可是?|却)?\\s*(?:但|都|还|一直|尚)*(?:没有?|未)(?:去|能|开始|来得及)?(?:参加|培训|开班|上课|开课|学习?|去|开始|上)|报了?名了?(?:等着?|等待)(?:开班|培训|上课|开课)|(?<!\\S)(?:等着?|等待|等候)(?:开班|培训|上课|开课)|(?<!\\S)待(?:培训|开班))(?:过|了)?" + People)]
    private static partial Regex NotYet();

    /// <summary>「没培训过」, 「从来没参加过培训」, 「今年没参加过缝纫培训的」, 「没有培训记录」.</summary>
    [GeneratedRegex("(?:还|都|一次都?|一直|从来?|从)*(?:没有?|未)(?:参加过?|接受过?|上过|受过|学过|搞过|经过)?(?:任何|什么|一次)?" + About + Training + "(?:过|记录|经历|经验)?" + Behind + People)]
    private static partial Regex Never();

    /// <summary>「今年培训过的」, 「去年参加过缝纫培训」, 「近半年学过电工的」, 「今年培训过缝纫」.</summary>
    [GeneratedRegex("(?:" + About + Training + "(?:过|了|完)*(?<behind>" + Letters + ")|(?:学过|学了|学完|上过)" + About + ")" + Behind + People)]
    private static partial Regex Took();

    /// <summary>「参加过培训的」, 「有培训经历」.</summary>
    [GeneratedRegex("(?<![\\p{IsCJKUnifiedIdeographs}])(?:参加过|接受过|受过|上过|有过?)(?<trained>(?:职业|就业|技能|技术)*培训班?)(?:经历|记录|经验)?" + Behind + People + "|(?<![\\p{IsCJKUnifiedIdeographs}])(?<trained>培训)(?:过|了|完|后)" + Behind + People)]
    private static partial Regex Ever();
}
