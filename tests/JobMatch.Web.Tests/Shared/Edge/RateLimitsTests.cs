using System.Net;
using JobMatch.Web.Shared.Edge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Edge;

/// <summary>A page under each limit, only in the host of these tests.</summary>
[AllowAnonymous]
public sealed class LimitedController : Controller
{
    [HttpGet("/limited/sign-in"), EnableRateLimiting(RateLimits.SignIn)]
    public IActionResult SignIn() => Content("in");

    [HttpGet("/limited/codes"), EnableRateLimiting(RateLimits.Codes)]
    public IActionResult Codes() => Content("in");

    [HttpGet("/limited/search"), EnableRateLimiting(RateLimits.Search)]
    public IActionResult Search() => Content("in");

    [HttpGet("/limited/suggest"), EnableRateLimiting(RateLimits.Suggest)]
    public IActionResult Suggest() => Content("in");

    [HttpGet("/limited/apply"), EnableRateLimiting(RateLimits.Apply)]
    public IActionResult Apply() => Content("in");

    [HttpGet("/limited/report"), EnableRateLimiting(RateLimits.Report)]
    public IActionResult Report() => Content("in");
}

public sealed class RateLimitsTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(RateLimits.SignIn, "SignInPerMinute")]
    [InlineData(RateLimits.Codes, "CodesPerHour")]
    [InlineData(RateLimits.Search, "AnonymousSearchPerMinute")]
    [InlineData(RateLimits.Suggest, "AnonymousSuggestPerMinute")]
    [InlineData(RateLimits.Apply, "ApplyPerMinute")]
    [InlineData(RateLimits.Report, "ReportPerHour")]
    public async Task One_too_many_is_asked_to_wait(string limit, string setting)
    {
        await using var limited = site.WithWebHostBuilder(builder => builder
            .UseSetting($"JobMatch:RateLimits:{setting}", "2")
            .ConfigureServices(services => services.AddControllers().AddApplicationPart(typeof(LimitedController).Assembly)));
        using var visitor = limited.CreateClient();

        (await visitor.GetAsync($"/limited/{limit}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync($"/limited/{limit}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var third = await visitor.GetAsync($"/limited/{limit}");
        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter.ShouldNotBeNull();
        (await third.Content.ReadAsStringAsync()).ShouldContain("您点得太快了");
    }
}
