using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JobMatch.Web.Shared.Parts;

/// <summary>A drawing from the sprite, <c>&lt;icon name="phone" /&gt;</c>. It is decoration: the word stands beside it, or in <c>label</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>A name from assets/icons.mjs.</summary>
    public string Name { get; set; } = "";

    /// <summary>"big" or "small"; else the size of the text.</summary>
    public string? Size { get; set; }

    /// <summary>Words for those who cannot see it, where no word stands beside it.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Size is null ? "icon" : $"icon {Size}");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{SpriteUrl()}#{Name}";
        output.Content.SetHtmlContent(use);
    }

    /// <summary>With the content's hash in the name, so that browsers keep it for good.</summary>
    private string SpriteUrl()
    {
        var assets = ViewContext.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{ViewContext.HttpContext.Request.PathBase}/{assets?["lib/icons.svg"] ?? "lib/icons.svg"}";
    }
}
