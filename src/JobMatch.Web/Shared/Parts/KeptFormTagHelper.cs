using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JobMatch.Web.Shared.Parts;

/// <summary>A form whose typed text the browser keeps (<c>data-keep</c>, js/forms.js) says so when it brings it back: what stands there is not what is stored.</summary>
[HtmlTargetElement("form", Attributes = "data-keep")]
public sealed class KeptFormTagHelper(Texts texts) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var words = new TagBuilder("span");
        words.AddCssClass("grow");
        words.InnerHtml.Append(texts["Forms.Kept"]);
        var discard = new TagBuilder("button");
        discard.Attributes["type"] = "button";
        discard.AddCssClass("btn small");
        discard.InnerHtml.Append(texts["Forms.Discard"]);
        var note = new TagBuilder("p");
        note.AddCssClass("notice calm");
        note.Attributes["data-kept"] = "";
        note.Attributes["hidden"] = "";
        note.InnerHtml.AppendHtml(words).Append(" ").AppendHtml(discard);
        output.PreContent.AppendHtml(note);
    }
}
