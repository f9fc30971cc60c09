using JobMatch.Matching.Placement;

namespace JobMatch.Matching.Tests.Placement;

public sealed class PlacementRowTests
{
    [Fact]
    public void Offers_are_those_that_whole_numbers_say()
    {
        var (offered, refused) = (0, 0);
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            // Prices in clusters, as aims make them, with gaps from one to far beyond a byte.
            long Price() => (random.Next(3) * 1_000_000_000_000L) + (random.Next(3) * random.Next(400)) + random.Next(200);
            var prices = Enumerable.Range(0, random.Next(1, 80)).Select(_ => random.Next(12) == 0 ? long.MinValue / 4 : Price()).ToArray();
            var floors = new OfferFloors(prices);
            for (var person = 0; person < 20; person++)
            {
                PlacementPair[] row = [.. Enumerable.Range(0, prices.Length).Where(_ => random.Next(4) > 0).Select(quota => new PlacementPair(quota, random.Next(101)))];
                var cost = random.Next(3) == 0 ? prices[random.Next(prices.Length)] + random.Next(-150, 150) : Price();
                var expected = row.Where(pair => pair.Score + prices[pair.Quota] > cost).ToList();
                var found = new List<PlacementPair>();
                for (var offers = PlacementPairs.Of([row]).Row(0).Over(floors.For(cost)); offers.MoveNext();) found.Add(offers.Current);
                found.ShouldBe(expected);
                (offered, refused) = (offered + found.Count, refused + row.Length - found.Count);
            }
        }
        offered.ShouldBeGreaterThan(10_000);
        refused.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void More_costs_than_are_kept_are_told_apart()
    {
        var floors = new OfferFloors([0]);
        var row = PlacementPairs.Of([[new(0, 50)]]).Row(0);
        for (var cost = -2_000; cost < 2_000; cost++) row.Over(floors.For(cost)).MoveNext().ShouldBe(50 > cost, $"at {cost}");
    }

    [Fact]
    public void A_score_over_the_most_is_an_offer_at_any_price()
    {
        var row = PlacementPairs.Of([[.. Enumerable.Range(0, 21).Select(quota => new PlacementPair(quota, quota * 5))]]).Row(0);
        var found = new List<int>();
        for (var offers = row.Over(new OfferFloors([.. Enumerable.Repeat(-1_000L, 21)]).For(0), OfferFloors.FloorOf(80)); offers.MoveNext();) found.Add(offers.Current.Score);
        found.ShouldBe([85, 90, 95, 100]);
    }

    [Fact]
    public void Enough_pairs_are_found_under_the_most_for_so_many()
    {
        var (found, most) = (0, 0);
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var quotas = random.Next(1, 300);
            byte[] floors = [.. Enumerable.Range(0, PlacementPairs.Padded(quotas)).Select(_ => OfferFloors.FloorOf(random.Next(-1, 130)))];
            PlacementPair[] pairs = [.. Enumerable.Range(0, quotas).Where(_ => random.Next(3) == 0).Select(quota => new PlacementPair(quota, random.Next(101)))];
            var least = PlacementPairs.Of([pairs]).Row(0).MostFor(4, floors);
            var low = pairs.Where(pair => PlacementPairs.CellOf(pair.Score) <= floors[pair.Quota]).ToList();
            var over = low.Count(pair => PlacementPairs.CellOf(pair.Score) > least);
            over.ShouldBeGreaterThanOrEqualTo(Math.Min(4, low.Count), $"seed {seed}");
            (found, most) = (found + over, most + (least > 0 ? 1 : 0));
        }
        most.ShouldBeGreaterThan(1_500);
        found.ShouldBeLessThan(2_000 * 12, "nearly the highest");
    }

    [Fact]
    public void Rows_give_back_what_they_were_made_of()
    {
        PlacementPair[][] rows = [[], [new(0, 0)], [new(31, 100), new(32, 7)], [new(700, 55)]];
        var pairs = PlacementPairs.Of(rows);
        for (var person = 0; person < rows.Length; person++) pairs.Row(person).ToArray().ShouldBe(rows[person]);
        (pairs.Count, pairs.Quotas, pairs.People).ShouldBe((4L, 701, 4));
        (pairs.ScoreOf(1, 0), pairs.ScoreOf(1, 1), pairs.ScoreOf(1, 900), pairs.ScoreOf(3, 700)).ShouldBe((0, -1, -1, 55));
        (pairs.Row(0).IsEmpty, pairs.Row(1).IsEmpty).ShouldBe((true, false));
        pairs.AtLeast(8).Row(2).ToArray().ShouldBe([new(31, 100)]);
        pairs.AtLeast(1).Count.ShouldBe(3);
        pairs.With([0, 3], PlacementPairs.Of([[new(2, 9)], []])).Row(0).ToArray().ShouldBe([new(2, 9)]);
    }

    [Fact]
    public void Pairs_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentException>(() => PlacementPairs.Of([[new(0, 101)]]));
        Should.Throw<ArgumentException>(() => PlacementPairs.Of([[new(0, -1)]]));
        Should.Throw<ArgumentException>(() => PlacementPairs.Of([[new(3, 1), new(3, 2)]]));
        Should.Throw<ArgumentException>(() => new PlacementProblem([new(1, 1, false)], [new(1, 1, 1, WelfarePost.None)], PlacementPairs.Of([[new(1, 50)]])));
    }
}
