using System.Text.Json;
using JobMatch.Asking;
using JobMatch.Matching;
using Xunit;

namespace JobMatch.Search.Tests.Queries;

/// <summary>A line of <c>hand-written.jsonl</c>: what is asked of the hand-made county, what has to come, and why.</summary>
public sealed record HandWrittenQuery(string Words, string Why)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>Conditions are read out of the words first.</summary>
    public bool Read { get; init; }

    public long? Region { get; init; }

    /// <summary>"xingfuli" or "chengdong".</summary>
    public string? Settlement { get; init; }

    public bool AtHome { get; init; }

    public IReadOnlyList<PostingKind> Kinds { get; init; } = [];

    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    public IReadOnlyList<PostingNeeds> Needs { get; init; } = [];

    public IReadOnlyList<int> OccupationIds { get; init; } = [];

    /// <summary>Yuan.</summary>
    public decimal? Monthly { get; init; }

    /// <summary>Yuan.</summary>
    public decimal? Daily { get; init; }

    /// <summary>Yuan.</summary>
    public decimal? Hourly { get; init; }

    public PostingSort Sort { get; init; }

    public string? Near { get; init; }

    /// <summary>The keys, in this order and no others.</summary>
    public IReadOnlyList<string>? Exactly { get; init; }

    /// <summary>The keys in any order and no others.</summary>
    public IReadOnlyList<string>? Same { get; init; }

    public IReadOnlyList<string> First { get; init; } = [];

    public IReadOnlyList<string> Last { get; init; } = [];

    public IReadOnlyList<string> Contains { get; init; } = [];

    public IReadOnlyList<string> Absent { get; init; } = [];

    public int? Total { get; init; }

    public IReadOnlyDictionary<string, Data.RelevanceTier> Tiers { get; init; } = new Dictionary<string, Data.RelevanceTier>();

    /// <summary>"kind:Gig", "shift:Day", "need:Food", "pay:300000", "region:441900", "settlement:xingfuli", "home".</summary>
    public IReadOnlyDictionary<string, int> Facets { get; init; } = new Dictionary<string, int>();

    /// <summary>What has to be marked in title or snippet, in order.</summary>
    public IReadOnlyDictionary<string, string[]> Marked { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Titles among the suggestions; nothing else is looked at.</summary>
    public IReadOnlyList<string>? Suggests { get; init; }

    /// <summary>Words that were set aside, because no posting has them.</summary>
    public IReadOnlyList<string>? SetAside { get; init; }

    /// <summary>「您是不是要找」 offers these, each of which finds something.</summary>
    public IReadOnlyList<string>? Corrects { get; init; }

    /// <summary>Words that are no condition, as typed.</summary>
    public IReadOnlyList<string>? Fillers { get; init; }

    /// <summary>Names of occupations and places that were understood, in the order typed.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Kinds of what was understood, in the order typed.</summary>
    public IReadOnlyList<UnderstoodKind>? Parts { get; init; }

    /// <summary>What is asked when everything that was understood is taken back.</summary>
    public string? TakenBack { get; init; }

    /// <summary>What stayed words.</summary>
    public string? Rest { get; init; }

    public static TheoryData<int, string> All()
    {
        var rows = new TheoryData<int, string>();
        for (var i = 0; i < Lines.Count; i++) rows.Add(i, Lines[i].Words);
        return rows;
    }

    public static IReadOnlyList<HandWrittenQuery> Lines { get; } = Load();

    private static List<HandWrittenQuery> Load()
    {
        using var stream = typeof(HandWrittenQuery).Assembly.GetManifestResourceStream("hand-written.jsonl") ?? throw new InvalidOperationException("hand-written.jsonl is not embedded.");
        using var reader = new StreamReader(stream);
        var lines = new List<HandWrittenQuery>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) lines.Add(JsonSerializer.Deserialize<HandWrittenQuery>(line, Json)!);
        return lines;
    }
}
