using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// Looks every few seconds whether the index is still the one that was built: a wiped server or a changed mapping gives wrong answers
/// without any error, and without changes nobody else would look.
/// </summary>
internal sealed partial class ElasticsearchWatch(ElasticsearchIndexWriter writer, ElasticsearchOptions options, ILogger<ElasticsearchWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Pause));
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await writer.CheckAsync(stoppingToken);
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
