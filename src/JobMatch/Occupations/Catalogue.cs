using System.Reflection;
using System.Text.Json;

namespace JobMatch.Occupations;

/// <summary>
/// The occupations of the 2022 classification with their tree and trades (工种), the everyday words for them, and our own lists of skills, certificates
/// and trainings that postings and ledgers name. Read-only, embedded, loaded once; ids never change meaning.
/// </summary>
public sealed class Catalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<Catalogue> Loaded = new(Load);
    private readonly Dictionary<string, string> _english;

    private Catalogue(IReadOnlyList<EverydayWord> words)
    {
        EverydayWords = words;
        var names = words.Where(w => w.Name).SelectMany(w => w.Means, (w, id) => (id, w.Word)).ToLookup(n => n.id, n => n.Word);
        Occupations = Read<OccupationRow>("occupations.json").Select(o => new Occupation(o.Id, o.Code, o.Name, o.Trades, [.. names[o.Id]])).ToDictionary(o => o.Id);
        Groups = Read<OccupationGroup>("groups.json").ToDictionary(g => g.Code);
        _english = Read<EnglishName>("english-names.json").ToDictionary(n => n.Code, n => n.Name);
        Industries = Read<Industry>("industries.json");
        Skills = Read<Skill>("skills.json").ToDictionary(s => s.Id);
        Certificates = Read<CertificateKind>("certificates.json").ToDictionary(c => c.Id);
        Trainings = Read<TrainingKind>("trainings.json").ToDictionary(t => t.Id);
    }

    public static Catalogue Instance => Loaded.Value;

    public IReadOnlyDictionary<int, Occupation> Occupations { get; }

    /// <summary>大类, 中类 and 小类 by code (6, 6-05, 6-05-01).</summary>
    public IReadOnlyDictionary<string, OccupationGroup> Groups { get; }

    /// <summary>What somebody of an occupation is called in English: where the occupation itself has no English name, by its group, which everybody has.</summary>
    public string EnglishNameOf(Occupation occupation)
    {
        ArgumentNullException.ThrowIfNull(occupation);
        for (var code = occupation.Code; ; code = code[..code.LastIndexOf('-')])
            if (_english.TryGetValue(code, out var name)) return name;
    }

    /// <summary>What people say and advertisements write, with where each word comes from.</summary>
    public IReadOnlyList<EverydayWord> EverydayWords { get; }

    /// <summary>Words by which an employer's trade is known; they decide between meanings.</summary>
    public IReadOnlyList<Industry> Industries { get; }

    public IReadOnlyDictionary<int, Skill> Skills { get; }

    public IReadOnlyDictionary<int, CertificateKind> Certificates { get; }

    /// <summary>The kind itself and what it covers.</summary>
    public IEnumerable<int> CertificatesIn(int kind) => Certificates.TryGetValue(kind, out var known) ? known.Covers.Prepend(kind) : [kind];

    public IReadOnlyDictionary<int, TrainingKind> Trainings { get; }

    private static Catalogue Load() => new(Read<EverydayWord>("everyday-names.json"));

    private static List<T> Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("JobMatch.Occupations." + name)
            ?? throw new InvalidOperationException($"The catalogue {name} is not embedded.");
        return JsonSerializer.Deserialize<List<T>>(stream, Options) ?? throw new InvalidOperationException($"The catalogue {name} is empty.");
    }

    private sealed record EnglishName(string Code, string Name);

    private sealed record OccupationRow(int Id, string Code, string Name, IReadOnlyList<string> Trades);
}

/// <summary>职业. Id is its code as a number: 6-04-02-01 is 6040201; ÷100 is its minor group (小类), ÷10,000 its middle group (中类).</summary>
/// <param name="Id">The code as a number.</param>
/// <param name="Code">6-05-01-03.</param>
/// <param name="Name">As the classification has it.</param>
/// <param name="Trades">工种.</param>
/// <param name="EverydayNames">What people call those who do it; shown and searched like the name.</param>
public sealed record Occupation(int Id, string Code, string Name, IReadOnlyList<string> Trades, IReadOnlyList<string> EverydayNames)
{
    public int MinorGroup => Id / 100;

    public int MiddleGroup => Id / 10_000;
}

/// <summary>大类, 中类 or 小类 of the classification; the group above has the code up to its last dash.</summary>
public sealed record OccupationGroup(string Code, string Name);

/// <summary>An everyday word and the occupations that it means.</summary>
/// <param name="Word">车工, 外卖骑手, 洗碗.</param>
/// <param name="Origin">
/// Where it comes from: classification (a name or 工种 that people also use for it), related searches (597.com), portal category, local boards, ours.
/// </param>
public sealed record EverydayWord(string Word, string Origin)
{
    /// <summary>What it means where nobody says in which trade.</summary>
    public IReadOnlyList<int> Means { get; init; } = [];

    /// <summary>What it means at an employer of an industry: 车工 at a garment firm sews.</summary>
    public IReadOnlyDictionary<string, int> At { get; init; } = new Dictionary<string, int>();

    /// <summary>Says little by itself (普工, 操作工) and gives way to any word that says more.</summary>
    public bool General { get; init; }

    /// <summary>Names a step of work (装配, 切割, 机长) that another word tells better by what it is done on; alone it keeps its meaning.</summary>
    public bool Step { get; init; }

    /// <summary>Only says what is made (甲醇, 柴油机), so it tells the work where nothing else does.</summary>
    public bool Goods { get; init; }

    /// <summary>A name of the people who do the work, good for searching and showing; else only a hint for reading titles.</summary>
    public bool Name { get; init; }

    public IEnumerable<int> Occupations => Means.Concat(At.Values).Distinct();
}

/// <summary>A trade of employers, known by words in their names.</summary>
public sealed record Industry(string Key, IReadOnlyList<string> Words);

/// <summary>技能. Words are what ledgers and postings call it; Close are skills that help in part.</summary>
public sealed record Skill(int Id, string Name, string NameEn, IReadOnlyList<string> Words, IReadOnlyList<int> Close, IReadOnlyList<int> Occupations);

/// <summary>
/// 证书. Obtainable: may be had between the offer and the first day (健康证), so it is a gap, never a gate. Covers: kinds that its holder needs no other certificate for (an A2 licence allows
/// what B2 and C1 allow: 机动车驾驶证申领和使用规定, 公安部令第162号, 附件1).
/// </summary>
public sealed record CertificateKind(int Id, string Name, string NameEn, IReadOnlyList<string> Words, bool Obtainable, int? ValidMonths)
{
    public IReadOnlyList<int> Covers { get; init; } = [];

    /// <summary>Skills that whoever holds it has as well, whether or not somebody recorded them: who has a driving licence drives.</summary>
    public IReadOnlyList<int> Proves { get; init; } = [];
}

/// <summary>培训. The skills and certificate it gives.</summary>
public sealed record TrainingKind(int Id, string Name, string NameEn, IReadOnlyList<int> Skills, int? CertificateId, IReadOnlyList<int> Occupations)
{
    /// <summary>What it is called without 培训, whole and in parts: 焊工, 焊; 钢筋工, 架子工.</summary>
    public IEnumerable<string> ShortNames
    {
        get
        {
            var name = Name.Replace("培训", "", StringComparison.Ordinal);
            return name.Split('和').Append(name).SelectMany(part => new[] { part, part.TrimEnd('工', '员', '师') });
        }
    }

    /// <summary>What the skills that it gives are called.</summary>
    public IEnumerable<string> SkillNames(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return Skills.Select(id => catalogue.Skills[id]).SelectMany(skill => skill.Words.Append(skill.Name));
    }
}
