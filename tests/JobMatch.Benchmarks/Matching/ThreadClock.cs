using System.Diagnostics;
using System.Runtime.InteropServices;

namespace JobMatch.Benchmarks.Matching;

/// <summary>
/// Processor time of the calling thread: on a machine that others use as well, the time on the wall says how long one waited in the queue. Where the system has no
/// such clock it is the time on the wall.
/// </summary>
internal static partial class ThreadClock
{
    private const int OfThisThread = 3;

    public static double Milliseconds =>
        OperatingSystem.IsLinux() && Read(OfThisThread, out var time) == 0 ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6) : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Moment moment);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
