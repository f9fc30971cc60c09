using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;

namespace JobMatch.Search.Tests.Queries;

/// <summary>Queries drawn from the words, places and filters that the hand-made county knows, and some that it does not; the same on every run.</summary>
public static class GeneratedQueries
{
    public const int Count = 200;

    private static readonly string[] Words =
    [
        "缝纫工", "缝纫", "质检", "保安", "司机", "工", "养殖", "饲养", "仓库", "搬运", "清圈", "喂料", "包教包会", "按月发薪", "锦绣", "制衣厂", "里建", "城东", "东莞", "云山县",
        "excel", "exel", "c1", "baoan", "bay", "fengren", "yz", "dongguan", "shi", "优先", "各村", "宇航员", "服装制作工", "清扫工", "保洁", "1组", "12组", "绣花", "里建缝纫工", "看护", "零工", "手工", "员",
    ];

    private static readonly OccupationAsked[] Occupations =
    [
        new("缝纫工", [6050103]), new("保安", [4070501]), new("踩缝纫机的", [6050103]), new("保洁", [4090801]), new("货车司机", [4020202]), new("搬砖的", []),
    ];

    private static readonly long[] Regions = [529901101, 529901102, 529901, 441900, 440000, 529901102007];

    private static readonly SaidInstead[] Said =
    [
        .. new[] { PostingKind.Gig, PostingKind.HomeWork, PostingKind.PublicWelfare, PostingKind.AidWorkshop }.Select(kind => new SaidInstead(kind, PostingNeeds.None, ["喂料", "优先"])),
        .. new[] { PostingNeeds.CareFriendly, PostingNeeds.NoNights, PostingNeeds.LightWork, PostingNeeds.Food }.Select(need => new SaidInstead(null, need, ["清圈", "保安员"])),
    ];

    public static IEnumerable<PostingQuery> All(long firstSettlement, long secondSettlement)
    {
        var random = new Random(20261122);
        for (var i = 0; i < Count; i++) yield return Draw(random, firstSettlement, secondSettlement);
    }

#pragma warning disable CA5394 // A test's dice, not a secret.
    private static PostingQuery Draw(Random random, long first, long second)
    {
        var query = new PostingQuery
        {
            Words = string.Join(' ', Enumerable.Range(0, random.Next(0, 3)).Select(_ => Words[random.Next(Words.Length)])),
            Occupations = random.Next(5) == 0 ? [Occupations[random.Next(Occupations.Length)]] : [],
            Kinds = random.Next(5) == 0 ? [(PostingKind)random.Next(1, 8), (PostingKind)random.Next(1, 8)] : [],
            Shifts = random.Next(8) == 0 ? [(Shift)random.Next(0, 6)] : [],
            Needs = random.Next(4) == 0 ? (PostingNeeds)(1 << random.Next(23)) : PostingNeeds.None,
            OccupationIds = random.Next(12) == 0 ? [6050103, 4070501] : [],
            MonthlyFromFen = random.Next(8) == 0 ? random.Next(1, 9) * 100_000L : null,
            HourlyFromFen = random.Next(12) == 0 ? random.Next(10, 40) * 100L : null,
            DailyFromFen = random.Next(12) == 0 ? random.Next(8, 40) * 1_000L : null,
            PayIsGuaranteed = random.Next(4) == 0,
            MonthlyToFen = random.Next(8) == 0 ? random.Next(3, 9) * 100_000L : null,
            DailyToFen = random.Next(16) == 0 ? random.Next(8, 40) * 1_000L : null,
            HourlyToFen = random.Next(16) == 0 ? random.Next(10, 40) * 100L : null,
            Favoured = random.Next(6) == 0 ? ["养殖", "保洁员"] : [],
            Age = random.Next(12) == 0 ? random.Next(16, 70) : null,
            Schooling = random.Next(12) == 0 ? (Education)random.Next(1, 7) : null,
            CertificateKindIds = random.Next(16) == 0 ? [random.Next(1, 4)] : [],
            Said = random.Next(10) == 0 ? Said : [],
            HoursTo = random.Next(12) == 0 ? random.Next(4, 13) : null,
            NotRegions = random.Next(12) == 0 ? [441900] : [],
            NotOccupations = random.Next(8) == 0 ? [Occupations[random.Next(Occupations.Length)]] : [],
            PublishedFrom = random.Next(12) == 0 ? new DateOnly(2026, 11, 16) : null,
            Sort = (PostingSort)random.Next(5),
            Near = random.Next(2) == 0 ? new GeoPoint(26 + (random.NextDouble() / 2), 106.5 + (random.NextDouble() / 2)) : null,
            PageSize = random.Next(3) == 0 ? 7 : 200,
            Facets = new FacetRequest { Regions = [529901101, 529901102, 529901, 441900, 440000], Settlements = [first, second] },
        };
        return random.Next(6) switch
        {
            0 => query with { Places = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Place())] },
            1 => query with { Places = [Place()] },
            2 when random.Next(3) == 0 => query with { AtHomeOnly = true },
            _ => query,
        };

        PlaceAsked Place() => random.Next(2) == 0 ? PlaceAsked.Settlement(random.Next(2) == 0 ? first : second) : new PlaceAsked(Regions[random.Next(Regions.Length)]) { ThereOnly = random.Next(2) == 0 };
    }
#pragma warning restore CA5394
}
