using JobMatch.Data;

namespace JobMatch.Search;

/// <summary>What a reconcile needs of an index; every engine has it.</summary>
internal interface IComparedIndex
{
    /// <summary>Takes every change that is committed now, makes it readable here, and says how far it came.</summary>
    Task<long> CatchUpAsync(CancellationToken cancel);

    /// <summary>A digest of what this index has to hold of a document: not of what the document says it is, so that an edit by hand is seen.</summary>
    long MarkOf(PostingDocument document);

    /// <inheritdoc cref="MarkOf(PostingDocument)"/>
    long MarkOf(WorkerDocument document);

    /// <summary>Digests of what it does hold, of postings with ids after one, up to and including another.</summary>
    Task<Dictionary<long, long>> PostingsAsync(long after, long upTo, CancellationToken cancel);

    /// <inheritdoc cref="PostingsAsync"/>
    Task<Dictionary<long, long>> WorkersAsync(long after, long upTo, CancellationToken cancel);

    /// <summary>Called once after the repairs when some of them may not have held: the engine makes them hold by other means, if it has any.</summary>
    Task InsistAsync(CancellationToken cancel);

    /// <summary>Writes the documents, and removes the ids without one.</summary>
    Task WritePostingsAsync(long[] ids, List<PostingDocument> documents, long seq, CancellationToken cancel);

    /// <inheritdoc cref="WritePostingsAsync"/>
    Task WriteWorkersAsync(long[] ids, List<WorkerDocument> documents, long seq, CancellationToken cancel);
}

/// <summary>
/// Compares what the index holds of every document with the database, batch by batch, and writes again what differs. The index is brought up to
/// date first, and what differs is read once more, so that a change in flight is no drift. What was repaired is compared again: only what then
/// equals the database counts as mended.
/// </summary>
internal static class IndexReconciliation
{
    public static async Task<IndexDrift> RunAsync(IComparedIndex index, DocumentReader reader, IndexParts parts, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var (ofPostings, ofWorkers) = (parts.HasFlag(IndexParts.Postings), parts.HasFlag(IndexParts.Workers));
        var total = progress is null ? 0 : (ofPostings ? await reader.CountPostingsAsync(cancel) : 0) + (ofWorkers ? await reader.CountWorkersAsync(cancel) : 0);
        var done = 0L;
        await index.CatchUpAsync(cancel);
        var postings = !ofPostings ? [] : await CompareAsync(
            reader.PostingIdsAfterAsync, async ids => (await reader.PostingsAsync(ids, cancel)).ToDictionary(d => d.Id, index.MarkOf), index.PostingsAsync, Report, cancel);
        var workers = !ofWorkers ? [] : await CompareAsync(
            reader.WorkerIdsAfterAsync, async ids => (await reader.WorkersAsync(ids, cancel)).ToDictionary(d => d.Id, index.MarkOf), index.WorkersAsync, Report, cancel);
        if (postings.Count + workers.Count == 0) return new IndexDrift(0, 0, 0);

        var seq = await index.CatchUpAsync(cancel);
        var drift = new IndexDrift(0, 0, 0);
        foreach (var part in postings.Chunk(DocumentReader.BatchSize))
        {
            var documents = await reader.PostingsAsync(part, cancel);
            drift = Add(drift, part, documents.ToDictionary(d => d.Id, index.MarkOf), await KeptAsync(part, index.PostingsAsync, cancel));
            await index.WritePostingsAsync(part, documents, seq, cancel);
        }

        foreach (var part in workers.Chunk(DocumentReader.BatchSize))
        {
            var documents = await reader.WorkersAsync(part, cancel);
            drift = Add(drift, part, documents.ToDictionary(d => d.Id, index.MarkOf), await KeptAsync(part, index.WorkersAsync, cancel));
            await index.WriteWorkersAsync(part, documents, seq, cancel);
        }

        if (await LeftAsync(index, reader, postings, workers, cancel) == 0) return drift;
        await index.InsistAsync(cancel);
        return drift with { Failed = await LeftAsync(index, reader, postings, workers, cancel) };

        void Report(int rows) => progress?.Report((done += rows, total));
    }

    private static async Task<List<long>> CompareAsync(
        Func<long, CancellationToken, Task<List<long>>> idsAfter, Func<List<long>, Task<Dictionary<long, long>>> truth,
        Func<long, long, CancellationToken, Task<Dictionary<long, long>>> kept, Action<int> report, CancellationToken cancel)
    {
        var differing = new List<long>();
        var after = 0L;
        while (true)
        {
            var ids = await idsAfter(after, cancel);
            // The last batch also takes what the index has beyond the database.
            var upTo = ids.Count < DocumentReader.BatchSize ? long.MaxValue : ids[^1];
            var real = ids.Count == 0 ? [] : await truth(ids);
            var ours = await kept(after, upTo, cancel);
            differing.AddRange(real.Keys.Union(ours.Keys).Where(id => !real.TryGetValue(id, out var a) || !ours.TryGetValue(id, out var b) || a != b).Order());
            report(ids.Count);
            if (upTo == long.MaxValue) return differing;
            after = upTo;
        }
    }

    /// <summary>How many of these still differ; changes that came meanwhile are taken first.</summary>
    private static async Task<long> LeftAsync(IComparedIndex index, DocumentReader reader, List<long> postings, List<long> workers, CancellationToken cancel)
    {
        await index.CatchUpAsync(cancel);
        var left = 0L;
        foreach (var part in postings.Chunk(DocumentReader.BatchSize))
            left += Add(new IndexDrift(0, 0, 0), part, (await reader.PostingsAsync(part, cancel)).ToDictionary(d => d.Id, index.MarkOf), await KeptAsync(part, index.PostingsAsync, cancel)).Total;
        foreach (var part in workers.Chunk(DocumentReader.BatchSize))
            left += Add(new IndexDrift(0, 0, 0), part, (await reader.WorkersAsync(part, cancel)).ToDictionary(d => d.Id, index.MarkOf), await KeptAsync(part, index.WorkersAsync, cancel)).Total;
        return left;
    }

    private static async Task<Dictionary<long, long>> KeptAsync(long[] ids, Func<long, long, CancellationToken, Task<Dictionary<long, long>>> kept, CancellationToken cancel)
    {
        var wanted = ids.ToHashSet();
        return (await kept(ids.Min() - 1, ids.Max(), cancel)).Where(k => wanted.Contains(k.Key)).ToDictionary();
    }

    private static IndexDrift Add(IndexDrift drift, long[] ids, Dictionary<long, long> truth, Dictionary<long, long> kept) => new(
        drift.Missing + ids.Count(id => truth.ContainsKey(id) && !kept.ContainsKey(id)),
        drift.Stale + ids.Count(id => truth.TryGetValue(id, out var a) && kept.TryGetValue(id, out var b) && a != b),
        drift.Orphaned + ids.Count(id => !truth.ContainsKey(id) && kept.ContainsKey(id)));
}
