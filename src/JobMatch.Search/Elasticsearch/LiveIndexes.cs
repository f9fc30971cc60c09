using JobMatch.Data;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Which build the aliases point at, and how a new one takes their place.</summary>
internal sealed class LiveIndexes(ElasticsearchClient client, ElasticsearchOptions options)
{
    public IndexNames Names { get; } = new(options.Prefix);

    /// <summary>The live pair; null when it is missing, of two builds, or of another layout.</summary>
    public async Task<IndexPair?> FindAsync(CancellationToken cancel)
    {
        var postings = await client.MappingsAsync(Names.Postings, cancel);
        var workers = await client.MappingsAsync(Names.Workers, cancel);
        if (postings.Count != 1 || workers.Count != 1) return null;
        var (posting, worker) = (postings.Single(), workers.Single());
        return IndexLayout.IsOfPostings(posting.Value.Mappings) && IndexLayout.IsOfWorkers(worker.Value.Mappings)
            && posting.Value.Mappings.Meta!.Build == worker.Value.Mappings.Meta!.Build
            ? new IndexPair(posting.Key, worker.Key, posting.Value.Mappings.Meta.Build)
            : null;
    }

    /// <summary>Rows behind the aliases, whatever their layout; 0 when there are none, or none that is open.</summary>
    public async Task<RowCounts> RowsAsync(CancellationToken cancel)
    {
        return new RowCounts(await CountAsync(Names.Postings), await CountAsync(Names.Workers));

        async Task<long> CountAsync(string alias)
        {
            try
            {
                await client.RefreshAsync(alias, cancel);
                return await client.CountAsync(alias, null, cancel);
            }
            catch (ElasticsearchUnavailableException gone) when (gone.Problem.Fault == IndexFault.Missing)
            {
                return 0;
            }
        }
    }

    public async Task<IndexPair> CreateAsync(CancellationToken cancel)
    {
        await TidyAsync(cancel);
        var there = await client.IndexesAsync(Names.Pattern, cancel);
        var pair = Names.Numbered(there.Select(IndexNames.NumberOf).DefaultIfEmpty(0).Max() + 1, Guid.NewGuid().ToString("N"));
        await client.CreateIndexAsync(pair.Postings, IndexLayout.OfPostings(pair.Build, options.Shards, IndexPair.WritesOf(pair.Postings)), cancel);
        await client.CreateIndexAsync(pair.Workers, IndexLayout.OfWorkers(pair.Build, options.Shards, IndexPair.WritesOf(pair.Workers)), cancel);
        return pair;
    }

    /// <summary>
    /// Points the aliases at a pair, all at once. What they pointed at stays until the next build, so that no search loses its index under way.
    /// </summary>
    public async Task SwapAsync(IndexPair pair, CancellationToken cancel)
    {
        var actions = new List<AliasAction>();
        foreach (var (alias, index) in new[] { (Names.Postings, pair.Postings), (Names.Workers, pair.Workers) })
        {
            // An index that took the place of the alias has to go before the alias can be.
            foreach (var old in (await client.MappingsAsync(alias, cancel)).Keys)
                actions.Add(old == alias ? new AliasAction { RemoveIndex = new IndexOnly(old) } : new AliasAction { Remove = new IndexAlias(old, alias) });
            actions.Add(new AliasAction { Add = new IndexAlias(index, alias) });
        }

        await client.ChangeAliasesAsync(actions, cancel);
    }

    /// <summary>Removes what no alias points at: the build before the live one, and what an aborted build left.</summary>
    private async Task TidyAsync(CancellationToken cancel)
    {
        var live = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alias in (string[])[Names.Postings, Names.Workers]) live.UnionWith((await client.MappingsAsync(alias, cancel)).Keys);
        var others = (await client.IndexesAsync(Names.Pattern, cancel)).Where(index => !live.Contains(index)).ToList();
        if (others.Count > 0) await client.ChangeAliasesAsync([.. others.Select(index => new AliasAction { RemoveIndex = new IndexOnly(index) })], cancel);
    }

    public Task RefreshAsync(IndexPair pair, CancellationToken cancel) => client.RefreshAsync($"{pair.Postings},{pair.Workers}", cancel);

    public async Task<RowCounts> RowsOfAsync(IndexPair pair, CancellationToken cancel) =>
        new(await client.CountAsync(pair.Postings, null, cancel), await client.CountAsync(pair.Workers, null, cancel));

    public Task DropAsync(IndexPair pair, CancellationToken cancel) =>
        client.ChangeAliasesAsync([new AliasAction { RemoveIndex = new IndexOnly(pair.Postings) }, new AliasAction { RemoveIndex = new IndexOnly(pair.Workers) }], cancel);
}
