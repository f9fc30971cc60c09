using JobMatch.Data;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>When a search says that it is behind the database: where what it answers from waits, and nothing else.</summary>
public abstract class IndexFreshnessContract<TEngine> : IAsyncLifetime where TEngine : ISearchEngine, new()
{
    private protected HandMadeCounty<TEngine> County { get; } = new();

    private IndexFreshness Freshness => County.County.Services.GetRequiredService<IndexFreshness>();

    public Task InitializeAsync() => County.InitializeAsync();

    public Task DisposeAsync() => County.DisposeAsync();

    [Fact]
    public async Task An_index_is_far_behind_when_a_change_waits_for_a_minute_or_many_wait()
    {
        (await ArePostingsLateAsync()).ShouldBeFalse();
        await A_posting_is_late_after_a_minute();
        await County.CatchUpAsync();
        (await ArePostingsLateAsync()).ShouldBeFalse();
        await ChangesAsync(ChangeKind.Posting);
        (await ArePostingsLateAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Workers_that_wait_do_not_make_postings_late()
    {
        await ChangesAsync(ChangeKind.Worker);
        (await Freshness.AreWorkersFarBehindAsync(byFallback: false, default)).ShouldBeTrue();
        (await ArePostingsLateAsync()).ShouldBeFalse();
        (await ArePostingsLateAsync(later: 61)).ShouldBeFalse();
        await A_posting_is_late_after_a_minute();
    }

    private async Task A_posting_is_late_after_a_minute()
    {
        await County.ChangePostingAsync("guard", p => p.Title = "宿舍值夜");
        (await ArePostingsLateAsync()).ShouldBeFalse();
        (await ArePostingsLateAsync(later: 61)).ShouldBeTrue();
    }

    /// <summary>It is looked at every two seconds at most.</summary>
    private Task<bool> ArePostingsLateAsync(int later = 3)
    {
        County.County.Clock.Advance(TimeSpan.FromSeconds(later));
        return Freshness.ArePostingsFarBehindAsync(byFallback: false, default);
    }

    private Task ChangesAsync(ChangeKind kind) => County.County.OnDbAsync(async db =>
    {
        db.AddRange(Enumerable.Range(1, 1_000).Select(i => new ChangeEvent { Kind = kind, EntityId = 1_000_000 + i }));
        await db.SaveChangesAsync();
    });
}
