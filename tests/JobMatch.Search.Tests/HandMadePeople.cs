using JobMatch.Data;
using JobMatch.EmploymentSpells;
using JobMatch.Households;
using JobMatch.TestKit;
using JobMatch.Training;
using JobMatch.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search.Tests;

/// <summary>Four workers of the hand-made county, whose own words hold all that must never reach an index.</summary>
internal sealed class HandMadePeople
{
    public const string Name = "韦桂兰";
    public const string Husband = "覃建国";
    public const string Phone = "13977112233";
    public const string IdNumber = "529901198503124428";
    public const int ForkliftSkill = 901;
    public const int HealthCertificate = 902;
    public const int SewingTraining = 1;

    /// <summary>In 幸福里, without work: sewing training passed, forklift skill, a valid certificate.</summary>
    public long Guilan { get; private set; }

    /// <summary>In 幸福里, of the same household, in work.</summary>
    public long Jianguo { get; private set; }

    /// <summary>In 城东新区: the same training, dropped out of; a certificate that ran out; has sewn in a cooperative.</summary>
    public long Chengdong { get; private set; }

    /// <summary>Died; on the ledger still.</summary>
    public long Dead { get; private set; }

    public static async Task<HandMadePeople> AddAsync(TestCounty county, long xingfuli, long chengdong)
    {
        var people = new HandMadePeople();
        var keys = county.Services.GetRequiredService<PersonalData>();
        var home = Some.Household(xingfuli);
        (home.Building, home.Address) = ("7 号楼", keys.Protect("幸福里 7 号楼 2 单元 301"));
        await county.AddAsync(home);
        var other = await county.AddAsync(Some.Household(chengdong));
        people.Guilan = await AddGuilanAsync(county, home, keys);
        people.Jianguo = await AddAsync(county, home, Husband, _ => { }, person => new EmploymentSpell
        {
            PersonId = person.Id, HouseholdId = home.Id, SettlementId = xingfuli, CountyCode = Some.County, Start = county.Today.AddDays(-30),
            Channel = Channel.NearbyEnterprise, Workplace = "云岭水泥厂",
        });
        people.Chengdong = await AddAsync(
            county, other, "陆小妹",
            worker =>
            {
                worker.Certificates.Add(new Certificate { KindId = HealthCertificate, SettlementId = chengdong, ValidTo = county.Today.AddDays(-1) });
                worker.Experience.Add(new WorkExperience { SettlementId = chengdong, OccupationId = 6050103, Workplace = "城东缝纫技能合作社", Months = 6 });
            },
            person => Training(person.Id, chengdong, TrainingResult.DroppedOut));
        people.Dead = await AddAsync(county, other, "莫老三", _ => { });
        await county.OnDbAsync(async db =>
        {
            (await db.Set<Person>().SingleAsync(p => p.Id == people.Dead)).DiedOn = county.Today.AddDays(-3);
            await db.SaveChangesAsync();
        });
        return people;
    }

    private static Task<long> AddGuilanAsync(TestCounty county, Household home, PersonalData keys) => AddAsync(
        county, home, Name,
        worker =>
        {
            worker.Skills.Add(new WorkerSkill { SkillId = ForkliftSkill, SettlementId = home.SettlementId, Level = SkillLevel.CanDo, Evidence = $"{Name}叉车结业证 {IdNumber}" });
            worker.Certificates.Add(new Certificate { KindId = HealthCertificate, SettlementId = home.SettlementId, ValidTo = county.Today.AddDays(30) });
            worker.Experience.Add(new WorkExperience { SettlementId = home.SettlementId, OccupationId = 6050103, Workplace = $"东莞制衣厂(找{Husband})", Months = 24 });
            worker.RecordWishes(
                new WorkWishes { Words = $"想在家门口做手工,我叫{Name},电话１３９ 7711 2233,住7号楼2单元301,有事找王师傅。身份证{IdNumber}", OccupationIds = [4090801] },
                new FactCheck(FactSource.Self, county.Today));
        },
        person => Training(person.Id, home.SettlementId, TrainingResult.Passed),
        person => (person.Phone, person.PhoneHash, person.IdNumber, person.IdHash) =
            (keys.Protect(Phone), keys.HashPhone(Phone), keys.Protect(IdNumber), keys.HashIdNumber(IdNumber)));

    private static TrainingRecord Training(long person, long settlement, TrainingResult result) => new()
    {
        PersonId = person, SettlementId = settlement, KindId = SewingTraining, Title = "缝纫技能班", Form = TrainingForm.PreJob, From = new DateOnly(2026, 5, 1), Result = result,
    };

    private static Task<long> AddAsync(
        TestCounty county, Household household, string name, Action<Worker> describe, Func<Person, object>? more = null, Action<Person>? identify = null) => county.OnDbAsync(async db =>
    {
        var person = Some.Person(name);
        person.MoveInto(await db.Set<Household>().SingleAsync(h => h.Id == household.Id), county.Today.AddYears(-3));
        identify?.Invoke(person);
        db.Add(person);
        await db.SaveChangesAsync();
        var worker = Some.Worker(person);
        describe(worker);
        db.Add(worker);
        if (more is not null) db.Add(more(person));
        await db.SaveChangesAsync();
        return person.Id;
    });
}
