namespace JobMatch.Matching.Tests;

public sealed class OccupationCodeTests
{
    [Theory]
    [InlineData("6-05-02-01", true, 6_05_02_01)]
    [InlineData(" 4-01 ", true, 4_01_00_00)]
    [InlineData("8", true, 8_00_00_00)]
    [InlineData("9-01-01-01", false, 0)]
    [InlineData("0-01", false, 0)]
    [InlineData("6-050-02", false, 0)]
    [InlineData("6-a5", false, 0)]
    [InlineData("6-05-02-01-01", false, 0)]
    [InlineData("", false, 0)]
    public void Reads_codes(string text, bool reads, int code)
    {
        OccupationCode.TryParse(text, out var read).ShouldBe(reads);
        if (reads) read.ShouldBe(code);
    }

    /// <summary>A sewer and a shoemaker do alike work; of 生产辅助人员 an electrician and an inspector do not, though a fitter is near to the electrician.</summary>
    [Theory]
    [InlineData(6_05_01_03, 6_05_01_03, 100)]
    [InlineData(6_05_01_03, 6_05_01_02, 70)]
    [InlineData(6_05_01_03, 6_05_04_01, 40)]
    [InlineData(6_05_01_03, 6_06_01_01, 0)]
    [InlineData(6_31_01_03, 6_31_01_02, 70)]
    [InlineData(6_31_01_03, 6_31_03_05, 0)]
    [InlineData(4_07_05_01, 4_07_04_01, 0)]
    public void Nearness_is_by_class_where_the_work_of_the_class_is_alike(int a, int b, int percent)
    {
        OccupationCode.Closeness(a, b).ShouldBe(percent);
        OccupationCode.Closeness(b, a).ShouldBe(percent);
    }
}

public sealed class SettlementSetTests
{
    [Fact]
    public void Holds_what_it_was_given()
    {
        var set = SettlementSet.Of([0, 63, 64, 200]);
        Enumerable.Range(-1, 400).Where(set.Contains).ShouldBe([0, 63, 64, 200]);
        SettlementSet.None.Contains(0).ShouldBeFalse();
        SettlementSet.None.Contains(-1).ShouldBeFalse();
        SettlementSet.All.Contains(-1).ShouldBeTrue();
        SettlementSet.All.Contains(100_000).ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => SettlementSet.Of([-1]));
    }
}

public sealed class SkillTableTests
{
    [Fact]
    public void Rarity_comes_from_counts()
    {
        var table = SkillTable.FromCounts(1_000, new Dictionary<int, long> { [1] = 999, [2] = 99, [3] = 0 }, []);
        table.RarityOf(1).ShouldBe(100);
        table.RarityOf(2).ShouldBe(400);
        table.RarityOf(3).ShouldBe(1_000);
        table.RarityOf(4).ShouldBe(SkillTable.OrdinaryRarity);
    }

    [Fact]
    public void Numbers_outside_are_refused()
    {
        Should.Throw<ArgumentException>(() => new SkillTable(new Dictionary<int, int> { [1] = 0 }, []));
        Should.Throw<ArgumentException>(() => new SkillTable(new Dictionary<int, int>(), [new(1, 2, 100)]));
    }
}

public sealed class GeoTests
{
    [Theory]
    [InlineData(26.6, 106.6, 26.7, 106.6, 11_119)]
    [InlineData(26.6, 106.6, 26.6, 106.7, 9_943)]
    [InlineData(26.6, 106.6, 26.6, 106.6, 0)]
    public void Distances(double latitudeA, double longitudeA, double latitudeB, double longitudeB, int metres)
    {
        var (a, b) = (Position.FromDegrees(latitudeA, longitudeA), Position.FromDegrees(latitudeB, longitudeB));
        Geo.Metres(a.LatitudeE6, a.LongitudeE6, b.LatitudeE6, b.LongitudeE6, Geo.Cosine(b.LatitudeE6)).ShouldBeInRange(metres - 2, metres + 2);
    }

    [Fact]
    public void Cosine_is_right()
    {
        for (var degrees = -90; degrees <= 90; degrees++)
            Geo.Cosine(degrees * 1_000_000).ShouldBe(Math.Cos(degrees * Math.PI / 180), 1e-8);
    }
}

public sealed class PointSharesTests
{
    [Fact]
    public void Divides_exactly()
    {
        var random = new Random(9);
        for (var i = 0; i < 5_000; i++)
        {
            var shares = Enumerable.Range(0, random.Next(1, 12)).Select(_ => (decimal)random.Next(0, 1000)).ToArray();
            var points = random.Next(101);
            var given = PointShares.Divide(shares, points);
            if (shares.Sum() == 0) continue;
            given.Sum().ShouldBe(points);
            for (var j = 0; j < given.Length; j++) Math.Abs(given[j] - (points * shares[j] / shares.Sum())).ShouldBeLessThan(1);
        }
    }
}
