using JobMatch.Occupations;
using JobMatch.Occupations.Titles;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Occupations.Titles;

public class OccupationTermsTests
{
    private static OccupationTerms Terms => OccupationTerms.Instance;

    [Fact]
    public void Every_name_of_the_catalogue_is_its_own_code()
    {
        foreach (var occupation in Catalogue.Instance.Occupations.Values)
            Terms.Terms[Terms.CodeOf(occupation.Name)].Word.ShouldBe(occupation.Name);
        Terms.Vectors.Count.ShouldBe(Terms.Terms.Count * Terms.Size);
    }

    [Theory]
    [InlineData("服装厂急招缝纫女工", "缝纫")]
    [InlineData("电焊工(氩弧焊)", "焊")]
    [InlineData("小区门岗保安", "保安")]
    public void A_title_never_seen_is_coded_as_a_term_of_its_trade(string title, string part)
    {
        var code = Terms.CodeOf(title);
        code.ShouldBeGreaterThanOrEqualTo(0);
        Terms.Terms[code].Word.ShouldContain(part);
        Terms.CodeOf(title).ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("！！！")]
    [InlineData("ꙮꙮ")]
    public void What_says_nothing_has_no_code(string text) => Terms.CodeOf(text).ShouldBe(-1);
}
