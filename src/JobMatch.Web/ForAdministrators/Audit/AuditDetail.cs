using System.Globalization;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForAdministrators.Audit;

/// <summary>What an audit row says besides who and what, in words: a code («card»), or a code and what it is about («referral 12», «month-count 202610»).</summary>
public static class AuditDetail
{
    public static string Of(Texts texts, string? detail)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (string.IsNullOrEmpty(detail)) return "";
        var words = detail.Split(' ', 2);
        if (texts.Find($"AuditDetail.{detail.Replace(' ', '-')}") is { } whole) return whole;
        if (words.Length == 1) return detail;
        if (texts.Find($"AuditDetail.{words[0]}") is { } code) return string.Create(CultureInfo.InvariantCulture, $"{code} {words[1]}");
        return texts.Find($"Job.{words[0]}") is { } job ? string.Create(CultureInfo.InvariantCulture, $"{job} {words[1]}") : detail;
    }
}
