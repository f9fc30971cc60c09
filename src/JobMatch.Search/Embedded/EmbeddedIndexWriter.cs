using JobMatch.Data;
using Microsoft.Data.Sqlite;

namespace JobMatch.Search.Embedded;

/// <summary>
/// Keeps the index file in step. The cursor lies in the file: whoever swaps a file in brings its cursor along, and the next batch first
/// fills what that file has not seen.
/// </summary>
internal sealed class EmbeddedIndexWriter(IndexFolder folder, DocumentReader reader) : IIndexWriter, IDisposable
{
    private readonly DocumentReader _reader = reader;
    private readonly SemaphoreSlim _writing = new(1, 1);
    /// <summary>The cursor of an index that lacks its workers: before every change.</summary>
    private const long Unfinished = -1;

    private IndexFileWriter? _writer;
    private long _position;

    public string Name => "embedded index";

    public string Engine => IndexEngines.Embedded;

    public async Task<long> StartAsync(CancellationToken cancel)
    {
        if (!await IsUsableAsync(cancel))
        {
            await ServePostingsAsync(cancel);
            await RebuildAsync(force: true, progress: null, cancel);
        }

        return await WritingAsync(writer => Task.FromResult(_position = writer.Seq), cancel);
    }

    /// <summary>
    /// Puts an index of nothing but postings in the place of one that cannot be used, so that whoever looks for work waits for these only. It is unfinished: should the process end
    /// before the whole one is built, that is built at the next start.
    /// </summary>
    internal async Task ServePostingsAsync(CancellationToken cancel)
    {
        await using var single = folder.TryLockRebuild();
        if (single is null) return;
        var file = folder.NewFile();
        try
        {
            using (var writer = IndexFileWriter.CreateNew(file))
            {
                await BuildPostingsAsync(writer, await _reader.NewestSeqAsync(cancel), _ => { }, cancel);
                writer.Finish(Unfinished);
            }

            folder.Swap(file);
        }
        catch
        {
            IndexFolder.Delete(file);
            throw;
        }
    }

    public Task TakeAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return WritingAsync(
            async writer =>
            {
                // Another process may have swapped in a file that has read less than this one had.
                if (writer.Seq < _position) await CatchUpAsync(writer, upToSeq, cancel);
                else await WriteAsync(writer, changes, upToSeq, cancel);
                return _position = upToSeq;
            },
            cancel);
    }

    public async Task<Outcome<IndexStatus>> RebuildAsync(bool force, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        await using var single = folder.TryLockRebuild();
        if (single is null) return new Refusal("Index.Rebuilding");
        var old = LiveRows();
        var file = folder.NewFile();
        try
        {
            RowCounts rows;
            using (var writer = IndexFileWriter.CreateNew(file))
            {
                await BuildAsync(writer, progress, cancel);
                rows = new RowCounts(writer.Postings, writer.Workers);
            }

            if (!force && rows.TooSmallBeside(old) is { } refusal)
            {
                IndexFolder.Delete(file);
                return refusal;
            }

            folder.Swap(file);
        }
        catch
        {
            IndexFolder.Delete(file);
            throw;
        }

        // What was committed while the old file still took the changes.
        await WritingAsync(async writer => await CatchUpAsync(writer, await _reader.NewestSeqAsync(cancel), cancel), cancel);
        return await StatusAsync(cancel);
    }

    public async Task<IndexStatus> StatusAsync(CancellationToken cancel)
    {
        var newest = await _reader.NewestSeqAsync(cancel);
        if (folder.CurrentFile() is not { } file) return new IndexStatus(Engine, 0, 0, 0, newest, 0);
        var (postings, workers, seq) = folder.Read(
            index => (index.Number("select count(*) from postings") ?? 0, index.Number("select count(*) from workers") ?? 0, index.Number("select value from state where name = 'seq'") ?? 0),
            (0, 0, 0));
        return new IndexStatus(Engine, postings, workers, seq, newest, IndexFolder.BytesOf(file));
    }

    public Task<long?> SeqAsync(CancellationToken cancel) =>
        Task.FromResult<long?>(folder.Read(index => index.Number("select value from state where name = 'seq'") ?? 0, 0));

    public Task<IndexDrift> ReconcileAsync(IndexParts parts, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        WritingAsync(writer => IndexReconciliation.RunAsync(new Compared(this, writer), _reader, parts, progress, cancel), cancel);

    public void Dispose()
    {
        _writer?.Dispose();
        _writing.Dispose();
    }

    private async Task<long> CatchUpAsync(IndexFileWriter writer, long upToSeq, CancellationToken cancel)
    {
        while (writer.Seq is > Unfinished and var seq && seq < upToSeq)
        {
            var (changes, upTo) = await _reader.ChangesAsync(writer.Seq, upToSeq, cancel);
            if (changes.Count == 0) break;
            await WriteAsync(writer, changes, upTo, cancel);
        }

        return writer.Seq;
    }

    private async Task WriteAsync(IndexFileWriter writer, IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel)
    {
        var (postings, workers) = await _reader.TouchedAsync(changes, cancel);
        // A change of an employer or a settlement may touch thousands; the cursor moves with the last part.
        foreach (var part in postings.Chunk(DocumentReader.BatchSize))
            writer.Write(part, await _reader.PostingsAsync(part, cancel), [], [], upToSeq, moveCursor: false);
        foreach (var part in workers.Chunk(DocumentReader.BatchSize))
            writer.Write([], [], part, await _reader.WorkersAsync(part, cancel), upToSeq, moveCursor: false);
        writer.Write([], [], [], [], upToSeq, moveCursor: true);
    }

    private async Task BuildAsync(IndexFileWriter writer, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        // Taken before the rows are read: what changes meanwhile is read again after it.
        var seq = await _reader.NewestSeqAsync(cancel);
        var total = await _reader.CountPostingsAsync(cancel) + await _reader.CountWorkersAsync(cancel);
        var done = 0L;
        await BuildPostingsAsync(writer, seq, rows => progress?.Report((done += rows, total)), cancel);
        for (var ids = await _reader.WorkerIdsAfterAsync(0, cancel); ids.Count > 0; ids = await _reader.WorkerIdsAfterAsync(ids[^1], cancel))
        {
            writer.Write([], [], [], await _reader.WorkersAsync(ids, cancel), seq, moveCursor: false);
            progress?.Report((done += ids.Count, total));
        }

        writer.Finish(seq);
        await CatchUpAsync(writer, await _reader.NewestSeqAsync(cancel), cancel);
    }

    private async Task BuildPostingsAsync(IndexFileWriter writer, long seq, Action<int> step, CancellationToken cancel)
    {
        for (var ids = await _reader.PostingIdsAfterAsync(0, cancel); ids.Count > 0; ids = await _reader.PostingIdsAfterAsync(ids[^1], cancel))
        {
            writer.Write([], await _reader.PostingsAsync(ids, cancel), [], [], seq, moveCursor: false);
            step(ids.Count);
        }
    }

    /// <summary>There, of this version, readable, whole, and not ahead of the database (which was then restored from a backup).</summary>
    private async Task<bool> IsUsableAsync(CancellationToken cancel)
    {
        if (folder.CurrentFile() is not { } file || !File.Exists(file)) return false;
        var newest = await _reader.NewestSeqAsync(cancel);
        try
        {
            using var writer = IndexFileWriter.Open(file);
            return writer.SchemaVersion == IndexSchema.Version && writer.Seq > Unfinished && writer.Seq <= newest;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private RowCounts LiveRows()
    {
        if (folder.CurrentFile() is not { } file || !File.Exists(file)) return default;
        try
        {
            using var writer = IndexFileWriter.Open(file);
            return writer.SchemaVersion == 0 ? default : new RowCounts(writer.Postings, writer.Workers);
        }
        catch (SqliteException)
        {
            return default;
        }
    }

    /// <summary>One write at a time in this process, always on the file that is live now.</summary>
    private async Task<T> WritingAsync<T>(Func<IndexFileWriter, Task<T>> work, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            var file = folder.CurrentFile() ?? throw new InvalidOperationException("There is no index yet: start it or rebuild it first.");
            if (_writer?.File != file)
            {
                _writer?.Dispose();
                _writer = null;
                _writer = IndexFileWriter.Open(file);
            }

            return await work(_writer);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>The open file as a reconcile sees it.</summary>
    private sealed class Compared(EmbeddedIndexWriter owner, IndexFileWriter writer) : IComparedIndex
    {
        public async Task<long> CatchUpAsync(CancellationToken cancel) => await owner.CatchUpAsync(writer, await owner._reader.NewestSeqAsync(cancel), cancel);

        public Task<Dictionary<long, long>> PostingsAsync(long after, long upTo, CancellationToken cancel) =>
            Task.FromResult(writer.PostingMarks(after, upTo).ToDictionary(k => k.Id, k => k.Mark));

        public Task<Dictionary<long, long>> WorkersAsync(long after, long upTo, CancellationToken cancel) =>
            Task.FromResult(writer.WorkerMarks(after, upTo).ToDictionary(k => k.Id, k => k.Mark));

        public long MarkOf(PostingDocument document) => KeptRows.MarkOf(document);

        public long MarkOf(WorkerDocument document) => KeptRows.MarkOf(document);

        /// <summary>A file takes what is written.</summary>
        public Task InsistAsync(CancellationToken cancel) => Task.CompletedTask;

        public Task WritePostingsAsync(long[] ids, List<PostingDocument> documents, long seq, CancellationToken cancel)
        {
            writer.Write(ids, documents, [], [], seq, moveCursor: false);
            return Task.CompletedTask;
        }

        public Task WriteWorkersAsync(long[] ids, List<WorkerDocument> documents, long seq, CancellationToken cancel)
        {
            writer.Write([], [], ids, documents, seq, moveCursor: false);
            return Task.CompletedTask;
        }
    }
}
