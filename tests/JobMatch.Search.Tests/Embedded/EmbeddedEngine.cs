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
        OnFileAsync(services, $"""
        update state set value = value + 1 where name = 'generation';
        insert into free_slots select slot, (select value from state where name = 'generation') from postings where id = {Text(id)};
        delete from posting_titles where rowid = (select slot from postings where id = {Text(id)});
        delete from posting_bodies where rowid = (select slot from postings where id = {Text(id)});
        delete from posting_texts where slot = (select slot from postings where id = {Text(id)});
        delete from postings where id = {Text(id)};
        """);

    public Task FalsifyPostingAsync(IServiceProvider services, long id) => OnFileAsync(
        services, $"""
        update state set value = value + 1 where name = 'generation';
        update postings set fingerprint = 1, generation = (select value from state where name = 'generation') where id = {Text(id)};
        insert or replace into posting_titles (rowid, title, names, title_like) select slot, '错误', '', '' from postings where id = {Text(id)};
        """);

    public Task EditShownAsync(IServiceProvider services, long id) => OnFileAsync(services, $"update posting_texts set title = '招打手' where slot = (select slot from postings where id = {Text(id)})");

    public Task EditFilteredAsync(IServiceProvider services, long id) => OnFileAsync(services, $"update postings set kind = 7 where id = {Text(id)}");

    public Task PlantOrphanAsync(IServiceProvider services, long id) => OnFileAsync(services, $"""
        update state set value = value + 1 where name = 'generation';
        insert into postings select max(slot) + 1, {Text(id)}, 1, 1, (select value from state where name = 'generation'), 1, 1, 0, 0, null, null, null, null, null, null, 1, null, 0, 999, 1, 0, '', '' from postings;
        insert into posting_texts select slot, '幽灵岗位', '', '', '' from postings where id = {Text(id)};
        insert into posting_titles (rowid, title, names, title_like) select slot, '幽灵 灵岗 岗位 位', '', '' from postings where id = {Text(id)};
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

