using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JobMatch.Postings;
using JobMatch.Search;
using JobMatch.Search.Elasticsearch;
using JobMatch.Search.Words;
using Npgsql;

namespace JobMatch.Benchmarks;

/// <summary>The servers that <c>scripts/bench search</c> was given, each as an engine under measurement.</summary>
internal static class SearchPeers
{
    public static IEnumerable<Func<ISearchUnderTest>> Given()
    {
        if (Environment.GetEnvironmentVariable("JOBMATCH_TEST_ELASTICSEARCH") is { Length: > 0 } elasticsearch)
        {
            yield return () => new ElasticsearchUnderTest(elasticsearch);
            yield return () => new RawElasticsearchUnderTest(elasticsearch);
        }

        if (Environment.GetEnvironmentVariable("JOBMATCH_TEST_POSTGRESQL") is { Length: > 0 } postgresql) yield return () => new PostgreSqlUnderTest(postgresql);
    }
}

/// <summary>Ours through Elasticsearch.</summary>
internal class ElasticsearchUnderTest(string address) : ISearchUnderTest
{
    private readonly ElasticsearchOptions _options = new() { Addresses = address, Prefix = $"bench-{Guid.NewGuid():N}", SearchTimeout = 60_000 };
    private ElasticsearchTransport? _transport;
    private IndexPair? _pair;

    public virtual string Name => "Elasticsearch, ours";

    protected ElasticsearchPostingSearch Search { get; private set; } = null!;

    protected string Index => _pair!.Postings;

    public async Task FillAsync(IReadOnlyList<PostingDocument> documents)
    {
        _transport = new ElasticsearchTransport(_options);
        var client = new ElasticsearchClient(_transport);
        var live = new LiveIndexes(client, _options);
        _pair = await live.CreateAsync(default);
        var bulk = new BulkWriter(client);
        foreach (var part in documents.Chunk(2_000)) await bulk.WriteAsync(_pair.Postings, [.. part.Select(d => new BulkItem(d.Id, 1, PostingEntry.Of(d, 1)))], default);
        await live.RefreshAsync(_pair, default);
        await live.SwapAsync(_pair, default);
        var megabytes = await client.BytesAsync(_pair.Postings, default) / 1048576.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name}: {megabytes:0} MB on disk"));
        Search = new ElasticsearchPostingSearch(client, _options, new BenchDay());
    }

    public virtual async Task<int> AskAsync(PostingQuery query) => (await Search.SearchAsync(query, default)).Total;

    public virtual async ValueTask DisposeAsync()
    {
        if (_pair is not null) await new LiveIndexes(new ElasticsearchClient(_transport!), _options).DropAsync(_pair, default);
        _transport?.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same requests by plain HTTP, made beforehand, and the answer read to its end.</summary>
internal sealed class RawElasticsearchUnderTest(string address) : ElasticsearchUnderTest(address)
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(address) };
    private readonly Dictionary<PostingQuery, byte[]> _requests = new(ReferenceEqualityComparer.Instance);

    public override string Name => "Elasticsearch, raw call";

    public override async Task<int> AskAsync(PostingQuery query)
    {
        if (!_requests.TryGetValue(query, out var request))
        {
            var words = AskedWords.Of(query);
            request = _requests[query] = JsonSerializer.SerializeToUtf8Bytes(Search.Request(query, words, PageToken.SortOf(query, hasWords: !words.Expression.IsEmpty)), ElasticsearchJson.Options);
        }

        using var content = new ByteArrayContent(request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.PostAsync(new Uri($"{Index}/_search", UriKind.Relative), content);
        using var read = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return read.RootElement.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt32();
    }

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
    }
}

/// <summary>PostgreSQL full text over the same terms: a tsvector with a GIN index, filters, counts by kind, shift and band, the newest twenty, marked.</summary>
internal sealed class PostgreSqlUnderTest(string server) : ISearchUnderTest
{
    private const string Columns = "id bigint primary key, kind int, shift int, offers int, places text[], monthly bigint, published bigint, closes int, title text, body text, terms tsvector";
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(server);
    private readonly string _table = $"bench_{Guid.NewGuid():N}";

    public string Name => "PostgreSQL full text";

    public async Task FillAsync(IReadOnlyList<PostingDocument> documents)
    {
        await RunAsync($"create table {_table} ({Columns})");
        await using (var connection = await _source.OpenConnectionAsync())
        await using (var import = await connection.BeginTextImportAsync($"copy {_table} from stdin"))
            foreach (var d in documents) await import.WriteLineAsync(Row(PostingEntry.Of(d, 1)));
        await RunAsync($"create index on {_table} using gin (terms); create index on {_table} using gin (places); create index on {_table} (published desc); analyze {_table}");
    }

    public async Task<int> AskAsync(PostingQuery query)
    {
        var words = AskedWords.Of(query);
        var where = new List<string> { "closes >= 0" };
        await using var command = _source.CreateCommand();
        if (!words.Expression.IsEmpty)
        {
            where.Add("terms @@ cast($1 as tsquery)");
            command.Parameters.AddWithValue(Text(words.Expression));
        }

        if (query.Kinds.Count > 0) where.Add($"kind in ({string.Join(',', query.Kinds.Select(k => (int)k))})");
        if (query.Shifts.Count > 0) where.Add($"shift in ({string.Join(',', query.Shifts.Select(s => (int)s))})");
        if (query.Needs != PostingNeeds.None) where.Add(string.Create(CultureInfo.InvariantCulture, $"offers & {(int)query.Needs} = {(int)query.Needs}"));
        if (query.MonthlyFromFen is { } monthly) where.Add(string.Create(CultureInfo.InvariantCulture, $"monthly >= {monthly}"));
        if (query.RegionCode is { } region) where.Add($"places && array['r{region}', 'home', {string.Join(',', RegionCodes.Upwards(region).Select(c => $"'v{c}'"))}]");
#pragma warning disable CA2100 // Made of numbers and constants above.
        command.CommandText = $"""
            with m as materialized (select id, kind, shift, monthly, published, title, body from {_table} where {string.Join(" and ", where)})
            select 0, count(*), '', '' from m union all select 100 + kind, count(*), '', '' from m group by kind union all select 200 + shift, count(*), '', '' from m group by shift
            union all select 300 + width_bucket(monthly, array[0, 100000, 200000, 300000, 400000, 500000, 800000]::bigint[]), count(*), '', '' from m where monthly is not null group by 1
            union all (select 1, id, title, body from m order by published desc, id desc limit 20)
            """;
#pragma warning restore CA2100
        var total = 0;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            if (rows.GetInt32(0) == 0) total = (int)rows.GetInt64(1);
            else if (rows.GetInt32(0) == 1)
            {
                Highlight.Mark(rows.GetString(2), words.Marked);
                Highlight.Snippet([rows.GetString(3)], words.Marked);
            }

        return total;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync($"drop table if exists {_table}");
        await _source.DisposeAsync();
    }

    private async Task RunAsync(string sql)
    {
#pragma warning disable CA2100 // Made of constants.
        await using var command = _source.CreateCommand(sql);
#pragma warning restore CA2100
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    private static string Row(PostingEntry e) => string.Join('\t', new[]
    {
        Number(e.Id), Number(e.Kind), Number(e.Shift), Number(e.Offers.Sum()), $"{{{string.Join(',', e.Places)}}}", e.Monthly is { } monthly ? Number(monthly) : "\\N", Number(e.Published), Number(e.Closes),
        Plain(e.Shown.Title), Plain(e.Shown.Description), Vector(e),
    });

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Plain(string text) => text.Replace("\\", "", StringComparison.Ordinal).Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');

    /// <summary>Each term at its place; columns lie far apart, so that no phrase crosses them.</summary>
    private static string Vector(PostingEntry e)
    {
        var vector = new StringBuilder();
        var place = 0;
        foreach (var column in new[] { e.Title, e.Names, e.TitleLike, e.Body, e.BodyLike })
        {
            foreach (var term in column.Split(' ', StringSplitOptions.RemoveEmptyEntries)) vector.Append(CultureInfo.InvariantCulture, $"'{term}':{Math.Min(16_383, ++place)} ");
            place += 10;
        }

        return vector.ToString();
    }

    private static string Text(SearchExpression expression) => string.Join(
        " & ", expression.Tiers[^1].Words.Select(word => $"({string.Join(" | ", word.Any.Select(choice => $"({string.Join(" & ", choice.All.Select(p => $"({string.Join(" <-> ", p.Terms.Select((t, i) => $"'{t}'{(p.Prefix && i == p.Terms.Count - 1 ? ":*" : "")}"))})"))})"))})"));
}

/// <summary>The corpus has dates of its own.</summary>
internal sealed class BenchDay : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 4, 0, 0, TimeSpan.Zero);
}
