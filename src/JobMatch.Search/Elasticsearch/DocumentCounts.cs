using JobMatch.Data;
using Microsoft.Extensions.Logging;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// Whether the server still holds a document for every row of the database. A hand, or a shard from an old snapshot, takes documents away without any
/// error and leaves mapping and versions as they were; the nightly reconcile would find it hours later, a count finds it now.
/// </summary>
internal sealed partial class DocumentCounts(ElasticsearchIndexWriter writer, LiveIndexes live, BuildCursors cursors, DocumentReader reader, ElasticsearchState state, ILogger<DocumentCounts> log)
{
    /// <summary>What a reconcile could not mend (documents that the server refuses): no reason to compare everything again until it changes.</summary>
    private RowCounts _left;

    /// <summary>Reconciles when the counts differ.</summary>
    /// <returns>What was mended; null when nothing differs, or when changes are under way that make counts incomparable.</returns>
    public async Task<IndexDrift?> CheckAsync(CancellationToken cancel)
    {
        if (await MissingAsync(cancel) is not { } missing || missing == _left) return null;
        var drift = await MendAsync(missing, cancel);
        _left = await MissingAsync(cancel) ?? default;
        Log.Mended(log, missing.Postings, missing.Workers, drift.Total - drift.Failed, drift.Failed);
        return drift;
    }

    /// <summary>Meanwhile the embedded index answers, which lacks nothing.</summary>
    private async Task<IndexDrift> MendAsync(RowCounts missing, CancellationToken cancel)
    {
        try
        {
            state.LacksDocuments(new IndexProblem(IndexFault.Incomplete, $"The index differs by {missing.Postings} postings and {missing.Workers} workers from the database; they are written again."));
            return await writer.ReconcileAsync(PartsOf(missing), progress: null, cancel);
        }
        finally
        {
            state.LacksNothing();
        }
    }

    /// <summary>Rows of the database less documents of the index; null when the two are not of the same moment.</summary>
    private async Task<RowCounts?> MissingAsync(CancellationToken cancel)
    {
        if (await writer.UsableAsync(cancel) is not { } pair) return null;
        var seq = await reader.NewestSeqAsync(cancel);
        if (await cursors.SeqAsync(pair, cancel) != seq) return null;
        await live.RefreshAsync(pair, cancel);
        var held = await live.RowsOfAsync(pair, cancel);
        var (postings, workers) = (await reader.CountPostingsAsync(cancel), await reader.CountWorkersAsync(cancel));
        return await reader.NewestSeqAsync(cancel) == seq ? new RowCounts(postings - held.Postings, workers - held.Workers) : null;
    }

    private static IndexParts PartsOf(RowCounts missing) =>
        (missing.Postings != 0 ? IndexParts.Postings : IndexParts.None) | (missing.Workers != 0 ? IndexParts.Workers : IndexParts.None);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Elasticsearch lacked {Postings} postings and {Workers} workers of the database (negative: it had too many); {Mended} documents were repaired, {Failed} could not be.")]
        public static partial void Mended(ILogger logger, long postings, long workers, long mended, long failed);
    }
}
