using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Rules;
using JobMatch.Settlements;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Fits;

/// <summary>Reads what matching knows about postings.</summary>
public sealed class PostingProfileReader(JobMatchDbContext db, TimeProvider clock)
{
    /// <summary>Profiles of published postings among <paramref name="ids"/> (null: all published ones).</summary>
    public async Task<IReadOnlyList<PostingProfile>> ReadAsync(IReadOnlyCollection<long>? ids, long version, CancellationToken cancel)
    {
        var today = clock.Today();
        var postings = await WorkerProfileReader.Of(db.Set<Posting>(), ids, p => p.Id).AsNoTracking()
            .Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates)
            .Where(p => p.State == PostingState.Published && p.Employer!.State == Employers.EmployerState.Verified).ToListAsync(cancel);
        if (postings.Count == 0) return [];
        var settlements = await db.Set<Settlement>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        var rules = await RuleBook.ReadAsync(db, cancel);
        return [.. postings.Select(p => Make(p, settlements, rules, today, version))];
    }

    /// <summary>What those of these postings that are public-welfare posts are to a household today, whatever their state and whoever asks.</summary>
    public async Task<IReadOnlyDictionary<long, WelfarePost>> WelfarePostsAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var types = await db.Set<Posting>().IgnoreQueryFilters([ScopeFilters.Name]).Where(p => ids.Contains(p.Id) && p.Kind == PostingKind.PublicWelfare)
            .Select(p => new { p.Id, p.WelfareType }).ToListAsync(cancel);
        if (types.Count == 0) return new Dictionary<long, WelfarePost>();
        var (rules, today) = (await RuleBook.ReadAsync(db, cancel), clock.Today());
        return types.ToDictionary(p => p.Id, p => PublicWelfarePosts.Of(p.WelfareType, rules, today));
    }

    /// <summary>Whether it is a public-welfare post of a type that takes one of a household, by the rules of the day on which it begins.</summary>
    public static bool IsOnePerHousehold(Posting posting, RuleBook rules, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(rules);
        return posting.Kind == PostingKind.PublicWelfare && PublicWelfarePosts.Of(posting.WelfareType, rules, StartOf(posting, today)) == WelfarePost.OnePerHousehold;
    }

    /// <summary>Whether posts of this kind take certain groups before others: their rankings open with need first.</summary>
    public static bool PutsGroupsFirst(PostingKind kind) => kind is PostingKind.PublicWelfare or PostingKind.WorkRelief;

    private static DateOnly StartOf(Posting posting, DateOnly today) => posting.StartsOn is { } day && day > today ? day : today;

    private static PostingProfile Make(Posting posting, Dictionary<long, Settlement> settlements, RuleBook rules, DateOnly today, long version)
    {
        var start = StartOf(posting, today);
        var type = posting.WelfareType.ToString();
        var welfare = posting.Kind == PostingKind.PublicWelfare;
        return new PostingProfile
        {
            Id = posting.Id,
            Version = version,
            Kind = posting.Kind,
            Open = posting.ClosesOn is null || posting.ClosesOn >= today,
            EmployerId = posting.EmployerId,
            Quotas = [.. posting.Quotas.Select(q => new QuotaProfile(q.Id, KindOf(q), PlaceOf(q, posting, settlements), q.Open))],
            Occupations = posting.OccupationIds,
            TextCodes = TextCodes.OfPosting(posting.Title, posting.OccupationIds),
            Skills = [.. posting.Skills.Take(32).Select(s => new SkillAsked(s.SkillId, 0, s.Must))],
            Certificates = [.. posting.Certificates.Select(c => new CertificateAsked(c.KindId, c.Timing))],
            Trainings = TrainingsFor(posting),
            Education = posting.EducationAsked,
            Mandarin = posting.MandarinAsked,
            Strain = posting.Strain,
            Hazardous = IsForbiddenToMinors(posting),
            Duties = posting.Duties,
            NotDuties = KnownAbsent(posting),
            Shift = posting.Shift,
            CareFriendlyHours = posting.CareFriendly,
            HoursPerMonth = posting.Wage.HoursPerMonth ?? 0,
            WageMinFen = posting.Wage.MonthlyMinFen ?? 0,
            WageMaxFen = posting.Wage.MonthlyMaxFen ?? 0,
            WageHourlyFen = posting.Wage.HourlyFen ?? 0,
            LegalAge = LegalAgeOf(posting, rules, start, type),
            AgePreference = posting.StatedAgeFrom is null && posting.StatedAgeTo is null ? null : new AgePreference(posting.StatedAgeFrom, posting.StatedAgeTo),
            GroupRule = welfare ? (rules.Holds(start, RuleName.WelfareOnlyHardship, type) ? GroupRule.Only : GroupRule.First)
                : posting.Kind == PostingKind.WorkRelief ? GroupRule.First : GroupRule.None,
            EligibleGroups = welfare ? HardshipGroups.Hardship : posting.Kind == PostingKind.WorkRelief ? HardshipGroup.Resettled : HardshipGroup.None,
            NeedFirst = welfare,
            OnePerHousehold = IsOnePerHousehold(posting, rules, today),
            StartDay = posting.StartsOn,
            PublishedOn = posting.PublishedAt is { } at ? ChinaDay.Of(at) : null,
        };
    }

    private static Matching.PlaceKind KindOf(Quota quota) => quota.Place switch
    {
        QuotaPlace.AtHome => Matching.PlaceKind.AtHome,
        QuotaPlace.EveryVillage => Matching.PlaceKind.EveryVillage,
        QuotaPlace.Unknown => Matching.PlaceKind.Unknown,
        QuotaPlace.OutsideCounty or QuotaPlace.OutsideProvince when quota.RegionCode is null => Matching.PlaceKind.Unknown,
        _ => Matching.PlaceKind.Fixed,
    };

    private static Place PlaceOf(Quota quota, Posting posting, Dictionary<long, Settlement> settlements)
    {
        if (quota.SettlementId is { } id && settlements.TryGetValue(id, out var settlement))
        {
            var at = WorkerFacts.PositionOf(quota.Latitude ?? settlement.Latitude, quota.Longitude ?? settlement.Longitude);
            return new Place((int)settlement.Id, (int)settlement.TownshipCode, settlement.CountyCode, ProvinceOf(settlement.CountyCode), at);
        }

        var position = quota.IsOnePlace ? WorkerFacts.PositionOf(quota.Latitude, quota.Longitude) : null;
        var code = quota.RegionCode ?? posting.CountyCode;
        if (code <= 0) return Place.Unknown;
        if (code < 10_000) return new Place(-1, 0, 0, (int)(code < 100 ? code * 10_000 : code / 100 * 10_000), position);
        var county = Regions.Region.CountyOf(code);
        var township = code >= 1_000_000_000_000 / 1000 ? (int)(code >= 100_000_000_000 ? code / 1000 : code) : code > 999_999 ? (int)code : 0;
        return new Place(-1, township, county % 10_000 == 0 ? 0 : county, ProvinceOf(county), position);
    }

    private static int ProvinceOf(int county) => county / 10_000 * 10_000;

    /// <summary>Sixteen and over always (Labour Law art. 15); public-welfare types have dated upper ages, some by sex.</summary>
    private static LegalAge LegalAgeOf(Posting posting, RuleBook rules, DateOnly start, string type)
    {
        var least = rules.Number(start, RuleName.WorkingAgeFrom);
        if (posting.Kind != PostingKind.PublicWelfare) return LegalAge.Same(least, null);
        int? Most(string sex)
        {
            var own = rules.On(start, RuleName.WelfareMaxAge, $"{type}/{sex}");
            var most = own.For.Length > 0 ? (int)own.Value : rules.Number(start, RuleName.WelfareMaxAge, type);
            return most == 0 ? null : most;
        }

        return new LegalAge(least, Most("Male"), least, Most("Female"));
    }

    /// <summary>A stated day shift is known to have no nights; work in the county is known not to be away.</summary>
    private static Duty KnownAbsent(Posting posting)
    {
        var absent = Duty.None;
        if (posting.Shift is Shift.Day or Shift.Flexible) absent |= Duty.Nights;
        if (posting.Quotas.Count > 0 && posting.Quotas.All(q => q.Place is QuotaPlace.Settlement or QuotaPlace.Township or QuotaPlace.AtHome or QuotaPlace.EveryVillage or QuotaPlace.County)) absent |= Duty.Away;
        if (posting.CareFriendly) absent |= Duty.CareHours;
        if (posting.HoursPerDay is > 0 and <= 8) absent |= Duty.LongHours;
        return absent & ~posting.Duties;
    }

    private static IReadOnlyList<int> TrainingsFor(Posting posting)
    {
        var asked = posting.Skills.Select(s => s.SkillId).ToHashSet();
        return [.. Catalogue.Instance.Trainings.Values.Where(t => t.Skills.Any(asked.Contains) || t.Occupations.Any(posting.OccupationIds.Contains)).Select(t => t.Id)];
    }

    /// <summary>未成年工特殊保护规定 (劳部发〔1994〕498号) 第三条: dust and poisons, work at heights, carrying more than 20 kg again and again.</summary>
    private static bool IsForbiddenToMinors(Posting posting) =>
        posting.Hazardous || posting.Strain == Strain.Heavy || (posting.Duties & (Duty.Heights | Duty.DustOrChemicals)) != Duty.None;
}
