using FsCheck;
using FsCheck.Fluent;

namespace JobMatch.Matching.Tests;

public sealed class RankOrderTests
{
    private static readonly RankedFit Base = new(Id: 5, SuitsPost: 60, SuitsPerson: 60, Score: 60, Confidence: 50, NeedTier: 2, DaysWaiting: 10, QuotaId: 0);

    [Fact]
    public void Each_level_outweighs_all_below_it()
    {
        RankedFit[] worseLast =
        [
            Base with { NeedTier = 1, Score = 0, Confidence = 0, DaysWaiting = 0 },
            Base with { Score = 61, Confidence = 0, DaysWaiting = 0 },
            Base with { Confidence = 51, DaysWaiting = 0 },
            Base with { DaysWaiting = 11 },
            Base,
            Base with { DaysWaiting = 9 },
            Base with { Confidence = 49, DaysWaiting = 900 },
            Base with { Score = 59, Confidence = 100, DaysWaiting = 900 },
            Base with { NeedTier = 3, Score = 100, Confidence = 100, DaysWaiting = 900 },
        ];
        for (var i = 0; i < worseLast.Length; i++)
            for (var j = 0; j < worseLast.Length; j++)
                Math.Sign(RankOrder.Compare(worseLast[i], worseLast[j], A.Day)).ShouldBe(Math.Sign(i - j), $"{i} and {j}");
    }

    [Fact]
    public void It_is_total_deterministic_antisymmetric_and_transitive() => IsATotalOrder((a, b) => RankOrder.Compare(a, b, A.Day));

    internal static void IsATotalOrder(Comparison<RankedFit> compare) => Holds.ForAll(
        Three,
        Simpler,
        three =>
        {
            var (a, b, c) = (three[0], three[1], three[2]);
            var (ab, ba) = (Math.Sign(compare(a, b)), Math.Sign(compare(b, a)));
            ab.ShouldBe(-ba, "antisymmetric");
            Math.Sign(compare(a, b)).ShouldBe(ab, "deterministic");
            if (a.Id == b.Id && a == b) ab.ShouldBe(0, "the same one");
            if (a.Id != b.Id) ab.ShouldNotBe(0, "total");
            if (ab <= 0 && compare(b, c) <= 0) compare(a, c).ShouldBeLessThanOrEqualTo(0, "transitive");
        },
        20_000);

    /// <summary>Small numbers, so that equals are frequent.</summary>
    private static Gen<RankedFit[]> Three { get; } = (
        from id in Gen.Choose(0, 39)
        from score in Gen.Choose(0, 2)
        from confidence in Gen.Choose(0, 1)
        from tier in Gen.Choose(0, 7)
        from days in Gen.Choose(0, 1)
        select new RankedFit(id, 0, 0, score * 50, confidence * 100, tier, days, 0)).ArrayOf(3);

    private static IEnumerable<RankedFit[]> Simpler(RankedFit[] three)
    {
        for (var i = 0; i < three.Length; i++)
        {
            RankedFit[] less =
            [
                three[i] with { Score = 0 }, three[i] with { Confidence = 0 }, three[i] with { NeedTier = 0 }, three[i] with { DaysWaiting = 0 }, three[i] with { Id = i },
            ];
            foreach (var one in less) if (one != three[i]) yield return [.. three[..i], one, .. three[(i + 1)..]];
        }
    }

    [Fact]
    public void Equals_take_turns_from_day_to_day()
    {
        var first = Enumerable.Range(0, 365)
            .Select(day => Enumerable.Range(1, 10).MinBy(id => RankOrder.Hash(id, A.Day.AddDays(day))))
            .CountBy(id => id)
            .ToDictionary();
        first.Count.ShouldBe(10);
        first.Values.ShouldAllBe(times => times >= 15 && times <= 65);
    }

    [Fact]
    public void The_hash_is_the_same_on_every_machine() => RankOrder.Hash(42, new DateOnly(2026, 1, 1)).ShouldBe(HashOf42);

    [Theory]
    [InlineData(true, false, false, 0, 0)]
    [InlineData(false, true, false, 0, 1)]
    [InlineData(false, false, true, 0, 1)]
    [InlineData(false, false, false, (int)HardshipGroup.Disabled, 2)]
    [InlineData(false, false, false, (int)HardshipGroup.Resettled, 3)]
    [InlineData(false, false, false, 0, 3)]
    public void Need_tiers(bool zeroEmployment, bool jobLoss, bool monitored, int group, int tier)
    {
        var worker = A.Worker with
        {
            ZeroEmploymentHousehold = zeroEmployment,
            OpenJobLoss = jobLoss,
            Monitored = monitored,
            Groups = group == 0 ? [] : [new((HardshipGroup)group, A.Day)],
        };
        A.Fit(worker, A.Posting with { NeedFirst = true }).NeedTier.ShouldBe(tier);
        A.Fit(worker, context: A.Context with { NeedFirst = true }).NeedTier.ShouldBe(tier);
        A.Fit(worker).NeedTier.ShouldBe(0);
    }

    [Fact]
    public void Hardship_that_has_ended_is_no_need() =>
        A.Fit(A.Worker with { Groups = [new(HardshipGroup.Disabled, A.Day.AddDays(-1))] }, A.Posting with { NeedFirst = true }).NeedTier.ShouldBe(3);

    private const ulong HashOf42 = 15019638291561923708;
}
