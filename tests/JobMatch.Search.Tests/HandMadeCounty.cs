using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Regions;
using JobMatch.Settlements;
using JobMatch.TestKit;
using JobMatch.Wages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace JobMatch.Search.Tests;

/// <summary>
/// A small county written by hand, with one posting for each thing that a search must get right and enough others that rarity means
/// something. Tests that only read share it.
/// </summary>
public sealed class HandMadeCounty<TEngine> : IAsyncLifetime, IAsyncDisposable where TEngine : ISearchEngine, new()
{
    public const long LijianTownship = 529901101;
    public const long ChengguanTownship = 529901102;
    public const int Guangdong = 441900;
    public const int SewingOccupation = 6050103;
    private readonly Dictionary<string, long> _ids = [];

    public TEngine Engine { get; } = new();

    public TestCounty County { get; private set; } = null!;

    public long Xingfuli { get; private set; }

    public long Chengdong { get; private set; }

    public long Employer { get; private set; }

    public IPostingSearch Postings => County.Services.GetRequiredService<IPostingSearch>();

    public IIndexWriter Writer => County.Services.GetRequiredService<IIndexWriter>();

    public long this[string key] => _ids[key];

    public Task InitializeAsync() => BuildAsync(DatabaseProvider.Sqlite);

    /// <summary>For tests that change the county: one of their own.</summary>
    public async Task<HandMadeCounty<TEngine>> AnotherAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var another = new HandMadeCounty<TEngine>();
        await another.BuildAsync(provider);
        return another;
    }

    public async Task DisposeAsync() => await County.DisposeAsync();

    ValueTask IAsyncDisposable.DisposeAsync() => County.DisposeAsync();

    public string KeyOf(long id) => _ids.FirstOrDefault(p => p.Value == id).Key ?? "filler";

    public Task<PostingHits> FindAsync(string words, Func<PostingQuery, PostingQuery>? with = null)
    {
        var query = new PostingQuery { Words = words };
        return Postings.SearchAsync(with is null ? query : with(query), CancellationToken.None);
    }

    public async Task<string[]> KeysAsync(string words, Func<PostingQuery, PostingQuery>? with = null) =>
        [.. (await FindAsync(words, with)).Page.Select(h => KeyOf(h.Id))];

    /// <summary>What a clerk's words are read as.</summary>
    public async Task<UnderstoodPeople> UnderstoodPeopleAsync(string typed)
    {
        await using var scope = County.Services.CreateSystemScope();
        return await scope.ServiceProvider.GetRequiredService<UnderstandPeople>().RunAsync(typed, CancellationToken.None);
    }

    /// <summary>Feeds the projections and waits until the engine shows it.</summary>
    public async Task CatchUpAsync()
    {
        await County.Services.GetRequiredService<ProjectionRunner>().DrainAsync();
        await Engine.SettleAsync(County.Services);
    }

    public async Task<long> PublishAsync(string key, string title, Action<Posting>? with = null, Quota? at = null, PostingKind kind = PostingKind.Enterprise, long? employer = null)
    {
        var posting = Draft(title, with, at, kind, employer);
        Publish(posting);
        await County.AddAsync(posting);
        return _ids[key] = posting.Id;
    }

    public Posting Draft(string title, Action<Posting>? with = null, Quota? at = null, PostingKind kind = PostingKind.Enterprise, long? employer = null)
    {
        var posting = Some.Posting(employer ?? Employer, title, kind);
        posting.Description = "包教包会,按月发薪。";
        posting.Wage = Wage.Negotiable;
        posting.Shift = Shift.Unknown;
        posting.Strain = Strain.Unknown;
        if (at is not null)
        {
            posting.Quotas.Clear();
            posting.Quotas.Add(at);
        }

        with?.Invoke(posting);
        return posting;
    }

    public async Task ChangePostingAsync(string key, Action<Posting> change) => await County.OnDbAsync(async db =>
    {
        var id = _ids[key];
        change(await db.Set<Posting>().Include(p => p.Quotas).SingleAsync(p => p.Id == id));
        await db.SaveChangesAsync();
    });

    private async Task BuildAsync(DatabaseProvider provider)
    {
        County = await TestCounty.CreateAsync(provider, services =>
        {
            services.RemoveAll<IChangeConsumer>();
            Engine.Add(services, (DataOptions)services.Single(s => s.ServiceType == typeof(DataOptions)).ImplementationInstance!);
            services.AddProjections();
        });
        await AddPlacesAsync();
        await AddFillersAsync();
        await AddAskingAsync();
        await AddTradesAsync();
        await AddSewingAsync();
        await AddOthersAsync();
        await AddHiddenAsync();
        await CatchUpAsync();
    }

    private async Task AddPlacesAsync()
    {
        await County.AddAsync(
            new Region { Code = Some.County, Name = "云山县", Level = RegionLevel.County },
            new Region { Code = LijianTownship, Name = "里建镇", Level = RegionLevel.Township, ParentCode = Some.County },
            new Region { Code = ChengguanTownship, Name = "城关镇", Level = RegionLevel.Township, ParentCode = Some.County },
            new Region { Code = Guangdong, Name = "东莞市", Level = RegionLevel.City });
        Xingfuli = (await County.AddAsync(Some.Settlement())).Id;
        Chengdong = (await County.AddAsync(new Settlement { Name = "城东新区", CountyCode = Some.County, TownshipCode = ChengguanTownship, Population = 3100, Latitude = 26.2, Longitude = 106.7 })).Id;
        Employer = (await County.AddAsync(Verified("锦绣制衣厂"))).Id;
    }

    private async Task AddFillersAsync()
    {
        var postings = Enumerable.Range(1, 120).Select(i => Draft($"养殖饲养{i}组", p => p.Description = "喂料、清圈,每天两次。")).ToList();
        postings.ForEach(Publish);
        await County.OnDbAsync(async db =>
        {
            db.AddRange(postings);
            await db.SaveChangesAsync();
        });
        County.Clock.Advance(TimeSpan.FromDays(1));
    }

    private async Task AddSewingAsync()
    {
        await PublishAsync("sewing", "缝纫工", p => (p.Description, p.OccupationIds, p.CareFriendly, p.Strain, p.Shift, p.HoursPerDay, p.Wage) =
            ("平车、锁边,会用Excel更好。", [SewingOccupation], true, Strain.Light, Shift.Day, 8, Pay(280_000, 450_000, 1_700)), In(Xingfuli), PostingKind.AidWorkshop);
        await PublishAsync("garment", "服装制作工", at: In(Chengdong));
        await PublishAsync("coded", "车间普工", p => p.OccupationIds = [SewingOccupation], In(Chengdong));
        await PublishAsync("mentions", "仓库管理员", p => p.Description = "隔壁就是缝纫工车间,负责收发布料。", In(Chengdong));
        await PublishAsync("phrase", "缝纫质检", at: In(Chengdong));
        await PublishAsync("scattered", "质检员,会缝纫优先", at: In(Chengdong));
    }

    private async Task AddOthersAsync()
    {
        await PublishAsync("guard", "保安员", p => (p.Shift, p.Duties, p.Wage) = (Shift.TwoShift, Duty.Nights, Pay(250_000, 300_000, null)), In(Chengdong));
        await PublishAsync("driver", "C1货车司机", p =>
        {
            (p.OccupationIds, p.Food, p.Lodging, p.SocialInsurance, p.Wage) = ([4020202], true, true, true, Pay(700_000, 900_000, null));
            p.Certificates.Add(new PostingCertificate { KindId = 1, Timing = CertificateTiming.NeededToApply });
        }, new Quota { Place = QuotaPlace.OutsideProvince, RegionCode = Guangdong, PlaceText = "广东东莞", Vacancies = 5 }, PostingKind.LabourExport);
        await PublishAsync("home", "串珠手工", p => p.CareFriendly = true, new Quota { Place = QuotaPlace.AtHome, Vacancies = 20 }, PostingKind.HomeWork);
        await PublishAsync(
            "villages", "保洁员", p => (p.Strain, p.Shift, p.HoursPerDay) = (Strain.Light, Shift.Day, 4),
            new Quota { Place = QuotaPlace.EveryVillage, RegionCode = Some.County, PlaceText = "各村", Vacancies = 9 }, PostingKind.PublicWelfare);
        await PublishAsync("clerk", "文员(Excel)", p => (p.EducationAsked, p.Wage) = (Education.SeniorMiddle, Pay(300_000, 350_000, null)), In(Chengdong));
        await PublishAsync("forklift", "叉车司机", p =>
        {
            p.Description = "薪酬面议。";
            p.Skills.Add(new PostingSkill { SkillId = 70, Must = true });
        }, In(Chengdong));
        await PublishAsync("gig", "搬运零工", p => (p.OccupationIds, p.Wage) = ([4020501], new Wage { Unit = WageUnit.Hour, MinFen = 2_500, HourlyFen = 2_500, Text = "25 元/小时" }), In(Xingfuli), PostingKind.Gig);
        await PublishAsync("village", "灌溉看护", p => p.Wage = new Wage { Unit = WageUnit.Day, MinFen = 25_000, MaxFen = 30_000, Text = "250–300 元/天" }.WithEquivalents(), at: new Quota { Place = QuotaPlace.Township, RegionCode = 529901102007, Vacancies = 1 });
    }

    /// <summary>Trades whose names hold each other.</summary>
    private async Task AddTradesAsync()
    {
        await PublishAsync("electrician", "电工", p => (p.OccupationIds, p.Description) = ([6310103], "不招临时工,谢绝暑假工,按月发薪。"), In(Chengdong));
        await PublishAsync("pipes", "管道安装", p => (p.OccupationIds, p.Description) = ([6290304], "工资日结,当天来当天干。"), In(Chengdong));
        await PublishAsync("welder", "焊接师傅", p =>
        {
            (p.OccupationIds, p.Description) = ([6180204], "收学徒,有夫妻房,按月发薪。");
            p.Skills.Add(new PostingSkill { SkillId = 70, Must = true });
        }, In(Chengdong));
        await PublishAsync("electronics", "电子组装", p => p.OccupationIds = [6250407], In(Chengdong));
        await PublishAsync("waiter", "服务员", p => p.Description = "端盘子、收台。", In(Chengdong));
    }

    /// <summary>What asks something of a person, and words that stand inside others.</summary>
    private async Task AddAskingAsync()
    {
        await PublishAsync("elder", "养老护理员", p =>
        {
            (p.OccupationIds, p.StatedAgeFrom, p.StatedAgeTo, p.EducationAsked, p.DaysPerMonth) = ([4100105], 30, 55, Education.JuniorMiddle, 22);
            p.Certificates.Add(new PostingCertificate { KindId = 1, Timing = CertificateTiming.ObtainableBeforeStart });
        }, In(Chengdong));
        await PublishAsync("trees", "植树管护工", p => (p.OccupationIds, p.StatedAgeTo, p.Wage) = ([5020200], 60, new Wage { Unit = WageUnit.Hour, Text = "按小时算" }), In(Chengdong));
        await PublishAsync("ward", "医院陪护", p => (p.OccupationIds, p.StatedAgeFrom, p.EducationAsked) = ([4140102], 18, Education.JuniorCollege), In(Chengdong));
        await PublishAsync("by-the-hour", "上门钟点工", p => (p.OccupationIds, p.Wage) = ([4100106], new Wage { Unit = WageUnit.Hour, Text = "按小时算" }), In(Chengdong));
        await PublishAsync("live-in", "住家家政员", p => p.OccupationIds = [4100106], In(Chengdong));
        await PublishAsync("nursery", "苗木工", p => p.OccupationIds = [5020200], In(Chengdong));
    }

    private async Task AddHiddenAsync()
    {
        var waiting = (await County.AddAsync(Some.Employer("未核实制衣厂"))).Id;
        await PublishAsync("unverified", "绣花工甲", employer: waiting);
        await PublishAsync("closing", "绣花工乙", p => p.ClosesOn = County.Today);
        await PublishAsync("past", "绣花工丙", p => p.ClosesOn = County.Today.AddDays(-1));
        await PublishAsync("paused", "绣花工丁", p => p.CareFriendly = true);
        await ChangePostingAsync("paused", p => p.Pause());
        await PublishAsync("full", "绣花工戊", at: new Quota { Place = QuotaPlace.County, RegionCode = Some.County, Vacancies = 1 });
        await ChangePostingAsync("full", p => p.Quotas[0].Take());
        _ids["draft"] = (await County.AddAsync(Draft("绣花工己"))).Id;
    }

    private static Employer Verified(string name)
    {
        var employer = Some.Employer(name);
        employer.Verify(1, TestCounty.Start.UtcDateTime);
        return employer;
    }

    private void Publish(Posting posting)
    {
        County.Clock.Advance(TimeSpan.FromMinutes(1));
        posting.Submit(employerVerified: true, County.Clock.UtcNow());
        if (!posting.IsPublic) posting.Approve(employerVerified: true, County.Clock.UtcNow());
    }

    private static Quota In(long settlement) => new() { Place = QuotaPlace.Settlement, SettlementId = settlement, Vacancies = 3 };

    private static Wage Pay(long min, long max, long? hourly) =>
        new() { Unit = WageUnit.Month, MinFen = min, MaxFen = max, MonthlyMinFen = min, MonthlyMaxFen = max, HourlyFen = hourly, Text = $"{min / 100}–{max / 100}" };
}
