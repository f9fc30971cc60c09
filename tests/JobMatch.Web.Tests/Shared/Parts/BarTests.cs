using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.Shared.Parts;

public sealed class BarTests
{
    [Theory]
    [InlineData(91, 100, "width=\"91\"")]
    [InlineData(.5, 1, "width=\"50\"")]
    [InlineData(-3, 100, "width=\"0\"")]
    [InlineData(250, 100, "width=\"100\"")]
    [InlineData(1, 0, "width=\"0\"")]
    public void A_bar_starts_at_zero_and_ends_at_its_whole(double value, double of, string width)
    {
        var output = new TagHelperOutput("bar", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new BarTagHelper { Value = value, Of = of }.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        output.Content.GetContent().Split("<rect").Last().ShouldContain(width);
    }
}
