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
public sealed class RankingPagesTests : ClerkAtDesk
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_ranking_is_kept_with_its_search_and_changes_nobody_elses(bool ofPosting)
    {
        var (here, elsewhere) = ofPosting ? (People, Postings) : (Postings, People);
        // Only what differs from the page as it opens: people are ranked need first, postings are not.
        var kept = here + (ofPosting ? "?Wage=Must&seekers=Anyone" : "?Wage=Must&needFirst=true&seekers=Anyone");
        (await Clerk.ReadAsync(here + "?Wage=Must&needFirst=true&seekers=Anyone")).ShouldContain("value=\"Must\" selected");
        using (var again = await Clerk.GetAsync(here))
        {
            again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            again.Headers.Location!.OriginalString.ShouldBe(kept);
        }
        using (var detail = await Clerk.GetAsync(here + "?worker=1&posting=1"))
            detail.Headers.Location!.OriginalString.ShouldBe(kept + "&worker=1&posting=1");
        (await Clerk.ReadAsync(elsewhere)).ShouldNotContain("value=\"Must\" selected");
        var colleague = await DeskVisitor.SignInAsync(Site, SmallCounty.StaffName);
        (await colleague.ReadAsync(here)).ShouldNotContain("value=\"Must\" selected");
        // In the same browser, when somebody else signs in: hers is as it opens, and she leaves the other's alone.
        await using (var scope = Site.Services.CreateAsyncScope())
            (await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(new CreateAccountRequest("station.erhao", SmallCounty.Password, "吴干事", [(Role.Staff, GrantArea.Station, County.Station.Id)]))).IsDone.ShouldBeTrue();
        await SignInHereAsync("station.erhao");
        (await Clerk.ReadAsync(here)).ShouldNotContain("value=\"Must\" selected");
        (await Clerk.ReadAsync(here + "?Travel=Must&needFirst=true&seekers=Anyone")).ShouldContain("value=\"Must\" selected");
        await SignInHereAsync(SmallCounty.StaffName);
        using (var mine = await Clerk.GetAsync(here)) mine.Headers.Location!.OriginalString.ShouldBe(kept);
        // Back to the usual ranking: nothing is kept any more.
        (await Clerk.ReadAsync(here + (ofPosting ? "?needFirst=true" : "?needFirst=false"))).ShouldNotContain("value=\"Must\" selected");
        (await Clerk.ReadAsync(here)).ShouldNotContain("value=\"Must\" selected");

        async Task SignInHereAsync(string name)
        {
            using var left = await Clerk.PostAsync(elsewhere, "/sign-out");
            using var come = await Clerk.PostAsync("/sign-in/work", "/sign-in/work", ("UserName", name), ("Password", SmallCounty.Password));
            come.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task The_address_that_the_form_writes_keeps_only_what_differs()
    {
        var all = string.Join('&', Enum.GetNames<Criterion>().Select(name => name == "Wage" ? "Wage=Must" : name + "=Matters"));
        using (var asked = await Clerk.GetAsync($"{People}?{all}&needFirst=true&needFirst=false&seekers=WillingAndUnemployed&worker=7")) asked.Headers.Location!.OriginalString.ShouldBe($"{People}?Wage=Must&worker=7");
        using (var kept = await Clerk.GetAsync(People)) kept.Headers.Location!.OriginalString.ShouldBe($"{People}?Wage=Must", "it is kept though the form was sent on");
        var usual = string.Join('&', Enum.GetNames<Criterion>().Select(name => name + "=Matters"));
        using (var back = await Clerk.GetAsync($"{Postings}?{usual}&needFirst=false")) back.Headers.Location!.OriginalString.ShouldBe($"{Postings}?needFirst=false", "the usual ranking says so, or it would be taken for none");
        using (var back = await Clerk.GetAsync($"{People}?{usual}&needFirst=true&needFirst=false")) back.Headers.Location!.OriginalString.ShouldBe($"{People}?needFirst=true");
        (await Clerk.ReadAsync(People)).ShouldNotContain("value=\"Must\" selected", Case.Sensitive, "and nothing is kept any more");
        // What is sent once is not sent on again.
        (await Clerk.ReadAsync($"{People}?Wage=Must&worker={County.WomanId}")).ShouldContain($"{People}?Wage=Must&worker={County.WomanId}\" data-detail");
    }

    [Fact]
    public async Task Somebody_supposed_to_have_one_thing_more_is_compared_with_herself()
    {
        var page = await Clerk.ReadAsync($"{People}?worker={County.WomanId}&seekers=Anyone&ifTraining=1");
        page.ShouldContain("对这个岗位会怎样？");
        page.ShouldContain("只是算一算");
        page.ShouldContain("value=\"1\" selected=\"selected\">缝纫工培训");
        (await Clerk.ReadAsync($"{People}?worker={County.WomanId}&seekers=Anyone")).ShouldNotContain("只是算一算");
        // A certificate that the posting needs opens it.
        await InAsync(async db =>
        {
            (await db.Set<Postings.Posting>().Include(p => p.Certificates).SingleAsync(p => p.Id == County.SewingId)).Certificates.Add(new Postings.PostingCertificate { KindId = 2, Timing = CertificateTiming.NeededToApply });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        (await Clerk.ReadAsync($"{People}?worker={County.WomanId}&seekers=Anyone&ifCertificate=2")).ShouldContain("就能去了，");
        (await Clerk.ReadAsync($"{People}?worker={County.WomanId}&seekers=Anyone&ifCertificate=1")).ShouldContain("还是不能去这个岗位：");
    }

    [Fact]
    public async Task Nonsense_in_an_address_is_the_usual_ranking()
    {
        (await Clerk.ReadAsync(Postings + "?Wage=17&needFirst=perhaps&seekers=%27&ifCertificate=99999&ifMobility=AtHome&ifTraining=x")).ShouldNotContain("只是算一算");
        using var plain = await Clerk.GetAsync(Postings);
        plain.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_would_open_is_worked_out_and_nothing_is_stored()
    {
        var before = await ReachAsync();
        var page = await Clerk.ReadAsync(Postings + "?ifMobility=Anywhere&ifCertificate=1&ifTraining=1");
        page.ShouldContain("只是算一算");
        page.ShouldContain("value=\"Anywhere\" selected");
        (await ReachAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_weights_applied_stand_with_the_reasons()
    {
        var page = await Clerk.ReadAsync(People + "?Wage=Must&Travel=Ignore&needFirst=true&seekers=Anyone");
        page.ShouldContain("必须：工资（这一条到 60% 就算达到，没有记录不算）。");
        page.ShouldContain("不看：路程。");
        page.ShouldContain("权重 40");
        (await Clerk.ReadAsync(Postings + "?Travel=Ignore&needFirst=false")).ShouldContain("不看：路程。");
    }

    [Fact]
    public async Task With_all_criteria_ignored_it_says_what_the_order_is_by()
    {
        var all = string.Join('&', Enum.GetNames<Criterion>().Select(name => name + "=Ignore"));
        (await Clerk.ReadAsync($"{People}?{all}&needFirst=true&seekers=Anyone")).ShouldContain("没有分数可比：困难家庭在前");
        (await Clerk.ReadAsync($"{People}?{all}&needFirst=false&seekers=Anyone")).ShouldContain("没有分数可比：只按等待时间");
        (await Clerk.ReadAsync($"{Postings}?{all}&needFirst=false")).ShouldContain("没有分数可比：只按公开的时间");
    }

    [Fact]
    public async Task With_every_criterion_a_must_the_empty_list_says_why_and_how_to_loosen_it()
    {
        var all = string.Join('&', Enum.GetNames<Criterion>().Select(name => name + "=Must"));
        var people = await Clerk.ReadAsync($"{People}?{all}&needFirst=true&seekers=Anyone");
        people.ShouldContain("12 个条件设成了“必须”");
        people.ShouldContain($"{People}?seekers=Anyone\">把“必须”都改成“看重”");
        (await Clerk.ReadAsync($"{Postings}?{all}&needFirst=false")).ShouldContain("没有岗位全都达到");
    }

    [Fact]
    public async Task Somebody_asked_for_who_is_not_listed_is_told_of_with_the_reason()
    {
        await using (var request = Site.Services.CreateSystemScope())
        {
            var db = request.ServiceProvider.GetRequiredService<JobMatchDbContext>();
            (await db.Set<Worker>().SingleAsync(w => w.Id == County.ManId)).RecordWilling(false, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            await db.SaveChangesAsync();
        }

        await DrainAsync();
        var page = await Clerk.ReadAsync(string.Create(CultureInfo.InvariantCulture, $"{People}?worker={County.ManId}&needFirst=true"));
        page.ShouldContain("李建国不在这次列出的");
        page.ShouldContain("这一页只列");
        (await Clerk.ReadAsync(string.Create(CultureInfo.InvariantCulture, $"{People}?worker={County.WomanId}&needFirst=true"))).ShouldNotContain("不在这次列出的");
        (await Clerk.ReadAsync(People + "?worker=987654321&needFirst=true")).ShouldContain("网址里的这个人不在本站的劳动力里");
        (await Clerk.ReadAsync(Postings + "?posting=987654321&needFirst=false")).ShouldContain("网址里的这个岗位没有公开");
    }

    private string People => $"/station/postings/{County.SewingId}/candidates";

    private string Postings => string.Create(CultureInfo.InvariantCulture, $"/station/people/{County.WomanId}/postings");

    private async Task<Mobility> ReachAsync()
    {
        await using var request = Site.Services.CreateSystemScope();
        return await request.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<Worker>().Where(w => w.Id == County.WomanId).Select(w => w.Mobility).SingleAsync();
    }
}
