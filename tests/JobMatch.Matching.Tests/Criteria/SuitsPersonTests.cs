namespace JobMatch.Matching.Tests.Criteria;

/// <summary>合意: one criterion at a time, the others ignored, so that the side is its value in percent.</summary>
public sealed class SuitsPersonTests
{
    [Theory]
    [InlineData(26.1, 100)]
    [InlineData(26.2394, 80)]
    [InlineData(26.3685, 60)]
    public void Travel_ByDistance(double latitude, int percent)
    {
        var place = new Place(9, 522_731_109, 522_730, 520_000, Position.FromDegrees(latitude, 106.7));
        var fit = Criterion.Travel.Alone(A.Worker with { Mobility = Mobility.Anywhere }, At(PlaceKind.Fixed, place));
        fit.SuitsPerson.ShouldBe(percent);
        fit.CodesOf(Criterion.Travel).ShouldBe([ReasonCode.TravelDistance]);
    }

    [Theory]
    [InlineData(5, 522_731_100, 522_731, 520_000, 100, ReasonCode.TravelSameSettlement)]
    [InlineData(6, 522_731_100, 522_731, 520_000, 85, ReasonCode.TravelSameTownship)]
    [InlineData(6, 522_731_101, 522_731, 520_000, 65, ReasonCode.TravelSameCounty)]
    [InlineData(6, 522_730_101, 522_730, 520_000, 55, ReasonCode.TravelSameProvince)]
    [InlineData(6, 441_900_001, 441_900, 440_000, 50, ReasonCode.TravelElsewhere)]
    public void Travel_ByCodes(int settlement, int township, int county, int province, int percent, ReasonCode code)
    {
        var place = new Place(settlement, township, county, province);
        var fit = Criterion.Travel.Alone(A.Worker with { Mobility = Mobility.Anywhere }, At(PlaceKind.Fixed, place));
        (fit.SuitsPerson, fit.CodesOf(Criterion.Travel).Single()).ShouldBe((percent, code));
    }

    [Fact]
    public void Travel_FarAwayCountsOnlyForThoseWhoSaidSo()
    {
        var away = At(PlaceKind.Fixed, new(-1, 441_900_001, 441_900, 440_000));
        Criterion.Travel.Alone(A.Worker with { Mobility = Mobility.Unknown }, away).ShouldBeUnknown(GapCode.Record, (long)WorkerFact.Mobility);
        Criterion.Travel.Alone(A.Worker, At(PlaceKind.Unknown, Place.Unknown)).ShouldBeUnknown(GapCode.AskPlace);
        Criterion.Travel.Alone(A.Worker with { Mobility = Mobility.AtHome }, At(PlaceKind.AtHome, Place.Unknown)).SuitsPerson.ShouldBe(100);
    }

    [Theory]
    [InlineData(250_000, 0, 100)]
    [InlineData(280_000, 0, 100)]
    [InlineData(300_000, 0, 85)]
    [InlineData(400_000, 0, 75)]
    [InlineData(900_000, 0, 0)]
    [InlineData(0, 315_000, 100)]
    [InlineData(0, 420_000, 50)]
    [InlineData(280_000, 420_000, 83)]
    public void Wage_AgainstFloorAndLastWage(long floor, long last, int percent) =>
        Criterion.Wage.Alone(A.Worker with { WageFloorFen = floor, LastWageFen = last }, A.Posting).SuitsPerson.ShouldBe(percent);

    [Theory]
    [InlineData(250_000, ReasonCode.WageMeetsFloor, new long[] { 300_000, 250_000, 250_000 })]
    [InlineData(350_000, ReasonCode.WageMayMeetFloor, new long[] { 400_000, 350_000, 300_000, 350_000 })]
    [InlineData(450_000, ReasonCode.WageBelowFloor, new long[] { 400_000, 450_000, 450_000 })]
    public void Wage_EnoughIsSaidOfTheLowerEndOnly(long floor, ReasonCode told, long[] values)
    {
        var fit = A.Fit(A.Worker with { WageFloorFen = floor, LastWageFen = 0 }, A.Posting with { WageMinFen = 300_000, WageMaxFen = 400_000, HoursPerMonth = 174 });
        fit.Reasons.Single(reason => reason.Code is >= ReasonCode.WageMeetsFloor and <= ReasonCode.WageBelowFloor or ReasonCode.WageMayMeetFloor).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(told), r => r.Values.ShouldBe(values));
    }

    [Fact]
    public void Wage_UnknownOnEitherSideIsThePrior()
    {
        Criterion.Wage.Alone(A.Worker with { WageFloorFen = 0, LastWageFen = 0 }, A.Posting).ShouldBeUnknown(GapCode.Record, (long)WorkerFact.WageFloor);
        Criterion.Wage.Alone(A.Worker, A.Posting with { WageMinFen = 0, WageMaxFen = 0 }).ShouldBeUnknown(GapCode.AskWage);
    }

    [Fact]
    public void Wage_PartTimeIsComparedForTheSameHours()
    {
        // 20 hours a month for 400 yuan is 20 yuan an hour; a floor of 2,500 yuan for 174 hours is 14.37.
        var welfare = A.Posting with { HoursPerMonth = 20, WageMinFen = 40_000, WageMaxFen = 40_000 };
        Criterion.Wage.Alone(A.Worker, welfare).SuitsPerson.ShouldBe(100);
        A.Fit(A.Worker with { WageFloorFen = 250_000, LastWageFen = 0 }, welfare).Reasons.Single(r => r.Code == ReasonCode.WageMeetsFloor).Values.ShouldBe([40_000, 28_735, 250_000]);
        Criterion.Wage.Alone(A.Worker, welfare with { HoursPerMonth = 174 }).SuitsPerson.ShouldBe(0);
        Criterion.Wage.Alone(A.Worker, A.Posting with { WageMinFen = 0, WageMaxFen = 0, WageHourlyFen = 2_000 }).SuitsPerson.ShouldBe(100);
    }

    [Theory]
    [InlineData(Shifts.Day, Shift.Day, 100)]
    [InlineData(Shifts.Night | Shifts.Day, Shift.Day, 100)]
    [InlineData(Shifts.Night, Shift.Day, 60)]
    [InlineData(Shifts.None, Shift.Day, 60)]
    [InlineData(Shifts.Night, Shift.Flexible, 100)]
    [InlineData(Shifts.Night, Shift.Unknown, 60)]
    public void Shift_Wished(Shifts wished, Shift shift, int percent) =>
        Criterion.ShiftAndHours.Alone(A.Worker with { WishedShifts = wished }, A.Posting with { Shift = shift }).SuitsPerson.ShouldBe(percent);

    [Theory]
    [InlineData(174, 100)]
    [InlineData(200, 90)]
    [InlineData(250, 75)]
    [InlineData(300, 65)]
    [InlineData(0, 60)]
    public void Hours_Long(int hours, int percent) =>
        Criterion.ShiftAndHours.Alone(A.Worker, A.Posting with { HoursPerMonth = hours }).SuitsPerson.ShouldBe(percent);

    [Fact]
    public void Hours_ForThoseWhoCareForSomeone()
    {
        var carer = A.Worker with { WantsCareFriendlyHours = true };
        Criterion.ShiftAndHours.Alone(carer, A.Posting with { CareFriendlyHours = true }).SuitsPerson.ShouldBe(100);
        Criterion.ShiftAndHours.Alone(carer, A.Posting).SuitsPerson.ShouldBe(80);
        Criterion.ShiftAndHours.Alone(carer, A.Posting with { HoursPerMonth = 240 }).SuitsPerson.ShouldBe(60);
    }

    [Theory]
    [InlineData(PostingKinds.AidWorkshop | PostingKinds.Gig, 100)]
    [InlineData(PostingKinds.Gig, 0)]
    [InlineData(PostingKinds.None, 20)]
    public void Kind_Wished(PostingKinds wished, int percent) =>
        Criterion.WishedKind.Alone(A.Worker with { WishedKinds = wished }, A.Posting).SuitsPerson.ShouldBe(percent);

    [Theory]
    [InlineData(6_05_02_01, 100)]
    [InlineData(6_05_02_09, 70)]
    [InlineData(6_05_03_01, 40)]
    [InlineData(4_05_02_01, 0)]
    public void Occupation_Wished(int wish, int percent) =>
        Criterion.WishedOccupation.Alone(A.Worker with { WishedOccupations = [wish] }, A.Posting).SuitsPerson.ShouldBe(percent);

    [Fact]
    public void Occupation_NoWishIsThePrior() =>
        Criterion.WishedOccupation.Alone(A.Worker with { WishedOccupations = [] }, A.Posting).ShouldBeUnknown(GapCode.Record, (long)WorkerFact.OccupationWish);

    [Theory]
    [InlineData(520_000, 100)]
    [InlineData(522_731, 100)]
    [InlineData(522_731_100, 100)]
    [InlineData(440_000, 0)]
    [InlineData(522_700, 100)]
    [InlineData(522_800, 0)]
    public void Place_Wished(int region, int percent) =>
        Criterion.WishedPlace.Alone(A.Worker with { WishedPlaces = [region] }, A.Posting).SuitsPerson.ShouldBe(percent);

    [Fact]
    public void Place_UnknownOrAtHome()
    {
        Criterion.WishedPlace.Alone(A.Worker with { WishedPlaces = [] }, A.Posting).ShouldBeUnknown(GapCode.Record, (long)WorkerFact.PlaceWish);
        Criterion.WishedPlace.Alone(A.Worker, At(PlaceKind.Unknown, Place.Unknown)).ShouldBeUnknown(GapCode.AskPlace);
        Criterion.WishedPlace.Alone(A.Worker, At(PlaceKind.AtHome, Place.Unknown)).SuitsPerson.ShouldBe(100);
    }

    private static PostingProfile At(PlaceKind kind, Place place) => A.Posting with { Quotas = [new(1, kind, place, 1)] };
}
