using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JobMatch.Matching.Pool;

/// <summary>
/// The gates of a posting in a chunk of which few hold the certificates that it needs: they are listed and asked one by one, and neither the columns of the others are read nor the
/// words of 64 gone through that have none. The steps are those of <see cref="ChunkGates"/>, each asking for the memory of the next.
/// </summary>
internal sealed class FewRows(WorkerPlan plan, HomeReach homes, PostingAsk posting, FitRules rules)
{
    /// <summary>More than so many of a chunk are asked 64 at a time.</summary>
    public const int Most = WorkerChunk.Size / 16;

    private const ushort Undecided = 1 << 15;
    private const ushort Outside = 1 << 14;
    private const ushort RowMask = WorkerChunk.Size - 1;

    private readonly int startDay = posting.StartDayFrom(rules.Day);
    private readonly bool asksGroup = posting.Profile.GroupRule == GroupRule.Only;

    /// <summary>Lists those of <see cref="ChunkInHand.Near"/>; false: they are more than a few.</summary>
    public bool TryList(ChunkInHand at)
    {
        var count = 0;
        for (var word = 0; word < ChunkRows.Words; word++) count += BitOperations.PopCount(at.Near[word]);
        at.FewCount = count > Most ? -1 : count;
        if (!at.IsFew) return false;
        ref readonly var columns = ref at.Chunk.Columns;
        var (asksGate, asksBirth) = plan.Asks(at.Chunk);
        count = 0;
        for (var (word, first) = (0, 0); word < ChunkRows.Words; (word, first) = (word + 1, first + RowBits.Count))
        {
            for (var rows = at.Near[word]; rows != 0;)
            {
                var row = first + RowBits.TakeFirst(ref rows);
                at.Few[count++] = (ushort)row;
                if (asksGate) Ahead.One(in columns.Gate.From(row));
                if (asksBirth) Ahead.One(in columns.Birth.From(row));
                Ahead.One(in columns.Home.From(row));
                Ahead.One(in columns.CertificatesUntil.From(row));
            }
        }
        return true;
    }

    /// <summary>Gate word, birth day and groups.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AskFields(ChunkInHand at)
    {
        ref readonly var columns = ref at.Chunk.Columns;
        var left = 0;
        var (asksGate, asksBirth) = plan.Asks(at.Chunk);
        foreach (var listed in at.Few.AsSpan(0, at.FewCount))
        {
            var row = (int)listed;
            if (asksGate && (columns.Gate.From(row) & plan.Fails) != 0) continue;
            if (asksBirth && !plan.Births.Holds(columns.Birth.From(row))) continue;
            if (asksGroup && !MayBeOfGroup(in columns, row)) continue;
            // Who has to be of a group as well is looked at: few postings ask for both.
            var decided = !asksGroup && plan.CertificatesAreCertain && ShortDay.IsUpTo(startDay, columns.CertificatesUntil.From(row));
            homes.Fetch(columns.Home.From(row));
            if (!decided) Ahead.One(in at.Chunk.Cold[row]);
            at.Few[left++] = decided ? listed : (ushort)(listed | Undecided);
        }
        at.FewCount = left;
    }

    private bool MayBeOfGroup(in ScanColumns columns, int row) =>
        ((HardshipGroup)(columns.OpenGroups.From(row) | columns.DatedGroups.From(row)) & posting.Profile.EligibleGroups) != 0;

    /// <summary>The home, then facts of variable number of those of whom they decide: whoever is left lies within reach and scope.</summary>
    /// <returns>How many pass outside of the scope.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int AskHomesAndFacts(ChunkInHand at)
    {
        ref readonly var columns = ref at.Chunk.Columns;
        var (left, outside) = (0, 0);
        foreach (var listed in at.Few.AsSpan(0, at.FewCount))
        {
            var state = homes.Of(columns.Home.From(listed & RowMask));
            if (state == StateColumn.No) continue;
            Ahead.One(in columns.Signs.From(listed & RowMask));
            if ((listed & Undecided) != 0) Ahead.One(in MemoryMarshal.GetReference(at.Chunk.FactsOf(listed & RowMask)));
            at.Few[left++] = state == StateColumn.Outside ? (ushort)(listed | Outside) : listed;
        }
        at.FewCount = 0;
        foreach (var listed in at.Few.AsSpan(0, left))
        {
            if ((listed & Undecided) != 0 && !ChunkGates.PassesByFacts(at.Chunk, listed & RowMask, posting, in rules, startDay)) continue;
            if ((listed & Outside) != 0) outside++;
            else at.Few[at.FewCount++] = (ushort)(listed & RowMask);
        }
        return outside;
    }
}
