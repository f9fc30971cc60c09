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

/// <summary>How a clerk wants a ranking: by the address, kept with her account for that search, and nobody else's; and what would open if a fact were different.</summary>
public sealed class RankingPagesTests : ClerkAtDesk
{
    private const string Chosen = "value=\"Must\" selected";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_ranking_is_kept_with_its_search_and_her_account_and_changes_nobody_elses(bool ofPosting)
    {
        var (here, elsewhere) = ofPosting ? (People, Postings) : (Postings, People);
        // Only what differs from the page as it opens.
        var kept = here + "?Wage=Must&needFirst=true&seekers=Anyone";
        (await ChooseAsync(Clerk, here, "Wage=Must&needFirst=true&seekers=Anyone")).ShouldBe(kept);
        (await Clerk.ReadAsync(kept)).ShouldContain(Chosen);
        (await SentToAsync(Clerk, here)).ShouldBe(kept);
        (await SentToAsync(Clerk, here + "?worker=1&posting=1")).ShouldBe(kept + "&worker=1&posting=1");
        (await Clerk.ReadAsync(elsewhere)).ShouldNotContain(Chosen);

        // At another computer she finds it; a colleague of the same station, in whichever browser, does not.
        (await SentToAsync(await DeskVisitor.SignInAsync(Site, SmallCounty.StaffName), here)).ShouldBe(kept);
        var colleague = await ColleagueAsync();
        (await colleague.ReadAsync(here)).ShouldNotContain(Chosen);
        using (var left = await Clerk.PostAsync(elsewhere, "/sign-out")) left.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var come = await Clerk.PostAsync("/sign-in/work", "/sign-in/work", ("UserName", ColleagueName), ("Password", SmallCounty.Password))) come.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Clerk.ReadAsync(here)).ShouldNotContain(Chosen);
        (await ChooseAsync(Clerk, here, "Travel=Must&needFirst=true")).ShouldStartWith(here + "?Travel=Must");

        var again = await DeskVisitor.SignInAsync(Site, SmallCounty.StaffName);
        (await SentToAsync(again, here)).ShouldBe(kept);
        // Back to the usual ranking: nothing is kept any more, and the colleague's stays.
        var usual = here + "?needFirst=false";
        (await again.ReadAsync(kept)).ShouldContain($"formaction=\"{here}/ranking{usual[here.Length..]}\"");
        using (var back = await again.PostAsync("/station/today", $"{here}/ranking{usual[here.Length..]}", ("Wage", "Must"))) back.Headers.Location!.OriginalString.ShouldBe(usual, "the button's choice counts, not the fields that are sent along");
        (await again.ReadAsync(here)).ShouldNotContain(Chosen);
        (await SentToAsync(colleague, here)).ShouldStartWith(here + "?Travel=Must");
    }

    [Fact]
    public async Task An_address_that_somebody_gave_her_is_looked_at_and_changes_nothing_that_she_keeps()
    {
        const string notMine = "您给这一页记着另一种";
        (await ChooseAsync(Clerk, People, "Wage=Must")).ShouldBe(People + "?Wage=Must");
        (await Clerk.ReadAsync(People + "?Wage=Must")).ShouldNotContain(notMine);
        var colleagues = await Clerk.ReadAsync(People + "?Travel=Must");
        colleagues.ShouldContain(notMine);
        colleagues.ShouldContain("href=\"?\">按我记下的排");
        // The usual ranking, said by an address, is another one too.
        (await Clerk.ReadAsync(People + "?needFirst=false")).ShouldContain(notMine);
        (await SentToAsync(Clerk, People + "?")).ShouldBe(People + "?Wage=Must");
        // Who keeps nothing is told nothing, and keeps nothing by looking.
        var colleague = await ColleagueAsync();
        (await colleague.ReadAsync(People + "?Travel=Must")).ShouldNotContain(notMine);
        (await colleague.ReadAsync(People)).ShouldNotContain(Chosen);
    }

    [Fact]
    public async Task A_link_chooses_nothing_for_her_nor_does_a_form_of_another_site()
    {
        (await ChooseAsync(Clerk, People, "Wage=Must")).ShouldBe(People + "?Wage=Must");
        // It shows a ranking, as any address does; it keeps none.
        using (var link = await Clerk.GetAsync(People + "/ranking?Travel=Must")) link.Headers.Location!.OriginalString.ShouldBe(People + "?Travel=Must");
        (await SentToAsync(Clerk, People)).ShouldBe(People + "?Wage=Must");
        using (var foreign = await Clerk.PostBareAsync(People + "/ranking", ("Travel", "Must"))) foreign.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SentToAsync(Clerk, People)).ShouldBe(People + "?Wage=Must");
        using (var draft = await Clerk.PostAsync("/station/today", "/station/postings/987654321/candidates/ranking", ("Wage", "Must"))) draft.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = await Clerk.PostAsync("/station/today", "/station/people/987654321/postings/ranking", ("Wage", "Must"));
        nobody.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_address_that_the_form_writes_keeps_only_what_differs()
    {
        var all = string.Join('&', Enum.GetNames<Criterion>().Select(name => name == "Wage" ? "Wage=Must" : name + "=Matters"));
        (await Clerk.ReadAsync(People)).ShouldContain($"action=\"{People}/ranking\"");
        (await ChooseAsync(Clerk, People, $"{all}&needFirst=false&seekers=WillingAndUnemployed")).ShouldBe($"{People}?Wage=Must");
        (await SentToAsync(Clerk, People)).ShouldBe($"{People}?Wage=Must", "it is kept though the form was sent on");
        var usual = string.Join('&', Enum.GetNames<Criterion>().Select(name => name + "=Matters"));
        (await ChooseAsync(Clerk, Postings, $"{usual}&needFirst=false")).ShouldBe($"{Postings}?needFirst=false", "the usual ranking says so, or it would be taken for none");
        (await ChooseAsync(Clerk, People, $"{usual}&needFirst=false")).ShouldBe($"{People}?needFirst=false");
        (await Clerk.ReadAsync(People)).ShouldNotContain(Chosen, Case.Sensitive, "and nothing is kept any more");
        // A must for everything fits where it is kept, and is sent on like any other.
        var musts = string.Join('&', Enum.GetNames<Criterion>().Select(name => name + "=Must"));
        (await ChooseAsync(Clerk, People, $"{musts}&needFirst=true&needFirst=false&seekers=WillingAndUnemployed")).ShouldBe($"{People}?{musts}&needFirst=true");
        (await SentToAsync(Clerk, People)).ShouldBe($"{People}?{musts}&needFirst=true");
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
    public async Task Only_what_she_lacks_is_offered_and_what_ran_out_or_soon_will_as_renewed()
    {
        const int health = 1, electrician = 2, crane = 7, driver = 8, truck = 9, equipment = 42, sewing = 1, sewingPaper = 23;
        var today = await InAsync((services, _) => Task.FromResult(services.GetRequiredService<TimeProvider>().Today()));
        await InAsync(async db =>
        {
            // A truck licence covers the small one; what begins next month is not had yet.
            db.AddRange(Paper(health, today.AddDays(-10)), Paper(electrician, today.AddYears(2)), Paper(truck, null), Paper(crane, today.AddMonths(2)), Paper(sewingPaper, today.AddYears(-1)), Paper(14, null, today.AddMonths(1)));
            db.Add(new Training.TrainingRecord { PersonId = County.WomanId, SettlementId = County.Settlement.Id, KindId = sewing, Title = "缝纫工培训", Form = Training.TrainingForm.PreJob, From = today.AddYears(-3), Result = Training.TrainingResult.Passed, Check = FactCheck.None });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        foreach (var page in new[] { await Clerk.ReadAsync(Postings), await Clerk.ReadAsync($"{People}?worker={County.WomanId}&seekers=Anyone") })
        {
            page.ShouldContain($">健康证 · 换新的（到 {Say(today.AddDays(-10))}）<");
            page.ShouldContain($">起重机作业证(Q) · 换新的（到 {Say(today.AddMonths(2))}）<");
            page.ShouldContain($">缝纫工培训 · 再学一次（证到 {Say(today.AddYears(-1))}）<");
            page.ShouldContain(">保安员证<");
            page.ShouldContain(">驾驶证 A2<");
            foreach (var had in new[] { "低压电工证", "驾驶证 B2", "驾驶证 C1" }) page.ShouldNotContain($">{had}");
            // She goes as far as the county.
            page.ShouldNotContain("<option value=\"County\"");
            page.ShouldContain("<option value=\"Province\"");
        }

        // An address that supposes what she has says so, and works nothing out.
        var told = await Clerk.ReadAsync($"{Postings}?ifCertificate={driver}&ifMobility=Township");
        told.ShouldContain("资料里已经有：驾驶证 C1、愿意走到");
        told.ShouldNotContain("只是算一算");
        var half = await Clerk.ReadAsync($"{People}?worker={County.WomanId}&seekers=Anyone&ifCertificate={electrician}&ifTraining=11");
        half.ShouldContain("资料里已经有：低压电工证。");
        half.ShouldContain("只是算一算");
        (await Clerk.ReadAsync($"{Postings}?ifCertificate={equipment}")).ShouldContain("换新的", Case.Sensitive, "what the crane licence covers ends with it");

        Certificate Paper(int kind, DateOnly? to, DateOnly? from = null) => new() { WorkerId = County.WomanId, SettlementId = County.Settlement.Id, KindId = kind, ValidFrom = from, ValidTo = to };
        static string Say(DateOnly day) => $"{day.Year} 年 {day.Month} 月 {day.Day} 日";
    }

    [Fact]
    public async Task A_certificate_that_ran_out_opens_again_what_needs_it_when_it_is_renewed()
    {
        var today = await InAsync((services, _) => Task.FromResult(services.GetRequiredService<TimeProvider>().Today()));
        await InAsync(async db =>
        {
            (await db.Set<Postings.Posting>().Include(p => p.Certificates).SingleAsync(p => p.Id == County.SewingId)).Certificates.Add(new Postings.PostingCertificate { KindId = 8, Timing = CertificateTiming.NeededToApply });
            db.Add(new Certificate { WorkerId = County.WomanId, SettlementId = County.Settlement.Id, KindId = 8, ValidTo = today.AddDays(-1) });
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var here = $"{People}?worker={County.WomanId}&seekers=Anyone";
        (await Clerk.ReadAsync(here + "&ifCertificate=8")).ShouldContain("就能去了，");
        (await Clerk.ReadAsync(here + "&ifCertificate=10")).ShouldContain("就能去了，", Case.Sensitive, "a licence of a higher class covers it");
        (await Clerk.ReadAsync(here + "&ifCertificate=1")).ShouldContain("还是不能去这个岗位：");
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
    public async Task A_must_that_is_told_in_two_lines_says_that_they_count_together()
    {
        var alone = $"{People}?Wage=Must&seekers=Anyone&worker={County.WomanId}";
        (await Clerk.ReadAsync(alone)).ShouldNotContain("几条合起来算");
        await InAsync(async db =>
        {
            var woman = await db.Set<Worker>().SingleAsync(w => w.Id == County.WomanId);
            // The lower end reaches what she wishes, not what she last had.
            woman.RecordWishes(new WorkWishes { WageFloorFen = 200_000 }, new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1)));
            woman.LastWageFen = 900_000;
            return await db.SaveChangesAsync();
        });
        await DrainAsync();
        var page = await Clerk.ReadAsync(alone);
        page.ShouldContain("工资比上一份少");
        page.ShouldContain("必须，几条合起来算 · 权重");
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
        people.ShouldContain("把“必须”都改成“看重”");
        people.ShouldContain($"action=\"{People}/ranking?needFirst=true&seekers=Anyone\"");
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

    [Fact]
    public async Task Need_first_opens_ticked_only_where_the_kind_of_post_takes_groups_first()
    {
        const string ticked = "name=\"needFirst\" value=\"true\" checked";
        (await Clerk.ReadAsync(People)).ShouldNotContain(ticked);
        (await Clerk.ReadAsync(People + "?needFirst=true")).ShouldContain(ticked);
        (await Clerk.ReadAsync($"/station/postings/{County.CleaningId}/candidates")).ShouldContain(ticked);
    }

    private const string ColleagueName = "station.erhao";

    /// <summary>Another clerk of the same station, signed in in a browser of her own.</summary>
    private async Task<DeskVisitor> ColleagueAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(new CreateAccountRequest(ColleagueName, SmallCounty.Password, "吴干事", [(Role.Staff, GrantArea.Station, County.Station.Id)]))).IsDone.ShouldBeTrue();
        return await DeskVisitor.SignInAsync(Site, ColleagueName);
    }

    /// <summary>Sends a choice from the bar of a page; the address that she goes on to.</summary>
    private static async Task<string> ChooseAsync(DeskVisitor who, string page, string choice)
    {
        using var answer = await who.PostAsync("/station/today", page + "/ranking", [.. choice.Split('&').Select(field => field.Split('=')).Select(field => (field[0], field[1]))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, choice);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<string> SentToAsync(DeskVisitor who, string url)
    {
        using var answer = await who.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, url);
        return answer.Headers.Location!.OriginalString;
    }

    private string People => $"/station/postings/{County.SewingId}/candidates";

    private string Postings => string.Create(CultureInfo.InvariantCulture, $"/station/people/{County.WomanId}/postings");

    private async Task<Mobility> ReachAsync()
    {
        await using var request = Site.Services.CreateSystemScope();
        return await request.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<Worker>().Where(w => w.Id == County.WomanId).Select(w => w.Mobility).SingleAsync();
    }
}
