using JobMatch.Matching;
using JobMatch.Web.ForStationStaff.Plans;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>What is asked before somebody is sent, and of whom.</summary>
public class PlanDoubtsTests
{
    private static Fit Fit(int score, int confidence, Gap[] gaps, params Reason[] reasons) => new()
    {
        WorkerId = 1, PostingId = 2, QuotaId = 3, SuitsPost = score, SuitsPerson = score, Score = score, Confidence = confidence, NeedTier = 0, FailedGates = [], Reasons = reasons, Gaps = gaps, Eligible = true,
    };

    private static Gap Gap(GapCode code, params long[] values) => new(code, Audience.Station, values);

    private static Reason Reason(ReasonCode code, params long[] values) => new(code, Criterion.Travel, 5, 10, Importance.Matters, Audience.Station, values);

    [Theory]
    [InlineData(79, true)]
    [InlineData(80, false)]
    public void Pay_well_under_what_she_named_is_asked_of_her(int percent, bool asked) =>
        PlanDoubts.Of(Fit(60, 90, [Gap(GapCode.WageBelowFloor, percent * 1_000, 100_000)]), LabourCapacity.Ordinary).Any.ShouldBe(asked);

    [Fact]
    public void How_far_she_goes_is_asked_where_the_post_is_not_near()
    {
        var unknown = Gap(GapCode.Record, (long)WorkerFact.Mobility);
        PlanDoubts.Of(Fit(60, 90, [unknown], Reason(ReasonCode.TravelSameCounty, 1)), LabourCapacity.Ordinary).Gaps.ShouldBe([unknown]);
        PlanDoubts.Of(Fit(60, 90, [unknown], Reason(ReasonCode.TravelDistance, 5_001)), LabourCapacity.Ordinary).Any.ShouldBeTrue();
        foreach (var near in new[] { Reason(ReasonCode.TravelDistance, 5_000), Reason(ReasonCode.TravelAtHome), Reason(ReasonCode.TravelSameSettlement, 1), Reason(ReasonCode.TravelSameTownship, 1) })
            PlanDoubts.Of(Fit(60, 90, [unknown], near), LabourCapacity.Ordinary).Any.ShouldBeFalse(near.Code.ToString());
        PlanDoubts.Of(Fit(60, 90, [Gap(GapCode.Record, (long)WorkerFact.Skills)]), LabourCapacity.Ordinary).ShouldSatisfyAllConditions(d => d.Any.ShouldBeFalse(), d => d.Employer.ShouldBeEmpty());
    }

    [Fact]
    public void Nights_at_her_age_or_with_weak_capacity_are_asked_of_her_before_she_is_sent()
    {
        Gap[] nights = [Gap(GapCode.NightsAtAge, 55), Gap(GapCode.NightsWhenWeak)];
        var doubts = PlanDoubts.Of(Fit(60, 90, [Gap(GapCode.SkillMissing, 1), .. nights]), LabourCapacity.WeakOrHalf);
        doubts.Gaps.ShouldBe(nights);
        doubts.Employer.ShouldBeEmpty();
    }

    [Fact]
    public void An_age_that_the_employer_did_not_wish_for_is_said_before_she_is_sent()
    {
        var age = Gap(GapCode.AgeOutsidePreference, 47, 18, 45);
        PlanDoubts.Of(Fit(60, 90, [age]), LabourCapacity.Ordinary).Gaps.ShouldBe([age]);
    }

    [Fact]
    public void What_the_posting_does_not_say_is_asked_of_the_employer()
    {
        var gaps = new[] { Gap(GapCode.AskDuty, (long)Duty.Heights), Gap(GapCode.AskPlace), Gap(GapCode.AskStrain), Gap(GapCode.AskHours), Gap(GapCode.AskWage) };
        var strong = PlanDoubts.Of(Fit(60, 90, gaps), LabourCapacity.Ordinary);
        (strong.Any, strong.Gaps.Count).ShouldBe((false, 0));
        strong.Employer.Select(g => g.Code).ShouldBe([GapCode.AskPlace, GapCode.AskDuty]);
        PlanDoubts.Of(Fit(60, 90, gaps), LabourCapacity.WeakOrHalf).Employer.Select(g => g.Code).ShouldBe([GapCode.AskStrain, GapCode.AskPlace, GapCode.AskDuty]);
    }

    [Theory]
    [InlineData(39, 60, true)]
    [InlineData(40, 60, false)]
    [InlineData(39, 59, false)]
    public void A_low_score_is_a_doubt_where_enough_is_known(int score, int confidence, bool poor) => PlanDoubts.Of(Fit(score, confidence, []), LabourCapacity.Ordinary).FitsPoorly.ShouldBe(poor);

    [Fact]
    public void A_fit_that_is_gone_says_nothing() => PlanDoubts.Of(null, LabourCapacity.Ordinary).Any.ShouldBeFalse();
}
