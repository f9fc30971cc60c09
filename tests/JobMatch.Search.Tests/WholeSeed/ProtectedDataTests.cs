using System.Text.Json.Nodes;
using JobMatch.Search.Elasticsearch;
using JobMatch.Search.Tests.Elasticsearch;
using JobMatch.Search.Words;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.WholeSeed;

/// <summary>No name, phone, ID number or address of anybody in the whole demo county stands in any document of either index.</summary>
[Trait("Pace", "slow"), Collection(SeededCounty.Collection)]
public sealed class EmbeddedProtectedDataTests(SeededCounty seeded)
{
    [Fact]
    public async Task Nothing_that_identifies_anybody_is_in_the_file()
    {
        var secrets = await SeedSecrets.ReadAsync(seeded.County);
        // A look for nothing, or into nothing, would prove nothing.
        secrets.NameCount.ShouldBeGreaterThan(3_000);
        secrets.NumberCount.ShouldBeGreaterThan(10_000);
        secrets.DoorCount.ShouldBeGreaterThan(500);
        var texts = await EmbeddedContents.ReadAsync(seeded.County.Services);
        texts.Count.ShouldBeGreaterThan(30_000);
        texts.SelectMany(secrets.LeaksIn).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_planted_name_number_or_door_is_seen_wherever_it_stands()
    {
        var secrets = await SeedSecrets.ReadAsync(seeded.County);
        string[] shown = [secrets.Name(0), secrets.Number(0), secrets.Door(0)], tagged = [secrets.Name(1), secrets.Number(1), secrets.Door(1)], posted = [secrets.Name(2), secrets.Number(2), secrets.Door(2)];
        string[] searched = [secrets.Name(3), secrets.Number(3)];
        var texts = await EmbeddedContents.ReadAsync(
            seeded.County.Services,
            [
                $"update workers set text = text || '，{string.Join('，', shown)}' where id = (select min(id) from workers)",
                .. tagged.Select(secret => $"insert into worker_tags values (1, 't{secret}')"),
                $"update posting_texts set description = '请找{string.Join('，', posted)}' where slot = (select min(slot) from posting_texts)",
                $"insert into worker_words (rowid, about, names, about_like) values (99999999, '{Bigrams.Index("手工 " + searched[0])}', '', '')",
                $"insert into posting_bodies (rowid, body, body_like) values (99999999, '{Bigrams.Index("电话" + searched[1])}', '')",
            ]);
        texts.SelectMany(secrets.LeaksIn).Distinct().ShouldBe([.. shown, .. tagged, .. posted, .. searched], ignoreOrder: true);
    }
}

/// <summary>The same of Elasticsearch: what it keeps of each document, what it shows of each column, and what can be found in the columns that it only searches.</summary>
[NeedsElasticsearch, Trait("Pace", "slow"), Collection(SeededCounty.Collection)]
public sealed class ElasticsearchProtectedDataTests(SeededCounty seeded)
{
    private const int AtOnce = 400;

    [Fact]
    public async Task Nothing_that_identifies_anybody_is_on_the_server()
    {
        var secrets = await SeedSecrets.ReadAsync(seeded.County);
        var documents = await DocumentsAsync("workers");
        documents.Count.ShouldBeGreaterThan(7_000);
        documents.AddRange(await DocumentsAsync("postings"));
        documents.SelectMany(secrets.LeaksIn).Distinct().ShouldBeEmpty();
        (await FoundAsync(secrets, "workers", ["about", "names"])).ShouldBeEmpty();
        (await FoundAsync(secrets, "postings", ["title", "names", "body"])).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_planted_name_number_or_door_is_seen_wherever_it_stands()
    {
        var secrets = await SeedSecrets.ReadAsync(seeded.County);
        string[] shown = [secrets.Name(0), secrets.Number(0), secrets.Door(0)], coded = [secrets.Name(1)], searched = [secrets.Name(2), secrets.Number(2)];
        using var server = new RawServer(TestServers.Shared!);
        var document = new JsonObject
        {
            ["id"] = 99_999_999, ["seq"] = 1, ["shown"] = new JsonObject { ["text"] = $"请找{string.Join('，', shown)}" }, ["fit"] = new JsonArray(coded[0]), ["about"] = Bigrams.Index($"手工 {string.Join(' ', searched)}"),
        };
        await server.SendAsync(HttpMethod.Put, $"{seeded.Prefix}-workers/_doc/99999999?refresh=true", document.ToJsonString());
        try
        {
            (await DocumentsAsync("workers")).SelectMany(secrets.LeaksIn).Distinct().ShouldBe([.. shown, .. coded], ignoreOrder: true);
            (await FoundAsync(secrets, "workers", ["about"])).ShouldBe(searched, ignoreOrder: true);
        }
        finally
        {
            await server.SendAsync(HttpMethod.Delete, $"{seeded.Prefix}-workers/_doc/99999999?refresh=true");
        }
    }

    /// <summary>Each document as it is kept, with the columns that are not, as far as the server can show them.</summary>
    private async Task<List<string>> DocumentsAsync(string index)
    {
        using var server = new RawServer(TestServers.Shared!);
        var shown = index == "workers" ? "\"fit\",\"settlement\",\"capacity\"" : "\"title_whole\",\"places\"";
        var texts = new List<string>();
        for (var after = -1L; ;)
        {
            var page = await server.SendAsync(
                HttpMethod.Post, $"{seeded.Prefix}-{index}/_search",
                $$"""{"size":2000,"sort":[{"id":"asc"}],"search_after":[{{after}}],"docvalue_fields":[{{shown}}]}""");
            var hits = page["hits"]!["hits"]!.AsArray();
            if (hits.Count == 0) return texts;
            texts.AddRange(hits.Select(h => h!.ToJsonString(SearchJson.Readable)));
            after = hits[^1]!["sort"]![0]!.GetValue<long>();
        }
    }

    /// <summary>Which of the secrets some document has in a column, asked as the phrase of terms that it would be.</summary>
    private async Task<List<string>> FoundAsync(SeedSecrets secrets, string index, string[] columns)
    {
        var client = seeded.County.Services.GetRequiredService<ElasticsearchClient>();
        var found = new List<string>();
        foreach (var part in secrets.NamesAndNumbers.Chunk(AtOnce))
        {
            var request = new SearchRequest
            {
                Size = 0,
                Aggs = new Dictionary<string, Aggregation>
                {
                    ["secrets"] = new() { Filters = new FiltersAggregation(part.ToDictionary(s => s, s => Query.Any([.. columns.Select(c => Query.HasPhrase(c, Bigrams.Ask(s).Terms))]))) },
                },
            };
            var counts = (await client.ReadAsync<System.Text.Json.JsonElement>($"{seeded.Prefix}-{index}", request, CancellationToken.None)).Aggregations!["secrets"].ByName();
            counts.Count.ShouldBe(part.Length);
            found.AddRange(counts.Where(c => c.Value > 0).Select(c => c.Key));
        }

        return found;
    }
}
