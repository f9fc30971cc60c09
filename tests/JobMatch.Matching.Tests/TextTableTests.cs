namespace JobMatch.Matching.Tests;

public sealed class TextTableTests
{
    private static readonly TextTable Table = new([100, 0, 0, 60, 80, 0, 0, 100, 0, 0, 0, 0], 3, [new(2_000, 10), new(7_000, 60), new(10_000, 100)]);

    [Theory]
    [InlineData(0, 0, 100)] // itself
    [InlineData(0, 1, 50)] // cosine 0.6: four fifths of the way from 10 to 60
    [InlineData(1, 0, 50)]
    [InlineData(1, 2, 73)] // cosine 0.8: a third of the way from 60 to 100
    [InlineData(0, 2, 10)] // at a right angle: what the curve begins with
    [InlineData(3, 3, 100)] // a term without a direction is still itself
    [InlineData(0, 3, 0)]
    [InlineData(0, 9, 0)] // no such term
    [InlineData(9, 9, 100)]
    public void Closeness_follows_the_curve(int a, int b, int percent) => Table.Closeness(a, b).ShouldBe(percent);

    [Fact]
    public void Long_vectors_give_the_same_as_short_ones()
    {
        var random = new Random(4);
        var vectors = Enumerable.Range(0, 20 * 75).Select(_ => (sbyte)random.Next(-128, 128)).ToArray();
        var table = new TextTable(vectors, 75, [new(-10_000, 0), new(10_000, 100)]);
        for (var a = 0; a < 20; a++)
            for (var b = 0; b < 20; b++)
            {
                if (a == b) continue;
                double Dot(int x, int y) => Enumerable.Range(0, 75).Sum(i => vectors[(x * 75) + i] * vectors[(y * 75) + i]);
                var cosine = (int)(10_000 * (Dot(a, b) / (Math.Sqrt(Dot(a, a)) * Math.Sqrt(Dot(b, b)))));
                table.Closeness(a, b).ShouldBe(100 * (cosine + 10_000) / 20_000);
            }
    }

    [Fact]
    public void What_cannot_be_a_table_is_refused()
    {
        Should.Throw<ArgumentException>(() => new TextTable([1, 2, 3], 2));
        Should.Throw<ArgumentException>(() => new TextTable([1, 2], 2, [new(0, 50), new(5_000, 40)]));
        Should.Throw<ArgumentException>(() => new TextTable([1, 2], 2, [new(0, 0)]));
        Should.Throw<ArgumentException>(() => new TextTable([1, 2], 2, [new(0, 0), new(100, 101)]));
        Should.Throw<ArgumentOutOfRangeException>(() => A.Fit(A.Worker with { TextCodes = [TextTable.MostTerms] })).Message.ShouldContain("64999");
    }
}
