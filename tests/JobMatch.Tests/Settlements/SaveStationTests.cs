using JobMatch.Data;
using JobMatch.Regions;
using JobMatch.Settlements;
using JobMatch.TestKit;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Settlements;

public class SaveStationTests
{
    [Theory, OnEachDatabase]
    public async Task A_county_is_set_up_by_hand_and_a_settlement_without_station_is_found(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        RegionToEnsure[] regions = [new(Some.County, "样例县"), new(Some.Township, "城关镇")];
        (await county.UseAsync((EnsureRegions use) => use.RunAsync(regions, default))).Value.ShouldBe(2);
        (await county.UseAsync((EnsureRegions use) => use.RunAsync(regions, default))).Value.ShouldBe(0);
        var request = new SaveSettlementRequest { Name = "幸福里", CountyCode = Some.County, TownshipCode = Some.Township, Population = 900 };
        var served = (await county.UseAsync((SaveSettlement use) => use.RunAsync(request, default))).Value;
        var alone = (await county.UseAsync((SaveSettlement use) => use.RunAsync(request with { Name = "小河" }, default))).Value;
        (await county.UseAsync((SaveSettlement use) => use.RunAsync(request, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Settlement.NameTaken");

        var station = new SaveStationRequest { Name = "幸福里就业服务站", CountyCode = Some.County, Phone = "0855-1234567", SettlementIds = [served] };
        var id = (await county.UseAsync((SaveStation use) => use.RunAsync(station, default))).Value;
        (await county.UseAsync((SettlementsWithoutStation use) => use.RunAsync(default))).ShouldHaveSingleItem().Id.ShouldBe(alone);
        (await county.UseAsync((SaveStation use) => use.RunAsync(station with { Id = id, Version = 0, SettlementIds = [alone] }, default))).Refusals.ShouldBeEmpty();
        (await county.UseAsync((SettlementsWithoutStation use) => use.RunAsync(default))).ShouldHaveSingleItem().Id.ShouldBe(served);
        (await county.UseAsync((SettlementsWithoutStation use) => use.RunAsync(default), Scope.OfSettlements([alone]))).ShouldBeEmpty();
    }
}
