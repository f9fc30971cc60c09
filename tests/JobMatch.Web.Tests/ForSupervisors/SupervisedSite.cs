using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobMatch.Cases;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Seed;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace JobMatch.Web.Tests.ForSupervisors;

/// <summary>The program with the tiny invented county and its counted months, its two settlements in two townships, and one household whose clock has run out.</summary>
public sealed class SupervisedSite : IAsyncLifetime, IAsyncDisposable
{
    private const long SecondTownship = 529_901_102;

    private readonly Site _site = new();

    public Settlement First { get; private set; } = null!;

    public Settlement Second { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var today = TimeProvider.System.Today();
        await SeedCounty.LoadAsync(_site.Services, SeedSize.Tiny, 1, today, null, CancellationToken.None);
        await OnDbAsync(async db =>
        {
            var ids = await db.Set<Settlement>().OrderBy(s => s.Id).Select(s => s.Id).ToListAsync();
            await db.Set<Settlement>().Where(s => s.Id == ids[1]).ExecuteUpdateAsync(set => set.SetProperty(s => s.TownshipCode, SecondTownship));
            (First, Second) = (await db.Set<Settlement>().SingleAsync(s => s.Id == ids[0]), await db.Set<Settlement>().SingleAsync(s => s.Id == ids[1]));
            var household = await db.Set<Household>().FirstAsync(h => h.SettlementId == ids[0]);
            db.Add(new Case
            {
                Kind = CaseKind.ZeroEmploymentHousehold, SettlementId = ids[0], CountyCode = First.CountyCode, HouseholdId = household.Id,
                OpenedOn = today.AddDays(-9), FirstHelpDue = today.AddDays(-6), ClearDue = today.AddDays(-4),
            });
            await db.SaveChangesAsync();
            return 0;
        });
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

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
