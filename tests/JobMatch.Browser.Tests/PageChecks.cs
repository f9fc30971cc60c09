using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;
using Shouldly;

namespace JobMatch.Browser.Tests;

/// <summary>What the browser complained about on a page: script errors, refused scripts and styles, failed requests.</summary>
internal static class PageFaults
{
    private static readonly ConditionalWeakTable<IPage, ConcurrentQueue<string>> OfPage = [];

    internal static void Watch(IPage page)
    {
        var faults = OfPage.GetOrCreateValue(page);
        page.PageError += (_, error) => faults.Enqueue(error);
        page.Console += (_, message) =>
        {
            // A status that a test asks for (404, 400) is told on the console too; the test looks at the status itself.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) faults.Enqueue(message.Text);
        };
    }

    internal static IReadOnlyCollection<string> Of(IPage page) => OfPage.GetOrCreateValue(page);
}

/// <summary>What every page has to stand: no axe finding, no script error, nothing wider than the screen; and its picture.</summary>
public static class PageChecks
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(Repository(), "src/JobMatch.Web/node_modules/axe-core/axe.min.js"));
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("JOBMATCH_SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    /// <summary>axe takes seconds; a page without scripts never answers it.</summary>
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(60);

    /// <summary>Checks the page as it stands, at 360 and at 1366 pixels, and saves <c>{name}-360.png</c> and <c>{name}-1366.png</c> where <c>JOBMATCH_SCREENSHOTS</c> names a folder.</summary>
    public static async Task ShouldStandAsync(this IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        var size = page.ViewportSize!;
        // A press that leads to another page is over when its first words are there; what is judged is the whole of it, with its styles.
        await page.WaitForLoadStateAsync(LoadState.Load);
        foreach (var (width, height) in new[] { (360, 740), (1366, 768) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.SettleAsync(width);
            await page.PictureAsync($"{name}-{width}");
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{name}: wider than {width}");
            (await page.AxeAsync()).ShouldBeEmpty($"{name} at {width}");
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
        PageFaults.Of(page).ShouldBeEmpty(name);
    }

    /// <summary>Charts follow a new width a moment later; what is still too wide after that is a fault, and the check that follows says so.</summary>
    private static async Task SettleAsync(this IPage page, int width)
    {
        try
        {
            await page.WaitForFunctionAsync("width => document.documentElement.scrollWidth <= width", width, new() { Timeout = 3_000 });
        }
        catch (TimeoutException)
        {
            // Told by the caller, with the page's name.
        }
    }

    /// <summary>Violations of WCAG 2.2 AA and axe's own best practices, one line each. Needs a page with scripts; fails on one without after a minute.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.EvaluateAsync($"() => {{ {Axe} }}");
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run().then(r => r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target + ' ' + (n.failureSummary ?? '')).join(' | ')}`))").WaitAsync(LongestCheck);
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }

    /// <summary>Saves a picture of the whole page, where pictures are wanted.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (Pictures is null) return;
        Directory.CreateDirectory(Pictures);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
