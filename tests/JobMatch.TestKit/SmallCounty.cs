using JobMatch.Accounts;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Regions;
using JobMatch.Settlements;
using JobMatch.Wages;
using JobMatch.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.TestKit;

/// <summary>
/// A county small enough to know by heart, for tests that open pages: two settlements with their stations, a family that shares a phone, a person of whom too little
/// is recorded, two employers with five public postings, and an account of each audience. Names and numbers are invented.
/// </summary>
public sealed class SmallCounty
{
    /// <summary>王秀英 and her husband 李建国 both have it on the ledger.</summary>
    public const string FamilyPhone = "13800000001";

    /// <summary>赵小花's, whose labour capacity nobody recorded.</summary>
    public const string LonePhone = "13800000002";

    /// <summary>On nobody's ledger row.</summary>
    public const string UnknownPhone = "13900000009";

    public const string Password = "mima-2026-xian";
    public const string StaffName = "station.xingfuli";
    public const string EmployerName = "employer.gongchang";
    public const string SupervisorName = "county.jiuye";
    public const string AdministratorName = "admin.xian";

    public required Settlement Settlement { get; init; }

    public required Settlement OtherSettlement { get; init; }

    public required Station Station { get; init; }

    /// <summary>王秀英: sews, goes as far as the county, wants day shifts; last four 0021.</summary>
    public required long WomanId { get; init; }

    /// <summary>李建国, her husband, same phone; last four 0012.</summary>
    public required long ManId { get; init; }

    /// <summary>赵小花 of the other settlement; last four 002X.</summary>
    public required long UnknownCapacityId { get; init; }

    /// <summary>幸福里社区工厂, verified, in the first settlement.</summary>
    public required long FactoryId { get; init; }

    /// <summary>黔山物业, verified.</summary>
    public required long ServiceId { get; init; }

    /// <summary>缝纫工 at the factory: fits the woman.</summary>
    public required long SewingId { get; init; }

    /// <summary>小区保洁员, public-welfare, part-time.</summary>
    public required long CleaningId { get; init; }

    public required long StaffAccountId { get; init; }

    private static readonly Lazy<Task<(TestCounty Made, SmallCounty County)>> Template = new(MakeTemplateAsync);

    /// <summary>
    /// Puts it into the data folder of a program that has not started yet: a copy of one that was made before, since writing it takes longer than most tests.
    /// What is given back is the same object for all.
    /// </summary>
    public static async Task<SmallCounty> CopyToAsync(string folder)
    {
        var (made, county) = await Template.Value;
        made.CopyTo(folder);
        return county;
    }

    private static async Task<(TestCounty Made, SmallCounty County)> MakeTemplateAsync()
    {
        var made = await TestCounty.CreateAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.DisposeAsync().AsTask().GetAwaiter().GetResult();
        made.Clock.Set(TimeProvider.System.GetUtcNow());
        var county = await AddToAsync(made.Services);
        made.FoldWal();
        return (made, county);
    }

    /// <summary>Writes it through the program's own services, under the system's scope.</summary>
    public static async Task<SmallCounty> AddToAsync(IServiceProvider services)
    {
        await using var request = services.CreateSystemScope();
        var of = request.ServiceProvider;
        var db = of.GetRequiredService<JobMatchDbContext>();
        var personal = of.GetRequiredService<PersonalData>();
        var now = of.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

        db.Add(new Region { Code = Some.County, Name = "黔山县", Level = RegionLevel.County });
        db.Add(new Region { Code = Some.Township, Name = "河东镇", Level = RegionLevel.Township, ParentCode = Some.County });
        var settlement = Some.Settlement();
        var other = new Settlement { Name = "安康家园", CountyCode = Some.County, TownshipCode = Some.Township, Population = 640, Latitude = 26.13, Longitude = 106.63 };
        db.AddRange(settlement, other);
        await db.SaveChangesAsync();
        var station = StationOf("幸福里就业服务站", StationKind.Station, "0859-6110001", settlement.Id);
        db.AddRange(station, StationOf("安康家园就业服务窗口", StationKind.Window, "0859-6110002", other.Id));

        var family = Some.Household(settlement.Id);
        var woman = Person(personal, Some.Person(), "529901198503120021", FamilyPhone, family, settlement.Id);
        var man = Person(personal, Some.Person("李建国", 1982, Sex.Male, RelationToHead.Spouse), "529901198203120012", FamilyPhone, family, settlement.Id);
        var alone = Some.Household(other.Id);
        var lone = Person(personal, Some.Person("赵小花", 1996), "52990119960312002X", LonePhone, alone, other.Id);
        db.AddRange(family, alone);
        await db.SaveChangesAsync();
        // Who lives where on a day is read from the dated memberships.
        db.AddRange(new[] { woman, man, lone }.Select(p => new HouseholdMembership { PersonId = p.Id, HouseholdId = p.HouseholdId, SettlementId = p.SettlementId, From = new DateOnly(2019, 6, 1) }));
        db.AddRange(Seamstress(woman), Some.Worker(man), new Worker { Id = lone.Id, HouseholdId = lone.HouseholdId, SettlementId = other.Id, CountyCode = Some.County });

        var factory = Some.Employer(settlementId: settlement.Id);
        var service = Some.Employer("黔山物业服务公司", EmployerKind.Enterprise);
        foreach (var employer in new[] { factory, service }) employer.TrustImport("small county", now);
        db.AddRange(factory, service);
        await db.SaveChangesAsync();
        var postings = Postings(factory.Id, service.Id, settlement.Id);
        foreach (var posting in postings) Publish(posting, now.AddDays(-1));
        db.AddRange(postings);
        await db.SaveChangesAsync();

        await AccountAsync(of, EmployerName, "吴厂长", Role.Employer, GrantArea.Employer, factory.Id);
        await AccountAsync(of, SupervisorName, "郑科长", Role.Supervisor, GrantArea.County, Some.County);
        await AccountAsync(of, AdministratorName, "管理员", Role.Administrator, GrantArea.System, 0);
        return new SmallCounty
        {
            Settlement = settlement,
            OtherSettlement = other,
            Station = station,
            WomanId = woman.Id,
            ManId = man.Id,
            UnknownCapacityId = lone.Id,
            FactoryId = factory.Id,
            ServiceId = service.Id,
            SewingId = postings[0].Id,
            CleaningId = postings[1].Id,
            StaffAccountId = await AccountAsync(of, StaffName, "周站长", Role.Staff, GrantArea.Station, station.Id),
        };
    }

    /// <summary>Makes a posting public, as its employer or a station would.</summary>
    public static void Publish(Posting posting, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(posting);
        posting.Submit(employerVerified: true, at);
        if (posting.State == PostingState.Submitted) posting.Approve(employerVerified: true, at);
    }

    private static Station StationOf(string name, StationKind kind, string phone, long settlementId)
    {
        var station = new Station { Name = name, Kind = kind, CountyCode = Some.County, Phone = phone, Address = "社区服务中心一楼", OpeningHours = "周一到周六 8:30–17:30" };
        station.Serves.Add(new StationSettlement { SettlementId = settlementId });
        return station;
    }

    private static Person Person(PersonalData personal, Person person, string idNumber, string phone, Household household, long settlementId)
    {
        (person.SettlementId, person.IdNumber, person.IdHash) = (settlementId, personal.Protect(idNumber), personal.HashIdNumber(idNumber));
        (person.Phone, person.PhoneHash) = (personal.Protect(phone), personal.HashPhone(phone));
        household.Members.Add(person);
        return person;
    }

    private static Worker Seamstress(Person person)
    {
        var check = new FactCheck(FactSource.Station, new DateOnly(2026, 10, 1));
        var worker = Some.Worker(person);
        worker.Skills.Add(new WorkerSkill { SettlementId = person.SettlementId, SkillId = 1, Level = SkillLevel.Junior, Evidence = "结业证 2025-06", Check = check });
        worker.Experience.Add(new WorkExperience { SettlementId = person.SettlementId, OccupationId = 6050103, Workplace = "东莞服装厂", Months = 40 });
        worker.RecordWishes(new WorkWishes { Kinds = PostingKinds.AidWorkshop | PostingKinds.PublicWelfare, OccupationIds = [6050103], Shifts = Shifts.Day, WageFloorFen = 250_000, CareFriendly = true }, check);
        return worker;
    }

    private static Posting[] Postings(long factory, long service, long settlement)
    {
        var sewing = Some.Posting(factory, "缝纫工（书包加工）", settlementId: settlement);
        (sewing.OccupationIds, sewing.CareFriendly, sewing.Food) = ([6050103], true, true);
        sewing.Skills.Add(new PostingSkill { SkillId = 1, Must = true });
        sewing.Certificates.Add(new PostingCertificate { KindId = 1, Timing = CertificateTiming.ObtainableBeforeStart });
        var cleaning = Some.Posting(service, "小区保洁员", PostingKind.PublicWelfare, 2, settlement);
        cleaning.WelfareType = PublicWelfareType.Cleaning;
        cleaning.HoursPerDay = 4;
        cleaning.Wage = new Wage { Unit = WageUnit.Month, MinFen = 90_000, MaxFen = 90_000, HoursPerMonth = 80 }.WithEquivalents();
        cleaning.Description = "打扫小区道路和楼道，每天半天。";
        var ironing = Some.Posting(factory, "熨烫工", settlementId: settlement);
        ironing.Description = "整烫书包，站着干活。";
        var guard = Some.Posting(service, "夜班保安", PostingKind.Enterprise);
        (guard.Shift, guard.Duties, guard.Lodging, guard.Description) = (Shift.Night, Duty.Nights, true, "夜间巡逻，管住。");
        guard.Wage = new Wage { Unit = WageUnit.Month, MinFen = 320_000, MaxFen = 360_000 }.WithEquivalents();
        var loading = Some.Posting(service, "装卸零工", PostingKind.Gig, 6);
        (loading.Strain, loading.Shift, loading.Description) = (Strain.Heavy, Shift.Flexible, "超市卸货，当天结钱。");
        loading.Wage = new Wage { Unit = WageUnit.Day, MinFen = 18_000, MaxFen = 20_000 }.WithEquivalents();
        return [sewing, cleaning, ironing, guard, loading];
    }

    private static async Task<long> AccountAsync(IServiceProvider services, string name, string displayName, Role role, GrantArea area, long target)
    {
        var made = await services.GetRequiredService<CreateAccount>().RunAsync(new CreateAccountRequest(name, Password, displayName, [(role, area, target)]));
        return made.IsDone ? made.Value!.Id : throw new InvalidOperationException(string.Join("; ", made.Refusals));
    }
}
