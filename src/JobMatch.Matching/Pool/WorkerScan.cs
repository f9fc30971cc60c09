using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using JobMatch.Matching.Gates;

namespace JobMatch.Matching.Pool;

/// <summary>
/// The exact scan over a run of chunks. Everybody's gates are tested and everybody who passes is counted. Of those the most that they can score is looked up
/// (<see cref="WorkerPlan"/>); only who could still be among the best K is scored by <see cref="PairScorer"/>. Nobody is left out whom the full order would take.
/// </summary>
internal sealed class WorkerScan
{
    /// <summary>Two more bits of a home's marks while scanning: the known of one criterion never reaches them.</summary>
    private const ulong Looked = 1UL << 62;
    private const ulong OutOfScope = 1UL << 61;

    /// <summary>Rows that are fetched before they are looked at: about a kilobyte.</summary>
    private const int Ahead = 24;

    private readonly WorkerPlan plan;
    private readonly PostingAsk posting;
    private readonly FitRules rules;
    private readonly RankQuery query;
    private readonly ScanPart part;
    private readonly bool readsTier;
    private readonly int startDay;

    /// <summary>The least sum of the post's side that can reach a score, however well the post suits the person.</summary>
    private readonly uint[] leastPost;
    private ulong[] homeMarks = [];

    /// <summary>Tier, score and confidence that have to be reached: those of the worst of the best K.</summary>
    private int worst;
    private int worstTier;

    /// <summary>Whether one of the two next signs has to be there.</summary>
    private bool needsSign;
    private ulong neededWorked;
    private ulong neededSkills;

    /// <summary>One of these groups is needed; all bits set: none is.</summary>
    private uint neededGroups;
    private readonly byte[] pending = new byte[WorkerChunk.Size];
    private uint least;

    public WorkerScan(WorkerPlan plan, PostingAsk posting, FitRules rules, RankQuery query, ScanPart part)
    {
        (this.plan, this.posting, this.rules, this.query, this.part) = (plan, posting, rules, query, part);
        readsTier = posting.Profile.NeedFirst || rules.NeedFirst || posting.Profile.GroupRule == GroupRule.First;
        startDay = posting.StartDayFrom(rules.Day);
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
            if (snapshot.ChunkAt(from + at) is { } chunk) Look(chunk, next ?? chunk, snapshot.Homes, (from + at) * WorkerChunk.Size, excluded);
        }
    }

    /// <summary>With a must everybody who passes the gates has to be scored, for a missed must is a gate as well.</summary>
    public void RunScoringAll(WorkerSnapshot snapshot, int from, int to)
    {
        var quiet = default(Quiet);
        for (var i = from; i < to && snapshot.ChunkAt(i) is { } chunk; i++)
        {
            var homes = snapshot.Homes.Items;
            var count = chunk.Count;
            for (var j = 0; j < count; j++)
            {
                ref readonly var hot = ref chunk.Hot[j];
                if ((hot.Gate & plan.Fails) != 0) continue;
                if (hot.Home >= homes.Length) homes = snapshot.Homes.Items;
                var row = new WorkerRow(in hot, in chunk.Cold[j], in homes[hot.Home]);
                var view = new WorkerView(in row, chunk.FactsOf(j));
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

    /// <summary>A step that has no divisor in common with the number of chunks, so that each is met once.</summary>
    internal static int StrideOf(int count)
    {
        static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
        var step = Math.Max(1, (int)(count * 0.618));
        while (step > 1 && Divisor(count, step) != 1) step--;
        return step;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Look(WorkerChunk chunk, WorkerChunk next, HomeList homes, int firstSlot, ulong[] excluded)
    {
        var (inScope, outside, count, undecided) = (0, 0, chunk.Count, 0);
        var (fails, certificates) = (plan.Fails, (uint)plan.CertificateMask);
        var eligible = posting.Profile.GroupRule == GroupRule.Only ? (uint)posting.Profile.EligibleGroups : uint.MaxValue;
        var asksMore = certificates != 0 || posting.Profile.GroupRule == GroupRule.Only || excluded.Length > 0;
        ref var births = ref MemoryMarshal.GetArrayDataReference(plan.Births);
        ref var first = ref MemoryMarshal.GetArrayDataReference(chunk.Hot);
        ref var ahead = ref Unsafe.Add(ref first, Ahead);
        for (var i = 0; i < count; i++)
        {
            // The processor foresees the next rows within a page of memory only.
            if (i == WorkerChunk.Size - Ahead) ahead = ref Unsafe.Subtract(ref MemoryMarshal.GetArrayDataReference(next.Hot), WorkerChunk.Size - Ahead);
            if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref ahead, i)));
            ref readonly var row = ref Unsafe.Add(ref first, i);
            ref readonly var birth = ref Unsafe.Add(ref births, row.SexIndex);
            // One branch for all of them: which fails cannot be foretold.
            var failed = (row.Gate & fails) | (certificates & ~(uint)row.Certificates) | ((uint)(row.BirthDay - birth.First) > birth.More ? 1u : 0);
            if (failed != 0) continue;
            var known = homeMarks;
            var marks = (uint)row.Home < (uint)known.Length ? known[row.Home] : 0;
            if (marks == 0) marks = HomeMarks(row.Home, homes);
            if ((long)marks < 0) continue;
            if (asksMore)
            {
                var slot = firstSlot + i;
                if (slot >> 6 < excluded.Length && (excluded[slot >> 6] & (1UL << (slot & 63))) != 0) continue;
                if (eligible != uint.MaxValue && (row.AnyGroups & eligible) == 0) continue;
                if (!IsDecided(in row, eligible))
                {
                    pending[undecided++] = (byte)i;
                    continue;
                }
            }
            if ((marks & OutOfScope) != 0)
            {
                outside++;
                continue;
            }
            inScope++;
            // Without a sign of what the posting looks for, and behind the need that the best have, most can no longer get in.
            if (needsSign && ((row.Worked & neededWorked) | (row.Skills & neededSkills)) == 0) continue;
            if (neededGroups != uint.MaxValue && (row.AnyGroups & neededGroups) == 0) continue;
            var sum = plan.PostBound(in row);
            if (Marks.PostOf(sum) < least) continue;
            sum += plan.PersonBound(in row) + (marks - Looked);
            if (Reaches(sum, in row)) Score(chunk, i, in row, homes);
        }
        part.InScope += inScope;
        part.Outside += outside;
        if (undecided > 0) LookAtFacts(chunk, homes, pending.AsSpan(0, undecided));
    }

    /// <summary>Those of whom a fact of variable number decides a gate. All are fetched before the first is read, so that one waits for memory once, not for each.</summary>
    private unsafe void LookAtFacts(WorkerChunk chunk, HomeList homes, ReadOnlySpan<byte> rows)
    {
        if (Sse.IsSupported)
        {
            foreach (var i in rows) Sse.Prefetch0(Unsafe.AsPointer(ref chunk.Cold[i]));
            foreach (var i in rows) Sse.Prefetch0(Unsafe.AsPointer(ref MemoryMarshal.GetReference(chunk.FactsOf(i))));
        }
        foreach (var i in rows)
        {
            ref readonly var row = ref chunk.Hot[i];
            if (!PassesByFacts(chunk, i, in row)) continue;
            var marks = homeMarks[row.Home];
            if ((marks & OutOfScope) != 0)
            {
                part.Outside++;
                continue;
            }
            part.InScope++;
            var sum = plan.PostBound(in row);
            if (Marks.PostOf(sum) < least) continue;
            sum += plan.PersonBound(in row) + (marks - Looked);
            if (Reaches(sum, in row)) Score(chunk, i, in row, homes);
        }
    }

    private ulong HomeMarks(int home, HomeList homes)
    {
        var items = homes.Items;
        if (home >= homeMarks.Length) Array.Resize(ref homeMarks, items.Length);
        var marks = plan.HomeMarks(in items[home]);
        if (!query.Scope.Contains(items[home].Settlement)) marks |= OutOfScope;
        return homeMarks[home] = marks | Looked;
    }

    /// <summary>Whether certificates and groups hold for certain, signs and their ends alone considered.</summary>
    private bool IsDecided(ref readonly HotRow row, uint eligible)
    {
        if (eligible != uint.MaxValue && ((uint)row.OpenGroups & eligible) == 0 && !row.TryGroupsOn(startDay, out _)) return false;
        return plan.CertificateMask == 0 || (plan.CertificatesAreCertain && row.AllCertificatesValidOn(startDay));
    }

    private bool PassesByFacts(WorkerChunk chunk, int at, in HotRow row)
    {
        var (none, quiet) = (default(WorkerRow), default(Quiet));
        var facts = chunk.FactsOf(at);
        if (!CertificateGate.Passes(new WorkerView(in none, facts), posting, in rules, ref quiet)) return false;
        return posting.Profile.GroupRule != GroupRule.Only || (WorkerView.GroupsOn(row.OpenGroups, facts, startDay) & posting.Profile.EligibleGroups) != 0;
    }

    /// <summary>Whether a sum of bounds could still get in, were the tier the best there is.</summary>
    private bool Reaches(ulong sum, in HotRow row)
    {
        var score = plan.Scale.ScoreOf(plan.Scale.PostOf(sum), plan.Scale.PersonOf(sum));
        if (score < query.MinScore) return false;
        var bound = ScanPart.BoundOf(0, score, Math.Min(100, plan.Scale.ConfidenceOf(sum)));
        if (!readsTier) return bound <= worst;
        var tier = row.TryGroupsOn(Math.Max(startDay, rules.Day), out var groups) ? NeedTier.Of(groups, row.HasJobLoss, default, posting, in rules) : 0;
        return tier < worstTier || (tier == worstTier && bound <= worst);
    }

    private void Score(WorkerChunk chunk, int at, in HotRow hot, HomeList homes)
    {
        var quiet = default(Quiet);
        var row = new WorkerRow(in hot, in chunk.Cold[at], in homes.Items[hot.Home]);
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
        neededGroups = worstTier == 0 && readsTier && posting.Profile.GroupRule != GroupRule.First ? (uint)HardshipGroup.ZeroEmploymentHousehold : uint.MaxValue;
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
