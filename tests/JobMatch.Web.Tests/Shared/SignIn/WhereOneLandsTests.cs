using System.Net;
using JobMatch.TestKit;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.SignIn;

/// <summary>Whoever signs in for work lands at her own desk, or where she was going.</summary>
public sealed class WhereOneLandsTests : ForStationStaff.ClerkAtDesk
{
    [Theory]
    [InlineData(SmallCounty.StaffName, "/", "/station/today")]
    [InlineData(SmallCounty.StaffName, "/?lang=en", "/station/today")]
    [InlineData(SmallCounty.StaffName, "", "/station/today")]
    [InlineData(SmallCounty.StaffName, "https://elsewhere.example/", "/station/today")]
    [InlineData(SmallCounty.StaffName, "/station/plans?view=left", "/station/plans?view=left")]
    [InlineData(SmallCounty.EmployerName, "/", "/employer/postings")]
    [InlineData(SmallCounty.SupervisorName, "/", "/county/month")]
    [InlineData(SmallCounty.AdministratorName, "/", "/admin/accounts")]
    public async Task Each_role_lands_at_its_desk_or_where_it_was_going(string name, string wanted, string lands)
    {
        var visitor = new DeskVisitor(Site.Visitor([("Accept", "text/html")]));
        using var answer = await visitor.PostAsync("/sign-in/work", "/sign-in/work", ("UserName", name), ("Password", SmallCounty.Password), ("ReturnUrl", wanted));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(lands);
    }
}
