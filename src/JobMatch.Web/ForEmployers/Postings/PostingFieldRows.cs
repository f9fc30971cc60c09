using System.ComponentModel.DataAnnotations;
using System.Globalization;
using JobMatch.Matching;
using JobMatch.Postings;

namespace JobMatch.Web.ForEmployers.Postings;

/// <summary>So many people at a place. Where is "Settlement:12", "Township:529901101", "County:529901", or a kind of place alone.</summary>
public sealed class PlaceRow
{
    public long? Id { get; set; }

    [Display(Name = "PostingForm.Where")]
    public string? Where { get; set; }

    [Display(Name = "PostingForm.PlaceText")]
    public string? Text { get; set; }

    [Display(Name = "PostingForm.Vacancies")]
    public int? Vacancies { get; set; }

    /// <summary>The number that an empty form came with: left as it is, nobody has chosen it.</summary>
    public int? Suggested { get; set; }

    internal bool IsChosen => Vacancies is not null && Vacancies != Suggested;

    internal bool IsEmpty => Id is null && Vacancies is null && string.IsNullOrWhiteSpace(Where) && string.IsNullOrWhiteSpace(Text);

    internal static PlaceRow Of(SavePostingQuota quota) => new()
    {
        Id = quota.Id,
        Where = Key(quota.Place, quota.SettlementId ?? quota.RegionCode),
        Text = quota.PlaceText,
        Vacancies = quota.Vacancies,
    };

    internal static string Key(QuotaPlace place, long? target) =>
        target is { } id ? string.Create(CultureInfo.InvariantCulture, $"{place}:{id}") : place.ToString();

    internal SavePostingQuota ToQuota()
    {
        var parts = (Where ?? "").Split(':');
        var place = Enum.TryParse<QuotaPlace>(parts[0], out var named) && Enum.IsDefined(named) ? named : QuotaPlace.Unknown;
        long? target = parts.Length > 1 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return new SavePostingQuota(Id, place, place == QuotaPlace.Settlement ? target : null, place == QuotaPlace.Settlement ? null : target, Text?.Trim() ?? "", Vacancies ?? 0);
    }
}

public sealed class SkillRow
{
    public int? SkillId { get; set; }

    public bool Must { get; set; }
}

public sealed class CertificateRow
{
    public int? KindId { get; set; }

    public CertificateTiming Timing { get; set; } = CertificateTiming.ObtainableBeforeStart;
}
