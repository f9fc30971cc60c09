using System.Globalization;
using JobMatch.Data;
using JobMatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>What staff and residents read while the search server is down: the same results as ever, and a note that they come from the reserve.</summary>
public sealed class SearchFallbackPagesTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Note = "搜索正在用备用的方式";
    private const string NoteInEnglish = "Search is running on its reserve";

    // Nobody listens there.
    private readonly Site _site = new() { Elasticsearch = "http://127.0.0.1:9" };
    private SmallCounty _county = null!;

    public async Task InitializeAsync()
    {
        _county = await SmallCounty.CopyToAsync(_site.Folder);
        // The index of the node takes everything; the server is not there to take anything.
        await Should.ThrowAsync<IOException>(() => _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync());
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Staff_pages_say_that_search_runs_on_its_reserve()
    {
        var clerk = await DeskVisitor.SignInAsync(_site, SmallCounty.StaffName);
        var people = await clerk.ReadAsync("/station/people?work=without");
        people.ShouldContain(Note);
        people.ShouldContain("王秀英");
        // Nothing was asked: nothing was answered by anybody.
        (await clerk.ReadAsync("/station/people")).ShouldNotContain(Note);
        var postings = string.Create(CultureInfo.InvariantCulture, $"/station/people/{_county.WomanId}/postings");
        (await clerk.ReadAsync($"{postings}?words=缝纫")).ShouldContain(Note);
        (await clerk.ReadAsync(postings)).ShouldNotContain(Note);
        (await clerk.ReadAsync("/jobs?q=缝纫")).ShouldContain(Note);
    }

    [Fact]
    public async Task In_English_too()
    {
        var clerk = await DeskVisitor.SignInAsync(_site, SmallCounty.StaffName, ("Cookie", "language=c%3Den%7Cuic%3Den"));
        (await clerk.ReadAsync("/station/people?work=without")).ShouldContain(NoteInEnglish);
    }

    [Fact]
    public async Task Comparing_with_a_server_that_is_not_there_holds_no_page_up_and_says_why()
    {
        var admin = await DeskVisitor.SignInAsync(_site, SmallCounty.AdministratorName);
        using var asked = await admin.PostAsync("/admin/index", "/admin/index/1/reconcile");
        asked.Headers.Location!.OriginalString.ShouldBe("/admin/index");
        await Waits.UntilAsync(async () => (await admin.ReadAsync("/admin/index")).Contains("搜索服务器现在用不了，请稍后再试。原文：Elasticsearch does not answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_of_the_node_alone_is_no_reserve()
    {
        await using var site = new Site();
        await SmallCounty.CopyToAsync(site.Folder);
        await site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        var clerk = await DeskVisitor.SignInAsync(site, SmallCounty.StaffName);
        (await clerk.ReadAsync("/station/people?work=without")).ShouldNotContain(Note);
    }

    [Trait("Pace", "slow")]
    [Fact]
    public async Task An_index_far_behind_the_database_says_so()
    {
        const string behind = "搜索还在追上最新的内容";
        await using var site = new Site();
        await SmallCounty.CopyToAsync(site.Folder);
        var projections = site.Services.GetRequiredService<ProjectionRunner>();
        await projections.DrainAsync();
        var clerk = await DeskVisitor.SignInAsync(site, SmallCounty.StaffName);
        (await clerk.ReadAsync("/station/people?work=without")).ShouldNotContain(behind);
        await projections.StopAsync(CancellationToken.None);
        await using (var request = site.Services.CreateSystemScope())
        {
            var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
            db.AddRange(Enumerable.Range(1, 1_000).Select(i => new ChangeEvent { Kind = ChangeKind.Posting, EntityId = 1_000_000 + i }));
            await db.SaveChangesAsync();
        }

        // It is looked at every two seconds at most.
        await Waits.UntilAsync(async () => (await clerk.ReadAsync("/jobs?q=缝纫")).Contains(behind, StringComparison.Ordinal));
        (await clerk.ReadAsync("/station/people?work=without")).ShouldNotContain(behind);
        await projections.DrainAsync();
        await Waits.UntilAsync(async () => !(await clerk.ReadAsync("/jobs?q=缝纫")).Contains(behind, StringComparison.Ordinal));
    }
}
