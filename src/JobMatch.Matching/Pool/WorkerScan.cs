using System.Numerics;
using System.Runtime.CompilerServices;

namespace JobMatch.Matching.Pool;

/// <summary>
/// The exact scan over a run of chunks. The gates of 64 workers are tested at a time (<see cref="RowBits"/>) and everybody who passes is counted. Of those who have a sign of what the
/// posting looks for, the most that they can score is looked up (<see cref="WorkerPlan"/>); only who could still be among the best K is scored by <see cref="PairScorer"/>. Nobody is
/// left out whom the full order would take.
/// </summary>
internal sealed class WorkerScan
{
    private readonly WorkerPlan plan;
    private readonly PostingAsk posting;
    private readonly FitRules rules;
    private readonly RankQuery query;
    private readonly ScanPart part;
    private readonly bool readsTier;
    private readonly int startDay;

    /// <summary>The least sum of the post's side that can reach a score, however well the post suits the person.</summary>
    private readonly uint[] leastPost;
    private readonly HomeReach homes;


    /// <summary>Of chunks of which few pass. Where many do, each is scored at once: what the best of them reach spares the look at most of the others.</summary>
    private readonly Candidates candidates = new();

    /// <summary>What has to be reached: tier, score and confidence of the worst of the best K (<see cref="ScanPart.BoundOf"/>).</summary>
    private int worst;

    /// <summary>Whether one of the two next signs has to be there.</summary>
    private bool needsSign;
    private WorkSigns neededSigns;

    /// <summary>One of these groups is needed; 0: none is.</summary>
    private ushort neededGroups;
    private uint least;

    /// <summary>What signs alone allow, of the rows at hand.</summary>
    private readonly ulong[] signSums = new ulong[WorkerChunk.Size];

    public WorkerScan(WorkerPlan plan, HomeReach homes, PostingAsk posting, FitRules rules, RankQuery query, ScanPart part)
    {
        (this.plan, this.homes, this.posting, this.rules, this.query, this.part) = (plan, homes, posting, rules, query, part);
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
        var (count, step) = (to - from, StrideOf(to - from));
        if (count == 0) return;
        WorkerChunk ChunkAt(int place) => snapshot.ChunkAt(from + place) ?? WorkerChunk.Empty;
        // Three chunks are under way, each one step behind the one before it: what a step reads was asked for a chunk's work ago.
        var gates = new ChunkGates(plan, homes, posting, rules, excluded);
        var (first, second, third) = (new ChunkInHand(), new ChunkInHand(), new ChunkInHand());
        // Here and there instead of front to back: should the pool be sorted by something, the best K are good early all the same.
        for (int i = 0, at = 0; i < count + 2; i++, at = (at + step) % count)
        {
            first.Take(i < count ? ChunkAt(at) : WorkerChunk.Empty, (from + at) * WorkerChunk.Size);
            gates.Fetch(ChunkAt((at + step) % count));
            gates.AskColumns(first);
            gates.AskHomes(second);
            gates.AskFacts(third);
            LookAtBounds(third);
            (first, second, third) = (third, first, second);
        }
        ScoreCandidates();
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
                var rows = RowBits.HavingNone(in chunk.Columns.Gate, first, plan.Fails) & RowBits.BornWithin(in chunk.Columns.Birth, first, plan.Births) & RowBits.Below(count - first);
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

    /// <summary>Counts those who may go and scores, of those in scope, who could still get in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookAtBounds(ChunkInHand at)
    {
        if (at.IsFew)
        {
            LookAtFew(at);
            return;
        }
        var (inScope, outside, any) = (0, 0, 0UL);
        for (var (word, first) = (0, 0); word < ChunkRows.Words; (word, first) = (word + 1, first + RowBits.Count))
        {
            inScope += BitOperations.PopCount(at.Near[word]);
            outside += BitOperations.PopCount(at.Outside[word]);
            at.Near[word] = Hopeful(at.Chunk, first, at.Near[word]);
            any |= at.Near[word];
        }
        (part.InScope, part.Outside) = (part.InScope + inScope, part.Outside + outside);
        if (any == 0) return;
        for (var (word, first) = (0, 0); word < ChunkRows.Words; (word, first) = (word + 1, first + RowBits.Count))
        {
            for (var rows = at.Near[word]; rows != 0;)
            {
                var row = first + RowBits.TakeFirst(ref rows);
                if (Reaches(at.Chunk, row, out _)) Score(at.Chunk, row);
            }
        }
    }

    /// <summary>The same of rows that are listed.</summary>
    private void LookAtFew(ChunkInHand at)
    {
        (part.InScope, part.Outside) = (part.InScope + at.FewCount, part.Outside + at.FewOutside);
        var hopeful = 0;
        foreach (var row in at.Few.AsSpan(0, at.FewCount))
        {
            if (IsHopeful(at.Chunk, row)) at.Few[hopeful++] = row;
        }
        foreach (var row in at.Few.AsSpan(0, hopeful))
        {
            if (!Reaches(at.Chunk, row, out var bound)) continue;
            candidates.Keep(at.Chunk, row, bound);
            if (candidates.IsFull) ScoreCandidates();
        }
    }

    /// <summary>Of 64 rows, whose signs could be enough; the rest of what bounds them is asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Hopeful(WorkerChunk chunk, int first, ulong rows)
    {
        ref readonly var columns = ref chunk.Columns;
        // Without a sign of what the posting looks for, and behind the need that the best have, most can no longer get in. Of a few the bound tells as much, without a look at the others.
        if (needsSign && !RowBits.AreFew(rows)) rows &= RowBits.HavingAny(in columns.Signs, first, neededSigns);
        if (neededGroups != 0 && rows != 0) rows &= ChunkGates.HavingGroup(in columns, first, neededGroups);
        var hopeful = 0UL;
        while (rows != 0)
        {
            var row = RowBits.TakeFirst(ref rows);
            if (IsHopeful(chunk, first + row)) hopeful |= 1UL << row;
        }
        return hopeful;
    }

    /// <summary>Whether the signs of one row could be enough; then the rest of what bounds it is asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsHopeful(WorkerChunk chunk, int row)
    {
        var sum = plan.SignBound(in chunk.Columns, row);
        if (Marks.PostOf(sum) + plan.PeakBesideSigns < least) return false;
        signSums[row] = sum;
        Ahead.One(in chunk.Warm[row]);
        return true;
    }

    /// <summary>Whether all bounds of a row together could still get it in.</summary>
    private bool Reaches(WorkerChunk chunk, int at, out int bound)
    {
        bound = int.MaxValue;
        ref readonly var warm = ref chunk.Warm[at];
        var sum = signSums[at] + plan.PostBound(in warm);
        if (Marks.PostOf(sum) < least) return false;
        sum += plan.PersonBound(in warm) + homes.MarksOf(chunk.Columns.Home.From(at));
        var score = plan.Scale.ScoreOf(plan.Scale.PostOf(sum), plan.Scale.PersonOf(sum));
        if (score < query.MinScore) return false;
        bound = ScanPart.BoundOf(readsTier ? LeastTier(in chunk.Columns, at) : 0, score, Math.Min(100, plan.Scale.ConfidenceOf(sum)));
        return bound <= worst;
    }

    /// <summary>The tier, or the best that there is where facts of variable number decide.</summary>
    private int LeastTier(in ScanColumns columns, int at)
    {
        var row = new HotRow(in columns, at, default);
        return row.TryGroupsOn(Math.Max(startDay, rules.Day), out var groups) ? NeedTier.Of(groups, row.HasJobLoss, default, posting, in rules) : 0;
    }

    private void ScoreCandidates()
    {
        while (candidates.TryTake(worst, out var chunk, out var row)) Score(chunk, row);
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
        var (worstTier, score, confidence) = part.Worst;
        worst = ScanPart.BoundOf(worstTier, score, confidence);
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
        neededSigns = plan.Signs;
        // What the other alone cannot make good has to be there.
        if (peaks.WithoutSkill < least) neededSigns = neededSigns with { Worked = 0 };
        else if (peaks.WithoutWork < least) neededSigns = neededSigns with { Skills = 0 };
    }
}
