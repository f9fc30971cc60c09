using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Edge;

public sealed class DenyByDefaultTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public void Every_endpoint_says_who_may_come()
    {
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        endpoints.Count.ShouldBeGreaterThan(5);
        // The framework's own, never published: it serves files that changed since the build, and the fallback policy closes it.
        Silent(endpoints).Where(name => name != "Fallback {**path:file}").ShouldBeEmpty();
    }

    [Fact]
    public void An_endpoint_that_says_nothing_is_found()
    {
        using var planted = WebApplication.CreateSlimBuilder().Build();
        planted.MapGet("/silent", () => "");
        planted.MapGet("/open", () => "").AllowAnonymous();
        planted.MapGet("/closed", () => "").RequireAuthorization();
        Silent(((IEndpointRouteBuilder)planted).DataSources.SelectMany(source => source.Endpoints)).ShouldBe(["HTTP: GET /silent"]);
    }

    [Fact]
    public async Task A_silent_endpoint_asks_who_is_there()
    {
        var policy = await site.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        policy.ShouldNotBeNull().Requirements.ShouldContain(r => r is Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement);
    }

    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData("application/json", "application/problem+json")]
    public async Task What_is_not_there_is_not_there_for_strangers_too(string accept, string given)
    {
        using var answer = await site.Visitor(("Accept", accept)).GetAsync("/nowhere");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(given);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("没有找到这一页");
    }

    private static IEnumerable<string?> Silent(IEnumerable<Endpoint> endpoints) => endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
            && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null)
        .Select(endpoint => endpoint.DisplayName);
}
