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

    [Fact]
    public async Task The_weights_applied_stand_with_the_reasons()
    {
        var page = await _clerk.ReadAsync(People + "?Wage=Must&Travel=Ignore&needFirst=true&seekers=Anyone");
        page.ShouldContain("必须：工资。");
        page.ShouldContain("不看：路程。");
        page.ShouldContain("权重 40");
        (await _clerk.ReadAsync(Postings + "?Travel=Ignore&needFirst=false")).ShouldContain("不看：路程。");
    }

    [Fact]
    public async Task With_all_criteria_ignored_it_says_what_the_order_is_by()
    {
        var all = string.Join('&', Enum.GetNames<Criterion>().Select(name => name + "=Ignore"));
        (await _clerk.ReadAsync($"{People}?{all}&needFirst=true&seekers=Anyone")).ShouldContain("没有分数可比：困难家庭在前");
        (await _clerk.ReadAsync($"{People}?{all}&needFirst=false&seekers=Anyone")).ShouldContain("没有分数可比：只按等待时间");
        (await _clerk.ReadAsync($"{Postings}?{all}&needFirst=false")).ShouldContain("没有分数可比：只按公开的时间");
    }

    [Fact]
    public async Task With_every_criterion_a_must_the_empty_list_says_why_and_how_to_loosen_it()
    {
        var all = string.Join('&', Enum.GetNames<Criterion>().Select(name => name + "=Must"));
        var people = await _clerk.ReadAsync($"{People}?{all}&needFirst=true&seekers=Anyone");
        people.ShouldContain("12 个条件设成了“必须”");
        people.ShouldContain($"{People}?needFirst=true&seekers=Anyone\">把“必须”都改成“看重”");
        (await _clerk.ReadAsync($"{Postings}?{all}&needFirst=false")).ShouldContain("没有岗位全都达到");
    }

    [Fact]
    public async Task Somebody_asked_for_who_is_not_listed_is_told_of_with_the_reason()
    {
        await using (var request = _site.Services.CreateSystemScope())
        {
            var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
            (await db.Set<Worker>().SingleAsync(w => w.Id == _county.ManId)).RecordWilling(false, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            await db.SaveChangesAsync();
        }

        await _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        var page = await _clerk.ReadAsync(string.Create(CultureInfo.InvariantCulture, $"{People}?worker={_county.ManId}&needFirst=true"));
        page.ShouldContain("李建国不在这次列出的");
        page.ShouldContain("这一页只列");
        (await _clerk.ReadAsync(string.Create(CultureInfo.InvariantCulture, $"{People}?worker={_county.WomanId}&needFirst=true"))).ShouldNotContain("不在这次列出的");
        (await _clerk.ReadAsync(People + "?worker=987654321&needFirst=true")).ShouldContain("网址里的这个人不在本站的劳动力里");
        (await _clerk.ReadAsync(Postings + "?posting=987654321&needFirst=false")).ShouldContain("网址里的这个岗位没有公开");
    }

    private string People => $"/station/postings/{_county.SewingId}/candidates";

    private string Postings => string.Create(CultureInfo.InvariantCulture, $"/station/people/{_county.WomanId}/postings");

    private async Task<Mobility> ReachAsync()
    {
        await using var request = _site.Services.CreateSystemScope();
        return await request.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<Worker>().Where(w => w.Id == _county.WomanId).Select(w => w.Mobility).SingleAsync();
    }
}
