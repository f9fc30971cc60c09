using System.Text.Json;
using System.Text.Json.Serialization;
using JobMatch.Matching;
using JobMatch.Wages;

namespace JobMatch.Postings;

/// <summary>A dozen usual postings, so that an employer posts in two minutes. Their text is data, in the language of the postings.</summary>
public static class PostingTemplates
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly Lazy<IReadOnlyList<PostingTemplate>> Loaded = new(() => Load());

    public static IReadOnlyList<PostingTemplate> All => Loaded.Value;

    public static PostingTemplate? Find(string key) => All.FirstOrDefault(t => t.Key == key);

    private static List<PostingTemplate> Load()
    {
        using var stream = typeof(PostingTemplates).Assembly.GetManifestResourceStream("JobMatch.Postings.posting-templates.json")
            ?? throw new InvalidOperationException("The posting templates are not embedded.");
        return JsonSerializer.Deserialize<List<PostingTemplate>>(stream, Options) ?? throw new InvalidOperationException("The posting templates are empty.");
    }
}

/// <summary>Key names it in addresses; amounts are yuan in the unit.</summary>
public sealed record PostingTemplate
{
    public required string Key { get; init; }

    public required PostingKind Kind { get; init; }

    public PublicWelfareType WelfareType { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public WageUnit WageUnit { get; init; }

    public decimal? WageMin { get; init; }

    public decimal? WageMax { get; init; }

    public QuotaPlace Place { get; init; } = QuotaPlace.Settlement;

    public string PlaceText { get; init; } = "";

    public int Vacancies { get; init; } = 1;

    public int? HoursPerMonth { get; init; }

    /// <summary>The form, filled: what the template states, and what its text says.</summary>
    public SavePostingRequest Fill(long employerId, long by, long? settlementId)
    {
        var facts = PostingText.Read(Title, Description);
        var place = Place == QuotaPlace.Settlement && settlementId is null ? QuotaPlace.Unknown : Place;
        return new SavePostingRequest
        {
            EmployerId = employerId,
            By = by,
            Kind = Kind,
            WelfareType = WelfareType,
            Title = Title,
            Description = Description,
            OccupationIds = facts.OccupationIds,
            WageUnit = WageUnit,
            WageMinFen = (long?)(WageMin * 100),
            WageMaxFen = (long?)(WageMax * 100),
            HoursPerMonth = HoursPerMonth,
            Shift = facts.Shift,
            HoursPerDay = facts.HoursPerDay,
            DaysPerMonth = facts.DaysPerMonth,
            Strain = facts.Strain,
            Duties = facts.Duties,
            Hazardous = facts.Hazardous,
            EducationAsked = facts.Education,
            MandarinAsked = facts.Mandarin,
            Food = facts.Food,
            Lodging = facts.Lodging,
            Transport = facts.Transport,
            SocialInsurance = facts.SocialInsurance,
            CareFriendly = facts.CareFriendly,
            Quotas = [new SavePostingQuota(null, place, place == QuotaPlace.Settlement ? settlementId : null, null, PlaceText, Vacancies)],
            Skills = [.. facts.SkillIds.Select(s => new SavePostingSkill(s, Must: false))],
            Certificates = [.. facts.Certificates.Select(c => new SavePostingCertificate(c.KindId, c.Timing))],
        };
    }
}
