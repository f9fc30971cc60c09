using System.Globalization;
using System.Text.RegularExpressions;
using JobMatch.JobRuns;
using JobMatch.Web.Shared;
using JobMatch.Web.Shared.Language;

namespace JobMatch.Web.ForAdministrators.JobRuns;

/// <summary>
/// What a job says of its run, in the words of the page. Jobs report «name number» pairs in English, because logs and the command line show them too;
/// a pair without words here, and the message of a failure, stay as they are.
/// </summary>
public sealed partial class RunTexts(Texts texts, Say say)
{
    /// <summary>«2026 年 10 月» for 202610, the full day for a day.</summary>
    public string Period(PeriodKind kind, string stored) =>
        !JobPeriod.TryParse(kind, stored, out var period) ? stored : kind == PeriodKind.Month ? say.Month(period.Month) : say.FullDay(period.Day);

    /// <summary>«劳动力 64，户 8» for «workers 64, households 8».</summary>
    public string Outcome(string? summary) => string.IsNullOrEmpty(summary)
        ? ""
        : string.Join(texts["JobRuns.Then"], summary.Split("; ").Select(part => string.Join(texts["JobRuns.And"], part.Split(", ").Select(Pair))));

    private string Pair(string pair)
    {
        var found = PairShape().Match(pair);
        if (!found.Success) return pair;
        var value = found.Groups["value"].Value;
        var key = $"JobOutcome.{found.Groups["name"].Value.Replace(' ', '-')}";
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return texts.Find($"{key}.{value}") ?? pair;
        return texts.Find(key) is { } words ? string.Format(CultureInfo.CurrentUICulture, words, say.Number(number)) : pair;
    }

    // The name of the index may stand before the first pair; there is one index on a page, so it says nothing new.
    [GeneratedRegex("^(?:[\\w ]+: )?(?<name>[a-z][a-z -]*) (?<value>\\d+|True|False)$")]
    private static partial Regex PairShape();
}
