using System.Diagnostics;
using System.Globalization;
using JobMatch.Asking;

namespace JobMatch.Benchmarks;

/// <summary>One engine under measurement: filled once with all documents, then asked.</summary>
internal interface ISearchUnderTest : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Bytes on disk; null when it asks the index of another engine in the list.</summary>
    Task<long?> FillAsync(IReadOnlyList<JobMatch.Search.PostingDocument> documents);

    /// <summary>Called before the clock runs.</summary>
    void Prepare(PostingQuery query)
    {
    }

    /// <summary>Answers one question with facets and highlights. What comes back says how many it found, so that engines can be seen to do the same work; it is asked when the clock has stopped.</summary>
    Task<Func<int>> AskAsync(PostingQuery query);
}

/// <summary>
/// P4 and P5: words, filters, facets and highlights over 10,000, 25,000 and 100,000 postings: <c>scripts/bench search [SIZE ...]</c>. Each question goes to every engine before the next one comes,
/// and which engine is first changes from question to question, so that none of them always finds the caches that another has warmed. The first pass warms up; p50 and p95 are over
/// all later ones.
/// </summary>
internal static class SearchBench
{
    private const int Questions = 150;
    private const int Rounds = 4;

    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = args.Length > 0 ? args.Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList() : [10_000, 25_000, 100_000];
        var lines = new List<SearchFigures>();
        foreach (var size in sizes) lines.AddRange(await OfSizeAsync(size));
        Print(lines);
        Growth(lines);
        Bars(lines);
        return 0;
    }

    private static async Task<List<SearchFigures>> OfSizeAsync(int size)
    {
        var documents = SearchCorpus.Postings(size);
        var questions = SearchCorpus.Questions(Questions);
        var engines = SearchPeers.All();
        try
        {
            var lines = new List<SearchFigures>();
            foreach (var engine in engines)
            {
                var watch = Stopwatch.StartNew();
                var bytes = await engine.FillAsync(documents);
                lines.Add(new SearchFigures(engine.Name, size, bytes is null ? null : watch.Elapsed.TotalSeconds, bytes));
                if (bytes is not null) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size:N0} postings: {engine.Name} filled in {watch.Elapsed.TotalSeconds:0.0} s"));
            }

            documents.Clear();
            foreach (var engine in engines) questions.ForEach(engine.Prepare);
            var turn = 0;
            for (var round = 0; round <= Rounds; round++)
                foreach (var question in questions)
                {
                    for (var i = 0; i < engines.Count; i++)
                    {
                        var next = (turn + i) % engines.Count;
                        var start = Stopwatch.GetTimestamp();
                        var found = await engines[next].AskAsync(question);
                        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                        lines[next].Add(took, found(), isFirst: round == 0);
                    }

                    turn++;
                }

            return lines;
        }
        finally
        {
            foreach (var engine in Enumerable.Reverse(engines)) await engine.DisposeAsync();
        }
    }

    private static void Print(List<SearchFigures> lines)
    {
        Console.WriteLine($"{Questions} questions, {Rounds} times each after the first");
        Console.WriteLine("| postings | engine | fill s | postings/s | MB on disk | p50 ms | p95 ms | max ms | first time asked: p50 | p95 | found |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var l in lines)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {l.Size:N0} | {l.Engine} | {l.FillSeconds:0.0} | {l.Size / l.FillSeconds:N0} | {l.Bytes / 1048576.0:0} | {l.P50:0.00} | {l.P95:0.00} | {l.Times.Max():0.0} | {At(l.First, 50):0.00} | {At(l.First, 95):0.00} | {l.Found:N0} |"));
    }

    private static void Growth(List<SearchFigures> lines)
    {
        var largest = lines.Max(l => l.Size);
        foreach (var smaller in lines.Select(l => l.Size).Distinct().Where(s => s < largest))
        {
            var engines = lines.Where(l => l.Size == largest).Zip(lines.Where(l => l.Size == smaller), (big, small) => string.Create(CultureInfo.InvariantCulture, $"{big.Engine} {big.P50 / small.P50:0.0} / {big.P95 / small.P95:0.0}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Growth, {largest / (double)smaller:0.#} times the postings, p50 / p95: {string.Join(" · ", engines)}"));
        }
    }

    private static void Bars(List<SearchFigures> lines)
    {
        foreach (var size in lines.GroupBy(l => l.Size))
        {
            var embedded = size.First();
            foreach (var peer in size.Skip(1)) Say("P4", size.Key, $"{peer.Engine} ÷ {embedded.Engine}", peer, embedded, "bar: above 1");
            if (size.FirstOrDefault(l => l.Engine == ElasticsearchUnderTest.Ours) is { } ours && size.FirstOrDefault(l => l.Engine == RawElasticsearchUnderTest.Raw) is { } raw)
                Say("P5", size.Key, $"{ours.Engine} ÷ {raw.Engine}", ours, raw, "bar: at most 1.15");
        }

        static void Say(string what, int size, string pair, SearchFigures a, SearchFigures b, string bar) =>
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {size:N0}: {pair} = {a.P50 / b.P50:0.00} at p50, {a.P95 / b.P95:0.00} at p95 ({bar})"));
    }

    public static double At(List<double> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}

/// <summary>What was measured of one engine at one size; times in milliseconds.</summary>
internal sealed class SearchFigures(string engine, int size, double? fillSeconds, long? bytes)
{
    public string Engine => engine;

    public int Size => size;

    public double? FillSeconds => fillSeconds;

    public long? Bytes => bytes;

    public List<double> First { get; } = [];

    public List<double> Times { get; } = [];

    public long Found { get; private set; }

    public double P50 => SearchBench.At(Times, 50);

    public double P95 => SearchBench.At(Times, 95);

    public void Add(double milliseconds, int found, bool isFirst)
    {
        (isFirst ? First : Times).Add(milliseconds);
        if (isFirst) Found += found;
    }
}
