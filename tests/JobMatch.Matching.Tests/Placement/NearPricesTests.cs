using JobMatch.Matching.Placement;

namespace JobMatch.Matching.Tests.Placement;

public sealed class NearPricesTests
{
    [Fact]
    public void Offers_are_those_that_whole_numbers_say()
    {
        var (offered, refused) = (0, 0);
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            // Prices in clusters, as aims make them, with gaps from one to far beyond 32 bits.
            long Price() => (random.Next(3) * 1_000_000_000_000L) + (random.Next(3) * random.Next(400)) + random.Next(200);
            var prices = Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(12) == 0 ? long.MinValue / 4 : Price()).ToArray();
            var near = new NearPrices(prices);
            for (var person = 0; person < 20; person++)
            {
                uint[] row = [.. Enumerable.Range(0, prices.Length).Where(_ => random.Next(4) > 0).Select(quota => PlacementPairs.Pack(quota, random.Next(101)))];
                var cost = random.Next(3) == 0 ? prices[random.Next(prices.Length)] + random.Next(-150, 150) : Price();
                var expected = row.Where(pair => PlacementPairs.Score(pair) + prices[PlacementPairs.Quota(pair)] > cost).ToList();
                var found = new List<uint>();
                for (var offers = near.Offers(row, cost); offers.MoveNext();) found.Add(offers.Current);
                found.ShouldBe(expected);
                (offered, refused) = (offered + found.Count, refused + row.Length - found.Count);
            }
        }
        offered.ShouldBeGreaterThan(10_000);
        refused.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void A_score_over_the_floor_is_an_offer_at_any_price()
    {
        uint[] row = [.. Enumerable.Range(0, 21).Select(quota => PlacementPairs.Pack(quota, quota * 5))];
        var found = new List<int>();
        for (var offers = new OfferList(row, new int[21], level: 1_000, floor: 80); offers.MoveNext();) found.Add(PlacementPairs.Score(offers.Current));
        found.ShouldBe([85, 90, 95, 100]);
    }
}
