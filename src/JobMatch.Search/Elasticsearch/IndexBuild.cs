using JobMatch.Data;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Builds a pair of indexes beside the live one and swaps the aliases; and reads on from a pair's cursor.</summary>
internal sealed class IndexBuild(LiveIndexes live, PairWriter pairs, BuildCursors cursors, DocumentReader reader, ElasticsearchState state)
{
    public async Task<Outcome<IndexPair>> RunAsync(bool force, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        if (!await cursors.TryStartRebuildAsync(cancel)) return new Refusal("Index.Rebuilding");
        IndexPair? pair = null;
        var swapped = false;
        try
        {
            var old = await live.RowsAsync(cancel);
            pair = await live.CreateAsync(cancel);
            var rows = await FillAsync(pair, progress, cancel);
            if (!force && rows.TooSmallBeside(old) is { } refusal) return refusal;
            await CatchUpAsync(pair, await reader.NewestSeqAsync(cancel), cancel);
            await live.RefreshAsync(pair, cancel);
            await live.SwapAsync(pair, cancel);
            swapped = true;
            // What was committed while the old pair still took the changes.
            await CatchUpAsync(pair, await reader.NewestSeqAsync(cancel), cancel);
            await cursors.ForgetOthersAsync(pair, cancel);
            return pair;
        }
        finally
        {
            state.Builds(null);
            if (pair is not null && !swapped) await DropAsync(pair);
            await cursors.EndRebuildAsync();
        }
    }

    /// <summary>Reads on from the pair's cursor; returns when it, or another node, is there.</summary>
    public async Task CatchUpAsync(IndexPair pair, long upToSeq, CancellationToken cancel)
    {
        while (await cursors.TakeAsync(pair, upToSeq, cancel))
        {
            var from = await cursors.SeqAsync(pair, cancel) ?? throw new ElasticsearchUnavailableException(IndexFault.Missing, "The build has been replaced.");
            var (changes, upTo) = await reader.ChangesAsync(from, upToSeq, cancel);
            await pairs.WriteAsync(pair, changes, upTo, cancel);
            if (changes.Count > 0) state.WritesGoOn();
            await cursors.AdvanceAsync(pair, changes.Count == 0 ? upToSeq : upTo, cancel);
        }
    }

    public Task<long> RejectedAsync(CancellationToken cancel) => pairs.RejectedAsync(cancel);

    private async Task<RowCounts> FillAsync(IndexPair pair, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        // Taken before the rows are read: what changes meanwhile is read again after it.
        var seq = await reader.NewestSeqAsync(cancel);
        var total = await reader.CountPostingsAsync(cancel) + await reader.CountWorkersAsync(cancel);
        var done = 0L;
        for (var ids = await reader.PostingIdsAfterAsync(0, cancel); ids.Count > 0; ids = await reader.PostingIdsAfterAsync(ids[^1], cancel))
        {
            await pairs.WritePostingsAsync(pair, [], await reader.PostingsAsync(ids, cancel), seq, cancel);
            await StepAsync(ids.Count);
        }

        for (var ids = await reader.WorkerIdsAfterAsync(0, cancel); ids.Count > 0; ids = await reader.WorkerIdsAfterAsync(ids[^1], cancel))
        {
            await pairs.WriteWorkersAsync(pair, [], await reader.WorkersAsync(ids, cancel), seq, cancel);
            await StepAsync(ids.Count);
        }

        await cursors.StartAtAsync(pair, seq, cancel);
        await live.RefreshAsync(pair, cancel);
        return await live.RowsOfAsync(pair, cancel);

        async Task StepAsync(int rows)
        {
            await cursors.GoOnRebuildingAsync(cancel);
            state.WritesGoOn();
            done += rows;
            state.Builds((done, total));
            progress?.Report((done, total));
        }
    }

    private async Task DropAsync(IndexPair pair)
    {
        try
        {
            await live.DropAsync(pair, CancellationToken.None);
        }
        catch (Exception error) when (ElasticsearchErrors.ProblemOf(error) is not null)
        {
            // The next swap removes what is left of it.
        }
    }
}
