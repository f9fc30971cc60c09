using System.Globalization;
using JobMatch.Search.Tests.Embedded;
using Microsoft.Data.Sqlite;

namespace JobMatch.Search.Tests.WholeSeed;

/// <summary>Everything that an index file holds, as texts: each row of each table, and each full-text column of each document put together from its posting lists.</summary>
internal static class EmbeddedContents
{
    public static async Task<List<string>> ReadAsync(IServiceProvider services, params string[] planted)
    {
        ArgumentNullException.ThrowIfNull(services);
        await using var connection = new SqliteConnection($"Data Source={EmbeddedEngine.FileOf(services)};Pooling=False");
        await connection.OpenAsync();
        // Of this connection only: nothing of it is kept.
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var sql in planted) await RunAsync(connection, sql);
        var texts = new List<string>();
        foreach (var table in (string[])["postings", "posting_texts", "workers", "worker_tags", "worker_records", "removed", "state"]) await RowsAsync(connection, table, texts);
        foreach (var table in (string[])["posting_titles", "posting_bodies", "worker_words"]) await TermsAsync(connection, table, texts);
        await transaction.RollbackAsync();
        return texts;
    }

    private static async Task RowsAsync(SqliteConnection connection, string table, List<string> texts)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of ours.
        command.CommandText = $"select * from {table}";
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            texts.Add(string.Join('\n', Enumerable.Range(0, rows.FieldCount).Select(i => Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture))));
    }

    private static async Task TermsAsync(SqliteConnection connection, string table, List<string> texts)
    {
        await RunAsync(connection, $"create virtual table temp.terms_of_{table} using fts5vocab('main', '{table}', 'instance')");
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of ours.
        command.CommandText = $"select doc, col, term from temp.terms_of_{table} order by doc, col, offset";
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        var (document, terms) = (("", 0L), new List<string>());
        while (await rows.ReadAsync())
        {
            var next = (rows.GetString(1), rows.GetInt64(0));
            if (next != document && terms.Count > 0)
            {
                texts.Add(string.Join(' ', terms));
                terms.Clear();
            }

            document = next;
            terms.Add(rows.GetString(2));
        }

        if (terms.Count > 0) texts.Add(string.Join(' ', terms));
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants and of what a test plants.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
