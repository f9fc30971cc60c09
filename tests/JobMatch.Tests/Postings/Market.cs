using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Workers;
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

    /// <summary>Another of somebody's household.</summary>
    public Task<long> AddRelativeAsync(long of, string name = "王大山") => County.OnDbAsync(async db =>
    {
        var person = Some.Person(name);
        person.MoveInto(await db.Set<Household>().SingleAsync(h => h.Members.Any(m => m.Id == of)), County.Today);
        db.Add(person);
        await db.SaveChangesAsync();
        db.Add(Some.Worker(person));
        await db.SaveChangesAsync();
        return person.Id;
    });

    /// <summary>Work that goes on since a month ago.</summary>
    public Task<long> AddSpellAsync(long person, Channel channel, int? occupation = null) => County.OnDbAsync(async db =>
    {
        var worker = await db.Set<Worker>().SingleAsync(w => w.Id == person);
        var spell = new EmploymentSpell
        {
            PersonId = person, HouseholdId = worker.HouseholdId, SettlementId = worker.SettlementId, CountyCode = worker.CountyCode, Start = County.Today.AddDays(-30),
            Channel = channel, Workplace = "镇上", OccupationId = occupation, Check = new FactCheck(FactSource.Station, County.Today),
        };
        db.Add(spell);
        await db.SaveChangesAsync();
        return spell.Id;
    });

    public async Task<long> AddWelfarePostingAsync(PublicWelfareType type, int vacancies = 1)
    {
        var posting = await AddPostingAsync(County, EmployerId, SettlementId, vacancies);
        await MakeWelfareAsync(posting, type);
        return posting;
    }

    public Task<int> MakeWelfareAsync(long posting, PublicWelfareType type) => County.OnDbAsync(db => db.Set<Posting>().Where(p => p.Id == posting)
        .ExecuteUpdateAsync(s => s.SetProperty(p => p.Kind, PostingKind.PublicWelfare).SetProperty(p => p.WelfareType, type)));

    public Task<Posting> PostingAsync() => County.OnDbAsync(db => db.Set<Posting>().Include(p => p.Quotas).SingleAsync(p => p.Id == PostingId));
}
