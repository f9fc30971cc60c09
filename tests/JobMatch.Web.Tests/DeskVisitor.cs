using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using JobMatch.TestKit;
using Shouldly;

namespace JobMatch.Web.Tests;

/// <summary>Somebody at a desk who has signed in by name and password, and sends forms as a browser without scripts would.</summary>
public sealed partial class DeskVisitor(HttpClient client)
{
    public static async Task<DeskVisitor> SignInAsync(Site site, string userName, params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(site);
        var visitor = new DeskVisitor(site.Visitor([("Accept", "text/html"), .. headers]));
        using var answer = await visitor.PostAsync("/sign-in/work", "/sign-in/work", ("UserName", userName), ("Password", SmallCounty.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return visitor;
    }

    public Task<HttpResponseMessage> GetAsync(string url) => client.GetAsync(url);

    public async Task<string> ReadAsync(string url)
    {
        using var answer = await client.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, url);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a page for its token, then posts.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string to, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page);
        var token = Token().Match(html).Groups[1].Value;
        return await PostBareAsync(to, [.. fields, ("__form", token)]);
    }

    /// <summary>Posts what is given and nothing else.</summary>
    public async Task<HttpResponseMessage> PostBareAsync(string to, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await client.PostAsync(to, content);
    }

    public static int VersionIn(string html) => int.Parse(Version().Match(html).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("name=\"__form\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex Version();
}
