using System.Globalization;
using System.Net;
using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>How a clerk wants a ranking: by the address, kept with that search in her own browser, and nobody else's; and what would open if a fact were different.</summary>
public sealed class RankingPagesTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly Site _site = new();
    private SmallCounty _county = null!;
    private DeskVisitor _clerk = null!;

    public async Task InitializeAsync()
    {
        _county = await SmallCounty.CopyToAsync(_site.Folder);
        await _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        _clerk = await DeskVisitor.SignInAsync(_site, SmallCounty.StaffName);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_ranking_is_kept_with_its_search_and_changes_nobody_elses(bool ofPosting)
    {
        var (here, elsewhere) = ofPosting ? (People, Postings) : (Postings, People);
        (await _clerk.ReadAsync(here + "?Wage=Must&needFirst=true&seekers=Anyone")).ShouldContain("value=\"Must\" selected");
        using (var again = await _clerk.GetAsync(here))
        {
            again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            again.Headers.Location!.OriginalString.ShouldBe(here + "?Wage=Must&needFirst=true&seekers=Anyone");
        }
        using (var detail = await _clerk.GetAsync(here + "?worker=1&posting=1"))
            detail.Headers.Location!.OriginalString.ShouldBe(here + "?Wage=Must&needFirst=true&seekers=Anyone&worker=1&posting=1");
        (await _clerk.ReadAsync(elsewhere)).ShouldNotContain("value=\"Must\" selected");
        var colleague = await DeskVisitor.SignInAsync(_site, SmallCounty.StaffName);
        (await colleague.ReadAsync(here)).ShouldNotContain("value=\"Must\" selected");
        // In the same browser, when somebody else signs in: hers is as it opens, and she leaves the other's alone.
        await using (var scope = _site.Services.CreateAsyncScope())
            (await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(new CreateAccountRequest("station.erhao", SmallCounty.Password, "吴干事", [(Role.Staff, GrantArea.Station, _county.Station.Id)]))).IsDone.ShouldBeTrue();
        await SignInHereAsync("station.erhao");
        (await _clerk.ReadAsync(here)).ShouldNotContain("value=\"Must\" selected");
        (await _clerk.ReadAsync(here + "?Travel=Must&needFirst=true&seekers=Anyone")).ShouldContain("value=\"Must\" selected");
        await SignInHereAsync(SmallCounty.StaffName);
        using (var mine = await _clerk.GetAsync(here)) mine.Headers.Location!.OriginalString.ShouldBe(here + "?Wage=Must&needFirst=true&seekers=Anyone");
        // Back to the usual ranking: nothing is kept any more.
        (await _clerk.ReadAsync(here + (ofPosting ? "?needFirst=true" : "?needFirst=false"))).ShouldNotContain("value=\"Must\" selected");
        (await _clerk.ReadAsync(here)).ShouldNotContain("value=\"Must\" selected");

        async Task SignInHereAsync(string name)
        {
            using var left = await _clerk.PostAsync(elsewhere, "/sign-out");
            using var come = await _clerk.PostAsync("/sign-in/work", "/sign-in/work", ("UserName", name), ("Password", SmallCounty.Password));
            come.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Nonsense_in_an_address_is_the_usual_ranking()
    {
        (await _clerk.ReadAsync(Postings + "?Wage=17&needFirst=perhaps&seekers=%27&ifCertificate=99999&ifMobility=AtHome&ifTraining=x")).ShouldNotContain("只是算一算");
        using var plain = await _clerk.GetAsync(Postings);
        plain.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_would_open_is_worked_out_and_nothing_is_stored()
    {
        var before = await ReachAsync();
        var page = await _clerk.ReadAsync(Postings + "?ifMobility=Anywhere&ifCertificate=1&ifTraining=1");
        page.ShouldContain("只是算一算");
        page.ShouldContain("value=\"Anywhere\" selected");
        (await ReachAsync()).ShouldBe(before);
    }

    private string People => $"/station/postings/{_county.SewingId}/candidates";

    private string Postings => string.Create(CultureInfo.InvariantCulture, $"/station/people/{_county.WomanId}/postings");

    private async Task<Mobility> ReachAsync()
    {
        await using var request = _site.Services.CreateSystemScope();
        return await request.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<Worker>().Where(w => w.Id == _county.WomanId).Select(w => w.Mobility).SingleAsync();
    }
}
