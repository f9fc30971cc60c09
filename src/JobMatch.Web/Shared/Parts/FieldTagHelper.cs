using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JobMatch.Web.Shared.Parts;

/// <summary>
/// A question of a form: its label, a hint, the error if there is one, and the control it wraps:
/// <c>&lt;field for="Wage" hint="…"&gt;&lt;input asp-for="Wage" class="input" /&gt;&lt;/field&gt;</c>. The control is tied to hint and error by <see cref="DescribedTagHelper"/>.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>True for a set of radio buttons or boxes: a fieldset with a legend.</summary>
    public bool Group { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var id = TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), "_");
        var error = FirstError(ViewContext, For);
        context.Items[typeof(FieldTagHelper)] = (Id: id, Hint: Hint is not null, Error: error is not null);
        var control = await output.GetChildContentAsync();

        output.TagName = Group ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", error is null ? "field" : "field wrong");
        output.Content.AppendHtml(Head(id));
        if (Hint is not null)
            output.Content.AppendHtml(Text("p", "hint", $"{id}-hint", Hint));
        if (error is not null)
            output.Content.AppendHtml(Text("p", "error", $"{id}-error", error));
        output.Content.AppendHtml(control);
    }

    internal static string? FirstError(ViewContext view, ModelExpression field) =>
        view.ViewData.ModelState.TryGetValue(view.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name), out var entry)
            ? entry.Errors.Select(e => e.ErrorMessage).FirstOrDefault(message => message.Length > 0)
            : null;

    private TagBuilder Head(string id)
    {
        var head = new TagBuilder(Group ? "legend" : "label");
        head.AddCssClass("label");
        if (!Group)
            head.Attributes["for"] = id;
        head.InnerHtml.Append(Label ?? For.Metadata.GetDisplayName());
        return head;
    }

    private static TagBuilder Text(string tag, string css, string id, string text)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(css);
        element.Attributes["id"] = id;
        element.InnerHtml.Append(text);
        return element;
    }
}

/// <summary>Ties a control to the hint and error of the field around it, for those who listen to the page.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class DescribedTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (!context.Items.TryGetValue(typeof(FieldTagHelper), out var around) || around is not ValueTuple<string, bool, bool> field)
            return;
        var (id, hint, error) = field;
        var by = string.Join(' ', new[] { hint ? $"{id}-hint" : null, error ? $"{id}-error" : null }.Where(part => part is not null));
        if (by.Length > 0)
            output.Attributes.SetAttribute("aria-describedby", by);
        if (error)
            output.Attributes.SetAttribute("aria-invalid", "true");
    }
}
