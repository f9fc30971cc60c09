using JobMatch.Asking;
using JobMatch.Search;
using JobMatch.Search.Embedded;

namespace JobMatch.Benchmarks;

/// <summary>Ours, without a server.</summary>
internal sealed class EmbeddedUnderTest : ISearchUnderTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmatch-bench-").FullName;
    private IndexFolder? _index;

    public string Name => "embedded";

    public EmbeddedPostingSearch Search { get; private set; } = null!;

    public Task<long?> FillAsync(IReadOnlyList<PostingDocument> documents)
    {
        _index = new IndexFolder(_folder);
        var file = _index.NewFile();
        using (var writer = IndexFileWriter.CreateNew(file))
        {
            foreach (var part in documents.Chunk(DocumentReader.BatchSize)) writer.Write([], part, [], [], 1, moveCursor: false);
            writer.Finish(1);
        }

        _index.Swap(file);
        Search = new EmbeddedPostingSearch(_index, new BenchDay());
        return Task.FromResult<long?>(Directory.GetFiles(_folder).Sum(f => new FileInfo(f).Length));
    }

    public async Task<Func<int>> AskAsync(PostingQuery query)
    {
        var hits = await Search.SearchAsync(query, CancellationToken.None);
        return () => hits.Total;
    }

    /// <summary>Something asked of the index as a search asks it: in a transaction, with the columns in memory.</summary>
    public T Read<T>(Func<IndexConnection, PostingColumns, T> read) => _index!.Read(index => index.InTransaction(writes: false, () => read(index, index.Memory.ColumnsFor(index)!)), default!);

    /// <summary>How SQLite answers a statement.</summary>
    public List<string> Plan(string sql) => _index!.Read(index => index.Rows($"explain query plan {sql}", r => r.GetString(3)), []);

    public ValueTask DisposeAsync()
    {
        _index?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
