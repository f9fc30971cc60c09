using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Language;

public sealed class LanguageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Chinese_unless_chosen_whatever_the_phone_says()
    {
        using var visitor = site.Visitor(("Accept-Language", "en"));
        (await visitor.GetStringAsync("/gallery")).ShouldContain("lang=\"zh-CN\"");
    }

    [Fact]
    public async Task A_chosen_language_stays_and_leads_back()
    {
        using var visitor = site.Visitor();
        using var answer = await Post(visitor, "/gallery/resident", "/language", ("culture", "en"), ("returnUrl", "/gallery/resident"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/gallery/resident");
        var page = await visitor.GetStringAsync("/gallery/resident");
        page.ShouldContain("lang=\"en\"");
        page.ShouldContain("For you");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task Choosing_never_leads_elsewhere(string returnUrl)
    {
        using var visitor = site.Visitor();
        using var answer = await Post(visitor, "/gallery/resident", "/large-text", ("on", "true"), ("returnUrl", returnUrl));
        answer.Headers.Location!.OriginalString.ShouldBe("/");
        (await visitor.GetStringAsync("/gallery/resident")).ShouldContain("class=\"large\"");
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_the_chosen_language()
    {
        using var visitor = site.Visitor();
        using var answer = await Post(visitor, "/gallery/resident", "/gallery/resident", ("Phone", ""), ("Wage", "abc"), ("Shift", "day"), ("Note", new string('x', 21)));
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("请填手机号");
        page.ShouldContain("“abc”不是数字，请写成 3000 这样的数字");
        page.ShouldContain("还有什么要说的最多写 20 个字");
        page.ShouldContain("有 3 处要改");
        page.ShouldContain("value=\"abc\"");
        page.ShouldContain("aria-describedby=\"Phone-hint Phone-error\"");
    }

    private static async Task<HttpResponseMessage> Post(HttpClient visitor, string from, string to, params IEnumerable<(string Name, string Value)> fields)
    {
        var page = new HtmlParser().ParseDocument(await visitor.GetStringAsync(from));
        page.QuerySelectorAll("form").ShouldAllBe(form => form.QuerySelector("input[name='__form']") != null);
        var token = ((IHtmlInputElement)page.QuerySelector("input[name='__form']")!).Value;
        return await visitor.PostAsync(to, new FormUrlEncodedContent(fields.Append((Name: "__form", Value: token)).Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }
}
