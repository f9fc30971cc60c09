using System.Reflection;
using System.Text.Json;

namespace JobMatch.Occupations;

/// <summary>
/// The occupations of the 2022 classification with their trades (工种), and our own lists of skills, certificates and trainings that
/// postings and ledgers name. Read-only, embedded, loaded once; ids never change meaning.
/// </summary>
public sealed class Catalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<Catalogue> Loaded = new(Load);

    private Catalogue(IReadOnlyList<Occupation> occupations, IReadOnlyList<Skill> skills, IReadOnlyList<CertificateKind> certificates, IReadOnlyList<TrainingKind> trainings)
    {
        Occupations = occupations.ToDictionary(o => o.Id);
        Skills = skills.ToDictionary(s => s.Id);
        Certificates = certificates.ToDictionary(c => c.Id);
        Trainings = trainings.ToDictionary(t => t.Id);
    }

    public static Catalogue Instance => Loaded.Value;

    public IReadOnlyDictionary<int, Occupation> Occupations { get; }

    public IReadOnlyDictionary<int, Skill> Skills { get; }

    public IReadOnlyDictionary<int, CertificateKind> Certificates { get; }

    public IReadOnlyDictionary<int, TrainingKind> Trainings { get; }

    private static Catalogue Load() => new(
        Read<Occupation>("occupations.json"), Read<Skill>("skills.json"), Read<CertificateKind>("certificates.json"), Read<TrainingKind>("trainings.json"));

    private static List<T> Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("JobMatch.Occupations." + name)
            ?? throw new InvalidOperationException($"The catalogue {name} is not embedded.");
        return JsonSerializer.Deserialize<List<T>>(stream, Options) ?? throw new InvalidOperationException($"The catalogue {name} is empty.");
    }
}

/// <summary>职业. Id is its code as a number: 6-04-02-01 is 6040201; ÷100 is its minor group (小类), ÷10,000 its middle group (中类).</summary>
public sealed record Occupation(int Id, string Code, string Name, IReadOnlyList<string> Trades, IReadOnlyList<string> EverydayNames)
{
    public int MinorGroup => Id / 100;

    public int MiddleGroup => Id / 10_000;
}

/// <summary>技能. Words are what ledgers and postings call it; Close are skills that help in part.</summary>
public sealed record Skill(int Id, string Name, string NameEn, IReadOnlyList<string> Words, IReadOnlyList<int> Close, IReadOnlyList<int> Occupations);

/// <summary>证书. Obtainable: may be had between the offer and the first day (健康证), so it is a gap, never a gate.</summary>
public sealed record CertificateKind(int Id, string Name, string NameEn, IReadOnlyList<string> Words, bool Obtainable, int? ValidMonths);

/// <summary>培训. The skills and certificate it gives.</summary>
public sealed record TrainingKind(int Id, string Name, string NameEn, IReadOnlyList<int> Skills, int? CertificateId, IReadOnlyList<int> Occupations);
