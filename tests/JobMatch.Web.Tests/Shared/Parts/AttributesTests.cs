using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Parts;

/// <summary>What Razor and browsers make of attributes, against what a view means.</summary>
public sealed partial class AttributesTests
{
    /// <summary>Razor leaves out an attribute whose value is null, but writes <c>data-*</c> all the same, empty: a script would find it on every page.</summary>
    [Fact]
    public void No_data_attribute_is_meant_to_be_left_out_by_null() =>
        Source.Files(".cshtml").SelectMany(path => Conditional().Matches(File.ReadAllText(path)).Select(m => $"{Path.GetFileName(path)}: {m.Value}")).ShouldBeEmpty();

    [Fact]
    public void A_planted_one_is_found() => Conditional().IsMatch("""<body data-answer="@(answers ? "" : null)">""").ShouldBeTrue();

    /// <summary>A browser that goes back puts the choice that led away over the one the page shows; only the form can tell it not to.</summary>
    [Fact]
    public void A_form_that_sends_its_choices_at_once_lets_no_browser_restore_them()
    {
        var sending = Source.Files(".cshtml").Select(path => (Name: Path.GetFileName(path), Text: File.ReadAllText(path)))
            .SelectMany(view => Forms().Matches(view.Text).Where(m => m.Value.Contains("data-submit-on-change", StringComparison.Ordinal) || m.Value.Contains("_RankingBar", StringComparison.Ordinal)).Select(m => (view.Name, Form: m.Value[..m.Value.IndexOf('\n', StringComparison.Ordinal)]))).ToList();
        sending.Count.ShouldBe(8);
        sending.Where(form => !form.Form.Contains("autocomplete=\"off\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("""data-[\w-]+="@\((?:[^()\n]|\([^()\n]*\))*\bnull\b""")]
    private static partial Regex Conditional();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();
}
