using System.Diagnostics;
using System.Globalization;

namespace JobMatch.Benchmarks.Matching;

/// <summary>
/// Processor time of a database process on this machine, for the same reason as <see cref="ThreadClock"/>. Where the system does not tell it, it is the time on the wall.
/// </summary>
internal sealed class BackendClock(int process)
{
    private readonly long from = Stopwatch.GetTimestamp();
    private readonly double? begun = Read(process);

    public double Milliseconds => begun is { } before && Read(process) is { } now ? now - before : Stopwatch.GetElapsedTime(from).TotalMilliseconds;

    private static double? Read(int process)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/schedstat");
        return File.Exists(path) && long.TryParse(File.ReadAllText(path).Split(' ')[0], CultureInfo.InvariantCulture, out var nanoseconds) ? nanoseconds / 1e6 : null;
    }
}
