using System.Diagnostics;
using System.Globalization;
using JobMatch.Postings;
using JobMatch.Search;
using JobMatch.Search.Embedded;

namespace JobMatch.Benchmarks;

/// <summary>One engine under measurement: filled once with all documents, then asked.</summary>
internal interface ISearchUnderTest : IAsyncDisposable
{
    string Name { get; }

    Task FillAsync(IReadOnlyList<PostingDocument> documents);

    /// <summary>Answers one question with facets and highlights; how many it finds, so that engines can be seen to do the same work.</summary>
    Task<int> AskAsync(PostingQuery query);
}

/// <summary>
/// Words, filters, facets and highlights over 100,000 postings (and over a quarter of them, for the growth): scripts/bench search. Questions are
/// taken in turn, engines alternate; the first pass warms up, each question is then asked once a round, p50 and p95 are over all.
/// </summary>
internal static class SearchBench
{
    private const int Questions = 400;
    private const int Rounds = 3;

    public static async Task<int> RunAsync(IReadOnlyList<Func<ISearchUnderTest>> engines, int size = 100_000)
    {
        foreach (var count in new[] { size / 4, size })
        {
            var documents = SearchCorpus.Postings(count);
            var questions = SearchCorpus.Questions(Questions);
            var tested = new List<ISearchUnderTest>();
            foreach (var make in engines)
            {
                var engine = make();
                var watch = Stopwatch.StartNew();
                await engine.FillAsync(documents);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine.Name}: {count:N0} postings filled in {watch.Elapsed.TotalSeconds:0.0} s"));
                tested.Add(engine);
            }

            var times = tested.ToDictionary(e => e.Name, _ => new List<double>());
            var cold = tested.ToDictionary(e => e.Name, _ => new List<double>());
            var found = tested.ToDictionary(e => e.Name, _ => 0L);
            for (var round = 0; round <= Rounds; round++)
                foreach (var question in questions)
                    foreach (var engine in tested)
                    {
                        var start = Stopwatch.GetTimestamp();
                        var total = await engine.AskAsync(question);
                        (round == 0 ? cold : times)[engine.Name].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                        if (round == 0) found[engine.Name] += total;
                    }

            Console.WriteLine("| engine | postings | p50 ms | p95 ms | max ms | first time asked: p50 | p95 | found |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            foreach (var engine in tested)
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {engine.Name} | {count:N0} | {At(times[engine.Name], 50):0.00} | {At(times[engine.Name], 95):0.00} | {times[engine.Name].Max():0.00} | {At(cold[engine.Name], 50):0.00} | {At(cold[engine.Name], 95):0.00} | {found[engine.Name]:N0} |"));
            foreach (var engine in tested) await engine.DisposeAsync();
        }

        return 0;
    }

    public static double At(List<double> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}

/// <summary>Ours, without a server.</summary>
internal sealed class EmbeddedUnderTest : ISearchUnderTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmatch-bench-").FullName;
    private IndexFolder? _index;
    private EmbeddedPostingSearch? _search;

    public string Name => "embedded";

    public Task FillAsync(IReadOnlyList<PostingDocument> documents)
    {
        _index = new IndexFolder(_folder);
        var file = _index.NewFile();
        using (var writer = IndexFileWriter.CreateNew(file))
        {
            foreach (var part in documents.Chunk(DocumentReader.BatchSize)) writer.Write([], part, [], [], 1, moveCursor: false);
            writer.Finish(1);
        }

        _index.Swap(file);
        _search = new EmbeddedPostingSearch(_index, new FixedDay());
        return Task.CompletedTask;
    }

    public async Task<int> AskAsync(PostingQuery query) => (await _search!.SearchAsync(query, CancellationToken.None)).Total;

    public ValueTask DisposeAsync()
    {
        _index?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The corpus has dates of its own.</summary>
    private sealed class FixedDay : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 4, 0, 0, TimeSpan.Zero);
    }
}
