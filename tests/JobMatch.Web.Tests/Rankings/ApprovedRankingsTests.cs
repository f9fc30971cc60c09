using System.Globalization;
using System.Text;
using JobMatch.Data;
using JobMatch.Fits;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Seed;
using JobMatch.Settlements;
using JobMatch.TestKit;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Fits;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Postings;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Rankings;

/// <summary>Who comes first in the tiny county, in the words that a clerk reads: a change of the formula, of the words or of what is known shows here, and somebody has to agree to it.</summary>
public sealed class ApprovedRankingsTests : IAsyncLifetime, IAsyncDisposable
{
    private const int TopPeople = 3;
    private const int TopPostings = 4;
    private const int People = 10;

    private readonly Site _site = new() { Clock = new TestClock(TestCounty.Start) };

    public async Task InitializeAsync()
    {
        await SeedCounty.LoadAsync(_site.Services, SeedSize.Tiny, 1, new DateOnly(2026, 11, 15), null, CancellationToken.None);
        await _site.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Rankings_of_the_tiny_county_are_as_approved() => Approved.ShouldBe(await WriteAsync(), "Rankings", "tiny-county");

    [Fact]
    public void A_difference_is_told_by_its_heading_and_lines()
    {
        var told = Approved.Difference(["# a", "one", "two", "# b", "three"], ["# a", "one", "two", "# b", "four", "three"]);
        told.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldBe(["# b", "+ four"]);
        Approved.Difference(["# a", "one"], ["# a"]).ShouldContain("- one");
    }

    private async Task<string> WriteAsync()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        await using var request = _site.Services.CreateSystemScope();
        var services = request.ServiceProvider;
        var db = services.GetRequiredService<JobMatchDbContext>();
        var settlements = await db.Set<Settlement>().ToDictionaryAsync(s => s.Id);
        services.GetRequiredService<CurrentScope>().Use(Scope.OfSettlements(settlements.Keys));
        var written = new StringBuilder();
        written.Append("# 试点小县的排名\n\n2026 年 11 月 15 日，种子 1。岗位按编号排，每个岗位列最前面的 ").Append(TopPeople).Append(" 人；再选 ").Append(People).Append(" 个人，每人列最前面的 ").Append(TopPostings).Append(" 个岗位。\n分数后面是「胜任 · 合意 · 把握」；括号里是这条理由占的分。\n");
        await PostingsAsync(written, services, settlements);
        await PeopleAsync(written, services);
        return written.ToString();
    }

    private static async Task PostingsAsync(StringBuilder written, IServiceProvider services, Dictionary<long, Settlement> settlements)
    {
        var (db, fits, jobs) = (services.GetRequiredService<JobMatchDbContext>(), services.GetRequiredService<FitView>(), services.GetRequiredService<PostingTexts>());
        written.Append("\n# 岗位\n");
        foreach (var posting in await db.Set<Posting>().Include(p => p.Employer).Include(p => p.Quotas).Where(p => p.State == PostingState.Published).OrderBy(p => p.Id).ToListAsync())
        {
            var needFirst = posting.Kind == PostingKind.PublicWelfare;
            var ranking = (await fits.WorkersForPostingAsync(posting.Id, TopPeople, Audience.Station, null, needFirst, Seekers.WillingAndUnemployed, CancellationToken.None)).ShouldNotBeNull();
            written.Append(CultureInfo.InvariantCulture, $"\n## {posting.Id} {posting.Title} · {posting.Employer!.Name} · {jobs.Place(posting, settlements)} · {jobs.Pay(posting.Wage)} · 空缺 {posting.OpenVacancies}{(needFirst ? " · 困难优先" : "")}\n\n可以去的 {ranking.EligibleInScope} 人\n");
            foreach (var row in ranking.Best) Write(written, services, $"{row.Person.Name}（{Describe(services, row.Person)}）", row.Fit);
        }
    }

    /// <summary>Every so many people of those who want to work, so that both settlements, both sexes and several trades are there.</summary>
    private static async Task PeopleAsync(StringBuilder written, IServiceProvider services)
    {
        var (db, fits, jobs) = (services.GetRequiredService<JobMatchDbContext>(), services.GetRequiredService<FitView>(), services.GetRequiredService<PostingTexts>());
        var all = await db.Set<Worker>().Where(w => w.Willing == true && w.Capacity != LabourCapacity.Unknown).OrderBy(w => w.Id).Select(w => w.Id).ToListAsync();
        written.Append("\n# 人\n");
        foreach (var id in all.Where((_, i) => i % (all.Count / People) == 0).Take(People))
        {
            var person = await db.Set<Person>().SingleAsync(p => p.Id == id);
            if (await fits.PostingsForWorkerAsync(id, TopPostings, Audience.Station, null, CancellationToken.None) is not { } ranking) continue;
            written.Append(CultureInfo.InvariantCulture, $"\n## {person.Name}（{Describe(services, person)}）\n\n可以去的岗位 {ranking.Eligible} 个\n");
            foreach (var row in ranking.Best) Write(written, services, $"{row.Posting.Title} · {row.Posting.Employer!.Name} · {jobs.Pay(row.Posting.Wage)}", row.Fit);
        }
    }

    private static string Describe(IServiceProvider services, Person person) => $"{services.GetRequiredService<Texts>().Of(person.Sex)} {services.GetRequiredService<Say>().Age(person.BirthDate)}，编号 {person.Id}";

    private static void Write(StringBuilder written, IServiceProvider services, string whom, Fit fit)
    {
        var words = services.GetRequiredService<FitTexts>();
        written.Append(CultureInfo.InvariantCulture, $"\n- **{fit.Score}** {whom} — 胜任 {fit.SuitsPost} · 合意 {fit.SuitsPerson} · 把握 {fit.Confidence}\n");
        foreach (var (side, name) in new[] { (Side.SuitsPost, "胜任"), (Side.SuitsPerson, "合意") })
            written.Append("  - ").Append(name).Append('：').AppendJoin("；", fit.Reasons.Where(r => r.Side == side && r.Points > 0).Select(r => $"{words.Of(r)}（{r.Points}）")).Append('\n');
        if (fit.Reasons.Any(r => r.Side is null)) written.Append("  - 另外：").AppendJoin("；", fit.Reasons.Where(r => r.Side is null).Select(words.Of)).Append('\n');
        if (fit.Gaps.Count > 0) written.Append("  - 还缺：").AppendJoin("；", fit.Gaps.OrderBy(g => (int)g.Code).Select(g => words.Of(g, Audience.Station))).Append('\n');
    }
}
