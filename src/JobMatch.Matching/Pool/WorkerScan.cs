using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using JobMatch.Matching.Gates;

namespace JobMatch.Matching.Pool;

/// <summary>
/// The exact scan over a run of chunks. The gates of 64 workers are tested at a time (<see cref="RowBits"/>) and everybody who passes is counted. Of those who have a sign of what the
/// posting looks for, the most that they can score is looked up (<see cref="WorkerPlan"/>); only who could still be among the best K is scored by <see cref="PairScorer"/>. Nobody is
/// left out whom the full order would take.
/// </summary>
internal sealed class WorkerScan
{
    /// <summary>So many of a chunk that nearly every line of memory holds one of them.</summary>
    private const int Many = WorkerChunk.Size / 8;

    private readonly WorkerPlan plan;
    private readonly PostingAsk posting;
    private readonly FitRules rules;
    private readonly RankQuery query;
    private readonly ScanPart part;
    private readonly bool readsTier;
    private readonly int startDay;

    /// <summary>The gate asks for one of the groups behind it.</summary>
    private readonly bool asksGroup;
    private readonly ushort eligible;

    /// <summary>Whether a fact of variable number can decide a gate.</summary>
    private readonly bool asksFacts;

    /// <summary>The least sum of the post's side that can reach a score, however well the post suits the person.</summary>
    private readonly uint[] leastPost;
    private readonly HomeReach homes;

    /// <summary>Tier, score and confidence that have to be reached: those of the worst of the best K.</summary>
    private int worst;
    private int worstTier;

    /// <summary>Whether one of the two next signs has to be there.</summary>
    private bool needsSign;
    private ulong neededWorked;
    private ulong neededSkills;

    /// <summary>One of these groups is needed; 0: none is.</summary>
    private ushort neededGroups;
    private uint least;

    /// <summary>How many of the last chunk passed the first gates.</summary>
    private int passed = WorkerChunk.Size;

    /// <summary>What signs alone allow, of the rows at hand.</summary>
    private readonly ulong[] signSums = new ulong[RowBits.Count];

    public WorkerScan(WorkerPlan plan, HomeReach homes, PostingAsk posting, FitRules rules, RankQuery query, ScanPart part)
    {
        (this.plan, this.homes, this.posting, this.rules, this.query, this.part) = (plan, homes, posting, rules, query, part);
        readsTier = posting.Profile.NeedFirst || rules.NeedFirst || posting.Profile.GroupRule == GroupRule.First;
        startDay = posting.StartDayFrom(rules.Day);
        (asksGroup, eligible) = (posting.Profile.GroupRule == GroupRule.Only, (ushort)posting.Profile.EligibleGroups);
        asksFacts = plan.CertificateMask != 0 || asksGroup;
        leastPost = plan.Scale.LeastPost();
        Raise();
    }

    /// <param name="snapshot">The generation that is scanned.</param>
    /// <param name="from">First chunk.</param>
    /// <param name="to">Behind the last chunk.</param>
    /// <param name="excluded">A bit for each slot that is out whatever its facts; empty when none is.</param>
    public void Run(WorkerSnapshot snapshot, int from, int to, ulong[] excluded)
    {
        // Here and there instead of front to back: should the pool be sorted by something, the best K are good early all the same.
        var step = StrideOf(to - from);
        for (int i = 0, at = 0; i < to - from; i++, at = (at + step) % (to - from))
        {
            var next = snapshot.ChunkAt(from + ((at + step) % (to - from)));
            if (snapshot.ChunkAt(from + at) is { } chunk) Look(chunk, next ?? chunk, (from + at) * WorkerChunk.Size, excluded);
        }
    }

    /// <summary>With a must everybody who passes the gates has to be scored, for a missed must is a gate as well.</summary>
    public void RunScoringAll(WorkerSnapshot snapshot, int from, int to)
    {
        var quiet = default(Quiet);
        for (var i = from; i < to && snapshot.ChunkAt(i) is { } chunk; i++)
        {
            var count = chunk.Count;
            for (var first = 0; first < count; first += RowBits.Count)
            {
                var rows = RowBits.Passing(in chunk.Columns, first, plan.Fails, plan.Births) & RowBits.Below(count - first);
                while (rows != 0)
                {
                    var at = first + RowBits.TakeFirst(ref rows);
                    var row = chunk.RowAt(at, snapshot.Homes.Items);
                    var view = new WorkerView(in row, chunk.FactsOf(at));
                    if (!PairScorer.PassesGates(in view, posting, in rules, excluded: false, ref quiet)) continue;
                    if (query.Excluded is { } excluded && excluded.Contains(row.Id)) continue;
                    if (!PairScorer.Score(in view, posting, in rules, ref quiet, out var score)) continue;
                    if (!query.Scope.Contains(row.Settlement))
                    {
                        part.Outside++;
                        continue;
                    }
                    part.InScope++;
                    part.Take(in view, posting, in rules, in score, query.MinScore);
                }
            }
        }
    }

    /// <summary>A step that has no divisor in common with the number of chunks, so that each is met once.</summary>
    internal static int StrideOf(int count)
    {
        static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
        var step = Math.Max(1, (int)(count * 0.618));
        while (step > 1 && Divisor(count, step) != 1) step--;
        return step;
    }

    private void Look(WorkerChunk chunk, WorkerChunk next, int firstSlot, ulong[] excluded)
    {
        var count = chunk.Count;
        var manyPass = passed > Many;
        passed = 0;
        for (var first = 0; first < count; first += RowBits.Count)
        {
            Fetch(in next.Columns, first, manyPass);
            var rows = Passing(in chunk.Columns, first) & RowBits.Below(count - first);
            // Chunks begin at a multiple of 64, as the bits of a slot do.
            var word = (firstSlot + first) / RowBits.Count;
            if (word < excluded.Length) rows &= ~excluded[word];
            if (rows == 0) continue;
            passed += BitOperations.PopCount(rows);
            var (near, outside) = homes.Of(in chunk.Columns, first, rows);
            if (asksFacts)
            {
                var decided = Decided(in chunk.Columns, first);
                LookAtFacts(chunk, first, near & ~decided, outside & ~decided);
                (near, outside) = (near & decided, outside & decided);
            }
            part.InScope += BitOperations.PopCount(near);
            part.Outside += BitOperations.PopCount(outside);
            LookAtBounds(chunk, first, near);
        }
    }

    /// <summary>The processor foresees what comes next within a page of memory only: the same rows of the next chunk are asked for ahead, those of homes and signs where many pass.</summary>
    private static unsafe void Fetch(in ScanColumns next, int first, bool manyPass)
    {
        if (!Sse.IsSupported) return;
        const int Line = 64;
        for (var row = first; row < first + RowBits.Count; row += Line / sizeof(uint))
        {
            Sse.Prefetch0(Unsafe.AsPointer(in next.Gate.From(row)));
            Sse.Prefetch0(Unsafe.AsPointer(in next.Birth.From(row)));
        }
        if (!manyPass) return;
        for (var row = first; row < first + RowBits.Count; row += Line / sizeof(int)) Sse.Prefetch0(Unsafe.AsPointer(in next.Home.From(row)));
        for (var row = first; row < first + RowBits.Count; row += Line / sizeof(ulong))
        {
            Sse.Prefetch0(Unsafe.AsPointer(in next.Worked.From(row)));
            Sse.Prefetch0(Unsafe.AsPointer(in next.Skills.From(row)));
        }
    }

    /// <summary>All gates that need neither the home nor the facts of variable number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Passing(in ScanColumns columns, int first)
    {
        var rows = RowBits.Passing(in columns, first, plan.Fails, plan.Births);
        if (plan.CertificateMask != 0 && rows != 0) rows &= RowBits.HavingAll(in columns.Certificates, first, plan.CertificateMask);
        if (asksGroup && rows != 0) rows &= HavingGroup(in columns, first, eligible);
        return rows;
    }

    /// <summary>Who may be of one of these groups: those with an end count as if it had not come.</summary>
    private static ulong HavingGroup(in ScanColumns columns, int first, ushort groups) =>
        RowBits.HavingAny(in columns.OpenGroups, first, groups) | RowBits.HavingAny(in columns.DatedGroups, first, groups);

    /// <summary>Of whom certificates and groups hold for certain, signs and their ends alone considered.</summary>
    private ulong Decided(in ScanColumns columns, int first)
    {
        var rows = plan.CertificateMask == 0 ? ulong.MaxValue : plan.CertificatesAreCertain ? RowBits.NotPassed(in columns.CertificatesUntil, first, startDay) : 0;
        if (!asksGroup || rows == 0) return rows;
        return rows & (RowBits.HavingAny(in columns.OpenGroups, first, eligible)
            | ~RowBits.HavingAny(in columns.DatedGroups, first, ushort.MaxValue) | RowBits.NotPassed(in columns.GroupsUntil, first, startDay));
    }

    /// <summary>Those of whom a fact of variable number decides a gate. All are fetched before the first is read, so that one waits for memory once, not for each.</summary>
    private unsafe void LookAtFacts(WorkerChunk chunk, int first, ulong near, ulong outside)
    {
        if (Sse.IsSupported)
        {
            for (var rows = near | outside; rows != 0;) Sse.Prefetch0(Unsafe.AsPointer(ref chunk.Cold[first + RowBits.TakeFirst(ref rows)]));
            for (var rows = near | outside; rows != 0;) Sse.Prefetch0(Unsafe.AsPointer(ref MemoryMarshal.GetReference(chunk.FactsOf(first + RowBits.TakeFirst(ref rows)))));
        }
        var passing = 0UL;
        for (var rows = near | outside; rows != 0;)
        {
            var row = RowBits.TakeFirst(ref rows);
            if (PassesByFacts(chunk, first + row)) passing |= 1UL << row;
        }
        part.InScope += BitOperations.PopCount(near & passing);
        part.Outside += BitOperations.PopCount(outside & passing);
        LookAtBounds(chunk, first, near & passing);
    }

    /// <summary>Of those who may go, in scope: who could still get in is scored.</summary>
    private unsafe void LookAtBounds(WorkerChunk chunk, int first, ulong rows)
    {
        ref readonly var columns = ref chunk.Columns;
        // Without a sign of what the posting looks for, and behind the need that the best have, most can no longer get in. Of a few the bound tells as much, without a look at the others.
        if (needsSign && !RowBits.AreFew(rows)) rows &= RowBits.HavingAny(in columns.Worked, neededWorked, in columns.Skills, neededSkills, first);
        if (neededGroups != 0 && rows != 0) rows &= HavingGroup(in columns, first, neededGroups);
        var hopeful = 0UL;
        while (rows != 0)
        {
            var row = RowBits.TakeFirst(ref rows);
            var sum = plan.SignBound(in columns, first + row);
            if (Marks.PostOf(sum) + plan.PeakBesideSigns < least) continue;
            hopeful |= 1UL << row;
            signSums[row] = sum;
            if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref chunk.Warm[first + row]));
        }
        while (hopeful != 0)
        {
            var row = RowBits.TakeFirst(ref hopeful);
            var at = first + row;
            ref readonly var warm = ref chunk.Warm[at];
            var sum = signSums[row] + plan.PostBound(in warm);
            if (Marks.PostOf(sum) < least) continue;
            sum += plan.PersonBound(in warm) + homes.MarksOf(columns.Home.From(at));
            if (Reaches(sum, in columns, at)) Score(chunk, at);
        }
    }

    private bool PassesByFacts(WorkerChunk chunk, int at)
    {
        var (none, quiet) = (default(WorkerRow), default(Quiet));
        var facts = chunk.FactsOf(at);
        if (!CertificateGate.Passes(new WorkerView(in none, facts), posting, in rules, ref quiet)) return false;
        var open = (HardshipGroup)chunk.Columns.OpenGroups.From(at);
        return !asksGroup || (WorkerView.GroupsOn(open, facts, startDay) & posting.Profile.EligibleGroups) != 0;
    }

    /// <summary>Whether a sum of bounds could still get in, were the tier the best there is.</summary>
    private bool Reaches(ulong sum, in ScanColumns columns, int at)
    {
        var score = plan.Scale.ScoreOf(plan.Scale.PostOf(sum), plan.Scale.PersonOf(sum));
        if (score < query.MinScore) return false;
        var bound = ScanPart.BoundOf(0, score, Math.Min(100, plan.Scale.ConfidenceOf(sum)));
        if (!readsTier) return bound <= worst;
        var row = new HotRow(in columns, at, default);
        var tier = row.TryGroupsOn(Math.Max(startDay, rules.Day), out var groups) ? NeedTier.Of(groups, row.HasJobLoss, default, posting, in rules) : 0;
        return tier < worstTier || (tier == worstTier && bound <= worst);
    }

    private void Score(WorkerChunk chunk, int at)
    {
        var quiet = default(Quiet);
        var row = chunk.RowAt(at, homes.Items);
        // Slots are excluded while counting; who joined the pool since is met here.
        if (query.Excluded is { } excluded && excluded.Contains(row.Id)) return;
        var view = new WorkerView(in row, chunk.FactsOf(at));
        PairScorer.Score(in view, posting, in rules, ref quiet, out var score);
        part.Scored++;
        if (part.Take(in view, posting, in rules, in score, query.MinScore)) Raise();
    }

    /// <summary>What has to be reached from now on.</summary>
    private void Raise()
    {
        (worstTier, var score, var confidence) = part.Worst;
        worst = ScanPart.BoundOf(0, score, confidence);
        // Whoever has a better tier comes first with any score.
        least = leastPost[readsTier && worstTier > 0 ? query.MinScore : Math.Max(score, query.MinScore)];
        // Where need comes first and the best are all of the first tier, nobody else gets in.
        neededGroups = worstTier == 0 && readsTier && posting.Profile.GroupRule != GroupRule.First ? (ushort)HardshipGroup.ZeroEmploymentHousehold : (ushort)0;
        var peaks = plan.Peaks;
        if (peaks.WithNeither >= least)
        {
            needsSign = false;
            return;
        }
        needsSign = true;
        (neededWorked, neededSkills) = plan.Signs;
        // What the other alone cannot make good has to be there.
        if (peaks.WithoutSkill < least) neededWorked = 0;
        else if (peaks.WithoutWork < least) neededSkills = 0;
    }
}
