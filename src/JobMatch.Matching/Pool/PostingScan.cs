using System.Runtime.CompilerServices;
using JobMatch.Matching.Criteria;
using JobMatch.Matching.Gates;

namespace JobMatch.Matching.Pool;

/// <summary>
/// The exact scan of postings for one worker. Each class of postings (<see cref="PostingClasses"/>) is asked once, by the gates and criteria themselves; a posting is the sum of its
/// classes. Only the way to work is worked out when the rest could be enough, for nearly every place is a class of its own.
/// </summary>
internal sealed class PostingScan
{
    private const byte InReach = 1;
    private const byte OutOfReach = 2;

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
    private readonly ScoreScale?[] scales = new ScoreScale?[((CriterionList.Count / 2) * 100) + 1];
    private readonly int workWeight;
    private readonly int personWeight;
    private readonly ulong placeMost;
    private byte[] reaches = [];

    public PostingScan(in WorkerRow row, uint[] facts, FitRules rules, RankQuery query, PostingSnapshot snapshot)
    {
        (this.row, this.facts, this.rules, this.query, classes) = (row, facts, rules, query, snapshot.Classes);
        duties = Asked(classes.Duties, DutyMarks);
        laws = Asked(classes.Laws, LawMarks);
        pays = Asked(classes.Pays, PayMarks);
        hours = Asked(classes.Hours, HourMarks);
        works = Asked(classes.Works, WorkMarks);
        skills = Asked(classes.Skills, SkillMarks);
        schoolings = Asked(classes.Schoolings, SchoolingMarks);
        skillWeights = Weights(classes.Skills, [Criterion.SkillCover]);
        schoolingWeights = Weights(classes.Schoolings, [Criterion.Education, Criterion.Mandarin, Criterion.TrainingDone, Criterion.TextCloseness]);
        workWeight = rules.Weights[Criterion.OccupationHistory];
        foreach (var criterion in Enum.GetValues<Criterion>())
            if (CriterionList.SideOf(criterion) == Side.SuitsPerson) personWeight += rules.Weights[criterion];
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
        for (var i = from; i < to && snapshot.ChunkAt(i) is { } chunk; i++) Look(chunk, i * PostingChunk.Size, excluded, part);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Look(PostingChunk chunk, int firstSlot, ulong[] excluded, ScanPart part)
    {
        var count = chunk.Count;
        var worst = part.Best.WorstMajor ?? ulong.MaxValue;
        var mustBeIn = rules.Weights.AnyMust;
        for (var i = 0; i < count; i++)
        {
            ref readonly var posting = ref chunk.Rows[i];
            if (!posting.IsThere || !Knows(in posting))
            {
                if (posting.IsThere) LookAtNewcomer(chunk, i, part);
                continue;
            }
            var gates = duties[posting.Duty] | laws[posting.Law];
            if ((long)gates < 0) continue;
            var sum = pays[posting.Pay] + hours[posting.Hours];
            if (mustBeIn && (long)(pays[posting.Pay] | hours[posting.Hours] | works[posting.Work] | skills[posting.Skills] | schoolings[posting.Schooling]) < 0) continue;
            if (!Reaches(posting.Place)) continue;
            var slot = firstSlot + i;
            if (slot >> 6 < excluded.Length && (excluded[slot >> 6] & (1UL << (slot & 63))) != 0) continue;
            sum += works[posting.Work] + skills[posting.Skills] + schoolings[posting.Schooling];
            var scale = ScaleOf(workWeight + skillWeights[posting.Skills] + schoolingWeights[posting.Schooling]);
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
        if (query.Excluded is { } excluded && excluded.Contains(posting.Id)) return false;
        var (ask, quiet) = (chunk.Asks[at]!, default(Quiet));
        var travel = TravelToWork.Of(Worker, ask, in rules, ref quiet, out var quota);
        var place = WishedPlace.Of(Worker, ask, in rules, ref quiet);
        if (mustBeIn)
        {
            if (Misses(Criterion.Travel, travel) || Misses(Criterion.WishedPlace, place)) return false;
            part.InScope++;
        }
        sum += Marks.Of(Criterion.Travel, travel, in rules) + Marks.Of(Criterion.WishedPlace, place, in rules);
        var (post, person) = (scale.PostOf(sum), scale.PersonOf(sum));
        var score = scale.ScoreOf(post, person);
        if (score < query.MinScore) return false;
        var confidence = scale.ConfidenceOf(sum);
        var major = RankKey.MajorOf(0, score, confidence, days);
        if (!part.Best.MayTake(major)) return false;
        part.Scored++;
        part.Best.Offer(major, new(posting.Id, post, person, score, confidence, 0, days, quota >= 0 ? ask.Quotas[quota].Id : 0));
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

    private bool Knows(ref readonly PostingRow posting) =>
        posting.Duty < duties.Length && posting.Law < laws.Length && posting.Pay < pays.Length && posting.Hours < hours.Length
        && posting.Work < works.Length && posting.Skills < skills.Length && posting.Schooling < schoolings.Length;

    private static ulong MajorOf(in ScoreScale scale, ulong sum, int days) =>
        RankKey.MajorOf(0, scale.ScoreOf(scale.PostOf(sum), scale.PersonOf(sum)), scale.ConfidenceOf(sum), days);

    private bool Reaches(int place)
    {
        if (place >= reaches.Length) Array.Resize(ref reaches, classes.Places.Items.Length);
        var known = reaches[place];
        if (known == 0)
        {
            var quiet = default(Quiet);
            reaches[place] = known = ReachGate.Passes(Worker, classes.Places.Items[place], ref quiet) ? InReach : OutOfReach;
        }
        return known == InReach;
    }

    private ScoreScale ScaleOf(int postWeight) => scales[postWeight] ??= new(postWeight, personWeight);

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
