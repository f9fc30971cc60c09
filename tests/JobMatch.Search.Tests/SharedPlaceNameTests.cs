using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Regions;
using JobMatch.Search.Tests.Embedded;
using JobMatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>A settlement and a township of one short name, as 城东新区 and 城东乡: nobody knows which is meant.</summary>
public sealed class SharedPlaceNameTests : IAsyncLifetime
{
    private const long Township = 529901105;

    private HandMadeCounty<EmbeddedEngine> County { get; } = new();

    public async Task InitializeAsync()
    {
        await County.InitializeAsync();
        await using var scope = County.County.Services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<JobMatchDbContext>();
        db.Add(new Region { Code = Township, Name = "城东乡", Level = RegionLevel.Township, ParentCode = Some.County });
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => County.DisposeAsync();

    [Theory]
    [InlineData("城东 保安", "城东新区、城东乡", true, true)]
    [InlineData("城东乡 保安", "城东乡", false, true)]
    [InlineData("城东新区 保安", "城东新区", true, false)]
    public async Task The_short_name_asks_for_both(string typed, string named, bool settlement, bool township)
    {
        await using var scope = County.County.Services.CreateSystemScope();
        var understood = await scope.ServiceProvider.GetRequiredService<UnderstandQuery>().RunAsync(typed, default);
        understood.Parts.Single(p => p.Kind == UnderstoodKind.Place).PlaceName.ShouldBe(named);
        List<PlaceAsked> asked = [.. settlement ? [PlaceAsked.Settlement(County.Chengdong)] : Array.Empty<PlaceAsked>(), .. township ? [new PlaceAsked(Township)] : Array.Empty<PlaceAsked>()];
        understood.Apply(new()).Places.ShouldBe(asked);
    }
}
