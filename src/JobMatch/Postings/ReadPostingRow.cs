using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobMatch.Data;
using JobMatch.Matching;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>A row, read: ready to be stored.</summary>
internal sealed record ReadRow(string Key, string Hash, string Company, string PlaceText, SavePostingRequest Posting);

/// <summary>Turns a row into a posting's form, or says why not. The row's own columns win over what its text says.</summary>
internal sealed class ReadPostingRow(string source, PostingPlaces places, DateOnly today)
{
    public Outcome<ReadRow> Read(PostingRow row)
    {
        if (row.Broken is { } broken) return new Refusal("Import." + broken);
        var title = Cut(row["title"].ReplaceLineEndings(" "), 400);
        if (title.Length == 0) return new Refusal("Required", "title");
        if (title.Length > SavePostingChecks.LongestTitle) title = title[..SavePostingChecks.LongestTitle];
        var text = Text(row);
        var demands = UnlawfulDemand.Find(row["title"], text, row["tags"], row["job_type"]);
        if (demands.Count > 0) return new Refusal("Posting.UnlawfulDemand." + demands[0].Kind, "text", string.Join("、", demands.Select(d => d.Words)));
        if (row["closes_on"].Length > 0 && Day(row["closes_on"]) is null) return new Refusal("DateWrong", "closes_on");
        if (Day(row["closes_on"]) < today) return new Refusal("Posting.ClosesInPast", "closes_on");
        if (Number(row["salary_min"]) < 0 || Number(row["salary_max"]) < 0) return new Refusal("Posting.WageImplausible", "salary_min");
        var company = Cut(row["company"].ReplaceLineEndings(" "), 60);
        if (company.Length == 0) return new Refusal("Required", "company");

        var facts = PostingText.Read(title, string.Join('\n', text, row["tags"], row["job_type"]), company + " " + row["category"]);
        var wage = row["salary"].Length > 0
            ? WageReader.Read(row["salary"], facts.HoursPerDay, facts.DaysPerMonth)
            : WageReader.Read(Number(row["salary_min"]), Number(row["salary_max"]), row["salary_unit"], text, facts.HoursPerDay, facts.DaysPerMonth);
        var posting = Fill(row, title, text, facts, wage);
        return new ReadRow(Key(row), Fingerprint(row.Whole), company, row["place"], posting);
    }

    private SavePostingRequest Fill(PostingRow row, string title, string text, PostingFacts facts, Wage wage)
    {
        var (place, settlement, region) = places.Find(row["place"], row["region"]);
        var kind = Kind(row["kind"]) ?? facts.Kind ?? PostingKind.Enterprise;
        var vacancies = Number(row["headcount"]) is { } stated and >= 1 ? (int)Math.Min(stated, SavePostingChecks.MostVacancies) : facts.Vacancies ?? 1;
        return new SavePostingRequest
        {
            Kind = kind,
            WelfareType = kind == PostingKind.PublicWelfare ? Welfare(title) : PublicWelfareType.None,
            Title = title,
            Description = text,
            OccupationIds = facts.OccupationIds,
            WageUnit = wage.Unit,
            WageMinFen = wage.MinFen,
            WageMaxFen = wage.MaxFen,
            WageBaseFen = wage.BaseFen,
            MonthsPerYear = wage.MonthsPerYear,
            HoursPerMonth = (wage.HoursPerMonth ?? facts.HoursPerMonth) is { } hours && facts.HoursPerDay is null && facts.DaysPerMonth is null ? hours : null,
            WageText = wage.Text,
            Shift = facts.Shift,
            HoursPerDay = facts.HoursPerDay,
            DaysPerMonth = facts.DaysPerMonth,
            Strain = facts.Strain,
            Duties = facts.Duties | (place == QuotaPlace.OutsideProvince || kind == PostingKind.LabourExport ? Duty.Away : Duty.None),
            Hazardous = facts.Hazardous,
            EducationAsked = row["education"].Length > 0 ? PostingText.Read("", "学历要求:" + row["education"]).Education : facts.Education,
            MandarinAsked = facts.Mandarin,
            StatedAgeFrom = facts.StatedAgeFrom,
            StatedAgeTo = facts.StatedAgeTo,
            Food = facts.Food,
            Lodging = facts.Lodging,
            Transport = facts.Transport,
            SocialInsurance = facts.SocialInsurance,
            CareFriendly = facts.CareFriendly,
            ClosesOn = Day(row["closes_on"]),
            Quotas = [new SavePostingQuota(null, place, settlement, region, Cut(row["place"].Length > 0 ? row["place"] : row["region"], 100), vacancies)],
            Skills = [.. facts.SkillIds.Select(s => new SavePostingSkill(s, Must: false))],
            Certificates = [.. facts.Certificates.Select(c => new SavePostingCertificate(c.KindId, c.Timing))],
        };
    }

    private static string Text(PostingRow row)
    {
        var parts = new[] { row["description"], row["requirement"], row["experience"].Length > 0 ? "经验：" + row["experience"] : "" };
        var text = string.Join('\n', parts.Where(p => p.Length > 0)).Trim();
        // A site without descriptions still says something in its tags.
        if (row["description"].Length == 0 && row["tags"].Length > 0) text = (text + "\n" + row["tags"].Replace("|", "、", StringComparison.Ordinal)).Trim();
        return Cut(text, SavePostingChecks.LongestDescription);
    }

    /// <summary>The source's own id or address; a row with neither is known by title, company and place.</summary>
    private string Key(PostingRow row)
    {
        var id = row["id"].Length > 0 ? row["id"] : row["url"].Length > 0 ? row["url"] : Fingerprint(string.Join('\u001f', row["title"], row["company"], row["place"]))[..24];
        return Cut(source + ":" + id, 400);
    }

    private static string Fingerprint(string whole) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..32];

    private static string Cut(string text, int length) => text.Trim() is var trimmed && trimmed.Length <= length ? trimmed : trimmed[..length];

    private static decimal? Number(string text) =>
        decimal.TryParse(text.TrimEnd('人', '名', '位'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string text)
    {
        var day = text.Split(' ', 'T')[0];
        return DateOnly.TryParseExact(day, ["yyyy-MM-dd", "yyyy/M/d", "yyyy-M-d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private static PostingKind? Kind(string text) => text switch
    {
        "" => null,
        _ when text.Contains("公益", StringComparison.Ordinal) => PostingKind.PublicWelfare,
        _ when text.Contains("以工代赈", StringComparison.Ordinal) => PostingKind.WorkRelief,
        _ when text.Contains("车间", StringComparison.Ordinal) || text.Contains("社区工厂", StringComparison.Ordinal) => PostingKind.AidWorkshop,
        _ when text.Contains("劳务输出", StringComparison.Ordinal) || text.Contains("外出", StringComparison.Ordinal) => PostingKind.LabourExport,
        _ when text.Contains("零工", StringComparison.Ordinal) => PostingKind.Gig,
        _ when text.Contains("居家", StringComparison.Ordinal) || text.Contains("来料", StringComparison.Ordinal) => PostingKind.HomeWork,
        _ when text.Contains("企业", StringComparison.Ordinal) => PostingKind.Enterprise,
        _ => Enum.TryParse<PostingKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null,
    };

    private static PublicWelfareType Welfare(string title) =>
        title.Contains("护林", StringComparison.Ordinal) ? PublicWelfareType.ForestRanger
        : title.Contains("保绿", StringComparison.Ordinal) || title.Contains("绿化", StringComparison.Ordinal) ? PublicWelfareType.Greening
        : title.Contains("保安", StringComparison.Ordinal) || title.Contains("巡逻", StringComparison.Ordinal) || title.Contains("治安", StringComparison.Ordinal) ? PublicWelfareType.Security
        : title.Contains("信息", StringComparison.Ordinal) ? PublicWelfareType.EmploymentInformation
        : title.Contains("保洁", StringComparison.Ordinal) || title.Contains("清扫", StringComparison.Ordinal) ? PublicWelfareType.Cleaning
        : PublicWelfareType.SettlementService;
}
