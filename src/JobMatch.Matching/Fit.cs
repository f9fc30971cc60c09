namespace JobMatch.Matching;

/// <summary>
/// How well a worker and a posting fit, explained. Sides, score and confidence are 0–100. The score is the harmonic mean of the sides, so
/// that neither buys the other. They are computed for people who fail a gate too ("why not this one?"), but only an eligible fit may be used.
/// </summary>
public sealed record Fit
{
    /// <summary>
    /// The fit of two profiles. <paramref name="excluded"/>: the pair is out already (referred before, refused by this employer lately).
    /// </summary>
    public static Fit Of(WorkerProfile worker, PostingProfile posting, FitContext context, bool excluded = false)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(context);
        var row = WorkerRow.Pack(worker, out var facts);
        return FitExplainer.Explain(new WorkerView(in row, facts), PostingAsk.Of(posting, context.Skills, context.Texts), FitRules.Of(context), excluded);
    }

    public required long WorkerId { get; init; }
    public required long PostingId { get; init; }

    /// <summary>The quota that suits best among those within reach, 0 when there is none.</summary>
    public required long QuotaId { get; init; }

    /// <summary>胜任.</summary>
    public required int SuitsPost { get; init; }

    /// <summary>合意.</summary>
    public required int SuitsPerson { get; init; }
    public required int Score { get; init; }

    /// <summary>Sides of which nothing counts: staff ignore all of it, or the posting asks for nothing. They are 0 and the other side is the score.</summary>
    public IReadOnlyList<Side> NotWeighed { get; init; } = [];

    /// <summary>How well one side is suited; null where nothing of it counts.</summary>
    public int? Of(Side side) => NotWeighed.Contains(side) ? null : side == Side.SuitsPost ? SuitsPost : SuitsPerson;

    /// <summary>Share of the weight that rests on recorded facts.</summary>
    public required int Confidence { get; init; }

    /// <summary>0 comes first; see <see cref="RankOrder"/>. For the station only: 0 after <see cref="For"/> for others.</summary>
    public required int NeedTier { get; init; }
    public required IReadOnlyList<FailedGate> FailedGates { get; init; }

    /// <summary>Most points first; remarks without points after them.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>May go: no gate failed, whether or not the reader may see which.</summary>
    public required bool Eligible { get; init; }

    /// <summary>
    /// The same with only what this audience may see. With several audiences: what all of them may see; with none: nothing. The numbers stay.
    /// </summary>
    public Fit For(Audience audience)
    {
        bool Sees(Audience declared) => audience != Audience.None && (declared & audience) == audience;
        return this with
        {
            NeedTier = Sees(Audience.Station | Audience.Supervisor) ? NeedTier : 0,
            FailedGates = [.. FailedGates.Where(gate => Sees(gate.Audiences))],
            Reasons = [.. Reasons.Where(reason => Sees(reason.Audiences))],
            Gaps = [.. Gaps.Where(gap => Sees(gap.Audiences))],
        };
    }
}
