using JobMatch.Data;
using JobMatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>A site with the small county and a clerk at her desk, for tests that only read.</summary>
public sealed class ClerkAtDesk : IAsyncLifetime, IAsyncDisposable
{
    private readonly Site _site = new();

    public DeskVisitor Clerk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await SmallCounty.CopyToAsync(_site.Folder);
        await _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        Clerk = await DeskVisitor.SignInAsync(_site, SmallCounty.StaffName);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}

/// <summary>What a clerk reads of an address that says something that cannot be asked.</summary>
public sealed class SearchNotesTests(ClerkAtDesk desk) : IClassFixture<ClerkAtDesk>
{
    [Theory]
    [InlineData("words=缝纫&skill=zzz", "“技能”这一项写的“zzz”看不懂")]
    [InlineData("words=缝纫&skill=99999", "“技能”这一项写的“99999”看不懂")]
    [InlineData("words=缝纫&capacity=strong", "“劳动能力”这一项写的“strong”看不懂")]
    [InlineData("words=缝纫&need=77", "“困难程度”这一项写的“77”看不懂")]
    [InlineData("words=缝纫&work=zzz", "“就业”这一项写的“zzz”看不懂")]
    [InlineData("words=缝纫&settlement=424242", "“安置区”这一项写的“424242”看不懂")]
    [InlineData("words=缝纫&page=abc", "“第几页”这一项写的“abc”看不懂")]
    [InlineData("words=缝纫&page=-3", "“第几页”这一项写的“-3”看不懂")]
    [InlineData("words=缝纫&page=999", "没有第 999 页，一共 1 页")]
    [InlineData("words=%F0%9F%98%80&work=without", "“😀”里没有能用来找的字")]
    public async Task It_is_told_and_the_rest_is_answered(string asked, string sentence)
    {
        var page = await desk.Clerk.ReadAsync("/station/people?" + asked);
        page.ShouldContain(sentence);
        page.ShouldContain("王秀英");
    }

    [Fact]
    public async Task Thousands_of_characters_are_cut_and_that_is_told() =>
        (await desk.Clerk.ReadAsync("/station/people?words=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("缝纫工", 1_600))))).ShouldContain("最多用 10 个词");

    [Fact]
    public async Task What_can_be_read_is_answered_without_a_word() => (await desk.Clerk.ReadAsync("/station/people?words=缝纫&work=without&page=1")).ShouldNotContain("看不懂");
}
