using JobMatch.Employers;
using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Wages;

namespace JobMatch.Seed;

/// <summary>Notices with their postings and quotas: all seven kinds, every wage unit, at home, in every village, far away.</summary>
internal sealed class PostingMaker
{
    /// <summary>One posting in so many asks for a licence at home; a county of thirty has none.</summary>
    private const int PerCertified = 36;

    /// <summary>A county with fewer postings has no new plant.</summary>
    private const int LeastWithPlant = 300;
    private static readonly (string Title, int Vacancies)[] PlantPosts = [("叉车司机", 18), ("电工", 8), ("电焊工", 12)];
    private static readonly string[] CertifiedTitles = ["电工", "叉车司机", "电焊工", "养老护理员"];

    private readonly Facts _facts;
    private readonly List<SettlementFact> _settlements;
    private readonly ILookup<EmployerKind, EmployerPlan> _owners;
    private readonly List<EmployerPlan> _waiting;
    private readonly int _seed;
    private readonly DateOnly _today;
    private int _postings;

    public PostingMaker(Facts facts, List<SettlementFact> settlements, List<EmployerPlan> employers, int seed, DateOnly today)
    {
        (_facts, _settlements, _seed, _today) = (facts, settlements, seed, today);
        _owners = employers.Where(e => e.State == EmployerState.Verified).ToLookup(e => e.Kind);
        _waiting = [.. employers.Where(e => e.State == EmployerState.Registered)];
    }

    public List<NoticePlan> Make(int count)
    {
        List<NoticePlan> notices = [WelfareNotice()];
        // Each kind, and within it each pattern in turn first, so that even few postings have every shape.
        var patterns = _facts.Postings.GroupBy(p => p.Kind).Select(g => g.ToList()).ToList();
        var plant = count < LeastWithPlant ? [] : PlantPosts;
        while (_postings < count - (count / PerCertified) - plant.Length)
        {
            var dice = Dice.For(_seed, "posting", _postings);
            var group = _postings < 2 + (patterns.Count * 3)
                ? patterns[_postings % patterns.Count]
                : dice.Weighted([.. patterns.Select(g => (g, Share(g[0].Kind)))]);
            var pattern = _postings < 2 + (patterns.Count * 3) ? Spread(group, _postings / patterns.Count) : dice.Pick(group);
            notices.Add(Plain(notices.Count, pattern, dice));
        }

        while (_postings < count - plant.Length) notices.Add(CertifiedNotice(notices.Count));
        notices.AddRange(PlantNotices(notices.Count, plant));
        return notices;
    }

    /// <summary>Posts beside people's homes that nobody may begin without a licence which few of them hold: what a class would open.</summary>
    private NoticePlan CertifiedNotice(int index)
    {
        var dice = Dice.For(_seed, "certified post", index);
        var pattern = dice.Pick(_facts.Postings.Where(p => CertifiedTitles.Contains(p.Title)).ToList());
        var owner = Owner(pattern, dice);
        var created = dice.Day(_today.AddDays(-20), _today.AddDays(-2));
        var home = _settlements[_postings % _settlements.Count];
        var quota = new QuotaPlan(QuotaPlace.Settlement, _postings % _settlements.Count, home.Township, home.Name, home.Latitude, home.Longitude, dice.Range(8, 16));
        var posting = Posting(owner, pattern, [quota], PostingState.Published, owner.RegisteredOn > created ? owner.RegisteredOn : created, dice);
        return new NoticePlan(index, owner.Index, null, "", posting.CreatedOn, posting.ClosesOn, [posting]);
    }

    /// <summary>The posts of a new plant beside the largest settlement: it takes whoever holds the licence, and hardly anybody does.</summary>
    private List<NoticePlan> PlantNotices(int index, (string Title, int Vacancies)[] posts)
    {
        var (dice, home) = (Dice.For(_seed, "new plant"), _settlements[0]);
        var owner = _owners[EmployerKind.Enterprise].OrderBy(e => e.RegisteredOn).First();
        return [.. posts.Select((post, i) =>
        {
            var quota = new QuotaPlan(QuotaPlace.Settlement, 0, home.Township, home.Name, home.Latitude, home.Longitude, post.Vacancies);
            var posting = Posting(owner, _facts.Postings.First(p => p.Title == post.Title), [quota], PostingState.Published, _today.AddDays(-4), dice);
            return new NoticePlan(index + i, owner.Index, null, "", posting.CreatedOn, posting.ClosesOn, [posting]);
        })];
    }

    private static PostingPattern Spread(List<PostingPattern> group, int round) => group[round * (group.Count - 1) / 4 % group.Count];

    private static int Share(PostingKind kind) => kind switch
    {
        PostingKind.Enterprise => 46,
        PostingKind.AidWorkshop => 14,
        PostingKind.PublicWelfare => 10,
        PostingKind.WorkRelief => 5,
        PostingKind.LabourExport => 13,
        PostingKind.Gig => 7,
        _ => 5,
    };

    /// <summary>One notice, two posts, a quota in every township: 84 cleaners and 6 information officers.</summary>
    private NoticePlan WelfareNotice()
    {
        var dice = Dice.For(_seed, "welfare notice");
        var owner = _owners[EmployerKind.PublicWelfareOwner].First();
        var created = _today.AddDays(-12);
        var cleaning = _facts.Postings.First(p => p.Welfare == PublicWelfareType.Cleaning);
        var informing = _facts.Postings.First(p => p.Welfare == PublicWelfareType.EmploymentInformation);
        return new NoticePlan(
            0, owner.Index, $"{_facts.County.Name}{_today.Year}年乡村公益性岗位招聘公告", $"黔山人社〔{_today.Year}〕37号", created, _today.AddDays(18),
            [
                Posting(owner, cleaning, Shared(84), PostingState.Published, created, dice),
                Posting(owner, informing, Shared(6), PostingState.Published, created, dice),
            ]);
    }

    private List<QuotaPlan> Shared(int vacancies)
    {
        var townships = _facts.County.Townships.Take(Math.Min(vacancies, _facts.County.Townships.Count)).ToList();
        return [.. townships.Select((t, i) => new QuotaPlan(QuotaPlace.EveryVillage, null, t.Code, $"{t.Name}各村", null, null, (vacancies / townships.Count) + (i < vacancies % townships.Count ? 1 : 0)))];
    }

    private NoticePlan Plain(int index, PostingPattern pattern, Dice dice)
    {
        var owner = dice.Chance(3) && _waiting.Count > 0 ? dice.Pick(_waiting) : Owner(pattern, dice);
        var state = owner.State == EmployerState.Registered
            ? PostingState.Submitted
            : _postings < 25 ? PostingState.Published : dice.Weighted((PostingState.Published, 68), (PostingState.Closed, 18), (PostingState.Submitted, NeedsStation(pattern) ? 14 : 3), (PostingState.Paused, 4), (PostingState.SentBack, NeedsStation(pattern) ? 4 : 0), (PostingState.Draft, 3));
        var created = state is PostingState.Submitted or PostingState.Draft or PostingState.SentBack ? dice.Day(_today.AddDays(-7), _today.AddDays(-1)) : dice.Day(_today.AddDays(-110), _today.AddDays(-2));
        if (owner.RegisteredOn >= created) created = owner.RegisteredOn.AddDays(1) > _today ? _today : owner.RegisteredOn.AddDays(1);
        var posting = Posting(owner, pattern, Quotas(owner, pattern, dice), state, created, dice);
        return new NoticePlan(index, owner.Index, null, "", created, posting.ClosesOn, [posting]);
    }

    private static bool NeedsStation(PostingPattern pattern) => pattern.Kind is PostingKind.PublicWelfare or PostingKind.WorkRelief;

    private EmployerPlan Owner(PostingPattern pattern, Dice dice)
    {
        var fitting = pattern.Owners.SelectMany(k => _owners[k]).ToList();
        return fitting.Count > 0 ? dice.Pick(fitting) : _owners.SelectMany(g => g).First();
    }

    private PostingPlan Posting(EmployerPlan owner, PostingPattern pattern, IReadOnlyList<QuotaPlan> quotas, PostingState state, DateOnly created, Dice dice)
    {
        // Bait: far too much for this kind of work; a station has to look before residents see it.
        var bait = state == PostingState.Submitted && pattern.Kind is PostingKind.Enterprise or PostingKind.LabourExport && dice.Chance(18) && state == PostingState.Submitted;
        var wage = PostingWage.Of(pattern, bait ? 300 : dice.Range(92, 112));
        var lines = pattern.Texts.Append(pattern.Care ? "时间好商量，照顾家里也方便。" : "来之前先打电话。").ToList();
        if (pattern.Tools.Count > 0) lines.Add($"会用 {string.Join("、", pattern.Tools)} 的优先。");
        if (bait) lines.Add(dice.Pick<string>(["包吃住，先交 200 元服装费，上岗就退。", "无需经验，月入过万，来了交押金。", "轻松就能赚 2 万。"]));
        if (pattern.Ages.Count == 2) lines.Add($"年龄 {pattern.Ages[0]}–{pattern.Ages[1]} 岁。");
        var description = string.Join("", lines);
        var confirmed = state == PostingState.Published && _today.DayNumber - created.DayNumber > 25 ? dice.Day(_today.AddDays(-36), _today.AddDays(-1)) : created;
        return new PostingPlan(
            _postings++, owner.Index, pattern, pattern.Title, description, wage, quotas, state,
            state == PostingState.Closed ? dice.Weighted((PostingCloseReason.Filled, 5), (PostingCloseReason.FilledElsewhere, 2), (PostingCloseReason.NotNeeded, 2), (PostingCloseReason.PastClosingDate, 2), (PostingCloseReason.Unconfirmed, 2), (PostingCloseReason.Reported, 1)) : null,
            BaitCheck.Code(BaitCheck.Flags(BaitCheck.Find(pattern.Kind, wage, pattern.Education, pattern.Occupations, BaitCheck.UsualPercent, pattern.Title, description))), created, confirmed < created ? created : confirmed,
            dice.Chance(60) ? dice.Day(_today.AddDays(2), _today.AddDays(40)) : null,
            dice.Chance(35) ? dice.Day(_today.AddDays(5), _today.AddDays(60)) : null,
            state == PostingState.Published && dice.Chance(2) ? dice.Pick<PostingReportReason>([PostingReportReason.Fee, PostingReportReason.PayDiffers, PostingReportReason.NotReal, PostingReportReason.Discrimination]) : null);
    }

    private List<QuotaPlan> Quotas(EmployerPlan owner, PostingPattern pattern, Dice dice)
    {
        var county = _facts.County;
        // Fewer vacancies than people without work, as counties have it.
        var vacancies = dice.Weighted((1, 12), (2, 3));
        switch (pattern.Places)
        {
            case PlacePattern.EveryVillage:
                var township = dice.Pick(county.Townships);
                return [new QuotaPlan(QuotaPlace.EveryVillage, null, township.Code, $"{township.Name}各村", null, null, vacancies + 1)];
            case PlacePattern.Township:
                return [.. Enumerable.Range(0, dice.Range(1, 3)).Select(_ => dice.Pick(county.Townships)).Distinct().Select(t => new QuotaPlan(QuotaPlace.Township, null, t.Code, t.Name, t.Latitude, t.Longitude, vacancies + 1))];
            case PlacePattern.AtHome:
                return [new QuotaPlan(QuotaPlace.AtHome, null, county.Code, "在家里做", null, null, vacancies + 1)];
            case PlacePattern.InProvince:
            case PlacePattern.Outside:
                var inside = pattern.Places == PlacePattern.InProvince;
                var place = dice.Pick(county.Places.Where(p => p.Province == county.ProvinceCode == inside).ToList());
                return [new QuotaPlan(inside ? QuotaPlace.OutsideCounty : QuotaPlace.OutsideProvince, null, place.Code, place.Name, place.Latitude, place.Longitude, vacancies + 1)];
            default:
                return [Near(owner, pattern, vacancies, dice)];
        }
    }

    private QuotaPlan Near(EmployerPlan owner, PostingPattern pattern, int vacancies, Dice dice)
    {
        var county = _facts.County;
        var settlement = owner.Settlement ?? (pattern.Kind == PostingKind.PublicWelfare ? dice.Range(0, _settlements.Count - 1) : null);
        if (settlement is { } at)
            return new QuotaPlan(QuotaPlace.Settlement, at, _settlements[at].Township, _settlements[at].Name, _settlements[at].Latitude, _settlements[at].Longitude, vacancies);
        if (dice.Chance(12)) return new QuotaPlan(QuotaPlace.Unknown, null, null, "", null, null, vacancies);
        if (dice.Chance(15)) return new QuotaPlan(QuotaPlace.County, null, county.Code, "全县", null, null, vacancies);
        var township = dice.Pick(county.Townships);
        return new QuotaPlan(QuotaPlace.Township, null, township.Code, township.Name, township.Latitude + (dice.Range(-80, 80) / 10_000.0), township.Longitude + (dice.Range(-80, 80) / 10_000.0), vacancies);
    }
}

/// <summary>The wage as a posting states it, in its own words.</summary>
internal static class PostingWage
{
    public static Wage Of(PostingPattern pattern, int percent)
    {
        var (unit, min, max) = (pattern.Wage.Unit, Fen(pattern.Wage.Min), Fen(pattern.Wage.Max));
        return new Wage { Unit = unit, MinFen = min, MaxFen = max, BaseFen = pattern.Wage.Base * 100L, Text = Words(unit, min, max) }.WithEquivalents(pattern.Hours, pattern.Days);

        long? Fen(int? yuan)
        {
            if (yuan is not { } value) return null;
            var step = value >= 1_000 ? 100 : value >= 100 ? 10 : 1;
            return Math.Max(step, value * percent / 100 / step * step) * 100L;
        }
    }

    private static string Words(WageUnit unit, long? min, long? max)
    {
        if (unit == WageUnit.Negotiable || min is null) return "面议";
        var amount = max is null || max == min ? $"{min / 100}" : $"{min / 100}–{max / 100}";
        return unit switch
        {
            WageUnit.Month => $"{amount} 元/月",
            WageUnit.Day => $"{amount} 元/天",
            WageUnit.Hour => $"{amount} 元/小时",
            WageUnit.Year => $"{amount} 元/年",
            WageUnit.Time => $"{amount} 元/次",
            WageUnit.Week => $"{amount} 元/周",
            WageUnit.PieceRate => $"{amount} 元/件",
            _ => $"计件，一个月 {amount} 元",
        };
    }
}
