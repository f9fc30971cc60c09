using JobMatch.Data;

namespace JobMatch.Search;

/// <summary>Rows of an index, and the guard of a rebuild: each kind by itself, so that many workers cannot hide that postings are gone.</summary>
internal readonly record struct RowCounts(long Postings, long Workers)
{
    private const double SmallestShare = 0.8;

    /// <summary>Why these should not take the place of the live ones; null when they may.</summary>
    public Refusal? TooSmallBeside(RowCounts live) => Refused(Postings, live.Postings) ?? Refused(Workers, live.Workers);

    private static Refusal? Refused(long rows, long live) => rows < live * SmallestShare ? new Refusal("Index.TooSmall", "", rows, live) : null;
}
