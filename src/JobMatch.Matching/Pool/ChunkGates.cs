using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JobMatch.Matching.Gates;

namespace JobMatch.Matching.Pool;

/// <summary>
/// The gates of a posting, asked of 64 rows of a chunk at a time (<see cref="RowBits"/>), in three steps: what lies in columns, then homes, then facts of variable number. Each step
/// asks for the memory of the next one; another chunk is worked on meanwhile. A chunk of few (<see cref="FewRows"/>) goes its own way. Excluded is a bit for each slot that is out whatever its facts; empty when none is.
/// </summary>
internal sealed class ChunkGates(WorkerPlan plan, HomeReach homes, PostingAsk posting, FitRules rules, ulong[] excluded)
{
    private readonly FewRows few = new(plan, homes, posting, rules);
    private readonly int startDay = posting.StartDayFrom(rules.Day);

    /// <summary>The gate asks for one of the groups behind it.</summary>
    private readonly bool asksGroup = posting.Profile.GroupRule == GroupRule.Only;
    private readonly ushort eligible = (ushort)posting.Profile.EligibleGroups;

    /// <summary>Whether the chunk before was one of few.</summary>
    private bool expectsFew;

    /// <summary>Whether a fact of variable number can decide a gate.</summary>
    private bool AsksFacts => plan.CertificateMask != 0 || asksGroup;

    /// <summary>Who may be of one of these groups: those with an end count as if it had not come.</summary>
    public static ulong HavingGroup(in ScanColumns columns, int first, ushort groups) =>
        RowBits.HavingAny(in columns.OpenGroups, first, groups) | RowBits.HavingAny(in columns.DatedGroups, first, groups);

    /// <summary>Asks for the beginnings of the columns that the first step reads: the processor goes on by itself.</summary>
    public void Fetch(WorkerChunk chunk)
    {
        ref readonly var columns = ref chunk.Columns;
        if (plan.CertificateMask != 0) columns.Certificates.Fetch(plan.CertificateMask);
        if (expectsFew) return;
        var (asksGate, asksBirth) = plan.Asks(chunk);
        for (var first = 0; first < WorkerChunk.Size / 4; first += RowBits.Count)
        {
            if (asksGate) Ahead.All(in columns.Gate, first);
            if (asksBirth) Ahead.All(in columns.Birth, first);
            if (!asksGroup) continue;
            Ahead.All(in columns.OpenGroups, first);
            Ahead.All(in columns.DatedGroups, first);
        }
    }

    /// <summary>All gates that need neither the home nor the facts of variable number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AskColumns(ChunkInHand at)
    {
        ref readonly var columns = ref at.Chunk.Columns;
        Begin(at);
        expectsFew = plan.CertificateMask != 0 && few.TryList(at);
        if (expectsFew) return;
        var (asksGate, asksBirth) = plan.Asks(at.Chunk);
        for (var (word, first) = (0, 0); word < ChunkRows.Words; (word, first) = (word + 1, first + RowBits.Count))
        {
            var rows = at.Near[word];
            if (asksGate) rows &= RowBits.HavingNone(in columns.Gate, first, plan.Fails);
            if (asksBirth) rows &= RowBits.BornWithin(in columns.Birth, first, plan.Births);
            if (asksGroup && rows != 0) rows &= HavingGroup(in columns, first, eligible);
            at.Near[word] = rows;
            if (rows == 0) continue;
            Ahead.Some(in columns.Home, first, rows);
            if (plan.CertificateMask != 0) Ahead.Some(in columns.CertificatesUntil, first, rows);
            if (asksGroup) Ahead.Some(in columns.GroupsUntil, first, rows);
        }
    }

    /// <summary>The rows that are there and not out whatever their facts, with the signs of the certificates.</summary>
    private void Begin(ChunkInHand at)
    {
        at.FewCount = -1;
        for (var (word, first) = (0, 0); word < ChunkRows.Words; (word, first) = (word + 1, first + RowBits.Count))
        {
            var rows = RowBits.Below(at.Count - first) & at.Chunk.Columns.Certificates.HavingAll(word, plan.CertificateMask);
            // Chunks begin at a multiple of 64, as the bits of a slot do.
            var slots = (at.FirstSlot + first) / RowBits.Count;
            at.Near[word] = slots < excluded.Length ? rows & ~excluded[slots] : rows;
        }
    }

    /// <summary>Who lives within reach, and of whom facts have to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AskHomes(ChunkInHand at)
    {
        if (at.IsFew)
        {
            few.AskFields(at);
            return;
        }
        ref readonly var columns = ref at.Chunk.Columns;
        for (var (word, first) = (0, 0); word < ChunkRows.Words; (word, first) = (word + 1, first + RowBits.Count))
        {
            var (near, outside) = at.Near[word] == 0 ? (0, 0) : homes.Of(in columns, first, at.Near[word]);
            (at.Near[word], at.Outside[word]) = (near, outside);
            at.Undecided[word] = 0;
            if ((near | outside) == 0) continue;
            Ahead.Some(in columns.Signs, first, near);
            if (!AsksFacts) continue;
            at.Undecided[word] = (near | outside) & ~Decided(in columns, first);
            for (var rows = at.Undecided[word]; rows != 0;) Ahead.One(in at.Chunk.Cold[first + RowBits.TakeFirst(ref rows)]);
        }
    }

    /// <summary>Those of whom a fact of variable number decides a gate. All are asked for before the first is read, so that one waits for memory once, not for each.</summary>
    public void AskFacts(ChunkInHand at)
    {
        if (at.IsFew) at.FewOutside = few.AskHomesAndFacts(at);
        if (!AsksFacts || at.IsFew) return;
        for (var (word, first) = (0, 0); word < ChunkRows.Words; (word, first) = (word + 1, first + RowBits.Count))
            for (var rows = at.Undecided[word]; rows != 0;) Ahead.One(in MemoryMarshal.GetReference(at.Chunk.FactsOf(first + RowBits.TakeFirst(ref rows))));
        for (var (word, first) = (0, 0); word < ChunkRows.Words; (word, first) = (word + 1, first + RowBits.Count))
        {
            var failing = 0UL;
            for (var rows = at.Undecided[word]; rows != 0;)
            {
                var row = RowBits.TakeFirst(ref rows);
                if (!PassesByFacts(at.Chunk, first + row, posting, in rules, startDay)) failing |= 1UL << row;
            }
            (at.Near[word], at.Outside[word]) = (at.Near[word] & ~failing, at.Outside[word] & ~failing);
        }
    }

    /// <summary>Of whom certificates and groups hold for certain, signs and their ends alone considered.</summary>
    private ulong Decided(in ScanColumns columns, int first)
    {
        var rows = plan.CertificateMask == 0 ? ulong.MaxValue : plan.CertificatesAreCertain ? RowBits.NotPassed(in columns.CertificatesUntil, first, startDay) : 0;
        if (!asksGroup || rows == 0) return rows;
        return rows & (RowBits.HavingAny(in columns.OpenGroups, first, eligible)
            | ~RowBits.HavingAny(in columns.DatedGroups, first, ushort.MaxValue) | RowBits.NotPassed(in columns.GroupsUntil, first, startDay));
    }

    /// <summary>Whether certificates and groups hold on the day of the start.</summary>
    public static bool PassesByFacts(WorkerChunk chunk, int at, PostingAsk posting, in FitRules rules, int startDay)
    {
        var (none, quiet) = (default(WorkerRow), default(Quiet));
        var facts = chunk.FactsOf(at);
        if (!CertificateGate.Passes(new WorkerView(in none, facts), posting, in rules, ref quiet)) return false;
        var open = (HardshipGroup)chunk.Columns.OpenGroups.From(at);
        return posting.Profile.GroupRule != GroupRule.Only || (WorkerView.GroupsOn(open, facts, startDay) & posting.Profile.EligibleGroups) != 0;
    }
}
