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
}
