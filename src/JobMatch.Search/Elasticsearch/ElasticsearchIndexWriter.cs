using JobMatch.Data;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// Keeps the indexes of Elasticsearch in step. The cursor is shared by all nodes and belongs to the build, so the events after it are read
/// here again, whatever this node has been handed.
/// </summary>
internal sealed class ElasticsearchIndexWriter(
    ElasticsearchClient client, LiveIndexes live, PairWriter pairs, BuildCursors cursors, DocumentReader reader, ElasticsearchState state, ElasticsearchOptions options) : IIndexWriter
{
    /// <summary>Milliseconds that a page of figures waits for the server.</summary>
    private const int LongestLook = 1_000;
    private readonly IndexBuild _build = new(live, pairs, cursors, reader, state);
    private readonly TimeSpan _pause = TimeSpan.FromMilliseconds(options.Pause);
    private readonly ElasticsearchClient _client = client;
    private readonly LiveIndexes _live = live;
    private readonly PairWriter _pairs = pairs;
    private readonly BuildCursors _cursors = cursors;
    private readonly DocumentReader _reader = reader;

    public string Name => "Elasticsearch index";

    public string Engine => IndexEngines.Elasticsearch;

    public Task<long> StartAsync(CancellationToken cancel) => NotingAsync(async () =>
    {
        if (await UsableAsync(cancel) is { } usable) return (await _cursors.SeqAsync(usable, cancel))!.Value;
        var rebuilt = await _build.RunAsync(force: true, progress: null, cancel);
        if (!rebuilt.IsDone) throw new ElasticsearchUnavailableException(IndexFault.BeingBuilt, "The index is being built by another process.");
        return (await _cursors.SeqAsync(rebuilt.Value!, cancel))!.Value;
    });

    public Task TakeAsync(IReadOnlyList<Change> changes, long upToSeq, CancellationToken cancel) => NotingAsync(async () =>
    {
        await CatchUpAsync(await LiveAsync(cancel), upToSeq, cancel);
        return true;
    });

    public async Task<Outcome<IndexStatus>> RebuildAsync(bool force, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        try
        {
            var rebuilt = await NotingAsync(() => _build.RunAsync(force, progress, cancel));
            return rebuilt.IsDone ? await StatusAsync(cancel) : rebuilt.Refusals.ToList();
        }
        catch (ElasticsearchUnavailableException problem)
        {
            return new Refusal("Index.Unreachable", "", problem.Message);
        }
    }

    public async Task<IndexStatus> StatusAsync(CancellationToken cancel)
    {
        var newest = await _reader.NewestSeqAsync(cancel);
        var rejected = await _build.RejectedAsync(cancel);
        var none = new IndexStatus(Engine, 0, 0, 0, newest, 0) { Rejected = rejected, Nodes = 0, Build = state.Build };
        // A page waits for this, and "nobody answers" is an answer too.
        using var quick = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        quick.CancelAfter(Math.Min(options.SearchTimeout, LongestLook));
        try
        {
            var health = await _client.HealthAsync(quick.Token);
            if (await _live.FindAsync(quick.Token) is not { } pair) return none with { Problem = state.Problem ?? new IndexProblem(IndexFault.Missing, "There is no index of this layout."), Nodes = health.NumberOfNodes };
            var bytes = await _client.BytesAsync(pair.Postings, quick.Token) + await _client.BytesAsync(pair.Workers, quick.Token);
            var (postings, workers) = (await _client.CountAsync(pair.Postings, null, quick.Token), await _client.CountAsync(pair.Workers, null, quick.Token));
            return new IndexStatus(Engine, postings, workers, await _cursors.SeqAsync(pair, cancel) ?? 0, newest, bytes)
            {
                Missing = await _reader.CountPostingsAsync(cancel) + await _reader.CountWorkersAsync(cancel) - postings - workers,
                Build = state.Build,
                Problem = state.Problem, IsCatchingUp = state.IsCatchingUp, LastProblem = state.Problem is null ? state.Last : null, Rejected = rejected, Nodes = health.NumberOfNodes,
            };
        }
        catch (Exception error) when (ElasticsearchErrors.ProblemOf(error) is not null || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            var problem = state.Problem ?? ElasticsearchErrors.ProblemOf(error)
                ?? new IndexProblem(IndexFault.NoAnswer, $"Elasticsearch does not answer within {Math.Min(options.SearchTimeout, LongestLook)} ms.");
            return none with { Problem = problem, IsKnown = false };
        }
    }

    public async Task<long?> SeqAsync(CancellationToken cancel)
    {
        // Somebody reads a page meanwhile: no longer than a search would take.
        using var quick = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        quick.CancelAfter(options.SearchTimeout);
        try
        {
            return await _live.FindAsync(quick.Token) is { } pair ? await _cursors.SeqAsync(pair, cancel) : null;
        }
        catch (Exception error) when (ElasticsearchErrors.ProblemOf(error) is not null || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    public Task<IndexDrift> ReconcileAsync(IndexParts parts, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        NotingAsync(async () => await IndexReconciliation.RunAsync(new Compared(this, await LiveAsync(cancel)), _reader, parts, progress, cancel));

    /// <summary>The live pair when it can be written into and read from: of this layout, built from this database, not ahead of it (a restored backup).</summary>
    public async Task<IndexPair?> UsableAsync(CancellationToken cancel)
    {
        if (await _live.FindAsync(cancel) is not { } pair || await _cursors.SeqAsync(pair, cancel) is not { } seq) return null;
        var newest = await _reader.NewestSeqAsync(cancel);
        try
        {
            return seq <= newest && await _pairs.NewestVersionAsync(pair, cancel) <= newest ? pair : null;
        }
        catch (ElasticsearchUnavailableException gone) when (gone.Problem.Fault == IndexFault.Missing)
        {
            return null;
        }
    }

    /// <summary>Builds the index again when it is gone or changed; goes on with writes that wait.</summary>
    public async Task CheckAsync(CancellationToken cancel)
    {
        if (await UsableAsync(cancel) is null)
        {
            // A fault that is known already is why it is missing, or why it cannot be built: two reasons in turn would tell nobody anything.
            if (state.Waiting is null) state.WritesWait(ElasticsearchUnavailableException.Missing().Problem);
            await StartAsync(cancel);
        }
        else if (state.Waiting is not null)
        {
            await TakeAsync([], await _reader.NewestSeqAsync(cancel), cancel);
        }
    }

    private async Task<IndexPair> LiveAsync(CancellationToken cancel) =>
        await _live.FindAsync(cancel) is { } pair && await _cursors.SeqAsync(pair, cancel) is not null
            ? pair
            : throw ElasticsearchUnavailableException.Missing();

    private Task CatchUpAsync(IndexPair pair, long upToSeq, CancellationToken cancel) => _build.CatchUpAsync(pair, upToSeq, cancel);

    /// <summary>Tells the searches when writes wait, and when all of them are done.</summary>
    private async Task<T> NotingAsync<T>(Func<Task<T>> write)
    {
        try
        {
            var result = await write();
            state.WritesGoOn();
            if (state.Waiting is not null && await _live.FindAsync(CancellationToken.None) is { } pair
                && await _cursors.SeqAsync(pair, CancellationToken.None) >= await _reader.NewestSeqAsync(CancellationToken.None))
                state.WritesAreDone();
            return result;
        }
        catch (Exception error) when (ElasticsearchErrors.ProblemOf(error) is { } problem)
        {
            state.WritesWait(problem);
            throw;
        }
    }

    /// <summary>A live pair as a reconcile sees it.</summary>
    private sealed class Compared(ElasticsearchIndexWriter owner, IndexPair live) : IComparedIndex
    {
        private IndexPair _pair = live;
        private int _late;

        public async Task<long> CatchUpAsync(CancellationToken cancel)
        {
            var newest = await owner._reader.NewestSeqAsync(cancel);
            await owner.CatchUpAsync(_pair, newest, cancel);
            await owner._client.RefreshAsync($"{_pair.Postings},{_pair.Workers}", cancel);
            return newest;
        }

        /// <summary>
        /// A document or a deletion with a version above the database's newest change (a hand, or a database from a backup) refuses the repair,
        /// and would refuse every change to come. Writing above that version would leave it so, and forgetting versions in place would let late
        /// writes win: only an index that has never seen them is right, so one is built. It is forced: the live one is known to be wrong. Where another
        /// process builds one already, that is waited for.
        /// </summary>
        public async Task InsistAsync(CancellationToken cancel)
        {
            if (_late == 0) return;
            var rebuilt = await owner._build.RunAsync(force: true, progress: null, cancel);
            while (!rebuilt.IsDone)
            {
                await Task.Delay(owner._pause, cancel);
                if (await owner._live.FindAsync(cancel) is { } other && other != _pair) rebuilt = other;
                else rebuilt = await owner._build.RunAsync(force: true, progress: null, cancel);
            }

            _pair = rebuilt.Value!;
        }

        public long MarkOf(PostingDocument document) => KeptSource.MarkOf(document);

        public long MarkOf(WorkerDocument document) => KeptSource.MarkOf(document);

        public Task<Dictionary<long, long>> PostingsAsync(long after, long upTo, CancellationToken cancel) => owner._pairs.MarksAsync(_pair.Postings, after, upTo, cancel);

        public Task<Dictionary<long, long>> WorkersAsync(long after, long upTo, CancellationToken cancel) => owner._pairs.MarksAsync(_pair.Workers, after, upTo, cancel);

        public async Task WritePostingsAsync(long[] ids, List<PostingDocument> documents, long seq, CancellationToken cancel) =>
            _late += await owner._pairs.WritePostingsAsync(_pair, ids, documents, seq, cancel);

        public async Task WriteWorkersAsync(long[] ids, List<WorkerDocument> documents, long seq, CancellationToken cancel) =>
            _late += await owner._pairs.WriteWorkersAsync(_pair, ids, documents, seq, cancel);
    }
}
