namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// The fields of both indexes. Filters are keywords, what is compared is a number, searched texts are terms that this program has cut
/// exactly as for the embedded index, so that both engines find the same.
/// </summary>
internal static class IndexLayout
{
    /// <summary>Raised when a field or the terms change; an index of another layout is rebuilt.</summary>
    public const int Schema = 13;

    /// <summary>Nobody turns more pages; a page that begins beyond is empty.</summary>
    public const int DeepestHit = 10_000;
    public const int LargestPage = 200;

    private static readonly Dictionary<string, FieldMapping> Postings = new()
    {
        ["id"] = FieldMapping.Number,
        ["seq"] = FieldMapping.Number,
        ["fingerprint"] = FieldMapping.KeptNumber,
        ["kind"] = FieldMapping.Keyword,
        ["shift"] = FieldMapping.Keyword,
        ["offers"] = FieldMapping.Keyword,
        ["places"] = FieldMapping.Keyword,
        ["occupations"] = FieldMapping.Keyword,
        ["monthly"] = FieldMapping.Number,
        ["daily"] = FieldMapping.Number,
        ["hourly"] = FieldMapping.Number,
        ["monthly_least"] = FieldMapping.Number,
        ["daily_least"] = FieldMapping.Number,
        ["hourly_least"] = FieldMapping.Number,
        ["published"] = FieldMapping.Number,
        ["closes"] = FieldMapping.Number,
        ["positions"] = FieldMapping.Number,
        ["age_from"] = FieldMapping.Number,
        ["age_to"] = FieldMapping.Number,
        ["education"] = FieldMapping.Number,
        ["minutes"] = FieldMapping.Number,
        ["certificates"] = FieldMapping.Keyword,
        ["title"] = FieldMapping.Terms,
        ["names"] = FieldMapping.Terms,
        ["title_like"] = FieldMapping.LikeTerms,
        ["body"] = FieldMapping.Terms,
        ["body_like"] = FieldMapping.LikeTerms,
        ["title_whole"] = FieldMapping.Keyword,
        ["shown"] = FieldMapping.Shown,
    };

    private static readonly Dictionary<string, FieldMapping> Workers = new()
    {
        ["id"] = FieldMapping.Number,
        ["seq"] = FieldMapping.Number,
        ["fingerprint"] = FieldMapping.KeptNumber,
        ["settlement"] = FieldMapping.Keyword,
        ["capacity"] = FieldMapping.Keyword,
        ["need"] = FieldMapping.Number,
        ["in_work"] = new FieldMapping { Type = "boolean" },
        ["skills"] = FieldMapping.Keyword,
        ["certificates"] = FieldMapping.Keyword,
        ["trainings"] = FieldMapping.Keyword,
        ["occupations"] = FieldMapping.Keyword,
        ["fit"] = FieldMapping.Keyword,
        ["wished"] = FieldMapping.Keyword,
        ["records"] = FieldMapping.Number,
        ["born"] = FieldMapping.Number,
        ["floor"] = FieldMapping.Number,
        ["last"] = FieldMapping.Number,
        ["floor_inverse"] = new FieldMapping { Type = "double" },
        ["last_inverse"] = new FieldMapping { Type = "double" },
        ["waiting"] = FieldMapping.Number,
        ["home"] = new FieldMapping { Type = "geo_point" },
        ["about"] = FieldMapping.Terms,
        ["names"] = FieldMapping.Terms,
        ["about_like"] = FieldMapping.LikeTerms,
        ["wishes"] = FieldMapping.Terms,
        ["wish_names"] = FieldMapping.Terms,
        ["wishes_like"] = FieldMapping.LikeTerms,
        ["shown"] = FieldMapping.Shown,
    };

    /// <summary>Fields that are searched only: the server keeps no text of them.</summary>
    public static IReadOnlyList<string> PostingTermFields { get; } = ["title", "names", "title_like", "body", "body_like", "title_whole"];

    /// <inheritdoc cref="PostingTermFields"/>
    public static IReadOnlyList<string> WorkerTermFields { get; } = ["about", "names", "about_like", "wishes", "wish_names", "wishes_like", "fit", "wished", "floor_inverse", "last_inverse", "home"];

    public static CreateIndex OfPostings(string build, int shards, string writes) => Of(Postings, PostingTermFields, build, shards, writes);

    public static CreateIndex OfWorkers(string build, int shards, string writes) => Of(Workers, WorkerTermFields, build, shards, writes);

    /// <summary>Whether an index has the fields that this program writes and asks for, and no others.</summary>
    public static bool IsOfPostings(IndexMapping mapping) => IsOf(mapping, Postings);

    /// <inheritdoc cref="IsOfPostings"/>
    public static bool IsOfWorkers(IndexMapping mapping) => IsOf(mapping, Workers);

    private static CreateIndex Of(Dictionary<string, FieldMapping> fields, IReadOnlyList<string> terms, string build, int shards, string writes) => new(
        new IndexSettings { NumberOfShards = shards, MaxResultWindow = DeepestHit + LargestPage + 1 },
        new IndexMapping { Dynamic = "strict", Meta = new BuildMark(Schema, build), Source = new SourceFilter(terms), Properties = fields },
        new Dictionary<string, NoOptions> { [writes] = new() });

    private static bool IsOf(IndexMapping mapping, Dictionary<string, FieldMapping> fields) =>
        mapping is { Dynamic: "strict", Meta.Schema: Schema, Properties: { } kept } && kept.Count == fields.Count
        && fields.All(f => kept.TryGetValue(f.Key, out var field) && field == f.Value);
}
