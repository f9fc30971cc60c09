using System.Globalization;
using System.Text;
using JobMatch.Asking;
using JobMatch.Regions;
using JobMatch.Search;
using JobMatch.Search.Elasticsearch;
using JobMatch.Search.Words;
using Npgsql;

namespace JobMatch.Benchmarks;

/// <summary>Every engine that <c>scripts/bench search</c> can ask: the embedded one first, then the servers that were given.</summary>
internal static class SearchPeers
{
    public static List<ISearchUnderTest> All()
    {
        List<ISearchUnderTest> engines = [new EmbeddedUnderTest()];
        if (Environment.GetEnvironmentVariable("JOBMATCH_TEST_POSTGRESQL") is { Length: > 0 } postgresql) engines.Add(new PostgreSqlUnderTest(postgresql));
        if (Environment.GetEnvironmentVariable("JOBMATCH_TEST_ELASTICSEARCH") is not { Length: > 0 } elasticsearch) return engines;
        var ours = new ElasticsearchUnderTest(elasticsearch);
        return [.. engines, ours, new RawElasticsearchUnderTest(elasticsearch, ours)];
    }
}

/// <summary>PostgreSQL full text over the same terms: a tsvector with a GIN index, filters, counts by kind, shift and band, the newest twenty, marked.</summary>
internal sealed class PostgreSqlUnderTest(string server) : ISearchUnderTest
{
    private const string Columns = "id bigint primary key, kind int, shift int, offers int, places text[], monthly bigint, published bigint, closes int, title text, body text, terms tsvector";
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(server);
    private readonly string _table = $"bench_{Guid.NewGuid():N}";

    public string Name => "PostgreSQL full text";

    public async Task<long?> FillAsync(IReadOnlyList<PostingDocument> documents)
    {
        await RunAsync($"create table {_table} ({Columns})");
        await using (var connection = await _source.OpenConnectionAsync())
        await using (var import = await connection.BeginTextImportAsync($"copy {_table} from stdin"))
            foreach (var d in documents) await import.WriteLineAsync(Row(PostingEntry.Of(d, 1)));
        await RunAsync($"create index on {_table} using gin (terms); create index on {_table} using gin (places); create index on {_table} (published desc)");
        await RunAsync($"vacuum analyze {_table}");
        await using var size = _source.CreateCommand($"select pg_total_relation_size('{_table}')");
        return (long)(await size.ExecuteScalarAsync())!;
    }

    public async Task<Func<int>> AskAsync(PostingQuery query)
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
        if (query.Places is [{ RegionCode: { } region }]) where.Add($"places && array['r{region}', 'home', {string.Join(',', Region.Upwards(region).Select(c => $"'v{c}'"))}]");
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

        return () => total;
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
