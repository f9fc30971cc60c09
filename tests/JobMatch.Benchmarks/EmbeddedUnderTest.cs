using JobMatch.Postings;
using JobMatch.Search;
using JobMatch.Search.Embedded;

namespace JobMatch.Benchmarks;

/// <summary>Ours, without a server.</summary>
internal sealed class EmbeddedUnderTest : ISearchUnderTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmatch-bench-").FullName;
    private IndexFolder? _index;
    private EmbeddedPostingSearch? _search;

    public string Name => "embedded";

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
        _search = new EmbeddedPostingSearch(_index, new BenchDay());
        return Task.FromResult<long?>(Directory.GetFiles(_folder).Sum(f => new FileInfo(f).Length));
    }

    public async Task<Func<int>> AskAsync(PostingQuery query)
    {
        var hits = await _search!.SearchAsync(query, CancellationToken.None);
        return () => hits.Total;
    }

    public ValueTask DisposeAsync()
    {
        _index?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
