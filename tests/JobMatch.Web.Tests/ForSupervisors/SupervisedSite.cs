using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Referrals;
using JobMatch.Seed;
using JobMatch.Settlements;
using JobMatch.Workers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace JobMatch.Web.Tests.ForSupervisors;

/// <summary>The program with the tiny invented county and its counted months, a settlement in each of two townships, and one household whose clock has run out.</summary>
public sealed class SupervisedSite : IAsyncLifetime, IAsyncDisposable
{
    // The demo account of a township has the one of the tiny county's first settlement.
    private const long OwnTownship = 529_901_102;

    private readonly Site _site = new();

    /// <summary>In the township of the demo account.</summary>
    public Settlement First { get; private set; } = null!;

    public Settlement Second { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var today = TimeProvider.System.Today();
        await SeedCounty.LoadAsync(_site.Services, SeedSize.Tiny, 1, today, null, CancellationToken.None);
        await OnDbAsync(async db =>
        {
            (First, Second) = (await db.Set<Settlement>().SingleAsync(s => s.TownshipCode == OwnTownship), await db.Set<Settlement>().SingleAsync(s => s.TownshipCode != OwnTownship));
            var household = await db.Set<Household>().FirstAsync(h => h.SettlementId == First.Id);
            db.Add(new Case
            {
                Kind = CaseKind.ZeroEmploymentHousehold, SettlementId = First.Id, CountyCode = First.CountyCode, HouseholdId = household.Id,
                OpenedOn = today.AddDays(-9), FirstHelpDue = today.AddDays(-6), ClearDue = today.AddDays(-4),
            });
            // Whoever of the second settlement wants a training is on the way to a job already, and no demand counts her: one more who looks for one.
            var busy = db.Set<Referral>().Where(r => r.State == ReferralState.Trial || r.State == ReferralState.Hired).Select(r => r.PersonId);
            var seeker = await db.Set<Worker>().FirstAsync(w => w.SettlementId == Second.Id && w.Willing == true && w.ConsentsToEmployers && w.Capacity == LabourCapacity.Ordinary
                && !busy.Contains(w.Id) && !db.Set<EmploymentSpell>().Any(s => s.PersonId == w.Id && s.End == null));
            seeker.RecordWishes(seeker.Wishes with { TrainingKindIds = [1] }, seeker.WishesCheck);
            await db.SaveChangesAsync();
            return 0;
        });
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <summary>Everything that the program answers.</summary>
    public IReadOnlyList<Endpoint> Endpoints => _site.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    public HttpClient Stranger() => _site.Visitor();

    /// <summary>A visitor who has signed in with one of the demo accounts.</summary>
    public async Task<HttpClient> AsAsync(string userName)
    {
        var visitor = _site.Visitor();
        var form = Parse(await visitor.GetStringAsync("/sign-in/work"));
        var token = ((IHtmlInputElement)form.QuerySelector("input[name='__form']")!).Value;
        using var answer = await visitor.PostAsync("/sign-in/work", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["UserName"] = userName, ["Password"] = DemoAccounts.Password, ["__form"] = token,
        }));
        return visitor;
    }

    public async Task<T> OnDbAsync<T>(Func<JobMatchDbContext, Task<T>> read)
    {
        await using var request = _site.Services.CreateSystemScope();
        return await read(request.ServiceProvider.GetRequiredService<JobMatchDbContext>());
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
