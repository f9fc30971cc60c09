using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Search;
using JobMatch.Search.Words;

namespace JobMatch.Benchmarks;

/// <summary>
/// Made-up postings and questions, the same on every run, for ours and every peer. Words follow Zipf's law over a vocabulary of the trade: a few
/// stand in every tenth posting, most in few; about 120 characters a posting.
/// </summary>
internal static class SearchCorpus
{
    private const int Townships = 60;
    private const int Settlements = 120;
    private static readonly string[] Places = ["河东", "里建", "城厢", "双桥", "太平", "两江", "府城", "罗波", "灵马", "仙湖", "锣圩", "陆斡", "宁武", "甘圩", "马头", "东盟", "武华", "伊岭", "新兴", "民乐"];
    private static readonly string[] Firms = ["锦绣制衣", "黔山物业", "云岭食品", "恒丰电子", "金桥物流", "绿源农业", "永盛建材", "惠民超市", "天成包装", "家和家政", "宏达机械", "兴旺饲料"];
    private static readonly string[] Before = ["急招", "诚聘", "", "", "", "", "长期", "夜班", "白班", "熟练", "学徒", ""];
    private static readonly string[] Phrases =
    [
        "包吃包住", "按月发薪", "五险一金", "加班有补贴", "适合宝妈", "计件工资", "多劳多得", "上班时间灵活", "有班车接送", "免费培训", "男女不限", "年龄放宽", "环境整洁", "不用上夜班", "两班倒", "当天结账",
        "需要健康证", "会用Excel", "有C1驾照优先", "懂CAD制图", "负责收发货", "整理仓库", "打扫楼道", "看护老人", "照顾小孩", "操作机器", "质量检查", "装箱打包", "搬运上车", "接待客人", "收银结账", "切菜配菜",
        "喂料清圈", "修剪树枝", "巡逻值班", "登记来访", "维修水电", "焊接钢架", "安装门窗", "粉刷墙面", "车工铣工", "平车锁边", "裁剪布料", "熨烫包装", "采摘茶叶", "种植蔬菜", "分拣快递", "送货上门", "驾驶叉车", "电话回访",
    ];

    public static List<PostingDocument> Postings(int count)
    {
        var random = new Random(4);
        var occupations = Catalogue.Instance.Occupations.Values.Where(o => o.EverydayNames.Count > 0).OrderBy(o => o.Id).ToList();
        var others = Catalogue.Instance.Occupations.Values.OrderBy(o => o.Id).ToList();
        return [.. Enumerable.Range(1, count).Select(id => Posting(random, id, occupations, others))];
    }

    /// <summary>Questions with words, one filter or two, facets and highlights; no two alike in words and filters but by chance.</summary>
    public static List<PostingQuery> Questions(int count)
    {
        var random = new Random(5);
        var occupations = Catalogue.Instance.Occupations.Values.Where(o => o.EverydayNames.Count > 0).OrderBy(o => o.Id).ToList();
        return [.. Enumerable.Range(0, count).Select(_ => Question(random, occupations))];
    }

#pragma warning disable CA5394 // Dice of a benchmark.
    private static PostingDocument Posting(Random random, int id, List<Occupation> everyday, List<Occupation> others)
    {
        var occupation = random.Next(4) == 0 ? others[random.Next(others.Count)] : everyday[Zipf(random, everyday.Count)];
        var name = occupation.EverydayNames.Count > 0 ? occupation.EverydayNames[random.Next(occupation.EverydayNames.Count)] : occupation.Name;
        var township = random.Next(Townships);
        var settlement = random.Next(Settlements);
        long? monthly = random.Next(8) == 0 ? null : (1500 + (random.Next(60) * 100)) * 100L;
        var place = Places[township % Places.Length];
        return new PostingDocument
        {
            Id = id,
            Title = Before[random.Next(Before.Length)] + name + (random.Next(5) == 0 ? $"（{place}）" : ""),
            Employer = $"{Firms[random.Next(Firms.Length)]}{(char)('甲' + random.Next(4))}有限公司",
            Place = $"{place}安置区{settlement} {place}镇 云山县",
            Description = string.Join("，", Enumerable.Range(0, 14 + random.Next(10)).Select(_ => Phrases[Zipf(random, Phrases.Length)])) + "。",
            OccupationNames = [.. OccupationNames.Names(occupation).Where(n => n.Length > 1).Distinct(StringComparer.Ordinal)],
            Kind = (PostingKind)(1 + Zipf(random, 7)),
            Shift = (Shift)random.Next(6),
            Offers = (PostingNeeds)random.Next(256),
            OccupationIds = [occupation.Id],
            RegionCodes = [529901100 + township, 529901, 529900, 520000],
            EveryVillageOf = random.Next(40) == 0 ? [529901] : [],
            SettlementIds = random.Next(3) == 0 ? [] : [1 + settlement],
            WholeCounties = [],
            WholeCountySettlementIds = [],
            Positions = [new GeoPoint(26 + (township / 100.0), 106 + (settlement / 200.0))],
            AtHome = random.Next(30) == 0,
            MonthlyFen = monthly,
            DailyFen = monthly / 26,
            HourlyFen = monthly / ComparablePay.HoursOfFullMonth,
            MonthlyLeastFen = monthly,
            DailyLeastFen = monthly / 26,
            HourlyLeastFen = monthly / ComparablePay.HoursOfFullMonth,
            AgeFrom = 0,
            AgeTo = PostingDocument.NoAge,
            EducationAsked = Education.None,
            Minutes = PostingDocument.NoMinutes,
            CertificateKindIds = [],
            PublishedAt = new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc).AddMinutes(-random.Next(60 * 24 * 90)),
            ClosesOn = random.Next(10) == 0 ? new DateOnly(2026, 11, 10).AddDays(random.Next(40)) : null,
        };
    }

    private static PostingQuery Question(Random random, List<Occupation> everyday)
    {
        var occupation = everyday[Zipf(random, everyday.Count)];
        var words = new List<string> { occupation.EverydayNames[random.Next(occupation.EverydayNames.Count)] };
        if (random.Next(3) == 0) words.Add(Phrases[Zipf(random, Phrases.Length)]);
        if (random.Next(3) == 0) words.Add(Places[random.Next(Places.Length)]);
        if (random.Next(10) == 0) words = [Phrases[Zipf(random, Phrases.Length)]];
        var query = new PostingQuery
        {
            Words = string.Join(' ', words),
            Sort = random.Next(4) == 0 ? (PostingSort)random.Next(1, 4) : PostingSort.Relevance,
            Near = new GeoPoint(26.3, 106.3),
            Facets = new FacetRequest { Regions = [.. Enumerable.Range(0, 20).Select(i => 529901100L + i)], Settlements = [.. Enumerable.Range(1, 20).Select(i => (long)i)] },
        };
        return random.Next(5) switch
        {
            0 => query with { Kinds = [(PostingKind)(1 + Zipf(random, 7))] },
            1 => query with { MonthlyFromFen = random.Next(2, 6) * 100_000L },
            2 => query with { Needs = (PostingNeeds)(1 << random.Next(8)) },
            3 => query with { Places = [new PlaceAsked(529901100 + random.Next(Townships))] },
            _ => query with { Shifts = [(Shift)random.Next(1, 6)], MonthlyFromFen = 200_000 },
        };
    }

    /// <summary>Rank r comes with weight 1/(r+1).</summary>
    private static int Zipf(Random random, int count) => Math.Min(count - 1, (int)(Math.Exp(random.NextDouble() * Math.Log(count + 1)) - 1));
#pragma warning restore CA5394
}
