using JobMatch.Data;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// Asks a server that gave no answer whether it does again: beside the requests, one at a time, each a pause after the one before. The page that would have
/// asked is answered by the embedded index at once, so that only the first ever waits for a dead server.
/// </summary>
internal sealed class SearchProbe(ElasticsearchClient client, ElasticsearchState state, ElasticsearchOptions options)
{
    private readonly string _index = new IndexNames(options.Prefix).Postings;
    private long _next;
    private int _asking;

    /// <summary>Whether a request may ask the server itself.</summary>
    public bool MayAsk()
    {
        if (!state.IsSilent) return state.Waiting is null && !state.IsIncomplete;
        if (Environment.TickCount64 >= Volatile.Read(ref _next) && Interlocked.Exchange(ref _asking, 1) == 0) _ = AskAsync();
        return false;
    }

    /// <summary>A request got no answer: nobody asks for a pause, a probe after it.</summary>
    public void Failed(IndexProblem problem)
    {
        Volatile.Write(ref _next, Environment.TickCount64 + options.Pause);
        state.SearchFailed(problem);
    }

    /// <summary>A request was refused: a probe right away says whether others are.</summary>
    public void Refused(IndexProblem problem)
    {
        Volatile.Write(ref _next, Environment.TickCount64);
        state.SearchFailed(problem);
    }

    private async Task AskAsync()
    {
        try
        {
            await Task.Yield();
            await client.SearchAsync<PostingSource>(_index, Anything, CancellationToken.None);
            state.SearchWorked();
        }
#pragma warning disable CA1031 // Nobody waits for it: whatever it is, the server has not answered.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            Failed(ElasticsearchErrors.ProblemOf(problem) ?? new IndexProblem(IndexFault.NoAnswer, problem.Message));
        }
        finally
        {
            Volatile.Write(ref _asking, 0);
        }
    }

    internal static SearchRequest Anything { get; } = new() { Query = Query.Everything, Size = 1, Source = SourceFields.Posting };
}
