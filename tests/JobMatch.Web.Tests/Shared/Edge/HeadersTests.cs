using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Edge;

public sealed partial class HeadersTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/gallery")]
    [InlineData("/gallery/failure")]
    [InlineData("/css/base.css")]
    [InlineData("/nowhere")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        using var answer = await site.Visitor().GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.Contains("Referrer-Policy").ShouldBeTrue();
        answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public void No_view_has_inline_style_or_script()
    {
        var found = Source.Files(".cshtml").SelectMany(path => Inline().Matches(File.ReadAllText(path)).Select(m => $"{Path.GetFileName(path)}: {m.Value}"));
        found.ShouldBeEmpty();
        Inline().IsMatch("<p style=\"width:3px\">").ShouldBeTrue();
        Inline().IsMatch("<a onclick='go()'>").ShouldBeTrue();
        Inline().IsMatch("<script>go()</script>").ShouldBeTrue();
        Inline().IsMatch("<script src=\"~/js/desk.js\" type=\"module\"></script>").ShouldBeFalse();
    }

    [Fact]
    public async Task Cookies_are_closed_to_scripts_and_other_sites()
    {
        using var answer = await site.Visitor().GetAsync("/gallery/resident");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("form=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("secure");

        using var secure = site.Visitor();
        secure.BaseAddress = new Uri("https://localhost");
        using var safe = await secure.GetAsync("/gallery/resident");
        safe.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("form=", StringComparison.Ordinal)).ToLowerInvariant().ShouldContain("secure");
    }

    [Fact]
    public async Task A_post_without_token_is_refused_in_plain_words()
    {
        using var answer = await site.Visitor().PostAsync("/large-text", new FormUrlEncodedContent([new("on", "true")]));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("这次没有办成");
    }

    [GeneratedRegex("""\sstyle\s*=\s*["']|\son[a-z]+\s*=\s*["']|<style\b|<script(?![^>]*(\bsrc=|application/json))[^>]*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
