using System.Net;
using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Postings;
using JobMatch.Referrals;
using JobMatch.Settlements;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Tests.ForSupervisors;
using JobMatch.Workers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Access;

/// <summary>Every page × every role, and for the pages about somebody every scope, walked with the seeded county.</summary>
[Trait("Pace", "slow")]
public sealed class AccessMatrixTests(SupervisedSite site) : IClassFixture<SupervisedSite>
{
    private static readonly (string UserName, string Role)[] Accounts =
    [
        ("station1", Audiences.Staff), ("station2", Audiences.Staff), ("employer1", Audiences.Employer), ("employer2", Audiences.Employer),
        ("county", Audiences.Supervisor), ("township", Audiences.Supervisor), ("admin", Audiences.Administrator),
    ];

    [Fact]
    public async Task Each_role_comes_into_its_own_pages_only()
    {
        var pages = Pages().ToList();
        pages.Count.ShouldBeGreaterThan(60);
        pages.Select(p => p.Policy).Distinct().ShouldBe(Audiences.All.Append(null), ignoreOrder: true);
        var wrong = new List<string>();
        using (var stranger = site.Stranger())
            foreach (var page in pages) wrong.AddRange(await VisitAsync(stranger, "stranger", role: null, page));
        foreach (var (userName, role) in Accounts)
        {
            using var visitor = await site.AsAsync(userName);
            foreach (var page in pages) wrong.AddRange(await VisitAsync(visitor, userName, role, page));
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Staff_open_whom_their_station_serves_and_nobody_else()
    {
        var (mine, other) = await site.OnDbAsync(async db =>
        {
            var served = await ServedByAsync(db, "station1");
            var people = await db.Set<Worker>().Select(w => new { w.Id, w.HouseholdId, w.SettlementId }).ToListAsync();
            return (people.First(p => served.Contains(p.SettlementId)), people.First(p => !served.Contains(p.SettlementId)));
        });
        using var staff = await site.AsAsync("station1");
        foreach (var path in new[] { "/station/people/{0}", "/station/people/{0}/postings", "/station/people/{0}/edit/wishes", "/station/people/{0}/edit/capacity" })
        {
            (await StatusAsync(staff, string.Format(null, path, mine.Id))).ShouldBe(HttpStatusCode.OK, path);
            (await StatusAsync(staff, string.Format(null, path, other.Id))).ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await StatusAsync(staff, $"/station/households/{mine.HouseholdId}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(staff, $"/station/households/{other.HouseholdId}")).ShouldBe(HttpStatusCode.NotFound);
        var foreign = await site.OnDbAsync(async db =>
        {
            var served = await ServedByAsync(db, "station1");
            return await db.Set<Referral>().Where(r => !served.Contains(r.SettlementId)).Select(r => r.Id).FirstAsync();
        });
        (await StatusAsync(staff, $"/station/referrals/{foreign}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Employers_open_their_own_postings_and_nobody_elses()
    {
        var (mine, other) = await site.OnDbAsync(async db =>
        {
            var employer = await db.Set<AccountGrant>().Where(g => g.Role == Role.Employer && db.Set<Account>().Any(a => a.Id == g.AccountId && a.UserName == "employer1")).Select(g => g.TargetId).SingleAsync();
            return (await db.Set<Posting>().Where(p => p.EmployerId == employer).Select(p => p.Id).FirstAsync(), await db.Set<Posting>().Where(p => p.EmployerId != employer).Select(p => p.Id).FirstAsync());
        });
        using var visitor = await site.AsAsync("employer1");
        foreach (var path in new[] { "/employer/postings/{0}", "/employer/postings/{0}/candidates" })
        {
            (await StatusAsync(visitor, string.Format(null, path, mine))).ShouldBe(HttpStatusCode.OK, path);
            (await StatusAsync(visitor, string.Format(null, path, other))).ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task A_township_opens_its_own_settlements_only()
    {
        using var township = await site.AsAsync("township");
        (await StatusAsync(township, $"/county/settlements/{site.First.Id}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(township, $"/county/settlements/{site.Second.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(township, $"/county/training/year/{site.First.Id}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(township, $"/county/training/year/{site.Second.Id}")).ShouldBe(HttpStatusCode.NotFound);
        var household = await site.OnDbAsync(db => db.Set<Household>().Where(h => h.SettlementId == site.Second.Id).Select(h => h.Id).FirstAsync());
        (await StatusAsync(township, $"/county/households/{household}")).ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>What is wrong about a visit; nothing when role and page agree.</summary>
    private static async Task<IReadOnlyList<string>> VisitAsync(HttpClient visitor, string who, string? role, (string Path, string? Policy) page)
    {
        using var answer = await visitor.GetAsync(new Uri(page.Path, UriKind.Relative));
        var (status, sentToSignIn) = (answer.StatusCode, answer.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) == true);
        var closed = status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || (sentToSignIn && !page.Path.StartsWith("/sign-in", StringComparison.Ordinal));
        if ((int)status >= 500) return [$"{who} {page.Path}: {(int)status}"];
        if (page.Policy is null) return closed && status is not HttpStatusCode.Redirect ? [$"{who} {page.Path}: open to all, but {(int)status}"] : [];
        var mayEnter = role == page.Policy;
        return mayEnter != !closed ? [$"{who} {page.Path}: {(int)status}, its policy is {page.Policy}"] : [];
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task<List<long>> ServedByAsync(JobMatchDbContext db, string userName)
    {
        var station = await db.Set<AccountGrant>().Where(g => db.Set<Account>().Any(a => a.Id == g.AccountId && a.UserName == userName)).Select(g => g.TargetId).SingleAsync();
        return await db.Set<StationSettlement>().Where(s => s.StationId == station).Select(s => s.SettlementId).ToListAsync();
    }

    /// <summary>Every page that answers GET, with something in each of its places, and the policy that opens it (null: open to all).</summary>
    private IEnumerable<(string Path, string? Policy)> Pages() => site.Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && e.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor>() is not null)
        .Select(e => ("/" + string.Join('/', e.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(Fill)))),
            e.Metadata.GetMetadata<IAllowAnonymous>() is not null ? null : e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).LastOrDefault(p => p is not null)))
        .Where(p => !p.Item1.StartsWith("/error", StringComparison.Ordinal) && !p.Item1.StartsWith("/gallery", StringComparison.Ordinal))
        .Distinct();

    private static string Fill(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart => "1",
        _ => "",
    };
}
