using JobMatch.Data;

namespace JobMatch.Search.Embedded;

/// <summary>
/// Compares every document with the database by its fingerprint, batch by batch, and writes again what differs. The index is brought up to
/// date first, and what differs is read once more, so that a change in flight is no drift.
/// </summary>
internal static class IndexReconciliation
{
    public static async Task<IndexDrift> RunAsync(
        IndexFileWriter writer, DocumentReader reader, Func<IndexFileWriter, long, CancellationToken, Task<long>> catchUp, CancellationToken cancel)
    {
        await catchUp(writer, await reader.NewestSeqAsync(cancel), cancel);
        var postings = await CompareAsync(
            reader.PostingIdsAfterAsync, async ids => (await reader.PostingsAsync(ids, cancel)).ToDictionary(d => d.Id, d => d.Fingerprint), writer.PostingFingerprints, cancel);
        var workers = await CompareAsync(
            reader.WorkerIdsAfterAsync, async ids => (await reader.WorkersAsync(ids, cancel)).ToDictionary(d => d.Id, d => d.Fingerprint), writer.WorkerFingerprints, cancel);
        if (postings.Count + workers.Count == 0) return new IndexDrift(0, 0, 0);

        var seq = await catchUp(writer, await reader.NewestSeqAsync(cancel), cancel);
        var drift = new IndexDrift(0, 0, 0);
        foreach (var part in postings.Chunk(DocumentReader.BatchSize))
        {
            var documents = await reader.PostingsAsync(part, cancel);
            drift = Add(drift, part, documents.ToDictionary(d => d.Id, d => d.Fingerprint), Kept(part, writer.PostingFingerprints));
            writer.Write(part, documents, [], [], seq, moveCursor: false);
        }

        foreach (var part in workers.Chunk(DocumentReader.BatchSize))
        {
            var documents = await reader.WorkersAsync(part, cancel);
            drift = Add(drift, part, documents.ToDictionary(d => d.Id, d => d.Fingerprint), Kept(part, writer.WorkerFingerprints));
            writer.Write([], [], part, documents, seq, moveCursor: false);
        }

        return drift;
    }

    private static async Task<List<long>> CompareAsync(
        Func<long, CancellationToken, Task<List<long>>> idsAfter, Func<List<long>, Task<Dictionary<long, long>>> truth, Func<long, long, List<(long Id, long Fingerprint)>> kept, CancellationToken cancel)
    {
        var differing = new List<long>();
        var after = 0L;
        while (true)
        {
            var ids = await idsAfter(after, cancel);
            // The last batch also takes what the index has beyond the database.
            var upTo = ids.Count < DocumentReader.BatchSize ? long.MaxValue : ids[^1];
            var real = ids.Count == 0 ? [] : await truth(ids);
            var ours = kept(after, upTo).ToDictionary(k => k.Id, k => k.Fingerprint);
            differing.AddRange(real.Keys.Union(ours.Keys).Where(id => !real.TryGetValue(id, out var a) || !ours.TryGetValue(id, out var b) || a != b).Order());
            if (upTo == long.MaxValue) return differing;
            after = upTo;
        }
    }

    private static Dictionary<long, long> Kept(long[] ids, Func<long, long, List<(long Id, long Fingerprint)>> kept)
    {
        var wanted = ids.ToHashSet();
        return kept(ids.Min() - 1, ids.Max()).Where(k => wanted.Contains(k.Id)).ToDictionary(k => k.Id, k => k.Fingerprint);
    }

    private static IndexDrift Add(IndexDrift drift, long[] ids, Dictionary<long, long> truth, Dictionary<long, long> kept) => new(
        drift.Missing + ids.Count(id => truth.ContainsKey(id) && !kept.ContainsKey(id)),
        drift.Stale + ids.Count(id => truth.TryGetValue(id, out var a) && kept.TryGetValue(id, out var b) && a != b),
        drift.Orphaned + ids.Count(id => !truth.ContainsKey(id) && kept.ContainsKey(id)));
}
