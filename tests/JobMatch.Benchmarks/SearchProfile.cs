using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Search;
using JobMatch.Search.Elasticsearch;
using JobMatch.Search.Embedded;
using JobMatch.Search.Words;

namespace JobMatch.Benchmarks;

/// <summary>
/// Where the time of a search goes: <c>scripts/bench search-profile [SIZE]</c>. Asks the hand-written queries of the contract over a large corpus, names the slowest of each engine and takes it apart: the
/// embedded one by its steps and SQLite's plan, Elasticsearch by its own profile and by ours around it.
/// </summary>
internal static class SearchProfile
{
    private const int Rounds = 7;
    private const int Shown = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        var size = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var documents = SearchCorpus.Postings(size);
        var questions = HandWritten();
        await using var embedded = new EmbeddedUnderTest();
        await embedded.FillAsync(documents);
        var slowest = await SlowestAsync(embedded, questions, size);
        Embedded(embedded, slowest);
        if (Environment.GetEnvironmentVariable("JOBMATCH_TEST_ELASTICSEARCH") is not { Length: > 0 } address) return 0;
        await using var server = new ElasticsearchUnderTest(address);
        await server.FillAsync(documents);
        var slow = await SlowestAsync(server, questions, size);
        await ServerAsync(server, address, slow);
        await StepsAsync(server, address, questions);
        return 0;
    }

    /// <summary>The queries of <c>hand-written.jsonl</c>, with facets. Settlements, and conditions that are read out of words, need a county and stay away.</summary>
    private static List<PostingQuery> HandWritten()
    {
        using var stream = typeof(SearchProfile).Assembly.GetManifestResourceStream("hand-written.jsonl") ?? throw new InvalidOperationException("hand-written.jsonl is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Where(q => !q.TryGetProperty("suggests", out _)).Select(Query)];
    }

    private static PostingQuery Query(JsonElement q) => new()
    {
        Words = q.GetProperty("words").GetString()!,
        Kinds = Named<PostingKind>(q, "kinds"),
        Shifts = Named<Shift>(q, "shifts"),
        Needs = Named<PostingNeeds>(q, "needs").Aggregate(PostingNeeds.None, (all, need) => all | need),
        OccupationIds = q.TryGetProperty("occupationIds", out var ids) ? [.. ids.EnumerateArray().Select(i => i.GetInt32())] : [],
        Places = q.TryGetProperty("region", out var region) ? [new PlaceAsked(region.GetInt64())] : [],
        AtHomeOnly = q.TryGetProperty("atHome", out var home) && home.GetBoolean(),
        MonthlyFromFen = q.TryGetProperty("monthly", out var monthly) ? (long)(monthly.GetDecimal() * 100) : null,
        HourlyFromFen = q.TryGetProperty("hourly", out var hourly) ? (long)(hourly.GetDecimal() * 100) : null,
        Sort = Named<PostingSort>(q, "sort") is [var sort] ? sort : PostingSort.Relevance,
        Near = new GeoPoint(26.3, 106.3),
        Facets = new FacetRequest { Regions = [.. Enumerable.Range(0, 20).Select(i => 529901100L + i)], Settlements = [.. Enumerable.Range(1, 20).Select(i => (long)i)] },
    };

    private static List<T> Named<T>(JsonElement q, string name) where T : struct, Enum =>
        !q.TryGetProperty(name, out var value) ? [] : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => Enum.Parse<T>(v.GetString()!))] : [Enum.Parse<T>(value.GetString()!)];

    /// <summary>The slowest by the median of some rounds; the first time each is asked is told apart, because then no posting list has been read.</summary>
    private static async Task<PostingQuery> SlowestAsync(ISearchUnderTest engine, List<PostingQuery> questions, int size)
    {
        var figures = new List<(PostingQuery Query, double First, double Median, int Found)>();
        var (first, times, found) = (new double[questions.Count], questions.Select(_ => new List<double>()).ToList(), new int[questions.Count]);
        for (var round = 0; round <= Rounds; round++)
            for (var i = 0; i < questions.Count; i++)
            {
                var watch = Stopwatch.StartNew();
                var total = await engine.AskAsync(questions[i]);
                var took = watch.Elapsed.TotalMilliseconds;
                found[i] = total();
                if (round == 0) first[i] = took;
                else times[i].Add(took);
            }

        for (var i = 0; i < questions.Count; i++) figures.Add((questions[i], first[i], Figures.Percentile(times[i], 50), found[i]));
        Say($"{engine.Name}: {questions.Count} hand-written queries over {size:N0} postings, median of all {Figures.Percentile([.. figures.Select(f => f.Median)], 50):0.00} ms; the slowest:");
        foreach (var f in figures.OrderByDescending(f => f.Median).Take(Shown))
            Say($"  {f.Median,7:0.00} ms ({f.First:0.00} when first asked)   \"{f.Query.Words}\" {f.Query.Sort}, {f.Found:N0} found");
        return figures.MaxBy(f => f.Median).Query;
    }

    private static void Embedded(EmbeddedUnderTest engine, PostingQuery query)
    {
        Say($"  \"{query.Words}\" step by step (median of {Rounds}):");
        Step("reading the words", () => AskedWords.Of(query));
        var words = AskedWords.Of(query);
        if (!words.Expression.IsEmpty) Step("its sets from posting lists that are in memory", () => engine.Read((index, columns) => new TermMatcher(index, columns).Tiers(words.Expression)));
        Step("without facets", () => engine.Search.SearchAsync(query with { Facets = null }, default).Result.Total);
        Step("without facets, one hit shown", () => engine.Search.SearchAsync(query with { Facets = null, PageSize = 1 }, default).Result.Total);
        Step("whole", () => engine.Search.SearchAsync(query, default).Result.Total);
        foreach (var line in engine.Plan("select rowid from posting_bodies where posting_bodies match '\"a\"'")) Say($"    plan of a posting list: {line}");

        static void Step<T>(string name, Func<T> work)
        {
            var times = new List<double>();
            for (var i = 0; i < Rounds; i++)
            {
                var watch = Stopwatch.StartNew();
                _ = work();
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            Say($"    {Figures.Percentile(times, 50),8:0.000} ms  {name}");
        }
    }

    /// <summary>The server's own account: what each query node, collector, facet and the fetch took.</summary>
    private static async Task ServerAsync(ElasticsearchUnderTest engine, string address, PostingQuery query)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var request = JsonSerializer.SerializeToNode(Request(engine, query), ElasticsearchJson.Options)!.AsObject();
        request["profile"] = true;
        JsonElement answer = default;
        for (var i = 0; i < Rounds; i++)
        {
            using var content = new StringContent(request.ToJsonString(ElasticsearchJson.Options), System.Text.Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(ElasticsearchClient.SearchPath(engine.Index), UriKind.Relative), content);
            answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
        }

        var shard = answer.GetProperty("profile").GetProperty("shards")[0];
        var search = shard.GetProperty("searches")[0];
        Say($"  \"{query.Words}\" {query.Sort}, the server's profile (took {answer.GetProperty("took").GetInt32()} ms, {request.ToJsonString().Length / 1024.0:0} KB asked):");
        Say($"    {search.GetProperty("rewrite_time").GetInt64() / 1e6,8:0.000} ms  rewriting");
        var nodes = new List<(double Own, string What)>();
        foreach (var node in search.GetProperty("query").EnumerateArray()) Walk(node, "time_in_nanos", nodes);
        foreach (var node in search.GetProperty("collector").EnumerateArray()) Say($"    {node.GetProperty("time_in_nanos").GetInt64() / 1e6,8:0.000} ms  collector {node.GetProperty("name").GetString()} with all below it");
        foreach (var (own, what) in nodes.OrderByDescending(n => n.Own).Take(Shown)) Say($"    {own,8:0.000} ms  {what}");
        foreach (var facet in shard.GetProperty("aggregations").EnumerateArray()) Say($"    {facet.GetProperty("time_in_nanos").GetInt64() / 1e6,8:0.000} ms  facet {facet.GetProperty("description").GetString()}");
        if (shard.TryGetProperty("fetch", out var fetch)) Say($"    {fetch.GetProperty("time_in_nanos").GetInt64() / 1e6,8:0.000} ms  fetching the page");
    }

    private static void Walk(JsonElement node, string time, List<(double Own, string What)> into)
    {
        var (all, below) = (node.GetProperty(time).GetInt64(), 0L);
        if (node.TryGetProperty("children", out var children))
            foreach (var child in children.EnumerateArray())
            {
                below += child.GetProperty(time).GetInt64();
                Walk(child, time, into);
            }

        var text = node.GetProperty("description").GetString()!;
        into.Add(((all - below) / 1e6, $"{node.GetProperty("type").GetString()} {(text.Length > 90 ? text[..90] + "…" : text)}"));
    }

    /// <summary>What our own client adds to the server's work, over all the questions.</summary>
    private static async Task StepsAsync(ElasticsearchUnderTest engine, string address, List<PostingQuery> questions)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var names = new[] { "reading the words", "making the request", "writing its JSON", "the server and the wire", "reading the answer's JSON", "marking and shaping the hits" };
        var times = names.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < 3; round++)
            foreach (var query in questions)
            {
                var watch = Stopwatch.StartNew();
                var words = AskedWords.Of(query);
                var sort = PageToken.SortOf(query, hasWords: !words.Expression.IsEmpty);
                Lap(0);
                var request = engine.Search.Request(query, words, sort);
                Lap(1);
                var body = JsonSerializer.SerializeToUtf8Bytes(request, ElasticsearchJson.Options);
                Lap(2);
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new("application/json");
                using var response = await http.PostAsync(new Uri(ElasticsearchClient.SearchPath(engine.Index), UriKind.Relative), content);
                var bytes = await response.Content.ReadAsByteArrayAsync();
                Lap(3);
                var answer = JsonSerializer.Deserialize<SearchResponse<PostingSource>>(bytes, ElasticsearchJson.Options)!;
                Lap(4);
                _ = ElasticsearchPostingSearch.Answer(answer, query, words, sort);
                Lap(5);

                void Lap(int step)
                {
                    if (round > 0) times[step].Add(watch.Elapsed.TotalMilliseconds);
                    watch.Restart();
                }
            }

        Say($"Ours through Elasticsearch, median and p95 of each step over all of them:");
        for (var i = 0; i < names.Length; i++) Say($"    {Figures.Percentile(times[i], 50),8:0.000} ms {Figures.Percentile(times[i], 95),8:0.000} ms  {names[i]}");
    }

    private static SearchRequest Request(ElasticsearchUnderTest engine, PostingQuery query)
    {
        var words = AskedWords.Of(query);
        return engine.Search.Request(query, words, PageToken.SortOf(query, hasWords: !words.Expression.IsEmpty));
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
