using JobMatch.Asking;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.TestKit;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests;

public class PostingPlacesTests
{
    [Theory]
    [InlineData(QuotaPlace.OutsideProvince, "广东深圳", new long[] { 440000, 440300 }, "深圳市 广东省")]
    [InlineData(QuotaPlace.Unknown, "南宁市武鸣区", new long[] { 450000, 450100, 450110 }, "武鸣区 南宁市 广西壮族自治区")]
    [InlineData(QuotaPlace.OutsideProvince, "外地工厂", new long[0], "")]
    public void Words_of_a_place_that_nobody_coded_are_read(QuotaPlace place, string words, long[] codes, string names)
    {
        var posting = new Posting { EmployerId = 1, CountyCode = Some.County, Kind = PostingKind.LabourExport, Title = "普工" };
        posting.Quotas.Add(new Quota { Place = place, PlaceText = words, Vacancies = 2 });
        var places = PostingPlaces.Of(posting, new Dictionary<long, Settlement>(), new Dictionary<long, string>());
        places.RegionCodes.ShouldBe(codes);
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries)) places.Words.ShouldContain(name);
    }

    [Theory]
    [InlineData(QuotaPlace.County, "", PostingNeeds.InCounty | PostingNeeds.InProvince)]
    [InlineData(QuotaPlace.AtHome, "", PostingNeeds.InCounty | PostingNeeds.InProvince)]
    [InlineData(QuotaPlace.OutsideCounty, "贵阳市", PostingNeeds.Away | PostingNeeds.InProvince)]
    [InlineData(QuotaPlace.OutsideCounty, "广东深圳", PostingNeeds.Away | PostingNeeds.OutsideProvince)]
    [InlineData(QuotaPlace.OutsideProvince, "外地工厂", PostingNeeds.Away | PostingNeeds.OutsideProvince)]
    [InlineData(QuotaPlace.Unknown, "南宁市武鸣区", PostingNeeds.OutsideProvince)]
    [InlineData(QuotaPlace.Unknown, "", PostingNeeds.InCounty | PostingNeeds.InProvince)]
    public void How_far_a_place_is_follows_from_its_kind_and_its_code(QuotaPlace place, string words, PostingNeeds reach)
    {
        var posting = new Posting { EmployerId = 1, CountyCode = Some.County, Kind = PostingKind.LabourExport, Title = "普工" };
        posting.Quotas.Add(new Quota { Place = place, PlaceText = words, Vacancies = 2 });
        PostingPlaces.Of(posting, new Dictionary<long, Settlement>(), new Dictionary<long, string>()).Reach.ShouldBe(reach);
    }

    [Fact]
    public void One_place_near_and_one_far_are_both()
    {
        var posting = new Posting { EmployerId = 1, CountyCode = Some.County, Kind = PostingKind.Enterprise, Title = "普工" };
        posting.Quotas.Add(new Quota { Place = QuotaPlace.County, Vacancies = 2 });
        posting.Quotas.Add(new Quota { Place = QuotaPlace.OutsideProvince, PlaceText = "广东深圳", Vacancies = 2 });
        var reach = PostingPlaces.Of(posting, new Dictionary<long, Settlement>(), new Dictionary<long, string>()).Reach;
        reach.ShouldBe(PostingNeeds.InCounty | PostingNeeds.InProvince | PostingNeeds.Away | PostingNeeds.OutsideProvince);
    }
}
