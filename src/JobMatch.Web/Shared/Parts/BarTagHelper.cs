using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JobMatch.Web.Shared.Parts;

/// <summary>
/// A bar from zero, <c>&lt;bar value="91" label="胜任 91" /&gt;</c>. Drawn as SVG, because its length would be an inline style otherwise, and those are refused.
/// </summary>
[HtmlTargetElement("bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarTagHelper : TagHelper
{
    public double Value { get; set; }

    public double Of { get; set; } = 100;

    /// <summary>Colour by meaning: empty (fine), "calm", "gap", "bad".</summary>
    public string? Kind { get; set; }

    /// <summary>What it says in words; without it the bar is decoration beside its number.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind is null ? "bar" : $"bar {Kind}");
        output.Attributes.SetAttribute("viewBox", "0 0 100 6");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.AppendHtml(Part("track", 100));
        output.Content.AppendHtml(Part("fill", Of > 0 ? Math.Clamp(Value / Of * 100, 0, 100) : 0));
    }

    private static TagBuilder Part(string name, double width)
    {
        var part = new TagBuilder("rect");
        part.Attributes["class"] = name;
        part.Attributes["width"] = width.ToString("0.##", CultureInfo.InvariantCulture);
        part.Attributes["height"] = "6";
        return part;
    }
}
