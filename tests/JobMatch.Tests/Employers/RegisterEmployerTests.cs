using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Postings;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Employers;

public class RegisterEmployerTests
{
    private static readonly RegisterEmployerRequest Good = new()
    {
        Name = "幸福里制衣厂", Kind = EmployerKind.AidWorkshop, CreditCode = "91350100M000100Y43", CountyCode = Some.County, ContactName = "李厂长", ContactPhone = "13800000000",
    };

    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100M000100Y4", false)]
    [InlineData("91350100I000100Y43", false)]
    public void A_credit_code_has_a_check_character(string code, bool valid) => CreditCode.IsValid(code).ShouldBe(valid);

    [Theory, OnEachDatabase]
    public async Task An_employer_registers_waits_and_is_verified_by_its_station_only(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var (here, there) = (await county.AddAsync(Some.Settlement()), await county.AddAsync(Some.Settlement("城东")));
        var id = (await Register(county, Good with { SettlementId = here.Id })).Value;
        var employer = await county.OnDbAsync(db => db.Set<Employer>().SingleAsync());
        (employer.State, employer.IsVerified).ShouldBe((EmployerState.Registered, false));

        (await Verify(county, id, Scope.OfSettlements([there.Id]))).Refusals.ShouldHaveSingleItem().ShouldBe(Refusal.NotFound);
        (await Verify(county, id, Scope.OfEmployer(id))).IsDone.ShouldBeFalse();
        (await Verify(county, id, Scope.OfSettlements([here.Id]))).IsDone.ShouldBeTrue();
        (await county.OnDbAsync(db => db.Set<Employer>().SingleAsync())).IsVerified.ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task Each_wrong_field_is_named_and_nothing_is_stored(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        await county.AddAsync(Some.Settlement());
        var wrong = await Register(county, new RegisterEmployerRequest { CreditCode = "123", CountyCode = 110101, ContactPhone = "12" });
        wrong.Refusals.Select(r => r.Field).ShouldBe(["Name", "Kind", "CreditCode", "ContactName", "ContactPhone", "CountyCode"], ignoreOrder: true);
        (await county.OnDbAsync(db => db.Set<Employer>().CountAsync())).ShouldBe(0);
        (await Register(county, Good)).IsDone.ShouldBeTrue();
        (await Register(county, Good with { Name = "另一个名字" })).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Employer.CreditCodeTaken");
    }

    [Theory, OnEachDatabase]
    public async Task Suspending_takes_public_postings_off_the_board_and_says_so(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        var before = await county.OnDbAsync(db => db.Set<ChangeEvent>().MaxAsync(e => e.Seq));
        var employer = await county.OnDbAsync(db => db.Set<Employer>().SingleAsync(e => e.Id == market.EmployerId));
        var suspended = await county.InAsync(s => s.GetRequiredService<SuspendEmployer>().RunAsync(new SuspendEmployerRequest(employer.Id, employer.Version, "拖欠工资", 1), default));
        suspended.Value.ShouldBe(1);
        var posting = await county.OnDbAsync(db => db.Set<Posting>().SingleAsync());
        (posting.State, posting.StateReason).ShouldBe((PostingState.Paused, "EmployerSuspended"));
        var changes = await county.OnDbAsync(db => db.Set<ChangeEvent>().Where(e => e.Seq > before).Select(e => e.Kind).ToListAsync());
        changes.ShouldBe([ChangeKind.Employer, ChangeKind.Posting], ignoreOrder: true);
        var resumed = await county.InAsync(s => s.GetRequiredService<ResumePosting>().RunAsync(new ResumePostingRequest(posting.Id, posting.Version, 1), default));
        resumed.Refusals.ShouldHaveSingleItem().Code.ShouldBe("Employer.NotVerified");
    }

    private static Task<Outcome<long>> Register(TestCounty county, RegisterEmployerRequest request) =>
        county.InAsync(s => s.GetRequiredService<RegisterEmployer>().RunAsync(request, default), Scope.Nobody);

    private static Task<Outcome<int>> Verify(TestCounty county, long id, Scope scope) =>
        county.InAsync(s => s.GetRequiredService<VerifyEmployer>().RunAsync(new VerifyEmployerRequest(id, 0, 1), default), scope);
}
