using JobMatch.Data;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>What a reconcile of every engine has to see and to mend.</summary>
public abstract class IndexReconcileContract<TEngine> : IAsyncLifetime where TEngine : ISearchEngine, new()
{
    private HandMadeCounty<TEngine> County { get; } = new();

    public Task InitializeAsync() => County.InitializeAsync();

    public Task DisposeAsync() => County.DisposeAsync();

    [Fact]
    public async Task Reconcile_finds_and_mends_planted_drift()
    {
        (await County.Writer.ReconcileAsync(null, default)).Total.ShouldBe(0);
        await County.Engine.LosePostingAsync(County.County.Services, County["guard"]);
        await County.Engine.FalsifyPostingAsync(County.County.Services, County["sewing"]);
        await County.Engine.PlantOrphanAsync(County.County.Services, 987_654);
        await County.Engine.SettleAsync(County.County.Services);
        (await County.KeysAsync("保安员")).ShouldBeEmpty();
        (await County.FindAsync("幽灵岗位")).Total.ShouldBe(1);

        (await County.Writer.ReconcileAsync(null, default)).ShouldBe(new IndexDrift(Missing: 1, Stale: 1, Orphaned: 1));
        await County.Engine.SettleAsync(County.County.Services);
        (await County.KeysAsync("保安员")).ShouldBe(["guard"]);
        (await County.KeysAsync("缝纫工"))[0].ShouldBe("sewing");
        (await County.FindAsync("幽灵岗位")).Total.ShouldBe(0);
        (await County.Writer.ReconcileAsync(null, default)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_reconcile_sees_and_mends_what_a_hand_changed_under_the_fingerprint_and_the_version_of_before()
    {
        await County.Engine.EditShownAsync(County.County.Services, County["guard"]);
        await County.Engine.EditFilteredAsync(County.County.Services, County["sewing"]);
        await County.Engine.SettleAsync(County.County.Services);
        (await County.Writer.ReconcileAsync(null, default)).ShouldBe(new IndexDrift(Missing: 0, Stale: 2, Orphaned: 0));
        await County.Engine.SettleAsync(County.County.Services);
        string.Concat((await County.FindAsync("保安员")).Page.ShouldHaveSingleItem().Title.Select(p => p.Text)).ShouldBe("保安员");
        (await County.KeysAsync("缝纫工", q => q with { Kinds = [Matching.PostingKind.AidWorkshop] })).ShouldBe(["sewing"]);
        (await County.Writer.ReconcileAsync(null, default)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_change_that_nobody_has_taken_yet_is_no_drift()
    {
        await County.ChangePostingAsync("guard", p => p.Title = "宿舍值夜");
        (await County.Writer.ReconcileAsync(null, default)).Total.ShouldBe(0);
    }
}
