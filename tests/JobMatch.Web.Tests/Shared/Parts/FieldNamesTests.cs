using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using JobMatch.TestKit;
using JobMatch.Web.Shared.Parts;
using JobMatch.Web.Tests.ForStationStaff;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Parts;

/// <summary>Every line of the summary above a form says at which field the fault is, and one round tells them all.</summary>
public sealed partial class FieldNamesTests : ClerkAtDesk
{
    private const string Form = "/employer/postings/new/form";

    [Theory]
    [InlineData("5000", "1000")]
    [InlineData("0", "1000")]
    [InlineData("many", "a lot")]
    public async Task The_summary_names_every_field_also_in_rows_and_typos_hide_no_other_fault(string vacancies, string least)
    {
        var employer = await DeskVisitor.SignInAsync(Site, SmallCounty.EmployerName);
        using var answer = await employer.PostAsync(Form, Form, ("Form.Kind", "Enterprise"), ("Form.WageUnit", "Month"), ("Form.WageMin", least), ("Form.Places[0].Where", "County:529901"), ("Form.Places[0].Vacancies", "2"), ("Form.Places[1].Where", "County:529901"), ("Form.Places[1].Vacancies", vacancies), ("Form.HoursPerDay", "30"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var summary = Spaces().Replace(Summary().Match(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())).Value, "");
        summary.ShouldContain("<b>岗位名称：</b>这一项要填", Case.Sensitive, summary);
        summary.ShouldContain("<b>招几人（第2行）：</b>", Case.Sensitive, summary);
        summary.ShouldContain("<b>每天几小时：</b>", Case.Sensitive, summary);
        if (least != "1000") summary.ShouldContain("<b>最低（元）：</b>", Case.Sensitive, summary);
        Lines().Matches(summary).Select(line => line.Value).Where(line => !line.Contains("<b>", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>The summary takes the name from the form's class; a label that stands in the view alone would not reach it.</summary>
    [Fact]
    public void Every_field_of_a_view_has_its_name_at_the_form_too()
    {
        var asked = Source.Files(".cshtml").SelectMany(FieldsOf).ToList();
        asked.Count.ShouldBeGreaterThan(150);
        asked.Where(field => field.Property?.GetCustomAttribute<DisplayAttribute>() is null).Select(field => $"{field.View}: {field.Path}").ShouldBeEmpty();
    }

    private static IEnumerable<(string View, string Path, PropertyInfo? Property)> FieldsOf(string view)
    {
        var text = File.ReadAllText(view);
        if (Models().Match(text) is not { Success: true } model) return [];
        var name = model.Groups[1].Value.Split('.')[^1];
        var types = typeof(FieldTagHelper).Assembly.GetTypes().Where(type => type.Name == name).OrderByDescending(type => Path.GetDirectoryName(view)!.Replace(Path.DirectorySeparatorChar, '.').EndsWith(type.Namespace!["JobMatch.Web".Length..], StringComparison.Ordinal)).ToList();
        return Fields().Matches(text).Select(field => (Path.GetFileName(view), field.Groups[1].Value, types.Select(type => PropertyOf(type, field.Groups[1].Value)).FirstOrDefault(found => found is not null)));
    }

    private static PropertyInfo? PropertyOf(Type type, string path) =>
        path.Split('.').Aggregate((Type: (Type?)type, Property: (PropertyInfo?)null), (at, part) => at.Type?.GetProperty(part) is { } found ? (found.PropertyType, found) : (null, null)).Property;

    [GeneratedRegex("<div class=\"error-summary.*?</ul>", RegexOptions.Singleline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<li>.*?</li>")]
    private static partial Regex Lines();

    [GeneratedRegex(@"^@model ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Models();

    [GeneratedRegex("<field for=\"([\\w.]+)\"")]
    private static partial Regex Fields();
}
