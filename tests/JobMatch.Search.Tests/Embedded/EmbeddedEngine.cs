using System.Globalization;
using JobMatch.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search.Tests.Embedded;

public sealed class EmbeddedEngine : ISearchEngine
{
    public void Add(IServiceCollection services, DataOptions data) => services.AddSearch(data);

    public Task SettleAsync(IServiceProvider services) => Task.CompletedTask;

    public Task LosePostingAsync(IServiceProvider services, long id) =>
        OnFileAsync(services, $"delete from postings where id = {Text(id)}; delete from posting_words where rowid = {Text(id)}; delete from posting_texts where id = {Text(id)};");

    public Task FalsifyPostingAsync(IServiceProvider services, long id) => OnFileAsync(
        services, $"update postings set fingerprint = 1 where id = {Text(id)}; insert or replace into posting_words (rowid, title, names, body) values ({Text(id)}, '错误', '', '');");

    public Task PlantOrphanAsync(IServiceProvider services, long id) => OnFileAsync(services, $"""
        insert into postings values ({Text(id)}, 1, 1, 1, 1, 0, 0, 0, ',', null, null, null, 1, null);
        insert into posting_texts values ({Text(id)}, '幽灵岗位', '', '', '');
        insert into posting_words (rowid, title, names, body) values ({Text(id)}, '幽灵 灵岗 岗位 位', '', '');
        """);

    public static string FileOf(IServiceProvider services)
    {
        var folder = Path.Combine(services.GetRequiredService<DataOptions>().Folder, "index");
        return Path.Combine(folder, File.ReadAllText(Path.Combine(folder, "current")));
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static async Task OnFileAsync(IServiceProvider services, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={FileOf(services)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of numbers and constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

