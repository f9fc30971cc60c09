using System.Diagnostics;
using System.Globalization;
using JobMatch.Occupations;
using JobMatch.Occupations.Titles;

namespace JobMatch.Benchmarks;

/// <summary>What a title costs: its direction, one comparison, a question to a ranking of 2,500 titles; medians of rounds, one core.</summary>
internal static class TitlesBench
{
    private const int Rounds = 15;
    private const int InRanking = 2_500;

    public static int Run()
    {
        string[] titles = [.. Catalogue.Instance.Occupations.Values.OrderBy(o => o.Id).SelectMany(o => o.Trades.Prepend(o.Name)).Distinct()];
        var start = Stopwatch.GetTimestamp();
        var table = TitleTable.Instance;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"loading the table             {Stopwatch.GetElapsedTime(start).TotalMilliseconds,10:0.0} ms   ({table.Bytes:N0} bytes)"));
        var vectors = titles.Select(table.Of).ToArray();
        Show("title to direction", titles.Length, () => { foreach (var title in titles) table.Of(title); });
        var sum = 0f;
        Show("comparison of two directions", vectors.Length * 100, () =>
        {
            for (var left = 0; left < 100; left++)
                foreach (var right in vectors) sum += vectors[left].Cosine(right);
        });
        start = Stopwatch.GetTimestamp();
        var ranking = new TitleRanking(titles[..InRanking]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"making a ranking of {InRanking:N0}     {Stopwatch.GetElapsedTime(start).TotalMilliseconds,10:0.0} ms"));
        Show("one question to it", 50, () => { for (var at = 0; at < 50; at++) ranking.Rank(titles[InRanking + at]); });
        Console.WriteLine(sum > 0 ? "" : "The directions say nothing.");
        return 0;
    }

    private static void Show(string what, int times, Action work)
    {
        work();
        var each = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            each.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / times);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-29} {Figures.Percentile(each, 50),10:0.000} µs   ({times:N0} a round, {Rounds} rounds)"));
    }
}
