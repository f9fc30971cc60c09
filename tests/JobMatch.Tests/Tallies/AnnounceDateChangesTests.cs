using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.TestKit;
using JobMatch.Tallies;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Tallies;

public class AnnounceDateChangesTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Theory, OnEachDatabase]
    public async Task What_a_date_changes_is_told_to_the_projections(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var settlement = await county.SettlementAsync();
        var home = await county.HouseholdAsync(settlement);
        async Task<Person> One() => await county.MemberAsync(home, LabourCapacity.Ordinary, willing: true);
        var (certificate, hardship, waiting, spell, untouched) = (await One(), await One(), await One(), await One(), await One());
        await county.AddAsync(new Certificate { WorkerId = certificate.Id, SettlementId = settlement.Id, KindId = 1, ValidTo = Day.AddDays(-1) });
        await county.AddAsync(new Certificate { WorkerId = untouched.Id, SettlementId = settlement.Id, KindId = 1, ValidTo = Day });
        await county.AddAsync(new HardshipAssessment { WorkerId = hardship.Id, SettlementId = settlement.Id, Group = HardshipGroup.Disabled, From = Day });
        await county.SpellAsync(spell, new DateOnly(2026, 1, 1), contractUntil: Day.AddDays(-1));
        await county.OnDbAsync(async db =>
        {
            (await db.Set<Worker>().SingleAsync(w => w.Id == waiting.Id)).WaitingSince = new DateOnly(2025, 11, 20);
            await db.SaveChangesAsync();
        });

        (await AnnounceAsync(county, Day)).Order().ShouldBe(new[] { certificate.Id, hardship.Id, waiting.Id, spell.Id }.Order());
    }

    [Theory, OnEachDatabase]
    public async Task Born_on_the_29th_of_February_has_a_birthday_every_year(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var home = await county.HouseholdAsync(await county.SettlementAsync());
        var person = await county.MemberAsync(home, LabourCapacity.Ordinary);
        await county.OnDbAsync(async db =>
        {
            (await db.Set<Person>().SingleAsync()).BirthDate = new DateOnly(2008, 2, 29);
            await db.SaveChangesAsync();
        });

        for (var day = new DateOnly(2024, 1, 2); day < new DateOnly(2029, 1, 1); day = day.AddDays(day is { Month: 2, Day: >= 26 } || day is { Month: 3, Day: 1 } ? 1 : 5))
        {
            var older = (await county.ReadAsync<Person>(person.Id)).AgeOn(day) != (await county.ReadAsync<Person>(person.Id)).AgeOn(day.AddDays(-1));
            if (day is not ({ Month: 2, Day: >= 26 } or { Month: 3, Day: <= 2 })) continue;
            (await AnnounceAsync(county, day)).Contains(person.Id).ShouldBe(older, $"{day:O}");
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_flag_of_the_household_dirties_its_members(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var home = Some.Household((await county.SettlementAsync()).Id);
        (home.MonitoredFrom, home.MonitoredTo) = (new DateOnly(2025, 1, 1), Day.AddDays(-1));
        await county.AddAsync(home);
        var person = await county.MemberAsync(home, LabourCapacity.Ordinary);
        (await AnnounceAsync(county, Day)).ShouldBe([person.Id]);
    }

    private static async Task<List<long>> AnnounceAsync(TestCounty county, DateOnly day)
    {
        var before = await county.OnDbAsync(db => db.Set<ChangeEvent>().MaxAsync(e => (long?)e.Seq)) ?? 0;
        await county.UseAsync((AnnounceDateChanges use) => use.RunAsync(day, default));
        return await county.OnDbAsync(db => db.Set<ChangeEvent>().Where(e => e.Seq > before && e.Kind == ChangeKind.Worker).Select(e => e.EntityId).ToListAsync());
    }
}
