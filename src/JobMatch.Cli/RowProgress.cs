using System.Globalization;
using Spectre.Console;

namespace JobMatch.Cli;

/// <summary>Shows how far a long command is: a moving line on a terminal, a plain line every few thousand rows otherwise.</summary>
internal static class RowProgress
{
    private const int PlainEvery = 5_000;

    public static async Task<T> ShowAsync<T>(CommandContext context, string what, Func<IProgress<int>, Task<T>> work)
    {
        if (!context.IsTerminal) return await work(new Plain(context.Output, what));
        T result = default!;
        await AnsiConsole.Status().StartAsync(what, async status => result = await work(new Live(status, what)));
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
}
