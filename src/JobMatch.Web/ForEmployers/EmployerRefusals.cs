using System.Globalization;
using JobMatch.Data;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForEmployers;

/// <summary>Refusals as employers need to hear them: the same code may want other words than for somebody who applies.</summary>
internal static class EmployerRefusals
{
    internal static string ForEmployer(this Texts texts, Refusal refusal) =>
        texts.Find($"Refusal.{refusal.Code}.Employer") is { } own ? string.Format(CultureInfo.CurrentUICulture, own, refusal.Values) : texts.Of(refusal);
}
