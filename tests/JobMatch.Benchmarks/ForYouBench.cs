using System.Diagnostics;
using System.Globalization;
using JobMatch.Data;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Benchmarks;

/// <summary>«For you» of signed-in residents against a page of the same layout that reads next to nothing (the correction form), in turns.</summary>
internal static class ForYouBench
{
    private const int People = 20;
    private const int Rounds = 20;
    private const int WarmUp = 3;

    public static async Task<int> RunAsync()
    {
        await using var site = new BenchSite();
        await site.StartAsync();
        List<long> people;
        await using (var request = site.Services.CreateSystemScope())
            people = await request.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<Worker>().Where(w => w.Willing == true).OrderBy(w => w.Id).Select(w => w.Id).Take(People).ToListAsync();
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Address };
        var cookies = new List<string>();
        foreach (var person in people) cookies.Add(await site.SignInAsync(person));
        var (ours, empty) = (new List<double>(), new List<double>());
        for (var round = 0; round < WarmUp + Rounds; round++)
            foreach (var cookie in cookies)
            {
                var page = await TimeAsync(client, "/for-you", cookie);
                var plain = await TimeAsync(client, "/me/correction", cookie);
                if (round < WarmUp) continue;
                ours.Add(page);
                empty.Add(plain);
            }

        foreach (var (name, values) in new[] { ("/for-you", ours), ("/me/correction", empty) })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-16} median {Figures.Percentile(values, 50),7:0.00} ms   p99 {Figures.Percentile(values, 99),7:0.00} ms   ({values.Count} requests)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"ratio",-16} median {Figures.Percentile(ours, 50) / Figures.Percentile(empty, 50),7:0.00}      p99 {Figures.Percentile(ours, 99) / Figures.Percentile(empty, 99),7:0.00}"));
        return 0;
    }

    private static async Task<double> TimeAsync(HttpClient client, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        var from = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return answer.StatusCode == System.Net.HttpStatusCode.OK ? Stopwatch.GetElapsedTime(from).TotalMilliseconds : throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }
}
