using System.Net;
using JobMatch.Cases;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Web.Shared.Navigation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = JobMatch.Cases.Case;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>The station's desk over HTTP: who may come, the rail and the day, cases, whose postings are to be verified.</summary>
public sealed class StationPagesTests : ClerkAtDesk
{
    [Fact]
    public async Task Every_place_of_the_rail_has_its_page()
    {
        foreach (var place in Places.StationStaff) (await Clerk.ReadAsync(place.Path)).ShouldContain("<h1");
    }

    [Theory]
    [InlineData(SmallCounty.EmployerName)]
    [InlineData(SmallCounty.SupervisorName)]
    [InlineData(SmallCounty.AdministratorName)]
    public async Task Others_are_turned_away(string account)
    {
        var other = await DeskVisitor.SignInAsync(Site, account);
        foreach (var path in new[] { "/station/today", $"/station/people/{County.WomanId}", $"/station/postings/{County.SewingId}/candidates" })
        {
            using var answer = await other.GetAsync(path);
            answer.StatusCode.ShouldNotBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task Only_who_looks_after_an_employer_is_offered_its_postings_to_verify()
    {
        var (mine, others) = await InAsync(async (services, db) =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var elsewhere = Some.Employer("安康家园扶贫车间", settlementId: County.OtherSettlement.Id);
            elsewhere.Verify(1, now);
            db.Add(elsewhere);
            await db.SaveChangesAsync();
            var (here, there) = (Some.Posting(County.ServiceId, "保洁员", PostingKind.PublicWelfare), Some.Posting(elsewhere.Id, "护林员", PostingKind.PublicWelfare));
            foreach (var posting in new[] { here, there })
            {
                posting.WelfareType = PublicWelfareType.Cleaning;
                posting.Submit(employerVerified: true, now);
                posting.State.ShouldBe(PostingState.Submitted);
            }

            db.AddRange(here, there);
            await db.SaveChangesAsync();
            return (here.Id, there.Id);
        });
        var list = await Clerk.ReadAsync("/station/postings?state=Submitted");
        list.ShouldContain("由安康家园的服务站审核");
        list.ShouldContain($"class=\"btn small\" href=\"/station/postings/{mine}\"");
        list.ShouldNotContain($"class=\"btn small\" href=\"/station/postings/{others}\"");
        (await Clerk.ReadAsync($"/station/postings/{others}")).ShouldContain("由安康家园的服务站审核");
        var own = await Clerk.ReadAsync("/station/postings?state=Submitted&mine=true");
        own.ShouldContain($"/station/postings/{mine}");
        own.ShouldNotContain($"/station/postings/{others}\"");
    }

    [Fact]
    public async Task Closing_a_case_can_be_taken_back()
    {
        var id = await InAsync(async (services, _) => (await services.GetRequiredService<AskForHelp>().RunAsync(new AskForHelpRequest { PersonId = County.WomanId, Topic = HelpTopic.UnpaidWages, Text = "三个月没发工资" }, CancellationToken.None)).Value);
        var url = $"/station/cases/{id}";
        using var closed = await Clerk.PostAsync(url, url + "/finish", ("Finish.Version", "0"), ("Finish.Outcome", "Answered"));
        (await Clerk.ReadAsync("/station/today")).ShouldContain($"action=\"{url}/reopen\"");
        using var undone = await Clerk.PostAsync("/station/today", url + "/reopen");
        (await InAsync(db => db.Set<Case>().SingleAsync(c => c.Id == id))).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task The_rail_counts_what_the_page_of_the_day_shows()
    {
        await InAsync(async (services, _) => await services.GetRequiredService<AskForHelp>().RunAsync(new AskForHelpRequest { PersonId = County.WomanId, Topic = HelpTopic.UnpaidWages, Text = "三个月没发工资" }, CancellationToken.None));
        var figures = await Clerk.ReadAsync("/station/counts");
        figures.ShouldContain("\"Today\":1");
        (await Clerk.ReadAsync("/station/today")).ShouldContain("三个月没发工资");
    }
}
