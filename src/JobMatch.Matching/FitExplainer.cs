namespace JobMatch.Matching;

/// <summary>Runs the gates and criteria once more, listening.</summary>
internal static class FitExplainer
{
    public static Fit Explain(in WorkerView worker, PostingAsk posting, in FitRules rules, bool excluded)
    {
        var sink = new Listener(new());
        PairScorer.PassesGates(in worker, posting, in rules, excluded, ref sink);
        sink.Heard.KeepGaps();
        PairScorer.Score(in worker, posting, in rules, ref sink, out var score);
        NightCaution.Tell(in worker, posting, in rules, ref sink);
        var heard = sink.Heard;
        TellNeed(in worker, posting, in rules, heard);
        return new()
        {
            WorkerId = worker.Row.Id,
            PostingId = posting.Profile.Id,
            QuotaId = score.Quota >= 0 ? posting.Quotas[score.Quota].Id : 0,
            SuitsPost = score.SuitsPost,
            SuitsPerson = score.SuitsPerson,
            Score = score.Score,
            NotWeighed = [.. Enum.GetValues<Side>().Where(side => !heard.Lines.Exists(line => CriterionList.SideOf(line.Criterion) == side))],
            Confidence = score.Confidence,
            NeedTier = NeedTier.Of(in worker, posting, in rules),
            Eligible = heard.FailedGates.Count == 0,
            FailedGates = heard.FailedGates,
            Reasons =
            [
                .. PointShares.Of(heard.Lines, Side.SuitsPost, score.SuitsPost)
                    .Concat(PointShares.Of(heard.Lines, Side.SuitsPerson, score.SuitsPerson))
                    .OrderByDescending(reason => reason.Points)
                    .ThenBy(reason => reason.Assumed)
                    .ThenBy(reason => reason.Code)
                    .ThenBy(reason => reason.Values.Count > 0 ? reason.Values[0] : 0),
                .. heard.Remarks,
            ],
            Gaps = heard.Gaps,
        };
    }

    /// <summary>Which gates fail, without scoring.</summary>
    public static IReadOnlyList<FailedGate> FailedGates(in WorkerView worker, PostingAsk posting, in FitRules rules, bool excluded)
    {
        var sink = new Listener(new());
        PairScorer.PassesGates(in worker, posting, in rules, excluded, ref sink);
        return sink.Heard.FailedGates;
    }

    private static void TellNeed(in WorkerView worker, PostingAsk posting, in FitRules rules, Heard heard)
    {
        if (!posting.Profile.NeedFirst && !rules.NeedFirst) return;
        var groups = worker.GroupsOn(rules.Day);
        if ((groups & HardshipGroup.ZeroEmploymentHousehold) != 0) heard.Remark(ReasonCode.NeedZeroEmploymentHousehold, []);
        if ((worker.Row.Status & WorkerStatus.OpenJobLoss) != 0) heard.Remark(ReasonCode.NeedJobLoss, []);
        if ((groups & HardshipGroup.Monitored) != 0) heard.Remark(ReasonCode.NeedMonitored, []);
        var others = groups & NeedTier.Hardship & ~(HardshipGroup.ZeroEmploymentHousehold | HardshipGroup.Monitored);
        if (others != HardshipGroup.None) heard.Remark(ReasonCode.NeedHardship, [(long)others]);
    }

    /// <summary>A part of a side: its share of the side's weighted sum is <paramref name="Share"/>.</summary>
    internal sealed record Line(ReasonCode Code, Criterion Criterion, decimal Share, int Weight, Importance Importance, long[] Values);

    /// <summary>What was said.</summary>
    internal sealed class Heard
    {
        public List<FailedGate> FailedGates { get; } = [];
        public List<Gap> Gaps { get; } = [];
        public List<Reason> Remarks { get; } = [];
        public List<Line> Lines { get; } = [];
        public List<(ReasonCode Code, long Amount, long[] Values)> Parts { get; } = [];

        private int gapsKept;

        /// <summary>What was missed so far stays.</summary>
        public void KeepGaps() => gapsKept = Gaps.Count;

        /// <summary>What a criterion missed that decides nothing is not asked for.</summary>
        public void DropGaps() => Gaps.RemoveRange(gapsKept, Gaps.Count - gapsKept);

        public void Remark(ReasonCode code, long[] values) =>
            Remarks.Add(new(code, null, 0, 0, Importance.Matters, ReasonAudience.Of(code), values));
    }

    private readonly struct Listener(Heard heard) : ISink
    {
        public static bool Collects => true;

        public Heard Heard => heard;

        public void Fail(GateCode code, WorkerFact record, bool unknown, params ReadOnlySpan<long> values) =>
            heard.FailedGates.Add(new(code, unknown, record, ReasonAudience.Of(code), values.ToArray()));

        public void Part(ReasonCode code, long amount, params ReadOnlySpan<long> values) => heard.Parts.Add((code, amount, values.ToArray()));

        public void Remark(ReasonCode code, params ReadOnlySpan<long> values) => heard.Remark(code, values.ToArray());

        public void Gap(GapCode code, params ReadOnlySpan<long> values)
        {
            var copy = values.ToArray();
            // A gate and a criterion may miss the same thing: it is asked once.
            if (!heard.Gaps.Any(gap => gap.Code == code && gap.Values.SequenceEqual(copy)))
                heard.Gaps.Add(new(code, ReasonAudience.Of(code), copy));
        }

        public void Close(Criterion criterion, Mark mark, in FitRules rules)
        {
            var weight = rules.Weights[criterion];
            // Ignored, or without weight: it says nothing, for it decided nothing.
            if (mark.Applies && weight > 0)
            {
                var total = heard.Parts.Sum(part => part.Amount);
                foreach (var (code, amount, values) in heard.Parts)
                {
                    var share = total == 0 ? 0m : (decimal)weight * mark.Value * amount / total;
                    heard.Lines.Add(new(code, criterion, share, weight, rules.Weights.ImportanceOf(criterion), values));
                }
            }
            if (weight == 0) heard.DropGaps();
            heard.KeepGaps();
            heard.Parts.Clear();
        }
    }
}
