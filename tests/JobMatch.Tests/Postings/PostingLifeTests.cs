using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Wages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

public class PostingLifeTests
{
    [Theory, OnEachDatabase]
    public async Task A_posting_is_saved_handed_in_and_public_and_a_bait_waits_for_a_station(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var employer = Scope.OfEmployer(market.EmployerId);
        var form = Form(market);
        var honest = (await Save(county, form, employer)).Value;
        var bait = (await Save(county, form with { Description = "入职交押金300元" }, employer)).Value;
        foreach (var id in (long[])[honest, bait])
            (await county.InAsync(s => s.GetRequiredService<SubmitPosting>().RunAsync(new SubmitPostingRequest(id, 0, 1, LeaveOpen: true), default), employer)).IsDone.ShouldBeTrue();
        (await State(county, honest)).ShouldBe(PostingState.Published);
        (await State(county, bait)).ShouldBe(PostingState.Submitted);
        (await county.InAsync(s => s.GetRequiredService<ApprovePosting>().RunAsync(new ApprovePostingRequest(bait, 1, 1, LeaveOpen: true), default), employer)).IsDone.ShouldBeFalse();
        (await county.InAsync(s => s.GetRequiredService<SendBackPosting>().RunAsync(new SendBackPostingRequest(bait, 1, 1, "不得收押金"), default), Scope.OfSettlements([market.SettlementId]))).IsDone.ShouldBeTrue();
        (await State(county, bait)).ShouldBe(PostingState.SentBack);
        (await Save(county, form, Scope.OfEmployer(market.EmployerId + 1))).IsDone.ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task A_copy_has_the_hours_a_month_that_were_stated_not_those_that_days_come_to(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var form = Form(market);
        (await CopiedAsync(form with { HoursPerDay = 8, DaysPerMonth = 26, HoursPerMonth = null })).ShouldBeNull("a corrected day has to count");
        (await CopiedAsync(form with { HoursPerDay = null, DaysPerMonth = 10, HoursPerMonth = 20 })).ShouldBe(20);
        (await CopiedAsync(form with { HoursPerDay = null, DaysPerMonth = null, HoursPerMonth = 20 })).ShouldBe(20);

        async Task<int?> CopiedAsync(SavePostingRequest request)
        {
            var employer = Scope.OfEmployer(market.EmployerId);
            var id = (await Save(county, request, employer)).Value;
            var copied = await county.InAsync(s => s.GetRequiredService<CopyPosting>().RunAsync(new CopyPostingRequest(market.EmployerId, 1, id), default), employer);
            copied.Value!.DaysPerMonth.ShouldBe(request.DaysPerMonth);
            return copied.Value.HoursPerMonth;
        }
    }

    /// <summary>Let through with a fee of 100 for clothes at 2,500 to 4,000 a month, then changed again and again.</summary>
    [Theory, OnEachDatabase]
    public async Task An_approval_covers_only_what_the_station_saw(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var form = Form(market) with { Description = "入职先交服装费100元。" };
        var id = (await Save(county, form, Scope.OfEmployer(market.EmployerId))).Value;
        (await county.InAsync(s => s.GetRequiredService<SubmitPosting>().RunAsync(new SubmitPostingRequest(id, 0, 1, LeaveOpen: true), default), Scope.OfEmployer(market.EmployerId))).IsDone.ShouldBeTrue();
        await ApproveAsync();
        (await ChangeAsync(form with { WageMaxFen = 380_000 })).ShouldBe(PostingState.Published, "less pay than was seen");
        (await ChangeAsync(form)).ShouldBe(PostingState.Published, "what was seen");
        (await ChangeAsync(form with { Title = "缝纫学徒", Description = "管教会。入职先交服装费100元。" })).ShouldBe(PostingState.Published, "other words, the same fee");

        (await ChangeAsync(form with { WageMaxFen = 450_000 })).ShouldBe(PostingState.Submitted, "more pay");
        (await SeenAsync()).Wage.MaxFen.ShouldBe(400_000);
        (await SeenAsync()).ByStation.ShouldBe(true);
        (await PublicTitleAsync()).ShouldBe("缝纫学徒", "the change waits, its title too");
        (await ChangeAsync(form with { Title = "再改的名字", WageMaxFen = 450_000 })).ShouldBe(PostingState.Submitted, "changed once more while it waits");
        (await PublicTitleAsync()).ShouldBe("缝纫学徒");
        await ApproveAsync();
        (await PublicTitleAsync()).ShouldBe("再改的名字");
        (await SeenAsync()).Wage.MaxFen.ShouldBe(450_000);
        (await ChangeAsync(form with { Description = "入职先交服装费300元。" })).ShouldBe(PostingState.Submitted, "a higher fee under the same flag");
        await ApproveAsync();
        (await ChangeAsync(form with { Description = "入职先交服装费300元。上岗再交押金500元。" })).ShouldBe(PostingState.Submitted, "another fee beside it");
        await ApproveAsync();
        (await ChangeAsync(form with { Description = "入职先交服装费300元。上岗再交押金500元。轻松月入二十万，日结万元。" })).ShouldBe(PostingState.Submitted, "another flag");
        await ApproveAsync();

        (await ChangeAsync(form with { Description = "长白班", WageMaxFen = 480_000 })).ShouldBe(PostingState.Published, "nothing to flag any more");
        (await ChangeAsync(form with { Description = "入职先交服装费300元。", WageMaxFen = 480_000 })).ShouldBe(PostingState.Submitted, "the old fee, at pay that nobody saw with it");

        async Task<PostingState> ChangeAsync(SavePostingRequest to)
        {
            (await Save(county, to with { PostingId = id, Version = await VersionAsync() }, Scope.OfEmployer(market.EmployerId))).Refusals.ShouldBeEmpty();
            return await State(county, id);
        }

        async Task ApproveAsync()
        {
            (await State(county, id)).ShouldBe(PostingState.Submitted);
            var version = await VersionAsync();
            (await county.InAsync(s => s.GetRequiredService<ApprovePosting>().RunAsync(new ApprovePostingRequest(id, version, 1, LeaveOpen: true), default), Scope.OfSettlements([market.SettlementId]))).IsDone.ShouldBeTrue();
            (await State(county, id)).ShouldBe(PostingState.Published);
        }

        async Task<string> PublicTitleAsync() => (await county.OnDbAsync(db => db.Set<Posting>().SingleAsync(p => p.Id == id))).PublicTitle;

        Task<int> VersionAsync() => county.OnDbAsync(db => db.Set<Posting>().Where(p => p.Id == id).Select(p => p.Version).SingleAsync());
        async Task<PostingSeen> SeenAsync() => (await county.OnDbAsync(db => db.Set<Posting>().SingleAsync(p => p.Id == id))).Seen.ShouldNotBeNull();
    }

    /// <summary>Public since before it was noted what a station saw: what stands there counts as seen.</summary>
    [Theory, OnEachDatabase]
    public async Task A_posting_without_a_flag_may_raise_its_pay_and_waits_when_it_earns_one(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var form = Form(market);
        var id = (await Save(county, form, Scope.OfEmployer(market.EmployerId))).Value;
        (await county.InAsync(s => s.GetRequiredService<SubmitPosting>().RunAsync(new SubmitPostingRequest(id, 0, 1, LeaveOpen: true), default), Scope.OfEmployer(market.EmployerId))).IsDone.ShouldBeTrue();
        (await Save(county, form with { PostingId = id, Version = 1, WageMaxFen = 500_000 }, Scope.OfEmployer(market.EmployerId))).IsDone.ShouldBeTrue();
        (await State(county, id)).ShouldBe(PostingState.Published);
        (await Save(county, form with { PostingId = id, Version = 2, WageMaxFen = 500_000, Description = "上岗交押金500元" }, Scope.OfEmployer(market.EmployerId))).IsDone.ShouldBeTrue();
        var posting = await county.OnDbAsync(db => db.Set<Posting>().SingleAsync(p => p.Id == id));
        (posting.State, posting.Seen!.Flag, posting.Seen.ByStation).ShouldBe((PostingState.Submitted, "", false), "it became public by itself");
    }

    /// <summary>Its employer was not verified when it was handed in: a station looked though nothing in it was flagged.</summary>
    [Theory, OnEachDatabase]
    public async Task An_approval_without_a_flag_is_an_approval(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var waits = Some.Posting(market.EmployerId, settlementId: market.SettlementId);
        waits.Submit(employerVerified: false, TestCounty.Start.UtcDateTime).IsDone.ShouldBeTrue();
        var id = (await county.AddAsync(waits)).Id;
        (await county.InAsync(s => s.GetRequiredService<ApprovePosting>().RunAsync(new ApprovePostingRequest(id, 0, 1, LeaveOpen: true), default), Scope.OfSettlements([market.SettlementId]))).Refusals.ShouldBeEmpty();
        var own = PostingForm.Of(await county.OnDbAsync(db => db.Set<Posting>().Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates).SingleAsync(p => p.Id == id)), 1);
        (await Save(county, own with { Description = "上岗交押金500元", LeaveOpen = true }, Scope.OfEmployer(market.EmployerId))).Refusals.ShouldBeEmpty();
        var posting = await county.OnDbAsync(db => db.Set<Posting>().SingleAsync(p => p.Id == id));
        (posting.State, posting.Seen!.ByStation).ShouldBe((PostingState.Submitted, true));
    }

    [Theory, OnEachDatabase]
    public async Task Words_that_name_another_pay_than_the_numbers_are_refused(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var form = Form(market) with { WageUnit = WageUnit.Month, WageMinFen = 2_000_000, WageMaxFen = 3_000_000 };
        (await Save(county, form with { Description = "请联系李师傅，身份证 11010519491231002X" }, Scope.OfEmployer(market.EmployerId))).Refusals.Select(r => (r.Code, r.Field)).ShouldBe([("Posting.IdNumber", "Description")]);
        (await Save(county, form with { WageText = "3000-4100元/月" }, Scope.OfEmployer(market.EmployerId))).Refusals.Select(r => (r.Code, r.Field)).ShouldBe([("Posting.WageTextDiffers", "WageText")]);
        foreach (var words in new[] { "", "20000-30000元/月", "试用期15000元/月", "另有餐补200-300元/天" })
            (await Save(county, form with { WageText = words }, Scope.OfEmployer(market.EmployerId))).Refusals.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Every_wrong_field_is_named(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var wrong = Form(market) with
        {
            Title = "女普工", Description = "须本地户口", WageMinFen = 500_000, WageMaxFen = 300_000, HoursPerDay = 25, ClosesOn = county.Today.AddDays(-1),
            Quotas = [new SavePostingQuota(null, QuotaPlace.Settlement, null, null, "", 1000)],
        };
        var refusals = (await Save(county, wrong, Scope.OfEmployer(market.EmployerId))).Refusals;
        refusals.Select(r => (r.Code, r.Field)).ShouldBe([
            ("Posting.UnlawfulDemand.Sex", "Title"), ("Posting.UnlawfulDemand.Hukou", "Description"), ("Posting.WageOrder", "WageMaxFen"), ("OutOfRange", "HoursPerDay"),
            ("Posting.ClosesInPast", "ClosesOn"), ("OutOfRange", "Quotas[0].Vacancies"), ("Required", "Quotas[0].SettlementId")], ignoreOrder: true);
        (await Save(county, Form(market) with { Title = new string('工', 41) }, Scope.OfEmployer(market.EmployerId))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("TooLong");
    }

    [Theory, OnEachDatabase]
    public async Task Unconfirmed_postings_are_asked_about_and_then_close(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        Task<PostingsExpired> On(int days) => county.InAsync(s => s.GetRequiredService<ExpirePostings>().RunAsync(county.Today.AddDays(days), default));
        (await On(29)).AskedIds.ShouldBeEmpty();
        (await On(30)).AskedIds.ShouldBe([market.PostingId]);
        (await On(30)).AskedIds.ShouldBeEmpty();
        (await On(59)).Unconfirmed.ShouldBe(0);
        (await On(60)).Unconfirmed.ShouldBe(1);
        (await State(county, market.PostingId)).ShouldBe(PostingState.Closed);
    }

    [Theory, OnEachDatabase]
    public async Task A_report_is_looked_into_and_may_close_the_posting(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        (await county.InAsync(s => s.GetRequiredService<ReportPosting>().RunAsync(new ReportPostingRequest(market.PostingId, PostingReportReason.Fee, "要交钱"), default), Scope.Nobody)).IsDone.ShouldBeTrue();
        var report = await county.OnDbAsync(db => db.Set<PostingReport>().SingleAsync());
        var close = new CloseReportRequest(report.Id, "属实", ClosePosting: true, By: 4);
        (await county.InAsync(s => s.GetRequiredService<CloseReport>().RunAsync(close, default), Scope.OfEmployer(market.EmployerId))).IsDone.ShouldBeFalse();
        (await county.InAsync(s => s.GetRequiredService<CloseReport>().RunAsync(close, default), Scope.OfSettlements([market.SettlementId]))).IsDone.ShouldBeTrue();
        (await State(county, market.PostingId)).ShouldBe(PostingState.Closed);
    }

    private static SavePostingRequest Form(Market market) => new()
    {
        // What stands open in the words is for LeftOpenTests.
        LeaveOpen = true, EmployerId = market.EmployerId, Kind = PostingKind.AidWorkshop, Title = "缝纫工", Description = "平车，长白班", WageUnit = WageUnit.Piece, WageMinFen = 250_000, WageMaxFen = 400_000,
        Quotas = [new SavePostingQuota(null, QuotaPlace.Settlement, market.SettlementId, null, "", 5)],
    };

    private static Task<Outcome<long>> Save(TestCounty county, SavePostingRequest request, Scope scope) => county.InAsync(s => s.GetRequiredService<SavePosting>().RunAsync(request, default), scope);

    private static Task<PostingState> State(TestCounty county, long id) => county.OnDbAsync(db => db.Set<Posting>().Where(p => p.Id == id).Select(p => p.State).SingleAsync());
}
