using System.Net;
using System.Text.Json;
using AutoMapper;
using JobMatch.Data;
using JobMatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Api;

public class PostingsApiTests
{
    [Fact]
    public async Task The_mapping_covers_every_field_of_the_contracts()
    {
        await using var site = new Site();
        site.Services.GetRequiredService<IMapper>().ConfigurationProvider.AssertConfigurationIsValid();
    }

    [Fact]
    public async Task Published_postings_are_found_and_carry_nothing_personal()
    {
        await using var site = new Site();
        var county = await SmallCounty.CopyToAsync(site.Folder);
        await site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        var client = site.Visitor();

        using var found = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/postings?q=缝纫工", UriKind.Relative)));
        var first = found.RootElement[0];
        first.GetProperty("id").GetInt64().ShouldBe(county.SewingId);
        first.GetProperty("kind").GetString().ShouldBe("AidWorkshop");
        first.GetProperty("employerName").GetString().ShouldBe("幸福里社区工厂");
        first.GetProperty("wageMonthlyMinFen").GetInt64().ShouldBe(280_000);
        first.EnumerateObject().Select(p => p.Name).ShouldNotContain(name => name.Contains("contact", StringComparison.OrdinalIgnoreCase) || name.Contains("phone", StringComparison.OrdinalIgnoreCase));
        (await client.GetAsync(new Uri("/api/postings/999999", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
