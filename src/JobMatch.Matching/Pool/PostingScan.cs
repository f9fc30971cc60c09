using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using JobMatch.Matching.Criteria;
using JobMatch.Matching.Gates;

namespace JobMatch.Matching.Pool;

/// <summary>
/// The exact scan of postings for one worker. Each class of postings (<see cref="PostingClasses"/>) is asked once, by the gates and criteria themselves; a posting is the sum of its
/// classes. Only the way to work is worked out when the rest could be enough, for nearly every place is a class of its own.
/// </summary>
internal sealed class PostingScan
{
    /// <summary>Rows that are fetched before they are looked at.</summary>
    private const int Ahead = 32;

    private readonly WorkerRow row;
    private readonly uint[] facts;
    private readonly FitRules rules;
    private readonly RankQuery query;
    private readonly PostingClasses classes;
    private readonly ulong[] duties;
    private readonly ulong[] laws;
    private readonly ulong[] pays;
    private readonly ulong[] hours;
    private readonly ulong[] works;
    private readonly ulong[] skills;
    private readonly ulong[] schoolings;
    private readonly int[] skillWeights;
    private readonly int[] schoolingWeights;
    private readonly ScoreScale[] scales;
    private readonly int workWeight;
    private readonly int personWeight;
    private readonly ulong placeMost;
    private readonly bool byPosition;
    private readonly bool[] reaches;

    public PostingScan(in WorkerRow row, uint[] facts, FitRules rules, RankQuery query, PostingSnapshot snapshot)
    {
        (this.row, this.facts, this.rules, this.query, classes) = (row, facts, rules, query, snapshot.Classes);
        // Nothing is there in the slot of a posting that left.
        duties = [Marks.Fails, .. Asked(classes.Duties, DutyMarks)];
        laws = Asked(classes.Laws, LawMarks);
        pays = Asked(classes.Pays, PayMarks);
        hours = Asked(classes.Hours, HourMarks);
        works = Asked(classes.Works, WorkMarks);
        skills = Asked(classes.Skills, SkillMarks);
        schoolings = Asked(classes.Schoolings, SchoolingMarks);
        byPosition = row.Mobility == Mobility.Metres;
        reaches = Reached();
        skillWeights = Weights(classes.Skills, [Criterion.SkillCover]);
        schoolingWeights = Weights(classes.Schoolings, [Criterion.Education, Criterion.Mandarin, Criterion.TrainingDone, Criterion.TextCloseness]);
        workWeight = rules.Weights[Criterion.OccupationHistory];
        foreach (var criterion in Enum.GetValues<Criterion>())
            if (CriterionList.SideOf(criterion) == Side.SuitsPerson) personWeight += rules.Weights[criterion];
        scales = Scales();
        placeMost = Marks.Of(Criterion.Travel, Mark.Full, 100, in rules) + Marks.Of(Criterion.WishedPlace, Mark.Full, 100, in rules);
    }

    private delegate ulong Asking(in WorkerView worker, PostingAsk posting);

    private WorkerView Worker => new(in row, facts);

    /// <param name="snapshot">The generation that is scanned.</param>
    /// <param name="from">First chunk.</param>
    /// <param name="to">Behind the last chunk.</param>
    /// <param name="excluded">A bit for each slot that is out; empty when none is.</param>
    /// <param name="part">What is found.</param>
    public void Run(PostingSnapshot snapshot, int from, int to, ulong[] excluded, ScanPart part)
    {
        var step = WorkerScan.StrideOf(to - from);
        for (int i = 0, at = 0; i < to - from; i++, at = (at + step) % (to - from))
        {
            var next = snapshot.ChunkAt(from + ((at + step) % (to - from)));
            if (snapshot.ChunkAt(from + at) is { } chunk) Look(chunk, next ?? chunk, (from + at) * PostingChunk.Size, excluded, part);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Look(PostingChunk chunk, PostingChunk next, int firstSlot, ulong[] excluded, ScanPart part)
    {
        var count = chunk.Count;
        var worst = part.Best.WorstMajor ?? ulong.MaxValue;
        var (mustBeIn, reached) = (rules.Weights.AnyMust, reaches);
        ref var first = ref MemoryMarshal.GetArrayDataReference(chunk.Rows);
        ref var ahead = ref Unsafe.Add(ref first, Ahead);
        for (var i = 0; i < count; i++)
        {
            // The processor foresees the next rows within a page of memory only.
            if (i == PostingChunk.Size - Ahead) ahead = ref Unsafe.Subtract(ref MemoryMarshal.GetArrayDataReference(next.Rows), PostingChunk.Size - Ahead);
            if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref ahead, i)));
            ref readonly var posting = ref Unsafe.Add(ref first, i);
            if (!Knows(in posting))
            {
                LookAtNewcomer(chunk, i, part);
                continue;
            }
            if ((long)(duties[posting.Duty] | laws[posting.Law]) < 0 || !reached[ReachOf(in posting)]) continue;
            if (mustBeIn && (long)(pays[posting.Pay] | hours[posting.Hours] | works[posting.Work] | skills[posting.Skills] | schoolings[posting.Schooling]) < 0) continue;
            var slot = firstSlot + i;
            if (slot >> 6 < excluded.Length && (excluded[slot >> 6] & (1UL << (slot & 63))) != 0) continue;
            var sum = pays[posting.Pay] + hours[posting.Hours] + works[posting.Work] + skills[posting.Skills] + schoolings[posting.Schooling];
            ref readonly var scale = ref scales[workWeight + skillWeights[posting.Skills] + schoolingWeights[posting.Schooling]];
            var days = posting.PublishedDay == 0 ? 0 : Math.Max(0, rules.Day - posting.PublishedDay);
            if (!mustBeIn)
            {
                part.InScope++;
                if (MajorOf(in scale, sum + placeMost, days) > worst) continue;
            }
            if (Take(chunk, i, in posting, in scale, sum, days, mustBeIn, part)) worst = part.Best.WorstMajor ?? ulong.MaxValue;
        }
    }

    /// <summary>The place too, then the whole: exact.</summary>
    private bool Take(PostingChunk chunk, int at, in PostingRow posting, in ScoreScale scale, ulong sum, int days, bool mustBeIn, ScanPart part)
    {
        // Slots are excluded while counting; what joined the pool since is met here.
        if (query.Excluded is { } excluded && excluded.Contains(chunk.Asks[at]!.Profile.Id)) return false;
        var quiet = default(Quiet);
        var quotas = classes.Places.QuotasOf(posting.Place);
        var travel = TravelToWork.Of(Worker, quotas, in rules, ref quiet, out var quota);
        var place = WishedPlace.Of(Worker, quotas, in rules, ref quiet);
        if (mustBeIn)
        {
            if (Misses(Criterion.Travel, travel) || Misses(Criterion.WishedPlace, place)) return false;
            part.InScope++;
        }
        part.Scored++;
        sum += Marks.Of(Criterion.Travel, travel, in rules) + Marks.Of(Criterion.WishedPlace, place, in rules);
        var (post, person) = (scale.PostOf(sum), scale.PersonOf(sum));
        var score = scale.ScoreOf(post, person);
        if (score < query.MinScore) return false;
        var confidence = scale.ConfidenceOf(sum);
        var major = RankKey.MajorOf(0, score, confidence, days);
        if (!part.Best.MayTake(major)) return false;
        part.Best.Offer(major, new(chunk.Asks[at]!.Profile.Id, post, person, score, confidence, 0, days, quota >= 0 ? chunk.Asks[at]!.Quotas[quota].Id : 0));
        return true;
    }

    /// <summary>A posting that came, with a class of its own, since the classes were asked: it is asked alone.</summary>
    private void LookAtNewcomer(PostingChunk chunk, int at, ScanPart part)
    {
        var (ask, quiet) = (chunk.Asks[at]!, default(Quiet));
        var worker = Worker;
        if (!PairScorer.PassesGates(in worker, ask, in rules, query.Excluded?.Contains(ask.Profile.Id) == true, ref quiet)) return;
        if (!PairScorer.Score(in worker, ask, in rules, ref quiet, out var score)) return;
        part.InScope++;
        if (score.Score < query.MinScore) return;
        var days = ask.PublishedDay == 0 ? 0 : Math.Max(0, rules.Day - ask.PublishedDay);
        var major = RankKey.MajorOf(0, score.Score, score.Confidence, days);
        if (!part.Best.MayTake(major)) return;
        part.Best.Offer(major, new(ask.Profile.Id, score.SuitsPost, score.SuitsPerson, score.Score, score.Confidence, 0, days, score.Quota >= 0 ? ask.Quotas[score.Quota].Id : 0));
    }

    /// <summary>One comparison for all: a number that is not below its length makes its difference negative no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Knows(ref readonly PostingRow posting) =>
        ((posting.Duty - duties.Length) & (posting.Law - laws.Length) & (posting.Pay - pays.Length) & (posting.Hours - hours.Length)
            & (posting.Work - works.Length) & (posting.Skills - skills.Length) & (posting.Schooling - schoolings.Length) & (ReachOf(in posting) - reaches.Length)) < 0;

    private int ReachOf(ref readonly PostingRow posting) => byPosition ? posting.Place : posting.Region;

    private static ulong MajorOf(in ScoreScale scale, ulong sum, int days) =>
        RankKey.MajorOf(0, scale.ScoreOf(scale.PostOf(sum), scale.PersonOf(sum)), scale.ConfidenceOf(sum), days);

    /// <summary>Place by place in the order in which they lie in memory.</summary>
    private bool[] Reached()
    {
        var places = byPosition ? classes.Places : classes.Regions;
        var reached = new bool[places.Count];
        for (var place = 0; place < reached.Length; place++) reached[place] = ReachGate.BestOf(in row, places.QuotasOf(place)) != Known.No;
        return reached;
    }

    /// <summary>By the weight of the post's side, of those that occur.</summary>
    private ScoreScale[] Scales()
    {
        var all = new ScoreScale[workWeight + skillWeights.DefaultIfEmpty().Max() + schoolingWeights.DefaultIfEmpty().Max() + 1];
        foreach (var skill in skillWeights.Distinct())
            foreach (var schooling in schoolingWeights.Distinct()) all[workWeight + skill + schooling] = new(workWeight + skill + schooling, personWeight);
        return all;
    }

    private ulong[] Asked(PostingClass postings, Asking ask)
    {
        var items = postings.Items;
        var count = items.Length;
        while (count > 0 && items[count - 1] is null) count--;
        var marks = new ulong[count];
        var worker = Worker;
        for (var i = 0; i < count; i++) marks[i] = ask(in worker, items[i]);
        return marks;
    }

    private int[] Weights(PostingClass postings, Criterion[] criteria) =>
        [.. postings.Items.TakeWhile(posting => posting is not null).Select(posting => criteria.Where(posting.Asks).Sum(criterion => rules.Weights[criterion]))];

    private ulong DutyMarks(in WorkerView worker, PostingAsk posting)
    {
        var quiet = default(Quiet);
        var passes = PairGate.Passes(in worker, posting, in rules, excluded: false, ref quiet) && OpenGate.Passes(posting, ref quiet)
            && LabourGate.Passes(in worker, posting, ref quiet) && DutyGate.Passes(in worker, posting, ref quiet);
        return passes ? 0 : Marks.Fails;
    }

    private ulong LawMarks(in WorkerView worker, PostingAsk posting)
    {
        var quiet = default(Quiet);
        var passes = AgeGate.Passes(in worker, posting, in rules, ref quiet) && GroupGate.Passes(in worker, posting, in rules, ref quiet)
            && CertificateGate.Passes(in worker, posting, in rules, ref quiet);
        return passes ? 0 : Marks.Fails;
    }

    private ulong PayMarks(in WorkerView worker, PostingAsk posting)
    {
        var quiet = default(Quiet);
        return MarkOf(Criterion.Wage, WageOffered.Of(in worker, posting, in rules, ref quiet));
    }

    private ulong HourMarks(in WorkerView worker, PostingAsk posting)
    {
        var quiet = default(Quiet);
        return Both(
            MarkOf(Criterion.ShiftAndHours, ShiftAndHours.Of(in worker, posting, in rules, ref quiet)),
            MarkOf(Criterion.WishedKind, WishedKind.Of(in worker, posting, in rules, ref quiet)));
    }

    private ulong WorkMarks(in WorkerView worker, PostingAsk posting)
    {
        var quiet = default(Quiet);
        return Both(
            MarkOf(Criterion.OccupationHistory, OccupationHistory.Of(in worker, posting, in rules, ref quiet)),
            MarkOf(Criterion.WishedOccupation, WishedOccupation.Of(in worker, posting, in rules, ref quiet)));
    }

    private ulong SkillMarks(in WorkerView worker, PostingAsk posting)
    {
        var quiet = default(Quiet);
        return MarkOf(Criterion.SkillCover, SkillCover.Of(in worker, posting, in rules, ref quiet));
    }

    private ulong SchoolingMarks(in WorkerView worker, PostingAsk posting)
    {
        var quiet = default(Quiet);
        return Both(
            Both(
                MarkOf(Criterion.Education, EducationAsked.Of(in worker, posting, in rules, ref quiet)),
                MarkOf(Criterion.Mandarin, MandarinAsked.Of(in worker, posting, in rules, ref quiet))),
            Both(
                MarkOf(Criterion.TrainingDone, TrainingDone.Of(in worker, posting, in rules, ref quiet)),
                MarkOf(Criterion.TextCloseness, TextCloseness.Of(in worker, posting, in rules, ref quiet))));
    }

    /// <summary>The sum of two marks; either failing a must fails both.</summary>
    private static ulong Both(ulong a, ulong b) => ((a | b) & Marks.Fails) | ((a & ~Marks.Fails) + (b & ~Marks.Fails));

    private ulong MarkOf(Criterion criterion, Mark mark) => Marks.Of(criterion, mark, in rules) | (Misses(criterion, mark) ? Marks.Fails : 0);

    private bool Misses(Criterion criterion, Mark mark) =>
        mark.Applies && rules.Weights.ImportanceOf(criterion) == Importance.Must && (mark.Known == 0 || mark.Value < rules.ThresholdOf(criterion) * 100);
}
