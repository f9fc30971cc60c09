using JobMatch.Data;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Data;

public class LeasedCursorTests
{
    [Trait("Pace", "slow")]
    [Fact]
    public async Task Who_waits_for_her_turn_does_not_queue_for_the_file_that_another_is_writing()
    {
        await using var county = await TestCounty.CreateAsync(DatabaseProvider.Sqlite);
        await county.OnDbAsync(db => LeasedCursor.HoldAsync(db, "held", county.Clock.UtcNow().AddMinutes(2), default));
        await county.OnDbAsync(async writing =>
        {
            await using var transaction = await writing.Database.BeginTransactionAsync();
            await writing.Database.ExecuteSqlAsync($"""UPDATE "ProjectionCursor" SET "Seq" = 0""");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            var waited = System.Diagnostics.Stopwatch.StartNew();
            await Should.ThrowAsync<OperationCanceledException>(() => county.OnDbAsync(db => new LeasedCursor("held", county.Clock).TakeAsync(db, 5, patience.Token)));
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
        });
    }

    [Theory, OnEachDatabase]
    public async Task The_turn_is_taken_when_it_is_free_or_lapsed_and_not_when_the_work_is_done(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (one, other) = (new LeasedCursor("shared", county.Clock), new LeasedCursor("shared", county.Clock));
        await county.OnDbAsync(async db =>
        {
            await one.ReadAsync(db, default);
            (await one.TakeAsync(db, 5, default)).ShouldBeTrue();
            (await one.TakeAsync(db, 5, default)).ShouldBeTrue("its own lease");
            county.Clock.Advance(TimeSpan.FromMinutes(1));
            (await other.TakeAsync(db, 5, default)).ShouldBeTrue("the first one's lease has lapsed");
            await other.AdvanceAsync(db, 5, default);
            (await one.TakeAsync(db, 5, default)).ShouldBeFalse("the stretch is done");
        });
    }
}
