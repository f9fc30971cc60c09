using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Fits;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Fits;

/// <summary>What the ledger's rows mean for matching, where that is more than what they say.</summary>
public class ProfileTests
{
    private const int CarLicence = 8, LorryLicence = 9, TrailerLicence = 10;
    private const int Cutter = 6050102, Storekeeper = 4020601, Ranger = 5020301;

    [Theory, OnEachDatabase]
    public async Task A_higher_driving_licence_covers_the_lower_ones_for_as_long_as_it_is_valid(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var until = county.Today.AddYears(2);
        var profile = await ProfileAsync(county, worker => worker.Certificates.Add(new Certificate { SettlementId = worker.SettlementId, KindId = TrailerLicence, ValidTo = until }));
        profile.Certificates.ShouldBe([new(TrailerLicence, until), new(LorryLicence, until), new(CarLicence, until)], ignoreOrder: true);

        var lower = await ProfileAsync(county, worker => worker.Certificates.Add(new Certificate { SettlementId = worker.SettlementId, KindId = CarLicence, ValidTo = until }));
        lower.Certificates.Select(c => c.Kind).ShouldBe([CarLicence]);
    }

    /// <summary>Heavy loads, heights, dust and poisons are forbidden to 16 and 17 year olds, whether or not somebody ticked that the work is hazardous.</summary>
    [Theory, OnEachDatabase]
    public async Task What_the_law_forbids_to_minors_is_read_from_strain_and_duties_too(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        (await PostingAsync(county, posting => posting.Strain = Strain.Light)).Hazardous.ShouldBeFalse();
        (await PostingAsync(county, posting => posting.Strain = Strain.Heavy)).Hazardous.ShouldBeTrue();
        (await PostingAsync(county, posting => posting.Duties = Duty.Heights)).Hazardous.ShouldBeTrue();
        (await PostingAsync(county, posting => posting.Duties = Duty.DustOrChemicals)).Hazardous.ShouldBeTrue();
        (await PostingAsync(county, posting => posting.Duties = Duty.LongStanding)).Hazardous.ShouldBeFalse();
        (await PostingAsync(county, posting => posting.Hazardous = true)).Hazardous.ShouldBeTrue();
    }

    /// <summary>The middle of a county is nobody's place of work: a distance to it would be made up.</summary>
    [Theory, OnEachDatabase]
    public async Task A_position_counts_only_where_there_is_one_place_to_go_to(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        (await AtAsync(QuotaPlace.Township)).ShouldNotBeNull();
        foreach (var place in (QuotaPlace[])[QuotaPlace.County, QuotaPlace.EveryVillage, QuotaPlace.OutsideCounty, QuotaPlace.OutsideProvince]) (await AtAsync(place)).ShouldBeNull();

        async Task<Position?> AtAsync(QuotaPlace place) => (await PostingAsync(county, posting => posting.Quotas[0] =
            new Quota { Place = place, RegionCode = Some.County, Latitude = 26.1, Longitude = 106.7, Vacancies = 1 })).Quotas.ShouldHaveSingleItem().Place.Position;
    }

    /// <summary>Whoever did the very work for long has not "done other work": the words compared hold it.</summary>
    [Theory, OnEachDatabase]
    public async Task The_longest_job_speaks_for_a_person_and_the_coded_work_for_a_posting(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var profile = await ProfileAsync(county, worker =>
        {
            worker.Experience.Add(new WorkExperience { SettlementId = worker.SettlementId, OccupationId = Cutter, Months = 20, To = new DateOnly(2023, 5, 1) });
            worker.Experience.Add(new WorkExperience { SettlementId = worker.SettlementId, OccupationId = Storekeeper, Months = 4, To = new DateOnly(2026, 5, 1) });
            worker.RecordWishes(new WorkWishes { Words = "想在镇上打工" }, new FactCheck(FactSource.Station, county.Today));
        });
        var posting = await PostingAsync(county, posting => (posting.Title, posting.OccupationIds) = ("服装厂招人", [Cutter]));
        posting.TextCodes.Intersect(profile.TextCodes).ShouldNotBeEmpty();
    }

    /// <summary>By the posting that the post was filled from; where the ledger knows none, by the recorded occupation.</summary>
    [Theory, OnEachDatabase]
    public async Task A_household_has_the_post_of_its_members_by_the_rule_of_the_type(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        (await ProfileAsync(county, _ => { })).HouseholdPost.ShouldBe(WelfarePost.None);
        (await HoldingAsync(Channel.NearbyEnterprise, Ranger)).ShouldBe(WelfarePost.None);
        (await HoldingAsync(Channel.PublicWelfare, null)).ShouldBe(WelfarePost.Plain);
        (await HoldingAsync(Channel.PublicWelfare, Ranger)).ShouldBe(WelfarePost.OnePerHousehold);
        (await HoldingAsync(Channel.PublicWelfare, null, PublicWelfareType.Cleaning)).ShouldBe(WelfarePost.OnePerHousehold);
        (await HoldingAsync(Channel.PublicWelfare, Ranger, PublicWelfareType.Security)).ShouldBe(WelfarePost.Plain);

        async Task<WelfarePost> HoldingAsync(Channel channel, int? occupation, PublicWelfareType type = PublicWelfareType.None)
        {
            var profile = await ProfileAsync(county, _ => { });
            var posting = type == PublicWelfareType.None ? null : Some.Posting((await county.AddAsync(Some.Employer("委" + Guid.NewGuid().ToString("N")[..6]))).Id, kind: PostingKind.PublicWelfare);
            if (posting is not null)
            {
                posting.WelfareType = type;
                await county.AddAsync(posting);
            }
            var worker = await county.OnDbAsync(db => db.Set<Worker>().AsNoTracking().SingleAsync(w => w.Id == profile.Id));
            await county.AddAsync(new EmploymentSpell
            {
                PersonId = worker.Id, HouseholdId = worker.HouseholdId, SettlementId = worker.SettlementId, CountyCode = Some.County, Start = county.Today.AddDays(-5), Channel = channel, OccupationId = occupation, PostingId = posting?.Id,
            });
            return (await county.InAsync(services => services.GetRequiredService<WorkerProfileReader>().ReadAsync([worker.Id], version: 0, default))).Single().HouseholdPost;
        }
    }

    private static async Task<WorkerProfile> ProfileAsync(TestCounty county, Action<Worker> change)
    {
        var settlement = await county.AddAsync(Some.Settlement("点" + Guid.NewGuid().ToString("N")[..6]));
        var household = await county.AddAsync(Some.Household(settlement.Id));
        var id = await county.OnDbAsync(async db =>
        {
            var person = Some.Person();
            person.MoveInto(household, new DateOnly(2019, 6, 1));
            db.Add(person);
            await db.SaveChangesAsync();
            var worker = Some.Worker(person);
            change(worker);
            db.Add(worker);
            await db.SaveChangesAsync();
            return worker.Id;
        });
        return (await county.InAsync(services => services.GetRequiredService<WorkerProfileReader>().ReadAsync([id], version: 0, default))).Single();
    }

    private static async Task<PostingProfile> PostingAsync(TestCounty county, Action<Posting> change)
    {
        var employer = Some.Employer("厂" + Guid.NewGuid().ToString("N")[..6]);
        employer.Verify(1, county.Clock.UtcNow());
        await county.AddAsync(employer);
        var posting = Some.Posting(employer.Id);
        change(posting);
        posting.Submit(employerVerified: true, county.Clock.UtcNow()).IsDone.ShouldBeTrue();
        await county.AddAsync(posting);
        return (await county.InAsync(services => services.GetRequiredService<PostingProfileReader>().ReadAsync([posting.Id], version: 0, default))).Single();
    }
}
