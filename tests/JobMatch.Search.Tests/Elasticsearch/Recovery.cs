using JobMatch.Data;
using JobMatch.Search.Elasticsearch;
using JobMatch.TestKit;
using Shouldly;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>What holds again once a server has come back and the pause of the circuit has passed.</summary>
internal static class Recovery
{
    /// <summary>Does it as the background loops would, until it goes through and what it claims holds.</summary>
    /// <exception cref="TimeoutException">It still does not after a minute; the message says what it ran into last.</exception>
    public static async Task UntilAsync(Func<Task> work)
    {
        var last = "";
        await Waits.UntilAsync(
            async () =>
            {
                try
                {
                    await work();
                    return true;
                }
                catch (Exception problem) when (problem is ElasticsearchUnavailableException or ShouldAssertException)
                {
                    last = problem.Message;
                    return false;
                }
            },
            () => Task.FromResult(last));
    }

    /// <summary>
    /// What is in an index, once it is known: a look waits for a second at most, within which a busy machine may not answer, and then tells no counts.
    /// </summary>
    public static async Task<IndexStatus> KnownAsync(IIndexWriter writer)
    {
        var status = await writer.StatusAsync(default);
        await UntilAsync(async () => (status = status.IsKnown ? status : await writer.StatusAsync(default)).IsKnown.ShouldBeTrue());
        return status;
    }
}
