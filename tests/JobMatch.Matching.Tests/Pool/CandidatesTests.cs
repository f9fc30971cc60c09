using JobMatch.Matching.Pool;

namespace JobMatch.Matching.Tests.Pool;

public sealed class CandidatesTests
{
    private const int Anything = int.MaxValue;

    [Fact]
    public void The_best_tier_and_score_are_taken_first()
    {
        var random = new Random(8);
        var kept = new Candidates();
        for (var turn = 0; turn < 3; turn++)
        {
            var bounds = Enumerable.Range(0, Candidates.Most).Select(_ => ScanPart.BoundOf(random.Next(NeedTier.Most + 1), random.Next(101), random.Next(101))).ToArray();
            for (var row = 0; row < bounds.Length; row++) kept.Keep(WorkerChunk.Empty, row, bounds[row]);
            kept.IsFull.ShouldBeTrue();
            var taken = new List<int>();
            while (kept.TryTake(Anything, out _, out var row)) taken.Add(row);
            taken.Order().ShouldBe(Enumerable.Range(0, bounds.Length));
            taken.Select(row => ScanPart.LevelOf(bounds[row])).ShouldBeInOrder();
            kept.IsFull.ShouldBeFalse();
        }
    }

    [Fact]
    public void What_reaches_no_more_is_dropped()
    {
        var kept = new Candidates();
        kept.Keep(WorkerChunk.Empty, 1, ScanPart.BoundOf(0, 70, 50));
        kept.Keep(WorkerChunk.Empty, 2, ScanPart.BoundOf(0, 70, 90));
        kept.Keep(WorkerChunk.Empty, 3, ScanPart.BoundOf(0, 60, 90));
        var worst = ScanPart.BoundOf(0, 70, 80);
        kept.TryTake(worst, out _, out var row).ShouldBeTrue();
        row.ShouldBe(2);
        kept.TryTake(worst, out _, out _).ShouldBeFalse();
        kept.TryTake(Anything, out _, out _).ShouldBeFalse();
    }
}
