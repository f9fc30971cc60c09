using System.Text.RegularExpressions;
using JobMatch.Data;
using JobMatch.Households;
using JobMatch.Matching;
using JobMatch.Occupations;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>Everything that can be said against a posting's form without the database, each with its field.</summary>
internal static partial class SavePostingChecks
{
    public const int LongestTitle = 40;
    public const int LongestDescription = 4000;
    public const int MostVacancies = 999;
    private const int MostQuotas = 60;

    /// <summary>
    /// A form has to say where; a row of a file may leave the place unknown, and then it is asked for first. A fortune for a day is a slip in a form; in a file it is
    /// what somebody advertises, and a station looks at it.
    /// </summary>
    public static List<Refusal> Check(SavePostingRequest request, DateOnly today, bool fromFile = false)
    {
        var refusals = new List<Refusal>();
        CheckText(request, refusals);
        CheckWage(request, fromFile, refusals);
        CheckHours(request, refusals);
        CheckQuotas(request, fromFile, refusals);
        if (request.ClosesOn < today) refusals.Add(new Refusal("Posting.ClosesInPast", nameof(request.ClosesOn)));
        if (request.ClosesOn > today.AddYears(1)) refusals.Add(new Refusal("Posting.ClosesTooLate", nameof(request.ClosesOn)));
        if (request.StatedAgeFrom is < 16 or > 80) refusals.Add(new Refusal("OutOfRange", nameof(request.StatedAgeFrom), 16, 80));
        if (request.StatedAgeTo is < 16 or > 80 || request.StatedAgeTo < request.StatedAgeFrom) refusals.Add(new Refusal("OutOfRange", nameof(request.StatedAgeTo), request.StatedAgeFrom ?? 16, 80));
        var catalogue = Catalogue.Instance;
        if (request.OccupationIds.Any(id => !catalogue.Occupations.ContainsKey(id))) refusals.Add(new Refusal("NotFound", nameof(request.OccupationIds)));
        if (request.Skills.Any(s => !catalogue.Skills.ContainsKey(s.SkillId))) refusals.Add(new Refusal("NotFound", nameof(request.Skills)));
        if (request.Certificates.Any(c => !catalogue.Certificates.ContainsKey(c.KindId))) refusals.Add(new Refusal("NotFound", nameof(request.Certificates)));
        return refusals;
    }

    public static Wage WageOf(SavePostingRequest request) => request.WageUnit == WageUnit.Negotiable
        ? Wage.Negotiable with { Text = request.WageText.Trim() }
        : new Wage
        {
            Unit = request.WageUnit,
            MinFen = request.WageMinFen,
            MaxFen = request.WageMaxFen,
            BaseFen = request.WageBaseFen,
            MonthsPerYear = request.MonthsPerYear,
            HoursPerMonth = request.HoursPerMonth,
            Text = request.WageText.Trim(),
        }.WithEquivalents(request.HoursPerDay, request.DaysPerMonth);

    private static void CheckText(SavePostingRequest request, List<Refusal> refusals)
    {
        if (!Enum.IsDefined(request.Kind)) refusals.Add(new Refusal("Required", nameof(request.Kind)));
        if (request.Kind == PostingKind.PublicWelfare && (request.WelfareType == PublicWelfareType.None || !Enum.IsDefined(request.WelfareType)))
            refusals.Add(new Refusal("Required", nameof(request.WelfareType)));
        if (string.IsNullOrWhiteSpace(request.Title)) refusals.Add(new Refusal("Required", nameof(request.Title)));
        else if (request.Title.Trim().Length > LongestTitle) refusals.Add(new Refusal("TooLong", nameof(request.Title), LongestTitle));
        if (request.Description.Length > LongestDescription) refusals.Add(new Refusal("TooLong", nameof(request.Description), LongestDescription));
        if (request.WageText.Length > 200) refusals.Add(new Refusal("TooLong", nameof(request.WageText), 200));
        CheckNumbers(nameof(request.Title), request.Title, refusals);
        CheckNumbers(nameof(request.Description), request.Description, refusals);
        CheckDemands(nameof(request.Title), request.Title, refusals);
        CheckDemands(nameof(request.Description), request.Description, refusals);
        CheckDemands(nameof(request.WageText), request.WageText, refusals);
    }

    /// <summary>A posting is read by everybody: no ID number stands in it (个人信息保护法, article 28).</summary>
    private static void CheckNumbers(string field, string text, List<Refusal> refusals)
    {
        if (IdNumbers().Matches(text).Any(match => IdNumber.TryParse(match.Value, out _))) refusals.Add(new Refusal("Posting.IdNumber", field));
    }

    [GeneratedRegex(@"(?<!\d)\d{17}[\dXx](?!\d)")]
    private static partial Regex IdNumbers();

    /// <summary>One refusal for each forbidden thing, with the words found, at the field where they stand.</summary>
    private static void CheckDemands(string field, string text, List<Refusal> refusals)
    {
        foreach (var kind in UnlawfulDemand.Find(text).GroupBy(d => d.Kind))
            refusals.Add(new Refusal("Posting.UnlawfulDemand." + kind.Key, field, string.Join("、", kind.Select(d => d.Words))));
    }

    private static void CheckWage(SavePostingRequest request, bool fromFile, List<Refusal> refusals)
    {
        if (!Enum.IsDefined(request.WageUnit)) refusals.Add(new Refusal("Required", nameof(request.WageUnit)));
        if (request.WageUnit == WageUnit.Negotiable) return;
        if (request.MonthsPerYear is < 12 or > 24) refusals.Add(new Refusal("OutOfRange", nameof(request.MonthsPerYear), 12, 24));
        if (request.WageMinFen is null && request.WageMaxFen is null && request.WageBaseFen is null) refusals.Add(new Refusal("Required", nameof(request.WageMinFen)));
        if (request.WageMinFen > request.WageMaxFen) refusals.Add(new Refusal("Posting.WageOrder", nameof(request.WageMaxFen)));
        if (!fromFile && TextSaysOther(request)) refusals.Add(new Refusal("Posting.WageTextDiffers", nameof(request.WageText), request.WageText.Trim()));
        var (low, high) = Plausible(request.WageUnit);
        if (fromFile) high *= 10;
        CheckAmount(nameof(request.WageMinFen), request.WageMinFen);
        CheckAmount(nameof(request.WageMaxFen), request.WageMaxFen);
        CheckAmount(nameof(request.WageBaseFen), request.WageBaseFen);

        void CheckAmount(string field, long? fen)
        {
            if (fen is { } amount && (amount < low * 100 || amount > high * 100)) refusals.Add(new Refusal("Posting.WageImplausible", field, low, high));
        }
    }

    /// <summary>The words beside the numbers name another range in the same unit: two pays on one posting, as when only the numbers of an old one are changed.</summary>
    private static bool TextSaysOther(SavePostingRequest request) =>
        WageReader.Read(request.WageText) is { MinFen: { } min, MaxFen: { } max } read && min < max && read.Unit == request.WageUnit && min != request.WageMinFen && max != request.WageMaxFen;

    /// <summary>Yuan in the stated unit: wide enough for a 20-hour month, narrow enough to catch a day's pay in the month's field.</summary>
    private static (long Low, long High) Plausible(WageUnit unit) => unit switch
    {
        WageUnit.Hour => (5, 500),
        WageUnit.Day => (30, 3_000),
        WageUnit.Week => (100, 20_000),
        WageUnit.Month => (200, 100_000),
        WageUnit.Year => (1_000, 1_000_000),
        WageUnit.Piece => (200, 50_000),
        WageUnit.PieceRate => (0, 5_000),
        _ => (1, 50_000),
    };

    private static void CheckHours(SavePostingRequest request, List<Refusal> refusals)
    {
        if (request.HoursPerDay is < 1 or > 24) refusals.Add(new Refusal("OutOfRange", nameof(request.HoursPerDay), 1, 24));
        if (request.DaysPerMonth is < 1 or > 31) refusals.Add(new Refusal("OutOfRange", nameof(request.DaysPerMonth), 1, 31));
        if (request.HoursPerMonth is < 1 or > 400) refusals.Add(new Refusal("OutOfRange", nameof(request.HoursPerMonth), 1, 400));
    }

    private static void CheckQuotas(SavePostingRequest request, bool placeMayBeUnknown, List<Refusal> refusals)
    {
        if (request.Quotas.Count == 0) refusals.Add(new Refusal("Required", nameof(request.Quotas)));
        if (request.Quotas.Count > MostQuotas) refusals.Add(new Refusal("OutOfRange", nameof(request.Quotas), 1, MostQuotas));
        for (var i = 0; i < request.Quotas.Count; i++)
        {
            var (quota, at) = (request.Quotas[i], $"Quotas[{i}].");
            if (quota.Vacancies is < 1 or > MostVacancies) refusals.Add(new Refusal("OutOfRange", at + nameof(quota.Vacancies), 1, MostVacancies));
            if (!Enum.IsDefined(quota.Place)) refusals.Add(new Refusal("Required", at + nameof(quota.Place)));
            if (quota.Place == QuotaPlace.Settlement && quota.SettlementId is null) refusals.Add(new Refusal("Required", at + nameof(quota.SettlementId)));
            if (quota.Place is QuotaPlace.Township or QuotaPlace.County && quota.RegionCode is null) refusals.Add(new Refusal("Required", at + nameof(quota.RegionCode)));
            if (!placeMayBeUnknown && quota.Place is QuotaPlace.Unknown or QuotaPlace.OutsideCounty or QuotaPlace.OutsideProvince && quota.RegionCode is null && string.IsNullOrWhiteSpace(quota.PlaceText))
                refusals.Add(new Refusal("Required", at + nameof(quota.PlaceText)));
            if (quota.PlaceText.Length > 100) refusals.Add(new Refusal("TooLong", at + nameof(quota.PlaceText), 100));
        }
    }
}
