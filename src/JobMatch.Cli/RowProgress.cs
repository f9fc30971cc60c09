using System.Globalization;
using Spectre.Console;

namespace JobMatch.Cli;

/// <summary>Shows how far a long command is: a moving line or a bar on a terminal, a plain line every few thousand rows otherwise.</summary>
internal static class RowProgress
{
    private const int PlainEvery = 5_000;

    /// <summary>For work whose end is not known beforehand.</summary>
    public static async Task<T> ShowAsync<T>(CommandContext context, string what, Func<IProgress<int>, Task<T>> work)
    {
        if (!context.IsTerminal) return await work(new Plain(context.Output, what));
        T result = default!;
        await AnsiConsole.Status().StartAsync(what, async status => result = await work(new Live(status, what)));
        return result;
    }

    /// <summary>For work that knows how much there is.</summary>
    public static async Task<T> ShowAsync<T>(CommandContext context, string what, Func<IProgress<(long Done, long Total)>, Task<T>> work)
    {
        if (!context.IsTerminal) return await work(new PlainOfTotal(context.Output, what));
        T result = default!;
        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars => result = await work(new Bar(bars.AddTask(Markup.Escape(what)))));
        return result;
    }

    private static string Line(string what, int rows) => string.Create(CultureInfo.InvariantCulture, $"{what}: {rows:N0} rows");

    private sealed class Plain(TextWriter output, string what) : IProgress<int>
    {
        private int _next = PlainEvery;

        public void Report(int value)
        {
            if (value < _next) return;
            output.WriteLine(Line(what, value));
            _next = value - (value % PlainEvery) + PlainEvery;
        }
    }

    private sealed class Live(StatusContext status, string what) : IProgress<int>
    {
        public void Report(int value) => status.Status(Markup.Escape(Line(what, value)));
    }

    /// <summary>A line every few thousand rows and one for the last, with what there is in all.</summary>
    private sealed class PlainOfTotal(TextWriter output, string what) : IProgress<(long Done, long Total)>
    {
        private long _next;

        public void Report((long Done, long Total) value)
        {
            if (value.Done < _next && value.Done != value.Total) return;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {value.Done:N0} of {value.Total:N0} rows"));
            _next = value.Done == value.Total ? long.MaxValue : value.Done - (value.Done % PlainEvery) + PlainEvery;
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => (task.MaxValue, task.Value) = (Math.Max(1, value.Total), value.Done);
    }
}
