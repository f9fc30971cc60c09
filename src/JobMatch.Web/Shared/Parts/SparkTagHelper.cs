using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JobMatch.Web.Shared.Parts;

/// <summary>
/// A small line of how a number went, <c>&lt;spark values="points" label="310 到 351 人" /&gt;</c>. Its scale is its own (it shows the way, not the size), but never finer
/// than a tenth of the largest value, so that a standing number does not look like mountains.
/// </summary>
[HtmlTargetElement("spark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SparkTagHelper : TagHelper
{
    private const double Width = 90, Height = 20, Margin = 2;

    public IReadOnlyList<double> Values { get; set; } = [];

    /// <summary>Colour by meaning: empty (fine) or "bad".</summary>
    public string? Kind { get; set; }

    /// <summary>The same in words.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Values.Count < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind is null ? "spark" : $"spark {Kind}");
        output.Attributes.SetAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}"));
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        var line = new TagBuilder("polyline");
        line.Attributes["points"] = string.Join(' ', Values.Select(Point));
        output.Content.AppendHtml(line);
    }

    private string Point(double value, int index)
    {
        var (low, high) = (Values.Min(), Values.Max());
        var range = Math.Max(high - low, Math.Max(high, 1) / 10);
        var middle = (high + low) / 2;
        var x = Margin + (index * (Width - (2 * Margin)) / (Values.Count - 1));
        var y = (Height / 2) - ((value - middle) / range * (Height - (2 * Margin)));
        return string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}");
    }
}
