using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// Looks every few seconds whether the index is still the one that was built, and a few times a minute whether it still holds all of it: a wiped server, a
/// changed mapping or lost documents give wrong answers without any error, and without changes nobody else would look.
/// </summary>
internal sealed partial class ElasticsearchWatch(ElasticsearchIndexWriter writer, DocumentCounts counts, ElasticsearchOptions options, TimeProvider clock, ILogger<ElasticsearchWatch> log) : BackgroundService
{
    private static readonly TimeSpan CountAgain = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Pause));
        var counted = clock.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await writer.CheckAsync(stoppingToken);
                if (clock.GetElapsedTime(counted) < CountAgain) continue;
                await counts.CheckAsync(stoppingToken);
                counted = clock.GetTimestamp();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever breaks the look, the next one comes.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                Log.Failed(log, problem.Message);
            }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Looking after the index failed: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
