using System.Text.RegularExpressions;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Employers;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Postings;
using JobMatch.Regions;
using JobMatch.Search.Words;
using JobMatch.Settlements;
using JobMatch.Wages;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Search;

/// <summary>Reads published postings of a batch of ids as documents, with five queries whatever the batch.</summary>
internal static partial class PostingReader
{
    private const decimal HoursOfPartTime = 5m;

    /// <summary>Two days of rest a week leave 21.75 days of a month, which texts round up.</summary>
    private const int DaysWithWeekends = 22;

    /// <summary>Only what residents may see: published, with a vacancy, of a verified employer.</summary>
    public static IQueryable<Posting> Public(JobMatchDbContext db) => db.Set<Posting>().AsNoTracking()
        .Where(p => p.State == PostingState.Published && p.Employer!.State == EmployerState.Verified && p.Quotas.Any(q => q.Vacancies > q.Taken));

    public static async Task<List<PostingDocument>> ReadAsync(JobMatchDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var postings = await Public(db).Where(p => ids.Contains(p.Id)).Include(p => p.Employer).Include(p => p.Quotas).Include(p => p.Certificates).Include(p => p.Skills).ToListAsync(cancel);
        if (postings.Count == 0) return [];
        var settlements = await SettlementsAsync(db, postings, cancel);
        var codes = postings.SelectMany(p => p.Quotas).Select(q => q.RegionCode).OfType<long>().Concat(settlements.Values.Select(s => s.TownshipCode)).SelectMany(Region.Upwards).Distinct().ToList();
        var regions = await db.Set<Region>().AsNoTracking().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancel);
        return [.. postings.OrderBy(p => p.Id).Select(p => Document(p, settlements, regions))];
    }

    /// <summary>Those named by a quota and, since every village may hold one and the whole county any, those of the counties at hand.</summary>
    private static async Task<Dictionary<long, Settlement>> SettlementsAsync(JobMatchDbContext db, List<Posting> postings, CancellationToken cancel)
    {
        var quotas = postings.SelectMany(p => p.Quotas).ToList();
        var ids = quotas.Select(q => q.SettlementId).OfType<long>().Distinct().ToList();
        var counties = postings.Where(p => p.Quotas.Exists(q => q.Place is QuotaPlace.EveryVillage or QuotaPlace.County)).Select(p => p.CountyCode).Distinct().ToList();
        return await db.Set<Settlement>().AsNoTracking().Where(s => ids.Contains(s.Id) || counties.Contains(s.CountyCode)).ToDictionaryAsync(s => s.Id, cancel);
    }

    private static PostingDocument Document(Posting posting, Dictionary<long, Settlement> settlements, Dictionary<long, string> regions)
    {
        var occupations = posting.OccupationIds.Select(id => Catalogue.Instance.Occupations.GetValueOrDefault(id)).OfType<Occupation>();
        var (pay, least) = (ComparablePay.Of(posting), ComparablePay.LeastOf(posting));
        var places = PostingPlaces.Of(posting, settlements, regions);
        return new PostingDocument
        {
            Id = posting.Id,
            Title = PersonalTextScrubber.ScrubPosting(posting.Title),
            Employer = posting.Employer!.Name,
            Place = PersonalTextScrubber.ScrubPosting(places.Words),
            Description = PersonalTextScrubber.ScrubPosting(posting.Description),
            OccupationNames = [.. occupations.SelectMany(OccupationNames.Names).Where(n => n.Length > 1).Distinct(StringComparer.Ordinal)],
            Kind = posting.Kind,
            Shift = posting.Shift,
            Offers = Offers(posting, places),
            OccupationIds = posting.OccupationIds,
            RegionCodes = places.RegionCodes,
            EveryVillageOf = places.EveryVillageOf,
            SettlementIds = places.SettlementIds,
            WholeCounties = places.WholeCounties,
            WholeCountySettlementIds = places.WholeCountySettlementIds,
            Positions = places.Positions,
            AtHome = places.AtHome,
            MonthlyFen = pay.MonthlyFen,
            DailyFen = pay.DailyFen,
            HourlyFen = pay.HourlyFen,
            MonthlyLeastFen = least.MonthlyFen,
            DailyLeastFen = least.DailyFen,
            HourlyLeastFen = least.HourlyFen,
            AgeFrom = posting.StatedAgeFrom ?? 0,
            AgeTo = posting.StatedAgeTo ?? PostingDocument.NoAge,
            Minutes = posting.HoursPerDay is > 0 and { } hours ? (int)Math.Round(hours * 60) : PostingDocument.NoMinutes,
            EducationAsked = posting.EducationAsked == Education.Unknown ? Education.None : posting.EducationAsked,
            CertificateKindIds = [.. posting.Certificates.Select(c => c.KindId).Distinct().Order()],
            PublishedAt = posting.PublishedAt ?? posting.CreatedAt,
            ClosesOn = posting.ClosesOn,
        };
    }

    /// <summary>Unknown offers nothing: whoever needs no nights must be able to rely on it.</summary>
    private static PostingNeeds Offers(Posting posting, PostingPlaces places)
    {
        var offers = places.Reach;
        Add(posting.CareFriendly, PostingNeeds.CareFriendly);
        Add(posting.Food, PostingNeeds.Food);
        Add(posting.Lodging, PostingNeeds.Lodging);
        Add(posting.SocialInsurance, PostingNeeds.SocialInsurance);
        Add(posting.Transport, PostingNeeds.Transport);
        Add(posting.Shift is Shift.Day or Shift.Flexible && !posting.Duties.HasFlag(Duty.Nights), PostingNeeds.NoNights);
        Add(!posting.Certificates.Exists(c => c.Timing == CertificateTiming.NeededToApply), PostingNeeds.NoCertificate);
        Add(posting.Strain == Strain.Light, PostingNeeds.LightWork);
        Add(posting.Shift is Shift.Night or Shift.TwoShift or Shift.ThreeShift || posting.Duties.HasFlag(Duty.Nights), PostingNeeds.Nights);
        Add(posting.HoursPerDay is > 0 and <= Wage.HoursPerDay, PostingNeeds.NoOvertime);
        Add(posting.EducationAsked is Education.Unknown or Education.None, PostingNeeds.NoEducation);
        Add(posting.MandarinAsked is Mandarin.Unknown or Mandarin.None, PostingNeeds.NoMandarin);
        Add(!posting.Skills.Exists(s => s.Must), PostingNeeds.NoExperience);
        Add(posting.HoursPerDay is > 0 and <= HoursOfPartTime, PostingNeeds.PartTime);
        Add(posting.DaysPerMonth is > 0 and <= DaysWithWeekends, PostingNeeds.TwoRestDays);
        Add(posting.Wage.Unit == WageUnit.Hour, PostingNeeds.PaidByHour);
        Add(posting.Wage.IsByPiece, PostingNeeds.PieceRate);
        Add(!posting.Wage.IsByPiece && posting.Wage.Unit != WageUnit.Negotiable, PostingNeeds.NoPieceRate);
        Add(Couples().IsMatch(posting.Title) || Couples().IsMatch(posting.Description), PostingNeeds.Couples);
        return offers;

        void Add(bool holds, PostingNeeds need) => offers |= holds ? need : PostingNeeds.None;
    }

    /// <summary>「可接收夫妻工」, 「有夫妻房」; not where they are refused.</summary>
    [GeneratedRegex("(?<!非|不招|不收|不要|谢绝|无|没有)(?:夫妻|夫妇|两口子)(?!勿|免谈|除外|肺片|店)")]
    private static partial Regex Couples();
}
