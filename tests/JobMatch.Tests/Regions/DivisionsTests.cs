using JobMatch.Regions;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Regions;

public class DivisionsTests
{
    [Theory]
    [InlineData("广东", 440000)]
    [InlineData("广东省深圳市宝安区", 440306)]
    [InlineData("广东·深圳", 440300)]
    [InlineData("东莞市虎门镇", 441900)]
    [InlineData("东莞虎门", 441900)]
    [InlineData("吉林", 220000)]
    [InlineData("吉林吉林", 220200)]
    [InlineData("广西南宁武鸣", 450110)]
    [InlineData("武鸣", 450110)]
    [InlineData("延边", 222400)]
    [InlineData("辽宁 鞍山 铁东区", 210302)]
    public void The_narrowest_division_that_an_address_begins_with(string address, int code) => Divisions.Instance.Locate(address).ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("县城")]
    [InlineData("公安局门口")]
    [InlineData("会理发的来")]
    [InlineData("鼓楼区")]
    [InlineData("靠近深圳")]
    public void What_begins_with_none_or_with_one_of_several_is_nowhere(string address) => Divisions.Instance.Locate(address).ShouldBeNull();

    [Fact]
    public void Every_division_but_a_province_lies_in_one_and_has_a_name()
    {
        Divisions.Instance.All.Count.ShouldBeGreaterThan(3_000);
        Divisions.Instance.All.ShouldAllBe(d => d.Name.Length > 1 && Divisions.Instance.Find(d.Code / 10_000 * 10_000) != null);
        Divisions.Instance.All.Count(d => d.Level == RegionLevel.Province).ShouldBe(34);
    }

    [Theory]
    [InlineData("武鸣区", "武鸣")]
    [InlineData("广西壮族自治区", "广西")]
    [InlineData("恩施土家族苗族自治州", "恩施")]
    [InlineData("龙胜各族自治县", "龙胜")]
    [InlineData("桥头安置点", "桥头")]
    [InlineData("幸福里社区", "幸福里")]
    public void A_name_is_typed_without_its_kind(string name, string form) => PlaceForms.Of(name).ShouldBe([name, form]);

    [Theory]
    [InlineData("大厂回族自治县")]
    [InlineData("公安县")]
    [InlineData("礼县")]
    public void But_not_where_an_everyday_word_or_one_character_would_stay(string name) => PlaceForms.Of(name).ShouldBe([name]);
}
