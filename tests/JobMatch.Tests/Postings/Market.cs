using JobMatch.Postings;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Tests;

/// <summary>A settlement, a verified employer with a public posting, and people who may be referred.</summary>
internal sealed record Market(TestCounty County, long SettlementId, long EmployerId, long PostingId)
{
    public static async Task<Market> CreateAsync(TestCounty county, int vacancies = 3)
    {
        var settlement = await county.AddAsync(Some.Settlement());
        var employer = Some.Employer(settlementId: settlement.Id);
        employer.Verify(1, TestCounty.Start.UtcDateTime);
        await county.AddAsync(employer);
        var posting = await AddPostingAsync(county, employer.Id, settlement.Id, vacancies);
        return new Market(county, settlement.Id, employer.Id, posting);
    }

    public static async Task<long> AddPostingAsync(TestCounty county, long employerId, long settlementId, int vacancies)
    {
        var posting = Some.Posting(employerId, vacancies: vacancies, settlementId: settlementId);
        posting.Submit(employerVerified: true, TestCounty.Start.UtcDateTime);
        return (await county.AddAsync(posting)).Id;
    }

    public Task<long> AddWorkerAsync(string name = "王秀英") => County.OnDbAsync(async db =>
    {
        var household = Some.Household(SettlementId);
        db.Add(household);
        await db.SaveChangesAsync();
        var person = Some.Person(name);
        person.MoveInto(household, County.Today);
        db.Add(person);
        await db.SaveChangesAsync();
        db.Add(Some.Worker(person));
        await db.SaveChangesAsync();
        return person.Id;
    });

    public Task<Posting> PostingAsync() => County.OnDbAsync(db => db.Set<Posting>().Include(p => p.Quotas).SingleAsync(p => p.Id == PostingId));
}
