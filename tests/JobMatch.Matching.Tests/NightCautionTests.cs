namespace JobMatch.Matching.Tests;

/// <summary>Age and weak capacity on a post that works at night: told to the station, to nobody else, and without a point.</summary>
public sealed class NightCautionTests
{
    private static readonly WorkerProfile Fifty = A.Worker with { BirthDate = A.Day.AddYears(-50) };
    private static readonly WorkerProfile Weak = A.Worker with { LabourCapacity = LabourCapacity.WeakOrHalf, WishedShifts = Shifts.Night };

    [Theory]
    [InlineData(Shift.Night, Duty.None, true)]
    [InlineData(Shift.TwoShift, Duty.None, true)]
    [InlineData(Shift.ThreeShift, Duty.None, true)]
    [InlineData(Shift.Day, Duty.Nights, true)]
    [InlineData(Shift.Day, Duty.None, false)]
    [InlineData(Shift.Flexible, Duty.None, false)]
    [InlineData(Shift.Unknown, Duty.None, false)]
    public void It_is_said_where_the_post_is_known_to_work_at_night(Shift shift, Duty duties, bool told)
    {
        var posting = Night(shift, duties);
        Cautions(Fifty, posting).ShouldBe(told ? [GapCode.NightsAtAge] : []);
        Cautions(Weak, posting).ShouldBe(told ? [GapCode.NightsWhenWeak] : []);
        Cautions(Weak with { BirthDate = Fifty.BirthDate }, posting).ShouldBe(told ? [GapCode.NightsAtAge, GapCode.NightsWhenWeak] : []);
    }

    [Fact]
    public void What_is_not_known_or_no_reason_to_ask_is_not_said()
    {
        var posting = Night(Shift.ThreeShift, Duty.None);
        Cautions(Fifty with { BirthDate = A.Day.AddYears(-50).AddDays(1) }, posting).ShouldBeEmpty("she is 49");
        Cautions(A.Worker with { BirthDate = null }, posting).ShouldBeEmpty();
        Cautions(A.Worker with { LabourCapacity = LabourCapacity.Unknown }, posting).ShouldBeEmpty();
        A.Fit(Fifty, posting).Gaps.Single(gap => gap.Code == GapCode.NightsAtAge).Values.ShouldBe([50]);
    }

    [Fact]
    public void It_bars_nobody_moves_no_point_and_reaches_staff_only()
    {
        var posting = Night(Shift.ThreeShift, Duty.None);
        var (fit, younger) = (A.Fit(Fifty, posting), A.Fit(A.Worker, posting));
        (fit.Score, fit.SuitsPost, fit.SuitsPerson, fit.Confidence, fit.Eligible).ShouldBe((younger.Score, younger.SuitsPost, younger.SuitsPerson, younger.Confidence, true));
        foreach (var audience in new[] { Audience.Resident, Audience.Employer }) fit.For(audience).Gaps.ShouldNotContain(gap => gap.Code == GapCode.NightsAtAge);
        foreach (var audience in new[] { Audience.Station, Audience.Supervisor }) fit.For(audience).Gaps.ShouldContain(gap => gap.Code == GapCode.NightsAtAge);
        ReasonAudience.Of(GapCode.NightsWhenWeak).ShouldBe(Audience.Station | Audience.Supervisor);
    }

    private static PostingProfile Night(Shift shift, Duty duties) => A.Posting with { Shift = shift, Duties = duties, NotDuties = Duty.None, Strain = Strain.Light };

    private static GapCode[] Cautions(WorkerProfile worker, PostingProfile posting) => [.. A.Fit(worker, posting).Gaps.Select(gap => gap.Code).Where(code => code is GapCode.NightsAtAge or GapCode.NightsWhenWeak)];
}
