namespace JobMatch.Matching.Tests.Gates;

public sealed class ReachGateTests
{
    private static readonly Place SameTownship = new(6, 522_731_100, 522_731, 520_000);
    private static readonly Place SameCounty = new(7, 522_731_101, 522_731, 520_000);
    private static readonly Place SameProvince = new(8, 522_730_100, 522_730, 520_000);
    private static readonly Place Elsewhere = new(-1, 441_900_001, 441_900, 440_000);

    public static TheoryData<Mobility, int> Levels
    {
        get
        {
            var data = new TheoryData<Mobility, int>();
            foreach (var mobility in new[] { Mobility.AtHome, Mobility.Settlement, Mobility.Township, Mobility.County, Mobility.Province, Mobility.Anywhere })
                for (var place = 0; place < 5; place++) data.Add(mobility, place);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Known_places_are_in_reach_up_to_the_level(Mobility mobility, int place)
    {
        Place[] places = [A.Home, SameTownship, SameCounty, SameProvince, Elsewhere];
        var fit = A.Fit(A.Worker with { Mobility = mobility }, At(PlaceKind.Fixed, places[place]));
        // Settlement reaches place 0, township 1, and so on; at home reaches none of them.
        if ((int)mobility - (int)Mobility.Settlement >= place) fit.ShouldPass();
        else fit.ShouldFailOnly(GateCode.OutOfReach, (long)mobility);
    }

    [Theory]
    [InlineData(Mobility.AtHome)]
    [InlineData(Mobility.Settlement)]
    [InlineData(Mobility.Anywhere)]
    [InlineData(Mobility.Metres)]
    [InlineData(Mobility.Unknown)]
    public void Work_at_home_is_in_everybodys_reach(Mobility mobility) =>
        A.Fit(A.Worker with { Mobility = mobility }, At(PlaceKind.AtHome, Place.Unknown)).ShouldPass();

    [Theory]
    [InlineData(Mobility.AtHome)]
    [InlineData(Mobility.Settlement)]
    [InlineData(Mobility.County)]
    [InlineData(Mobility.Anywhere)]
    [InlineData(Mobility.Metres)]
    public void Place_not_stated_passes_with_a_gap(Mobility mobility) =>
        A.Fit(A.Worker with { Mobility = mobility, MobilityMetres = 10 }, At(PlaceKind.Unknown, Place.Unknown)).ShouldPassWithGap(GapCode.AskPlace);

    [Fact]
    public void Only_the_county_stated_passes_with_a_gap_when_it_could_be_near()
    {
        var township = A.Worker with { Mobility = Mobility.Township };
        A.Fit(township, At(PlaceKind.Fixed, new(-1, 0, 522_731, 520_000))).ShouldPassWithGap(GapCode.AskPlace);
        A.Fit(township, At(PlaceKind.Fixed, new(-1, 0, 522_730, 520_000))).ShouldFailOnly(GateCode.OutOfReach);
    }

    [Fact]
    public void Whether_one_of_the_villages_is_her_own_is_to_be_asked_of_who_goes_no_farther()
    {
        var settlement = A.Worker with { Mobility = Mobility.Settlement };
        A.Fit(settlement, At(PlaceKind.EveryVillage, new(-1, 522_731_100, 522_731, 520_000))).ShouldPassWithGap(GapCode.AskPlace);
        A.Fit(settlement, At(PlaceKind.EveryVillage, new(-1, 0, 522_731, 520_000))).ShouldPassWithGap(GapCode.AskPlace);
        var township = A.Worker with { Mobility = Mobility.Township };
        A.Fit(township, At(PlaceKind.EveryVillage, new(-1, 522_731_100, 522_731, 520_000))).ShouldPass();
        A.Fit(township, At(PlaceKind.EveryVillage, new(-1, 0, 522_731, 520_000))).ShouldPassWithGap(GapCode.AskPlace);
        A.Fit(settlement, At(PlaceKind.EveryVillage, new(-1, 522_731_101, 522_731, 520_000))).ShouldFailOnly(GateCode.OutOfReach);
    }

    [Fact]
    public void Metres_are_measured()
    {
        // A hundredth of a degree of latitude is 1,112 m.
        var near = A.Home with { Settlement = 9, Position = Position.FromDegrees(26.11, 106.7) };
        var metres = A.Worker with { Mobility = Mobility.Metres };
        A.Fit(metres with { MobilityMetres = 1_115 }, At(PlaceKind.Fixed, near)).ShouldPass();
        var fit = A.Fit(metres with { MobilityMetres = 1_100 }, At(PlaceKind.Fixed, near));
        fit.ShouldFailOnly(GateCode.OutOfReach);
        fit.FailedGates[0].Values[1].ShouldBe(1_100);
        fit.FailedGates[0].Values[2].ShouldBeInRange(1_110, 1_114);
    }

    [Fact]
    public void Metres_without_a_position_pass_with_a_gap_unless_in_another_province()
    {
        var metres = A.Worker with { Mobility = Mobility.Metres, MobilityMetres = 3_000 };
        A.Fit(metres, At(PlaceKind.Fixed, SameTownship)).ShouldPassWithGap(GapCode.AskPlace);
        A.Fit(metres with { Home = A.Home with { Position = null } }, At(PlaceKind.Fixed, SameTownship with { Position = A.Home.Position }))
            .ShouldPassWithGap(GapCode.Record, (long)WorkerFact.Home);
        A.Fit(metres, At(PlaceKind.Fixed, Elsewhere)).ShouldFailOnly(GateCode.OutOfReach);
    }

    [Fact]
    public void Never_asked_how_far_passes_with_a_gap() =>
        A.Fit(A.Worker with { Mobility = Mobility.Unknown }, At(PlaceKind.Fixed, Elsewhere)).ShouldPassWithGap(GapCode.Record, (long)WorkerFact.Mobility);

    [Fact]
    public void One_quota_in_reach_is_enough_and_is_the_one_named()
    {
        var posting = A.Posting with
        {
            Quotas = [new(1, PlaceKind.Fixed, Elsewhere, 5), new(2, PlaceKind.Fixed, SameTownship, 1), new(3, PlaceKind.Fixed, A.Home, 0)],
        };
        var fit = A.Fit(A.Worker with { Mobility = Mobility.Township }, posting);
        fit.ShouldPass();
        fit.QuotaId.ShouldBe(2);
    }

    private static PostingProfile At(PlaceKind kind, Place place) => A.Posting with { Quotas = [new(1, kind, place, 1)] };
}
