using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Search.Words;

namespace JobMatch.Search;

/// <summary>What is shown of somebody who was found: of each part of her document with the words marked that ask of it, so that a wish is never read as something she can.</summary>
internal static class WorkerSnippet
{
    public static WorkerHit Of(long id, RelevanceTier tier, WorkerNeed need, string text, string wishes, SearchWords words)
    {
        var recorded = Highlight.Snippet([text], words.Asking(AskedOf.Record));
        var wished = Highlight.Snippet([wishes], words.Asking(AskedOf.Wishes));
        return new WorkerHit(id, tier, need, recorded) { Wishes = wished.Any(p => p.Matched) || !recorded.Any(p => p.Matched) ? wished : [] };
    }
}
