using System.Text.RegularExpressions;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Workers;

namespace JobMatch.Asking;

/// <summary>One condition on people and the word that said it. One of the values is set.</summary>
public sealed record PersonCondition(string Text)
{
    public WorkerNeed? Need { get; init; }

    /// <summary>That need, or a greater one.</summary>
    public bool OrGreaterNeed { get; init; }

    public IEnumerable<WorkerNeed> Needs => Need is not { } need ? [] : OrGreaterNeed ? Enum.GetValues<WorkerNeed>().Where(other => other <= need).Order() : [need];

    public LabourCapacity? Capacity { get; init; }

    public bool? WithoutWork { get; init; }

    public int? TrainingKindId { get; init; }

    public HardshipGroup? Group { get; init; }

    public YearsOfBirth? Born { get; init; }

    /// <summary>Any of these levels.</summary>
    public IReadOnlyList<Education>? Schooling { get; init; }

    public int? CertificateKindId { get; init; }

    /// <summary>Any certificate that is valid.</summary>
    public bool WithCertificate { get; init; }

    /// <summary>Any skill.</summary>
    public bool WithSkill { get; init; }

    /// <summary>「没有证书」.</summary>
    public bool WithoutCertificate { get; init; }

    /// <summary>「没有技能」.</summary>
    public bool WithoutSkill { get; init; }

    /// <summary>Any of these levels.</summary>
    public IReadOnlyList<Mandarin>? Mandarin { get; init; }

    /// <summary>「失业登记」.</summary>
    public bool RegisteredUnemployed { get; init; }

    public WishesAsked? Wishes { get; init; }

    public TrainingAsked? Training { get; init; }

    public WorkRestriction? Limit { get; init; }

    public ExperienceAsked? Experience { get; init; }

    public CertificateEnding? Certificate { get; init; }

    private static readonly string[] Joins = ["的", "和", "或", "或者", "但", "但是", "还", "也"];

    /// <summary>What was typed, without the word that said this, and without what joined it to the others; empty when the word is not in it.</summary>
    public string TakenFrom(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var at = typed.IndexOf(Text, StringComparison.Ordinal);
        return at < 0 ? "" : string.Join(' ', $"{typed[..at]} {typed[(at + Text.Length)..]}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !Joins.Contains(word)));
    }
}

/// <summary>
/// The words of the ledger's own badges and lists: 零就业家庭, 技能劳动力, 没有工作, 参加过缝纫培训. Each as a word of its own; in a name (失业保险经办) they
/// say something else.
/// </summary>
internal static partial class PeopleWords
{
    private static readonly Dictionary<string, PersonCondition> Known = new[]
    {
        Words(new PersonCondition("") { Need = WorkerNeed.ZeroEmployment }, "零就业家庭", "零就业"),
        Words(new PersonCondition("") { Need = WorkerNeed.JobLossOrMonitored }, "失业或监测对象", "监测对象", "监测", "丢了工作", "刚失业", "新失业"),
        Words(new PersonCondition("") { Need = WorkerNeed.Hardship, OrGreaterNeed = true }, "就业困难", "就业困难群体", "困难群体", "困难群众"),
        Words(new PersonCondition("") { Need = WorkerNeed.Hardship }, "其他就业困难"),
        Words(new PersonCondition("") { Group = HardshipGroup.RegisteredPoor }, "脱贫户", "脱贫人口", "脱贫", "脱贫家庭", "建档立卡户", "建档立卡", "贫困户"),
        Words(new PersonCondition("") { Group = HardshipGroup.Disabled }, "残疾", "残疾人", "有残疾", "有残疾证"),
        Words(new PersonCondition("") { Group = HardshipGroup.LowIncomeAllowance }, "低保", "低保户", "吃低保", "低保家庭"),
        Words(new PersonCondition("") { Group = HardshipGroup.OlderWorker }, "大龄", "大龄劳动力", "年纪大"),
        Words(new PersonCondition("") { Group = HardshipGroup.LongUnemployed }, "长期失业", "长期没工作"),
        Words(new PersonCondition("") { Group = HardshipGroup.Resettled }, "易地搬迁", "易地扶贫搬迁", "搬迁户", "易搬户", "搬迁群众"),
        Words(new PersonCondition("") { Group = HardshipGroup.LostLand }, "失地", "失地农民", "失地户"),
        Words(new PersonCondition("") { Group = HardshipGroup.RuralLowIncome }, "农村低收入", "低收入户", "低收入"),
        Words(new PersonCondition("") { Capacity = LabourCapacity.WeakOrHalf }, "弱劳动力", "弱劳力", "半劳动力", "半劳力", "弱劳动力或半劳动力"),
        Words(new PersonCondition("") { Capacity = LabourCapacity.Ordinary }, "普通劳动力", "普通劳力", "一般劳动力", "一般劳力"),
        Words(new PersonCondition("") { Capacity = LabourCapacity.Skilled }, "技能劳动力", "技能劳力"),
        Words(new PersonCondition("") { Capacity = LabourCapacity.None }, "不能劳动", "无劳动能力", "没有劳动能力"),
        Words(new PersonCondition("") { WithoutWork = false }, "在岗", "在业", "就业", "已就业", "有工作", "在上班", "有班上"),
        Words(new PersonCondition("") { WithoutWork = true }, "没工作", "没有工作", "没事做", "没活干", "在家闲着", "闲在家", "无工作", "未就业", "没就业", "没有就业", "无业", "待业", "没上班", "没有上班", "不在岗", "没上岗", "没有上岗", "未上岗", "失业", "失业在家", "下岗", "下岗在家", "没找到工作", "没找到活", "没岗位"),
        Words(new PersonCondition("") { WithCertificate = true }, "有证", "有证书", "有证件", "持证", "持证上岗", "持有证书"),
        Words(new PersonCondition("") { WithoutCertificate = true }, "没证", "没有证", "没证书", "没有证书", "没有证件", "没有任何证书", "没有任何证", "无证", "无证书", "什么证都没有"),
        Words(new PersonCondition("") { WithoutSkill = true }, "没技能", "没有技能", "没有任何技能", "没手艺", "没有手艺", "没技术", "没有技术", "无技能", "没有一技之长", "没一技之长", "什么都不会"),
        Words(new PersonCondition("") { RegisteredUnemployed = true }, "失业登记", "登记失业", "登记了失业", "办了失业登记", "办过失业登记", "有失业登记", "失业登记在册"),
        Words(new PersonCondition("") { WithSkill = true }, "有技能", "有手艺", "有技术", "会手艺", "有一技之长", "有一门手艺", "有门手艺"),
    }.SelectMany(words => words).ToDictionary(w => w.Word, w => w.Means, StringComparer.Ordinal);

    private static readonly IReadOnlyList<(int Id, List<string> Names)> Certificates =
        [.. Catalogue.Instance.Certificates.Values.Select(c => (c.Id, c.Words.Append(c.Name.Replace(" ", "", StringComparison.Ordinal)).ToList()))];

    public static IEnumerable<PersonCondition> Find(LeftWords left)
    {
        foreach (var (from, to) in left.Chunks())
        {
            if (Read(left.Text[from..to]) is not { } condition) continue;
            left.Blank(from, to);
            yield return condition with { Text = left.Typed(from, to) };
        }
    }

    /// <summary>「不会缝纫」, 「没有健康证」: that one thing is missing cannot be asked (that every one is, can: 没有证书); the words themselves would find those who have it.</summary>
    public static IEnumerable<string> TakeDenied(LeftWords left)
    {
        foreach (var (from, to) in left.Chunks())
        {
            if (!Denied().IsMatch(left.Text[from..to])) continue;
            left.Blank(from, to);
            yield return left.Typed(from, to);
        }
    }

    /// <summary>Whether a word by itself says a condition.</summary>
    public static bool IsCondition(string word) => KnownOf(word) is not null;

    /// <summary>Whether a word by itself says one kind of certificate: 有健康证.</summary>
    public static bool IsCertificate(string word) => CertificateOf(word) is not null;

    /// <summary>Whether a word by itself says a training: 参加过缝纫培训.</summary>
    public static bool IsTraining(string word) => (word.EndsWith("培训", StringComparison.Ordinal) || word.EndsWith("培训班", StringComparison.Ordinal)) && Read(word)?.TrainingKindId is not null;

    private static PersonCondition? Read(string word)
    {
        if (KnownOf(word) is { } known) return known;
        if (CertificateOf(word) is { } certificate) return new PersonCondition("") { CertificateKindId = certificate };
        var trained = Trained().Match(word);
        var about = trained.Groups["about"].Value;
        return trained.Success && (about.Length < word.TrimEnd('的').Length) && TrainingOf(about) is { } kind ? new PersonCondition("") { TrainingKindId = kind } : null;
    }

    /// <summary>Also where it is denied and has an opposite: 「不要在岗的」 are those without work.</summary>
    private static PersonCondition? KnownOf(string word)
    {
        var bare = Around().Replace(word, "");
        if (Known.GetValueOrDefault(bare) is { } known) return known;
        if (Not().Match(bare) is { Success: true, Length: var length } && Known.GetValueOrDefault(bare[length..]) is { WithoutWork: { } without }) return new PersonCondition("") { WithoutWork = !without };
        if (LimitWords.Read(bare) is { } limit) return new PersonCondition("") { Limit = limit };
        return WishWords.Read(bare) is { } wishes ? new PersonCondition("") { Wishes = wishes } : null;
    }

    /// <summary>「A2」, 「有A2证」, 「驾驶证A2」: what one kind is called and no other holds in its name; 驾照 and 电工证 are several, and stay words.</summary>
    private static int? CertificateOf(string word)
    {
        var called = Holding().Replace(Around().Replace(word, ""), "");
        if (called.Length < 2) return null;
        var kinds = Certificates.Where(c => c.Names.Exists(name => name.Contains(called, StringComparison.OrdinalIgnoreCase))).ToList();
        return kinds is [var one] && one.Names.Contains(called, StringComparer.OrdinalIgnoreCase) ? one.Id : null;
    }

    /// <summary>By the training's own name, then by the skills that it gives, then by the work that it is for, or by how one alone begins (电脑 of 电脑办公).</summary>
    public static int? TrainingOf(string about)
    {
        var all = Catalogue.Instance.Trainings.Values.OrderBy(t => t.Id).ToList();
        var occupations = OccupationResolver.Ids([.. OccupationResolver.Instance.Resolve(about).Where(found => found.Words == about)]);
        return (all.Find(t => t.ShortNames.Contains(about)) ?? all.Find(t => t.SkillNames(Catalogue.Instance).Contains(about)) ?? all.Find(t => t.Occupations.Any(occupations.Contains)) ?? Only(all.FindAll(t => t.ShortNames.Any(name => name.StartsWith(about, StringComparison.Ordinal)))))?.Id;

        static TrainingKind? Only(List<TrainingKind> kinds) => kinds is [var one] ? one : null;
    }

    private static IEnumerable<(string Word, PersonCondition Means)> Words(PersonCondition means, params string[] words) => words.Select(word => (word, means));

    [GeneratedRegex("^(?:是|属于|现在|目前|但|但是|可是|至今|到现在|一直|也|还|仍|都)+|(?:的人|人员|的家庭|的|户|者|里面?|中|当中)$")]
    private static partial Regex Around();

    [GeneratedRegex("^(?:持有|拿到|拿了|考过|考了|考到|有|持)")]
    private static partial Regex Holding();

    [GeneratedRegex("^(?:除了|除开|除去|排除|不包括|不含|不要|不是|不算|没有|不|没|未|非)")]
    private static partial Regex Not();

    [GeneratedRegex("^(?:不会|不懂|不要|不想|不能|不是|不愿|没有|没考|没办|没学过|没培训过|没参加过|没做过|没干过|没证|没技能|没手艺|没技术|没得|从没|从来没)")]
    private static partial Regex Denied();

    [GeneratedRegex("^(?:参加过|参加了|上过|学过|学了|学完|培训过|培训了|受过|接受过)?(?<about>.{2,}?)(?:的?(?:技能|技术)?培训班?)?的?$")]
    private static partial Regex Trained();
}
