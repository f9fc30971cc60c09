namespace JobMatch.Matching.Tests.Criteria;

public sealed class TextClosenessTests
{
    private static readonly FitContext Context = A.Context with { Texts = new([100, 0, 60, 80, 0, 100], 2, [new(2_000, 10), new(7_000, 60), new(10_000, 100)]) };
    private static readonly PostingProfile Posting = A.Posting with { TextCodes = [0] };

    [Fact]
    public void Does_not_apply_where_the_posting_has_no_text() =>
        A.Fit(A.Worker with { TextCodes = [0] }, A.Posting, Context).CodesOf(Criterion.TextCloseness).ShouldBeEmpty();

    [Fact]
    public void The_nearest_pair_counts()
    {
        var fit = A.Fit(A.Worker with { TextCodes = [2, 1] }, Posting, Context);
        var reason = fit.Reasons.Single(reason => reason.Criterion == Criterion.TextCloseness);
        (reason.Code, reason.Side).ShouldBe((ReasonCode.TextClose, Side.SuitsPost));
        reason.Values.ShouldBe([50, 1, 0]);
    }

    [Fact]
    public void Nothing_recorded_counts_the_prior_and_is_asked_for()
    {
        var fit = A.Fit(A.Worker, Posting, Context);
        fit.CodesOf(Criterion.TextCloseness).ShouldBe([ReasonCode.TextUnknown]);
        fit.ShouldPassWithGap(GapCode.Record, (long)WorkerFact.Words);
        fit.Confidence.ShouldBeLessThan(A.Fit(A.Worker with { TextCodes = [2] }, Posting, Context).Confidence);
        A.Fit(A.Worker with { TextCodes = [2] }, Posting, Context).CodesOf(Criterion.TextCloseness).ShouldBe([ReasonCode.TextOther]);
    }

    [Fact]
    public void As_a_must_it_is_a_gate()
    {
        var must = Context with { Weights = new FitOptions().ToWeights().With(Criterion.TextCloseness, Importance.Must) };
        A.Fit(A.Worker with { TextCodes = [0] }, Posting, must).ShouldPass();
        A.Fit(A.Worker with { TextCodes = [1] }, Posting, must).ShouldFailOnly(GateCode.BelowMust, (long)Criterion.TextCloseness, 50, 60);
        A.Fit(A.Worker, Posting, must).ShouldFailOnly(GateCode.MustUnknown, (long)Criterion.TextCloseness);
        A.Fit(A.Worker, Posting, must).FailedGates[0].Record.ShouldBe(WorkerFact.Words);
    }

    [Fact]
    public void Own_words_never_reach_an_employer()
    {
        foreach (var worker in new[] { A.Worker, A.Worker with { TextCodes = [0] }, A.Worker with { TextCodes = [2] } })
            A.Fit(worker, Posting, Context).For(Audience.Employer).CodesOf(Criterion.TextCloseness).ShouldBeEmpty();
    }

    [Fact]
    public void Other_vectors_change_the_ranking_at_once()
    {
        var pool = new FitPool(new());
        pool.Upsert(A.Worker with { TextCodes = [1] });
        pool.Upsert(Posting);
        var query = new RankQuery { On = A.Day, Scope = SettlementSet.All };
        var before = pool.BestWorkers(Posting.Id, query)!.Best.Single().SuitsPost;
        pool.UseTexts(new([100, 0, 100, 1], 2));
        pool.BestWorkers(Posting.Id, query)!.Best.Single().SuitsPost.ShouldBeGreaterThan(before);
        pool.BestPostings(1, query)!.Best.Single().SuitsPost.ShouldBeGreaterThan(before);
    }
}
