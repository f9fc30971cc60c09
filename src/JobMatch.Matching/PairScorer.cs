using JobMatch.Matching.Criteria;
using JobMatch.Matching.Gates;

namespace JobMatch.Matching;

/// <summary>The numbers of one pair.</summary>
internal struct PairScore
{
    public int SuitsPost;
    public int SuitsPerson;
    public int Score;
    public int Confidence;

    /// <summary>Index among the posting's quotas with a vacancy, −1 when none is within reach.</summary>
    public int Quota;
}

/// <summary>The gates in order (cheap and selective first), and the criteria: the only place where a fit is computed.</summary>
internal static class PairScorer
{
    /// <summary>All gates but the musts. The scan stops at the first that fails; the explanation walks them all.</summary>
    public static bool PassesGates<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, bool excluded, ref TSink sink)
        where TSink : struct, ISink
    {
        if (!TSink.Collects)
        {
            return PairGate.Passes(in worker, posting, in rules, excluded, ref sink)
                && OpenGate.Passes(posting, ref sink)
                && LabourGate.Passes(in worker, posting, ref sink)
                && DutyGate.Passes(in worker, posting, ref sink)
                && ReachGate.Passes(in worker, posting, ref sink)
                && AgeGate.Passes(in worker, posting, in rules, ref sink)
                && GroupGate.Passes(in worker, posting, in rules, ref sink)
                && CertificateGate.Passes(in worker, posting, in rules, ref sink);
        }
        return OpenGate.Passes(posting, ref sink)
            & LabourGate.Passes(in worker, posting, ref sink)
            & AgeGate.Passes(in worker, posting, in rules, ref sink)
            & CertificateGate.Passes(in worker, posting, in rules, ref sink)
            & GroupGate.Passes(in worker, posting, in rules, ref sink)
            & ReachGate.Passes(in worker, posting, ref sink)
            & DutyGate.Passes(in worker, posting, ref sink)
            & PairGate.Passes(in worker, posting, in rules, excluded, ref sink);
    }

    /// <summary>
    /// The criteria; false when a must is not met. Weighted mean per side, both in whole numbers; score = harmonic mean of the two. A side of which staff ignore everything is
    /// 0 and the other side is the score.
    /// </summary>
    public static bool Score<TSink>(in WorkerView worker, PostingAsk posting, in FitRules rules, ref TSink sink, out PairScore score)
        where TSink : struct, ISink
    {
        var post = default(SideSum);
        post.Add(Criterion.SkillCover, SkillCover.Of(in worker, posting, in rules, ref sink), in rules, ref sink);
        post.Add(Criterion.OccupationHistory, OccupationHistory.Of(in worker, posting, in rules, ref sink), in rules, ref sink);
        post.Add(Criterion.TrainingDone, TrainingDone.Of(in worker, posting, in rules, ref sink), in rules, ref sink);
        post.Add(Criterion.Education, EducationAsked.Of(in worker, posting, in rules, ref sink), in rules, ref sink);
        post.Add(Criterion.Mandarin, MandarinAsked.Of(in worker, posting, in rules, ref sink), in rules, ref sink);
        post.Add(Criterion.TextCloseness, TextCloseness.Of(in worker, posting, in rules, ref sink), in rules, ref sink);
        var person = default(SideSum);
        person.Add(Criterion.Travel, TravelToWork.Of(in worker, posting.Quotas, in rules, ref sink, out var quota), in rules, ref sink);
        person.Add(Criterion.Wage, WageOffered.Of(in worker, posting, in rules, ref sink), in rules, ref sink);
        person.Add(Criterion.ShiftAndHours, ShiftAndHours.Of(in worker, posting, in rules, ref sink), in rules, ref sink);
        person.Add(Criterion.WishedKind, WishedKind.Of(in worker, posting, in rules, ref sink), in rules, ref sink);
        person.Add(Criterion.WishedOccupation, WishedOccupation.Of(in worker, posting, in rules, ref sink), in rules, ref sink);
        person.Add(Criterion.WishedPlace, WishedPlace.Of(in worker, posting.Quotas, in rules, ref sink), in rules, ref sink);
        score = new()
        {
            SuitsPost = post.Mean,
            SuitsPerson = person.Mean,
            Score = post.Weight == 0 ? person.Mean : person.Weight == 0 ? post.Mean : Harmonic(post.Mean, person.Mean),
            Confidence = post.Weight + person.Weight == 0 ? 0 : (post.Known + person.Known) / (post.Weight + person.Weight),
            Quota = quota,
        };
        return !(post.MissesMust | person.MissesMust);
    }

    /// <summary>Harmonic mean of two whole numbers, rounded half up; 0 when either is 0.</summary>
    internal static int Harmonic(int a, int b) => a + b == 0 ? 0 : ((4 * a * b) + a + b) / (2 * (a + b));

    private struct SideSum
    {
        public int Weight;
        public int Known;
        public bool MissesMust;
        private int sum;

        /// <summary>0–100, rounded half up.</summary>
        public readonly int Mean => Weight == 0 ? 0 : (sum + (Weight * 50)) / (Weight * 100);

        public void Add<TSink>(Criterion criterion, Mark mark, in FitRules rules, ref TSink sink) where TSink : struct, ISink
        {
            if (TSink.Collects) sink.Close(criterion, mark, in rules);
            if (!mark.Applies) return;
            var weight = rules.Weights[criterion];
            Weight += weight;
            sum += weight * mark.Value;
            Known += weight * mark.Known;
            if (rules.Weights.ImportanceOf(criterion) != Importance.Must) return;
            if (mark.Known > 0 && mark.Value >= rules.ThresholdOf(criterion) * 100) return;
            MissesMust = true;
            if (!TSink.Collects) return;
            if (mark.Known == 0) sink.Fail(GateCode.MustUnknown, CriterionFact.Of(criterion), unknown: true, (long)criterion);
            else sink.Fail(GateCode.BelowMust, WorkerFact.None, unknown: false, (long)criterion, mark.Value / 100, rules.ThresholdOf(criterion));
        }
    }
}

/// <summary>What to record when a must is unknown.</summary>
internal static class CriterionFact
{
    public static WorkerFact Of(Criterion criterion) => criterion switch
    {
        Criterion.SkillCover => WorkerFact.Skills,
        Criterion.OccupationHistory => WorkerFact.Occupations,
        Criterion.Education => WorkerFact.Education,
        Criterion.Mandarin => WorkerFact.Mandarin,
        Criterion.Travel => WorkerFact.Mobility,
        Criterion.Wage => WorkerFact.WageFloor,
        Criterion.ShiftAndHours => WorkerFact.ShiftWish,
        Criterion.WishedKind => WorkerFact.KindWish,
        Criterion.WishedOccupation => WorkerFact.OccupationWish,
        Criterion.WishedPlace => WorkerFact.PlaceWish,
        Criterion.TextCloseness => WorkerFact.Words,
        _ => WorkerFact.None,
    };
}
