using System.Runtime.CompilerServices;
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
    private readonly WorkerRow row;
    private readonly uint[] facts;
    private readonly FitRules rules;
    private readonly RankQuery query;
    private readonly PostingClasses classes;
    private readonly StateColumn duties;
    private readonly StateColumn laws;
    private readonly StateColumn reached;
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
    private readonly bool byPosition;

    /// <summary>By region, asked when it is met: the value of the way by codes alone (−1: not yet), and the marks of the wished place. Empty for someone who goes so many metres: reach then differs within a region.</summary>
    private readonly int[] ways = [];
    private readonly ulong[] wishes = [];

    /// <summary>What the marks of the place can be at most.</summary>
    private readonly ulong placeMost;

    public PostingScan(in WorkerRow row, uint[] facts, FitRules rules, RankQuery query, PostingSnapshot snapshot)
    {
        (this.row, this.facts, this.rules, this.query, classes) = (row, facts, rules, query, snapshot.Classes);
        duties = Gated(classes.Duties, PassesDuties, before: 1);
        laws = Gated(classes.Laws, PassesLaws, before: 0);
        pays = Asked(classes.Pays, PayMarks);
        hours = Asked(classes.Hours, HourMarks);
        works = Asked(classes.Works, WorkMarks);
        skills = Asked(classes.Skills, SkillMarks);
        schoolings = Asked(classes.Schoolings, SchoolingMarks);
        byPosition = row.Mobility == Mobility.Metres;
        var places = byPosition ? classes.Places : classes.Regions;
        reached = new(places.Count, place => ReachGate.BestOf(in this.row.Home, places.QuotasOf(place)) != Known.No ? StateColumn.Yes : StateColumn.No);
        skillWeights = Weights(classes.Skills, [Criterion.SkillCover]);
        schoolingWeights = Weights(classes.Schoolings, [Criterion.Education, Criterion.Mandarin, Criterion.TrainingDone, Criterion.TextCloseness]);
        workWeight = rules.Weights[Criterion.OccupationHistory];
        foreach (var criterion in Enum.GetValues<Criterion>())
            if (CriterionList.SideOf(criterion) == Side.SuitsPerson) personWeight += rules.Weights[criterion];
        scales = Scales();
        if (!byPosition) (ways, wishes) = (new int[classes.Regions.Count], new ulong[classes.Regions.Count]);
        ways.AsSpan().Fill(-1);
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

    private void Look(PostingChunk chunk, PostingChunk next, int firstSlot, ulong[] excluded, ScanPart part)
    {
        ref readonly var columns = ref chunk.Columns;
        var count = chunk.Count;
        for (var first = 0; first < count; first += RowBits.Count)
        {
            Fetch(next, first);
            var duty = duties.Of(in columns.Duty, first);
            var law = laws.Of(in columns.Law, first);
            var reach = reached.Of(in byPosition ? ref columns.Place : ref columns.Region, first);
            var rows = RowBits.Below(count - first);
            for (var unknown = rows & (duty.Unknown | law.Unknown | reach.Unknown); unknown != 0;) LookAtNewcomer(chunk, first + RowBits.TakeFirst(ref unknown), part);
            rows &= duty.Yes & law.Yes & reach.Yes;
            // Chunks begin at a multiple of 64, as the bits of a slot do.
            var word = (firstSlot + first) / RowBits.Count;
            if (word < excluded.Length) rows &= ~excluded[word];
            if (rows != 0) LookAtMarks(chunk, first, rows, part);
        }
    }

    /// <summary>Of those where the person may go: whether the marks could be enough, the place aside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookAtMarks(PostingChunk chunk, int first, ulong rows, ScanPart part)
    {
        var worst = part.Best.WorstMajor ?? ulong.MaxValue;
        var mustBeIn = rules.Weights.AnyMust;
        while (rows != 0)
        {
            var at = first + RowBits.TakeFirst(ref rows);
            ref readonly var posting = ref chunk.Marks[at];
            if (!Knows(in posting))
            {
                LookAtNewcomer(chunk, at, part);
                continue;
            }
            if (mustBeIn && (long)(pays[posting.Pay] | hours[posting.Hours] | works[posting.Work] | skills[posting.Skills] | schoolings[posting.Schooling]) < 0) continue;
            var sum = pays[posting.Pay] + hours[posting.Hours] + works[posting.Work] + skills[posting.Skills] + schoolings[posting.Schooling];
            ref readonly var scale = ref scales[workWeight + skillWeights[posting.Skills] + schoolingWeights[posting.Schooling]];
            var days = posting.PublishedDay == 0 ? 0 : Math.Max(0, rules.Day - posting.PublishedDay);
            if (!mustBeIn)
            {
                part.InScope++;
                if (MajorOf(in scale, sum + placeMost, days) > worst || MajorOf(in scale, sum + PlaceBound(chunk, at), days) > worst) continue;
            }
            if (Take(chunk, at, in scale, sum, days, mustBeIn, part)) worst = part.Best.WorstMajor ?? ulong.MaxValue;
        }
    }

    /// <summary>The most that the marks of the place can be: the way by codes, or by the distance when that says more.</summary>
    private ulong PlaceBound(PostingChunk chunk, int at)
    {
        var region = chunk.Columns.Region.From(at);
        if ((uint)region >= (uint)ways.Length) return placeMost;
        if (ways[region] < 0) Ask(region);
        var way = ways[region];
        ref readonly var spot = ref chunk.Spots[at];
        if (row.HasPosition && !spot.IsNowhere)
        {
            var metres = spot.IsAnywhere ? 0 : spot.MetresFrom(in row);
            if (metres <= rules.FarMetres) way = Math.Max(way, TravelToWork.ByDistance(metres, in rules));
        }
        return wishes[region] + Marks.Of(Criterion.Travel, way, 100, in rules);
    }

    private void Ask(int region)
    {
        var quiet = default(Quiet);
        var quotas = classes.Regions.QuotasOf(region);
        ways[region] = TravelToWork.Of(Worker, quotas, in rules, ref quiet, out _).Value;
        wishes[region] = Marks.Of(Criterion.WishedPlace, WishedPlace.Of(Worker, quotas, in rules, ref quiet), in rules);
    }

    /// <summary>The processor foresees what comes next within a page of memory only: the same rows of the next chunk are asked for ahead.</summary>
    private static unsafe void Fetch(PostingChunk next, int first)
    {
        if (!Sse.IsSupported) return;
        const int Line = 64;
        ref readonly var columns = ref next.Columns;
        for (var row = first; row < first + RowBits.Count; row += Line / sizeof(int))
        {
            Sse.Prefetch0(Unsafe.AsPointer(in columns.Duty.From(row)));
            Sse.Prefetch0(Unsafe.AsPointer(in columns.Law.From(row)));
            Sse.Prefetch0(Unsafe.AsPointer(in columns.Region.From(row)));
        }
        for (var row = first; row < first + RowBits.Count; row += 2) Sse.Prefetch0(Unsafe.AsPointer(ref next.Marks[row]));
    }

    /// <summary>The place too, then the whole: exact.</summary>
    private bool Take(PostingChunk chunk, int at, in ScoreScale scale, ulong sum, int days, bool mustBeIn, ScanPart part)
    {
        // Slots are excluded while counting; what joined the pool since is met here.
        if (query.Excluded is { } excluded && excluded.Contains(chunk.Asks[at]!.Profile.Id)) return false;
        var quiet = default(Quiet);
        var quotas = classes.Places.QuotasOf(chunk.Columns.Place.From(at));
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
    private bool Knows(ref readonly MarkRow posting) =>
        ((posting.Pay - pays.Length) & (posting.Hours - hours.Length) & (posting.Work - works.Length) & (posting.Skills - skills.Length) & (posting.Schooling - schoolings.Length)) < 0;

    private static ulong MajorOf(in ScoreScale scale, ulong sum, int days) =>
        RankKey.MajorOf(0, scale.ScoreOf(scale.PostOf(sum), scale.PersonOf(sum)), scale.ConfidenceOf(sum), days);

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
        var marks = new ulong[CountOf(items)];
        var worker = Worker;
        for (var i = 0; i < marks.Length; i++) marks[i] = ask(in worker, items[i]);
        return marks;
    }

    /// <param name="postings">The classes.</param>
    /// <param name="passes">Asked once for each.</param>
    /// <param name="before">Numbers before the first class, of what is not there.</param>
    private static StateColumn Gated(PostingClass postings, Func<PostingAsk, bool> passes, int before)
    {
        var items = postings.Items;
        return new(before + CountOf(items), number => number >= before && passes(items[number - before]) ? StateColumn.Yes : StateColumn.No);
    }

    private static int CountOf(PostingAsk[] items)
    {
        var count = items.Length;
        while (count > 0 && items[count - 1] is null) count--;
        return count;
    }

    private int[] Weights(PostingClass postings, Criterion[] criteria) =>
        [.. postings.Items.TakeWhile(posting => posting is not null).Select(posting => criteria.Where(posting.Asks).Sum(criterion => rules.Weights[criterion]))];

    private bool PassesDuties(PostingAsk posting)
    {
        var worker = Worker;
        var quiet = default(Quiet);
        return PairGate.Passes(in worker, posting, in rules, excluded: false, ref quiet) && OpenGate.Passes(posting, ref quiet)
            && LabourGate.Passes(in worker, posting, ref quiet) && DutyGate.Passes(in worker, posting, ref quiet);
    }

    private bool PassesLaws(PostingAsk posting)
    {
        var worker = Worker;
        var quiet = default(Quiet);
        return AgeGate.Passes(in worker, posting, in rules, ref quiet) && GroupGate.Passes(in worker, posting, in rules, ref quiet)
            && CertificateGate.Passes(in worker, posting, in rules, ref quiet);
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
